import { textHeight, textWidth, UPRIGHT } from './page';
import { CONTENTS_HEAD, contentsHeights, type Item, type Plan, type TextItem } from './plan';
import { plainText } from '../disclosure';
import { linesOf } from './lines';

/** For what lengths lose when they are added up; no more, since Word and LibreOffice turn the page for a fifth of a point. */
const SLACK = 0.01;

/**
 * The page on which each entry of the contents begins; the first page of the contents is 1. Worked out from the plan: every line
 * of the text is of a fixed height, and every row of a table as high as its text. Where a font breaks a line elsewhere a number
 * may be one off, until Word brings the contents up to date.
 */
export function pagesOf(plan: Plan): readonly number[] {
  const numbers: number[] = [];
  let page = contentsPages(plan);
  for (const { page: paper, items } of plan.stretches) {
    const room = textHeight(paper);
    page += 1;
    let used = 0;
    const turn = (): void => {
      page += 1;
      used = 0;
    };
    items.forEach((item, index) => {
      if (item.kind === 'table') {
        const { heights, grid } = item.table;
        const header = sum(heights.slice(0, grid.headerRows));
        heights.forEach((height, row) => {
          if (used > 0 && used + height > room + SLACK) {
            turn();
            if (row >= grid.headerRows) used = header;
          }
          used += height;
        });
        return;
      }
      if (item.newPage && used > 0) turn();
      const { lines, line, before, after } = linesIn(item, textWidth(paper));
      const stays = item.style.keepNext ? heightOfFirst(items, index + 1, textWidth(paper)) : 0;
      if (
        used > 0 &&
        used + (item.style.keepNext ? before + lines * line + after + stays : before + line) > room + SLACK
      )
        turn();
      if (item.entry !== undefined) numbers[item.entry] = page;
      used += used === 0 ? 0 : before;
      for (let at = 0; at < lines; at += 1) {
        if (used + line > room + SLACK) turn();
        used += line;
      }
      used = Math.min(room, used + after);
    });
  }
  return numbers;
}

const sum = (lengths: readonly number[]): number => lengths.reduce((total, length) => total + length, 0);

function linesIn({ style, spans }: TextItem, width: number) {
  const { size, line, before = 0, after = 0, firstLine = 0, left = 0, tighter = 0 } = style;
  const setting = { width: width - left * size, size, firstLine: firstLine * size, tighter };
  return { lines: linesOf(plainText(spans), setting), line, before, after };
}

/** What has to stand on the page of a heading above it: the first line, or the whole of another heading and what follows that. */
function heightOfFirst(items: readonly Item[], index: number, width: number): number {
  const item = items[index];
  if (!item) return 0;
  if (item.kind === 'table') return sum(item.table.heights.slice(0, item.table.grid.headerRows + 1));
  const { lines, line, before, after } = linesIn(item, width);
  if (!item.style.keepNext) return before + line;
  return before + lines * line + after + heightOfFirst(items, index + 1, width);
}

/** How many pages the contents take. */
function contentsPages(plan: Plan): number {
  const room = textHeight(UPRIGHT);
  let pages = 1;
  let used = CONTENTS_HEAD;
  for (const height of contentsHeights(plan.contents, plan.contentsLine)) {
    if (used + height > room + SLACK) {
      pages += 1;
      used = 0;
    }
    used += height;
  }
  return pages;
}
