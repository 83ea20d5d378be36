import { Token } from './xml-scanner';
import type { XmlScanner } from './xml-scanner';
import { unescapeCellText } from './xml-text';

/** The strings of a shared string table, in order: runs joined, phonetic guides left out. */
export function readSharedStrings(scan: XmlScanner): readonly string[] {
  const strings: string[] = [];
  for (let token = scan.next(); token !== Token.end; token = scan.next()) {
    if (token === Token.open && scan.is('si')) strings.push(readRichText(scan));
  }
  return strings;
}

/** Text of the element just opened (`si`, `is`, `text`): its `t` and those of its runs. Stands on its closing tag afterwards. */
export function readRichText(scan: XmlScanner): string {
  const outside = scan.depth - 1;
  let text = '';
  while (scan.depth > outside) {
    const token = scan.next();
    if (token === Token.end) break;
    if (token !== Token.open) continue;
    if (scan.is('t')) text += scan.textContent();
    else if (!scan.is('r')) scan.skip();
  }
  return unescapeCellText(text);
}
