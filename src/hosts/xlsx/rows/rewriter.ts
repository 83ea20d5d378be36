import { PartUnreadable } from '../draft';
import { Token, XmlScanner } from '../xml-scanner';
import { escapeXml } from '../xml-text';
import { ByteWriter } from './byte-writer';

/** An XML part while some attributes and texts of it are written anew, from front to back; all else keeps its bytes. */
export class Rewriter {
  readonly scan: XmlScanner;
  readonly writer: ByteWriter;

  constructor(readonly bytes: Uint8Array) {
    this.scan = new XmlScanner(bytes);
    this.writer = new ByteWriter(bytes);
  }

  /** Attributes of the element just opened, each where it is there. */
  attributes(changes: Readonly<Record<string, (text: string) => string>>): void {
    const { scan } = this;
    const edits = Object.entries(changes).flatMap(([name, rewrite]) => {
      const text = scan.attribute(name);
      if (text === undefined) return [];
      const [from, to] = [scan.valueStart, scan.valueEnd];
      const moved = rewrite(text);
      return moved === text ? [] : [{ from, to, text: escapeXml(moved) }];
    });
    for (const { from, to, text } of edits.sort((a, b) => a.from - b.from)) this.writer.replace(from, to, text);
  }

  /** The text of the element just opened; the scanner stands on its closing tag afterwards. */
  text(rewrite: (text: string) => string): void {
    const { scan } = this;
    if (scan.selfClosing) return;
    const from = scan.after;
    const text = scan.textContent();
    const moved = rewrite(text);
    if (moved !== text) this.writer.replace(from, scan.start, escapeXml(moved));
  }
}

/** A part with whatever `visit` rewrites of the elements that are opened, told by their name without prefix; `PartUnreadable` where it is damaged. */
export function rewriteElements(
  bytes: Uint8Array,
  part: string,
  visit: (name: string, at: Rewriter) => void,
): Uint8Array {
  const rewriter = new Rewriter(bytes);
  const { scan, writer } = rewriter;
  for (let token = scan.next(); token !== Token.end; token = scan.next())
    if (token === Token.open) visit(scan.name(), rewriter);
  if (scan.problem) throw new PartUnreadable(part);
  return writer.finish();
}
