import { groupBy } from '../../lists/group-by';
import type { CellRef } from '../../snapshot/address';
import { remembered } from '../../memo/remembered';
import type { Check } from '../check';
import { cellsWithin, framesOf, isTextCell, placeIn } from '../look';
import { makeFinding } from '../make-finding';

const IN_TITLE_MARKS = /《[^》]*》/g;
// Names of secret projects are published with crosses in them: they count only where nothing else stands in the cell.
const WHOLE = /^(?:[×✕*]{2,}|…{1,2}|\.{3,6})$/;
const INSIDE =
  /(?<![A-Za-z0-9])[XxＸｘ]{2,}(?![A-Za-z0-9])|\{[^{}]*\}|[（(]略[）)]|待填|待补充|增加（减少）|增加\(减少\)/;

export const placeholder: Check = {
  id: 's-placeholder',
  severity: 'error',
  describes:
    '表里还有模板的占位没有填写或删去。例：项目名称写着“XX”，科目一行只有“……”。填上内容，用不到的行删去。书名号里的不算。',
  run({ book, snapshot }) {
    return groupBy(
      framesOf(book).flatMap(({ id, frame, table }) =>
        cellsWithin(snapshot, frame, isTextCell).flatMap(({ ref, cell }) => {
          const text = typeof cell.value === 'string' ? placeholderIn(cell.value) : undefined;
          return text === undefined ? [] : [{ id, table, ref, text, sheet: frame.sheet }];
        }),
      ),
      ({ id, sheet }) => `${id} ${sheet}`,
    ).map((group) => {
      const [first] = group;
      return makeFinding({
        rule: 's-placeholder',
        severity: 'error',
        facts: {
          code: 'placeholder',
          place: placeIn(first.table, first.id, first.ref),
          text: first.text,
          count: group.length,
        },
        cells: group.map(({ ref }): CellRef => ref),
        about: [first.id, first.text],
        table: first.id,
      });
    });
  },
};

/** The placeholder that a text holds; undefined where it holds none. */
const placeholderIn = remembered((value): string | undefined => {
  const text = value.replace(IN_TITLE_MARKS, '').trim();
  return WHOLE.test(text) ? text : INSIDE.exec(text)?.[0];
});
