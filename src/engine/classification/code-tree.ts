/** The levels of a code by its length: 类 3, 款 5, 项 7 digits. Economic codes have 类 and 款 only. */
export type CodeLevel = '类' | '款' | '项';

/** Which classification a column of codes is of. */
export type CodeSystem = 'functional' | 'economic' | 'governmentEconomic';

/** The level of a code; undefined for any other length. */
export function levelOf(code: string): CodeLevel | undefined {
  if (code.length === 3) return '类';
  if (code.length === 5) return '款';
  return code.length === 7 ? '项' : undefined;
}

/** The code one level up: 2010301 → 20103 → 201; undefined for a 类. */
export function parentOf(code: string): string | undefined {
  return code.length > 3 ? code.slice(0, code.length - 2) : undefined;
}

/** True where `ancestor` stands above `code` in the tree, at whatever distance. */
export function isAncestor(ancestor: string, code: string): boolean {
  return ancestor.length < code.length && code.startsWith(ancestor);
}

/** The classification whose range a code lies in by its first digit; undefined for 1… (revenue), 4… and the like. */
export function systemOf(code: string): CodeSystem | undefined {
  if (code.startsWith('2')) return 'functional';
  if (code.startsWith('3')) return 'economic';
  return code.startsWith('5') ? 'governmentEconomic' : undefined;
}

/** True within 201–234, 301–399, 501–599: the 类 that exist or may exist. */
export function isInRange(code: string): boolean {
  const head = parseInt(code.slice(0, 3), 10);
  return (head >= 201 && head <= 234) || (head >= 301 && head <= 399) || (head >= 501 && head <= 599);
}
