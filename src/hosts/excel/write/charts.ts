import type { Area } from '../../../engine/snapshot/address';
import { a1, a1OfArea, quoteSheetName } from '../../../engine/snapshot/address';
import { rangeOf } from '../api/areas';
import { CHART_CELLS, chartName } from '../api/own-marker';
import type { Step } from '../api/step';
import { BYTES_A_CALL } from '../api/step';
import type { ChartPlan, SheetPlan } from '../sheets/sheet-plan';

/** This year and the year before; apart also where no colour is printed. */
const COLOURS = ['#2F75B5', '#BFBFBF'];

/** Draws the charts of a plan over cells that hold something by now. */
export function chartSteps({ name, charts: planned }: SheetPlan): readonly Step[] {
  const charts = planned.flatMap(({ from, at }): readonly Chart[] => (from ? [{ from, at }] : []));
  if (charts.length === 0) return [];
  return [
    {
      bytes: BYTES_A_CALL * (2 + 24 * charts.length),
      write: (context) => {
        const sheet = context.workbook.worksheets.getItem(name);
        charts.forEach((chart, index) => drawChart(sheet, name, chart, index));
        const cells = charts.map(({ from }) => `${quoteSheetName(name)}!${fixed(from)}`).join(',');
        sheet.names.add(CHART_CELLS, `=${cells}`).visible = false;
      },
    },
  ];
}

/** Where a chart stands on which cells. */
interface Chart {
  readonly from: Area;
  readonly at: ChartPlan['at'];
}

function drawChart(sheet: Excel.Worksheet, name: string, { from, at }: Chart, index: number): void {
  const chart = sheet.charts.add('BarClustered', rangeOf(sheet, from), 'Columns');
  chart.name = chartName(index);
  if ('bottom' in at) {
    chart.setPosition(a1({ row: at.top, column: at.left }), a1({ row: at.bottom, column: at.right }));
  } else {
    chart.left = at.left;
    chart.top = at.top;
    chart.width = at.width;
    chart.height = at.height;
  }
  const title = { top: from.top - 1, left: from.left, bottom: from.top - 1, right: from.left };
  chart.title.setFormula(`=${quoteSheetName(name)}!${fixed(title)}`);
  // Bars are drawn from the bottom up otherwise, and the list reads from the top down.
  chart.axes.categoryAxis.reversePlotOrder = true;
  // The amounts stand beside the bars.
  chart.axes.valueAxis.majorGridlines.visible = false;
  chart.axes.valueAxis.visible = false;
  const count = from.right - from.left;
  if (count > 1) chart.legend.position = 'Bottom';
  else chart.legend.visible = false;
  for (const [place, colour] of COLOURS.slice(0, count).entries()) {
    const series = chart.series.getItemAt(place);
    series.format.fill.setSolidColor(colour);
    series.gapWidth = 60;
    series.hasDataLabels = true;
  }
}

const fixed = (area: Area): string =>
  a1OfArea(area)
    .split(':')
    .map((cell) => cell.replace(/([A-Z]+)([0-9]+)/, '$$$1$$$2'))
    .join(':');

/** Takes away what `chartSteps` drew, as far as it is still there. */
export function eraseCharts(sheet: Excel.Worksheet, standing: readonly ChartPlan[]): void {
  for (const { name } of standing) sheet.charts.getItem(name).delete();
}
