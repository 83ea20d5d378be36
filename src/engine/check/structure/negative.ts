import { quoted } from '../../finding/quote';
import type { Check } from '../check';
import { figuresIn } from '../look';
import { makeFinding } from '../make-finding';

export const negative: Check = {
  id: 's-negative',
  severity: 'warning',
  describes: '预算金额一般不为负。例：项目支出为-3.50万元，多半是符号打错。核实后改正；确属冲减、调整的，请注明。',
  run({ book }) {
    return book.tables.flatMap((table) => {
      const below = figuresIn(table).filter(
        (figure) =>
          figure.reading.kind === 'amount' && figure.reading.value.isNegative() && !figure.reading.value.isZero(),
      );
      const [first] = below;
      if (!first) return [];
      return [
        makeFinding({
          rule: 's-negative',
          severity: 'warning',
          facts: {
            code: 'negative',
            figure: quoted(first, first.moneyUnit),
            count: below.length,
            moneyUnit: first.moneyUnit,
          },
          cells: below.map((figure) => figure.cell),
          about: [table.declared.id],
          table: table.declared.id,
        }),
      ];
    });
  },
};
