import type { CellContent } from '../../../engine/snapshot/patch';
import { formulaOf, valueOf } from './sheet-cells';

/** What stands in a cell as Excel tells it; a constant error (`#REF!`) is no text. */
export type Held = CellContent & { readonly isError?: boolean };

export const NOTHING_HELD: Held = { value: null };

/** What a cell holds, from `Range.values`, `Range.formulas` and `Range.valueTypes`. */
export function heldOf(raw: unknown, written: unknown, type?: unknown): Held {
  const formula = formulaOf(raw, written);
  if (formula !== undefined) return { formula };
  return { value: valueOf(raw), ...(type === 'Error' ? { isError: true } : {}) };
}

/** Whether a cell that holds the one holds the other: formulas by what they say, constants by their value. */
export function sameContent(a: CellContent, b: CellContent): boolean {
  if ('formula' in a) return 'formula' in b && normalised(a.formula) === normalised(b.formula);
  return 'value' in b && a.value === b.value;
}

/** Excel writes a formula its own way: without blanks, names in capitals, a sheet's name quoted only where it must be. */
function normalised(formula: string): string {
  return formula.replace(/"(?:[^"]|"")*"|'((?:[^']|'')+)'!|\s+|[a-z]+/g, (piece: string, sheet: string | undefined) => {
    if (piece.startsWith('"')) return piece;
    if (sheet !== undefined) return `${sheet.replaceAll("''", "'").toUpperCase()}!`;
    return piece.trim().toUpperCase();
  });
}

/** A short digest of what cells hold, for telling whether they hold it still. Order does not matter, blanks do not count. */
export function digestOf(
  cells: Iterable<{ readonly row: number; readonly column: number; readonly held: Held }>,
): string {
  let sum = 0;
  let count = 0;
  for (const { row, column, held } of cells) {
    if ('value' in held && held.value === null) continue;
    const text = 'formula' in held ? `=${normalised(held.formula)}` : `${typeof held.value}:${held.value ?? ''}`;
    sum = (sum + hash(`${row},${column},${text}`)) % 0x1_0000_0000_0000;
    count++;
  }
  return `${count}:${sum.toString(36)}`;
}

/** cyrb53, of which 48 bits are kept so that sums stay exact. */
function hash(text: string): number {
  let high = 0xdeadbeef;
  let low = 0x41c6ce57;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    high = Math.imul(high ^ code, 2654435761);
    low = Math.imul(low ^ code, 1597334677);
  }
  return (high >>> 16) * 0x1_0000_0000 + (low >>> 0);
}
