import { groupBy } from '../../lists/group-by';
import type { Figure } from '../../book/book';
import { placeOf } from '../../finding/quote';
import type { Check } from '../check';
import { figuresIn } from '../look';
import { makeFinding } from '../make-finding';

export const unitSuffix: Check = {
  id: 's-unit-suffix',
  severity: 'warning',
  describes:
    '金额后面写的单位与本表单位不同。例：单位为万元的表里写“122200元”。检查时已换算；请改成本表单位的数，不带单位。',
  run({ book }) {
    const figures = [
      ...book.tables.flatMap(figuresIn),
      ...book.forms.flatMap((form) => form.amounts.map((amount) => amount.figure)),
    ];
    return groupBy(figures.filter(isInAnotherUnit), (figure) => `${figure.table} ${figure.cell.sheet}`).map((group) => {
      const [first] = group;
      return makeFinding({
        rule: 's-unit-suffix',
        severity: 'warning',
        facts: {
          code: 'unit-suffix',
          place: placeOf(first),
          raw: rawOf(first),
          moneyUnit: first.moneyUnit,
          count: group.length,
        },
        cells: group.map((figure) => figure.cell),
        about: [first.table, first.scope.key],
        table: first.table,
      });
    });
  },
};

function isInAnotherUnit({ reading, moneyUnit }: Figure): boolean {
  return (
    reading.kind === 'amount' && reading.suffix !== undefined && reading.suffix !== moneyUnit && !reading.value.isZero()
  );
}

const rawOf = ({ reading }: Figure): string => (reading.kind === 'amount' ? reading.raw.trim() : '');
