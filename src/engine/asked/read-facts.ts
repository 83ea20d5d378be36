import type { CellRef } from '../snapshot/address';
import type { Snapshot } from '../snapshot/snapshot';
import { normaliseText } from '../text/normalise';
import { saysNone } from '../text/says-none';
import { NO_ANSWERS, type Answers, type FactRow } from './answers';
import { cellIn, findAskedSheet, textIn, valueIn, wordsOf, type HeaderWords } from './own-columns';

export type FactColumn = 'group' | 'label' | 'content' | 'measure' | 'usedIn' | 'help';

/** Headers of the sheet of facts. */
export const FACT_HEADERS: HeaderWords<FactColumn> = {
  group: ['类别', 'Group'],
  label: ['事项', 'Item'],
  content: ['内容', 'Answer', '填写内容'],
  measure: ['计量单位', 'Measure', '单位'],
  usedIn: ['用于', 'Used in'],
  help: ['怎么填', 'How to fill in', '填写说明'],
};

const known = new WeakMap<Snapshot, Answers>();

/**
 * Reads what was answered in the sheet of facts (单位情况): by the words of group and label, wherever the rows stand. A blank group
 * is that of the row above it. Several ask for it of one workbook: it is read once.
 */
export function readFacts(snapshot: Snapshot): Answers {
  const answers = known.get(snapshot) ?? read(snapshot);
  known.set(snapshot, answers);
  return answers;
}

function read(snapshot: Snapshot): Answers {
  const asked = findAskedSheet(snapshot, FACT_HEADERS, ['label', 'content']);
  if (!asked) return NO_ANSWERS;
  const rows: FactRow[] = [];
  let group = '';
  for (const row of asked.rows) {
    group = textIn(asked, row, 'group') || group;
    const label = textIn(asked, row, 'label');
    const value = valueIn(asked, row, 'content');
    if (label === '' && wordsOf(value) === '') continue;
    const cell = cellIn(asked, row, 'content');
    const format = row.cells.find(({ column }) => column === cell.column)?.format;
    const shown = isPercentage(format) ? { isPercent: true as const } : {};
    rows.push({ group, label, measure: textIn(asked, row, 'measure'), value, ...shown, cell });
  }
  return { sheet: asked.sheet.name, rows };
}

/** Whether a number format shows a number as a percentage: `0.00%`, not `0"%"`. */
function isPercentage(format: string | undefined): boolean {
  return format !== undefined && format.replace(/"[^"]*"|\\./g, '').includes('%');
}

/** Who and when, as the sheet of facts says it, before any edition is known; undefined where it does not say. */
export interface AskedAbout {
  readonly department: string | undefined;
  readonly year: number | undefined;
  /** As typed: an id or a name. */
  readonly edition: string | undefined;
}

/** The labels under which every edition asks who and when. */
export const ABOUT_LABELS = { department: '部门名称', year: '预算年度', edition: '版式' } as const;

/** The cell in which the sheet of facts says one of these; undefined where it does not. */
export function aboutCell(answers: Answers, what: keyof typeof ABOUT_LABELS): CellRef | undefined {
  return saying(answers, what)?.cell;
}

function saying({ rows }: Answers, what: keyof typeof ABOUT_LABELS): FactRow | undefined {
  return rows.find(({ label, value }) => normaliseText(label) === ABOUT_LABELS[what] && wordsOf(value) !== '');
}

/** Department, year (`2021`, `2021年`, `２０２１年度`) and edition out of the sheet of facts. */
export function aboutOf(answers: Answers): AskedAbout {
  const said = (what: keyof typeof ABOUT_LABELS): string | undefined => {
    const row = saying(answers, what);
    return row && wordsOf(row.value);
  };
  const [, year] = /^((?:19|20)[0-9]{2})(?:年度?)?$/.exec(normaliseText(said('year') ?? '')) ?? [];
  const department = said('department');
  return {
    department: department !== undefined && saysNone(department) ? undefined : department,
    year: year === undefined ? undefined : parseInt(year, 10),
    edition: said('edition'),
  };
}
