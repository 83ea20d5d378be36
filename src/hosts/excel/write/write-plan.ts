import type { Area } from '../../../engine/snapshot/address';
import { a1OfArea, columnLetters, quoteSheetName } from '../../../engine/snapshot/address';
import { areasOf } from '../../../engine/snapshot/areas';
import type { Span } from '../../../engine/snapshot/snapshot';
import { addressLists } from '../api/address-lists';
import { rangeOf } from '../api/areas';
import { bytesOfText } from '../api/bytes';
import { FOLDED_ROWS, OWN_MARKER } from '../api/own-marker';
import { rowsAddress } from '../api/rows-address';
import type { CellStyle, Edge, Line, SheetPlan, Size } from '../sheets/sheet-plan';
import type { Step } from '../api/step';
import { BYTES_A_CALL } from '../api/step';
import { chartSteps } from './charts';
import { cellSteps } from './write-cells';

/** Makes an empty sheet, marked as the tool's from the first moment on. The name must be free. */
export function createStep({ name, mark }: SheetPlan): Step {
  return {
    bytes: 5 * BYTES_A_CALL,
    write: (context) => {
      const sheet = context.workbook.worksheets.add(name);
      sheet.names.add(OWN_MARKER, `="${mark}"`).visible = false;
    },
  };
}

/** Fills an empty sheet of that name with what the plan says. */
export function fillSteps(plan: SheetPlan): readonly Step[] {
  const writes = plan.cells.map(({ row, column, held, format }) => ({
    row,
    column,
    held,
    present: 'General',
    format: format ?? 'General',
    // A sheet that is brought back is written in another order than it was drawn: no cell may look like one that stands already.
    ...(format === undefined && 'formula' in held ? { isFirm: true as const } : {}),
  }));
  return [...cellSteps(plan.name, writes), ...styleSteps(plan), sizeStep(plan), ...chartSteps(plan), arrangeStep(plan)];
}

/** A style is put on all its cells at once. */
function styleSteps(plan: SheetPlan): readonly Step[] {
  return plan.styles.flatMap((style, index) => {
    const areas = areasOf(plan.cells.filter((cell) => cell.style === index));
    return [
      ...dressed(plan.name, areas, (format) => dress(format, style)),
      // Lines inside an area are no edges of it, and an area of one row has none between its rows.
      ...inside(plan.name, areas.filter(isTall), 'InsideHorizontal', style.borders?.bottom ?? style.borders?.top),
      ...inside(plan.name, areas.filter(isWide), 'InsideVertical', style.borders?.right ?? style.borders?.left),
    ];
  });
}

const isTall = (area: Area): boolean => area.top < area.bottom;
const isWide = (area: Area): boolean => area.left < area.right;

function dressed(sheet: string, areas: readonly Area[], dressIt: (format: Excel.RangeFormat) => void): readonly Step[] {
  return addressLists(areas).map(({ addresses }) => ({
    bytes: bytesOfText(addresses) + 30 * BYTES_A_CALL,
    write: (context) => dressIt(context.workbook.worksheets.getItem(sheet).getRanges(addresses).format),
  }));
}

function inside(
  sheet: string,
  areas: readonly Area[],
  edge: 'InsideHorizontal' | 'InsideVertical',
  line: Line | undefined,
): readonly Step[] {
  return line ? dressed(sheet, areas, (format) => draw(format, edge, line)) : [];
}

const EDGES: Readonly<Record<Edge, 'EdgeTop' | 'EdgeBottom' | 'EdgeLeft' | 'EdgeRight'>> = {
  top: 'EdgeTop',
  bottom: 'EdgeBottom',
  left: 'EdgeLeft',
  right: 'EdgeRight',
};

function dress(format: Excel.RangeFormat, style: CellStyle): void {
  const { fill, font = {}, borders = {} } = style;
  if (fill !== undefined) format.fill.color = fill;
  if (font.name !== undefined) format.font.name = font.name;
  if (font.size !== undefined) format.font.size = font.size;
  if (font.color !== undefined) format.font.color = font.color;
  if (font.bold) format.font.bold = true;
  if (font.italic) format.font.italic = true;
  if (font.strikethrough) format.font.strikethrough = true;
  if (font.underline !== undefined) format.font.underline = font.underline;
  if (style.horizontal !== undefined) format.horizontalAlignment = style.horizontal;
  if (style.vertical !== undefined) format.verticalAlignment = style.vertical;
  if (style.wrap) format.wrapText = true;
  if (style.indent !== undefined) format.indentLevel = style.indent;
  if (style.unlocked) format.protection.locked = false;
  for (const edge of ['top', 'bottom', 'left', 'right'] as const) {
    const line = borders[edge];
    if (line) draw(format, EDGES[edge], line);
  }
}

type BorderIndex = 'EdgeTop' | 'EdgeBottom' | 'EdgeLeft' | 'EdgeRight' | 'InsideHorizontal' | 'InsideVertical';

function draw(format: Excel.RangeFormat, index: BorderIndex, { style, color, weight }: Line): void {
  const border = format.borders.getItem(index);
  border.style = style;
  border.color = color;
  if (weight !== undefined) border.weight = weight;
}

function sizeStep({ name, columns, rows }: SheetPlan): Step {
  const byColumn = runsOf(columns);
  const byRow = runsOf(rows);
  return {
    bytes: 4 * BYTES_A_CALL * (byColumn.length + byRow.length + 1),
    write: (context) => {
      const sheet = context.workbook.worksheets.getItem(name);
      for (const { from, to, points, hidden } of byColumn) {
        const range = sheet.getRange(`${columnLetters(from)}:${columnLetters(to)}`);
        if (points !== undefined) range.format.columnWidth = points;
        if (hidden) range.columnHidden = true;
      }
      for (const { from, to, points, hidden } of byRow) {
        const range = sheet.getRange(rowsAddress({ from, to }));
        if (points !== undefined) range.format.rowHeight = points;
        if (hidden) range.rowHidden = true;
      }
    },
  };
}

/** Neighbours of one size together. */
function runsOf(sizes: readonly Size[]): readonly (Span & Omit<Size, 'index'>)[] {
  const runs: (Omit<Size, 'index'> & { from: number; to: number })[] = [];
  for (const { index, ...size } of sizes) {
    const last = runs.at(-1);
    if (last?.to === index - 1 && last.points === size.points && last.hidden === size.hidden) last.to = index;
    else runs.push({ from: index, to: index, ...size });
  }
  return runs;
}

/** All that belongs to the sheet as a whole; its protection last. */
function arrangeStep(plan: SheetPlan): Step {
  return {
    bytes: BYTES_A_CALL * (60 + 3 * plan.merges.length + 8 * plan.lists.length + 4 * plan.folded.length),
    write: (context) => {
      const sheet = context.workbook.worksheets.getItem(plan.name);
      if (plan.tabColor !== '') sheet.tabColor = plan.tabColor;
      if (!plan.gridlines) sheet.showGridlines = false;
      for (const area of plan.merges) rangeOf(sheet, area).merge();
      freeze(sheet, plan.frozen);
      if (plan.filter) sheet.autoFilter.apply(rangeOf(sheet, plan.filter));
      fold(sheet, plan);
      for (const list of plan.lists) validate(sheet, list);
      for (const { name, formula, visible } of plan.names) sheet.names.add(name, formula).visible = visible;
      layOut(sheet.pageLayout, plan.page);
      if (plan.position !== undefined) sheet.position = plan.position;
      if (plan.visibility !== 'Visible') sheet.visibility = plan.visibility;
      if (plan.protection) sheet.protection.protect(plan.protection);
    },
  };
}

function freeze(sheet: Excel.Worksheet, { rows, columns }: SheetPlan['frozen']): void {
  if (rows > 0 && columns > 0) sheet.freezePanes.freezeAt(sheet.getRangeByIndexes(0, 0, rows, columns));
  else if (rows > 0) sheet.freezePanes.freezeRows(rows);
  else if (columns > 0) sheet.freezePanes.freezeColumns(columns);
}

function fold(sheet: Excel.Worksheet, { name, folded }: SheetPlan): void {
  for (const span of folded) sheet.getRange(rowsAddress(span)).group('ByRows');
  if (folded.length === 0) return;
  const places = folded.map(({ from, to }) => `${quoteSheetName(name)}!$${from + 1}:$${to + 1}`).join(',');
  // Excel takes no longer formula; without the name the rows are not folded again when the sheet is brought back.
  if (places.length < LONGEST_FORMULA) sheet.names.add(FOLDED_ROWS, `=${places}`).visible = false;
}

const LONGEST_FORMULA = 8000;

function validate(
  sheet: Excel.Worksheet,
  { area, rule, prompt, errorAlert, ignoreBlanks }: SheetPlan['lists'][number],
): void {
  const validation = sheet.getRange(a1OfArea(area)).dataValidation;
  validation.rule = rule;
  if (prompt) validation.prompt = prompt;
  if (errorAlert) validation.errorAlert = errorAlert;
  validation.ignoreBlanks = ignoreBlanks;
}

function layOut(layout: Excel.PageLayout, page: SheetPlan['page']): void {
  layout.orientation = page.orientation;
  if (page.paperSize !== undefined) layout.paperSize = page.paperSize;
  layout.zoom = page.zoom;
  layout.centerHorizontally = page.centred;
  if (page.margins) {
    layout.leftMargin = page.margins.left;
    layout.rightMargin = page.margins.right;
    layout.topMargin = page.margins.top;
    layout.bottomMargin = page.margins.bottom;
    layout.headerMargin = page.margins.header;
    layout.footerMargin = page.margins.footer;
  }
  if (page.titleRows) layout.setPrintTitleRows(`$${page.titleRows.from + 1}:$${page.titleRows.to + 1}`);
  const texts = layout.headersFooters.defaultForAllPages;
  texts.leftHeader = page.header.left;
  texts.centerHeader = page.header.center;
  texts.rightHeader = page.header.right;
  texts.leftFooter = page.footer.left;
  texts.centerFooter = page.footer.center;
  texts.rightFooter = page.footer.right;
}
