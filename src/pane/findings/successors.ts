import type { Entry } from '../../commands/entries';

const findingsOf = ({ speaker, symptoms }: Entry): readonly string[] => [speaker.id, ...symptoms.map(({ id }) => id)];

/**
 * The entry that stands for another one after the workbook was checked again: the same, else the one that its speaking finding belongs to
 * now, else the first of any of its findings. Undefined where they are all gone.
 */
export function successorOf(before: Entry, after: readonly Entry[]): Entry | undefined {
  const same = after.find(({ id }) => id === before.id);
  if (same) return same;
  for (const finding of findingsOf(before)) {
    const heir = after.find((entry) => findingsOf(entry).includes(finding));
    if (heir) return heir;
  }
  return undefined;
}

/** Entries, and under which key the card of each is kept. */
export interface KeyedEntries {
  readonly entries: readonly Entry[];
  /** By the ids of the entries. */
  readonly keys: ReadonlyMap<string, string>;
}

/** Keys by which each entry takes over the card of the one that it stands for now: what has the focus there, or is unfolded, stays so. */
export function keyed(entries: readonly Entry[], before?: KeyedEntries): KeyedEntries {
  const keys = new Map<string, string>();
  const taken = new Set<string>();
  const take = (id: string | undefined, key: string | undefined): void => {
    if (id === undefined || key === undefined || keys.has(id) || taken.has(key)) return;
    keys.set(id, key);
    taken.add(key);
  };
  const ids = new Set(entries.map(({ id }) => id));
  for (const { id } of entries) take(id, before?.keys.get(id));
  for (const old of before?.entries ?? [])
    if (!ids.has(old.id)) take(successorOf(old, entries)?.id, before?.keys.get(old.id));
  for (const { id } of entries) take(id, freeKey(id, taken));
  return { entries, keys };
}

function freeKey(id: string, taken: ReadonlySet<string>): string {
  let key = id;
  while (taken.has(key)) key += '+';
  return key;
}
