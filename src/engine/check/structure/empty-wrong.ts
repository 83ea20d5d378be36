import { statedYear, type Check } from '../check';
import { makeFinding } from '../make-finding';
import { fillingOf, foreignNounIn, nounsOf } from './empty-words';

const YEAR = /20\d\d(?=年)/g;

export const emptyWrong: Check = {
  id: 's-empty-wrong',
  severity: 'warning',
  describes:
    '空表的说明写的是别的表或别的年度，多半是复制时没有改。例：“政府性基金预算支出情况表”下写“本部门无国有资本经营预算”。把说明改成本表、本年度的。',
  run(context) {
    const year = statedYear(context);
    return context.book.tables.flatMap((table) => {
      const note = table.emptyNote;
      if (note === undefined || fillingOf(table) === 'filled') return [];
      const otherYear =
        year === undefined
          ? undefined
          : [...note.text.matchAll(YEAR)].map(([text]) => text).find((text) => text !== String(year));
      const mentions =
        foreignNounIn(note.text, nounsOf(table, context.book)) ??
        (otherYear === undefined ? undefined : `${otherYear}年`);
      if (mentions === undefined) return [];
      return [
        makeFinding({
          rule: 's-empty-wrong',
          severity: 'warning',
          facts: { code: 'empty-other', title: table.declared.title, mentions },
          cells: [note.cell],
          about: [table.declared.id, mentions],
          table: table.declared.id,
        }),
      ];
    });
  },
};
