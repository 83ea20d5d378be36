import { a1, addressOf, columnLetters } from '../../engine/snapshot/address';
import type { OwnCell, OwnSheet } from '../../engine/snapshot/patch';
import { cellElement } from './edit-cells';
import type { OwnStyleName, OwnStyles } from './own-styles';
import { encode, escapeAttribute, escapeXml } from './xml-text';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const TAB_COLOUR = { made: '7F7F7F', hidden: '7F7F7F', input: '2F75B5' } as const;
const FIRST_DATA_ROW = 2;

type Column = OwnSheet['columns'][number];

/** The worksheet part of one of our own sheets: guide, header, data; frozen, filtered, set up for printing. */
export function ownSheetXml(sheet: OwnSheet, styles: OwnStyles, fontSize: number): Uint8Array {
  const width = Math.max(1, sheet.columns.length);
  const lastRow = FIRST_DATA_ROW + sheet.rows.length;
  const lastColumn = columnLetters(width - 1);
  const links: string[] = [];
  const data = sheet.rows.map((row, i) => {
    const index = FIRST_DATA_ROW + i;
    const cells = row.cells.map((cell, column) => {
      const at = a1({ row: index, column });
      if (cell.kind === 'link')
        links.push(
          `<hyperlink ref="${at}" location="${escapeAttribute(addressOf(cell.to))}" display="${escapeAttribute(cell.text)}"/>`,
        );
      return dataCell(at, cell, sheet.columns[column], styles);
    });
    const level = row.level === 0 ? '' : ` outlineLevel="${row.level}"`;
    const texts = row.cells.map((cell, column) =>
      sheet.columns[column]?.wrap && (cell.kind === 'text' || cell.kind === 'link') ? cell.text : '',
    );
    return `<row r="${index + 1}"${height(texts, sheet.columns, fontSize)}${level}>${cells.join('')}</row>`;
  });
  const deepest = sheet.rows.some(({ level }) => level === 1) ? ' outlineLevelRow="1"' : '';
  const header = sheet.columns.map((column, i) =>
    cellElement(a1({ row: 1, column: i }), String(styles[headerStyle(column)]), { value: column.header }),
  );
  const cols = sheet.columns.map(
    ({ width: characters, hidden }, i) =>
      `<col min="${i + 1}" max="${i + 1}" width="${characters}"${hidden ? ' hidden="1"' : ''} customWidth="1"/>`,
  );
  const parts = [
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n',
    `<worksheet xmlns="${MAIN}"><sheetPr><tabColor rgb="FF${TAB_COLOUR[sheet.kind]}"/><outlinePr summaryBelow="0"/><pageSetUpPr fitToPage="1"/></sheetPr>`,
    `<dimension ref="A1:${lastColumn}${lastRow}"/><sheetViews><sheetView workbookViewId="0">${pane(sheet.frozenColumns)}</sheetView></sheetViews>`,
    `<sheetFormatPr defaultRowHeight="15"${deepest}/>${cols.length > 0 ? `<cols>${cols.join('')}</cols>` : ''}<sheetData>`,
    `<row r="1">${cellElement('A1', String(styles.guide), { value: sheet.guide })}</row><row r="2"${height(
      sheet.columns.map((column) => column.header),
      sheet.columns,
      fontSize,
    )}>${header.join('')}</row>${data.join('')}</sheetData>`,
    `<autoFilter ref="${filterArea(sheet)}"/>`,
    links.length > 0 ? `<hyperlinks>${links.join('')}</hyperlinks>` : '',
    '<pageMargins left="0.5" right="0.5" top="0.7" bottom="0.7" header="0.3" footer="0.3"/>',
    `<pageSetup paperSize="9" orientation="${sheet.landscape ? 'landscape' : 'portrait'}" fitToHeight="0"/>`,
    '<headerFooter><oddHeader>&amp;C&amp;A</oddHeader><oddFooter>&amp;C第&amp;P页 共&amp;N页</oddFooter></headerFooter></worksheet>',
  ];
  return encode(parts.join(''));
}

// Excel fits a row to wrapped text when it opens a file without heights, LibreOffice does not: so the height is estimated.
// A Chinese character is a little more than two of the digits that column widths count.
function height(texts: readonly string[], columns: readonly Column[], fontSize: number): string {
  const lines = texts.map((text, i) =>
    text.split('\n').reduce((sum, line) => {
      const characters = [...line].reduce((width, c) => width + ((c.codePointAt(0) ?? 0) > 0x2000 ? 2.15 : 1.05), 0);
      return sum + Math.max(1, Math.ceil(characters / Math.max(1, (columns[i]?.width ?? 10) - 1)));
    }, 0),
  );
  const most = Math.max(1, ...lines);
  // Rows higher than 409 points do not exist.
  return most === 1 ? '' : ` ht="${Math.min(409, Math.round(most * fontSize * 1.4 + 2))}" customHeight="1"`;
}

/** The rows and columns that the filter of an own sheet covers: `A2:K40`. */
export function filterArea(sheet: OwnSheet): string {
  return `A2:${columnLetters(Math.max(1, sheet.columns.length) - 1)}${FIRST_DATA_ROW + sheet.rows.length}`;
}

function headerStyle({ input, wrap }: Column): OwnStyleName {
  return input ? (wrap ? 'headerInputWrap' : 'headerInput') : wrap ? 'headerWrap' : 'header';
}

function pane(frozenColumns: number): string {
  const topLeft = `${columnLetters(frozenColumns)}3`;
  if (frozenColumns === 0)
    return `<pane ySplit="2" topLeftCell="${topLeft}" activePane="bottomLeft" state="frozen"/><selection pane="bottomLeft"/>`;
  return (
    `<pane xSplit="${frozenColumns}" ySplit="2" topLeftCell="${topLeft}" activePane="bottomRight" state="frozen"/>` +
    '<selection pane="topRight"/><selection pane="bottomLeft"/><selection pane="bottomRight"/>'
  );
}

function dataCell(at: string, cell: OwnCell, column: Column | undefined, styles: OwnStyles): string {
  const plain: OwnStyleName = column?.input
    ? column.wrap
      ? 'inputWrap'
      : 'input'
    : column?.wrap
      ? 'textWrap'
      : 'text';
  switch (cell.kind) {
    case 'text':
      return cellElement(at, String(styles[cell.severity ?? plain]), { value: cell.text });
    case 'link':
      return cellElement(at, String(styles.link), { value: cell.text });
    case 'blank':
      return cellElement(at, String(styles[plain]), { value: null });
    case 'amount': {
      const name: OwnStyleName = column?.input
        ? 'inputAmount'
        : (AMOUNT_STYLES[Math.min(Math.max(cell.decimals, 0), 6)] ?? 'amount2');
      // Written as the digits given: a double would be the reader's business.
      return `<c r="${at}" s="${styles[name]}"><v>${escapeXml(cell.amount)}</v></c>`;
    }
  }
}

/** Looks of amounts by their number of decimals. */
export const AMOUNT_STYLES: readonly OwnStyleName[] = [
  'amount0',
  'amount1',
  'amount2',
  'amount3',
  'amount4',
  'amount5',
  'amount6',
];
