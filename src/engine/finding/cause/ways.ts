import type { Figure } from '../../book/book';
import { rankExplanations, type Ranked } from '../../localise/mistakes';
import type { Change, Explanation, Group } from '../../localise/system';
import type { Steps } from '../../steps/steps';
import type { FailedEquation } from '../equation-findings';
import { explanationsByActs } from './acts';
import type { Purse } from './bounds';
import type { Model } from './model';
import { unknownsIn, type Repair, type Way } from './way';

/**
 * All ways to let the equations of a group hold, the likeliest first: those that change the fewest cells, and, unless that is one
 * cell, those of the fewest mistakes of the hand. Empty where the ways are too many to be told apart or not known to be all.
 */
export function* waysOf(
  group: Group,
  members: readonly FailedEquation[],
  model: Model,
  tries: Purse,
): Steps<readonly Way[]> {
  const byCells = group.proved && !group.more ? group.alternatives : [];
  const ranked = rankExplanations(byCells, model.known);
  const isOneCell = isProof(ranked[0], members) && ranked[0]?.changes.length === 1;
  const byActs = isOneCell ? [] : yield* explanationsByActs(members, model, tries);
  yield;
  const all = byActs.length === 0 ? ranked : rankExplanations(withoutDoubles([...byCells, ...byActs]), model.known);
  const ways = all.flatMap((one) => wayOf(one, model.figures));
  return ways.length < all.length ? [] : ways;
}

/** More equations fail than there are amounts that only they could give: as many can always be made to fit. */
function isProof(first: Ranked | undefined, members: readonly FailedEquation[]): boolean {
  return first !== undefined && members.length > unknownsIn(first.mistakes);
}

function withoutDoubles(explanations: readonly Explanation[]): readonly Explanation[] {
  const byContent = new Map<string, Explanation>();
  for (const changes of explanations) {
    const content = changes
      .map(({ variable, to }) => `${variable}=${to.kind === 'value' ? to.value.toString() : '?'}`)
      .join();
    if (!byContent.has(content)) byContent.set(content, changes);
  }
  return [...byContent.values()];
}

/** The cells of an explanation; none where a value stays open. */
export function wayOf({ mistakes, share }: Ranked, figures: readonly Figure[]): readonly Way[] {
  const repaired = mistakes.flatMap(({ changes, kind, unknowns }) => {
    const repairs = changes.flatMap((change) => repairOf(change, figures));
    const sorted = repairs.sort(kind === 'misplaced' ? heldFirst : smallestFirst);
    const told = kind === 'exchanged' ? withPartner(sorted) : sorted;
    return told.length === changes.length ? [{ kind, unknowns, repairs: told }] : [];
  });
  return repaired.length === mistakes.length ? [{ mistakes: repaired, share }] : [];
}

/** The place where an amount stands before the one where it belongs. */
const heldFirst = (a: Repair, b: Repair): number => a.value.comparedTo(b.value);

/** A part before the sums that were made of it. */
const smallestFirst = (a: Repair, b: Repair): number => a.value.abs().comparedTo(b.value.abs());

/** Two that hold each other's amounts before the sums that were made of either. */
function withPartner([first, ...rest]: readonly Repair[]): readonly Repair[] {
  if (!first) return rest;
  const partners = rest.filter(
    ({ figure, value }) => figure.value?.equals(first.value) && first.figure.value?.equals(value),
  );
  const partner = partners.find(({ figure: { cell } }) => cell.column === first.figure.cell.column) ?? partners[0];
  return partner ? [first, partner, ...rest.filter((one) => one !== partner)] : [first, ...rest];
}

function repairOf({ variable, to }: Change, figures: readonly Figure[]): readonly Repair[] {
  const figure = figures[variable];
  return figure && to.kind === 'value' && to.exact ? [{ figure, value: to.value }] : [];
}
