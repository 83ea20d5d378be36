import type { Area } from '../../../src/engine/snapshot/address';
import { a1OfArea, quoteSheetName } from '../../../src/engine/snapshot/address';
import { areaOfAddress, splitSheet } from '../model/addresses';
import type { ModelChart, ModelSheet, ModelWorkbook } from '../model/workbook';
import { newId } from '../model/workbook';
import { HostError } from '../server/host-error';
import type { HostObject } from '../server/host-object';
import { hostType, isHostObject, NOTHING } from '../server/host-object';
import { STANDARD_HEIGHT, STANDARD_WIDTH } from './formats';

interface ChartsSelf {
  readonly workbook: ModelWorkbook;
  readonly sheet: ModelSheet;
}

type ChartSelf = ChartsSelf & { readonly chart: ModelChart };
type SeriesSelf = ChartSelf & { readonly series: Map<string, unknown> };

/** Those that somebody could ask for here; Excel has eighty. */
const TYPES = ['BarClustered', 'BarStacked', 'ColumnClustered', 'ColumnStacked', 'Line', 'Pie'];
const LEGENDS = ['Top', 'Bottom', 'Left', 'Right', 'Corner'];

const refused = (what: string): HostError => new HostError('InvalidArgument', what);

/** Whatever is drawn on a protected sheet is an object of it. */
function change({ sheet, workbook }: ChartsSelf): void {
  sheet.mustBeOpen('allowEditObjects');
  workbook.note({ kind: 'other' });
}

function flag(value: unknown): boolean {
  if (typeof value !== 'boolean') throw refused(`Neither true nor false: ${String(value)}`);
  return value;
}

/** A part of a chart of which only flags are set. */
function partOf(typeName: string, prefix: string, flags: readonly string[]): (self: ChartSelf) => HostObject {
  return hostType<ChartSelf>({
    typeName,
    read: Object.fromEntries(flags.map((name) => [name, ({ chart }) => chart.look.get(`${prefix}${name}`) ?? true])),
    write: Object.fromEntries(
      flags.map((name) => [
        name,
        (self: ChartSelf, value: unknown) => {
          change(self);
          self.chart.look.set(`${prefix}${name}`, flag(value));
        },
      ]),
    ),
    objects: prefix.endsWith('Axis/')
      ? { majorGridlines: partOf('ChartGridlines', `${prefix}majorGridlines/`, ['visible']) }
      : {},
  });
}

const axesOf = hostType<ChartSelf>({
  typeName: 'ChartAxes',
  objects: {
    valueAxis: partOf('ChartAxis', 'axes/valueAxis/', ['visible', 'reversePlotOrder']),
    categoryAxis: partOf('ChartAxis', 'axes/categoryAxis/', ['visible', 'reversePlotOrder']),
  },
});

const titleOf = hostType<ChartSelf>({
  typeName: 'ChartTitle',
  read: {
    visible: ({ chart }) => chart.look.get('title/visible') ?? true,
    text: ({ chart, workbook }) => {
      const formula = chart.look.get('title/formula');
      if (typeof formula !== 'string') return '';
      const { sheet, rest } = splitSheet(formula.slice(1));
      const { top, left } = areaOfAddress(rest);
      return String(workbook.sheet(sheet ?? '')?.cell(top, left)?.value ?? '');
    },
  },
  call: {
    setFormula: (self, [formula]) => {
      change(self);
      const text = String(formula);
      // A title is bound to one cell, and its sheet is named.
      if (!/^=('(?:[^']|'')+'|[^'!\s]+)!\$[A-Z]{1,3}\$[0-9]+$/.test(text))
        throw refused(`Not a reference to a cell: ${text}`);
      self.workbook.mustKnowSheets(text.slice(1));
      self.chart.look.set('title/formula', text);
    },
  },
});

const legendOf = hostType<ChartSelf>({
  typeName: 'ChartLegend',
  read: {
    visible: ({ chart }) => chart.look.get('legend/visible') ?? true,
    position: ({ chart }) => chart.look.get('legend/position') ?? 'Right',
  },
  write: {
    visible: (self, value) => {
      change(self);
      self.chart.look.set('legend/visible', flag(value));
    },
    position: (self, value) => {
      change(self);
      if (!LEGENDS.includes(String(value))) throw refused(`Not a position of a legend: ${String(value)}`);
      self.chart.look.set('legend/position', value);
    },
  },
});

const fillOf = hostType<SeriesSelf>({
  typeName: 'ChartFill',
  call: {
    setSolidColor: (self, [colour]) => {
      change(self);
      if (!/^#[0-9A-F]{6}$/i.test(String(colour))) throw refused(`Not a colour: ${String(colour)}`);
      self.series.set('fill', colour);
    },
  },
});

const seriesFormatOf = hostType<SeriesSelf>({ typeName: 'ChartSeriesFormat', objects: { fill: fillOf } });

const seriesOf = hostType<SeriesSelf>({
  typeName: 'ChartSeries',
  read: {
    name: ({ series }) => series.get('name'),
    hasDataLabels: ({ series }) => series.get('hasDataLabels') ?? false,
    gapWidth: ({ series }) => series.get('gapWidth') ?? 150,
  },
  write: {
    hasDataLabels: (self, value) => {
      change(self);
      self.series.set('hasDataLabels', flag(value));
    },
    gapWidth: (self, value) => {
      change(self);
      if (typeof value !== 'number' || value < 0 || value > 500) throw refused(`Not a width: ${String(value)}`);
      self.series.set('gapWidth', value);
    },
  },
  objects: { format: seriesFormatOf },
});

const seriesListOf = hostType<ChartSelf>({
  typeName: 'ChartSeriesCollection',
  items: (self) => self.chart.series.map((series) => seriesOf({ ...self, series })),
  call: {
    getCount: ({ chart }) => chart.series.length,
    getItemAt: (self, [index]) => {
      const series = self.chart.series[Number(index)];
      if (!series) throw refused(`No series ${String(index)}`);
      return seriesOf({ ...self, series });
    },
  },
});

const PLACES = ['left', 'top', 'width', 'height'] as const;

function place(self: ChartSelf, name: (typeof PLACES)[number], value: unknown): void {
  change(self);
  if (typeof value !== 'number' || !(value >= 0)) throw refused(`Not a place: ${String(value)}`);
  self.chart.place[name] = value;
}

const chartOf = hostType<ChartSelf>({
  typeName: 'Chart',
  id: ({ chart }) => chart.id,
  read: {
    id: ({ chart }) => chart.id,
    name: ({ chart }) => chart.name,
    chartType: ({ chart }) => chart.type,
    ...Object.fromEntries(PLACES.map((name) => [name, ({ chart }: ChartSelf) => chart.place[name]])),
  },
  write: {
    name: (self, value) => {
      change(self);
      if (typeof value !== 'string' || value === '') throw refused('A chart without a name.');
      self.chart.name = value;
    },
    ...Object.fromEntries(PLACES.map((name) => [name, (self: ChartSelf, value: unknown) => place(self, name, value)])),
  },
  objects: { title: titleOf, legend: legendOf, axes: axesOf, series: seriesListOf },
  call: {
    setPosition: (self, [from, to]) => {
      change(self);
      const [start, end] = [areaIn(self, from), areaIn(self, to ?? from)];
      const { left, top } = cornerOf(self.sheet, start);
      const far = cornerOf(self.sheet, { ...end, top: end.bottom + 1, left: end.right + 1 });
      if (far.left <= left || far.top <= top) throw refused('The end lies before the start.');
      Object.assign(self.chart.place, { left, top, width: far.left - left, height: far.top - top });
    },
    delete: (self) => {
      change(self);
      self.sheet.charts = self.sheet.charts.filter((one) => one !== self.chart);
    },
  },
});

function cornerOf(sheet: ModelSheet, { top, left }: Area): { readonly left: number; readonly top: number } {
  const sum = (sizes: ReadonlyMap<number, number>, standard: number, to: number): number =>
    Array.from({ length: to }, (_, at) => sizes.get(at) ?? standard).reduce((all, one) => all + one, 0);
  return { left: sum(sheet.columnWidths, STANDARD_WIDTH, left), top: sum(sheet.rowHeights, STANDARD_HEIGHT, top) };
}

function areaIn({ sheet }: ChartsSelf, given: unknown): Area {
  const address = isHostObject(given) ? String(given.read('address')) : String(given);
  const { sheet: named, rest } = splitSheet(address);
  if (named !== undefined && named !== sheet.name) throw refused(`Not in this sheet: ${address}`);
  return areaOfAddress(rest);
}

const found = (self: ChartsSelf, key: unknown): HostObject | undefined => {
  const chart = self.sheet.charts.find(({ id, name }) => id === key || name === key);
  return chart && chartOf({ ...self, chart });
};

/** The charts of a sheet. */
export const chartsOf = hostType<ChartsSelf>({
  typeName: 'ChartCollection',
  items: (self) => self.sheet.charts.map((chart) => chartOf({ ...self, chart })),
  item: found,
  call: {
    getItem: (self, [name]) => {
      const chart = found(self, name);
      if (!chart) throw new HostError('ItemNotFound', `No chart of that name: ${String(name)}`);
      return chart;
    },
    getItemOrNullObject: (self, [name]) => found(self, name) ?? NOTHING,
    getCount: ({ sheet }) => sheet.charts.length,
    add: (self, [type, range, by = 'Auto']) => {
      change(self);
      if (!TYPES.includes(String(type))) throw refused(`Not a kind of chart: ${String(type)}`);
      if (by !== 'Columns') throw new HostError('ApiNotFound', 'The test host has series in columns only.');
      if (!isHostObject(range)) throw refused('A chart stands on a range.');
      const area = areaIn(self, range);
      const isEmpty = [...self.sheet.rows].every(
        ([row, cells]) => row < area.top || row > area.bottom || [...cells.values()].every(({ value }) => value === ''),
      );
      if (isEmpty) throw refused('There is nothing to be drawn.');
      // The first column holds names where it holds texts, the first row where it does.
      const series = Array.from(
        { length: area.right - area.left },
        (_, at) => new Map<string, unknown>([['name', self.sheet.cell(area.top, area.left + 1 + at)?.value]]),
      );
      if (series.some((one) => typeof one.get('name') !== 'string'))
        throw refused('The test host draws series that are named in the first row.');
      const chart: ModelChart = {
        id: newId(),
        name: `Chart ${self.sheet.charts.length + 1}`,
        type: String(type),
        source: `${quoteSheetName(self.sheet.name)}!${a1OfArea(area)}`,
        place: { left: 0, top: 0, width: 360, height: 216 },
        series,
        look: new Map(),
      };
      self.sheet.charts.push(chart);
      return chartOf({ ...self, chart });
    },
  },
});
