import { encode } from '../xml-text';

const FIRST_DIGIT = 48;

/**
 * A part while it is written anew from front to back: what is not replaced is copied. Made for sheets in which every cell's
 * reference changes, where a list of splices would take more memory than the sheet.
 */
export class ByteWriter {
  private out: Uint8Array;
  private length = 0;
  private read = 0;
  private changed = false;

  constructor(private readonly bytes: Uint8Array) {
    this.out = new Uint8Array(bytes.length + 4096);
  }

  /** Puts a text in the place of the bytes from `from` up to `to`; calls must come in rising order. */
  replace(from: number, to: number, text: string): void {
    this.copyTo(from);
    if (text !== '') this.append(encode(text));
    this.read = to;
    this.changed = true;
  }

  /** The same for a whole number. */
  replaceNumber(from: number, to: number, number: number): void {
    this.copyTo(from);
    this.reserve(16);
    const start = this.length;
    for (let rest = number; rest > 0 || this.length === start; rest = Math.floor(rest / 10))
      this.out[this.length++] = FIRST_DIGIT + (rest % 10);
    this.out.subarray(start, this.length).reverse();
    this.read = to;
    this.changed = true;
  }

  /** The part as written; the very bytes that were given where nothing was replaced. */
  finish(): Uint8Array {
    if (!this.changed) return this.bytes;
    this.copyTo(this.bytes.length);
    return this.out.slice(0, this.length);
  }

  private copyTo(from: number): void {
    if (from < this.read) throw new Error(`replaced out of order at ${from}`);
    this.append(this.bytes.subarray(this.read, from));
    this.read = from;
  }

  private append(bytes: Uint8Array): void {
    this.reserve(bytes.length);
    this.out.set(bytes, this.length);
    this.length += bytes.length;
  }

  private reserve(more: number): void {
    if (this.length + more <= this.out.length) return;
    const larger = new Uint8Array(Math.max(this.out.length * 2, this.length + more));
    larger.set(this.out.subarray(0, this.length));
    this.out = larger;
  }
}
