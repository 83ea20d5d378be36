import { groupBy } from '../../lists/group-by';
import type { Check } from '../check';
import { tableCell } from '../look';
import { makeFinding } from '../make-finding';

export const tableTwice: Check = {
  id: 's-table-twice',
  severity: 'warning',
  describes:
    '同一张表在文件里出现两次，读者分不清以哪张为准。例：复制出“支出总表副本”忘了删。删去多余的一张；分页的续表在表名后写“续”。',
  run({ book }) {
    return groupBy(book.tables, (table) => table.declared.id)
      .filter((group) => group.length > 1)
      .map((group) =>
        makeFinding({
          rule: 's-table-twice',
          severity: 'warning',
          facts: {
            code: 'table-twice',
            title: group[0].declared.title,
            sheets: group.map((table) => table.frame.sheet),
          },
          cells: group.map(tableCell),
          about: [group[0].declared.id],
          table: group[0].declared.id,
        }),
      );
  },
};
