import type { SheetSnapshot } from '../../../engine/snapshot/snapshot';

/** A short digest of what sheets hold: equal content, equal stamp. Not meant to withstand anybody who wants to fool it. */
export function stampOf(sheets: readonly SheetSnapshot[]): string {
  let high = 0xdeadbeef;
  let low = 0x41c6ce57;
  const text = JSON.stringify(sheets);
  // Two multiplicative hashes side by side (cyrb53): fast, and 53 bits make an accident unlikely.
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    high = Math.imul(high ^ code, 2654435761);
    low = Math.imul(low ^ code, 1597334677);
  }
  return `excel:${(high >>> 0).toString(16).padStart(8, '0')}${(low >>> 0).toString(16).padStart(8, '0')}`;
}
