import type { Check } from '../check';
import { tableCell } from '../look';
import { makeFinding } from '../make-finding';

export const unitMissing: Check = {
  id: 's-unit-missing',
  severity: 'warning',
  describes: '每张表都要注明金额单位，否则读者不知道是元还是万元。例：表头右上方没有“单位：万元”。补上单位。',
  run({ book }) {
    return book.tables
      .filter((table) => table.frame.unitCell === undefined)
      .map((table) =>
        makeFinding({
          rule: 's-unit-missing',
          severity: 'warning',
          facts: { code: 'unit-missing', table: table.declared.id, moneyUnit: table.frame.moneyUnit },
          cells: [tableCell(table)],
          about: [table.declared.id],
          table: table.declared.id,
        }),
      );
  },
};
