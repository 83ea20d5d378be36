import type { Catalogue } from '../../classification/catalogue';
import type { CodeReading } from '../../classification/code';
import type { CodeSystem } from '../../classification/code-tree';
import { plainName } from '../../classification/names';
import type { Place } from '../../finding/facts';
import type { Finding, Severity } from '../../finding/finding';
import type { CellRef } from '../../snapshot/address';
import { stripTrailingBracket } from '../../text/normalise';

/** A row of a table that has a place for a classification code, in the table's order. */
export interface CodedRow {
  /** What the code column is said to hold. */
  readonly system: CodeSystem;
  readonly code: CodeReading;
  /** As it stands; a name behind the code in one cell is found in `code`. */
  readonly name?: string;
  /** The (last) code cell. */
  readonly cell: CellRef;
  readonly nameCell?: CellRef;
  /** The table's declared id and short name: `表五`. */
  readonly table: string;
  /** False for a row that only shows the code. */
  readonly hasAmounts: boolean;
  /** A line of the class list 201–234 that summary tables print whether used or not. */
  readonly classList?: true;
}

/** What the checks of codes are made against. */
export interface CodeContext {
  readonly catalogue: Catalogue;
  /** Of the document; without it the present year is meant. */
  readonly year?: number;
  /** The table is partly secret: what is not divided is so by right. */
  readonly secret?: true;
  /** Digits to which the law wants the table divided: functional 7, economic 5, unless the edition says less. */
  readonly leafLength?: 3 | 5 | 7;
}

/** One check of the codes of one table. */
export type CodeCheck = (rows: readonly CodedRow[], context: CodeContext) => readonly Finding[];

/** The row's name, wherever it stands; undefined where there is none. */
export function nameOfRow(row: CodedRow): string | undefined {
  const own = row.name?.trim();
  if (own !== undefined && own !== '') return own;
  return row.code.kind === 'code' && row.code.name !== undefined ? fullWidthBrackets(row.code.name) : undefined;
}

/** The place of a row's code in words. */
export function codePlace(row: CodedRow): Place {
  return placeAt(row, row.cell);
}

/** The place of a row's name in words. */
export function namePlace(row: CodedRow): Place {
  return placeAt(row, row.nameCell ?? row.cell);
}

function placeAt(row: CodedRow, cell: CellRef): Place {
  const name = nameOfRow(row);
  return name === undefined ? { cell, table: row.table } : { cell, table: row.table, row: rowName(name) };
}

/** A row's name as a sentence prints it: without code, numbering and the 款 in a bracket behind it. */
export function rowName(name: string): string {
  return fullWidthBrackets(stripTrailingBracket(plainName(name)));
}

/** Brackets as Chinese texts print them: normalised names have half-width ones. */
export function fullWidthBrackets(name: string): string {
  return name.replaceAll('(', '（').replaceAll(')', '）');
}

/** One step less grave, for rows without amounts and where the evidence is thin. */
export function lowered(severity: Severity): Severity {
  return severity === 'error' ? 'warning' : 'note';
}

/** Rows in groups of equal keys, each in the order of its first; a key of undefined leaves the row out. */
export function grouped(
  rows: readonly CodedRow[],
  keyOf: (row: CodedRow) => string | undefined,
): readonly (readonly [CodedRow, ...CodedRow[]])[] {
  const groups = new Map<string, [CodedRow, ...CodedRow[]]>();
  for (const row of rows) {
    const key = keyOf(row);
    if (key === undefined) continue;
    const group = groups.get(key);
    if (group) group.push(row);
    else groups.set(key, [row]);
  }
  return [...groups.values()];
}
