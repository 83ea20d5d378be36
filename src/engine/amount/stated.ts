import type { Decimal } from 'decimal.js';
import { normaliseText } from '../text/normalise';
import { remembered } from '../memo/remembered';
import { amountIn } from './money-unit';
import { readAmount } from './read-amount';

const AMOUNT = /-?\d[\d,]*(?:\.\d+)?(?:万元|元)/g;
/** Fewer digits than these are stated of too many things to say anything of one. */
const FEWEST_DIGITS = 4;

/** Amounts as sentences state them, with their money unit behind. */
export interface StatedAmounts {
  /** Whether some sentence states this amount (in 万元), its digits being enough to know it by. */
  readonly has: (value: Decimal) => boolean;
}

export const NOTHING_STATED: StatedAmounts = { has: () => false };

/** The amounts that texts state. They are read when the first is asked for. */
export function statedIn(texts: () => Iterable<string>): StatedAmounts {
  let stated: ReadonlySet<string> | undefined;
  return {
    has(value) {
      if (value.precision() < FEWEST_DIGITS) return false;
      stated ??= new Set([...texts()].flatMap(amountsOf));
      return stated.has(value.toFixed());
    },
  };
}

const amountsOf = remembered((text): readonly string[] =>
  [...(normaliseText(text).match(AMOUNT) ?? [])].flatMap((found) => {
    const reading = readAmount(found);
    return reading.kind === 'amount' ? [amountIn(reading, '万元').toFixed()] : [];
  }),
);
