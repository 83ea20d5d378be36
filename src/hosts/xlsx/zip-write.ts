import type { Compression } from './compression';
import { DEFLATED, STORED } from './zip-read';
import type { ZipEntry } from './zip-read';

// 1 January 1980, the earliest a zip can say: what is written must not depend on the clock.
const NO_TIME = 0x00210000;

/** A new entry of the given content. */
export function packEntry(name: string, content: Uint8Array, compression: Compression): ZipEntry {
  return deflated(storedEntry(name, content, compression), compression);
}

/** The same, not compressed: for a package that is not written yet. */
export function storedEntry(name: string, content: Uint8Array, compression: Compression): ZipEntry {
  return {
    name,
    nameBytes: new TextEncoder().encode(name),
    utf8: true,
    method: STORED,
    crc: compression.crc32(content),
    compressed: content,
    size: content.length,
    dosTime: NO_TIME,
    externalAttributes: 0,
    isFresh: true,
  };
}

/** An entry that was made here, compressed; one of a file as it is, also where that stored it without compression. */
export function deflated({ isFresh, ...entry }: ZipEntry, compression: Compression): ZipEntry {
  return isFresh ? { ...entry, method: DEFLATED, compressed: compression.deflate(entry.compressed) } : entry;
}

/** A zip of the entries in the given order; the compressed bytes of each are copied as they are. */
export function writeZip(entries: readonly ZipEntry[]): Uint8Array {
  const length = entries.reduce((sum, entry) => sum + 76 + 2 * entry.nameBytes.length + entry.compressed.length, 22);
  const out = new Uint8Array(length);
  const view = new DataView(out.buffer);
  const offsets: number[] = [];
  let at = 0;
  for (const entry of entries) {
    offsets.push(at);
    view.setUint32(at, 0x04034b50, true);
    writeCommon(view, at + 4, entry);
    out.set(entry.nameBytes, at + 30);
    out.set(entry.compressed, at + 30 + entry.nameBytes.length);
    at += 30 + entry.nameBytes.length + entry.compressed.length;
  }
  const directory = at;
  entries.forEach((entry, i) => {
    view.setUint32(at, 0x02014b50, true);
    view.setUint16(at + 4, 20, true);
    writeCommon(view, at + 6, entry);
    view.setUint32(at + 38, entry.externalAttributes, true);
    view.setUint32(at + 42, offsets[i] as number, true);
    out.set(entry.nameBytes, at + 46);
    at += 46 + entry.nameBytes.length;
  });
  view.setUint32(at, 0x06054b50, true);
  view.setUint16(at + 8, entries.length, true);
  view.setUint16(at + 10, entries.length, true);
  view.setUint32(at + 12, at - directory, true);
  view.setUint32(at + 16, directory, true);
  return out;
}

// The 26 bytes that a local header and a directory entry share. Sizes stand in the header,
// so the flag of a trailing data descriptor is left out.
function writeCommon(view: DataView, at: number, entry: ZipEntry): void {
  view.setUint16(at, 20, true);
  view.setUint16(at + 2, entry.utf8 ? 0x800 : 0, true);
  view.setUint16(at + 4, entry.method, true);
  view.setUint32(at + 6, entry.dosTime, true);
  view.setUint32(at + 10, entry.crc, true);
  view.setUint32(at + 14, entry.compressed.length, true);
  view.setUint32(at + 18, entry.size, true);
  view.setUint16(at + 22, entry.nameBytes.length, true);
  view.setUint16(at + 24, 0, true);
}
