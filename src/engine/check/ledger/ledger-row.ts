import type { Finding } from '../../finding/finding';
import { plainAmount } from '../../finding/quote';
import type { Difference } from '../../ledger-evidence/differences';
import { runsOf } from '../../ledger/problems';
import type { Check, CheckContext } from '../check';
import { makeFinding } from '../make-finding';
import { besideLedger } from './beside';

export const ledgerRow: Check = {
  id: 'c-ledger-row',
  severity: 'warning',
  describes:
    '同一个工作簿里有台账时，台账里有金额的科目和项目，表里要有它的一行。例：台账第9行有2010399“其他支出”3.00万元，表二、表三都没有这一行，各表仍然平。先核实哪一处对：在表里补上这一行，或改台账后重新编制。',
  run(context) {
    const { evidence, differences, isTooMany } = besideLedger(context);
    const { ledger } = evidence;
    if (!ledger || isTooMany) return [];
    return differences.flatMap((difference) => findingOf(difference, ledger.sheet, context) ?? []);
  },
};

/** Told of the row that most tables lack; what else is off by its amount mostly goes with it. */
function findingOf(
  { figures, rows }: Difference,
  sheet: string,
  { catalogue, year }: CheckContext,
): Finding | undefined {
  const [lacked] = [...rows].sort((a, b) => b.length - a.length);
  const first = lacked?.[0];
  const [cell] = first?.told.cells ?? [];
  if (!lacked || !first || !cell) return undefined;
  const { told, code, name, table } = first;
  const { moneyUnit } = table.frame;
  const tables = [...new Set(lacked.map((row) => row.table.declared.id))];
  return makeFinding({
    rule: 'c-ledger-row',
    severity: 'warning',
    facts: {
      code: 'ledger-row',
      place: { cell, table: sheet },
      number: code,
      name: name === '' ? (catalogue.nameOf(code, year) ?? '') : name,
      says: {
        sheet,
        amount: plainAmount(told.value, moneyUnit, table.declared.decimals),
        rows: runsOf(told.cells),
      },
      tables,
      also: figures.length,
      moneyUnit,
    },
    cells: [...told.cells, ...figures.map(({ figure }) => figure.cell)],
    about: [first.key],
    table: table.declared.id,
    sheet,
  });
}
