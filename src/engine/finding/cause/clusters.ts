/** Things that hang together by the keys they share, directly or through others; in the order of the first of each. */
export function clustersOf<Item>(
  items: readonly Item[],
  keysOf: (item: Item) => readonly unknown[],
): readonly (readonly Item[])[] {
  const byKey = new Map<unknown, Item[]>();
  for (const item of items) {
    for (const key of keysOf(item)) {
      const known = byKey.get(key);
      if (known) known.push(item);
      else byKey.set(key, [item]);
    }
  }
  const seen = new Set<Item>();
  return items.flatMap((start) => {
    if (seen.has(start)) return [];
    // A set that grows while it is walked is walked to its end.
    const cluster = new Set([start]);
    for (const member of cluster) {
      seen.add(member);
      for (const key of keysOf(member)) {
        for (const other of byKey.get(key) ?? []) cluster.add(other);
        byKey.delete(key);
      }
    }
    return [items.length === cluster.size ? items : [...cluster]];
  });
}
