import type { Decimal } from 'decimal.js';
import { answerTo, rowOf, type Answers } from '../asked/answers';
import type { AskedFact, Text } from '../edition/text';
import type { CellRef } from '../snapshot/address';
import { printed, type Change } from './change';

/** From which change on a reason is given, as the department says it; undefined: it says nothing of that measure. */
export interface ReasonsFrom {
  /** Percent of last year's figure. */
  readonly percent: Decimal | undefined;
  /** 万元. */
  readonly amount: Decimal | undefined;
}

export type ReasonsFromMeasure = keyof ReasonsFrom;

export const REASONS_FROM_MEASURES: readonly ReasonsFromMeasure[] = ['percent', 'amount'];

/** One of the two as the sheet of facts holds it. */
export interface StatedFrom {
  readonly fact: AskedFact;
  /** Undefined where it is blank, or says 无 or 0, and where it cannot be read. */
  readonly value: Decimal | undefined;
  /** Where it stands, or would stand; undefined where the sheet does not ask it. */
  readonly cell: CellRef | undefined;
  /** What stands there and cannot be read. */
  readonly unread: string | undefined;
}

/** What the sheet of facts says of a measure; undefined where the edition does not ask for it. */
export function statedFrom(
  { asks, reasonsFrom }: Pick<Text, 'asks' | 'reasonsFrom'>,
  facts: Answers,
  measure: ReasonsFromMeasure,
): StatedFrom | undefined {
  const id = reasonsFrom?.[measure];
  const fact = asks.find((one) => one.id === id);
  if (!fact) return undefined;
  const answer = answerTo(facts, fact);
  const cell = answer.cell ?? rowOf(facts, fact)?.cell;
  const isNumber = answer.kind === 'amount' || answer.kind === 'count';
  if (isNumber && !answer.value.isNegative())
    return { fact, value: answer.value.isZero() ? undefined : answer.value, cell, unread: undefined };
  const raw = rowOf(facts, fact)?.value;
  const unread = answer.kind === 'blank' ? undefined : answer.kind === 'unreadable' ? answer.raw : String(raw ?? '');
  return { fact, value: undefined, cell, unread };
}

/** What the sheet of facts says of both; where one of them cannot be read, nothing is spared: the other alone would spare more. */
export function reasonsFromAnswers(text: Pick<Text, 'asks' | 'reasonsFrom'>, facts: Answers): ReasonsFrom {
  const [percent, amount] = REASONS_FROM_MEASURES.map((measure) => statedFrom(text, facts, measure));
  if (percent?.unread !== undefined || amount?.unread !== undefined) return { percent: undefined, amount: undefined };
  return { percent: percent?.value, amount: amount?.value };
}

/**
 * Whether a change is so small that no reason is asked for it: below each measure that is stated. What is new, or gone, has no small
 * percentage, and of no base a percentage says nothing: there a reason is asked for. It is compared as it is printed; a measure in money
 * says nothing of a count.
 */
export function isSpared(
  { kind, difference, percent }: Change,
  from: ReasonsFrom,
  of: 'amount' | 'count',
  percentDecimals: number,
): boolean {
  if (kind === 'fresh' || kind === 'gone') return false;
  const below = [
    ...(from.percent ? [percent && printed(percent.abs(), percentDecimals).lessThan(from.percent)] : []),
    ...(from.amount && of === 'amount' ? [difference.abs().lessThan(from.amount)] : []),
  ];
  return below.length > 0 && below.every((one) => one === true);
}
