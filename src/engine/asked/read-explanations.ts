import type { CellRef } from '../snapshot/address';
import type { CellValue, Snapshot } from '../snapshot/snapshot';
import { cellIn, findAskedSheet, textIn, valueIn, wordsOf, type HeaderWords } from './own-columns';

export type ExplanationColumn = 'id' | 'place' | 'problem' | 'figures' | 'reason' | 'name' | 'date' | 'status' | 'code';

/** Headers of the sheet of explanations (审核说明). */
export const EXPLANATION_HEADERS: HeaderWords<ExplanationColumn> = {
  id: ['编号', 'ID'],
  place: ['位置', 'Place'],
  problem: ['问题', 'Problem'],
  figures: ['说明时数值', 'Figures then'],
  reason: ['说明', 'Explanation'],
  name: ['姓名', 'Name'],
  date: ['日期', 'Date'],
  status: ['状态', 'Status'],
  code: ['核对码', 'Check code'],
};

/** What tells the sheet from any other. */
export const EXPLANATION_NEEDED: readonly ExplanationColumn[] = ['id', 'reason', 'code'];

/** A row of the sheet of explanations. */
export interface ExplanationRow {
  /** Of what is explained, as every list shows it. */
  readonly id: string;
  /** Where it was, and what was said of it, as it stood then. */
  readonly place: string;
  readonly problem: string;
  readonly figures: string;
  /** Why it may stay as it is; empty where nobody has written anything. */
  readonly reason: string;
  readonly name: string;
  /** `2026-11-26` where it was written as a date. */
  readonly date: string;
  /** A digest of the figures for which it was given; empty where a person took it away. */
  readonly code: string;
  /** The cell of the reason. */
  readonly cell: CellRef;
}

export interface Explanations {
  readonly sheet: string | undefined;
  readonly rows: readonly ExplanationRow[];
}

/** Reads the sheet of explanations, whatever the order of its rows and columns. */
export function readExplanations(snapshot: Snapshot): Explanations {
  const asked = findAskedSheet(snapshot, EXPLANATION_HEADERS, EXPLANATION_NEEDED);
  if (!asked) return { sheet: undefined, rows: [] };
  const rows = asked.rows.flatMap((row): readonly ExplanationRow[] => {
    const said = (column: ExplanationColumn): string => textIn(asked, row, column);
    const [id, reason] = [said('id'), said('reason')];
    if (id === '' && reason === '') return [];
    return [
      {
        id,
        place: said('place'),
        problem: said('problem'),
        figures: said('figures'),
        reason,
        name: said('name'),
        date: dateOf(valueIn(asked, row, 'date')),
        code: said('code'),
        cell: cellIn(asked, row, 'reason'),
      },
    ];
  });
  return { sheet: asked.sheet.name, rows };
}

// Excel keeps a date as the number of days since the end of 1899.
const DAY = 86_400_000;
const FIRST_DAY = -2_209_161_600_000;
const [EARLIEST, LATEST] = [36_526, 73_050];

/** A date as people write it; Excel's own number of a day of this century is one too. */
function dateOf(value: CellValue): string {
  if (typeof value !== 'number' || value < EARLIEST || value > LATEST) return wordsOf(value);
  return new Date(FIRST_DAY + Math.floor(value) * DAY).toISOString().slice(0, 10);
}
