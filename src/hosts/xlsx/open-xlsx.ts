import { DEFAULT_LIMITS, PORTABLE_COMPRESSION } from './compression';
import type { Packing } from './compression';
import { isCompoundFile, kindOfCompoundFile } from './compound-file';
import { readBook } from './read-book';
import { unusable } from './unusable';
import type { Unusable } from './unusable';
import { XlsxWorkbook } from './workbook';
import { readZip } from './zip-read';

export type { UnusableCode } from './unusable';

/** What became of opening a file. */
export type OpenResult = { readonly ok: true; readonly workbook: XlsxWorkbook } | Unusable;

const PORTABLE: Packing = { limits: DEFAULT_LIMITS, compression: PORTABLE_COMPRESSION };

/** Opens an .xlsx (or .xlsm) file. Never throws, whatever the bytes; says why where they cannot be used. */
export function openXlsx(bytes: Uint8Array, packing: Packing = PORTABLE): OpenResult {
  if (isCompoundFile(bytes)) return unusable(kindOfCompoundFile(bytes));
  const entries = readZip(bytes);
  if (!entries.ok) return entries;
  const book = readBook(entries.value, packing);
  return book.ok ? { ok: true, workbook: new XlsxWorkbook(book.value) } : book;
}
