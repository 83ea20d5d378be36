import { matchTitle, titleRules } from '../../recognise/title';
import { normaliseText } from '../../text/normalise';
import type { Check } from '../check';
import { tableCell, textAt } from '../look';
import { makeFinding } from '../make-finding';

// What `matchTitle` gives for the words as declared, with or without a year or a name in front of them.
const AS_DECLARED = 0.9;

export const title: Check = {
  id: 's-title',
  severity: 'warning',
  describes: '表名要与规定的一致（常见的其他写法也认）。例：“一般公共预算支岀情况表”写错一个字。照规定的表名改。',
  run({ book, snapshot }) {
    return book.tables.flatMap((table) => {
      const { declared, frame } = table;
      const about = { rule: 's-title', severity: 'warning' as const, about: [declared.id], table: declared.id };
      if (!frame.title) {
        return [
          makeFinding({
            ...about,
            facts: { code: 'title-absent', table: declared.id, title: declared.title },
            cells: [tableCell(table)],
          }),
        ];
      }
      const printed = textAt(snapshot, frame.title.cell);
      const match = matchTitle(normaliseText(printed), titleRules([declared]));
      if (match && match.score >= AS_DECLARED) return [];
      return [
        makeFinding({
          ...about,
          facts: { code: 'title-near', table: declared.id, printed, title: declared.title },
          cells: [frame.title.cell],
        }),
      ];
    });
  },
};
