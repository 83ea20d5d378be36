import { groupBy } from '../../lists/group-by';
import type { Figure } from '../../book/book';
import { followersOfUnread } from '../../finding/cause/unread';
import { placeOf } from '../../finding/quote';
import type { Check } from '../check';
import { figuresIn } from '../look';
import { makeFinding } from '../make-finding';

// Told by checks of their own.
const ELSEWHERE: ReadonlySet<string> = new Set(['formula-error', 'not-calculated', 'open']);

// A reader takes these for zero; they are told all the same, since a sum does not.
const STATED_NONE = /^(?:无|没有|空|零)$/;

export const notNumber: Check = {
  id: 's-not-number',
  severity: 'error',
  describes: '金额格里填的不是数，读不出金额，用到它的勾稽无法检查。例：填了“待定”。改为数字，没有的留空。',
  run({ book }) {
    const figures = [
      ...book.tables.flatMap(figuresIn),
      ...book.forms.flatMap((form) => form.amounts.map((amount) => amount.figure)),
    ];
    const followers = followersOfUnread(book);
    const unreadable = figures.flatMap((figure) =>
      figure.reading.kind === 'unreadable' && !ELSEWHERE.has(figure.reading.because) && !followers.has(figure)
        ? [{ figure, raw: tidy(figure.reading.raw) }]
        : [],
    );
    return groupBy(unreadable, ({ figure, raw }) => `${figure.table} ${figure.cell.sheet} ${raw}`).map((group) => {
      const [{ figure, raw }] = group;
      return makeFinding({
        rule: 's-not-number',
        severity: STATED_NONE.test(raw) ? 'warning' : 'error',
        facts: {
          code: 'not-number',
          place: placeOf(figure),
          raw,
          count: group.length,
          moneyUnit: figure.moneyUnit,
        },
        cells: group.map((one): Figure['cell'] => one.figure.cell),
        about: [figure.table, figure.scope.key, raw],
        table: figure.table,
      });
    });
  },
};

const MOST_SHOWN = 30;

function tidy(raw: string): string {
  const text = raw.replace(/[\s\u3000]+/g, ' ').trim();
  return text.length > MOST_SHOWN ? `${text.slice(0, MOST_SHOWN)}…` : text;
}
