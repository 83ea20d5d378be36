/** What can be held responsible for others: by its index among all that can. */
type HoldersOf<Member> = (member: Member) => readonly number[];

/**
 * Gives each member to one of `count` owners that hold it, so that as many owners as can be have one: first each owner
 * the member that speaks for it, then every other member to the first of its holders.
 */
export function ownersOf<Member>(
  members: readonly Member[],
  count: number,
  holdersOf: HoldersOf<Member>,
): readonly (readonly Member[])[] {
  const speaks = speakersOf(members, count, holdersOf);
  const owned: Member[][] = Array.from({ length: count }, () => []);
  for (const member of members) {
    const owner = speaks.get(member) ?? holdersOf(member)[0];
    if (owner !== undefined) owned[owner]?.push(member);
  }
  return owned;
}

/** A matching of owners with members (augmenting paths); a member that only one owner holds is a better speaker than one that several share. */
function speakersOf<Member>(
  members: readonly Member[],
  count: number,
  holdersOf: HoldersOf<Member>,
): ReadonlyMap<Member, number> {
  const speaks = new Map<Member, number>();
  const byHolders = members
    .map((member) => ({ member, holders: holdersOf(member) }))
    .sort((a, b) => a.holders.length - b.holders.length);
  const give = (owner: number, asked: Set<Member>): boolean =>
    byHolders.some(({ member, holders }) => {
      if (asked.has(member) || !holders.includes(owner)) return false;
      asked.add(member);
      const present = speaks.get(member);
      if (present !== undefined && !give(present, asked)) return false;
      speaks.set(member, owner);
      return true;
    });
  for (let owner = 0; owner < count; owner++) give(owner, new Set());
  return speaks;
}
