import type { Grid } from '../recognise/grid';
import type { LedgerHeader } from './columns';
import { headerPaths, type HeaderPath } from './header-paths';

/** What stands above the columns that are not read, in their order. */
export function pathsUnread(head: Grid, header: LedgerHeader): ReadonlyMap<number, HeaderPath> {
  const { columns, functional, economic, years, funds, twice, top, row: last } = header;
  const read = new Set([
    ...columns.values(),
    ...functional,
    ...economic,
    ...years.now,
    ...years.before,
    ...years.unused,
    ...twice.flatMap(({ at }) => at),
    ...(funds?.headers.keys() ?? []),
  ]);
  const rows = head.rows.filter(({ row }) => row >= top && row <= last);
  return headerPaths(head, rows, read);
}

/** The headers above a column as they are typed, one behind the other. */
export const typedIn = (path: HeaderPath): string => path.map(({ typed }) => typed).join('');
