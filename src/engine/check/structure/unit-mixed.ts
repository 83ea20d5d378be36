import { groupBy } from '../../lists/group-by';
import type { Check } from '../check';
import { makeFinding } from '../make-finding';

export const unitMixed: Check = {
  id: 's-unit-mixed',
  severity: 'note',
  describes:
    '各表金额单位不一，读者容易看错。例：一张表单位为元，其他表为万元。检查时已换算；建议统一。规定如此的不必改。',
  run({ book }) {
    const stated = book.tables.filter(
      (table) => table.frame.unitCell !== undefined && table.frame.foreignUnit === undefined,
    );
    // An edition that prescribes a unit for each table is followed where every table has its own.
    if (stated.every((table) => table.frame.moneyUnit === table.declared.moneyUnit)) return [];
    const groups = [...groupBy(stated, (table) => table.frame.moneyUnit)].sort((a, b) => b.length - a.length);
    if (groups.length < 2) return [];
    return [
      makeFinding({
        rule: 's-unit-mixed',
        severity: 'note',
        facts: {
          code: 'unit-mixed',
          units: groups.map((group) => ({
            moneyUnit: group[0].frame.moneyUnit,
            tables: group.map((table) => table.declared.id),
          })),
        },
        cells: groups
          .slice(1)
          .flatMap((group) => group.flatMap((table) => (table.frame.unitCell ? [table.frame.unitCell] : []))),
        about: groups.flatMap((group) => group.map((table) => `${table.declared.id}=${table.frame.moneyUnit}`)),
        table: groups[1]?.[0].declared.id,
      }),
    ];
  },
};
