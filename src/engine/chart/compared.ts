import type { DeclaredChart } from '../edition/edition';
import type { ResolvedDimensions } from '../edition/dimensions';
import { isMoney, membersWithMoney } from '../narrate/members';
import { membersAt, type DimensionId, type Member, type Members } from '../scope/scope';
import type { Source, Told } from '../source/source';

/** A member of the dimension that a chart goes along, with what it comes to. */
export interface ComparedMember {
  readonly member: Member;
  readonly now: Told | undefined;
  /** Undefined where the year before is not known. */
  readonly before: Told | undefined;
}

/** Amounts are shown in 万元 with so many digits after the point; what is zero then is not drawn. */
const DECIMALS = 2;

/**
 * What a declared chart draws: the members that have money this year or had it the year before, in the order of the edition or of
 * their codes. A member that is divided stands in its parts where this year's tables tell them.
 */
export function compared(
  { scope, along, level }: DeclaredChart,
  now: Source,
  before: Source | undefined,
  dimensions: ResolvedDimensions,
): readonly ComparedMember[] {
  const found = [now, ...(before ? [before] : [])].flatMap((source) =>
    membersWithMoney(source, dimensions, scope, { dimension: along, level }, DECIMALS).map(({ member }) => member),
  );
  return ordered(
    [...new Set(found)].flatMap((member) => partsOf(member, scope, along, now, dimensions)),
    along,
    dimensions,
  )
    .map((member): ComparedMember => {
      const at = membersAt(scope, { [along]: member });
      return { member, now: now.told(at), before: before?.told(at) };
    })
    .filter((one) => isMoney(one.now, DECIMALS) || isMoney(one.before, DECIMALS));
}

function partsOf(
  member: Member,
  scope: Members,
  along: DimensionId,
  now: Source,
  dimensions: ResolvedDimensions,
): readonly Member[] {
  const parts = dimensions.partsOf(along, member);
  return parts.some((part) => isMoney(now.told(membersAt(scope, { [along]: part })), DECIMALS)) ? parts : [member];
}

function ordered(members: readonly Member[], along: DimensionId, dimensions: ResolvedDimensions): readonly Member[] {
  const declared = dimensions.byId.get(along);
  if (declared?.kind === 'code') return [...members].sort();
  if (declared?.kind !== 'members') return members;
  const place = (member: Member): number => declared.members.findIndex(({ is }) => is === member);
  return [...members].sort((a, b) => place(a) - place(b));
}
