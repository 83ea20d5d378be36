/** Whole numbers at random, the same for the same seed. */
export interface Random {
  /** A whole number from 0 up to `n`, `n` itself excluded. */
  readonly below: (n: number) => number;
  /** One of them; undefined of none. */
  readonly oneOf: <T>(items: readonly T[]) => T | undefined;
}

/** Numbers that are good enough for drawing cells and digits (mulberry32). */
export function randomFrom(seed: number): Random {
  let state = seed >>> 0;
  const below = (n: number): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296) * n);
  };
  return { below, oneOf: (items) => items[below(items.length)] };
}
