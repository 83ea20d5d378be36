import type { SnapshotRow } from './snapshot';

/** The number of a table (表二：), or a name that ends as those of tables do (部门收支总体情况表). */
const HEADING = /^表[一二三四五六七八九十百\d]+[:：]?$|表$/;

/**
 * Whether a sheet that bears the tool's mark begins as a table all the same. The mark belongs to a place in the list of sheets, and
 * programs that do not know it leave it there when they delete a sheet before it: then it lies on a table, which would not be checked,
 * and be deleted with the marks. The tool's own sheets begin with a sentence that says how to use them.
 */
export function startsAsTable(rows: readonly SnapshotRow[]): boolean {
  for (const { cells } of rows) {
    const first = cells.find(({ value }) => value !== null && value !== '')?.value;
    if (first !== undefined) return typeof first === 'string' && HEADING.test(first.replace(/\s/g, ''));
  }
  return false;
}
