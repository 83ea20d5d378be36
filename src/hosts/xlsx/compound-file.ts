import type { UnusableCode } from './unusable';

const SIGNATURE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

/** Whether the bytes begin like an OLE compound file (.xls, .doc, encrypted .xlsx). */
export function isCompoundFile(bytes: Uint8Array): boolean {
  return SIGNATURE.every((byte, i) => bytes[i] === byte);
}

/** What a compound file is to us, told by the names of its streams. */
export function kindOfCompoundFile(bytes: Uint8Array): UnusableCode {
  if (hasStream(bytes, 'EncryptedPackage') || hasStream(bytes, 'EncryptionInfo')) return 'encrypted';
  if (hasStream(bytes, 'Workbook') || hasStream(bytes, 'Book')) return 'old-xls';
  return 'not-a-workbook';
}

// A directory entry is 128 bytes on a multiple of 128: name in UTF-16LE, its length in bytes (with the final zero) at 64.
// Looking at every multiple needs no walk through sector chains, so a damaged file is still named rightly.
function hasStream(bytes: Uint8Array, name: string): boolean {
  const length = (name.length + 1) * 2;
  for (let at = 512; at + 128 <= bytes.length; at += 128) {
    if (bytes[at + 64] !== length || bytes[at + 65] !== 0) continue;
    let same = true;
    for (let i = 0; same && i < name.length; i++) {
      same = bytes[at + 2 * i] === name.charCodeAt(i) && bytes[at + 2 * i + 1] === 0;
    }
    if (same) return true;
  }
  return false;
}
