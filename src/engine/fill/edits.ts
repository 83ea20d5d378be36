import { Decimal } from 'decimal.js';
import type { Edit } from '../snapshot/patch';
import type { FillPlan, InsertedRow } from './plan';

/** The edits that carry out a plan: the insertions, what stands in the new rows, texts that become numbers, and the sums. */
export function fillEdits({
  inserts,
  numbers,
  fills,
}: Pick<FillPlan, 'inserts' | 'numbers' | 'fills'>): readonly Edit[] {
  return [
    ...rowEdits(inserts),
    ...numbers.map(({ cell, amount, format }): Edit => ({
      do: 'setValue',
      at: cell,
      to: numberOf(amount),
      format: { code: format },
    })),
    ...fills.map(({ cell, formula, amount, format }): Edit =>
      formula === undefined
        ? { do: 'setValue', at: cell, to: numberOf(amount), format: { code: format } }
        : { do: 'setFormula', at: cell, to: formula, value: numberOf(amount), format: { code: format } },
    ),
  ];
}

/** The edits that put rows in and write their codes and names. Rows above the same row that look alike are put in together. */
export function rowEdits(inserts: readonly InsertedRow[]): readonly Edit[] {
  const places: { sheet: string; at: number; count: number; like: number }[] = [];
  for (const { sheet, above, like, wasBlank } of inserts) {
    if (wasBlank) continue;
    const last = places[places.length - 1];
    if (last && last.sheet === sheet && last.at === above && last.like === like) last.count++;
    else places.push({ sheet, at: above, count: 1, like });
  }
  return [
    ...places.map((place): Edit => ({ do: 'insertRows', ...place })),
    ...inserts.flatMap(({ sheet, row, keys }) =>
      keys.map(({ column, value }): Edit => ({ do: 'setValue', at: { sheet, row, column }, to: value })),
    ),
  ];
}

/** As a cell stores it. */
const numberOf = (amount: string): number => new Decimal(amount).toNumber();
