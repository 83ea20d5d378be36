import { isLikeProject } from './project-name';

/**
 * What names that are gone may have been changed to: the only new one that is alike, as long as no other name that is gone is like it
 * as well.
 */
export function renamedTo(gone: readonly string[], fresh: readonly string[]): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const name of gone) {
    const [to, another] = fresh.filter((one) => isLikeProject(one, name));
    if (to !== undefined && another === undefined) found.set(name, to);
  }
  const times = new Map<string, number>();
  for (const to of found.values()) times.set(to, (times.get(to) ?? 0) + 1);
  return new Map([...found].filter(([, to]) => times.get(to) === 1));
}
