import type { Packing } from './compression';
import { unusable } from './unusable';
import type { Outcome } from './unusable';

/** One entry as it stands in the zip: its bytes are a view into the file, still compressed. */
export interface ZipEntry {
  readonly name: string;
  /** The name's bytes as stored, and whether they are marked as UTF-8. */
  readonly nameBytes: Uint8Array;
  readonly utf8: boolean;
  /** 0 stored, 8 deflated. */
  readonly method: number;
  readonly crc: number;
  readonly compressed: Uint8Array;
  /** As declared by the zip; never trusted when inflating. */
  readonly size: number;
  readonly dosTime: number;
  readonly externalAttributes: number;
  /** Made here, and not compressed before the package is written. */
  readonly isFresh?: true;
}

/** Methods of compression. */
export const STORED = 0;
export const DEFLATED = 8;

const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
const END64 = 0x06064b50;
const END64_LOCATOR = 0x07064b50;

/** The entries of a zip in the order of its directory; later entries of the same name win, as in every zip reader. */
export function readZip(bytes: Uint8Array): Outcome<readonly ZipEntry[]> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length === 0) return unusable('empty');
  if (bytes.length < 4 || view.getUint16(0, true) !== 0x4b50) return unusable('not-a-zip');
  const end = findEnd(view);
  if (end === undefined) return unusable('truncated');
  const directory = directoryAt(view, end);
  const entries = new Map<string, ZipEntry>();
  let at = directory.offset;
  for (let n = 0; n < directory.count; n++) {
    if (at < 0 || at + 46 > bytes.length || view.getUint32(at, true) !== CENTRAL) return unusable('truncated');
    const flags = view.getUint16(at + 8, true);
    const nameLength = view.getUint16(at + 28, true);
    const extraLength = view.getUint16(at + 30, true);
    const next = at + 46 + nameLength + extraLength + view.getUint16(at + 32, true);
    if (next > bytes.length) return unusable('truncated');
    const nameBytes = bytes.subarray(at + 46, at + 46 + nameLength);
    const name = new TextDecoder().decode(nameBytes);
    if (flags & 1) return unusable('encrypted', name);
    const sizes = sizesOf(view, at, at + 46 + nameLength, extraLength);
    const data = dataAt(view, sizes.offset);
    if (data === undefined || data + sizes.compressed > bytes.length) return unusable('truncated', name);
    entries.delete(name);
    entries.set(name, {
      name,
      nameBytes,
      utf8: (flags & 0x800) !== 0,
      method: view.getUint16(at + 10, true),
      crc: view.getUint32(at + 16, true),
      compressed: bytes.subarray(data, data + sizes.compressed),
      size: sizes.size,
      dosTime: view.getUint32(at + 12, true),
      externalAttributes: view.getUint32(at + 38, true),
    });
    at = next;
  }
  return { ok: true, value: [...entries.values()] };
}

function findEnd(view: DataView): number | undefined {
  const lowest = Math.max(0, view.byteLength - 22 - 0xffff);
  for (let at = view.byteLength - 22; at >= lowest; at--) {
    if (view.getUint32(at, true) === END) return at;
  }
  return undefined;
}

function directoryAt(view: DataView, end: number): { readonly count: number; readonly offset: number } {
  const plain = { count: view.getUint16(end + 10, true), offset: view.getUint32(end + 16, true) };
  const locator = end - 20;
  if (locator < 0 || view.getUint32(locator, true) !== END64_LOCATOR) return plain;
  const end64 = Number(view.getBigUint64(locator + 8, true));
  if (end64 + 56 > view.byteLength || view.getUint32(end64, true) !== END64) return plain;
  return { count: Number(view.getBigUint64(end64 + 32, true)), offset: Number(view.getBigUint64(end64 + 48, true)) };
}

// Zip64: a field of all ones says that the true number stands in the extra field, in this order.
function sizesOf(
  view: DataView,
  at: number,
  extra: number,
  extraLength: number,
): { size: number; compressed: number; offset: number } {
  const sizes = {
    size: view.getUint32(at + 24, true),
    compressed: view.getUint32(at + 20, true),
    offset: view.getUint32(at + 42, true),
  };
  for (let i = extra; i + 4 <= extra + extraLength;) {
    const length = view.getUint16(i + 2, true);
    if (view.getUint16(i, true) === 1) {
      let field = i + 4;
      for (const key of ['size', 'compressed', 'offset'] as const) {
        if (sizes[key] !== 0xffffffff || field + 8 > i + 4 + length || field + 8 > view.byteLength) continue;
        sizes[key] = Number(view.getBigUint64(field, true));
        field += 8;
      }
    }
    i += 4 + length;
  }
  return sizes;
}

function dataAt(view: DataView, offset: number): number | undefined {
  if (offset + 30 > view.byteLength || view.getUint32(offset, true) !== LOCAL) return undefined;
  return offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
}

/** Counts what has been inflated of one file, so that many middling parts cannot do what one large part may not. */
export interface InflateBudget {
  readonly packing: Packing;
  used: number;
}

/** The bytes of an entry, counted while inflating and checked against its CRC. */
export function inflateEntry(entry: ZipEntry, budget: InflateBudget): Outcome<Uint8Array> {
  const { limits, compression } = budget.packing;
  const { compressed, method, name, size, crc } = entry;
  if (method !== STORED && method !== DEFLATED) return unusable('corrupt-part', name);
  const most = Math.min(limits.total - budget.used, Math.max(limits.ratioFrom, limits.ratio * compressed.length));
  const bytes = method === STORED ? compressed : compression.inflate(compressed, size, most);
  if (bytes === 'too-large') return unusable('too-large', name);
  if (bytes === 'damaged') return unusable('corrupt-part', name);
  if (bytes.length > most) return unusable('too-large', name);
  budget.used += bytes.length;
  return compression.crc32(bytes) === crc ? { ok: true, value: bytes } : unusable('corrupt-part', name);
}
