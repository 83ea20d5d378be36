import { groupBy } from '../../lists/group-by';
import type { RecognisedBlock, RowNode } from '../../book/book';
import type { Check } from '../check';
import { figuresOfRow, isNonZero } from '../look';
import { makeFinding } from '../make-finding';

export const duplicateRow: Check = {
  id: 'b-duplicate-row',
  severity: 'warning',
  describes:
    '同一科目（同一项目）出现两行，都有金额，容易重复计入，或有一行编码写错。例：2010301在第9行和第12行。合并，或核对编码。按项目分行的不算。',
  run({ book }) {
    return book.tables.flatMap((table) =>
      table.blocks.flatMap((block) =>
        groupBy(filledRows(block), ({ row, printed }) => `${printed}\u0000${detailOf(row, printed)}`)
          .filter((group) => group.length > 1)
          .map((group) => {
            const [{ row, printed }] = group;
            return makeFinding({
              rule: 'b-duplicate-row',
              severity: 'warning',
              facts: {
                code: 'row-twice',
                table: table.declared.id,
                printed,
                name: (row.detailCell && row.detailName) ?? row.name ?? printed,
                rows: group.map((one) => one.row.row + 1),
              },
              cells: group.flatMap((one) => (one.row.keyCell ? [one.row.keyCell] : [])),
              about: [table.declared.id, printed, detailOf(row, printed)],
              table: table.declared.id,
            });
          }),
      ),
    );
  },
};

function filledRows(block: RecognisedBlock): readonly { readonly row: RowNode; readonly printed: string }[] {
  const tree = block.declared.rows.flatMap((row) => ('tree' in row ? [row.tree] : []))[0];
  return block.rows.nodes.flatMap((row) => {
    // A place's own seven-digit economic items share the code of their 款.
    const printed =
      row.code?.kind === 'code'
        ? (row.code.local ?? row.code.code)
        : tree === undefined
          ? undefined
          : row.members[tree];
    return row.role === 'tree' && printed !== undefined && figuresOfRow(block, row).some(isNonZero)
      ? [{ row, printed }]
      : [];
  });
}

/** What else than the code tells the row from others: the project. */
function detailOf(row: RowNode, printed: string): string {
  return Object.values(row.members)
    .filter((member) => !printed.startsWith(member))
    .join('\u0000');
}
