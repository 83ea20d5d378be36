import { normaliseText } from '../../text/normalise';
import type { Check, CheckContext } from '../check';
import { cellsOf, isTextCell, tableCell, userSheets } from '../look';
import { makeFinding } from '../make-finding';
import { fillingOf } from './empty-words';

export const emptyNote: Check = {
  id: 's-empty-note',
  severity: 'error',
  describes:
    '没有数的表也要公开，并在表下注明“本部门无……，本表为空表”，否则分不清是没有还是漏填。例：“政府性基金预算支出情况表”空着，表下没有说明。在表下补一句。',
  run(context) {
    const { book } = context;
    const unsaid = book.tables.filter(
      (table) => !table.declared.optional && fillingOf(table) !== 'filled' && table.emptyNote === undefined,
    );
    const [first] = unsaid;
    if (first && unsaid.length > 1 && book.tables.every((table) => fillingOf(table) === 'blank')) {
      return [
        makeFinding({
          rule: 's-empty-note',
          severity: 'warning',
          facts: { code: 'all-blank', count: book.tables.length },
          cells: [tableCell(first)],
          about: ['all'],
          table: first.declared.id,
        }),
      ];
    }
    return unsaid.map((table) => {
      const zeros = fillingOf(table) === 'zeros';
      const inText = textSaysEmpty(context, table.declared.title);
      return makeFinding({
        rule: 's-empty-note',
        severity: zeros || inText ? 'warning' : 'error',
        facts: { code: 'empty-unsaid', title: table.declared.title, zeros, inText },
        cells: [tableCell(table)],
        about: [table.declared.id],
        table: table.declared.id,
      });
    });
  },
};

/** A sentence of the text names the table as an empty one. */
function textSaysEmpty({ snapshot, sheets }: CheckContext, title: string): boolean {
  const texts = new Set(sheets.filter((sheet) => sheet.tables.length === 0).map((sheet) => sheet.sheet));
  const wanted = normaliseText(title);
  return userSheets(snapshot)
    .filter((sheet) => texts.has(sheet.name))
    .some((sheet) =>
      cellsOf(sheet, isTextCell).some(({ cell }) => {
        if (typeof cell.value !== 'string') return false;
        const text = normaliseText(cell.value);
        return text.includes(wanted) && /空表|为空/.test(text);
      }),
    );
}
