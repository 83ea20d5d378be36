import type { DrawnCell, DrawnList, DrawnSheet } from '../../../engine/snapshot/drawn';
import { NOTHING_HELD } from '../api/contents';
import type { Held } from '../api/contents';
import { lookStyle } from './looks';
import { chartName, TABLE_MARK } from '../api/own-marker';
import type { ListPlan, PlanCell, SheetPlan } from './sheet-plan';
import { amountFormat, pointsOfWidth, StyleList } from './sheet-plan';

const MARKS: Readonly<Record<DrawnSheet['kind'], string>> = {
  table: TABLE_MARK,
  input: 'drawn-input',
  made: 'drawn-made',
};
const TAB_COLOURS: Readonly<Record<DrawnSheet['kind'], string>> = { table: '', input: '#2F75B5', made: '#7F7F7F' };

/** Excel takes no longer list of words; a longer one has to stand in a range. */
const LONGEST_LIST = 255;
const POINTS_AN_INCH = 72;

/** A drawn sheet as Excel is to hold it. */
export function planOfDrawnSheet(sheet: DrawnSheet): SheetPlan {
  const { page, rows } = sheet;
  const styles = new StyleList();
  return {
    name: sheet.name,
    mark: MARKS[sheet.kind],
    visibility: 'Visible',
    tabColor: TAB_COLOURS[sheet.kind],
    gridlines: sheet.kind !== 'table',
    columns: sheet.columns.map(({ width }, index) => ({ index, points: pointsOfWidth(width) })),
    rows: rows.flatMap(({ height }, index) => (height === undefined ? [] : [{ index, points: height }])),
    cells: rows.flatMap(({ cells }, row) => cells.map((cell) => planCell(row, cell, styles))),
    styles: styles.styles,
    merges: sheet.merges,
    frozen: sheet.frozen,
    ...(sheet.filter ? { filter: sheet.filter } : {}),
    folded: [],
    page: {
      orientation: page.landscape ? 'Landscape' : 'Portrait',
      paperSize: 'A4',
      zoom: { horizontalFitToPages: 1 },
      centred: page.centred === true,
      margins: {
        left: 0.6 * POINTS_AN_INCH,
        right: 0.6 * POINTS_AN_INCH,
        top: 0.8 * POINTS_AN_INCH,
        bottom: 0.7 * POINTS_AN_INCH,
        header: 0.3 * POINTS_AN_INCH,
        footer: 0.3 * POINTS_AN_INCH,
      },
      ...(page.titleRows ? { titleRows: page.titleRows } : {}),
      header: { left: '', center: '', right: '' },
      footer: { left: '', center: '第&P页 共&N页', right: '' },
    },
    lists: sheet.lists.flatMap(planList),
    charts: (sheet.charts ?? []).map((chart, index) => ({ name: chartName(index), ...chart })),
    ...(sheet.isProtected ? { protection: OPEN_TO_FORMATTING } : {}),
    names: [],
    flags: [],
  };
}

/** Looks, sizes, sorting and filtering are nobody's secret. */
const OPEN_TO_FORMATTING = {
  allowFormatCells: true,
  allowFormatColumns: true,
  allowFormatRows: true,
  allowSort: true,
  allowAutoFilter: true,
};

function planCell(row: number, { column, look, value, formula, decimals = 2 }: DrawnCell, styles: StyleList): PlanCell {
  const { format, ...style } = lookStyle(look);
  const held: Held = formula !== undefined ? { formula } : value === null ? NOTHING_HELD : { value };
  const code = format === 'amount' ? amountFormat(decimals) : format === 'text' ? '@' : undefined;
  return { row, column, held, ...(code === undefined ? {} : { format: code }), style: styles.of(style) };
}

/** Lists propose and warn; they never forbid: an edition may know a code that the catalogue does not. */
function planList({ area, from, prompt }: DrawnList): readonly ListPlan[] {
  const source = typeof from === 'string' ? `=${from}` : from.join(',');
  if (typeof from !== 'string' && source.length > LONGEST_LIST) return [];
  return [
    {
      area,
      rule: { list: { inCellDropDown: true, source } },
      ...(prompt ? { prompt: { showPrompt: true, title: prompt.title, message: prompt.text } } : {}),
      errorAlert: { showAlert: true, style: 'Warning', title: '', message: '' },
      ignoreBlanks: true,
    },
  ];
}
