import { blankWhole, type FailedEquation } from '../equation-findings';
import { asAlternative, mistakeGroup } from './cell-groups';
import { CLEAR_SHARE } from './claims';
import { causeOf } from './evidence';
import { causeFor, type CauseGroup } from './group';
import { repairsOf, type Way } from './way';
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
