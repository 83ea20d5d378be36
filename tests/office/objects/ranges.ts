import type { Area } from '../../../src/engine/snapshot/address';
import { a1OfArea, columnLetters, quoteSheetName } from '../../../src/engine/snapshot/address';
import {
  areaOfAddress,
  cellCount,
  contains,
  intersection,
  LAST_COLUMN,
  LAST_ROW,
  splitSheet,
} from '../model/addresses';
import { displayed } from '../model/display';
import type { ModelCell, ModelSheet, ModelValue, ModelWorkbook } from '../model/workbook';
import { HostError } from '../server/host-error';
import type { BagSelf, HostObject } from '../server/host-object';
import { bagType, hostType, NOTHING } from '../server/host-object';
import { conditionalFormatsOf } from './conditional-formats';
import { worksheetOf } from './worksheets';

export interface RangeSelf {
  readonly workbook: ModelWorkbook;
  readonly sheet: ModelSheet;
  readonly area: Area;
}

export interface RangeAreasSelf {
  readonly workbook: ModelWorkbook;
  readonly sheet: ModelSheet;
  readonly areas: readonly Area[];
}

/** Excel answers `null` instead of values beyond this many cells, without an error. */
const CELL_LIMIT = 5_000_000;
/** Longer addresses are cut, without an error. */
const ADDRESS_LIMIT = 8192;

/** The range of an address within a sheet. */
export function rangeAt(workbook: ModelWorkbook, sheet: ModelSheet, address: unknown): RangeSelf {
  if (address === undefined || address === null || address === '') {
    return { workbook, sheet, area: { top: 0, left: 0, bottom: LAST_ROW, right: LAST_COLUMN } };
  }
  if (typeof address !== 'string') throw new HostError('InvalidArgument', 'Not an address.');
  const cut = address.slice(0, ADDRESS_LIMIT);
  const named = splitSheet(cut).sheet;
  if (named !== undefined && workbook.sheet(named) !== sheet)
    throw new HostError('InvalidArgument', `The address is on another sheet: ${cut}`);
  return { workbook, sheet, area: areaOfAddress(cut) };
}

/** The areas of a comma separated list of addresses; beyond the limit the list is cut silently, as Excel does. */
export function areasAt(workbook: ModelWorkbook, sheet: ModelSheet, addresses: unknown): RangeAreasSelf {
  if (typeof addresses !== 'string') throw new HostError('InvalidArgument', 'Not a list of addresses.');
  const cut =
    addresses.length > ADDRESS_LIMIT ? addresses.slice(0, addresses.lastIndexOf(',', ADDRESS_LIMIT)) : addresses;
  return { workbook, sheet, areas: cut.split(',').map((address) => rangeAt(workbook, sheet, address).area) };
}

export function addressOfArea(sheet: ModelSheet, area: Area): string {
  const wholeRows = area.left === 0 && area.right === LAST_COLUMN;
  const wholeColumns = area.top === 0 && area.bottom === LAST_ROW;
  const within = wholeRows
    ? `${area.top + 1}:${area.bottom + 1}`
    : wholeColumns
      ? `${columnLetters(area.left)}:${columnLetters(area.right)}`
      : a1OfArea(area);
  return `${quoteSheetName(sheet.name)}!${within}`;
}

type CellReader = (cell: ModelCell | undefined) => unknown;

function grid(self: RangeSelf, read: CellReader): unknown {
  if (cellCount(self.area) > CELL_LIMIT) return null;
  const { top, left, bottom, right } = self.area;
  const rows: unknown[][] = [];
  for (let row = top; row <= bottom; row++) {
    const cells: unknown[] = [];
    for (let column = left; column <= right; column++) cells.push(read(self.sheet.cell(row, column)));
    rows.push(cells);
  }
  return rows;
}

const isScalar = (value: unknown): value is ModelValue => ['string', 'number', 'boolean'].includes(typeof value);

/** Writes an array of the range's own shape, or one value into every cell; null leaves a cell alone. Anything else is refused. */
function spread(
  self: RangeSelf,
  values: unknown,
  write: (row: number, column: number, value: ModelValue) => void,
): void {
  const height = self.area.bottom - self.area.top + 1;
  const width = self.area.right - self.area.left + 1;
  const at = (row: number, column: number): unknown => {
    if (isScalar(values)) return values;
    return Array.isArray(values) ? (values[row] as readonly unknown[] | undefined)?.[column] : undefined;
  };
  const fits =
    isScalar(values) ||
    (Array.isArray(values) &&
      values.length === height &&
      values.every((row: unknown) => Array.isArray(row) && row.length === width));
  if (!fits) {
    throw new HostError(
      'InvalidArgument',
      "The number of rows or columns in the input array doesn't match the size or dimensions of the range.",
    );
  }
  for (let row = 0; row < height; row++) {
    for (let column = 0; column < width; column++) {
      const value = at(row, column);
      if (value === null) continue;
      if (!isScalar(value)) throw new HostError('InvalidArgument', 'Not a value for a cell.');
      write(self.area.top + row, self.area.left + column, value);
    }
  }
}

const spanOf = (from: number, to: number): readonly number[] =>
  Array.from({ length: to - from + 1 }, (_, index) => from + index);

function hiddenState(hidden: ReadonlySet<number>, span: readonly number[]): boolean | null {
  const count = span.filter((index) => hidden.has(index)).length;
  return count === 0 ? false : count === span.length ? true : null;
}

const rowsOf = (self: RangeSelf): readonly number[] => spanOf(self.area.top, self.area.bottom);
const columnsOf = (self: RangeSelf): readonly number[] => spanOf(self.area.left, self.area.right);

function setHidden(hidden: Set<number>, span: readonly number[], value: unknown): void {
  for (const index of span) {
    if (value === true) hidden.add(index);
    else hidden.delete(index);
  }
}

function cellsOf(self: RangeSelf): readonly ModelCell[] {
  if (cellCount(self.area) > CELL_LIMIT) throw new HostError('RangeExceedsLimit', 'The range is too big for this.');
  return rowsOf(self).flatMap((row) => columnsOf(self).map((column) => self.sheet.touch(row, column)));
}

/** Formats of cells: read as null where they differ. */
function lookStore(self: RangeAreasSelf): BagSelf['store'] {
  const cells = (): readonly ModelCell[] => self.areas.flatMap((area) => cellsOf({ ...self, area }));
  return {
    get: (key) => {
      const values = new Set(cells().map((cell) => cell.look.get(key)));
      return values.size === 1 ? [...values][0] : null;
    },
    set: (key, value) => {
      self.sheet.mustBeOpen();
      for (const cell of cells()) cell.look.set(key, value);
    },
  };
}

const EDGES: readonly unknown[] = [
  'EdgeTop',
  'EdgeBottom',
  'EdgeLeft',
  'EdgeRight',
  'InsideHorizontal',
  'InsideVertical',
  'DiagonalDown',
  'DiagonalUp',
];
const fillOf = bagType('RangeFill', ['color']);
const fontOf = bagType('RangeFont', ['bold', 'italic', 'underline', 'color', 'name', 'size']);
const borderOf = bagType('RangeBorder', ['style', 'color', 'weight']);
const bordersOf = bagType('RangeBorderCollection', [], {
  item: (self, edge) => (EDGES.includes(edge) ? borderOf({ ...self, prefix: `borders/${String(edge)}/` }) : undefined),
});

const formatOf = hostType<RangeAreasSelf>({
  typeName: 'RangeFormat',
  read: {
    wrapText: (self) => lookStore(self).get('wrapText') ?? false,
    horizontalAlignment: (self) => lookStore(self).get('horizontalAlignment') ?? 'General',
    verticalAlignment: (self) => lookStore(self).get('verticalAlignment') ?? 'Bottom',
    columnWidth: (self) => self.sheet.settings.get(`columnWidth/${self.areas[0]?.left ?? 0}`) ?? 48,
  },
  write: {
    wrapText: (self, value) => lookStore(self).set('wrapText', value),
    horizontalAlignment: (self, value) => lookStore(self).set('horizontalAlignment', value),
    verticalAlignment: (self, value) => lookStore(self).set('verticalAlignment', value),
    columnWidth: (self, value) => {
      for (const area of self.areas)
        for (const column of columnsOf({ ...self, area })) self.sheet.settings.set(`columnWidth/${column}`, value);
    },
  },
  objects: {
    fill: (self) => fillOf({ store: lookStore(self), prefix: 'fill/' }),
    font: (self) => fontOf({ store: lookStore(self), prefix: 'font/' }),
    borders: (self) => bordersOf({ store: lookStore(self), prefix: '' }),
    protection: (self) => protectionOf(self),
  },
});

const protectionOf = hostType<RangeAreasSelf>({
  typeName: 'FormatProtection',
  read: { locked: (self) => self.areas.every((area) => cellsOf({ ...self, area }).every((cell) => cell.locked)) },
  write: {
    locked: (self, value) => {
      self.sheet.mustBeOpen();
      for (const area of self.areas) for (const cell of cellsOf({ ...self, area })) cell.locked = value === true;
    },
  },
});

export const rangeOf: (self: RangeSelf) => HostObject = hostType<RangeSelf>({
  typeName: 'Range',
  canBeKept: true,
  read: {
    address: (self) => addressOfArea(self.sheet, self.area),
    rowIndex: (self) => self.area.top,
    columnIndex: (self) => self.area.left,
    rowCount: (self) => self.area.bottom - self.area.top + 1,
    columnCount: (self) => self.area.right - self.area.left + 1,
    cellCount: (self) => (cellCount(self.area) > 2 ** 31 - 1 ? -1 : cellCount(self.area)),
    values: (self) => grid(self, (cell) => cell?.value ?? ''),
    formulas: (self) => grid(self, (cell) => (cell?.formula === undefined ? (cell?.value ?? '') : `=${cell.formula}`)),
    numberFormat: (self) => grid(self, (cell) => cell?.format ?? 'General'),
    text: (self) => grid(self, displayed),
    rowHidden: (self) => hiddenState(self.sheet.hiddenRows, rowsOf(self)),
    columnHidden: (self) => hiddenState(self.sheet.hiddenColumns, columnsOf(self)),
  },
  write: {
    values: (self, values) => spread(self, values, (row, column, value) => self.sheet.type(row, column, value)),
    formulas: (self, values) => spread(self, values, (row, column, value) => self.sheet.type(row, column, value)),
    numberFormat: (self, values) => {
      self.sheet.mustBeOpen();
      spread(self, values, (row, column, value) => {
        self.sheet.touch(row, column).format = String(value);
      });
    },
    rowHidden: (self, value) => {
      self.sheet.mustBeOpen();
      setHidden(self.sheet.hiddenRows, rowsOf(self), value);
    },
    columnHidden: (self, value) => {
      self.sheet.mustBeOpen();
      setHidden(self.sheet.hiddenColumns, columnsOf(self), value);
    },
  },
  objects: {
    format: (self) => formatOf({ ...self, areas: [self.area] }),
    worksheet: (self) => worksheetOf({ workbook: self.workbook, sheet: self.sheet }),
    conditionalFormats: (self) => conditionalFormatsOf({ ...self, areas: [self.area] }),
  },
  call: {
    getMergedAreasOrNullObject: (self) => {
      const areas = self.sheet.merges.filter((merge) => intersection(merge, self.area));
      return areas.length === 0 ? NOTHING : rangeAreasOf({ ...self, areas });
    },
    getRowProperties: (self, [options]) => properties(options, 'rowHidden', rowsOf(self), self.sheet.hiddenRows),
    getColumnProperties: (self, [options]) =>
      properties(options, 'columnHidden', columnsOf(self), self.sheet.hiddenColumns),
    getUsedRangeOrNullObject: (self, [valuesOnly]) => {
      const used = self.sheet.usedArea(valuesOnly === true);
      const area = used && intersection(used, self.area);
      return area ? rangeOf({ ...self, area }) : NOTHING;
    },
    getCell: (self, [row, column]) => {
      const at = { row: self.area.top + Number(row), column: self.area.left + Number(column) };
      return rangeOf({ ...self, area: { top: at.row, left: at.column, bottom: at.row, right: at.column } });
    },
    merge: (self) => {
      self.sheet.mustBeOpen();
      self.sheet.merges = [...self.sheet.merges.filter((merge) => !contains(self.area, merge)), self.area];
    },
    clear: (self) => {
      self.sheet.mustBeOpen();
      for (const row of rowsOf(self)) for (const column of columnsOf(self)) self.sheet.rows.get(row)?.delete(column);
    },
    select: (self) => {
      if (self.sheet.visibility !== 'Visible') throw new HostError('InvalidOperation', 'The sheet is hidden.');
      self.workbook.active = self.sheet;
      self.workbook.selection = { sheet: self.sheet.name, areas: [self.area] };
    },
    group: (self, [option]) => {
      self.sheet.settings.set(`group/${String(option)}/${addressOfArea(self.sheet, self.area)}`, true);
    },
  },
});

function properties(options: unknown, name: string, span: readonly number[], hidden: ReadonlySet<number>): unknown {
  if (typeof options !== 'object' || options === null || Object.keys(options).some((key) => key !== name)) {
    throw new HostError('ApiNotFound', `The test host answers only ${name} here.`);
  }
  return span.map((index) => ({ [name]: hidden.has(index) }));
}

const areaCollectionOf = hostType<RangeAreasSelf>({
  typeName: 'RangeCollection',
  items: (self) => self.areas.map((area) => rangeOf({ ...self, area })),
  call: { getCount: (self) => self.areas.length },
});

export const rangeAreasOf: (self: RangeAreasSelf) => HostObject = hostType<RangeAreasSelf>({
  typeName: 'RangeAreas',
  canBeKept: true,
  read: {
    address: (self) => self.areas.map((area) => addressOfArea(self.sheet, area)).join(','),
    areaCount: (self) => self.areas.length,
    cellCount: (self) => self.areas.reduce((sum, area) => sum + cellCount(area), 0),
  },
  objects: {
    areas: areaCollectionOf,
    format: formatOf,
    conditionalFormats: (self) => conditionalFormatsOf(self),
    worksheet: (self) => worksheetOf({ workbook: self.workbook, sheet: self.sheet }),
  },
  call: {
    select: (self) => {
      self.workbook.active = self.sheet;
      self.workbook.selection = { sheet: self.sheet.name, areas: self.areas };
    },
  },
});
