import {
  findAskedSheet,
  textIn,
  valueIn,
  wordsOf,
  type AskedSheet,
  type HeaderWords,
} from '../../engine/asked/own-columns';
import { tokenize } from '../../engine/formula/tokens';
import type { DrawnCell, DrawnRow, DrawnSheet } from '../../engine/snapshot/drawn';
import type { SheetSnapshot, Snapshot, SnapshotRow } from '../../engine/snapshot/snapshot';
import { normaliseText } from '../../engine/text/normalise';
import { FIRST_ROW } from './asked-sheet';

/** How a sheet in which people answer is read, and what tells its rows apart. */
export interface AskedKind<Column extends string> {
  readonly headers: HeaderWords<Column>;
  readonly needed: readonly Column[];
  /** The first is carried down over blanks. */
  readonly keys: readonly Column[];
  /** Where people answer. */
  readonly answer: Column;
}

export interface CarriedWords {
  /** Header over what stood in notes. */
  readonly notes: string;
  /** What the sheet says in row 1, in every language it may have been drawn in. */
  readonly guides: readonly string[];
}

/**
 * A sheet drawn anew with everything of people's own that stood in the old one besides their answers: columns that they added, notes,
 * words above the headers, and answers that are formulas (as long as what they refer to does not move). Without an old sheet, the
 * drawn one as it is.
 */
export function withOwnContent<Column extends string>(
  drawn: DrawnSheet,
  snapshot: Snapshot,
  kind: AskedKind<Column>,
  words: CarriedWords,
): DrawnSheet {
  const old = findAskedSheet(snapshot, kind.headers, kind.needed);
  const anew = findAskedSheet({ stamp: '', sheets: [asSnapshot(drawn)] }, kind.headers, kind.needed);
  if (!old || !anew) return drawn;
  const own = ownContentOf(old, words);
  const { rows, left } = matched(old, anew, kind);
  const withFormulas = drawn.rows.map((row, index) => withFormula(row, rows.get(index), old, anew, kind));
  const columns = own.columns.map((column, index) => ({ ...column, at: drawn.columns.length + index }));
  const kept = left.filter((row) => own.columns.some(({ cells }) => cells.has(row.row)));
  if (columns.length === 0 && own.above === '') return { ...drawn, rows: withFormulas };
  const wider = withFormulas.map((row, index): DrawnRow => {
    if (index === FIRST_ROW - 2 && own.above !== '')
      return extended(row, [{ column: drawn.columns.length + columns.length, value: own.above, look: 'guide' }]);
    if (index === FIRST_ROW - 1)
      return extended(
        row,
        columns.map(({ at, header }) => ({ column: at, value: header === '' ? null : header, look: 'ownHeader' })),
      );
    const from = rows.get(index);
    return from ? extended(row, cellsOf(columns, from.row)) : row;
  });
  // A line that nothing asks for any more and in which nothing was answered, but something noted.
  const lines = kept.map((row): DrawnRow => {
    const known = [...anew.columns].flatMap(([column, at]): readonly DrawnCell[] => {
      const value = valueIn(old, row, column);
      return value === null ? [] : [{ column: at, value, look: 'madeWrap' }];
    });
    return { cells: [...known.sort((a, b) => a.column - b.column), ...cellsOf(columns, row.row)] };
  });
  const all = [...wider, ...lines];
  return {
    ...drawn,
    columns: [...drawn.columns, ...columns.map(() => ({ width: 20 }))],
    rows: all,
    ...(drawn.filter
      ? { filter: { ...drawn.filter, right: drawn.filter.right + columns.length, bottom: all.length - 1 } }
      : {}),
  };
}

interface OwnColumn {
  readonly header: string;
  /** By the row in the old sheet. */
  readonly cells: ReadonlyMap<number, DrawnCell['value']>;
}

function ownContentOf<Column extends string>(
  old: AskedSheet<Column>,
  words: CarriedWords,
): { readonly columns: readonly OwnColumn[]; readonly above: string } {
  const { sheet, headerRow, columns } = old;
  const known = new Set(columns.values());
  const found = new Map<number, Map<number, DrawnCell['value']>>();
  const headers = new Map<number, string>();
  const above: string[] = [];
  for (const { row, cells } of sheet.rows) {
    for (const { column, value } of cells) {
      if (wordsOf(value) === '') continue;
      if (row < headerRow) {
        if (!words.guides.includes(wordsOf(value))) above.push(wordsOf(value));
      } else if (row === headerRow && !known.has(column)) headers.set(column, wordsOf(value));
      else if (row > headerRow && !known.has(column)) {
        const own = found.get(column) ?? new Map<number, DrawnCell['value']>();
        found.set(column, own.set(row, value));
      }
    }
  }
  const own = [...new Set([...headers.keys(), ...found.keys()])]
    .sort((a, b) => a - b)
    .map((column): OwnColumn => ({ header: headers.get(column) ?? '', cells: found.get(column) ?? new Map() }));
  const notes = notesOf(sheet, headerRow);
  if (notes.size === 0) return { columns: own, above: above.join('；') };
  const there = own.findIndex(({ header }) => normaliseText(header) === normaliseText(words.notes));
  const before = own[there]?.cells ?? new Map<number, DrawnCell['value']>();
  const merged = new Map(before);
  for (const [row, text] of notes) {
    const said = wordsOf(before.get(row) ?? null);
    if (!said.includes(text)) merged.set(row, said === '' ? text : `${said}；${text}`);
  }
  const column: OwnColumn = { header: words.notes, cells: merged };
  return {
    columns: there < 0 ? [...own, column] : own.map((one, index) => (index === there ? column : one)),
    above: above.join('；'),
  };
}

function notesOf(sheet: SheetSnapshot, headerRow: number): ReadonlyMap<number, string> {
  const notes = new Map<number, string>();
  for (const { row, text, ours } of sheet.notes) {
    if (ours || text.trim() === '' || row <= headerRow) continue;
    const before = notes.get(row);
    notes.set(row, before === undefined ? text.trim() : `${before}；${text.trim()}`);
  }
  return notes;
}

/** Which old row each drawn one continues, by its index; and the old rows that none does. */
function matched<Column extends string>(
  old: AskedSheet<Column>,
  anew: AskedSheet<Column>,
  { keys }: AskedKind<Column>,
): { readonly rows: ReadonlyMap<number, SnapshotRow>; readonly left: readonly SnapshotRow[] } {
  const waiting = new Map<string, SnapshotRow[]>();
  for (const { key, row } of keyed(old, keys)) waiting.set(key, [...(waiting.get(key) ?? []), row]);
  const rows = new Map<number, SnapshotRow>();
  for (const { key, row } of keyed(anew, keys)) {
    const from = waiting.get(key)?.shift();
    if (from) rows.set(row.row, from);
  }
  return { rows, left: [...waiting.values()].flat() };
}

function keyed<Column extends string>(
  asked: AskedSheet<Column>,
  [first, ...others]: readonly Column[],
): readonly { readonly key: string; readonly row: SnapshotRow }[] {
  let carried = '';
  return asked.rows.map((row) => {
    if (first !== undefined) carried = textIn(asked, row, first) || carried;
    const key = [carried, ...others.map((column) => textIn(asked, row, column))].map(normaliseText).join('|');
    return { key, row };
  });
}

function withFormula<Column extends string>(
  row: DrawnRow,
  from: SnapshotRow | undefined,
  old: AskedSheet<Column>,
  anew: AskedSheet<Column>,
  { answer }: AskedKind<Column>,
): DrawnRow {
  const cell = from?.cells.find(({ column }) => column === old.columns.get(answer));
  const { formula, value } = cell ?? {};
  if (formula === undefined || !staysTrue(formula, old.sheet.name)) return row;
  const at = anew.columns.get(answer);
  return {
    ...row,
    cells: row.cells.map((one) => (one.column === at && one.value === value ? { ...one, formula } : one)),
  };
}

/** Whether a formula means the same wherever it stands: it refers to nothing, or to other sheets alone. */
function staysTrue(formula: string, sheet: string): boolean {
  let elsewhere = false;
  for (const { kind, text } of tokenize(formula)) {
    if (kind === 'sheet') elsewhere = text.replace(/^'|'?!$/g, '').replaceAll("''", "'") !== sheet;
    else if (kind === 'cell' || kind === 'columns' || kind === 'rows') {
      if (!elsewhere) return false;
    } else if (text !== ':') elsewhere = false;
  }
  return true;
}

function cellsOf(columns: readonly (OwnColumn & { readonly at: number })[], row: number): readonly DrawnCell[] {
  return columns.flatMap(({ at, cells }): readonly DrawnCell[] => {
    const value = cells.get(row);
    return value === undefined ? [] : [{ column: at, value, look: 'inputWrap' }];
  });
}

const extended = (row: DrawnRow, cells: readonly DrawnCell[]): DrawnRow => ({
  ...row,
  cells: [...row.cells, ...cells],
});

/** A drawn sheet as it will be read. */
function asSnapshot({ name, rows }: DrawnSheet): SheetSnapshot {
  return {
    name,
    visibility: 'visible',
    rows: rows.map(({ cells }, row) => ({ row, cells })),
    merges: [],
    hiddenRows: [],
    hiddenColumns: [],
    notes: [],
    flags: [],
    isProtected: false,
    ours: true,
  };
}
