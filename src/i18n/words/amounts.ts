import { formatAmount, groupThousands } from '../../engine/amount/format';

const PLAIN_DECIMAL = /^-?\d+(?:\.(\d+))?$/;

/**
 * An amount as people read it: `1249.6` → `1,249.60`. At least `decimals` digits after the point (two unless said),
 * more where the amount has more: nothing is ever rounded away. Anything but a plain decimal comes back as it is.
 */
export function amountText(amount: string, decimals = 2): string {
  const match = PLAIN_DECIMAL.exec(amount);
  if (!match) return amount;
  return groupThousands(formatAmount(amount, Math.max(decimals, match[1]?.length ?? 0)));
}

/** The amount without its sign, as people read it: `-0.9` → `0.90`. */
export function magnitudeText(amount: string): string {
  return amountText(amount.replace(/^-/, ''));
}

/** A difference in a column: `+27.00`, `-0.90`, `0.00`. The hyphen is ASCII, because U+2212 pasted into Excel is text. */
export function signedText(amount: string): string {
  const text = amountText(amount);
  return /[1-9]/.test(text) && !isNegative(amount) ? `+${text}` : text;
}

/** True for a plain decimal below zero; `-0.00` is not. */
export function isNegative(amount: string): boolean {
  return amount.startsWith('-') && /[1-9]/.test(amount);
}

/** A percentage with two decimals: `3.3533` → `3.35%`. Takes a plain decimal already in percent. */
export function percentText(percent: string): string {
  return PLAIN_DECIMAL.test(percent) ? `${groupThousands(formatAmount(percent, 2))}%` : percent;
}
