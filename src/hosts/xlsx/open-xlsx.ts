import { isCompoundFile, kindOfCompoundFile } from './compound-file';
import { readBook } from './read-book';
import { unusable } from './unusable';
import type { Unusable } from './unusable';
import { XlsxWorkbook } from './workbook';
import { DEFAULT_LIMITS, readZip } from './zip-read';
import type { InflateLimits } from './zip-read';

export type { UnusableCode } from './unusable';

/** What became of opening a file. */
export type OpenResult = { readonly ok: true; readonly workbook: XlsxWorkbook } | Unusable;

/** Opens an .xlsx (or .xlsm) file. Never throws, whatever the bytes; says why where they cannot be used. */
export function openXlsx(bytes: Uint8Array, limits: InflateLimits = DEFAULT_LIMITS): OpenResult {
  if (isCompoundFile(bytes)) return unusable(kindOfCompoundFile(bytes));
  const entries = readZip(bytes);
  if (!entries.ok) return entries;
  const book = readBook(entries.value, limits);
  return book.ok ? { ok: true, workbook: new XlsxWorkbook(book.value) } : book;
}
