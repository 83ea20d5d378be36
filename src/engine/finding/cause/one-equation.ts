import type { Figure } from '../../book/book';
import { blankWhole, type FailedEquation } from '../equation-findings';
import { asAlternative, mistakeGroup } from './cell-groups';
import { CLEAR_SHARE } from './claims';
import { causeOf } from './evidence';
import { causeFor, type CauseGroup } from './group';
import { repairsOf, type Repair, type Way } from './way';
import { plainAmount } from '../quote';

/** How often the likeliest cell of a single failed equation is the wrong one (`npm run bench:localise`). */
const BY_DIGITS_ALONE = 0.8;
/** And a cell that alone is not confirmed by an equation that holds. */
const BY_CONFIRMATION = 0.9;

/**
 * A single equation is mended in any of its cells that nothing else holds. Where that is but one, its neighbours being confirmed by
 * the equations that hold, it is that one, unless it is a blank: what belongs there nobody has said. Of several cells only the digits can tell, and where they do, that is no more than a guess
 * to look at first. What is left within rounding, a floor that may be exceeded by anything and a row that is not there say nothing about a cell.
 */
export function groupsOfOne(member: FailedEquation, ways: readonly Way[]): readonly CauseGroup[] {
  const { equation, outcome, finding } = member;
  if (equation.op !== '=' || equation.missingRow || outcome.rank !== 'error' || blankWhole(member)) return [];
  const otherUnit = inOtherUnit(member, ways);
  if (otherUnit) return [unitGroup(member, otherUnit)];
  const [mistake] = ways.length === 1 && isOneTyped(ways[0]) ? (ways[0]?.mistakes ?? []) : [];
  if (mistake) {
    const symptoms = { members: [member], settles: 1, reachedBy: () => mistake.repairs };
    return [mistakeGroup(mistake, symptoms, { determined: true, confidence: BY_CONFIRMATION }, [])];
  }
  const [best] = ways;
  const [guess] = best?.mistakes ?? [];
  const [repair, another] = guess?.repairs ?? [];
  const isLikely =
    (best?.share ?? 0) >= CLEAR_SHARE && ways.length > 1 && !another && guess !== undefined && guess.kind !== 'other';
  return [
    {
      members: [member],
      ...(isLikely && repair
        ? {
            suspectOf: () => ({
              cell: repair.figure.cell,
              suggestion: plainAmount(repair.value, repair.figure.moneyUnit, repair.figure.decimals),
              cause: causeOf(guess.kind),
              confidence: BY_DIGITS_ALONE,
            }),
          }
        : {}),
      cause: causeFor('equation', [member], finding.facts, {
        severity: finding.severity,
        determined: false,
        confidence: isLikely ? BY_DIGITS_ALONE : 1 / Math.max(1, ways.length),
        alternatives: ways.map((way) => asAlternative(repairsOf(way))),
      }),
    },
  ];
}

function isOneTyped(way: Way | undefined): boolean {
  const [repair, another] = way ? repairsOf(way) : [];
  return !another && repair?.figure.value?.isZero() === false && !repair.value.isZero();
}

const TEN_THOUSAND = 10_000;

/**
 * Where a sum is 10,000 times what stands for it, that may be in the wrong money unit, or all that it adds up may be: who types in 元
 * does so more than once. Undefined where it is not so, or where what is added up is but one amount.
 */
function inOtherUnit(
  { equation: { left, right }, outcome }: FailedEquation,
  ways: readonly Way[],
): readonly (readonly Repair[])[] | undefined {
  const [mistake] = ways[0]?.mistakes ?? [];
  const isLarger = outcome.right.equals(outcome.left.times(TEN_THOUSAND));
  if (mistake?.kind !== 'unit' || (!isLarger && !outcome.left.equals(outcome.right.times(TEN_THOUSAND))))
    return undefined;
  const rescaled = (figures: readonly Figure[], isUp: boolean): readonly Repair[] =>
    figures.flatMap((figure) => {
      const { value } = figure;
      if (!value || value.isZero()) return [];
      return [{ figure, value: isUp ? value.times(TEN_THOUSAND) : value.div(TEN_THOUSAND) }];
    });
  const sides = [rescaled(left, isLarger), rescaled(right, !isLarger)];
  return sides.some(({ length }) => length > 1) ? sides : undefined;
}

function unitGroup(member: FailedEquation, sides: readonly (readonly Repair[])[]): CauseGroup {
  const { finding } = member;
  return {
    members: [member],
    cause: causeFor('equation', [member], finding.facts, {
      severity: finding.severity,
      determined: false,
      confidence: 1 / sides.length,
      alternatives: sides.map(asAlternative),
    }),
  };
}
