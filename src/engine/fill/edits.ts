import { Decimal } from 'decimal.js';
import type { Edit } from '../snapshot/patch';
import type { FillPlan } from './plan';

/** The edits that carry out a plan: the insertions, what stands in the new rows, texts that become numbers, and the sums. */
export function fillEdits(plan: FillPlan): readonly Edit[] {
  return [
    ...insertions(plan),
    ...plan.inserts.flatMap(({ sheet, row, keys }) =>
      keys.map(({ column, value }): Edit => ({ do: 'setValue', at: { sheet, row, column }, to: value })),
    ),
    ...plan.numbers.map(({ cell, amount }): Edit => ({ do: 'setValue', at: cell, to: numberOf(amount) })),
    ...plan.fills.map(({ cell, formula, amount }): Edit =>
      formula === undefined
        ? { do: 'setValue', at: cell, to: numberOf(amount) }
        : { do: 'setFormula', at: cell, to: formula },
    ),
  ];
}

/** Rows above the same row are inserted together. */
function insertions({ inserts }: FillPlan): readonly Edit[] {
  const places = new Map<string, { sheet: string; at: number; count: number; like: number }>();
  for (const { sheet, above, like } of inserts) {
    const key = `${sheet}\u0000${above}`;
    const place = places.get(key);
    if (place) place.count++;
    else places.set(key, { sheet, at: above, count: 1, like });
  }
  return [...places.values()].map((place): Edit => ({ do: 'insertRows', ...place }));
}

/** As a cell stores it. */
const numberOf = (amount: string): number => new Decimal(amount).toNumber();
