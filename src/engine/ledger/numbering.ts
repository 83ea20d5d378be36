import type { Grid, GridRow } from '../recognise/grid';

const STEMS = '甲乙丙丁戊己庚辛壬癸';
/** `8`, or how it is worked out: `8=6+7`. */
const COUNT = /^(\d{1,2})(?:=[\d+\-*×()]+)?$/;
/** In columns that are not counted. */
const OTHER_MARK = /^[A-Z①-⑳]$|^\*+$|^[-—－]+$/;
const LABEL = /^(?:栏次|栏目|列次|序号)$/;
/** Fewer of them may be anything. */
const FEWEST = 3;

/**
 * The first row below the headers in which an item may stand: where the next visible row only numbers the columns (`栏次 1 2 3`, `甲 乙 1
 * 2`, `** ** 1 2=3+4`), the one behind it.
 */
export function firstItemRow(grid: Grid, lastHeader: number): number {
  const next = grid.rows.find(({ row }) => row > lastHeader);
  return next && numbersColumns(next) ? next.row + 1 : lastHeader + 1;
}

function numbersColumns({ cells }: GridRow): boolean {
  const texts = cells.map(({ text }) => text).filter((text) => text !== '');
  const marks = LABEL.test(texts[0] ?? '') ? texts.slice(1) : texts;
  if (marks.length < FEWEST) return false;
  const counts = marks.flatMap((text) => COUNT.exec(text)?.[1] ?? []).map(Number);
  const others = marks.filter((text) => OTHER_MARK.test(text) || (text.length === 1 && STEMS.includes(text)));
  const areCounted = counts.every((count, index) => count === index + 1);
  return areCounted && counts.length + others.length === marks.length;
}
