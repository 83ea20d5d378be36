import type { Decimal } from 'decimal.js';

/** Why a text in an amount cell is no amount. */
export type AmountIssue =
  /** Words, letters, several numbers, percentages: nothing that reads as one amount. */
  | 'not-a-number'
  /** `12.3.4`, `1,23`: digits, but no way to group them. */
  | 'malformed'
  /** `1e9`: a person does not type an amount this way. */
  | 'exponent'
  /** `#REF!` and the like. */
  | 'formula-error'
  /** A formula beyond what is recalculated, without a stored value: what it comes to is not known. */
  | 'not-calculated'
  /** TRUE or FALSE. */
  | 'boolean'
  /** 待填: somebody has yet to say it. */
  | 'open';

/** A cell that says an amount. */
export interface AmountReading {
  readonly kind: 'amount';
  /** Exact, in the unit of its table (万元 or 元); where there is a `suffix`, in that unit. `amountIn` settles it. */
  readonly value: Decimal;
  /** Digits after the point, as typed or stored. Excel turns 157.00 into 157: ask the column, not one cell. */
  readonly decimals: number;
  /** As it stands in the cell. */
  readonly raw: string;
  /** A number kept as text. False for a dash, which was never meant to be a number. */
  readonly asText: boolean;
  /** `—`, `-`, `/` standing alone: a stated zero. */
  readonly dash?: true;
  /** The unit typed behind the number itself (`12.22万元`); absent where the cell does not say. */
  readonly suffix?: MoneyUnit;
}

/** What a cell says, read the way a person reads it. A blank is not zero: an equation takes it as zero, a completeness check does not. */
export type Reading =
  | AmountReading
  | { readonly kind: 'blank' }
  | { readonly kind: 'unreadable'; readonly raw: string; readonly because: AmountIssue };

/** What stands in a cell whose amount nobody has told yet: it is not nothing. */
export const TO_BE_FILLED = '待填';

/** Whether a cell says that its amount is still to be filled in. */
export const isToBeFilled = (reading: Reading): boolean => reading.kind === 'unreadable' && reading.because === 'open';

/** The money units of published budgets. */
export type MoneyUnit = '万元' | '元';
