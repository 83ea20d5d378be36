import { normaliseText } from '../../text/normalise';
import { aboutCell, aboutOf, readFacts } from '../../asked/read-facts';
import type { Finding } from '../../finding/finding';
import { statedYear, type Check, type CheckContext } from '../check';
import { framesOf, textAt } from '../look';
import { makeFinding } from '../make-finding';

// A date of filling in says nothing about the table's year.
const DATE = /20\d\d年\d{1,2}月/;

export const titleYear: Check = {
  id: 's-title-year',
  severity: 'error',
  describes:
    '表上写的年度要与文件的年度相同。例：2021年的文件里有一张写着“2020年度”，多半是沿用上年的表忘了改。改表上的年度，并核对数字是不是上年的。“单位情况”里的预算年度也一起比：改了它，要再编一次，各表才跟着变。',
  run(context) {
    const year = statedYear(context);
    if (year === undefined) return [];
    return [...inTables(context, year), ...inFacts(context, year)];
  },
};

function inTables(context: CheckContext, year: number): readonly Finding[] {
  return framesOf(context.book).flatMap(({ id, frame }) => {
    if (!frame.year || frame.year.year === year || DATE.test(normaliseText(textAt(context.snapshot, frame.year.cell))))
      return [];
    return [
      makeFinding({
        rule: 's-title-year',
        severity: 'error',
        facts: { code: 'title-year', table: id, printed: frame.year.year, year },
        cells: [frame.year.cell],
        about: [id, String(frame.year.year)],
        table: id,
      }),
    ];
  });
}

/** The cover and the text follow the tool's own sheet of facts, the tables only when they are compiled. */
function inFacts({ snapshot, book }: CheckContext, year: number): readonly Finding[] {
  const answers = readFacts(snapshot);
  const cell = aboutCell(answers, 'year');
  const printed = aboutOf(answers).year;
  if (!cell || printed === undefined || printed === year) return [];
  const first = framesOf(book).find(({ frame }) => frame.year?.year === year)?.frame.year?.cell;
  return [
    makeFinding({
      rule: 's-title-year',
      severity: 'error',
      facts: { code: 'title-year', table: cell.sheet, printed, year, ours: true },
      cells: [cell, ...(first ? [first] : [])],
      about: ['facts', String(printed)],
      sheet: cell.sheet,
    }),
  ];
}
