import { readMoneyUnit } from '../amount/money-unit';
import type { Grid } from '../recognise/grid';
import type { SheetSnapshot } from '../snapshot/snapshot';
import { normaliseText } from '../text/normalise';
import type { LedgerHeader } from './columns';
import { pathsUnread, typedIn } from './unread-columns';

/** 单位 may head the name of a unit, or what things are counted in: what stands below tells. */
const HEADED = /单位$/;
const OF_MONEY = /^(?:金额|货币|计价)单位$/;
/** So many rows with a unit are looked at. */
const MOST_ROWS = 300;

/** The header of a ledger, with the column in which each row states its money unit (元, 万元), where there is one. */
export function withUnitColumn(header: LedgerHeader, head: Grid, { rows }: SheetSnapshot): LedgerHeader {
  const unit = header.columns.get('unit');
  const candidates = new Map<number, { readonly header: string; readonly isOfMoney: boolean }>();
  for (const [column, path] of pathsUnread(head, header)) {
    const text = path[path.length - 1]?.text ?? '';
    if (HEADED.test(text)) candidates.set(column, { header: typedIn(path), isOfMoney: OF_MONEY.test(text) });
  }
  if (unit !== undefined) candidates.set(unit, { header: header.headers.get(unit) ?? '', isOfMoney: false });
  for (const [column, { header: typed, isOfMoney }] of candidates) {
    let looked = 0;
    let others = 0;
    for (const { row, cells } of rows) {
      if (looked >= MOST_ROWS) break;
      const value = row < header.itemsFrom ? null : cells.find((cell) => cell.column === column)?.value;
      if (typeof value !== 'string' || normaliseText(value) === '') continue;
      looked += 1;
      if (!isUnit(value)) others += 1;
      if (others > 0 && !isOfMoney) break;
    }
    if (looked === 0 || (others > 0 && !isOfMoney)) continue;
    return {
      ...header,
      columns: column === unit ? new Map([...header.columns].filter(([name]) => name !== 'unit')) : header.columns,
      headers: new Map([...header.headers, [column, typed]]),
      unitColumn: column,
    };
  }
  return header;
}

/** A name may end in 元. */
const isUnit = (text: string): boolean =>
  normaliseText(text).length <= LONGEST_UNIT && readMoneyUnit(text) !== undefined;
const LONGEST_UNIT = 6;
