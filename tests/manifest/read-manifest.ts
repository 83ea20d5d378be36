import { readFileSync } from 'node:fs';
import path from 'node:path';
import { SaxesParser } from 'saxes';

/** An element by its local name: prefixes only repeat what the place says already. */
export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly Element[];
  readonly text: string;
}

export const root = path.resolve(__dirname, '../..');

export function readManifest(xml = readFileSync(path.join(root, 'manifest.xml'), 'utf8')): Element {
  interface Open {
    name: string;
    attributes: Record<string, string>;
    children: Open[];
    text: string;
  }
  const top: Open = { name: '', attributes: {}, children: [], text: '' };
  const open: Open[] = [top];
  const parser = new SaxesParser();
  parser.on('opentag', ({ name, attributes }) => {
    const element = { name: localName(name), attributes: { ...attributes }, children: [], text: '' };
    open.at(-1)?.children.push(element);
    open.push(element);
  });
  parser.on('text', (text) => {
    const element = open.at(-1);
    if (element) element.text += text.trim();
  });
  parser.on('closetag', () => void open.pop());
  parser.write(xml).close();
  const [document] = top.children;
  if (!document) throw new Error('manifest.xml holds no element');
  return document;
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

/** An element and everything below it. */
export function everyElement(element: Element): readonly Element[] {
  return [element, ...element.children.flatMap(everyElement)];
}

/** The only child of that name along the path; throws where it is missing. */
export function at(element: Element, ...names: readonly string[]): Element {
  return names.reduce((within, name) => {
    const found = within.children.find((child) => child.name === name);
    if (!found) throw new Error(`no <${name}> in <${within.name}>`);
    return found;
  }, element);
}
