import type { Figure, RecognisedBlock } from '../../book/book';
import { placeOf } from '../../finding/quote';
import type { Check } from '../check';
import { figuresIn, isNonZero } from '../look';
import { makeFinding } from '../make-finding';

export const typedTotal: Check = {
  id: 's-typed-total',
  severity: 'note',
  describes:
    '工作簿里有公式，这张表的合计却是手工填的数，明细改动后合计不会变。例：合计填的是1308.75。改为求和公式。平台导出的、通篇没有公式的文件不提示。',
  run({ book }) {
    if (!book.tables.some((table) => figuresIn(table).some((figure) => figure.formula !== undefined))) return [];
    return book.tables.flatMap((table) => {
      const typed = table.blocks
        .flatMap(wholesOf)
        .filter((figure) => figure.formula === undefined && isNonZero(figure));
      const [first] = typed;
      if (!first) return [];
      return [
        makeFinding({
          rule: 's-typed-total',
          severity: 'note',
          facts: { code: 'typed-total', place: placeOf(first), count: typed.length },
          cells: typed.map((figure) => figure.cell),
          about: [table.declared.id],
          table: table.declared.id,
        }),
      ];
    });
  },
};

/** Figures that stand above several parts with amounts, along the rows or along the columns. */
function wholesOf(block: RecognisedBlock): readonly Figure[] {
  return block.figures.flatMap((row, r) =>
    row.filter((_figure, c) => {
      const below = (block.rows.children[r] ?? []).flatMap((child) => block.figures[child]?.[c] ?? []);
      const beside = (block.columns.children[c] ?? []).flatMap((child) => row[child] ?? []);
      return [below, beside].some((parts) => parts.filter(isNonZero).length > 1);
    }),
  );
}
