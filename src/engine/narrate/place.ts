import type { ResolvedSection } from '../edition/resolve-text';
import { membersAt, type DimensionId, type Member, type Members } from '../scope/scope';
import type { Share } from './shares';

/** A member that is spoken of. */
export interface Item {
  readonly dimension: DimensionId;
  readonly member: Member;
}

/** Where in the text something is said, and of what. */
export interface Place {
  readonly section: ResolvedSection;
  readonly scope: Members;
  /** The member that the innermost `Each` is at. */
  readonly item?: Item;
  /** The scope around that `Each`, and its member's share of it. */
  readonly around?: Members;
  readonly share?: Share | undefined;
  readonly project?: string;
}

/** The same place, speaking of a part of its scope. */
export function narrowed(place: Place, scope: Members): Place {
  return { ...place, scope: membersAt(place.scope, scope) };
}
