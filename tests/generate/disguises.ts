import { Decimal } from 'decimal.js';
import { readAmount } from '../../src/engine/amount/read-amount';
import type { CellValue, Snapshot } from '../../src/engine/snapshot/snapshot';
import {
  move,
  putTogether,
  rewrite,
  takeApart,
  write,
  type Disguised,
  type TaggedCell,
  type TaggedSheet,
} from './tagged';

/** Where things stand on the sheets of the Xinjiang edition; rows and columns counted from 0. */
interface Layout {
  /** First row of the header; the title stands above. */
  readonly header: number;
  /** Row of the words directly above the amounts. */
  readonly leaf: number;
  readonly firstRow: number;
  /** Columns that hold amounts side by side and may change places. */
  readonly amounts: readonly [from: number, to: number];
  /** Three columns of code, and the name beside. */
  readonly codes: boolean;
}

const LAYOUTS: Readonly<Record<string, Layout>> = {
  表一: { header: 3, leaf: 4, firstRow: 5, amounts: [3, 3], codes: false },
  表二: { header: 3, leaf: 3, firstRow: 5, amounts: [4, 15], codes: true },
  表三: { header: 3, leaf: 4, firstRow: 6, amounts: [4, 6], codes: true },
  表四: { header: 3, leaf: 4, firstRow: 5, amounts: [3, 6], codes: false },
  表五: { header: 3, leaf: 4, firstRow: 6, amounts: [4, 6], codes: true },
  表六: { header: 3, leaf: 4, firstRow: 6, amounts: [3, 5], codes: false },
  表七: { header: 3, leaf: 3, firstRow: 5, amounts: [5, 15], codes: true },
  表八: { header: 3, leaf: 3, firstRow: 5, amounts: [0, 0], codes: false },
  表九: { header: 3, leaf: 4, firstRow: 6, amounts: [4, 6], codes: true },
};

type Disguise = (sheets: readonly TaggedSheet[]) => readonly TaggedSheet[];

/** Changes a table's sheet and leaves other sheets alone. */
const onTables =
  (change: (sheet: TaggedSheet, layout: Layout) => TaggedSheet): Disguise =>
  (sheets) =>
    sheets.map((sheet) => {
      const layout = LAYOUTS[sheet.name];
      return layout ? change(sheet, layout) : sheet;
    });

const renamed: Disguise = (sheets) =>
  [...sheets].reverse().map((sheet, index) => ({ ...sheet, name: `Sheet${index + 1}` }));

const swappedColumns = onTables((sheet, { leaf, amounts: [from, to] }) => {
  const last = Math.min(to, Math.max(...sheet.cells.map(({ column }) => column)));
  return {
    ...sheet,
    cells: sheet.cells.map((cell) =>
      cell.row >= leaf && cell.column >= from && cell.column <= last
        ? { ...cell, column: from + last - cell.column }
        : cell,
    ),
  };
});

const spacedRows = onTables((sheet, { header, firstRow }) => {
  const lower = (row: number): number =>
    row + 2 + (row >= header ? 1 : 0) + (row >= firstRow + 1 ? 1 : 0) + (row >= firstRow + 2 ? 2 : 0);
  const bottom = Math.max(...sheet.cells.map(({ row }) => row));
  return write(move(sheet, lower), lower(bottom) + 2, 0, '注：本表由财务科填报，电话0999-1234567。');
});

const rewrappedHeaders = onTables((sheet, { header, firstRow }) =>
  rewrite(sheet, (cell, row) =>
    row >= header && row < firstRow && typeof cell.value === 'string'
      ? { ...cell, value: rewrapped(cell.value) }
      : cell,
  ),
);

/** The same words, broken over lines, spaced out and with brackets of the other width. */
function rewrapped(text: string): string {
  const words = text.replace(/\s/g, '').replaceAll('（', '(').replaceAll('）', ')');
  const half = Math.ceil(words.length / 2);
  return words.length > 3 ? `${words.slice(0, half)}\n${words.slice(half)} ` : [...words].join('\u3000');
}

/** 2010301 in one column, and the row of 类 款 项 gone with the other two. */
const codesInOneColumn = onTables((sheet, layout) => (layout.codes ? withJoinedCodes(sheet, layout) : sheet));

function withJoinedCodes(sheet: TaggedSheet, { firstRow }: Layout): TaggedSheet {
  const joined = sheet.cells.map((tagged): TaggedCell => {
    if (tagged.column !== 0 || tagged.row < firstRow) return tagged;
    const code = codeIn(sheet, tagged.row);
    return code === '' ? tagged : { ...tagged, cell: { column: 0, value: code } };
  });
  return move(
    { ...sheet, cells: joined },
    (row) => (row < firstRow - 1 ? row : row === firstRow - 1 ? -1 : row - 1),
    (column) => (column === 0 ? 0 : column < 3 ? -1 : column - 2),
  );
}

function codeIn(sheet: TaggedSheet, row: number): string {
  return [0, 1, 2]
    .map((column) =>
      String(sheet.cells.find((cell) => cell.row === row && cell.column === column)?.cell?.value ?? '').trim(),
    )
    .join('');
}

/** Figures in 元, to the last of them; the performance tables stay in 万元, as they always are. */
const inYuan = onTables((sheet, { firstRow }) => {
  const codeColumns = LAYOUTS[sheet.name]?.codes === true ? 3 : sheet.name === '表六' ? 2 : 0;
  return rewrite(sheet, (cell, row) => {
    if (row < firstRow)
      return typeof cell.value === 'string' ? { ...cell, value: cell.value.replace('单位：万元', '单位：元') } : cell;
    return cell.column < codeColumns ? cell : { ...cell, value: times10000(cell.value) };
  });
});

function times10000(value: CellValue): CellValue {
  const reading = readAmount(value);
  if (reading.kind !== 'amount' || reading.dash) return value;
  const yuan = reading.value.times(new Decimal(10_000));
  return typeof value === 'number' ? yuan.toNumber() : `${yuan.toFixed(2)}\u3000`;
}

/** 表五 below 表三 on one sheet. */
const stacked: Disguise = (sheets) => {
  const upper = sheets.find(({ name }) => name === '表三');
  const lower = sheets.find(({ name }) => name === '表五');
  if (!upper || !lower) throw new Error('no 表三 and 表五 to stack');
  const moved = move(lower, (row) => row + Math.max(...upper.cells.map((cell) => cell.row)) + 3);
  return sheets.flatMap((sheet) => {
    if (sheet === lower) return [];
    return [
      sheet === upper
        ? { ...upper, cells: [...upper.cells, ...moved.cells], merges: [...upper.merges, ...moved.merges] }
        : sheet,
    ];
  });
};

/** The lower rows of 表六 on a sheet of their own, below the same header; `title` is what stands above it. */
const continued =
  (title: string | undefined): Disguise =>
  (sheets) =>
    sheets.flatMap((sheet) => {
      const layout = LAYOUTS['表六'];
      if (sheet.name !== '表六' || !layout) return [sheet];
      const breakAt = layout.firstRow + 1;
      const head = sheet.cells
        .filter(({ row }) => row >= (title === undefined ? layout.header : 1) && row < layout.firstRow)
        .map((cell): TaggedCell => ({ ...cell, origin: undefined }));
      const titled = head.map((cell) =>
        cell.row === 1 && cell.column === 0 && title !== undefined
          ? { ...cell, cell: { column: 0, value: title } }
          : cell,
      );
      const rest: TaggedSheet = {
        name: '表六续',
        cells: [
          ...titled,
          ...sheet.cells.filter(({ row }) => row >= breakAt).map((cell) => ({ ...cell, row: cell.row - 1 })),
        ],
        merges: sheet.merges.filter(({ top }) => top >= (title === undefined ? layout.header : 1)),
      };
      return [{ ...sheet, cells: sheet.cells.filter(({ row }) => row < breakAt) }, rest];
    });

const textAt = (sheet: TaggedSheet, row: number, column: number): string =>
  String(sheet.cells.find((cell) => cell.row === row && cell.column === column)?.cell?.value ?? '');

const emptied = (sheet: TaggedSheet, row: number): TaggedSheet => ({
  ...sheet,
  cells: sheet.cells.map((cell) => (cell.row === row ? { ...cell, cell: undefined } : cell)),
});

/** No `表三：` above the title. */
const withoutNumbers = onTables((sheet) => emptied(sheet, 0));

/** `表三：部门支出总体情况表` in one cell. */
const numberInTitle = onTables((sheet) =>
  write(emptied(sheet, 0), 1, 0, `${textAt(sheet, 0, 0)}${textAt(sheet, 1, 0)}`),
);

const unitLine = (sheet: TaggedSheet): string =>
  sheet.cells
    .flatMap(({ row, cell }) =>
      row === 2 && typeof cell?.value === 'string' && cell.value.trim() !== '' ? [cell.value] : [],
    )
    .join('            ');

/** Department and money unit in one cell. */
const oneLine = onTables((sheet) => write(emptied(sheet, 2), 2, 0, unitLine(sheet)));

/** Department and money unit below the table. */
const lineBelow = onTables((sheet) => {
  const bottom = Math.max(...sheet.cells.map(({ row }) => row));
  return write(emptied(sheet, 2), bottom + 1, 0, unitLine(sheet));
});

/** `2010301 行政运行` in the column of names, and no column of codes. */
const namesWithCodes = onTables((sheet, layout) => {
  if (!layout.codes) return sheet;
  const joined = withJoinedCodes(sheet, layout);
  const cells = joined.cells.map((tagged): TaggedCell => {
    if (tagged.column !== 1 || tagged.row < layout.firstRow - 1) return tagged;
    const code = textAt(joined, tagged.row, 0).trim();
    const name = String(tagged.cell?.value ?? '').trim();
    return /^\d+$/.test(code) ? { ...tagged, cell: { column: 1, value: `${code} ${name}` } } : tagged;
  });
  return { ...joined, cells: cells.flatMap((cell) => movedLeft(cell, layout)) };
});

/** The column of codes goes; titles and lines above the table stay where they are. */
function movedLeft(cell: TaggedCell, { header }: Layout): readonly TaggedCell[] {
  if (cell.row < header) return [cell];
  return cell.column === 0 ? [] : [{ ...cell, column: cell.column - 1 }];
}

/** What can be done to a workbook without changing what it says. */
export const DISGUISES = {
  renamed,
  'columns swapped': swappedColumns,
  'rows put in': spacedRows,
  'headers wrapped otherwise': rewrappedHeaders,
  'codes in one column': codesInOneColumn,
  'codes before the names': namesWithCodes,
  'two tables on one sheet': stacked,
  'continued under 续表': continued('一般公共预算基本支出情况表（续表）'),
  'continued under the same title': continued('一般公共预算基本支出情况表'),
  'continued under the header alone': continued(undefined),
  'no table numbers': withoutNumbers,
  'number and title in one cell': numberInTitle,
  'department and unit in one cell': oneLine,
  'department and unit below': lineBelow,
  'in 元': inYuan,
} as const satisfies Readonly<Record<string, Disguise>>;

export type DisguiseName = keyof typeof DISGUISES;

/** The same workbook in a disguise, or in several, one after the other. */
export function disguise(snapshot: Snapshot, ...names: readonly DisguiseName[]): Disguised {
  return putTogether(
    names.reduce<readonly TaggedSheet[]>((sheets, name) => DISGUISES[name](sheets), takeApart(snapshot)),
  );
}
