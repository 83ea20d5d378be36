import { readMoneyUnit } from '../amount/money-unit';
import type { Grid, GridRow } from '../recognise/grid';

const STEMS = '甲乙丙丁戊己庚辛壬癸';
/** `8`, `(8)`, or how it is worked out: `8=6+7`, `(8)=(6)+(7)`. */
const COUNT = /^\(?(\d{1,2})\)?(?:=[\d+\-*×/÷()]+)?$/;
/** In columns that are not counted. */
const OTHER_MARK = /^[A-Z①-⑳]$|^\*+$|^[-—－]+$/;
const LABEL = /^(?:栏次|栏目|列次|序号)$/;
/** Fewer of them may be anything. */
const FEWEST = 3;

/**
 * The first row below the headers in which an item may stand: the one behind those that only state the units of the columns or number them
 * (`栏次 1 2 3`, `甲 乙 1 2`, `** ** 1 2=3+4`). `code`: the first column of the functional code, in which no item has a mark.
 */
export function firstItemRow(grid: Grid, lastHeader: number, code: number | undefined): number {
  const units = unitRow(grid, lastHeader)?.row ?? lastHeader;
  const next = grid.rows.find(({ row }) => row > units);
  return next && numbersColumns(next, code) ? next.row + 1 : units + 1;
}

/** The row straight below the headers that states nothing but the money units of their columns. */
export function unitRow(grid: Grid, lastHeader: number): GridRow | undefined {
  const next = grid.rows.find(({ row }) => row > lastHeader);
  return next && statesUnits(next) ? next : undefined;
}

/** Whether nothing but money units stands in a row. */
export function statesUnits({ cells }: GridRow): boolean {
  const texts = cells.map(({ text }) => text).filter((text) => text !== '');
  return texts.length > 0 && texts.every(isUnit);
}

const isUnit = (text: string): boolean => text.length <= LONGEST_UNIT && readMoneyUnit(text) !== undefined;
/** (单位:万元). */
const LONGEST_UNIT = 9;

function numbersColumns({ cells }: GridRow, code: number | undefined): boolean {
  const filled = cells.filter(({ text }) => text !== '');
  const isLabelled = LABEL.test(filled[0]?.text ?? '');
  const marks = isLabelled ? filled.slice(1) : filled;
  if (marks.length < FEWEST) return false;
  const counts = marks.flatMap(({ text }) => COUNT.exec(text)?.[1] ?? []).map(Number);
  const others = marks.filter(({ text }) => OTHER_MARK.test(text) || (text.length === 1 && STEMS.includes(text)));
  if (counts.length + others.length < marks.length) return false;
  // Columns were deleted: 1 2 4 5. Amounts alone may rise too.
  const mayHaveGaps = isLabelled || (code !== undefined && marks.some(({ column }) => column === code));
  return counts.every((count, index) => {
    const before = counts[index - 1] ?? 0;
    return count === before + 1 || (mayHaveGaps && index > 0 && count > before);
  });
}
