import { addressOf } from '../../../engine/snapshot/address';
import type { OwnCell, OwnRow, OwnSheet } from '../../../engine/snapshot/patch';
import type { Span } from '../../../engine/snapshot/snapshot';
import type { Held } from '../api/contents';
import { NOTHING_HELD } from '../api/contents';
import { BLACK, FILLS, GREY, HEADER_FILL, INPUT_FILL, LINK, ruled } from './looks';
import type { CellStyle, PlanCell, SheetPlan } from './sheet-plan';
import { amountFormat, pointsOfWidth, StyleList } from './sheet-plan';

const TAB_COLOURS: Readonly<Record<OwnSheet['kind'], string>> = { made: '#7F7F7F', input: '#2F75B5', hidden: '' };

/** Rows above the data: the guide sentence and the header. */
const HEAD = 2;
const LINES = ruled('#BFBFBF');

/** A sheet of the tool's own as Excel is to hold it. */
export function planOfOwnSheet(own: OwnSheet): SheetPlan {
  const styles = new StyleList();
  const width = own.columns.length;
  const isHidden = own.kind === 'hidden';
  const isList = !isHidden && width > 0;
  return {
    name: own.name,
    mark: own.kind,
    // As in a file: a sheet that holds only what is the tool's own does not show in the list of hidden sheets either.
    visibility: isHidden ? 'VeryHidden' : 'Visible',
    tabColor: TAB_COLOURS[own.kind],
    gridlines: true,
    columns: own.columns.map((column, index) => ({ index, points: column.hidden ? 0 : pointsOfWidth(column.width) })),
    rows: [],
    cells: [
      { row: 0, column: 0, held: { value: own.guide }, format: '@', style: styles.of({ font: { color: GREY } }) },
      ...own.columns.map(({ header }, column): PlanCell => {
        return { row: 1, column, held: { value: header }, format: '@', style: styles.of(HEADER) };
      }),
      ...own.rows.flatMap((row, index) => planRow(own, row, HEAD + index, styles)),
    ],
    styles: styles.styles,
    merges: [],
    frozen: isList ? { rows: HEAD, columns: own.frozenColumns } : { rows: 0, columns: 0 },
    ...(isList ? { filter: { top: 1, left: 0, bottom: own.rows.length + 1, right: width - 1 } } : {}),
    folded: isList ? foldedRows(own) : [],
    page: {
      orientation: own.landscape ? 'Landscape' : 'Portrait',
      paperSize: 'A4',
      zoom: { horizontalFitToPages: 1 },
      centred: false,
      ...(isList ? { titleRows: { from: 0, to: HEAD - 1 } } : {}),
      header: { left: '', center: '&A', right: '' },
      footer: { left: '', center: '第&P页 共&N页', right: '' },
    },
    lists: [],
    charts: [],
    names: [],
    flags: [],
  };
}

const HEADER: CellStyle = {
  font: { bold: true },
  fill: HEADER_FILL,
  wrap: true,
  horizontal: 'Center',
  vertical: 'Center',
  borders: LINES,
};

function planRow(own: OwnSheet, row: OwnRow, at: number, styles: StyleList): readonly PlanCell[] {
  return own.columns.map((column, index) => {
    const cell = row.cells[index] ?? BLANK;
    return { row: at, column: index, ...written(cell), style: styles.of(styleOf(cell, column)) };
  });
}

const BLANK: OwnCell = { kind: 'blank' };

function written(cell: OwnCell): { readonly held: Held; readonly format?: string } {
  switch (cell.kind) {
    case 'text':
      return { held: { value: cell.text }, format: '@' };
    case 'amount':
      return { held: { value: Number(cell.amount) }, format: amountFormat(cell.decimals) };
    case 'link':
      return { held: { formula: `HYPERLINK(${quoted(`#${addressOf(cell.to)}`)},${quoted(cell.text)})` } };
    case 'blank':
      return { held: NOTHING_HELD, format: '@' };
  }
}

function quoted(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}

function styleOf(cell: OwnCell, { input, wrap }: OwnSheet['columns'][number]): CellStyle {
  const severity = cell.kind === 'text' ? cell.severity : undefined;
  return {
    ...(severity ? { fill: FILLS[severity] } : input ? { fill: INPUT_FILL } : {}),
    font: {
      color: cell.kind === 'link' ? LINK : input || severity ? BLACK : GREY,
      ...(severity === 'error' ? { bold: true } : {}),
      ...(cell.kind === 'link' ? { underline: 'Single' } : {}),
    },
    vertical: 'Top',
    ...(wrap ? { wrap: true } : {}),
    borders: LINES,
    ...(input ? { unlocked: true } : {}),
  };
}

function foldedRows(own: OwnSheet): readonly Span[] {
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
