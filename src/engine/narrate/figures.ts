import { Decimal } from 'decimal.js';
import { formatAmount } from '../amount/format';
import type { Members } from '../scope/scope';
import type { Told } from '../source/source';
import { printed } from './change';
import type { Material } from './material';
import type { FigureCell, Measure } from './narration';
import type { Said } from './said';
import type { Share } from './shares';
import { fillTemplate } from './spans';

/** Where a number comes from. */
export interface Origin {
  readonly scope: Members;
  readonly cells: readonly FigureCell[];
  /** Of a share: the scope that it is a share of. */
  readonly of?: Members;
}

/** A number as a span. */
export function figure(as: Measure, text: string, value: Decimal, { scope, cells, of }: Origin): Said {
  return { kind: 'figure', text, as, value, scope, cells, ...(of ? { of } : {}) };
}

/** An amount with its unit. Nothing is 0, not 0.00: no decimals were left out. */
export function amountSpans({ phrases }: Material, value: Decimal, origin: Origin): readonly Said[] {
  const text = value.isZero() ? '0' : formatAmount(value, phrases.decimals);
  return fillTemplate(phrases.amount, { amount: [figure('amount', text, value, origin)] });
}

/** A percentage without a sign: all of something is 100, not 100.00. Undefined where its decimals print it as zero. */
export function percentText({ phrases }: Material, percent: Decimal): string | undefined {
  if (percent.equals(100)) return '100';
  return printed(percent, phrases.percentDecimals).isZero()
    ? undefined
    : formatAmount(percent, phrases.percentDecimals);
}

/** 占…%; nothing for a share that cannot be said. */
export function shareSpans({ phrases }: Material, share: Share | undefined, origin: Origin): readonly Said[] {
  if (!share) return [];
  const { percentDecimals } = phrases;
  const isTooSmall = share.printed.isZero();
  const text = share.exact.equals(100)
    ? '100'
    : formatAmount(isTooSmall ? smallest(percentDecimals) : share.printed, percentDecimals);
  return fillTemplate(isTooSmall ? phrases.shareTooSmall : phrases.share, {
    share: [figure('share', text, share.exact, origin)],
  });
}

const smallest = (decimals: number): Decimal => new Decimal(10).pow(-decimals);

/** How many there are, with the measure of the edition. */
export function countSpans({ phrases }: Material, told: readonly Told[], scope: Members): readonly Said[] {
  const count = new Decimal(told.length);
  const cells = told.flatMap((one) => one.cells);
  return fillTemplate(phrases.count, { count: [figure('count', count.toFixed(), count, { scope, cells })] });
}
