import { Decimal } from 'decimal.js';
import { TO_BE_FILLED, type Reading } from '../amount/reading';
import type { RecognisedBlock, RecognisedTable } from '../book/book';
import { levelOf } from '../classification/code-tree';
import type { Key, Table } from '../edition/edition';
import type { Filled } from '../fill/plan';
import { Canvas } from '../layout/canvas';
import type { PlacedBlock } from '../layout/header';
import { cellKey } from '../snapshot/address';
import type { DrawnSheet, Look } from '../snapshot/drawn';
import { CAPTION_ROW, FRAME_ROW, TITLE_ROW, type PlacedRow, type PlacedRows, type PlacedTable } from './place';

export interface DrawTableOptions {
  readonly values: boolean;
  /** The table is to be filled in: that it is empty is not said. */
  readonly isBlank: boolean;
  /** Cells (`cellKey`) whose amounts nobody tells: they say so, and a table that has any is not said to be empty. */
  readonly untold: ReadonlySet<string>;
}

/** Who and when, for the words around a table. */
export interface WhoAndWhen {
  readonly department: string | undefined;
  readonly year: number | undefined;
}

const WIDTHS = { apart: 6, code: 14, name: 36, label: 30, open: 26, amount: 14, narrowAmount: 12 } as const;
/** More columns of amounts than these are printed narrower. */
const MANY_COLUMNS = 7;

/** A table as it is printed, amounts and formulas in it. `filled` holds the formulas by cell. */
export function drawTable(
  placed: PlacedTable,
  table: RecognisedTable | undefined,
  filled: ReadonlyMap<string, Filled>,
  about: WhoAndWhen,
  options: DrawTableOptions,
): DrawnSheet {
  const { declared, header } = placed;
  const last = header.columns - 1;
  const widths = widthsOf(placed);
  const isTold = !(table?.blocks ?? []).some(({ figures }) =>
    figures.some((row) => row.some(({ cell }) => options.untold.has(cellKey(cell)))),
  );
  const isEmpty = table?.blank !== false && isTold;
  const canvas = new Canvas();
  const print = declared.print;
  const words = (text: string): string =>
    text
      .replace('{department}', about.department ?? '')
      .replace('{year}年', about.year === undefined ? '' : '{year}年')
      .replace('{year}', String(about.year ?? ''));
  if (print) canvas.put(CAPTION_ROW, { column: 0, look: 'frameLeft', value: print.caption });
  canvas.span({ top: TITLE_ROW, left: 0, bottom: TITLE_ROW, right: last }, 'title', declared.title);
  if (print) canvas.put(FRAME_ROW, { column: 0, look: 'frameLeft', value: words(print.department) });
  canvas.put(FRAME_ROW, { column: last, look: 'frameRight', value: `单位：${declared.moneyUnit}` });
  drawHeader(placed, canvas);
  placed.blocks.forEach((block, index) => {
    drawBlock(block, placed, table?.blocks[index], filled, options, canvas);
  });
  if (print && isEmpty && !options.isBlank) {
    canvas.span({ top: placed.end, left: 0, bottom: placed.end, right: last }, 'remark', words(print.emptyNote));
  }
  const keys = Math.max(...(header.blocks[0]?.keys.flat() ?? [-1])) + 1;
  return {
    name: table?.frame.sheet ?? declared.id,
    kind: 'table',
    columns: widths.map((width) => ({ width })),
    rows: canvas.rows(widths, { [TITLE_ROW]: TITLE_HEIGHT }),
    merges: canvas.merges,
    frozen: { rows: placed.top, columns: header.blocks.length === 1 ? keys : 0 },
    page: {
      landscape: print?.landscape === true,
      titleRows: { from: 0, to: placed.top - 1 },
      centred: true,
    },
    lists: [],
  };
}

const TITLE_HEIGHT = 36;

function widthsOf({ header, declared }: PlacedTable): readonly number[] {
  const amounts = header.blocks.reduce((sum, { columns }) => sum + columns.length, 0);
  const amount = amounts > MANY_COLUMNS ? WIDTHS.narrowAmount : WIDTHS.amount;
  const widths = Array.from({ length: header.columns }, () => amount as number);
  for (const { block, keys } of header.blocks) {
    block.keys.forEach((key, index) => {
      for (const column of keys[index] ?? []) widths[column] = widthOf(key, declared);
    });
  }
  return widths;
}

function widthOf(key: Key, table: Table): number {
  if (key.key !== 'code') return WIDTHS[key.key];
  if (key.apart) return WIDTHS.apart;
  // A column of codes alone says the name too: 201 一般公共服务支出.
  const isAlone = table.blocks.some(({ keys }) => keys.length === 1 && keys[0] === key);
  return isAlone ? WIDTHS.name : WIDTHS.code;
}

function drawHeader({ header, headerRow }: PlacedTable, canvas: Canvas): void {
  for (const { row, column, rowSpan, columnSpan, text } of header.cells) {
    const top = headerRow + row;
    const area = { top, left: column, bottom: top + rowSpan - 1, right: column + columnSpan - 1 };
    canvas.span(area, 'header', text);
  }
}

function drawBlock(
  { at, rows }: PlacedRows,
  { top, end }: PlacedTable,
  recognised: RecognisedBlock | undefined,
  filled: ReadonlyMap<string, Filled>,
  options: DrawTableOptions,
  canvas: Canvas,
): void {
  for (let row = top; row < end; row++) {
    at.block.keys.forEach((key, index) => {
      const look = key.key === 'code' && at.block.keys.length > 1 ? 'code' : 'name1';
      for (const column of at.keys[index] ?? []) canvas.put(row, { column, look, value: null });
    });
    for (const column of at.columns) canvas.put(row, { column, look: 'amount', value: null });
  }
  const setIn = recognised ? setInRows(recognised) : new Set<number>();
  const byRow = new Map((recognised?.figures ?? []).map((line) => [line[0]?.cell.row ?? -1, line]));
  for (const row of rows) {
    drawKeys(row, at, setIn.has(row.row), canvas);
    const isTotal = row.role === 'total';
    for (const { cell, reading, decimals } of byRow.get(row.row) ?? []) {
      const fill = filled.get(cellKey(cell));
      const formula = options.values ? undefined : fill?.formula;
      canvas.put(cell.row, {
        column: cell.column,
        look: isTotal ? 'totalAmount' : formula === undefined ? 'amount' : 'computed',
        value: options.untold.has(cellKey(cell)) ? TO_BE_FILLED : fill ? numberOf(fill.amount) : amountOf(reading),
        decimals,
        ...(formula === undefined ? {} : { formula }),
      });
    }
  }
}

const NAME_LOOKS: Readonly<Record<string, Look>> = { 类: 'name1', 款: 'name2', 项: 'name3' };

function drawKeys(row: PlacedRow, at: PlacedBlock, isSetIn: boolean, canvas: Canvas): void {
  const all = at.keys.flat();
  const [first] = all;
  if (first === undefined) return;
  if (row.role === 'total') {
    const area = { top: row.row, left: first, bottom: row.row, right: all[all.length - 1] ?? first };
    canvas.span(area, 'totalName', row.name);
    return;
  }
  const put = (column: number | undefined, look: Look, value: string): void => {
    if (column !== undefined && value !== '') canvas.put(row.row, { column, look, value });
  };
  const nameLook = isSetIn ? 'name2' : (NAME_LOOKS[levelOf(row.code ?? '') ?? ''] ?? 'name1');
  at.block.keys.forEach((key, index) => {
    const columns = at.keys[index] ?? [];
    switch (key.key) {
      case 'code':
        if (at.block.keys.length === 1) put(columns[0], 'name1', `${row.code ?? ''} ${row.name}`.trim());
        else if (key.apart) piecesOf(row.code ?? '').forEach((piece, level) => put(columns[level], 'code', piece));
        else put(columns[0], 'code', row.code ?? '');
        return;
      case 'name':
      case 'label':
        return put(columns[0], nameLook, row.name);
      case 'open':
        return put(columns[0], 'name1', row.detailName ?? '');
    }
  });
}

const amountOf = (reading: Reading): number | null => (reading.kind === 'amount' ? reading.value.toNumber() : null);

/** Rows of the sheet whose line is a part of what a labelled line above it covers: they are set in. */
function setInRows({ rows }: RecognisedBlock): ReadonlySet<number> {
  return new Set(
    rows.nodes.flatMap(({ role, row }, index) =>
      role === 'label' && rows.nodes[rows.parents[index] ?? -1]?.role === 'label' ? [row] : [],
    ),
  );
}

/** 2010301 → 201, 03, 01: what stands in the columns of a code printed apart. */
function piecesOf(code: string): readonly string[] {
  return [code.slice(0, 3), code.slice(3, 5), code.slice(5, 7)].filter((piece) => piece !== '');
}

const numberOf = (amount: string): number => new Decimal(amount).toNumber();
