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
import { valueType } from '../model/cell';
import { clearArea } from '../model/clear';
import { displayed } from '../model/display';
import { enter } from '../model/enter';
import { copyFormats, deleteRows, insertRows } from '../model/structure';
import { typedInto } from '../model/typed-input';
import type { ModelCell, ModelSheet, ModelValue, ModelWorkbook } from '../model/workbook';
import { HostError } from '../server/host-error';
import type { HostObject } from '../server/host-object';
import { hostType, NOTHING } from '../server/host-object';
import { conditionalFormatsOf } from './conditional-formats';
import { dataValidationOf } from './data-validations';
import type { AreasSelf } from './formats';
import { formatOf } from './formats';
import { cellProperties, columnProperties, rowProperties } from './properties';
import { worksheetOf } from './worksheets';

export interface RangeSelf {
  readonly workbook: ModelWorkbook;
  readonly sheet: ModelSheet;
  readonly area: Area;
}

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
export function areasAt(workbook: ModelWorkbook, sheet: ModelSheet, addresses: unknown): AreasSelf {
  if (typeof addresses !== 'string') throw new HostError('InvalidArgument', 'Not a list of addresses.');
  const cut =
    addresses.length > ADDRESS_LIMIT ? addresses.slice(0, addresses.lastIndexOf(',', ADDRESS_LIMIT)) : addresses;
  return { workbook, sheet, areas: cut.split(',').map((address) => rangeAt(workbook, sheet, address).area) };
}

export function addressOfArea(sheet: ModelSheet, area: Area): string {
  const within = isEntireRow(area)
    ? `${area.top + 1}:${area.bottom + 1}`
    : area.top === 0 && area.bottom === LAST_ROW
      ? `${columnLetters(area.left)}:${columnLetters(area.right)}`
      : a1OfArea(area);
  return `${quoteSheetName(sheet.name)}!${within}`;
}

const isEntireRow = (area: Area): boolean => area.left === 0 && area.right === LAST_COLUMN;

type CellReader = (cell: ModelCell | undefined) => unknown;

function grid(self: RangeSelf, read: CellReader): unknown {
  // Beyond the limit Excel answers null, without an error.
  if (cellCount(self.area) > self.workbook.cellLimit) return null;
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
  if (!isScalar(values)) {
    const lines: readonly unknown[] = Array.isArray(values) ? values : [];
    if (lines.length === 0) mustFit(self, 0, 0);
    for (const line of lines) mustFit(self, lines.length, Array.isArray(line) ? line.length : 0);
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

function mustFit({ area }: RangeSelf, rows: number, columns: number): void {
  if (rows !== area.bottom - area.top + 1 || columns !== area.right - area.left + 1)
    throw new HostError(
      'InvalidArgument',
      "The number of rows or columns in the input array doesn't match the size or dimensions of the range.",
    );
}

const bounding = (a: Area, b: Area): Area => ({
  top: Math.min(a.top, b.top),
  left: Math.min(a.left, b.left),
  bottom: Math.max(a.bottom, b.bottom),
  right: Math.max(a.right, b.right),
});

/** One range's values are written whole or not at all: what would be refused is refused before anything is written. */
function typeInto(self: RangeSelf, values: unknown): void {
  spread(self, values, (row, column, value) => {
    const cell = self.sheet.cell(row, column);
    if (cell?.locked ?? true) self.sheet.mustBeOpen();
    const { formula } = typedInto(value, cell?.format ?? 'General');
    if (formula !== undefined) self.workbook.mustKnowSheets(formula);
  });
  spread(self, values, (row, column, value) => enter(self.workbook, self.sheet, row, column, value));
  self.workbook.note({ kind: 'cells', sheet: self.sheet, area: self.area, change: 'RangeEdited' });
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

function entireRows(self: RangeSelf, shift: unknown, direction: string): void {
  if (shift !== direction) throw new HostError('InvalidArgument', `Not a direction: ${String(shift)}`);
  if (!isEntireRow(self.area)) throw new HostError('NotImplemented', 'The test host moves whole rows only.');
}

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
    valueTypes: (self) => grid(self, valueType),
    text: (self) => grid(self, displayed),
    rowHidden: (self) => hiddenState(self.sheet.hiddenRows, rowsOf(self)),
    columnHidden: (self) => hiddenState(self.sheet.hiddenColumns, columnsOf(self)),
  },
  write: {
    values: typeInto,
    formulas: typeInto,
    numberFormat: (self, values) => {
      self.sheet.mustBeOpen('allowFormatCells');
      spread(self, values, (row, column, value) => {
        self.sheet.touch(row, column).format = String(value);
      });
    },
    rowHidden: (self, value) => {
      self.sheet.mustBeOpen('allowFormatRows');
      setHidden(self.sheet.hiddenRows, rowsOf(self), value);
    },
    columnHidden: (self, value) => {
      self.sheet.mustBeOpen('allowFormatColumns');
      setHidden(self.sheet.hiddenColumns, columnsOf(self), value);
    },
  },
  objects: {
    format: (self) => formatOf({ ...self, areas: [self.area] }),
    worksheet: (self) => worksheetOf({ workbook: self.workbook, sheet: self.sheet }),
    conditionalFormats: (self) => conditionalFormatsOf({ ...self, areas: [self.area] }),
    dataValidation: (self) => dataValidationOf({ ...self, areas: [self.area] }),
  },
  call: {
    getMergedAreasOrNullObject: (self) => {
      const areas = self.sheet.merges.filter((merge) => intersection(merge, self.area));
      return areas.length === 0 ? NOTHING : rangeAreasOf({ ...self, areas });
    },
    getRowProperties: (self, [options]) => rowProperties(self, options),
    getColumnProperties: (self, [options]) => columnProperties(self, options),
    getCellProperties: (self, [options]) => cellProperties(self, options),
    getUsedRangeOrNullObject: (self, [valuesOnly]) => {
      const used = self.sheet.usedArea(valuesOnly === true);
      const area = used && intersection(used, self.area);
      return area ? rangeOf({ ...self, area }) : NOTHING;
    },
    getSpecialCellsOrNullObject: (self, [kind]) => {
      if (kind !== 'DataValidations')
        throw new HostError('NotImplemented', `The test host does not look for ${String(kind)}.`);
      const areas = self.sheet.validations.flatMap((validation) =>
        validation.areas.flatMap((area) => intersection(area, self.area) ?? []),
      );
      return areas.length === 0 ? NOTHING : rangeAreasOf({ ...self, areas });
    },
    getCell: (self, [row, column]) => {
      const at = { row: self.area.top + Number(row), column: self.area.left + Number(column) };
      return rangeOf({ ...self, area: { top: at.row, left: at.column, bottom: at.row, right: at.column } });
    },
    getRow: (self, [index]) => {
      const row = self.area.top + Number(index);
      return rangeOf({ ...self, area: { ...self.area, top: row, bottom: row } });
    },
    getBoundingRect: (self, [other]) => {
      const area =
        typeof other === 'string'
          ? rangeAt(self.workbook, self.sheet, other).area
          : areaOfAddress(String((other as HostObject).read('address')));
      return rangeOf({ ...self, area: bounding(self.area, area) });
    },
    // The library writes big arrays in pieces, and asks this before.
    _ValidateArraySize: (self, [rows, columns]) => mustFit(self, Number(rows), Number(columns)),
    merge: (self) => {
      self.sheet.mustBeOpen();
      self.sheet.merges = [...self.sheet.merges.filter((merge) => !contains(self.area, merge)), self.area];
      for (const { row, column } of rowsOf(self).flatMap((row) => columnsOf(self).map((column) => ({ row, column })))) {
        const cell = self.sheet.cell(row, column);
        if (!cell || (row === self.area.top && column === self.area.left)) continue;
        cell.value = '';
        delete cell.formula;
      }
    },
    unmerge: (self) => {
      self.sheet.mustBeOpen();
      self.sheet.merges = self.sheet.merges.filter((merge) => !intersection(merge, self.area));
    },
    clear: (self, [what]) => clearArea(self.workbook, self.sheet, self.area, what),
    insert: (self, [shift]) => {
      entireRows(self, shift, 'Down');
      insertRows(self.workbook, self.sheet, self.area.top, self.area.bottom - self.area.top + 1);
      return rangeOf(self);
    },
    delete: (self, [shift]) => {
      entireRows(self, shift, 'Up');
      deleteRows(self.workbook, self.sheet, self.area.top, self.area.bottom - self.area.top + 1);
    },
    copyFrom: (self, [source, what]) => {
      if (what !== 'Formats') throw new HostError('NotImplemented', 'The test host copies formats only.');
      const from =
        typeof source === 'string'
          ? rangeAt(self.workbook, self.sheet, source).area
          : areaOfAddress(String((source as HostObject).read('address')));
      copyFormats(self.sheet, from, self.area);
    },
    select: (self) => {
      if (self.sheet.visibility !== 'Visible') throw new HostError('InvalidOperation', 'The sheet is hidden.');
      self.workbook.active = self.sheet;
      self.workbook.selection = { sheet: self.sheet.name, areas: [self.area] };
    },
    group: (self, [by]) => {
      self.sheet.mustBeOpen();
      if (by !== 'ByRows') throw new HostError('NotImplemented', 'The test host groups rows only.');
      self.sheet.groups.push({ from: self.area.top, to: self.area.bottom });
    },
  },
});

const areaCollectionOf = hostType<AreasSelf>({
  typeName: 'RangeCollection',
  items: (self) => self.areas.map((area) => rangeOf({ ...self, area })),
  call: { getCount: (self) => self.areas.length },
});

export const rangeAreasOf: (self: AreasSelf) => HostObject = hostType<AreasSelf>({
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
    dataValidation: dataValidationOf,
    worksheet: (self) => worksheetOf({ workbook: self.workbook, sheet: self.sheet }),
  },
  call: {
    select: (self) => {
      self.workbook.active = self.sheet;
      self.workbook.selection = { sheet: self.sheet.name, areas: self.areas };
    },
  },
});
