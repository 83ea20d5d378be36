import type { Finding } from '../../finding/finding';
import { ledgerRowFacts } from '../../finding/ledger-row-facts';
import type { Difference } from '../../ledger-evidence/differences';
import type { AgainstLedger } from '../../ledger-evidence/against-ledger';
import type { Check } from '../check';
import { makeFinding } from '../make-finding';
import { toldOneByOne } from './beside';

export const ledgerRow: Check = {
  id: 'c-ledger-row',
  severity: 'warning',
  describes:
    '同一个工作簿里有台账时，台账里有金额的科目和项目，表里要有它的一行。例：台账第9行有2010399“其他支出”3.00万元，各表都没有这一行，仍然平。先核实哪一处对：在表里补上这一行，或改台账后重新编制。表里同一科目有金额相同、台账没有那个名称的项目的，像是改了名：统一名称。',
  run: (context) => toldOneByOne(context, findingOf),
};

/** Told of the row that most tables lack; what else is off by its amount mostly goes with it. */
function findingOf({ figures, rows }: Difference, sheet: string): Finding | undefined {
  const [lacked] = [...rows].sort((a, b) => b.length - a.length);
  if (!lacked) return undefined;
  // Of a row that was renamed its own amounts are no others.
  const isRenamed = ({ figure: { cell } }: AgainstLedger): boolean =>
    lacked.some(({ renamed }) => renamed.some((row) => row.sheet === cell.sheet && row.row === cell.row));
  const also = figures.filter((one) => !isRenamed(one)).map(({ figure }) => figure.cell);
  const facts = ledgerRowFacts(lacked, sheet, also);
  if (!facts) return undefined;
  return makeFinding({
    rule: 'c-ledger-row',
    severity: 'warning',
    facts,
    cells: [facts.place.cell, ...lacked[0].told.cells, ...facts.renamed.map(({ cell }) => cell), ...also],
    about: [lacked[0].key],
    table: lacked[0].table.declared.id,
    sheet,
  });
}
