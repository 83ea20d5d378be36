import type { Check } from '../check';
import { isNonZero, tableCell } from '../look';
import { makeFinding } from '../make-finding';

export const totalRow: Check = {
  id: 's-total-row',
  severity: 'error',
  describes:
    '有数的表要有合计行，否则读者无法核对总数，也无法与别的表对照。例：“一般公共预算支出情况表”列到最后一个科目就结束了。补上合计行。',
  run({ book }) {
    return book.tables.flatMap((table) =>
      table.blocks
        .filter((block) => block.missingTotal && block.figures.some((row) => row.some(isNonZero)))
        .map((block) => {
          const under = table.blocks.length > 1 ? block.declared.under?.[0] : undefined;
          return makeFinding({
            rule: 's-total-row',
            severity: 'error',
            facts: { code: 'total-missing', table: table.declared.id, under },
            cells: [block.columns.nodes[0]?.headerCell ?? tableCell(table)],
            about: [table.declared.id, under ?? ''],
            table: table.declared.id,
          });
        }),
    );
  },
};
