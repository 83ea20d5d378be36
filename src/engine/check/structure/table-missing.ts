import type { Check } from '../check';
import { makeFinding } from '../make-finding';

export const tableMissing: Check = {
  id: 's-table-missing',
  severity: 'error',
  describes:
    '规定公开的表缺一张都算不完整，与它有关的勾稽也无从检查。例：没有“政府性基金预算支出情况表”。没有数的表也要保留，并在表下注明为空表。',
  run({ book, sheets }) {
    const found = new Set(book.tables.map((table) => table.declared.id));
    return book.edition.declared.tables
      .filter((table) => !found.has(table.id) && !table.optional)
      .map((table) => {
        const titleOn = sheets.find((sheet) => sheet.barTitles.includes(table.id))?.sheet;
        return makeFinding({
          rule: 's-table-missing',
          severity: 'error',
          facts: { code: 'table-missing', title: table.title, titleOn },
          cells: [],
          about: [table.id],
          table: table.id,
          sheet: titleOn,
        });
      });
  },
};
