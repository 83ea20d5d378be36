import { Decimal } from 'decimal.js';
import type { Figure } from '../../book/book';
import { cellKey } from '../../snapshot/address';
import type { FailedEquation } from '../equation-findings';
import type { FindingFacts } from '../facts';
import { plainAmount, quoted } from '../quote';
import { causeFor, cellsOfFailedParts, gravestOf, type CauseGroup } from './group';

/** 元 for 万元, 百元 and 千元. Ten is left out: that is one digit too many or too few, a slip of the hand. */
const FACTORS = [10000, 1000, 100] as const;
/** One pair of figures may differ so by accident. */
const FEWEST_COMPARISONS = 2;

/**
 * A table whose figures are all 10,000 times (1,000, 100) those of other tables for the same: its money unit is not what it
 * says. The table that more of the others disagree with is the one.
 */
export function magnitudeGroups(open: Set<FailedEquation>): readonly CauseGroup[] {
  const unsettled = cellsOfFailedParts(open);
  const groups: CauseGroup[] = [];
  for (const factor of FACTORS) {
    for (;;) {
      const members = [...open].flatMap((member) => {
        const larger = largerTable(member, factor);
        if (!larger || member.finding.cells.some((cell) => unsettled.has(cellKey(cell)))) return [];
        return [{ member, ...larger }];
      });
      if (members.length < FEWEST_COMPARISONS) break;
      const table = mostNamed(members.flatMap(({ larger, smaller }) => [larger, smaller]));
      const own = members
        .filter(({ larger, smaller }) => larger === table || smaller === table)
        .map(({ member }) => member);
      if (own.length < FEWEST_COMPARISONS) break;
      // Whatever else that table is compared with fails for the same reason.
      const owned = new Set(own);
      const others = [...open].filter((member) => !owned.has(member) && isComparisonOf(member, table));
      const all = [...own, ...others];
      for (const member of all) open.delete(member);
      groups.push(magnitudeGroup(all, table, factor));
    }
  }
  return groups;
}

/** Which table holds the factor times what the other holds, if this comparison is of that kind. */
function largerTable(
  { equation, outcome }: FailedEquation,
  factor: number,
): { readonly larger: string; readonly smaller: string } | undefined {
  const left = equation.left[0]?.table;
  const right = equation.right[0]?.table;
  if (equation.op !== '=' || equation.because.kind === 'parts') return undefined;
  if (left === undefined || right === undefined || left === right || outcome.left.isZero() || outcome.right.isZero())
    return undefined;
  if (outcome.left.equals(outcome.right.times(factor))) return { larger: left, smaller: right };
  return outcome.right.equals(outcome.left.times(factor)) ? { larger: right, smaller: left } : undefined;
}

function isComparisonOf({ equation }: FailedEquation, table: string): boolean {
  const figures = [...equation.left, ...equation.right];
  return equation.because.kind !== 'parts' && figures.some((figure) => figure.table === table);
}

const figuresOfAll = (members: readonly FailedEquation[]): readonly Figure[] =>
  members.flatMap(({ equation }) => [...equation.left, ...equation.right]);

function mostNamed(tables: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const table of tables) counts.set(table, (counts.get(table) ?? 0) + 1);
  let most = '';
  for (const [table, count] of counts) if (count > (counts.get(most) ?? 0)) most = table;
  return most;
}

/** What is said of a table in another money unit; the first comparison speaks, by a figure of the table and one of another, where it has both. */
export function magnitudeFacts(
  members: readonly FailedEquation[],
  table: string,
  factor: string,
  larger: boolean,
): FindingFacts {
  const [speaker] = members;
  const figures = speaker ? figuresOfAll([speaker]) : [];
  const figure = figures.find((candidate) => candidate.table === table) ?? figures[0];
  const other = figures.find((candidate) => candidate.table !== table) ?? figures.find((one) => one !== figure);
  if (!figure || !other) throw new Error(`no figures of ${table} in its own comparisons`);
  return {
    code: 'unit-magnitude',
    table,
    factor,
    larger,
    first: quoted(figure, figure.moneyUnit),
    second: {
      ...quoted(other, figure.moneyUnit),
      amount: plainAmount(other.value ?? new Decimal(0), figure.moneyUnit, other.decimals),
    },
    count: members.length,
    moneyUnit: figure.moneyUnit,
  };
}

function magnitudeGroup(members: readonly FailedEquation[], table: string, factor: number): CauseGroup {
  const own = figuresOfAll(members.slice(0, 1));
  const held = (isOwn: boolean): Decimal =>
    own.find((figure) => (figure.table === table) === isOwn)?.value?.abs() ?? new Decimal(0);
  const facts = magnitudeFacts(members, table, String(factor), held(true).greaterThan(held(false)));
  return {
    members,
    doubtful: figuresOfAll(members)
      .filter((one) => one.table === table)
      .map(({ cell }) => cell),
    cause: causeFor('table', members, facts, {
      severity: gravestOf(members),
      determined: false,
      confidence: 0.9,
      alternatives: [],
    }),
  };
}
