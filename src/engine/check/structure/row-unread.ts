import { readAmount } from '../../amount/read-amount';
import type { CellRef } from '../../snapshot/address';
import type { Snapshot } from '../../snapshot/snapshot';
import type { Check } from '../check';
import { cellOf } from '../look';
import { makeFinding } from '../make-finding';

export const rowUnread: Check = {
  id: 's-row-unread',
  severity: 'warning',
  describes: '一行有金额，却认不出是什么科目，这一行没有检查。例：编码和名称都空着。补上编码或名称；不该有的数删去。',
  run({ book, snapshot }) {
    return book.tables.flatMap((table) =>
      table.blocks.flatMap((block) => {
        const rows = block.strangeRows.filter((row) => row.amounts.some((cell) => holdsAmount(snapshot, cell)));
        if (rows.length === 0) return [];
        return [
          makeFinding({
            rule: 's-row-unread',
            severity: 'warning',
            facts: { code: 'row-unread', table: table.declared.id, rows: rows.map((row) => row.cell.row + 1) },
            cells: rows.flatMap((row) => row.amounts),
            about: [table.declared.id, ...rows.map((row) => row.text)],
            table: table.declared.id,
          }),
        ];
      }),
    );
  },
};

function holdsAmount(snapshot: Snapshot, cell: CellRef): boolean {
  const reading = readAmount(cellOf(snapshot, cell)?.value ?? null);
  return reading.kind === 'amount' && !reading.value.isZero();
}
