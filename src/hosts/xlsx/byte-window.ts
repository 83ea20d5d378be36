const utf16 = new TextDecoder('utf-16le', { ignoreBOM: true });

const WINDOW = 16_384;
/** What lies this near to the end of a window may be cut off by it. */
const NEAR = 4_096;

/**
 * Bytes as a text in which each byte is one character, so that a regular expression can look at them and offsets stay those of the bytes.
 * Only a stretch at a time: a sheet of a hundred megabytes must not become a string.
 */
export class ByteWindow {
  private text = '';
  private from = 0;

  constructor(private readonly bytes: Uint8Array) {}

  /** What a sticky pattern finds at an offset. Patterns must not be so long that they find only what is longer than the window's end. */
  matchAt(pattern: RegExp, at: number): RegExpExecArray | null {
    const to = this.from + this.text.length;
    if (at < this.from || (at + NEAR > to && to < this.bytes.length)) {
      this.from = at;
      // Two bytes for each byte is what a decoder makes a character of, in a tenth of the time of a loop.
      this.text = utf16.decode(new Uint16Array(this.bytes.subarray(at, at + WINDOW)));
    }
    pattern.lastIndex = at - this.from;
    return pattern.exec(this.text);
  }
}
