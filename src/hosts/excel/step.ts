/** One piece of what is written: it goes into one batch whole, with others or alone. */
export interface Step {
  /** About how many bytes it adds to a request. */
  readonly bytes: number;
  readonly write: (context: Excel.RequestContext) => void;
  /** It is a single write of a single range: it cannot stop half way. */
  readonly isAtomic?: boolean;
  /** What there is to note once it has happened. */
  readonly afterwards?: () => void;
}

/** What one call or one property costs in a request, with the paths it needs; measured, with some room. */
export const BYTES_A_CALL = 420;

/** The steps in as few groups as fit into requests of the given size, in order. A step too big for one goes alone. */
export function groupsOf(steps: readonly Step[], limit: number): readonly (readonly Step[])[] {
  const groups: Step[][] = [];
  let room = 0;
  for (const step of steps) {
    const last = groups.at(-1);
    if (last && step.bytes <= room) last.push(step);
    else {
      groups.push([step]);
      room = limit;
    }
    room -= step.bytes;
  }
  return groups;
}
