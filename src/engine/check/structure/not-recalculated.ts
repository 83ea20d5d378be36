import { groupBy } from '../../lists/group-by';
import type { Check } from '../check';
import { cellsWithin, framesOf, isFormulaCell, placeIn } from '../look';
import { makeFinding } from '../make-finding';

export const notRecalculated: Check = {
  id: 's-not-recalculated',
  severity: 'warning',
  describes:
    '公式用到了本工具不重算的函数或引用，检查的是文件里存的数，可能不是最新。例：=SUMIF(底稿!A:A,A3,底稿!B:B)。用Excel打开、重算并保存后再审核。',
  run({ book, snapshot }) {
    const beyond = framesOf(book).flatMap(({ id, frame, table }) =>
      cellsWithin(snapshot, frame, isFormulaCell).flatMap(({ ref, cell }) =>
        cell.formula === undefined || cell.notRecalculated === undefined
          ? []
          : [{ id, table, ref, formula: cell.formula, because: cell.notRecalculated, stored: cell.value !== null }],
      ),
    );
    return groupBy(beyond, ({ id, because, stored }) => `${id} ${because} ${stored}`).map((group) => {
      const [first] = group;
      return makeFinding({
        rule: 's-not-recalculated',
        // What nobody has calculated is not known; what is stored is at least somebody's.
        severity: first.stored ? 'note' : 'warning',
        facts: {
          code: 'not-recalculated',
          place: placeIn(first.table, first.id, first.ref),
          formula: first.formula,
          count: group.length,
          stored: first.stored,
        },
        cells: group.map(({ ref }) => ref),
        about: [first.id, first.because, String(first.stored)],
        table: first.id,
      });
    });
  },
};
