/** A text much of which is gone, or to which much was added, is known by what is left of it. */
const MOST_OF_IT = 0.6;

/**
 * How alike texts are by their pairs of neighbouring characters, 0 … 1: the share that both have of all, or somewhat less than
 * the share that the shorter one has in common, where that is most of it. Each text is taken apart once.
 */
export class Likeness {
  private readonly known = new Map<string, ReadonlyMap<string, number>>();

  of(one: string, other: string): number {
    if (one === other) return 1;
    const shorter = Math.min(one.length, other.length);
    // Even with all of the shorter one in common they would not be alike enough for anybody.
    if (shorter * 12 < Math.max(one.length, other.length)) return 0;
    const [here, there] = [this.pairsOf(one), this.pairsOf(other)];
    let common = 0;
    for (const [pair, count] of here) common += Math.min(count, there.get(pair) ?? 0);
    const all = one.length + other.length - 2;
    if (all <= 0) return 0;
    const within = shorter < 5 ? 0 : common / (shorter - 1);
    return Math.max((2 * common) / all, within < MOST_OF_IT ? 0 : 0.8 * within);
  }

  private pairsOf(text: string): ReadonlyMap<string, number> {
    const known = this.known.get(text);
    if (known) return known;
    const pairs = new Map<string, number>();
    for (let at = 0; at + 1 < text.length; at += 1) {
      const pair = text.slice(at, at + 2);
      pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
    }
    this.known.set(text, pairs);
    return pairs;
  }
}

/** The length of the longest text that is left of both when characters are struck out. */
export function commonLength(one: string, other: string): number {
  let line = new Uint16Array(other.length + 1);
  for (const character of one) {
    const next = new Uint16Array(other.length + 1);
    for (let at = 0; at < other.length; at += 1) {
      next[at + 1] = other[at] === character ? (line[at] ?? 0) + 1 : Math.max(line[at + 1] ?? 0, next[at] ?? 0);
    }
    line = next;
  }
  return line[other.length] ?? 0;
}
