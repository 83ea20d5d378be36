/** Pairs of indices of two lists, ascending in both. */
export type Pairs = readonly (readonly [one: number, other: number])[];

/** Of gaps with more possible pairs than this nothing is paired: what stands in them has been written anew altogether. */
const MOST_PAIRS = 90_000;

/**
 * The pairs of two lists that together are most alike, in the order of both. `score` is 0 for two that do not belong together.
 * What agrees in its key, and stands once in each list, is paired first, so that long lists cost little.
 */
export function align<One, Other>(
  ones: readonly One[],
  others: readonly Other[],
  score: (one: One, other: Other) => number,
  keys?: { readonly one: (one: One) => string; readonly other: (other: Other) => string },
): Pairs {
  const anchors = keys ? anchorsOf(ones.map(keys.one), others.map(keys.other)) : [];
  const pairs: (readonly [number, number])[] = [];
  let [one, other] = [0, 0];
  for (const [nextOne, nextOther] of [...anchors, [ones.length, others.length] as const]) {
    const within = best(ones.slice(one, nextOne), others.slice(other, nextOther), score);
    for (const [a, b] of within) pairs.push([one + a, other + b]);
    if (nextOne < ones.length) pairs.push([nextOne, nextOther]);
    [one, other] = [nextOne + 1, nextOther + 1];
  }
  return pairs;
}

/** Keys that stand once in each list, as far as they come in the same order in both. */
function anchorsOf(ones: readonly string[], others: readonly string[]): Pairs {
  const here = onceIn(ones);
  const there = onceIn(others);
  const common = [...here].flatMap(([key, one]): readonly (readonly [number, number])[] => {
    const other = there.get(key);
    return other === undefined ? [] : [[one, other]];
  });
  return longestRising(common.sort(([one], [other]) => one - other));
}

function onceIn(keys: readonly string[]): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  const twice = new Set<string>();
  keys.forEach((key, index) => (found.has(key) ? twice.add(key) : found.set(key, index)));
  for (const key of twice) found.delete(key);
  return found;
}

/** The longest run of pairs that rise in the second index too. */
function longestRising(pairs: Pairs): Pairs {
  /** By length: the pair with the least end, and of each pair the one before it. */
  const ends: number[] = [];
  const before: (number | undefined)[] = [];
  pairs.forEach(([, other], index) => {
    let [low, high] = [0, ends.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((pairs[ends[middle] ?? 0]?.[1] ?? 0) < other) low = middle + 1;
      else high = middle;
    }
    before[index] = ends[low - 1];
    ends[low] = index;
  });
  const rising: (readonly [number, number])[] = [];
  for (let at = ends.at(-1); at !== undefined; at = before[at]) {
    const pair = pairs[at];
    if (pair) rising.unshift(pair);
  }
  return rising;
}

function best<One, Other>(
  ones: readonly One[],
  others: readonly Other[],
  score: (one: One, other: Other) => number,
): Pairs {
  const [rows, columns] = [ones.length, others.length];
  if (rows === 0 || columns === 0 || rows * columns > MOST_PAIRS) return [];
  const scores = ones.map((one) => others.map((other) => score(one, other)));
  const of = (row: number, column: number): number => scores[row]?.[column] ?? 0;
  /** The most that can be had of what follows in both. */
  const most = Array.from({ length: rows + 1 }, () => new Float64Array(columns + 1));
  const at = (row: number, column: number): number => most[row]?.[column] ?? 0;
  for (let row = rows - 1; row >= 0; row -= 1) {
    const line = most[row];
    if (!line) continue;
    for (let column = columns - 1; column >= 0; column -= 1) {
      const paired = of(row, column);
      const apart = Math.max(at(row + 1, column), at(row, column + 1));
      line[column] = paired > 0 ? Math.max(apart, paired + at(row + 1, column + 1)) : apart;
    }
  }
  const pairs: (readonly [number, number])[] = [];
  for (let [row, column] = [0, 0]; row < rows && column < columns;) {
    const paired = of(row, column);
    if (paired > 0 && at(row, column) === paired + at(row + 1, column + 1)) {
      pairs.push([row, column]);
      row += 1;
      column += 1;
    } else if (at(row, column) === at(row + 1, column)) row += 1;
    else column += 1;
  }
  return pairs;
}
