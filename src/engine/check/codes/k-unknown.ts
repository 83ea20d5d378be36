import { isInRange, parentOf, systemOf } from '../../classification/code-tree';
import type { Catalogue, NamedCode } from '../../classification/catalogue';
import { findingId } from '../../finding/id';
import { codePlace, grouped, lowered, nameOfRow, type CodeCheck } from './coded-row';
import { nameVerdict } from './name-verdict';
import { MOST_APART } from './together';

/**
 * A code in no list. A note, since no complete list is published; a warning outside the ranges that exist, or where not even
 * the code above it is known. Where the name tells the right code, k-wrong-code speaks instead.
 */
export const unknownCheck: CodeCheck = (rows, context) => {
  const { catalogue } = context;
  const unknown = grouped(rows, (row) => {
    if (row.code.kind !== 'code' || row.classList || catalogue.isKnown(row.code.code)) return undefined;
    return nameVerdict(row, context).kind === 'wrong-code' ? undefined : row.code.code;
  });
  // The search for what was meant is dear, and among so many it is not told.
  const search = unknown.length <= MOST_APART;
  return unknown.map((group) => {
    const [row] = group;
    const printed = row.code.kind === 'code' ? row.code.code : '';
    const inRange = isInRange(printed);
    const severity = inRange && hasKnownAncestor(catalogue, printed) ? 'note' : 'warning';
    const nearest = search && inRange ? catalogue.nearest(printed, nameOfRow(row)) : undefined;
    return {
      id: findingId('k-unknown', row.table, printed),
      rule: 'k-unknown',
      severity: group.some((same) => same.hasAmounts) ? severity : lowered(severity),
      facts: { code: 'code-unknown', place: codePlace(row), printed, inRange, ...nearestOf(nearest) },
      cells: group.map((same) => same.cell),
      table: row.table,
    };
  });
};

/** The code above it is known, or nothing at all is known of its 类, so that its 款 being unknown tells nothing. */
function hasKnownAncestor(catalogue: Catalogue, code: string): boolean {
  const parent = parentOf(code);
  if (parent === undefined || catalogue.isKnown(parent)) return true;
  return systemOf(code) === 'functional' && catalogue.nameOf(code.slice(0, 3)) === undefined;
}

function nearestOf(nearest: NamedCode | undefined): { readonly nearest?: NamedCode } {
  return nearest === undefined ? {} : { nearest };
}
