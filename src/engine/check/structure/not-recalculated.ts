import type { Check } from '../check';
import { cellsWithin, framesOf, groupBy, isFormulaCell, placeIn } from '../look';
import { makeFinding } from '../make-finding';

export const notRecalculated: Check = {
  id: 's-not-recalculated',
  severity: 'note',
  describes:
    '公式用到了本工具不重算的函数或引用，检查的是文件里存的数，可能不是最新。例：=VLOOKUP(A3,底稿!A:B,2,0)。用Excel打开、重算并保存后再审核。',
  run({ book, snapshot }) {
    const beyond = framesOf(book).flatMap(({ id, frame, table }) =>
      cellsWithin(snapshot, frame, isFormulaCell).flatMap(({ ref, cell }) =>
        cell.formula === undefined || cell.notRecalculated === undefined
          ? []
          : [{ id, table, ref, formula: cell.formula, because: cell.notRecalculated }],
      ),
    );
    return groupBy(beyond, ({ id, because }) => `${id} ${because}`).map((group) => {
      const [first] = group;
      return makeFinding({
        rule: 's-not-recalculated',
        severity: 'note',
        facts: {
          code: 'not-recalculated',
          place: placeIn(first.table, first.id, first.ref),
          formula: first.formula,
          count: group.length,
        },
        cells: group.map(({ ref }) => ref),
        about: [first.id, first.because],
        table: first.id,
      });
    });
  },
};
