import { Decimal } from 'decimal.js';
import type { AgainstLedger } from './against-ledger';

/** What a place of the table says more than the ledger. */
export const excessOf = ({ figure, told }: AgainstLedger): Decimal =>
  (figure.value ?? new Decimal(0)).minus(told.value);
