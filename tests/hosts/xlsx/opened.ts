import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { unzipSync, strFromU8 } from 'fflate';
import { openXlsx } from '../../../src/hosts/xlsx/open-xlsx';
import type { XlsxWorkbook } from '../../../src/hosts/xlsx/workbook';
import { parseA1 } from '../../../src/engine/snapshot/address';
import type { CellRef } from '../../../src/engine/snapshot/address';
import { cellAt, sheetNamed } from '../../../src/engine/snapshot/snapshot';
import type { Cell, SheetSnapshot } from '../../../src/engine/snapshot/snapshot';
import type { Edit, Receipt } from '../../../src/engine/snapshot/patch';

/** Opens a file that must be usable. */
export function opened(bytes: Uint8Array): XlsxWorkbook {
  const result = openXlsx(bytes);
  if (!result.ok) throw new Error(`${result.because} ${result.detail ?? ''}`);
  return result.workbook;
}

export function sheet(workbook: XlsxWorkbook, name: string): SheetSnapshot {
  const found = sheetNamed(workbook.snapshot, name);
  if (!found) throw new Error(`no sheet ${name}`);
  return found;
}

export function ref(name: string, address: string): CellRef {
  const at = parseA1(address);
  if (!at) throw new Error(address);
  return { sheet: name, ...at };
}

export function cell(workbook: XlsxWorkbook, name: string, address: string): Cell | undefined {
  const { row, column } = ref(name, address);
  return cellAt(sheet(workbook, name), row, column);
}

/** Applies edits to a file as a process of its own would: opened anew. What was written reads the same to the one who wrote it. */
export function edited(
  bytes: Uint8Array,
  edits: readonly Edit[],
): { readonly bytes: Uint8Array; readonly receipt: Receipt } {
  const workbook = opened(bytes);
  const written = workbook.apply({ for: workbook.snapshot.stamp, command: 'annotate', edits });
  expect(written.workbook.snapshot).toEqual(opened(written.bytes).snapshot);
  return written;
}

/** All parts of a file as text, by path. */
export function texts(bytes: Uint8Array): Record<string, string> {
  return Object.fromEntries(Object.entries(unzipSync(bytes)).map(([path, part]) => [path, strFromU8(part)]));
}

export function fixture(name: string): Uint8Array {
  return new Uint8Array(readFileSync(join(__dirname, '../../fixtures/xlsx', name)));
}
