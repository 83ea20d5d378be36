import type { Area } from '../../../engine/snapshot/address';
import { rangeOf } from '../api/areas';
import type { RowOperation } from '../decide/row-operations';
import { witnessFormula } from '../decide/row-operations';
import type { Step } from '../api/step';
import { BYTES_A_CALL } from '../api/step';
import { rowsAddress } from '../api/rows-address';

/** What new rows take over from the row they are like. */
export interface RowLooks {
  /** The row as the sheet is when the new ones have just been put in. */
  readonly like: number;
  /** In points; undefined where it is as high as rows are. */
  readonly height: number | undefined;
  /** Columns in which the row is part of a merged area of several rows: a part of one cannot be copied. */
  readonly without: readonly { readonly from: number; readonly to: number }[];
  /** The last column that is used. */
  readonly right: number;
}

/** Puts rows in, with a witness unless it stands there already, and gives them their looks. */
export function insertStep(operation: RowOperation, looks: RowLooks, isWitnessed: boolean): Step {
  return {
    bytes: (12 + 4 * looks.without.length) * BYTES_A_CALL,
    write: (context) => {
      const there = context.workbook.worksheets.getItem(operation.edit.sheet);
      if (!isWitnessed) bearWitness(there, operation);
      insert(there, operation.edit, looks);
    },
  };
}

/** Gives rows that have been put in their looks. */
export function looksStep(
  rows: { readonly sheet: string; readonly at: number; readonly count: number },
  looks: RowLooks,
): Step {
  return {
    bytes: (8 + 4 * looks.without.length) * BYTES_A_CALL,
    write: (context) => dress(context.workbook.worksheets.getItem(rows.sheet), rows, looks),
  };
}

interface NewRows {
  readonly at: number;
  readonly count: number;
}

function insert(sheet: Excel.Worksheet, rows: NewRows, looks: RowLooks): void {
  sheet.getRange(rowsAddress({ from: rows.at, to: rows.at + rows.count - 1 })).insert('Down');
  dress(sheet, rows, looks);
}

function dress(sheet: Excel.Worksheet, { at, count }: NewRows, looks: RowLooks): void {
  const added = { from: at, to: at + count - 1 };
  for (const { source, target } of copies(looks, added)) {
    rangeAt(sheet, target).copyFrom(rangeAt(sheet, source), 'Formats');
  }
  const { format } = sheet.getRange(rowsAddress(added));
  if (looks.height !== undefined) format.rowHeight = looks.height;
  else format.useStandardHeight = true;
}

/** Takes rows out, with a witness unless it stands there already. */
export function deleteStep(operation: RowOperation, isWitnessed: boolean): Step {
  const { sheet, at, count } = operation.edit;
  return {
    bytes: 5 * BYTES_A_CALL,
    write: (context) => {
      const there = context.workbook.worksheets.getItem(sheet);
      if (!isWitnessed) bearWitness(there, operation);
      there.getRange(rowsAddress({ from: at, to: at + count - 1 })).delete('Up');
    },
  };
}

/** Takes out what an interrupted insertion has put in, wherever it is, and its witness with it. */
export function takeBackInsertion({ edit, witness }: RowOperation, below: number): Step {
  return {
    bytes: 4 * BYTES_A_CALL,
    write: (context) => {
      const there = context.workbook.worksheets.getItem(edit.sheet);
      there.getRange(rowsAddress({ from: below - edit.count, to: below - 1 })).delete('Up');
      there.names.getItem(witness).delete();
    },
  };
}

/** Puts in again what an interrupted deletion has taken out, and takes its witness away, which has moved with the rows below. */
export function takeBackDeletion({ edit, witness }: RowOperation, below: number, looks: RowLooks): Step {
  return {
    bytes: (12 + 4 * looks.without.length) * BYTES_A_CALL,
    write: (context) => {
      const there = context.workbook.worksheets.getItem(edit.sheet);
      insert(there, { at: below, count: edit.count }, looks);
      there.names.getItem(witness).delete();
    },
  };
}

function bearWitness(sheet: Excel.Worksheet, operation: RowOperation): void {
  sheet.names.add(operation.witness, witnessFormula(operation)).visible = false;
}

type Rows = { readonly from: number; readonly to: number };
type Piece = Rows & { readonly columns: Rows | undefined };

function copies(looks: RowLooks, added: Rows): readonly { readonly source: Piece; readonly target: Piece }[] {
  const source = { from: looks.like, to: looks.like };
  if (looks.without.length === 0)
    return [{ source: { ...source, columns: undefined }, target: { ...added, columns: undefined } }];
  const gaps = [...looks.without].sort((a, b) => a.from - b.from);
  const columns: Rows[] = [];
  let next = 0;
  for (const { from, to } of gaps) {
    if (next < from) columns.push({ from: next, to: from - 1 });
    next = Math.max(next, to + 1);
  }
  if (next <= looks.right) columns.push({ from: next, to: looks.right });
  return columns.map((piece) => ({ source: { ...source, columns: piece }, target: { ...added, columns: piece } }));
}

function rangeAt(sheet: Excel.Worksheet, { from, to, columns }: Piece): Excel.Range {
  if (!columns) return sheet.getRange(rowsAddress({ from, to }));
  const area: Area = { top: from, left: columns.from, bottom: to, right: columns.to };
  return rangeOf(sheet, area);
}

/** Takes hidden names away that bore witness. */
export function forgetStep(names: readonly { readonly sheet: string; readonly name: string }[]): Step {
  return {
    bytes: 4 * BYTES_A_CALL * names.length,
    write: (context) => {
      for (const { sheet, name } of names) context.workbook.worksheets.getItem(sheet).names.getItem(name).delete();
    },
  };
}
