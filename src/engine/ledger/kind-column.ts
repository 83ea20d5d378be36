import type { Grid } from '../recognise/grid';
import type { SheetSnapshot } from '../snapshot/snapshot';
import { normaliseText } from '../text/normalise';
import type { LedgerHeader } from './columns';
import { isLikeKind } from './headers';
import { pathsUnread, typedIn } from './unread-columns';
import type { LedgerWords } from './words';

/** So many rows of items are looked at. */
const MOST_ROWS = 300;
const TOTAL = /(?:合计|小计|总计)$/;
/** `(4)`, `D`: what numbers a column is no word. */
const HAN = /\p{Script=Han}/u;

/** A column of which nobody knows what stands in it. */
interface Held {
  readonly column: number;
  readonly header: string;
  readonly isHeadedSo: boolean;
  /** The rows in which it says something of its own or by a merged cell. */
  readonly rows: Set<number>;
  kinds: number;
  others: number;
}

interface Looked {
  readonly held: readonly Held[];
  /** Rows that have codes. */
  readonly items: readonly number[];
  /** … and name no project. */
  readonly basic: readonly number[];
}

/**
 * The header of a ledger of which none says the kind, with the column that holds kinds all the same: one in which nothing else stands,
 * however it is headed, or one that is headed like it (项目类别), whose other words are then told row by row. Without it every row that names
 * a project would be one of a project, and in what the budget management systems give out all of them do.
 */
export function withKindColumn(
  header: LedgerHeader,
  head: Grid,
  sheet: SheetSnapshot,
  words: () => Pick<LedgerWords, 'kindOf'>,
): LedgerHeader {
  if (header.columns.has('kind')) return header;
  const unread = pathsUnread(head, header);
  if (unread.size === 0) return header;
  const found = kindColumn(look(header, sheet, unread, words().kindOf));
  if (!found) return header;
  return {
    ...header,
    columns: new Map([...header.columns, ['kind', found.column]]),
    headers: new Map([...header.headers, [found.column, found.header]]),
  };
}

function kindColumn({ held, items, basic }: Looked): Held | undefined {
  const whole = held.filter(({ kinds, others, rows }) => kinds > 0 && others === 0 && rows.size * 2 > items.length);
  const [first] = [...whole.filter(({ isHeadedSo }) => isHeadedSo), ...whole];
  if (first) return first;
  // What only rows of projects have, and is no kind, divides projects: 信息化, 修缮.
  const dividesProjects = ({ kinds, rows }: Held): boolean =>
    kinds === 0 && basic.length > 0 && basic.every((row) => !rows.has(row));
  return held
    .filter((one) => one.isHeadedSo && one.rows.size > 0 && !dividesProjects(one))
    .sort((one, other) => other.kinds - one.kinds)[0];
}

function look(
  { columns, functional, economic, itemsFrom }: LedgerHeader,
  { rows, merges }: SheetSnapshot,
  unread: ReturnType<typeof pathsUnread>,
  kindOf: LedgerWords['kindOf'],
): Looked {
  const held = new Map(
    [...unread].map(([column, path]): readonly [number, Held] => {
      const isHeadedSo = path.some(({ text }) => isLikeKind(text));
      return [column, { column, header: typedIn(path), isHeadedSo, rows: new Set(), kinds: 0, others: 0 }];
    }),
  );
  const codes = new Set([...functional, ...economic]);
  const project = columns.get('project');
  const items: number[] = [];
  const basic: number[] = [];
  for (const { row, cells } of rows) {
    if (row < itemsFrom) continue;
    if (items.length >= MOST_ROWS) break;
    const filled = cells.filter(({ value }) => value !== null && value !== '');
    if (!filled.some(({ column, value }) => codes.has(column) && /\d/.test(String(value)))) continue;
    items.push(row);
    if (!filled.some(({ column }) => column === project)) basic.push(row);
    for (const { column, value } of filled) {
      const one = held.get(column);
      const text = one ? normaliseText(String(value)) : '';
      if (!one || TOTAL.test(text)) continue;
      if (kindOf(text) !== undefined) one.kinds += 1;
      else if (HAN.test(text) || !one.isHeadedSo) one.others += 1;
      else continue;
      one.rows.add(row);
    }
  }
  for (const { top, bottom, left } of merges) {
    const one = held.get(left);
    if (one?.rows.has(top)) for (const row of items) if (row > top && row <= bottom) one.rows.add(row);
  }
  return { held: [...held.values()], items, basic };
}
