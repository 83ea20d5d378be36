import type { Finding } from '../../finding/finding';
import { ledgerSays } from '../../finding/ledger-says';
import { plainAmount, quoted } from '../../finding/quote';
import type { Difference } from '../../ledger-evidence/differences';
import { excessOf } from '../../ledger-evidence/excess';
import type { AgainstLedger } from '../../ledger-evidence/against-ledger';
import type { Check } from '../check';
import { makeFinding } from '../make-finding';
import { toldOneByOne } from './beside';

export const ledgerDiffers: Check = {
  id: 'c-ledger',
  severity: 'warning',
  describes:
    '同一个工作簿里有台账时，表里、绩效目标表里手填的数要与台账编出来的相同；各表之间都平而与台账不同的，单看表看不出来。例：收入表的事业收入12.00万元，台账第5、8行合计为10.00。先核实哪一处对：台账对就改表，表对就改台账后重新编制。别的单位、别的年度、有行读不出的台账不比，上年数也不比；四舍五入之内的不算。',
  run: (context) => toldOneByOne(context, findingOf),
};

/** Where a row is lacking as well that is what is told. */
function findingOf({ figures, rows }: Difference, sheet: string): Finding | undefined {
  const [first, ...others] = figures;
  if (!first || rows.length > 0) return undefined;
  const isUp = excessOf(first).isPositive();
  const other = others.find(
    (one) => one.figure.table === first.figure.table && excessOf(one).isPositive() !== isUp && isBeside(one, first),
  );
  const told = other ? [first, other] : [first];
  const also = figures.filter((one) => !told.includes(one)).map(({ figure }) => figure.cell);
  const { moneyUnit, table, scope, cell } = first.figure;
  return makeFinding({
    rule: 'c-ledger',
    severity: 'warning',
    facts: {
      code: 'ledger-differs',
      cells: told.map(({ figure }) => quoted(figure, moneyUnit)),
      says: told.map((one) => ledgerSays(one, sheet)),
      differences: told.map((one) => plainAmount(excessOf(one), moneyUnit, one.figure.decimals)),
      also,
      moneyUnit,
    },
    cells: [
      ...told.map(({ figure }) => figure.cell),
      ...also,
      // An explanation of it holds as long as these are the same, too.
      ...told.flatMap((one) => one.told.cells),
    ],
    about: [table, scope.key, ...(other ? [other.figure.scope.key] : [])],
    table,
    sheet: cell.sheet,
  });
}

const isBeside = ({ figure: { cell: a } }: AgainstLedger, { figure: { cell: b } }: AgainstLedger): boolean =>
  a.sheet === b.sheet && (a.row === b.row || a.column === b.column);
