import { normaliseText } from '../../text/normalise';
import { statedYear, type Check } from '../check';
import { framesOf, textAt } from '../look';
import { makeFinding } from '../make-finding';

// A date of filling in says nothing about the table's year.
const DATE = /20\d\d年\d{1,2}月/;

export const titleYear: Check = {
  id: 's-title-year',
  severity: 'error',
  describes:
    '表上写的年度要与文件的年度相同。例：2021年的文件里有一张写着“2020年度”，多半是沿用上年的表忘了改。改表上的年度，并核对数字是不是上年的。',
  run(context) {
    const year = statedYear(context);
    if (year === undefined) return [];
    return framesOf(context.book).flatMap(({ id, frame }) => {
      if (
        !frame.year ||
        frame.year.year === year ||
        DATE.test(normaliseText(textAt(context.snapshot, frame.year.cell)))
      )
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
  },
};
