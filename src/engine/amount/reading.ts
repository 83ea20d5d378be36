import type { Decimal } from 'decimal.js';

/** Why a text in an amount cell is no amount. */
export type AmountIssue =
  /** Words, letters, several numbers: nothing that reads as one amount. */
  | 'not-a-number'
  /** `12.3.4`, `1,23`: digits, but no way to group them. */
  | 'malformed'
  /** `1e9`: a person does not type an amount this way. */
  | 'exponent'
  /** `#REF!` and the like. */
  | 'formula-error'
  /** TRUE or FALSE. */
  | 'boolean';

/**
 * What a cell says, read the way a person reads it. `value` is in the unit of its table (万元 or 元), exact;
 * `decimals` are the digits after the point as typed or stored; `asText` tells a number kept as text.
 */
export type Reading =
  | { readonly kind: 'amount'; readonly value: Decimal; readonly decimals: number; readonly raw: string; readonly asText: boolean }
  | { readonly kind: 'blank' }
  | { readonly kind: 'unreadable'; readonly raw: string; readonly because: AmountIssue };

/** The money units of published budgets. */
export type MoneyUnit = '万元' | '元';
