import { rowAt, cellAt } from '../engine/snapshot/snapshot';
import type { SheetSnapshot, Snapshot } from '../engine/snapshot/snapshot';
import { annotateWords } from '../i18n/catalogue';
import { LANGUAGES } from '../i18n/language';

/** What somebody wrote into 处理情况, and the entry it was written about. */
export interface Remark {
  readonly id: string;
  /** The sentence of the entry as it stood then. */
  readonly problem: string;
  readonly text: string;
}

const HEADER_ROW = 1;

/** The sheets of findings that this tool made in a workbook, in any language: ours, and with the columns of one. */
export function findingsSheetsIn(snapshot: Snapshot): readonly SheetSnapshot[] {
  return snapshot.sheets.filter((sheet) => sheet.ours && columnsIn(sheet) !== undefined);
}

/** What people wrote into a sheet of findings; empty where nobody did, or it is none. */
export function remarksIn(sheet: SheetSnapshot): readonly Remark[] {
  const columns = columnsIn(sheet);
  if (!columns) return [];
  const textAt = (row: number, column: number): string => String(cellAt(sheet, row, column)?.value ?? '').trim();
  return sheet.rows
    .filter(({ row }) => row > HEADER_ROW)
    .map(({ row }) => ({
      id: textAt(row, columns.id),
      problem: textAt(row, columns.problem),
      text: textAt(row, columns.handling),
    }))
    .filter(({ text }) => text !== '');
}

interface Columns {
  readonly id: number;
  readonly problem: number;
  readonly handling: number;
}

function columnsIn(sheet: SheetSnapshot): Columns | undefined {
  const header = rowAt(sheet, HEADER_ROW);
  const column = (label: string): number | undefined => header?.cells.find((cell) => cell.value === label)?.column;
  for (const language of LANGUAGES) {
    const { headers } = annotateWords(language);
    const [id, problem, handling] = [column(headers.id), column(headers.problem), column(headers.handling)];
    if (id !== undefined && problem !== undefined && handling !== undefined) return { id, problem, handling };
  }
  return undefined;
}
