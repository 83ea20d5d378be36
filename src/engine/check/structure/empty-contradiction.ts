import { quoted } from '../../finding/quote';
import type { Check } from '../check';
import { figuresIn, isNonZero } from '../look';
import { makeFinding } from '../make-finding';
import { nounsOf, saysEmpty } from './empty-words';

export const emptyContradiction: Check = {
  id: 's-empty-contradiction',
  severity: 'error',
  describes:
    '表下注明为空表，表里却有数，两者必有一错。例：注明“本部门无政府性基金预算，本表为空表”，合计却有12.50万元。删去说明，或核对这些数。',
  run({ book }) {
    return book.tables.flatMap((table) => {
      const note = table.emptyNote;
      const filled = figuresIn(table).filter(isNonZero);
      const [first] = filled;
      if (note === undefined || !first || !saysEmpty(note.text, nounsOf(table, book))) return [];
      return [
        makeFinding({
          rule: 's-empty-contradiction',
          severity: 'error',
          facts: {
            code: 'empty-contradicted',
            title: table.declared.title,
            figure: quoted(first, first.moneyUnit),
            moneyUnit: first.moneyUnit,
          },
          cells: [first.cell, note.cell],
          about: [table.declared.id],
          table: table.declared.id,
        }),
      ];
    });
  },
};
