import type { SheetSnapshot, SnapshotRow } from '../../../engine/snapshot/snapshot';

/** Rows do not change, and most of them are in one snapshot after the other. */
const digests = new WeakMap<SnapshotRow, string>();

/** A short digest of what sheets hold: equal content, equal stamp. Not meant to withstand anybody who wants to fool it. */
export function stampOf(sheets: readonly SheetSnapshot[]): string {
  return `excel:${digestOf(sheets.map(({ rows, ...others }) => [others, rows.map(digestOfRow)]))}`;
}

function digestOfRow(row: SnapshotRow): string {
  const known = digests.get(row);
  if (known !== undefined) return known;
  const digest = digestOf(row);
  digests.set(row, digest);
  return digest;
}

function digestOf(content: object): string {
  let high = 0xdeadbeef;
  let low = 0x41c6ce57;
  const text = JSON.stringify(content);
  // Two multiplicative hashes side by side (cyrb53): fast, and 53 bits make an accident unlikely.
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    high = Math.imul(high ^ code, 2654435761);
    low = Math.imul(low ^ code, 1597334677);
  }
  return (high >>> 0).toString(16).padStart(8, '0') + (low >>> 0).toString(16).padStart(8, '0');
}
