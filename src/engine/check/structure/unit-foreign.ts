import type { Check } from '../check';
import { tableCell } from '../look';
import { makeFinding } from '../make-finding';

export const unitForeign: Check = {
  id: 's-unit-foreign',
  severity: 'error',
  describes: '金额单位只认元和万元。例：注明“单位：千元”的表没有换算，检查结果不可靠。请换成规定的单位。',
  run({ book }) {
    return book.tables.flatMap((table) => {
      const { foreignUnit, unitCell, moneyUnit } = table.frame;
      if (foreignUnit === undefined) return [];
      return [
        makeFinding({
          rule: 's-unit-foreign',
          severity: 'error',
          facts: { code: 'unit-foreign', table: table.declared.id, printed: foreignUnit, moneyUnit },
          cells: [unitCell ?? tableCell(table)],
          about: [table.declared.id, foreignUnit],
          table: table.declared.id,
        }),
      ];
    });
  },
};
