import type { RowNode } from '../../book/book';
import type { Check } from '../check';
import { makeFinding } from '../make-finding';

export const orderCodes: Check = {
  id: 's-order-codes',
  severity: 'note',
  describes: '科目一般按编码从小到大排列，便于对照。例：2010301排在2010399之后。按编码重新排序。',
  run({ book }) {
    return book.tables.flatMap((table) =>
      table.blocks.flatMap((block) => {
        const coded = block.rows.nodes.flatMap((row) =>
          row.code?.kind === 'code' ? [{ row, code: row.code.local ?? row.code.code }] : [],
        );
        const pair = coded.flatMap(
          ({ row, code }, index): readonly { row: RowNode; code: string; above: string; before: RowNode }[] => {
            const before = coded[index - 1];
            return before && before.code > code ? [{ row, code, above: before.code, before: before.row }] : [];
          },
        )[0];
        if (!pair) return [];
        return [
          makeFinding({
            rule: 's-order-codes',
            severity: 'note',
            facts: { code: 'order-codes', table: table.declared.id, printed: pair.code, above: pair.above },
            cells: [pair.row, pair.before].flatMap((row) => (row.keyCell ? [row.keyCell] : [])),
            about: [table.declared.id, pair.code],
            table: table.declared.id,
          }),
        ];
      }),
    );
  },
};
