import type { XlsxWorkbook } from '../hosts/xlsx/workbook';
import type { Tools } from './check-file';

/** What we have just made out of nothing has to open: anything else is a mistake of ours. */
export function openedOwn(bytes: Uint8Array, tools: Pick<Tools, 'open'>): XlsxWorkbook {
  const opened = tools.open(bytes);
  if (!opened.ok) throw new Error(`what was made does not open: ${opened.because}`);
  return opened.workbook;
}
