import type { Check } from '../check';
import { tableCell } from '../look';
import { makeFinding } from '../make-finding';

export const columnMissing: Check = {
  id: 's-column-missing',
  severity: 'error',
  describes:
    '表缺少规定的列，这一口径的数就没有公开，相关勾稽也检查不了。例：“部门支出总体情况表”没有“项目支出”列。补上这一列，没有数的留空。',
  run({ book }) {
    return book.tables.flatMap((table) => {
      const headers = table.blocks.flatMap((block) =>
        block.missingColumns.filter((column) => !column.optional).map((column) => column.header),
      );
      if (headers.length === 0) return [];
      return [
        makeFinding({
          rule: 's-column-missing',
          severity: 'error',
          facts: { code: 'column-missing', table: table.declared.id, headers },
          cells: [tableCell(table)],
          about: [table.declared.id, ...headers],
          table: table.declared.id,
        }),
      ];
    });
  },
};
