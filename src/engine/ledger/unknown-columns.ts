import { readAmount } from '../amount/read-amount';
import type { ResolvedEdition } from '../edition/resolve';
import type { Finding } from '../finding/finding';
import type { Grid } from '../recognise/grid';
import type { CellRef } from '../snapshot/address';
import type { Cell, SheetSnapshot, Snapshot } from '../snapshot/snapshot';
import type { LedgerHeader } from './columns';
import { plainHeader } from './headers';
import { ledgerFinding } from './problems';
import { pathsUnread, typedIn } from './unread-columns';
import { foundLedgers } from './which-year';

/** What is counted, called or worked out: no amounts of money that a ledger could use. */
const NO_AMOUNTS =
  /序号|编号|行次|号码?$|^no\.?$|人数|人次|数量|个数|次数|天数|台数|套数|车辆|单价|标准|比例|比重|占比|百分比|率$|%|幅度|同比|增减|增长|差额|电话|手机|联系|邮编|账户|日期|时间|年月|^月份?$|年度$|^年$|年份|面积|里程|期限|编码|代码|科目|分类|级次|级别|等级|排序|优先|顺序|分值|得分|权重|编制|在职|退休|页码|身份证/i;

/** A part of the year, of its amount or of what becomes of it: no amount of the year before. */
const OF_THIS_YEAR =
  /季度?|上半年|下半年|月|本年|今年|当年|调整|调[增减]|追加|其中|采购|预留|进度|分配|申请|申报|测算|下达|支付/;

/** Of a column of texts so many are looked at closely. */
const MOST_TEXTS = 200;

/** What stands in a column so far. */
interface Held {
  amounts: number;
  others: number;
  /** Each is one more than the one above: they count the rows. */
  isCounting: boolean;
  last: number | undefined;
}

/** Columns of numbers whose headers nobody knows: they are told, lest somebody takes them for read. */
export function unknownColumns(sheet: SheetSnapshot, head: Grid, header: LedgerHeader): readonly Finding[] {
  const headed = headersUnread(head, header);
  if (headed.size === 0) return [];
  const held = new Map<number, Held>();
  for (const { row, cells } of sheet.rows) {
    if (row < header.itemsFrom) continue;
    for (const cell of cells) if (headed.has(cell.column)) count(cell, held);
  }
  const cells = [...headed.keys()]
    .filter((column) => isOfAmounts(held.get(column)))
    .map((column): CellRef => ({ sheet: sheet.name, row: header.row, column }));
  const [cell] = cells;
  if (!cell) return [];
  const texts = cells.map(({ column }) => headed.get(column) ?? '').join('|');
  const mayBeBefore =
    !header.columns.has('before') &&
    cells.some(({ column }) => !OF_THIS_YEAR.test(plainHeader(headed.get(column) ?? '')));
  const advice = mayBeBefore ? 'before-none' : undefined;
  return [ledgerFinding('column-unknown', { cell, table: sheet.name }, texts, advice, undefined, cells)];
}

/** Whether a ledger of a workbook has amounts of last year, read or not, or columns that may well be them. */
export const mayHoldLastYear = ({ sheets }: Snapshot, edition: ResolvedEdition): boolean =>
  foundLedgers(sheets, undefined, edition).some(({ sheet, head, header }) => {
    const before = header.columns.get('before');
    if (before === undefined)
      return unknownColumns(sheet, head, header).some(
        ({ facts }) => facts.code === 'ledger' && facts.proposed !== undefined,
      );
    return sheet.rows.some(
      ({ row, cells }) =>
        row >= header.itemsFrom &&
        cells.some(({ column, value }) => column === before && value !== null && value !== '' && value !== 0),
    );
  });

/** What stands above the columns that are not read and may hold amounts, in their order. */
function headersUnread(head: Grid, header: LedgerHeader): ReadonlyMap<number, string> {
  return new Map(
    [...pathsUnread(head, header)].flatMap(([column, path]) => {
      const isOther = path.some(({ text }) => NO_AMOUNTS.test(plainHeader(text)));
      return isOther ? [] : [[column, typedIn(path)] as const];
    }),
  );
}

function count({ column, value }: Cell, held: Map<number, Held>): void {
  if (value === null || value === '') return;
  const known = held.get(column) ?? { amounts: 0, others: 0, isCounting: true, last: undefined };
  held.set(column, known);
  const number = typeof value === 'number' ? value : numberIn(value, known);
  if (number === undefined) known.others += 1;
  else if (number !== 0) {
    known.amounts += 1;
    known.isCounting &&= number === (known.last ?? 0) + 1;
    known.last = number;
  }
}

function numberIn(value: Cell['value'], { others }: Held): number | undefined {
  if (typeof value !== 'string' || others > MOST_TEXTS) return undefined;
  const reading = readAmount(value);
  return reading.kind === 'amount' ? reading.value.toNumber() : undefined;
}

const isOfAmounts = (held: Held | undefined): boolean =>
  held !== undefined && held.amounts > held.others && !(held.isCounting && held.amounts > 1);
