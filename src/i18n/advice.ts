import type { Cause } from '../engine/finding/finding';
import { addressOf } from '../engine/snapshot/address';
import type { Language } from './language';
import { amountText } from './words/amounts';

/** A cell and, where the figures tell it, what it would hold. */
interface Change {
  readonly address: string;
  readonly amount: string | undefined;
}

type Written = Change & { readonly amount: string };

interface AdviceWords {
  readonly write: (cells: readonly Written[]) => string;
  /** Each way by its cells. */
  readonly either: (ways: readonly (readonly Change[])[]) => string;
  /** The search for the cell ended at its bound. */
  readonly unsearched: string;
}

const areSingle = (ways: readonly (readonly unknown[])[]): boolean => ways.every(({ length }) => length === 1);

const changeZh = ({ address, amount }: Change): string => (amount === undefined ? address : `${address}为${amount}`);
const changeEn = ({ address, amount }: Change): string => (amount === undefined ? address : `${address} to ${amount}`);

const WORDS: Readonly<Record<Language, AdviceWords>> = {
  'zh-CN': {
    write: (cells) => `疑误在${cells.map(({ address, amount }) => `${address}，应为${amount}`).join('；')}。`,
    either: (ways) =>
      `改${ways.map((cells) => cells.map(changeZh).join('和')).join(areSingle(ways) ? '或改' : '，或改')}${areSingle(ways) ? '' : '，'}都能平，凭表内数字定不了，请对照原始资料。`,
    unsearched: '同时不平的算式太多，没有找到底是哪一格；请先改好别处，再审核一次。',
  },
  en: {
    write: (cells) =>
      `Probably wrong: ${cells.map(({ address, amount }) => `${address}, which should be ${amount}`).join('; ')}.`,
    either: (ways) =>
      `Changing ${ways.map((cells) => cells.map(changeEn).join(' and ')).join(areSingle(ways) ? ' or ' : ', or ')} would settle it; the figures alone cannot tell, please look at the source documents.`,
    unsearched:
      'Too many sums fail at once for the search to come to its end, so no cell is named; please mend the others first and check again.',
  },
};

/** More ways than these are no choice any more, but a list of everything that was added up. */
const MOST_WAYS = 3;

/**
 * What to do about a cause, in one sentence: the value to write where the figures determine it, the choice where they do not, and
 * that nobody has looked where too much fails at once.
 * Undefined where there is nothing to say beyond the finding itself.
 */
export function adviceSentence(
  cause: Pick<Cause, 'determined' | 'alternatives' | 'unsearched'>,
  language: Language,
): string | undefined {
  const { determined, alternatives, unsearched } = cause;
  const words = WORDS[language];
  if (unsearched) return words.unsearched;
  const [only] = alternatives;
  if (determined && only && alternatives.length === 1) {
    const cells = only
      .map(changeOf)
      .flatMap(({ address, amount }) => (amount === undefined ? [] : [{ address, amount }]));
    return cells.length === only.length && cells.length > 0 ? words.write(cells) : undefined;
  }
  if (determined || alternatives.length < 2 || alternatives.length > MOST_WAYS) return undefined;
  return words.either(alternatives.map((way) => way.map(changeOf)));
}

const changeOf = ({ cell, suggestion }: Cause['alternatives'][number][number]): Change => ({
  address: addressOf(cell),
  amount: suggestion === undefined ? undefined : amountText(suggestion),
});
