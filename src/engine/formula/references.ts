import { columnIndex, type Area } from '../snapshot/address';
import { tokenize } from './tokens';
import type { FormulaToken } from './tokens';

export const LAST_ROW = 1_048_575;
const LAST_COLUMN = 16_383;

/** A reference in a formula: its sheet as written, its first cell or rows, and where it is a range what follows. */
export interface Reference {
  readonly sheet: string | undefined;
  readonly first: FormulaToken;
  /** What stands between the two ends, the colon and perhaps the sheet once more, and the second end. */
  readonly between: string;
  readonly second: FormulaToken | undefined;
  readonly end: number;
}

/** The reference that begins at a token; undefined where none does. */
export function referenceAt(tokens: readonly FormulaToken[], from: number): Reference | undefined {
  let at = from;
  const sheet = tokens[at]?.kind === 'sheet' ? tokens[at++]?.text : undefined;
  const first = tokens[at];
  if (first?.kind === 'rows') return { sheet, first, between: '', second: undefined, end: at + 1 };
  if (first?.kind !== 'cell' || !isOnSheet(first.text)) return undefined;
  const single = { sheet, first, between: '', second: undefined, end: at + 1 };
  let between = '';
  let next = at + 1;
  const take = (): void => {
    between += tokens[next++]?.text ?? '';
  };
  while (tokens[next]?.kind === 'space') take();
  if (tokens[next]?.text !== ':') return single;
  take();
  while (tokens[next]?.kind === 'space') take();
  if (tokens[next]?.kind === 'sheet') {
    if (tokens[next]?.text !== sheet) return single;
    take();
  }
  const second = tokens[next];
  if (second?.kind !== 'cell' || !isOnSheet(second.text)) return single;
  return { sheet, first, between, second, end: next + 1 };
}

/** Column and row of a cell in a formula, and the signs that fix them. */
export const CELL = /^(\$?)([A-Za-z]+)(\$?)([0-9]+)$/;

/** `XYZ1` is a name, not a cell: Excel has no such column. */
function isOnSheet(text: string): boolean {
  const [, , letters = '', , digits = ''] = CELL.exec(text) ?? [];
  return columnIndex(letters.toUpperCase()) <= LAST_COLUMN && parseInt(digits, 10) - 1 <= LAST_ROW;
}

/** The row of a cell or of an end of rows, counted from 0. */
export const rowIn = (text: string): number => parseInt(/[0-9]+$/.exec(text)?.[0] ?? '', 10) - 1;

/** The name of a sheet of this workbook; undefined for other workbooks and for references through several sheets. */
export function sheetOf(written: string): string | undefined {
  const name = unquoted(written).replace(/^\[0\]/, '');
  return /[[\]\\/:]/.test(name) ? undefined : name;
}

function unquoted(written: string): string {
  const name = written.slice(0, -1);
  return name.startsWith("'") ? name.slice(1, -1).replaceAll("''", "'") : name;
}

/** The cells that a formula refers to on sheets of this workbook; `own` is the sheet it stands on. */
export function referencedAreas(
  formula: string,
  own: string,
): readonly { readonly sheet: string; readonly area: Area }[] {
  const tokens = tokenize(formula);
  const found: { sheet: string; area: Area }[] = [];
  for (let at = 0; at < tokens.length;) {
    const reference = referenceAt(tokens, at);
    const isColumns = (token: FormulaToken | undefined): boolean => token?.kind === 'columns';
    const columns = isColumns(tokens[at])
      ? at
      : tokens[at]?.kind === 'sheet' && isColumns(tokens[at + 1])
        ? at + 1
        : -1;
    const written = reference ? reference.sheet : columns > at ? tokens[at]?.text : undefined;
    const sheet = written === undefined ? own : sheetOf(written);
    const area = reference ? areaOf(reference) : columns >= 0 ? columnsIn(tokens[columns]?.text ?? '') : undefined;
    if (sheet !== undefined && area) found.push({ sheet, area });
    at = reference ? reference.end : Math.max(at, columns) + 1;
  }
  return found;
}

function areaOf({ first, second }: Reference): Area {
  if (first.kind === 'rows') {
    const [from = '', to = ''] = first.text.split(':');
    return spanning([rowIn(from), 0], [rowIn(to), LAST_COLUMN]);
  }
  const cell = ({ text }: FormulaToken): readonly [number, number] => [
    rowIn(text),
    columnIndex((CELL.exec(text)?.[2] ?? '').toUpperCase()),
  ];
  return spanning(cell(first), cell(second ?? first));
}

function columnsIn(text: string): Area {
  const [from = '', to = ''] = text.toUpperCase().replaceAll('$', '').split(':');
  return spanning([0, columnIndex(from)], [LAST_ROW, columnIndex(to)]);
}

const spanning = ([r1, c1]: readonly [number, number], [r2, c2]: readonly [number, number]): Area => ({
  top: Math.min(r1, r2),
  left: Math.min(c1, c2),
  bottom: Math.max(r1, r2),
  right: Math.max(c1, c2),
});

/** The sheets between whose first and last a formula has references through all of them (`一月:三月!B5`). */
export function spannedSheets(formula: string): readonly (readonly [first: string, last: string])[] {
  return tokenize(formula).flatMap(({ kind, text }) => {
    const name = kind === 'sheet' ? unquoted(text) : '';
    const colon = name.indexOf(':');
    if (colon < 0 || /[[\\/]/.test(name)) return [];
    return [[name.slice(0, colon), name.slice(colon + 1)] as const];
  });
}

/** Whether a formula has a reference to a cell or a row of one of these sheets. */
export function refersTo(formula: string, own: string | undefined, isOne: (sheet: string) => boolean): boolean {
  const tokens = tokenize(formula);
  for (let at = 0; at < tokens.length;) {
    const reference = referenceAt(tokens, at);
    const sheet = reference?.sheet === undefined ? own : sheetOf(reference.sheet);
    if (reference && sheet !== undefined && isOne(sheet)) return true;
    at = reference ? reference.end : at + 1;
  }
  return false;
}
