import { referencedAreas } from './references';
import { tokenize } from './tokens';

/**
 * Rows to which formulas referred were deleted: the first of these formulas, how many cells cannot be read for their sake, and the
 * sheet of the ledger from which the tables can be made again.
 */
export interface LostRows {
  readonly formula: string;
  readonly followers: number;
  readonly ledger?: string;
}

/** How many references of a formula are gone: Excel writes `#REF!` for each whose row, column or sheet was deleted. */
export function lostReferences(formula: string): number {
  // Most formulas have none, and need not be cut up for it.
  if (!formula.includes('#')) return 0;
  return tokenize(formula).filter(({ kind, text }) => kind === 'error' && text.toUpperCase() === '#REF!').length;
}

/** How many cells a formula whose references are partly gone spoke of at least, before they went. */
export function cellsSpokenOf(formula: string, own: string): number {
  const areas = referencedAreas(formula, own);
  return areas.reduce(
    (sum, { area }) => sum + (area.bottom - area.top + 1) * (area.right - area.left + 1),
    lostReferences(formula),
  );
}
