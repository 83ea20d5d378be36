import type { NewNote } from '../../engine/snapshot/patch';
import { encode } from './xml-text';

/**
 * VML is not reliably XML (Excel itself writes <br> into form controls), so it is edited as text: a character for each byte,
 * so that nothing can be lost. (TextDecoder('latin1') is Windows-1252 and would lose some.)
 */
export function byteText(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 8192) text += String.fromCharCode(...bytes.subarray(at, at + 8192));
  return text;
}

/** And back. */
export function textBytes(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i++) bytes[i] = text.charCodeAt(i);
  return bytes;
}

export interface Position {
  readonly row: number;
  readonly column: number;
}

const SHAPE_TYPE =
  '<v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/>' +
  '<v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>';

const NAMESPACES = {
  v: 'urn:schemas-microsoft-com:vml',
  o: 'urn:schemas-microsoft-com:office:office',
  x: 'urn:schemas-microsoft-com:office:excel',
} as const;
const declarations = (prefixes: readonly (keyof typeof NAMESPACES)[]): string =>
  prefixes.map((prefix) => ` xmlns:${prefix}="${NAMESPACES[prefix]}"`).join('');

/** A VML part of its own for these notes. */
export function vmlPart(notes: readonly NewNote[]): Uint8Array {
  const shapes = notes.map((note, i) => noteShape(note, 1025 + i)).join('');
  const layout = '<o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="1"/></o:shapelayout>';
  return encode(`<xml${declarations(['v', 'o', 'x'])}>${layout}${SHAPE_TYPE}${shapes}</xml>`);
}

const CHARACTERS_A_LINE = 22;
const LINE = 14;

// The hidden box of a note, wide and high enough to be read without resizing. `number` makes its id unique in the part.
function noteShape(note: NewNote, number: number): string {
  const lines = note.text
    .split('\n')
    .reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / CHARACTERS_A_LINE)), 0);
  const height = Math.min(400, Math.max(60, (lines + 2) * LINE));
  const { row, column } = note;
  const top = Math.max(0, row - 1);
  const anchor = [column + 1, 15, top, 4, column + 5, 15, top + Math.ceil(height / LINE), 4].join(', ');
  return (
    `<v:shape id="_x0000_s${number}" type="#_x0000_t202" style="position:absolute;margin-left:80pt;margin-top:5pt;width:230pt;height:${height}pt;z-index:${number - 1024};visibility:hidden"` +
    ` fillcolor="#ffffe1" o:insetmode="auto"><v:fill color2="#ffffe1"/><v:shadow on="t" color="black" obscured="t"/><v:path o:connecttype="none"/>` +
    `<v:textbox style="mso-direction-alt:auto"><div style="text-align:left"></div></v:textbox><x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/>` +
    `<x:Anchor>${anchor}</x:Anchor><x:AutoFill>False</x:AutoFill><x:Row>${row}</x:Row><x:Column>${column}</x:Column></x:ClientData></v:shape>`
  );
}

/** A VML part with the boxes of these notes put at its end. */
export function withShapes(bytes: Uint8Array, notes: readonly NewNote[]): Uint8Array {
  const text = byteText(bytes);
  const end = text.lastIndexOf('</xml>');
  const at = end < 0 ? text.length : end;
  const highest = [...text.matchAll(/id="_x0000_s(\d+)"/g)].reduce(
    (max, [, digits]) => Math.max(max, Number(digits)),
    1024,
  );
  const shapes = notes.map((note, i) => noteShape(note, highest + 1 + i));
  const added = text.includes('id="_x0000_t202"') ? shapes : [SHAPE_TYPE, ...shapes];
  // Other programs name the namespaces in their own way (openpyxl uses no prefix), so ours bring what is not there.
  const missing = declarations(
    (['v', 'o', 'x'] as const).filter((prefix) => !text.includes(` xmlns:${prefix}="${NAMESPACES[prefix]}"`)),
  );
  return textBytes(
    text.slice(0, at) + added.map((xml) => xml.replace(/^<v:\w+/, `$&${missing}`)).join('') + text.slice(at),
  );
}

const SHAPE = /<((?:\w+:)?shape)(?=[\s>])[\s\S]*?<\/\1>/g;

/** A VML part without the boxes of the notes on these cells. */
export function withoutNoteShapes(bytes: Uint8Array, cells: readonly Position[]): Uint8Array {
  const unwanted = new Set(cells.map(({ row, column }) => `${row},${column}`));
  const text = byteText(bytes);
  const left = text.replace(SHAPE, (shape) => {
    const row = /<(?:\w+:)?Row>\s*(\d+)\s*</.exec(shape)?.[1];
    const column = /<(?:\w+:)?Column>\s*(\d+)\s*</.exec(shape)?.[1];
    return /ObjectType="Note"/.test(shape) && unwanted.has(`${row ?? ''},${column ?? ''}`) ? '' : shape;
  });
  // The type of note boxes was ours too where it is left as the last thing of the part, without a box that uses it.
  if (left.includes('type="#_x0000_t202"')) return textBytes(left);
  return textBytes(
    left.replace(
      /<v:shapetype( xmlns:\w="[^"]*")* id="_x0000_t202"(?:(?!<v:shapetype)[\s\S])*<\/v:shapetype><\/xml>$/,
      '</xml>',
    ),
  );
}

/** Whether a VML part draws anything at all. */
export function hasShapes(bytes: Uint8Array): boolean {
  return /<(?:\w+:)?(?:shape|group|rect|line|oval|image)[\s>]/.test(byteText(bytes));
}
