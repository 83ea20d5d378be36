const utf8 = new TextDecoder('utf-8', { ignoreBOM: true });

const LONGEST_ASCII = 24;
const LONGEST_KEPT = 96;
/** A power of two. */
const SLOTS = 4096;

/** A text that was decoded, and where it stood. */
interface Kept {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/**
 * Texts out of UTF-8 bytes. Most of a sheet are short and ASCII: a decoder call would cost more than a loop. Others are the same few names
 * in thousands of rows, where texts stand in their cells: one that was decoded before is compared byte by byte, which costs a tenth of
 * a decoder call, and the cells share one string.
 */
export class Utf8Texts {
  private kept: (Kept | undefined)[] | undefined;

  constructor(private readonly bytes: Uint8Array) {}

  at(from: number, to: number): string {
    if (to - from < LONGEST_ASCII) {
      const { bytes } = this;
      let text = '';
      for (let i = from; i < to; i++) {
        const byte = bytes[i] as number;
        if (byte >= 128) return this.decoded(from, to);
        text += String.fromCharCode(byte);
      }
      return text;
    }
    return to - from <= LONGEST_KEPT ? this.decoded(from, to) : utf8.decode(this.bytes.subarray(from, to));
  }

  private decoded(from: number, to: number): string {
    const { bytes } = this;
    this.kept ??= new Array<Kept | undefined>(SLOTS).fill(undefined);
    let hash = 0;
    for (let i = from; i < to; i++) hash = (Math.imul(hash, 31) + (bytes[i] as number)) | 0;
    const slot = (hash ^ (hash >>> 12)) & (SLOTS - 1);
    const known = this.kept[slot];
    if (known && this.isSame(known, from, to)) return known.text;
    const text = utf8.decode(bytes.subarray(from, to));
    this.kept[slot] = { from, to, text };
    return text;
  }

  private isSame(known: Kept, from: number, to: number): boolean {
    if (known.to - known.from !== to - from) return false;
    const { bytes } = this;
    for (let i = from, j = known.from; i < to; i++, j++) if (bytes[i] !== bytes[j]) return false;
    return true;
  }
}
