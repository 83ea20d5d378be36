/**
 * The stable id of a finding: its rule and a short digest of what it is about (table, code, name, scopes – never an
 * address, so that it survives a moved row). The same parts in the same order give the same id, on every machine.
 */
export function findingId(rule: string, ...parts: readonly string[]): string {
  return `${rule}-${digestOf(parts)}`;
}

/** A short digest: the same parts in the same order give the same one. */
export function digestOf(parts: readonly string[]): string {
  const text = parts.join('\u0000');
  return digest(text, 0x811c9dc5) + digest(text, 0x2b5e3f17);
}

// FNV-1a over UTF-16 units; two of them with different seeds make a clash within one workbook all but impossible.
function digest(text: string, seed: number): string {
  let hash = seed;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    hash = Math.imul(hash ^ (unit & 0xff), 0x01000193);
    hash = Math.imul(hash ^ (unit >>> 8), 0x01000193);
  }
  return (hash >>> 0).toString(36).padStart(7, '0');
}
