import { readAmount } from '../../amount/read-amount';
import type { CellRef } from '../../snapshot/address';
import { columnLetters } from '../../snapshot/address';
import type { Snapshot } from '../../snapshot/snapshot';
import type { Check } from '../check';
import { cellOf } from '../look';
import { makeFinding } from '../make-finding';

// Columns of numbers that are no amounts.
const NO_AMOUNTS = /序号|行次|编码|代码|人数|数量|面积|年份|年度$/;

export const columnUnread: Check = {
  id: 's-column-unread',
  severity: 'warning',
  describes:
    '表里有规定之外的一列金额，没有参与检查。例：多出一列“上年预算”，或右侧空白处留着草稿数字。确需公开的请核对；草稿请删去。',
  run({ book, snapshot }) {
    return book.tables.flatMap((table) =>
      table.strangeColumns
        .filter(
          ({ header, amounts }) => !NO_AMOUNTS.test(header) && amounts.some((cell) => isNonZeroAt(snapshot, cell)),
        )
        .map(({ header, cell, amounts }) =>
          makeFinding({
            rule: 's-column-unread',
            severity: header === '' ? 'note' : 'warning',
            facts: { code: 'column-unread', table: table.declared.id, header, letters: columnLetters(cell.column) },
            cells: [...(header === '' ? [] : [cell]), ...amounts],
            about: [table.declared.id, header],
            table: table.declared.id,
          }),
        ),
    );
  },
};

function isNonZeroAt(snapshot: Snapshot, cell: CellRef): boolean {
  const reading = readAmount(cellOf(snapshot, cell)?.value ?? null);
  return reading.kind === 'amount' && !reading.value.isZero();
}
