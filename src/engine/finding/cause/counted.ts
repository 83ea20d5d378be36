import type { FailedEquation } from '../equation-findings';
import { touches, type Claim } from './claims';
import type { Following } from './follow';
import { ownersOf } from './owners';
import { repairsOf, unknownsIn, type Mistaken, type Way } from './way';

/** A claim with the failed equations that are counted under it, and all that fail because of it. */
export interface Counted {
  readonly claim: Claim;
  readonly members: readonly FailedEquation[];
  readonly settles: number;
}

/**
 * Counts each failed equation under one claim, the largest first: an equation that answers to several goes with that one. Figures
 * that stand in each other's places may be more than the equations that fail by it; such a mistake that is left without any is
 * told, and undone, together with one that counts an equation of both. Anything else that is left without any is not said.
 */
export function countedClaims(
  claims: readonly Claim[],
  members: readonly FailedEquation[],
  following: Following,
): readonly Counted[] {
  const ordered = [...claims].sort((a, b) => changeIn(b).comparedTo(changeIn(a)));
  const holders = new Map(
    members.map((member) => [
      member,
      ordered.flatMap((claim, index) => (waysIn(claim).every((way) => touches(member, way, following)) ? [index] : [])),
    ]),
  );
  const holdersOf = (member: FailedEquation): readonly number[] => holders.get(member) ?? [];
  const owned = ownersOf(members, ordered.length, holdersOf);
  for (const [index, guest] of ordered.entries()) {
    if (guest.kind === 'tie' || (owned[index]?.length ?? 0) > 0) continue;
    const host = ordered.find(
      (claim, other) => claim !== guest && owned[other]?.some((member) => holdersOf(member).includes(index)),
    );
    const together = host && joined(host, guest);
    if (together)
      return countedClaims(
        [...ordered.filter((claim) => claim !== host && claim !== guest), together],
        members,
        following,
      );
  }
  return ordered.flatMap((claim, index) => {
    const own = owned[index] ?? [];
    const settles = members.filter((member) => holdersOf(member).includes(index)).length;
    return own.length > 0 ? [{ claim, members: own, settles }] : [];
  });
}

const waysIn = (claim: Claim): readonly Pick<Way, 'mistakes'>[] =>
  claim.kind === 'tie' ? claim.ways : [{ mistakes: [claim.mistake] }];

/** Amounts that nothing but the equations gives, in all claims together. */
export const unknownsOf = (claims: readonly Claim[]): number =>
  unknownsIn(claims.flatMap((claim) => waysIn(claim)[0]?.mistakes ?? []));

/** The largest change a claim asks for. */
function changeIn(claim: Claim) {
  return waysIn(claim)
    .flatMap(repairsOf)
    .map(({ figure, value }) => value.minus(figure.value ?? 0).abs())
    .reduce((largest, change) => (change.greaterThan(largest) ? change : largest));
}

const DOUBTS: readonly (Claim & { kind: 'mistake' })['byDigits'][] = ['none', 'certain', 'clear'];

/** Two mistakes told as one; undefined where neither is figures in each other's places, which is the only thing that a sentence can add cells to. */
function joined(host: Claim, guest: Claim): Claim | undefined {
  if (host.kind === 'tie' || guest.kind === 'tie') return undefined;
  const speaker = [host.mistake, guest.mistake].find(({ unknowns }) => unknowns === 0);
  if (!speaker) return undefined;
  const other = speaker === host.mistake ? guest.mistake : host.mistake;
  const mistake: Mistaken = {
    kind: speaker.kind,
    repairs: [...speaker.repairs, ...other.repairs],
    unknowns: 0,
  };
  const byDigits = DOUBTS[Math.max(DOUBTS.indexOf(host.byDigits), DOUBTS.indexOf(guest.byDigits))] ?? 'clear';
  return { kind: 'mistake', mistake, byDigits, unlikely: [] };
}
