import { crc32 } from './crc32';
import type { ZipEntry } from './zip-read';

/** A stamp of a file's content: equal parts give an equal stamp, however they are packed and ordered. */
export function stampOf(entries: readonly ZipEntry[]): string {
  const lines = entries.map(({ name, crc, size }) => `${name}\u0000${crc}\u0000${size}`).sort();
  const text = new TextEncoder().encode(lines.join('\n'));
  const hex = (number: number): string => number.toString(16).padStart(8, '0');
  return `xlsx:${hex(crc32(text))}${hex(crc32(text, 0x5bd1e995))}`;
}
