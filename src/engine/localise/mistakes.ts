import { Decimal } from 'decimal.js';
import type { Change, Explanation } from './system';
import {
  APART,
  CARRIED,
  chanceOfChange,
  chanceOfUnknown,
  CHANCE,
  ELSEWHERE,
  NEIGHBOURS,
  PARTNERS,
  occurrence,
  oddsOfPlace,
  STATED,
  type CellFacts,
  type Chance,
  type MistakeKind,
} from './weights';

/** What was done wrong once, with all the cells that it left wrong: a slip and the sums made of it, a figure beside its place. */
export interface Mistake {
  readonly changes: readonly Change[];
  readonly kind: MistakeKind;
  /** Amounts that nothing but the rows could give: none where the figures are there already, in each other's places. */
  readonly unknowns: 0 | 1;
}

export interface Ranked {
  readonly changes: Explanation;
  readonly mistakes: readonly Mistake[];
  /** The part of all alternatives' likelihood that is this one's: 0 … 1. */
  readonly share: number;
}

/** What the caller knows of the figures behind the variables. */
export interface Knowledge {
  readonly factsOf: (variable: number) => CellFacts;
  /** Whether some row that holds has both: what is wrong in one may have been carried to the other. Taken for so where absent. */
  readonly hangTogether?: (variable: number, other: number) => boolean;
  /** Whether the text states an amount. */
  readonly isStated?: (value: Decimal) => boolean;
}

/**
 * Alternatives, the most plausible first; equally plausible ones keep their order. `share` is not yet a confidence: it takes
 * for granted that one of the alternatives is right.
 */
export function rankExplanations(alternatives: readonly Explanation[], known: Knowledge): readonly Ranked[] {
  const weighed = alternatives.map((changes) => {
    const mistakes = mistakesIn(changes, known);
    const likelihood = mistakes.reduce((product, { chance }) => product.times(chance), new Decimal(1));
    return { changes, mistakes: mistakes.map(({ mistake }) => mistake), likelihood };
  });
  const total = weighed.reduce((sum, { likelihood }) => sum.plus(likelihood), new Decimal(0));
  return weighed
    .sort((a, b) => b.likelihood.comparedTo(a.likelihood))
    .map(({ changes, mistakes, likelihood }) => ({
      changes,
      mistakes,
      share: total.isZero() ? 1 / alternatives.length : likelihood.div(total).toNumber(),
    }));
}

type FactsOf = Knowledge['factsOf'];

interface Weighed {
  readonly mistake: Mistake;
  readonly chance: number;
}

/** Changes by one and the same amount, up or down, are one mistake where they hang together, or where the figures stand in each other's places. */
function mistakesIn(changes: Explanation, known: Knowledge): readonly Weighed[] {
  const { factsOf } = known;
  const byAmount = new Map<string, Change[]>();
  for (const change of changes) {
    const key = change.to.kind === 'value' ? differenceOf(change, factsOf).abs().toString() : `open ${change.variable}`;
    const alike = byAmount.get(key);
    if (alike) alike.push(change);
    else byAmount.set(key, [change]);
  }
  return [...byAmount.values()].flatMap((alike) => {
    const trade = tradeOf(alike, factsOf);
    const parts = trade
      ? [trade]
      : connected(alike, known)
          .flatMap((together) => (isCoincidence(together, factsOf) ? together.map((change) => [change]) : [together]))
          .map((together) => weigh(together, factsOf));
    return parts.map((one) => ({ ...one, chance: one.chance * oddsOf(one.mistake.changes, known) }));
  });
}

function oddsOf(changes: readonly Change[], { factsOf, isStated = () => false }: Knowledge): number {
  let odds = 1;
  for (const { variable, to } of changes) {
    if (to.kind !== 'value') continue;
    const facts = factsOf(variable);
    odds *= oddsOfPlace(facts, to.value);
    if (isStated(to.value)) odds *= STATED;
    if (facts.value && isStated(facts.value)) odds /= STATED;
  }
  return odds;
}

/** Nobody moves a unit of the last digit from one place to another: rounded up here and down there are two things. */
function isCoincidence(changes: readonly Change[], factsOf: FactsOf): boolean {
  const { up, down } = directions(changes, factsOf);
  const [first] = up;
  if (!first || down.length === 0) return false;
  return differenceOf(first, factsOf).lte(new Decimal(10).pow(-factsOf(first.variable).decimals));
}

function connected(changes: readonly Change[], { hangTogether }: Knowledge): readonly (readonly Change[])[] {
  if (!hangTogether) return [changes];
  let parts: readonly (readonly Change[])[] = [];
  for (const change of changes) {
    const touching = parts.filter((part) => part.some((other) => hangTogether(change.variable, other.variable)));
    parts = [...parts.filter((part) => !touching.includes(part)), [...touching.flat(), change]];
  }
  return parts.map((part) => [...part].sort(byVariable));
}

function weigh(changes: readonly Change[], factsOf: FactsOf): Weighed {
  const chanceOf = ({ variable, to }: Change): Chance =>
    to.kind === 'value' ? chanceOfChange(factsOf(variable), to.value) : chanceOfUnknown(factsOf(variable));
  const [first, second] = changes;
  if (!first) throw new Error('a mistake without changes');
  if (!second) return mistake(changes, chanceOf(first));
  const { up, down } = directions(changes, factsOf);
  if (up.length > 0 && down.length > 0) return moveOf(up, down, factsOf);
  // A sum follows its parts: what has to be explained is how the smallest of the figures went wrong, and of equal ones the one that is no sum.
  const smallest = changes.filter((change) => byMeant(change, smallestOf(changes)) === 0);
  const parts = smallest.filter(({ variable }) => factsOf(variable).derived !== true);
  const { kind, chance } = (parts.length > 0 ? parts : smallest)
    .map(chanceOf)
    .reduce((best, one) => (one.chance > best.chance ? one : best));
  return mistake(changes, { kind, chance: chance * CARRIED ** (changes.length - 1) });
}

function directions(
  changes: readonly Change[],
  factsOf: FactsOf,
): { readonly up: readonly Change[]; readonly down: readonly Change[] } {
  const isRise = (change: Change): boolean => !differenceOf(change, factsOf).isNegative();
  return { up: changes.filter(isRise), down: changes.filter((change) => !isRise(change)) };
}

const smallestOf = (changes: readonly Change[]): Change =>
  changes.reduce((smallest, change) => (byMeant(change, smallest) < 0 ? change : smallest));

const mistake = (changes: readonly Change[], { kind, chance }: Chance, unknowns: 0 | 1 = 1): Weighed => ({
  mistake: { changes, kind, unknowns },
  chance,
});

const byMeant = ({ to: a }: Change, { to: b }: Change): number =>
  a.kind === 'value' && b.kind === 'value' ? a.value.abs().comparedTo(b.value.abs()) : 0;

/** Figures in each other's places, or beside their own: as many rise as fall, between the same two amounts. */
function tradeOf(changes: readonly Change[], factsOf: FactsOf): Weighed | undefined {
  const { up, down } = directions(changes, factsOf);
  const [first] = up;
  if (first?.to.kind !== 'value' || up.length !== down.length) return undefined;
  const [low, high] = [valueOf(first.variable, factsOf), first.to.value];
  const isBetween = ({ variable, to }: Change, from: Decimal, meant: Decimal): boolean =>
    to.kind === 'value' && valueOf(variable, factsOf).equals(from) && to.value.equals(meant);
  if (!up.every((change) => isBetween(change, low, high)) || !down.every((change) => isBetween(change, high, low)))
    return undefined;
  const nearness = nearest(up, down, factsOf);
  if (nearness === 0) return undefined;
  const kind = low.isZero() || high.isZero() ? 'misplaced' : 'exchanged';
  const chance = (kind === 'misplaced' ? CHANCE.misplaced / NEIGHBOURS : CHANCE.exchanged / PARTNERS) * nearness;
  return mistake([...up, ...down].sort(byVariable), { kind, chance: chance * CARRIED ** (up.length - 1) }, 0);
}

/** An amount that was counted in one place and belongs to another, with what else either holds. */
function moveOf(up: readonly Change[], down: readonly Change[], factsOf: FactsOf): Weighed {
  const [first] = up;
  const changes = [...up, ...down].sort(byVariable);
  if (!first) throw new Error('a move without places');
  const nearness = nearest(up, down, factsOf);
  const amount = occurrence(differenceOf(first, factsOf), factsOf(first.variable).decimals);
  const [kind, chance] =
    nearness > 0
      ? (['misplaced', (CHANCE.misplaced / NEIGHBOURS) * nearness] as const)
      : (['other', CHANCE.other] as const);
  return mistake(changes, { kind, chance: chance * amount * CARRIED ** (changes.length - 2) });
}

const byVariable = (a: Change, b: Change): number => a.variable - b.variable;

/** How much two places have to do with each other, of the nearest two: 1 for neighbours, 0 on different sheets. */
function nearest(some: readonly Change[], others: readonly Change[], factsOf: FactsOf): number {
  let best = 0;
  for (const { variable } of some) {
    const at = factsOf(variable).at;
    for (const other of others) {
      const beside = factsOf(other.variable).at;
      // Of places that are not known nothing can be said against their being neighbours.
      best = Math.max(best, at && beside ? nearnessOf(at, beside) : 1);
    }
  }
  return best;
}

type Place = NonNullable<CellFacts['at']>;

function nearnessOf(a: Place, b: Place): number {
  if (a.sheet !== b.sheet) return 0;
  const rows = Math.abs(a.row - b.row);
  const columns = Math.abs(a.column - b.column);
  if (rows > 0 && columns > 0) return ELSEWHERE;
  return rows + columns <= 2 ? 1 : APART;
}

const valueOf = (variable: number, factsOf: FactsOf): Decimal => factsOf(variable).value ?? new Decimal(0);

const differenceOf = ({ variable, to }: Change, factsOf: FactsOf): Decimal =>
  to.kind === 'value' ? to.value.minus(valueOf(variable, factsOf)) : new Decimal(0);
