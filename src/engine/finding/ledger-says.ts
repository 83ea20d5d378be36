import type { AgainstLedger } from '../ledger-evidence/against-ledger';
import { rowsOf } from '../ledger/row-runs';
import type { LedgerSays } from './facts';
import { plainAmount } from './quote';

/** What the ledger of a sheet gives for a figure, as a sentence quotes it. */
export function ledgerSays({ figure: { moneyUnit, decimals }, told }: AgainstLedger, sheet: string): LedgerSays {
  return { sheet, amount: plainAmount(told.value, moneyUnit, decimals), rows: rowsOf(told.cells) };
}
