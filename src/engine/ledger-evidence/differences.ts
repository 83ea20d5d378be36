import { groupBy } from '../lists/group-by';
import type { Decimal } from 'decimal.js';
import type { Figure } from '../book/book';
import type { LedgerEvidence } from './evidence';
import { excessOf } from './excess';
import type { AgainstLedger } from './against-ledger';
import type { LackedRow, TableAgainstLedger } from './table-against-ledger';

/** Places that are off by one and the same amount, up or down: what was changed once in the tables, or once in the ledger. */
export interface Difference {
  /** Figures that nothing divides and that are no copy of a sum elsewhere; the one that fewest rows of the ledger make up first. */
  readonly figures: readonly AgainstLedger[];
  /** Rows that no table prints, each with all tables that would. */
  readonly rows: readonly (readonly [LackedRow, ...LackedRow[]])[];
}

/** Where tables and ledger are apart, put together by the amount, in the order of the tables. */
export function differencesIn({ tables, forms }: LedgerEvidence): readonly Difference[] {
  const byAmount = new Map<
    string,
    { readonly figures: AgainstLedger[]; readonly rows: Difference['rows'][number][] }
  >();
  const at = (amount: Decimal) => {
    const key = amount.abs().toFixed();
    const known = byAmount.get(key) ?? { figures: [], rows: [] };
    byAmount.set(key, known);
    return known;
  };
  for (const rows of rowsNowhere(tables)) at(rows[0].told.value).rows.push(rows);
  const isSum = sumsIn(tables);
  for (const { differing } of [...tables, ...(forms ? [forms] : [])]) {
    for (const one of differing) if (one.isLeaf && !isSum(one.figure)) at(excessOf(one)).figures.push(one);
  }
  return [...byAmount.values()].map(({ figures, rows }) => ({ rows, figures: [...figures].sort(plainestFirst) }));
}

/** Of rows that several tables list only those are the ledger's alone that none of them has: of others the tables tell themselves. */
function rowsNowhere(tables: readonly TableAgainstLedger[]): readonly Difference['rows'][number][] {
  const nowhere = tables
    .flatMap(({ lacked }) => lacked)
    .filter(({ key }) => !tables.some(({ printed }) => printed.has(key)));
  const largestFirst = (a: LackedRow, b: LackedRow): number => b.told.value.abs().comparedTo(a.told.value.abs());
  return groupBy(nowhere, ({ key }) => key).map(([first, ...more]) => {
    const [largest = first, ...others] = [first, ...more].sort(largestFirst);
    return [largest, ...others] as const;
  });
}

/** Whether a figure repeats a sum of another table: what is wrong in it is wrong in a part of that. */
function sumsIn(tables: readonly TableAgainstLedger[]): (figure: Figure) => boolean {
  let sums: ReadonlyMap<string, readonly Figure[]> | undefined;
  return ({ scope, value }) => {
    sums ??= sumsByScope(tables);
    return sums.get(scope.key)?.some((sum) => value !== undefined && sum.value?.equals(value) === true) ?? false;
  };
}

function sumsByScope(tables: readonly TableAgainstLedger[]): ReadonlyMap<string, readonly Figure[]> {
  const sums = new Map<string, Figure[]>();
  for (const { rows, columns, figures } of tables.flatMap(({ table }) => table.blocks)) {
    figures.forEach((line, row) => {
      line.forEach((figure, column) => {
        const parts = (rows.children[row]?.length ?? 0) + (columns.children[column]?.length ?? 0);
        if (parts === 0) return;
        const known = sums.get(figure.scope.key);
        if (known) known.push(figure);
        else sums.set(figure.scope.key, [figure]);
      });
    });
  }
  return sums;
}

const rowsOf = ({ told: { cells } }: AgainstLedger): number => cells.length || Infinity;

const plainestFirst = (a: AgainstLedger, b: AgainstLedger): number =>
  rowsOf(a) === rowsOf(b) ? 0 : rowsOf(a) - rowsOf(b);
