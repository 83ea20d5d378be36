import type { Area, CellRef } from '../../../src/engine/snapshot/address';
import { parseA1, parseA1Area } from '../../../src/engine/snapshot/address';
import type { CellContent, CommandId, Edit, Patch, Receipt } from '../../../src/engine/snapshot/patch';
import type { CellValue, Snapshot } from '../../../src/engine/snapshot/snapshot';
import type { ExcelHost } from '../../../src/hosts/excel/excel-host';
import { createExcelHost } from '../../../src/hosts/excel/excel-host';
import type { ExcelOptions, TestExcel } from '../../office/excel';
import { openExcel } from '../../office/excel';
import type { SheetInput } from '../../office/model/build';
import { workbookOf } from '../../office/model/build';
import type { Plain } from '../../office/model/state';
import { stateOf } from '../../office/model/state';
import type { ModelCell } from '../../office/model/workbook';

export interface Opened {
  readonly excel: TestExcel;
  readonly host: ExcelHost;
}

/** What an office has today. */
export const TODAY = '1.14';

export function open(sheets: readonly SheetInput[], options: Omit<ExcelOptions, 'workbook'> = {}): Opened {
  return opened(openExcel({ workbook: workbookOf(sheets), excelApi: TODAY, ...options }));
}

/** A pane over a running Excel. */
export function opened(excel: TestExcel): Opened {
  return { excel, host: createExcelHost((batch) => excel.Excel.run(batch), excel.supports) };
}

export const state = ({ excel }: Opened): Plain => stateOf(excel.workbook);

/** `表三!E9`. */
export function at(address: string): CellRef {
  const [sheet = '', cell = ''] = address.split('!');
  const place = parseA1(cell);
  if (!place) throw new Error(`not a cell: ${address}`);
  return { sheet, ...place };
}

export const area = (address: string): Area => parseA1Area(address)!;

export const value = (address: string, to: CellValue): Edit => ({ do: 'setValue', at: at(address), to });
export const formula = (address: string, to: string): Edit => ({ do: 'setFormula', at: at(address), to });
/** New rows above a row as people count it, looking like another. */
export const rows = (sheet: string, above: number, count: number, like: number): Edit => ({
  do: 'insertRows',
  sheet,
  at: above - 1,
  count,
  like: like - 1,
});

export const patch = (edits: readonly Edit[], stamp = 'any', command: CommandId = 'fill'): Patch => ({
  for: stamp,
  command,
  edits,
});

export function cell({ excel }: Opened, address: string): ModelCell | undefined {
  const { sheet, row, column } = at(address);
  return excel.workbook.sheet(sheet)?.cell(row, column);
}

/** What a cell holds, as a patch would say it. */
export function held(one: Opened, address: string): CellContent {
  const found = cell(one, address);
  if (found?.formula !== undefined) return { formula: found.formula };
  return { value: found === undefined || found.value === '' ? null : found.value };
}

/** `sheet-missing 表九!A1`: a refusal in short. */
export function refusals(receipt: Receipt): readonly string[] {
  return receipt.refused.map(({ edit, because, at: place }) => {
    const sheet = 'at' in edit && typeof edit.at === 'object' ? edit.at.sheet : 'sheet' in edit ? edit.sheet : '';
    const name = typeof sheet === 'string' ? sheet : sheet.name;
    const where = place ? `${place.sheet}!${String.fromCharCode(65 + place.column)}${place.row + 1}` : name;
    return `${because} ${where}`;
  });
}

/**
 * What everybody must be able to rely on: the result is seen, the receipt takes all of it back (cells, formats, names, sheets, rules),
 * and goes through JSON unchanged; what undid it undoes the undoing, and that is undone again.
 */
export async function expectPatch(
  one: Opened,
  edits: readonly Edit[],
  seen: (snapshot: Snapshot) => void = () => undefined,
): Promise<Receipt> {
  const { host } = one;
  const snapshot = await host.readSnapshot();
  const before = state(one);
  const receipt = await host.applyPatch(patch(edits, snapshot.stamp));
  expect(one.excel.workbook.settings.size).toBe(0);
  const written = state(one);
  seen(await host.readSnapshot());
  const { undo } = JSON.parse(JSON.stringify(receipt)) as Receipt;
  expect(undo).toEqual(receipt.undo);
  const undone = await host.applyPatch(undo);
  expect(undone.refused).toEqual([]);
  expect(state(one)).toEqual(before);
  const redone = await host.applyPatch(undone.undo);
  expect(redone.refused).toEqual([]);
  expect(state(one)).toEqual(written);
  expect((await host.applyPatch(redone.undo)).refused).toEqual([]);
  expect(state(one)).toEqual(before);
  return receipt;
}

/** What a promise is rejected with; fails where it is not. */
export async function failureOf(run: () => Promise<unknown>): Promise<unknown> {
  try {
    await run();
  } catch (error) {
    return error;
  }
  throw new Error('nothing was refused');
}
