import { readAmount } from '../../amount/read-amount';
import { readPriorRows, scopeOfRow, type PriorRow } from '../../asked/read-prior';
import { plainAmount } from '../../finding/quote';
import type { PriorApart } from '../../finding/ledger-facts';
import type { Source } from '../../source/source';
import type { Check, CheckContext } from '../check';
import { besideLedger } from '../ledger/beside';
import { makeFinding } from '../make-finding';

/** The digits that such a figure is written with. */
const WRITTEN = 6;

export const priorDiffers: Check = {
  id: 'f-prior',
  severity: 'warning',
  describes:
    '“上年数”里来源写台账工作表名的数，要与台账的上年数相同：文中照“上年数”写，再编一次又照台账写。例：“上年数”填的是317.03，台账为371.03。要照台账，再编一次；要用自己填的，把那一行的“来源”改成别的（如“决算”）。台账不能用来核对的，不比。上年的台账单有一张、金额像是按元填而没有写明单位的，也写明是哪一格。',
  run(context) {
    const rows = readPriorRows(context.snapshot);
    const [first] = rows;
    if (!first) return [];
    const { ledger } = besideLedger(context).evidence;
    const followed = ledger ? rows.filter(({ from }) => from === ledger.beforeSheet) : [];
    const source = followed.length === 0 ? undefined : ledger?.before();
    if (!ledger || !source) return [];
    const doubts = ledger.beforeDoubts.map((doubt) => ({ ...doubt, rule: 'f-prior' }));
    const apart = followed.flatMap((row) => apartFrom(source, row, context) ?? []);
    if (apart.length === 0) return doubts;
    return [
      ...doubts,
      makeFinding({
        rule: 'f-prior',
        severity: 'warning',
        facts: { code: 'prior-differs', sheet: first.cell.sheet, ledger: ledger.beforeSheet, rows: apart },
        cells: apart.map(({ cell }) => cell),
        about: [ledger.beforeSheet],
        sheet: first.cell.sheet,
      }),
    ];
  },
};

/** What a row holds and what it follows, where these are two amounts; what is still open is no amount. */
function apartFrom(source: Source, row: PriorRow, { book }: CheckContext): PriorApart | undefined {
  const reading = readAmount(row.value);
  const table = book.edition.declared.tables.find(({ id }) => id === row.table);
  // A row that says it comes from here has the code that it had here.
  const scope = table && scopeOfRow({ ...row, nowCode: '' }, table);
  const told = scope && source.told(scope.at)?.value;
  if (reading.kind !== 'amount' || !table || !told) return undefined;
  const [held, says] = [reading.value, told].map((amount) => amount.toDecimalPlaces(WRITTEN));
  if (!held || !says || held.equals(says)) return undefined;
  return {
    cell: row.cell,
    held: plainAmount(held, '万元', table.decimals),
    told: plainAmount(says, '万元', table.decimals),
  };
}
