/**
 * Numbers pairs of numbers, 0, 1, 2 … in the order of first mention: the same number for the same pair. An open table of whole
 * numbers, because a map keyed by products of two of them keeps each as an object, and a large ledger asks half a million times.
 */
export class Pairs {
  private mask = 1023;
  private slots = new Int32Array(1024);
  private readonly firsts: number[] = [];
  private readonly seconds: number[] = [];

  get count(): number {
    return this.firsts.length;
  }

  /** The pair's number; a new one where it was never met. Both are whole numbers from 0 below 2^31. */
  of(first: number, second: number): number {
    const slot = this.slotOf(first, second);
    const known = this.slots[slot] as number;
    if (known > 0) return known - 1;
    this.firsts.push(first);
    this.seconds.push(second);
    this.slots[slot] = this.count;
    if (this.count * 2 > this.mask) this.grow();
    return this.count - 1;
  }

  /** The number of a pair that was met; −1 of another. */
  find(first: number, second: number): number {
    return (this.slots[this.slotOf(first, second)] as number) - 1;
  }

  /** The slot where a pair stands or would stand: slots hold its number and one, and 0 where they are free. */
  private slotOf(first: number, second: number): number {
    const { mask, slots, firsts, seconds } = this;
    let slot = hashed(first, second) & mask;
    for (let held = slots[slot] as number; held > 0; held = slots[slot] as number) {
      if (firsts[held - 1] === first && seconds[held - 1] === second) return slot;
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private grow(): void {
    this.mask = this.mask * 2 + 1;
    this.slots = new Int32Array(this.mask + 1);
    for (let pair = 0; pair < this.count; pair++)
      this.slots[this.slotOf(this.firsts[pair] as number, this.seconds[pair] as number)] = pair + 1;
  }
}

/** Neighbouring numbers must not fall into neighbouring slots: both are mixed over all bits. */
function hashed(first: number, second: number): number {
  let hash = Math.imul(first, 0x9e3779b1) ^ Math.imul(second, 0x85ebca6b);
  hash ^= hash >>> 15;
  hash = Math.imul(hash, 0x2c1b3c6d);
  return hash ^ (hash >>> 13);
}
