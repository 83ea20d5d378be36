/** The last of a list for which a test holds. */
export function lastOf<One>(list: readonly One[], is: (one: One, at: number) => boolean): One | undefined {
  for (let at = list.length - 1; at >= 0; at--) if (is(list[at] as One, at)) return list[at];
  return undefined;
}
