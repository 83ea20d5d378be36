import { SIGNS } from '../i18n/severity';
import type { Standing } from '../i18n/severity';
import type { Paint } from './paint';
import { widthOf, wrap } from './wrap';

/** How wide lines may be, and how they are coloured. */
export interface LineStyle {
  readonly columns: number;
  readonly paint: Paint;
}

export const INDENT = 8;
export const GAP = '  ';

/** `× 错误  ` in its colour, then the text, wrapped and indented below itself. */
export function labelled(standing: Standing, word: string, text: string, style: LineStyle): readonly string[] {
  const label = `${SIGNS[standing]} ${word}`;
  const [first = '', ...rest] = hanging(`${label}${GAP}`, text, style.columns);
  return [style.paint(standing, label) + first.slice(label.length), ...rest];
}

/** `－ ` and a text of its own. */
export function signed(standing: Standing, text: string, style: LineStyle): readonly string[] {
  const [first = '', ...rest] = hanging(`${SIGNS[standing]} `, text, style.columns);
  return [style.paint(standing, SIGNS[standing]) + first.slice(SIGNS[standing].length), ...rest];
}

/** A label and a text behind it, wrapped and indented below itself. */
export function hanging(label: string, text: string, columns: number, indent = INDENT): readonly string[] {
  const [first = '', ...rest] = wrap(text, columns - indent, widthOf(label) - indent);
  return [label + first, ...rest.map((line) => ' '.repeat(indent) + line)];
}
