import type { Edit, Patch } from '../../../engine/snapshot/patch';
import type { SheetName } from '../api/own-marker';
import { rowsAddress } from '../api/rows-address';
import { quoteSheetName } from '../../../engine/snapshot/address';

export type RowEdit = Extract<Edit, { readonly do: 'insertRows' | 'deleteRows' }>;

/** Rows to be put into a sheet or taken out of it. Rows are counted as the sheet is before any operation of the patch. */
export interface RowOperation {
  readonly edit: RowEdit;
  /**
   * The hidden name that bears witness: made just before, it points at the row below, and Excel moves it with that row. So it can
   * be told at any time whether the operation has happened, and where its rows are.
   */
  readonly witness: string;
}

const WITNESS = '_budget_rows_';

export const isWitness = (name: string): boolean => name.startsWith(WITNESS);

/**
 * The row operations of a patch on one sheet in the order in which they are carried out: from below upwards, so that none moves
 * what another speaks of; of those at the same row the one listed last first, so that they end up as listed.
 */
export function rowOperations(patch: Patch, sheet: string): readonly RowOperation[] {
  return patch.edits
    .filter((edit): edit is RowEdit => (edit.do === 'insertRows' || edit.do === 'deleteRows') && edit.sheet === sheet)
    .map((edit, index) => ({ edit, index }))
    .sort((a, b) => b.edit.at - a.edit.at || b.index - a.index)
    .map(({ edit }, order) => ({ edit, witness: `${WITNESS}${order}` }));
}

/** Where the witness of an operation points before it has happened, and after. */
function witnessed({ edit }: RowOperation): { readonly before: number; readonly after: number } {
  const below = edit.at + edit.count;
  return edit.do === 'insertRows' ? { before: edit.at, after: below } : { before: below, after: edit.at };
}

/** The reference of a witness that has not been through its operation: `=表五!$9:$9`. */
export function witnessFormula(operation: RowOperation): string {
  const { before } = witnessed(operation);
  return `=${quoteSheetName(operation.edit.sheet)}!${rowsAddress({ from: before, to: before }).replace(/(\d+)/g, '$$$1')}`;
}

/** An operation that has happened, and the row just below the rows it put in (or where it took them out) as the sheet is now. */
export interface Done {
  readonly operation: RowOperation;
  readonly below: number;
}

/**
 * Which operations have happened, by their witnesses, in the order of the operations. Undefined where that cannot be told: somebody
 * has moved rows meanwhile.
 */
export function doneAmong(
  operations: readonly RowOperation[],
  names: readonly SheetName[],
): readonly Done[] | undefined {
  const pointing = new Map(
    names.flatMap(({ name, formula }) => {
      const row = /!\$(\d+):/.exec(formula)?.[1];
      return isWitness(name) && row !== undefined ? [[name, Number(row) - 1] as const] : [];
    }),
  );
  const done: Done[] = [];
  // What was carried out later stands above and has moved the rows of what was carried out before.
  let moved = 0;
  for (const operation of [...operations].reverse()) {
    const below = pointing.get(operation.witness);
    if (below === undefined) continue;
    const { before, after } = witnessed(operation);
    if (below === after + moved) {
      done.unshift({ operation, below });
      moved += after - before;
    } else if (below !== before + moved) return undefined;
  }
  return done;
}

/** The rows that operations have put in, as the sheet is once all of them have happened, with the edit of each. */
export function rowsOf(
  operations: readonly RowOperation[],
): readonly { readonly edit: RowEdit; readonly at: number }[] {
  let shift = 0;
  return [...operations].reverse().map(({ edit }) => {
    const at = edit.at + shift;
    shift += edit.count;
    return { edit, at };
  });
}

/** Where a row of the sheet as it will be stands now, before the given insertions; undefined for one that is still to be put in. */
export function presentRow(insertions: readonly RowOperation[]): (row: number) => number | undefined {
  const blocks = rowsOf(insertions);
  return (row) => {
    let shift = 0;
    for (const { edit, at } of blocks) {
      if (row < at) break;
      if (row < at + edit.count) return undefined;
      shift += edit.count;
    }
    return row - shift;
  };
}
