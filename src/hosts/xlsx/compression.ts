import { Inflate, deflateSync } from 'fflate';
import { crc32 } from './crc32';

/** Raw deflate streams (RFC 1951), as a zip holds them. A surface may bring what its platform has of its own. */
export interface Compression {
  deflate(bytes: Uint8Array): Uint8Array;
  /**
   * What a stream holds. `size` is the declared length, a hint for the first allocation and nothing to be trusted; of a stream that
   * comes to more than `most` bytes no more than a little beyond that is made.
   */
  inflate(stream: Uint8Array, size: number, most: number): Uint8Array | 'too-large' | 'damaged';
  /** CRC-32 as zip uses it; `before` continues an earlier one. */
  crc32(bytes: Uint8Array, before?: number): number;
}

// Small enough that one step cannot inflate to more than some 34 MB before it is counted.
const STEP = 32_768;

/** Half the time of level 6, for a tenth more bytes: what somebody waits for at the end of a command. */
export const DEFLATE_LEVEL = 3;

/** In plain JavaScript, everywhere the same. */
export const PORTABLE_COMPRESSION: Compression = {
  deflate: (bytes) => deflateSync(bytes, { level: DEFLATE_LEVEL }),
  inflate(stream, size, most) {
    let out = new Uint8Array(Math.min(size, stream.length * 64, most) + 1);
    let length = 0;
    let finished = false as boolean;
    const inflate = new Inflate((chunk, final) => {
      if (length + chunk.length > out.length) {
        const larger = new Uint8Array(Math.max(length + chunk.length, Math.ceil(out.length * 1.5)));
        larger.set(out.subarray(0, length));
        out = larger;
      }
      out.set(chunk, length);
      length += chunk.length;
      finished = final;
    });
    try {
      for (let at = 0; at < stream.length; at += STEP) {
        inflate.push(stream.subarray(at, at + STEP), at + STEP >= stream.length);
        if (length > most) return 'too-large';
      }
    } catch {
      // fflate throws on damaged data.
      return 'damaged';
    }
    return finished ? out.subarray(0, length) : 'damaged';
  },
  crc32,
};

/** How the parts of a package are packed and unpacked. */
export interface Packing {
  readonly limits: InflateLimits;
  readonly compression: Compression;
}

/** How much a file may inflate to. */
export interface InflateLimits {
  /** Bytes of all parts together. */
  readonly total: number;
  /** Inflated : compressed; looked at only beyond `ratioFrom` bytes, since a small part of blanks is no bomb. */
  readonly ratio: number;
  readonly ratioFrom: number;
}

/** A million formatted empty rows inflate to 50–300 MB at 15–60 : 1; a bomb of zeros to 1030 : 1. */
export const DEFAULT_LIMITS: InflateLimits = { total: 700_000_000, ratio: 300, ratioFrom: 40_000_000 };
