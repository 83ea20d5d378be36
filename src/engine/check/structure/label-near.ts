import type { Check } from '../check';
import { figuresOfRow, textAt } from '../look';
import { makeFinding } from '../make-finding';

export const labelNear: Check = {
  id: 's-label-near',
  severity: 'note',
  describes:
    '行名与规定的不完全一样，按最接近的一项处理。例：“国有资本经营预算预算”按“国有资本经营预算”处理。认得不对时请改成规定的行名。',
  run({ book, snapshot }) {
    return book.tables.flatMap((table) =>
      table.blocks.flatMap((block) =>
        block.rows.nodes.flatMap((row) => {
          if (row.nearestLabel === undefined || !row.keyCell) return [];
          const printed = textAt(snapshot, row.keyCell);
          return [
            makeFinding({
              rule: 's-label-near',
              severity: 'note',
              facts: {
                code: 'label-near',
                place: {
                  cell: row.keyCell,
                  table: table.declared.id,
                  ...(row.name === undefined ? {} : { row: row.name }),
                },
                printed,
                label: row.nearestLabel,
              },
              cells: [
                row.keyCell,
                ...figuresOfRow(block, row)
                  .filter((figure) => figure.reading.kind !== 'blank')
                  .map((figure) => figure.cell),
              ],
              about: [table.declared.id, row.nearestLabel],
              table: table.declared.id,
            }),
          ];
        }),
      ),
    );
  },
};
