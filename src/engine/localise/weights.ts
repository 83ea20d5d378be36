/**
 * How much is believed of what, and why: the only place with such numbers.
 *
 * The search counts cells (`weightOf`); among explanations `rankExplanations` (mistakes.ts) weighs how each change could have
 * come about. Its numbers are chances: the chance that a figure was mistyped in that way, spread over all that this way could
 * have made of it. So a change that a slip explains stands far above one that nothing explains - a slip makes some dozens of
 * figures out of one, an arbitrary mistake millions - and the less so the shorter the figure is: any digit is one slip from any other.
 */
import { Decimal } from 'decimal.js';
import { formatAmount } from '../amount/format';
import { handSlip, type HandSlip } from './slips';

/** What speaks for a figure apart from the rows, which speak for themselves: breaking one that holds costs a further cell. */
export interface Trust {
  /** It is computed by a formula. */
  readonly formula?: boolean;
}

/** Counted for a figure that was typed. */
const TYPED = 1;
/** A formula adds up right unless somebody wrote it wrong; it is more often a typed figure that it adds. */
const BY_FORMULA = 0.2;

/**
 * The weight of a figure for `localise`. All that speaks for it adds less than a third of a cell, so that three trusted cells
 * are still fewer than four others: the number of cells comes first, trust decides between equally many.
 */
export function weightOf({ formula = false }: Trust): number {
  return TYPED + (formula ? BY_FORMULA : 0);
}

/** Of a hundred wrong figures, how many came about in which way, in the order of evidence that reviewers go by. */
export const CHANCE = {
  /** Digits: one wrong is the commonest, then two swapped. */
  digit: 0.3,
  swapped: 0.16,
  dropped: 0.1,
  doubled: 0.1,
  point: 0.07,
  sign: 0.05,
  /** Left blank, or a zero left standing. */
  omission: 0.09,
  /** Written one column, row or kind beside. */
  misplaced: 0.05,
  /** Two figures of the same table in each other's place. */
  exchanged: 0.03,
  /** 元 for 万元 or the other way round. */
  unit: 0.02,
  /** The last digit, cut off instead of rounded. */
  rounding: 0.02,
  /** Anything else: an old version, a wrong sum, a figure of another thing. */
  other: 0.01,
} as const satisfies Record<MistakeKind, number>;

/** How many places a figure may have been misplaced to: neighbours in column, row and kind. */
export const NEIGHBOURS = 6;
/** With how many figures of a table a figure may have been exchanged. */
export const PARTNERS = 50;
/** How much seldomer two places have to do with each other that stand in one line but apart, or only in one table. */
export const APART = 0.2;
export const ELSEWHERE = 0.02;
/** How often a sum was made of the wrong figure, or the wrong figure copied to where it is stated again. */
export const CARRIED = 0.3;
/** Cells of a table that hold no amount are about as many as those that do. */
const BLANK_BY_RIGHT = 0.5;
/** Few amounts are negative by right (refunds, carried-over deficits): one that would have to become so seldom was. */
const NEGATIVE = 0.01;

/** How seldom an amount stands by right where none belongs: offices differ, and some have their reasons. */
const MISFIT = 0.02;

/** How much likelier an amount is the right one if the text states it: who wrote the text had the right tables more often than the wrong ones. */
export const STATED = 10;

/** How seldom an amount is wrong that is said elsewhere too: the mistake would have to have been made twice. */
const CONFIRMED = 0.01;

/** How a figure came to be wrong. */
export type MistakeKind = HandSlip | 'omission' | 'misplaced' | 'exchanged' | 'unit' | 'rounding' | 'other';

/** What the caller knows of a variable's cell. */
export interface CellFacts {
  readonly value: Decimal | null;
  /** Decimals of its column. */
  readonly decimals: number;
  /** The text of the cell, where it is known. */
  readonly typed?: string;
  /** It is the sum of figures that are there: nothing in it is not so by right. */
  readonly gap?: boolean;
  /** It is what other figures come to: how often such an amount occurs is already said of those. */
  readonly derived?: boolean;
  /** By what its row and its column are, no amount belongs here. */
  readonly misfit?: boolean;
  /** What it holds is said elsewhere too, where nobody copied it from here. */
  readonly confirmed?: boolean;
  /** How often such a cell is blank by right, where more is known than of cells at large. */
  readonly blankByRight?: number;
  /** Where it stands, in rows and columns of one sheet. */
  readonly at?: { readonly sheet: string; readonly row: number; readonly column: number };
}

export interface Chance {
  readonly kind: MistakeKind;
  readonly chance: number;
}

/**
 * The likeliest way in which a figure meant to be `meant` became what stands there. `chance` is the odds of that against the
 * figure's standing there by right: how often `meant` occurs × the chance of this mistake ÷ how often what stands there occurs. Of
 * what other figures come to only the mistake counts: these are as they are, whatever was made of them.
 */
export function chanceOfChange(
  { value, decimals, typed, gap, derived = false, blankByRight = BLANK_BY_RIGHT }: CellFacts,
  meant: Decimal,
): Chance {
  if (gap === true) return { kind: 'omission', chance: CHANCE.omission };
  const expected = occurrence(meant, decimals);
  // Nothing stands there by right in many cells: that this one is a gap is known only from the amount that fills it.
  if (!value || value.isZero()) return { kind: 'omission', chance: (CHANCE.omission / blankByRight) * expected };
  const against = derived ? signOdds(meant) / signOdds(value) : expected / occurrence(value, decimals);
  // A point moved by four places is a change of the money unit as well; of the two the unit is what happens.
  const isUnit = value.equals(meant.times(10_000)) || meant.equals(value.times(10_000));
  if (isUnit) return { kind: 'unit', chance: (CHANCE.unit / 2) * against };
  const slip = handSlip(value, meant, decimals, typed);
  const bySlip = slip ? chanceOfSlip(slip, meant, decimals) : 0;
  if (value.minus(meant).abs().lte(new Decimal(10).pow(-decimals)))
    return { kind: 'rounding', chance: (CHANCE.rounding / 2 + bySlip) * against };
  if (slip) return { kind: slip, chance: bySlip * against };
  return { kind: 'other', chance: CHANCE.other * (derived ? occurrence(value, decimals) : expected) };
}

/**
 * How much likelier a change is for what its cell is: one that takes away what does not belong there, or that puts it there; and how much
 * less likely where what stands there is confirmed.
 */
export function oddsOfPlace({ value, misfit, confirmed }: CellFacts, meant: Decimal): number {
  const isBlank = !value || value.isZero();
  const byOther = confirmed === true ? CONFIRMED : 1;
  if (misfit !== true || isBlank === meant.isZero()) return byOther;
  return byOther * (isBlank ? MISFIT : 1 / MISFIT);
}

/** The chance of one slip, among all that this kind of slip could have made of the figure. */
function chanceOfSlip(slip: HandSlip, meant: Decimal, decimals: number): number {
  const digits = digitsOf(meant, decimals);
  const outcomes: Readonly<Record<HandSlip, number>> = {
    digit: 9 * digits,
    swapped: Math.max(1, digits - 1),
    dropped: digits,
    doubled: 10 * (digits + 1),
    point: digits + 1,
    sign: 1,
  };
  return CHANCE[slip] / outcomes[slip];
}

/** The chance of a change to a value that nobody knows. */
export const chanceOfUnknown = ({ value, decimals }: CellFacts): Chance => ({
  kind: 'other',
  chance: CHANCE.other * occurrence(value ?? new Decimal(0), decimals),
});

/** How often an arbitrary figure is just this one. */
export const occurrence = (value: Decimal, decimals: number): number =>
  10 ** -digitsOf(value, decimals) * signOdds(value);

const signOdds = (value: Decimal): number => (value.isNegative() && !value.isZero() ? NEGATIVE : 1);

const digitsOf = (value: Decimal, decimals: number): number =>
  formatAmount(value.abs(), decimals).replace('.', '').replace(/^0+/, '').length || 1;
