import { strFromU8, unzipSync } from 'fflate';
import { SaxesParser } from 'saxes';

/** An element of a part of a document. */
export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly Element[];
  /** All text within, also of its children. */
  readonly text: string;
}

/** The parts of a file as text, by path. */
export function partsOf(bytes: Uint8Array): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(unzipSync(bytes)).map(([path, part]) => [path, strFromU8(part)]));
}

/** A part as a tree; what is no well-formed XML throws. */
export function treeOf(xml: string): Element {
  type Open = { name: string; attributes: Record<string, string>; children: Element[]; text: string };
  const top: Open = { name: '', attributes: {}, children: [], text: '' };
  const open: Open[] = [top];
  const parser = new SaxesParser();
  parser.on('opentag', ({ name, attributes }) => {
    open.push({ name, attributes: { ...attributes }, children: [], text: '' });
  });
  parser.on('text', (text) => {
    for (const element of open) element.text += text;
  });
  parser.on('closetag', () => {
    const element = open.pop();
    if (element) open[open.length - 1]?.children.push(element);
  });
  parser.on('error', (error) => {
    throw error;
  });
  parser.write(xml).close();
  const [root] = top.children;
  if (!root) throw new Error('an empty part');
  return root;
}

/** All elements of a name within another, in order. */
export function allOf(element: Element, name: string): readonly Element[] {
  return element.children.flatMap((child) => [...(child.name === name ? [child] : []), ...allOf(child, name)]);
}

/** The value of a property somewhere within; undefined where there is none. */
export function valueOf(element: Element | undefined, name: string): string | undefined {
  return element && allOf(element, name)[0]?.attributes['w:val'];
}
