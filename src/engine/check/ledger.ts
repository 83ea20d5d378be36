import type { Check } from './check';
import { ledgerApart } from './ledger/ledger-apart';
import { ledgerDiffers } from './ledger/ledger-differs';
import { ledgerRow } from './ledger/ledger-row';
import { ledgerUnused } from './ledger/ledger-unused';

/** The tables held against the ledger that stands in the same workbook. */
export const ledgerChecks: readonly Check[] = [ledgerDiffers, ledgerRow, ledgerApart, ledgerUnused];
