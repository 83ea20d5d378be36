import type { OwnCell, OwnSheet } from '../../engine/snapshot/patch';
import type { Area } from '../../engine/snapshot/address';
import { addressOf, columnLetters } from '../../engine/snapshot/address';
import type { FlagSeverity } from '../../engine/snapshot/snapshot';
import { addressLists } from './flags';

/** The hidden name, scoped to the sheet, by which a sheet of ours is known again; the .xlsx host writes the same. */
export const OWN_MARKER = '_budget_own_sheet';

/** True for the name that marks a sheet as ours. */
export function isMarkedOurs(name: string): boolean {
  return name === OWN_MARKER;
}

const TAB_COLOURS: Readonly<Record<OwnSheet['kind'], string>> = { made: '#7F7F7F', input: '#2F75B5', hidden: '' };
const SEVERITY_FILLS: Readonly<Record<FlagSeverity, string>> = {
  error: '#F1AEB5',
  warning: '#FFE9B8',
  note: '#EDEDED',
};
const EDGES = ['EdgeTop', 'EdgeBottom', 'EdgeLeft', 'EdgeRight', 'InsideHorizontal', 'InsideVertical'] as const;

/** Rows above the data: the guide sentence and the header. */
const HEAD = 2;
/** Rows written by one call, so that no request grows without bound. */
const ROWS_A_CALL = 1000;

/** Makes a sheet of ours after all others and fills it. The name must be free. */
export function drawOwnSheet(context: Excel.RequestContext, own: OwnSheet): void {
  const sheet = context.workbook.worksheets.add(own.name);
  sheet.names.add(OWN_MARKER, '=TRUE').visible = false;
  if (own.kind !== 'hidden') sheet.tabColor = TAB_COLOURS[own.kind];
  writeCells(sheet, own);
  dressHead(sheet, own);
  dressRows(sheet, own);
  arrange(sheet, own);
  if (own.kind === 'hidden') sheet.visibility = 'Hidden';
}

function writeCells(sheet: Excel.Worksheet, own: OwnSheet): void {
  write(sheet, 0, [[{ kind: 'text', text: own.guide }]]);
  const width = own.columns.length;
  if (width === 0) return;
  write(sheet, 1, [own.columns.map((column): OwnCell => ({ kind: 'text', text: column.header }))]);
  for (let from = 0; from < own.rows.length; from += ROWS_A_CALL) {
    const rows = own.rows.slice(from, from + ROWS_A_CALL);
    write(
      sheet,
      HEAD + from,
      rows.map((row) => own.columns.map((_, column): OwnCell => row.cells[column] ?? { kind: 'blank' })),
    );
  }
}

/** Formats first: a text in a cell that is not yet of text format would be parsed as if typed. */
function write(sheet: Excel.Worksheet, top: number, rows: readonly (readonly OwnCell[])[]): void {
  const range = sheet.getRangeByIndexes(top, 0, rows.length, rows[0]?.length ?? 1);
  range.numberFormat = rows.map((cells) => cells.map(formatOf));
  range.formulas = rows.map((cells) => cells.map(contentOf));
}

function formatOf(cell: OwnCell): string {
  if (cell.kind === 'text' || cell.kind === 'blank') return '@';
  if (cell.kind === 'link') return 'General';
  return cell.decimals > 0 ? `#,##0.${'0'.repeat(cell.decimals)}` : '#,##0';
}

function contentOf(cell: OwnCell): string | number {
  switch (cell.kind) {
    case 'text':
      // Even a text format takes a leading apostrophe for the mark of a text.
      return cell.text.startsWith("'") ? `'${cell.text}` : cell.text;
    case 'amount':
      return Number(cell.amount);
    case 'link':
      return `=HYPERLINK(${quoted(`#${addressOf(cell.to)}`)},${quoted(cell.text)})`;
    case 'blank':
      return '';
  }
}

function quoted(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}

function dressHead(sheet: Excel.Worksheet, own: OwnSheet): void {
  sheet.getRange('A1').format.font.color = '#595959';
  if (own.columns.length === 0) return;
  const header = sheet.getRangeByIndexes(1, 0, 1, own.columns.length);
  header.format.font.bold = true;
  header.format.fill.color = '#E7E6E6';
  header.format.wrapText = true;
  header.format.horizontalAlignment = 'Center';
  header.format.verticalAlignment = 'Center';
}

function dressRows(sheet: Excel.Worksheet, own: OwnSheet): void {
  const width = own.columns.length;
  const height = own.rows.length;
  if (width === 0) return;
  const ruled = sheet.getRangeByIndexes(1, 0, height + 1, width).format;
  for (const edge of EDGES) {
    const border = ruled.borders.getItem(edge);
    border.style = 'Continuous';
    border.color = '#BFBFBF';
  }
  if (height === 0) return;
  const all = sheet.getRangeByIndexes(HEAD, 0, height, width).format;
  all.font.color = '#595959';
  all.verticalAlignment = 'Top';
  own.columns.forEach((column, index) => {
    const format = sheet.getRangeByIndexes(HEAD, index, height, 1).format;
    if (column.wrap) format.wrapText = true;
    if (!column.input) return;
    format.fill.color = '#E8F2FB';
    format.font.color = '#000000';
    format.protection.locked = false;
  });
  dressEach(
    sheet,
    cellsWhere(own, (cell) => cell.kind === 'link'),
    (format) => {
      format.font.color = '#0563C1';
      format.font.underline = 'Single';
    },
  );
  for (const severity of ['error', 'warning', 'note'] as const) {
    dressEach(
      sheet,
      cellsWhere(own, (cell) => cell.kind === 'text' && cell.severity === severity),
      (format) => {
        format.fill.color = SEVERITY_FILLS[severity];
        format.font.color = '#000000';
        if (severity === 'error') format.font.bold = true;
      },
    );
  }
}

/** Neighbours below each other become one area: lists of addresses stay short. */
function cellsWhere(own: OwnSheet, holds: (cell: OwnCell) => boolean): readonly Area[] {
  return own.columns.flatMap((_, column) => {
    const areas: Area[] = [];
    own.rows.forEach((row, index) => {
      const cell = row.cells[column];
      if (!cell || !holds(cell)) return;
      const at = HEAD + index;
      const last = areas.at(-1);
      if (last?.bottom === at - 1) areas[areas.length - 1] = { ...last, bottom: at };
      else areas.push({ top: at, left: column, bottom: at, right: column });
    });
    return areas;
  });
}

function dressEach(sheet: Excel.Worksheet, areas: readonly Area[], dress: (format: Excel.RangeFormat) => void): void {
  for (const list of addressLists(areas)) dress(sheet.getRanges(list.addresses).format);
}

/** Widths, panes, filter, outline and print settings. */
function arrange(sheet: Excel.Worksheet, own: OwnSheet): void {
  const width = own.columns.length;
  own.columns.forEach((column, index) => {
    sheet.getRange(`${columnLetters(index)}:${columnLetters(index)}`).format.columnWidth = pointsOf(column.width);
  });
  if (own.kind === 'hidden' || width === 0) return;
  if (own.frozenColumns > 0) sheet.freezePanes.freezeAt(sheet.getRangeByIndexes(0, 0, HEAD, own.frozenColumns));
  else sheet.freezePanes.freezeRows(HEAD);
  sheet.autoFilter.apply(sheet.getRangeByIndexes(1, 0, own.rows.length + 1, width));
  for (const { from, to } of foldedRows(own)) sheet.getRange(`${from + 1}:${to + 1}`).group('ByRows');
  const { pageLayout } = sheet;
  pageLayout.orientation = own.landscape ? 'Landscape' : 'Portrait';
  pageLayout.paperSize = 'A4';
  pageLayout.zoom = { horizontalFitToPages: 1 };
  pageLayout.setPrintTitleRows('$1:$2');
  pageLayout.headersFooters.defaultForAllPages.centerHeader = '&A';
  pageLayout.headersFooters.defaultForAllPages.centerFooter = '第&P页 共&N页';
}

/** A character of the default font is 7 pixels wide, a cell has 5 pixels of margin, and Excel counts in points here. */
function pointsOf(characters: number): number {
  return (characters * 7 + 5) * 0.75;
}

function foldedRows(own: OwnSheet): readonly { readonly from: number; readonly to: number }[] {
  const spans: { from: number; to: number }[] = [];
  own.rows.forEach((row, index) => {
    if (row.level === 0) return;
    const at = HEAD + index;
    const last = spans.at(-1);
    if (last?.to === at - 1) last.to = at;
    else spans.push({ from: at, to: at });
  });
  return spans;
}
