import { columnIndex } from '../../../src/engine/snapshot/address';
import { areaOfAddress } from './addresses';
import type { ModelSheet, ModelValue } from './workbook';
import { ModelWorkbook } from './workbook';

/** A cell as a test writes it: a value as stored (no parsing), null for an empty one, or a formula with its value. */
export type CellInput =
  | ModelValue
  | null
  | { readonly formula: string; readonly value: ModelValue }
  | { readonly value: ModelValue; readonly format: string };

export interface SheetInput {
  readonly name: string;
  /** From A1 on. */
  readonly rows?: readonly (readonly CellInput[])[];
  readonly merges?: readonly string[];
  readonly visibility?: ModelSheet['visibility'];
  readonly isProtected?: boolean;
  /** Counted from 1, as Excel shows them. */
  readonly hiddenRows?: readonly number[];
  readonly hiddenColumns?: readonly string[];
  /** In points, by row as Excel shows it. */
  readonly heights?: Readonly<Record<number, number>>;
  /** Of the workbook, with their leading `=`. */
  readonly names?: Readonly<Record<string, string>>;
  /** Cells that may be written although the sheet is protected. */
  readonly unlocked?: readonly string[];
}

/** A workbook with these sheets. */
export function workbookOf(sheets: readonly SheetInput[]): ModelWorkbook {
  const workbook = new ModelWorkbook(sheets.map((sheet) => sheet.name));
  for (const input of sheets) {
    const sheet = workbook.sheet(input.name);
    if (sheet) fill(sheet, input);
    for (const [name, formula] of Object.entries(input.names ?? {}))
      workbook.names.set(name.toLowerCase(), { name, formula, visible: true });
  }
  return workbook;
}

function fill(sheet: ModelSheet, input: SheetInput): void {
  (input.rows ?? []).forEach((cells, row) => {
    cells.forEach((cell, column) => {
      if (cell === null) return;
      const target = sheet.touch(row, column);
      if (typeof cell !== 'object') target.value = cell;
      else {
        target.value = cell.value;
        if ('formula' in cell) target.formula = cell.formula;
        else target.format = cell.format;
      }
    });
  });
  sheet.merges = (input.merges ?? []).map(areaOfAddress);
  sheet.visibility = input.visibility ?? 'Visible';
  sheet.isProtected = input.isProtected ?? false;
  for (const [row, height] of Object.entries(input.heights ?? {})) sheet.rowHeights.set(Number(row) - 1, height);
  for (const address of input.unlocked ?? []) {
    const { top, left } = areaOfAddress(address);
    sheet.touch(top, left).locked = false;
  }
  for (const row of input.hiddenRows ?? []) sheet.hiddenRows.add(row - 1);
  for (const column of input.hiddenColumns ?? []) sheet.hiddenColumns.add(columnIndex(column));
}
