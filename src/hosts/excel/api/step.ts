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

/** Things in as few groups as fit into the given size, in order. One too big for any goes alone. */
export function groupsOf<Sized extends { readonly bytes: number }>(
  all: readonly Sized[],
  limit: number,
): readonly (readonly Sized[])[] {
  const groups: Sized[][] = [];
  let room = 0;
  for (const one of all) {
    const last = groups.at(-1);
    if (last && one.bytes <= room) last.push(one);
    else {
      groups.push([one]);
      room = limit;
    }
    room -= one.bytes;
  }
  return groups;
}
