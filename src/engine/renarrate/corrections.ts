import { Decimal } from 'decimal.js';
import { formatAmount, groupThousands } from '../amount/format';
import type { FigureCell } from '../narrate/narration';
import type { PairedStatement } from './pair-statements';
import type { Vocabulary } from './vocabulary';
import type { Range, ReadSentence, Statement } from './sentence';

/** A piece of a sentence that does not follow from the figures any more, and what does. */
export interface Correction extends Range {
  readonly was: string;
  readonly becomes: string;
  readonly what: 'number' | 'direction';
  /** What it rests on. */
  readonly cells: readonly FigureCell[];
}

/** What has to be put otherwise in two statements of one kind; nothing where both say the same. */
export function correctionsOf(
  sentence: ReadSentence,
  writtenIn: ReadSentence,
  { stands, written }: PairedStatement,
  { decimals }: Pick<Vocabulary, 'decimals'>,
): readonly Correction[] {
  const cells = written.figure?.cells ?? [];
  const corrections: Correction[] = [];
  const { way, value } = stands;
  if (way && written.way && way.isUp !== written.way.isUp) {
    const was = sentence.text.slice(way.from, way.to);
    const other = writtenIn.text.slice(written.way.from, written.way.to);
    corrections.push({ from: way.from, to: way.to, was, becomes: OPPOSITE[was] ?? other, what: 'direction', cells });
  }
  const was = sentence.text.slice(value.from, value.to);
  const usual = stands.unit === '%' ? decimals.percent : decimals.amount;
  const text = writtenIn.text.slice(written.value.from, written.value.to);
  const becomes = numberFor(was, stands, text, written, { usual, isGrouped: /\d,\d{3}/.test(sentence.text) });
  if (becomes !== undefined) corrections.push({ ...value, was, becomes, what: 'number', cells });
  return corrections;
}

/** A person's word for a change keeps its manner where it has an opposite of its own. */
const OPPOSITE: Readonly<Record<string, string>> = {
  提高: '降低',
  降低: '提高',
  上升: '下降',
  调增: '调减',
  调减: '调增',
};

/** What belongs in the place of a number; undefined where it is right as it stands. */
function numberFor(
  was: string,
  stands: Statement,
  text: string,
  written: Statement,
  /** How many decimals the text prints, and whether the sentence separates thousands. */
  { usual, isGrouped }: { readonly usual: number; readonly isGrouped: boolean },
): string | undefined {
  const { figure } = written;
  const { number, decimals, unit } = stands;
  if (!figure || !written.number || !number) {
    if (was.replace(/^比/, '') === text.replace(/^比/, '')) return undefined;
    return text;
  }
  const factor = new Decimal(FACTORS[unit] ?? 1).div(FACTORS[written.unit] ?? 1);
  const exact = figure.value.times(factor);
  const printed = written.number.times(factor);
  if (number.equals(printed)) return undefined;
  // 0 and 100 are written without decimals because they are exact, others because somebody rounded them.
  const isRounded = decimals > 0 || !(number.isZero() || (unit === '%' && number.equals(100)));
  const rounded = exact.toDecimalPlaces(decimals, Decimal.ROUND_HALF_UP);
  const isOwnManner = isRounded && (decimals !== usual || unit !== written.unit);
  if (isOwnManner && number.equals(rounded)) return undefined;
  const plain = isOwnManner && !rounded.isZero() ? formatAmount(exact, decimals) : inUnit(text, exact, factor);
  return isGrouped ? groupThousands(plain) : plain;
}

const inUnit = (text: string, exact: Decimal, factor: Decimal): string => (factor.equals(1) ? text : exact.toFixed());

/** How many of a unit make 亿元. */
const FACTORS: Readonly<Record<string, number>> = { 亿元: 1, 万元: 10_000, 元: 100_000_000 };
