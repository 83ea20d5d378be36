import { groupBy } from '../../lists/group-by';
import { nameCells } from '../../source/code-names';
import { once } from '../../memo/once';
import type { RecognisedBlock, RecognisedTable } from '../../book/book';
import type { Check, CheckContext } from '../check';
import { figuresOfRow, isNonZero, textAt } from '../look';
import { makeFinding } from '../make-finding';

export const nameBlank: Check = {
  id: 'c-name-blank',
  severity: 'warning',
  describes:
    '有编码、有数的一行，科目名称空着，公开出去看不出是什么支出。例：2130104一行的名称空着。写上科目的名称；由台账编制的，写在台账的科目名称列，再编一次。',
  run(context) {
    const groups = groupBy(
      context.book.tables.flatMap((table) => blankIn(table, context)),
      ({ code }) => code,
    );
    const [first] = groups;
    if (!first) return [];
    return [
      makeFinding({
        rule: 'c-name-blank',
        severity: 'warning',
        facts: {
          code: 'name-blank',
          names: groups.map((group) => ({
            code: group[0].code,
            tables: [...new Set(group.map(({ table }) => table))],
          })),
        },
        cells: groups.flatMap((group) => group.map(({ cell }) => cell)),
        about: groups.map((group) => group[0].code),
        table: first[0].table,
      }),
    ];
  },
};

/** The rows with an amount whose name has a cell of its own, and nothing in it: neither the code's nor a project's. */
function blankIn(table: RecognisedTable, { snapshot }: CheckContext) {
  return nameCells(table).flatMap(({ row, cell }) => {
    const { code, name = '', detailName = '', role } = row;
    if (code?.kind !== 'code' || role !== 'tree' || detailName !== '') return [];
    // What has no name is called by its code.
    if (name.trim() !== '' && name !== code.code) return [];
    const block = table.blocks.find((one) => rowsOf(one).has(row));
    if (!block || !figuresOfRow(block, row).some(isNonZero) || textAt(snapshot, cell) !== '') return [];
    return [{ code: code.code, table: table.declared.id, cell }];
  });
}

const rowsOf = once((block: RecognisedBlock) => new Set(block.rows.nodes));
