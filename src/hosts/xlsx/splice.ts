import { encode } from './xml-text';

/** Replace the bytes from `from` up to `to` by a text; `from === to` inserts. */
export interface Splice {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/** The bytes with all splices done. They may come in any order, but must not overlap; insertions at one place keep their order. */
export function spliceBytes(bytes: Uint8Array, splices: readonly Splice[]): Uint8Array {
  const ordered = splices
    .map((splice) => ({ ...splice, bytes: encode(splice.text) }))
    .sort((a, b) => a.from - b.from || a.to - b.to);
  const length = ordered.reduce((sum, splice) => sum + splice.bytes.length - (splice.to - splice.from), bytes.length);
  const out = new Uint8Array(length);
  let read = 0;
  let write = 0;
  for (const splice of ordered) {
    if (splice.from < read) throw new Error(`overlapping splices at ${splice.from}`);
    out.set(bytes.subarray(read, splice.from), write);
    write += splice.from - read;
    out.set(splice.bytes, write);
    write += splice.bytes.length;
    read = splice.to;
  }
  out.set(bytes.subarray(read), write);
  return out;
}
