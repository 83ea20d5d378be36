import type { Decimal } from 'decimal.js';
import { readAmount } from '../amount/read-amount';
import type { Reading } from '../amount/reading';
import type { Block, Row, Table } from '../edition/edition';
import type { ResolvedEdition } from '../edition/resolve';
import { scopeAt, type Members, type Scope } from '../scope/scope';
import type { CellRef } from '../snapshot/address';
import type { CellValue, Snapshot } from '../snapshot/snapshot';
import type { Source } from '../source/source';
import { normaliseText, stripLeadingEnumeration } from '../text/normalise';
import { saysNone } from '../text/says-none';
import { cellIn, findAskedSheet, textIn, valueIn, wordsOf, type HeaderWords } from './own-columns';
import { priorSource, type PriorEntry } from './prior-source';

export type PriorColumn = 'table' | 'code' | 'name' | 'column' | 'amount' | 'nowCode' | 'from';

/** Headers of the sheet of last year's figures. */
export const PRIOR_HEADERS: HeaderWords<PriorColumn> = {
  table: ['表', 'Table'],
  code: ['编码', 'Code', '科目编码'],
  name: ['名称', 'Name', '科目名称'],
  column: ['口径', 'Scope'],
  amount: ['上年数', 'Last year', '上年预算数'],
  nowCode: ['今年编码', 'Code this year', '本年编码'],
  from: ['来源', 'Source'],
};

/** A row of the sheet of last year's figures (上年数), with an amount or without. */
export interface PriorRow {
  readonly table: string;
  readonly code: string;
  readonly name: string;
  /** 口径: the column of the table. */
  readonly column: string;
  /** 上年数, as typed. */
  readonly value: CellValue;
  readonly nowCode: string;
  readonly from: string;
  readonly cell: CellRef;
  /** Where its name stands; undefined of a row that stands in no sheet yet. */
  readonly nameCell?: CellRef;
}

/** The rows of the sheet of last year's figures; none where the workbook has no such sheet. A blank table is that of the row above it. */
export function readPriorRows(snapshot: Snapshot): readonly PriorRow[] {
  const asked = findAskedSheet(snapshot, PRIOR_HEADERS, ['table', 'name', 'amount']);
  if (!asked) return [];
  const rows: PriorRow[] = [];
  let table = '';
  for (const row of asked.rows) {
    table = textIn(asked, row, 'table') || table;
    const code = textIn(asked, row, 'code');
    const name = textIn(asked, row, 'name');
    const value = valueIn(asked, row, 'amount');
    if (code === '' && name === '' && wordsOf(value) === '') continue;
    const [column, nowCode, from] = (['column', 'nowCode', 'from'] as const).map((at) => textIn(asked, row, at));
    rows.push({
      table,
      code,
      name,
      column: column ?? '',
      value,
      nowCode: nowCode ?? '',
      from: from ?? '',
      cell: cellIn(asked, row, 'amount'),
      nameCell: cellIn(asked, row, 'name'),
    });
  }
  return rows;
}

/** Where the names of codes belong that a row of last year's figures has without a name, by this year's codes. */
export function priorNameCells(snapshot: Snapshot): ReadonlyMap<string, CellRef> {
  const cells = new Map<string, CellRef>();
  for (const { code, nowCode, name, nameCell } of readPriorRows(snapshot)) {
    const own = digits(nowCode) || digits(code);
    if (own !== '' && name === '' && nameCell && !cells.has(own)) cells.set(own, nameCell);
  }
  return cells;
}

/**
 * Last year's figures out of their sheet, in this year's codes where 今年编码 says one. Undefined where no amount was typed. A
 * blank amount is nothing once its table has any, unless it was forgotten (`priorSource`); what was typed but is no amount is not told.
 */
export function readPrior(snapshot: Snapshot, edition: ResolvedEdition): Source | undefined {
  const inTables = rowsInTables(snapshot, edition);
  const answered = new Set(inTables.filter(({ reading }) => reading.kind === 'amount').map(({ table }) => table));
  const entries = inTables.flatMap(({ row, table, reading }): readonly PriorEntry[] => {
    const scope = answered.has(table) ? scopeOfRow(row, table) : undefined;
    if (!scope) return [];
    const value: Decimal | undefined = reading.kind === 'amount' ? reading.value : undefined;
    const line = `${table.id}|${digits(row.code)}|${normaliseText(row.name)}`;
    return [{ scope, value, blank: reading.kind === 'blank', cell: row.cell, table: table.id, line }];
  });
  return answered.size === 0 ? undefined : priorSource(entries, edition.dimensions);
}

/** Where one of last year's figures is to be written. */
export interface PriorCell {
  readonly cell: CellRef;
  /** What was typed there and is no amount. */
  readonly unread: string | undefined;
}

/** The cells of the sheet of last year's figures, by the keys of their scopes. */
export function priorCells(snapshot: Snapshot, edition: ResolvedEdition): ReadonlyMap<string, PriorCell> {
  const cells = new Map<string, PriorCell>();
  for (const { row, table, reading } of rowsInTables(snapshot, edition)) {
    const key = scopeOfRow(row, table)?.key;
    if (key === undefined || cells.has(key)) continue;
    cells.set(key, { cell: row.cell, unread: reading.kind === 'unreadable' ? reading.raw : undefined });
  }
  return cells;
}

/** The rows of the sheet whose tables the edition has, and what was typed. */
export function rowsInTables(
  snapshot: Snapshot,
  edition: ResolvedEdition,
): readonly { readonly row: PriorRow; readonly table: Table; readonly reading: Reading }[] {
  return readPriorRows(snapshot).flatMap((row) => {
    const table = tableOfRow(row, edition);
    return table ? [{ row, table, reading: readingOf(row.value) }] : [];
  });
}

/** 无 is an answer: there was nothing. */
const readingOf = (value: CellValue): Reading => readAmount(typeof value === 'string' && saysNone(value) ? 0 : value);

/** The table of a row of the sheet, however it is called. */
export function tableOfRow(row: Pick<PriorRow, 'table'>, edition: ResolvedEdition): Table | undefined {
  return edition.declared.tables.find(({ id, title, aliases = [] }) => [id, title, ...aliases].some(sameAs(row.table)));
}

/** What a row of the sheet is about; undefined where its table has no such row or column. */
export function scopeOfRow(
  row: Pick<PriorRow, 'code' | 'name' | 'column' | 'nowCode'>,
  table: Table,
): Scope | undefined {
  for (const block of table.blocks) {
    const column =
      row.column === ''
        ? block.columns[0]
        : block.columns.find(({ header, aliases = [] }) => [header, ...aliases].some(sameAs(row.column)));
    const members = column && membersOfRow(row, block);
    if (members) return scopeAt(table.scope, block.scope ?? {}, members, column.scope ?? {});
  }
  return undefined;
}

function membersOfRow(row: Pick<PriorRow, 'code' | 'name' | 'nowCode'>, block: Block): Members | undefined {
  const code = digits(row.nowCode) || digits(row.code);
  for (const declared of block.rows) {
    if ('tree' in declared) {
      if (code !== '') return { [declared.tree]: code };
    } else if (code === '' && namesOf(declared).some(sameAs(row.name))) {
      return 'scope' in declared ? declared.scope : {};
    }
  }
  return undefined;
}

function namesOf(row: Exclude<Row, { readonly tree: string }>): readonly string[] {
  if ('total' in row) return row.total;
  return 'label' in row ? [row.label, ...(row.aliases ?? [])] : [row.name];
}

function sameAs(text: string): (word: string) => boolean {
  const wanted = stripLeadingEnumeration(text);
  return (word) => wanted !== '' && stripLeadingEnumeration(word) === wanted;
}

function digits(text: string): string {
  return normaliseText(text).replace(/[^0-9]/g, '');
}
