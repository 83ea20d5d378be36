import { groupBy } from '../../lists/group-by';
import { readAmount } from '../../amount/read-amount';
import { followersOfUnread } from '../../finding/cause/unread';
import { cellKey } from '../../snapshot/address';
import type { Check } from '../check';
import { cellsWithin, framesOf, isTextCell, placeIn } from '../look';
import { makeFinding } from '../make-finding';

export const formulaError: Check = {
  id: 's-formula-error',
  severity: 'error',
  describes:
    '单元格是错误值，读不出数，引用它的合计也跟着错。例：合计显示#REF!，因为公式引用的行被删了。改正公式或填上数。',
  run({ book, snapshot }) {
    const followers = new Set([...followersOfUnread(book)].map(({ cell }) => cellKey(cell)));
    const errors = framesOf(book).flatMap(({ id, frame, table }) =>
      cellsWithin(snapshot, frame, isTextCell).flatMap(({ ref, cell }) => {
        if (typeof cell.value !== 'string' || !cell.value.startsWith('#')) return [];
        const reading = readAmount(cell.value);
        return reading.kind === 'unreadable' && reading.because === 'formula-error' && !followers.has(cellKey(ref))
          ? [{ id, table, ref, raw: reading.raw }]
          : [];
      }),
    );
    return groupBy(errors, ({ id, ref, raw }) => `${id} ${ref.sheet} ${raw}`).map((group) => {
      const [first] = group;
      return makeFinding({
        rule: 's-formula-error',
        severity: 'error',
        facts: {
          code: 'formula-error',
          place: placeIn(first.table, first.id, first.ref),
          raw: first.raw,
          count: group.length,
        },
        cells: group.map(({ ref }) => ref),
        about: [first.id, first.raw],
        table: first.id,
      });
    });
  },
};
