import type { Edit, Receipt } from '../../../src/engine/snapshot/patch';
import type { Snapshot } from '../../../src/engine/snapshot/snapshot';
import { buildXlsx } from './build-workbook';
import type { BookXml, SheetXml } from './build-workbook';
import { edited, opened, texts } from './opened';

/** `2@7 like 8`: two rows above row 7 of 甲 with the looks of row 8, rows as people count them. */
export function rows(...given: readonly string[]): readonly Edit[] {
  return given.map((text): Edit => {
    const [, count = '', at = '', like = at, sheet = '甲'] =
      /^(\d+)@(\d+)(?: like (\d+))?(?: on (.+))?$/.exec(text) ?? [];
    const number = (digits: string): number => parseInt(digits, 10) - 1;
    return { do: 'insertRows', sheet, at: number(at), count: parseInt(count, 10), like: number(like) };
  });
}

export const SHEET = 'xl/worksheets/sheet1.xml';

export const sheetData = (bytes: Uint8Array, path = SHEET): string =>
  /<sheetData>(.*)<\/sheetData>/s.exec(texts(bytes)[path] ?? '')?.[1] ?? '';

/** The XML of a sheet without its `sheetData`. */
export const around = (bytes: Uint8Array, path = SHEET): string =>
  (texts(bytes)[path] ?? '')
    .replace(/<sheetData>.*<\/sheetData>/s, '')
    .replace(/^<worksheet[^>]*>|<\/worksheet>$/g, '');

/** What a workbook holds; stamps aside, two files that hold the same are equal. */
export const contentOf = (bytes: Uint8Array): Snapshot['sheets'] => opened(bytes).snapshot.sheets;

/** Puts rows in, and takes them out again by the receipt: the content must be the one before. */
export function put(
  bytes: Uint8Array,
  edits: readonly Edit[],
): { readonly bytes: Uint8Array; readonly receipt: Receipt; readonly undone: Uint8Array } {
  const written = edited(bytes, edits);
  expect(written.receipt.refused).toEqual([]);
  const undone = opened(written.bytes).apply(written.receipt.undo);
  expect(undone.receipt.refused).toEqual([]);
  expect(contentOf(undone.bytes)).toEqual(contentOf(bytes));
  const again = opened(undone.bytes).apply(undone.receipt.undo);
  expect(contentOf(again.bytes)).toEqual(contentOf(written.bytes));
  return { bytes: written.bytes, receipt: written.receipt, undone: undone.bytes };
}

export const book = (first: Omit<SheetXml, 'name'>, more: Omit<BookXml, 'sheets'> = {}, second = ''): Uint8Array =>
  buildXlsx({
    sheets: [
      { name: '甲', ...first },
      { name: '乙 表', data: second },
    ],
    ...more,
  });

export const number = (address: string, value: number): string => `<c r="${address}"><v>${value}</v></c>`;
export const formula = (address: string, text: string, attributes = ''): string =>
  `<c r="${address}"><f${attributes}>${text}</f><v>0</v></c>`;
