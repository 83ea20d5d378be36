import type { Area } from '../../../src/engine/snapshot/address';
import { cellCount, LAST_COLUMN, LAST_ROW } from '../model/addresses';
import type { ModelCell, ModelSheet, ModelWorkbook } from '../model/workbook';
import { lookOf } from '../model/cell';
import { HostError } from '../server/host-error';
import type { BagSelf, HostObject } from '../server/host-object';
import { bagType, hostType } from '../server/host-object';

/** Some areas of one sheet: a Range has one, a RangeAreas several. */
export interface AreasSelf {
  readonly workbook: ModelWorkbook;
  readonly sheet: ModelSheet;
  readonly areas: readonly Area[];
}

export const STANDARD_HEIGHT = 14.25;
export const STANDARD_WIDTH = 48;

/** Every place of some areas. */
export function* placesOf(self: AreasSelf): Generator<{ readonly row: number; readonly column: number }> {
  for (const area of self.areas) {
    if (cellCount(area) > self.workbook.cellLimit)
      throw new HostError('RangeExceedsLimit', 'The range is too big for this.');
    for (let row = area.top; row <= area.bottom; row++)
      for (let column = area.left; column <= area.right; column++) yield { row, column };
  }
}

const cellsOf = (self: AreasSelf): readonly ModelCell[] =>
  [...placesOf(self)].map(({ row, column }) => self.sheet.touch(row, column));

/** What all of them have in common; null where they differ. */
const common = (values: Iterable<unknown>): unknown => {
  const different = new Set(values);
  return different.size === 1 ? [...different][0] : null;
};

function* looks(self: AreasSelf, key: string): Generator {
  for (const { row, column } of placesOf(self)) yield lookOf(self.sheet.cell(row, column), key);
}

/** Formats of cells, lines between cells being one line for both. */
function lookStore(self: AreasSelf): BagSelf['store'] {
  return {
    get: (key) => {
      const border = borderKey(key);
      return common(looks(border ? { ...self, areas: self.areas.flatMap(border.edge.at) } : self, border?.key ?? key));
    },
    set: (key, value) => {
      self.sheet.mustBeOpen('allowFormatCells');
      const border = borderKey(key);
      if (!border) {
        for (const cell of cellsOf(self)) cell.look.set(key, value);
        if (key === 'fill/color') for (const cell of cellsOf(self)) cell.look.set('fill/pattern', 'Solid');
        return;
      }
      for (const { own, other, step } of border.edge.lines) {
        for (const { row, column } of placesOf({ ...self, areas: self.areas.flatMap(border.edge.at) })) {
          self.sheet.touch(row, column).look.set(`borders/${own}/${border.property}`, value);
          const next = { row: row + step.rows, column: column + step.columns };
          if (next.row < 0 || next.column < 0 || next.row > LAST_ROW || next.column > LAST_COLUMN) continue;
          self.sheet.touch(next.row, next.column).look.set(`borders/${other}/${border.property}`, value);
        }
      }
    },
  };
}

interface Edge {
  /** The cells of an area that have this edge. */
  readonly at: (area: Area) => readonly Area[];
  readonly lines: readonly {
    readonly own: string;
    readonly other: string;
    readonly step: { readonly rows: number; readonly columns: number };
  }[];
}

const bottomLine = { own: 'EdgeBottom', other: 'EdgeTop', step: { rows: 1, columns: 0 } };
const rightLine = { own: 'EdgeRight', other: 'EdgeLeft', step: { rows: 0, columns: 1 } };

const EDGES: Readonly<Record<string, Edge>> = {
  EdgeTop: {
    at: (area) => [{ ...area, bottom: area.top }],
    lines: [{ own: 'EdgeTop', other: 'EdgeBottom', step: { rows: -1, columns: 0 } }],
  },
  EdgeBottom: { at: (area) => [{ ...area, top: area.bottom }], lines: [bottomLine] },
  EdgeLeft: {
    at: (area) => [{ ...area, right: area.left }],
    lines: [{ own: 'EdgeLeft', other: 'EdgeRight', step: { rows: 0, columns: -1 } }],
  },
  EdgeRight: { at: (area) => [{ ...area, left: area.right }], lines: [rightLine] },
  InsideHorizontal: {
    at: (area) => (area.top < area.bottom ? [{ ...area, bottom: area.bottom - 1 }] : []),
    lines: [bottomLine],
  },
  InsideVertical: {
    at: (area) => (area.left < area.right ? [{ ...area, right: area.right - 1 }] : []),
    lines: [rightLine],
  },
};

function borderKey(key: string): { readonly edge: Edge; readonly property: string; readonly key: string } | undefined {
  const [kind, name = '', property = ''] = key.split('/');
  const edge = kind === 'borders' ? EDGES[name] : undefined;
  const [line] = edge?.lines ?? [];
  return edge && line && { edge, property, key: `borders/${line.own}/${property}` };
}

const fillOf = bagType('RangeFill', ['color', 'pattern'], {
  call: {
    clear: (self) => {
      self.store.set('fill/color', '#FFFFFF');
      self.store.set('fill/pattern', 'None');
    },
  },
});
const fontOf = bagType('RangeFont', ['bold', 'italic', 'underline', 'strikethrough', 'color', 'name', 'size']);
const borderOf = bagType('RangeBorder', ['style', 'color', 'weight']);
const bordersOf = bagType('RangeBorderCollection', [], {
  item: (self, edge) =>
    typeof edge === 'string' && edge in EDGES ? borderOf({ ...self, prefix: `borders/${edge}/` }) : undefined,
});

const looked = ['wrapText', 'horizontalAlignment', 'verticalAlignment', 'indentLevel'] as const;

/** Heights and widths belong to rows and columns. */
const sizes = {
  row: {
    sizes: (self: AreasSelf) => self.sheet.rowHeights,
    standard: STANDARD_HEIGHT,
    span: (area: Area) => [area.top, area.bottom] as const,
    option: 'allowFormatRows',
  },
  column: {
    sizes: (self: AreasSelf) => self.sheet.columnWidths,
    standard: STANDARD_WIDTH,
    span: (area: Area) => [area.left, area.right] as const,
    option: 'allowFormatColumns',
  },
} as const;
type Side = keyof typeof sizes;

function* indexes(self: AreasSelf, side: Side): Generator<number> {
  for (const area of self.areas) {
    const [from, to] = sizes[side].span(area);
    for (let index = from; index <= to; index++) yield index;
  }
}

function* sizesOf(self: AreasSelf, side: Side): Generator<number> {
  for (const index of indexes(self, side)) yield sizes[side].sizes(self).get(index) ?? sizes[side].standard;
}

function setSize(self: AreasSelf, side: Side, value: unknown): void {
  self.sheet.mustBeOpen(sizes[side].option);
  if (typeof value !== 'number' || value < 0 || value > 1790)
    throw new HostError('InvalidArgument', `Not a size: ${String(value)}`);
  for (const index of indexes(self, side)) sizes[side].sizes(self).set(index, value);
}

function setStandard(self: AreasSelf, side: Side, value: unknown): void {
  self.sheet.mustBeOpen(sizes[side].option);
  if (value !== true) return;
  const given = sizes[side].sizes(self);
  for (const index of [...given.keys()])
    if (self.areas.some((area) => index >= sizes[side].span(area)[0] && index <= sizes[side].span(area)[1]))
      given.delete(index);
}

function* standards(self: AreasSelf, side: Side): Generator<boolean> {
  for (const index of indexes(self, side)) yield !sizes[side].sizes(self).has(index);
}

const protectionOf = hostType<AreasSelf>({
  typeName: 'FormatProtection',
  read: {
    locked: (self) =>
      common([...placesOf(self)].map(({ row, column }) => self.sheet.cell(row, column)?.locked ?? true)),
    formulaHidden: () => false,
  },
  write: {
    locked: (self, value) => {
      self.sheet.mustBeOpen();
      for (const cell of cellsOf(self)) cell.locked = value === true;
    },
  },
});

export const formatOf: (self: AreasSelf) => HostObject = hostType<AreasSelf>({
  typeName: 'RangeFormat',
  read: {
    ...Object.fromEntries(looked.map((name) => [name, (self: AreasSelf) => lookStore(self).get(name)])),
    columnWidth: (self) => common(sizesOf(self, 'column')),
    rowHeight: (self) => common(sizesOf(self, 'row')),
    useStandardHeight: (self) => common(standards(self, 'row')),
    useStandardWidth: (self) => common(standards(self, 'column')),
  },
  write: {
    ...Object.fromEntries(
      looked.map((name) => [name, (self: AreasSelf, value: unknown) => void lookStore(self).set(name, value)]),
    ),
    columnWidth: (self, value) => setSize(self, 'column', value),
    rowHeight: (self, value) => setSize(self, 'row', value),
    useStandardHeight: (self, value) => setStandard(self, 'row', value),
    useStandardWidth: (self, value) => setStandard(self, 'column', value),
  },
  objects: {
    fill: (self) => fillOf({ store: lookStore(self), prefix: 'fill/' }),
    font: (self) => fontOf({ store: lookStore(self), prefix: 'font/' }),
    borders: (self) => bordersOf({ store: lookStore(self), prefix: '' }),
    protection: protectionOf,
  },
  // How high a row becomes is up to the fonts, which this model has not.
  call: { autofitRows: () => undefined, autofitColumns: () => undefined },
});
