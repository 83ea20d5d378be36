import type { CellValue, Snapshot } from '../../src/engine/snapshot/snapshot';
import { openXlsx } from '../../src/hosts/xlsx/open-xlsx';
import type { XlsxWorkbook } from '../../src/hosts/xlsx/workbook';
import { parsePlace, type Place } from '../fixtures/edit';

/** A file as the command line opens it. */
export function opened(bytes: Uint8Array | undefined): XlsxWorkbook {
  const result = openXlsx(bytes ?? new Uint8Array());
  if (!result.ok) throw new Error(result.because);
  return result.workbook;
}

/** A file after somebody has typed into these cells and saved it. */
export function typeInto(bytes: Uint8Array, values: Readonly<Record<Place, CellValue>>): Uint8Array {
  const workbook = opened(bytes);
  const edits = Object.entries(values).map(([place, to]) => {
    const { sheet, row, column } = parsePlace(place);
    return { do: 'setValue' as const, at: { sheet, row, column }, to };
  });
  const { bytes: saved, receipt } = workbook.apply({ for: workbook.snapshot.stamp, command: 'undo', edits });
  if (receipt.refused.length > 0) throw new Error(receipt.refused.map(({ because }) => because).join());
  return saved;
}

/** Where, in a sheet, the row with these words has its cell in a column: `rowWith(snapshot, '上年数', ['表三', '合计'], 'E')`. */
export function placeWith(snapshot: Snapshot, sheet: string, words: readonly string[], column: string): Place {
  const row = snapshot.sheets
    .find(({ name }) => name === sheet)
    ?.rows.find(({ cells }) => words.every((word) => cells.some(({ value }) => value === word)));
  if (!row) throw new Error(`${sheet} has no row ${words.join(' ')}`);
  return `${sheet}!${column}${row.row + 1}`;
}
