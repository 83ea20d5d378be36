import type { XlsxWorkbook } from '../hosts/xlsx/workbook';
import type { Tools } from './check-file';

/** What we have just written has to open again: anything else is a mistake of ours. */
export function reopened(bytes: Uint8Array, tools: Pick<Tools, 'open'>): XlsxWorkbook {
  const opened = tools.open(bytes);
  if (!opened.ok) throw new Error(`what was written does not open: ${opened.because}`);
  return opened.workbook;
}
