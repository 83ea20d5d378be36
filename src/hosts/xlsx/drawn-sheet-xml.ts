import { a1, a1OfArea, columnLetters } from '../../engine/snapshot/address';
import type { DrawnCell, DrawnList, DrawnSheet } from '../../engine/snapshot/drawn';
import type { DrawnStyles } from './drawn-styles';
import { encode, escapeAttribute, escapeCellText, escapeXml, spaceAttribute } from './xml-text';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const TAB_COLOURS: Readonly<Record<DrawnSheet['kind'], string>> = {
  table: '',
  input: '<tabColor rgb="FF2F75B5"/>',
  made: '<tabColor rgb="FF7F7F7F"/>',
};
/** Excel takes no longer list of words; a longer one has to stand in a range. */
const LONGEST_LIST = 255;

/** The worksheet part of a drawn sheet, its elements in the order of the schema. */
export function drawnSheetXml(sheet: DrawnSheet, styles: DrawnStyles): Uint8Array {
  const width = Math.max(1, sheet.columns.length);
  const { page, frozen } = sheet;
  const out: string[] = [
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n',
    `<worksheet xmlns="${MAIN}"><sheetPr>${TAB_COLOURS[sheet.kind]}<pageSetUpPr fitToPage="1"/></sheetPr>`,
    `<dimension ref="A1:${columnLetters(width - 1)}${Math.max(1, sheet.rows.length)}"/>`,
    `<sheetViews><sheetView workbookViewId="0"${sheet.kind === 'table' ? ' showGridLines="0"' : ''}>${pane(frozen)}</sheetView></sheetViews>`,
    '<sheetFormatPr defaultRowHeight="18"/>',
    sheet.columns.length > 0
      ? `<cols>${sheet.columns.map((column, i) => `<col min="${i + 1}" max="${i + 1}" width="${column.width}" customWidth="1"/>`).join('')}</cols>`
      : '',
    '<sheetData>',
  ];
  for (const [index, { cells, height }] of sheet.rows.entries()) {
    const ht = height === undefined ? '' : ` ht="${height}" customHeight="1"`;
    out.push(`<row r="${index + 1}"${ht}>`);
    for (const cell of cells) out.push(cellXml(index, cell, styles));
    out.push('</row>');
  }
  out.push(
    '</sheetData>',
    sheet.isProtected
      ? '<sheetProtection sheet="1" formatCells="0" formatColumns="0" formatRows="0" sort="0" autoFilter="0"/>'
      : '',
    sheet.filter ? `<autoFilter ref="${a1OfArea(sheet.filter)}"/>` : '',
    sheet.merges.length > 0
      ? `<mergeCells count="${sheet.merges.length}">${sheet.merges.map((area) => `<mergeCell ref="${a1OfArea(area)}"/>`).join('')}</mergeCells>`
      : '',
    validations(sheet.lists),
    page.centred ? '<printOptions horizontalCentered="1"/>' : '',
    '<pageMargins left="0.6" right="0.6" top="0.8" bottom="0.7" header="0.3" footer="0.3"/>',
    `<pageSetup paperSize="9" orientation="${page.landscape ? 'landscape' : 'portrait'}" fitToHeight="0"/>`,
    '<headerFooter><oddFooter>&amp;C第&amp;P页 共&amp;N页</oddFooter></headerFooter></worksheet>',
  );
  return encode(out.join(''));
}

function cellXml(row: number, cell: DrawnCell, styles: DrawnStyles): string {
  const { column, look, value, formula, decimals = 2 } = cell;
  const open = `<c r="${a1({ row, column })}" s="${styles.of(look, decimals)}"`;
  if (formula !== undefined) {
    const f = `<f>${escapeXml(formula)}</f>`;
    if (typeof value === 'number') return `${open}>${f}<v>${value}</v></c>`;
    return typeof value === 'string' ? `${open} t="str">${f}<v>${escapeCellText(value)}</v></c>` : `${open}>${f}</c>`;
  }
  if (value === null) return `${open}/>`;
  if (typeof value === 'number') return `${open}><v>${value}</v></c>`;
  if (typeof value === 'boolean') return `${open} t="b"><v>${value ? 1 : 0}</v></c>`;
  return `${open} t="inlineStr"><is><t${spaceAttribute(value)}>${escapeCellText(value)}</t></is></c>`;
}

function pane({ rows, columns }: DrawnSheet['frozen']): string {
  if (rows === 0 && columns === 0) return '';
  const topLeft = a1({ row: rows, column: columns });
  const split = `${columns > 0 ? ` xSplit="${columns}"` : ''}${rows > 0 ? ` ySplit="${rows}"` : ''}`;
  const active = rows > 0 && columns > 0 ? 'bottomRight' : rows > 0 ? 'bottomLeft' : 'topRight';
  return `<pane${split} topLeftCell="${topLeft}" activePane="${active}" state="frozen"/><selection pane="${active}"/>`;
}

/** Lists propose and warn; they never forbid: an edition may know a code that the catalogue does not. */
function validations(lists: readonly DrawnList[]): string {
  const usable = lists.flatMap((list) => {
    const source = typeof list.from === 'string' ? list.from : `"${list.from.join(',')}"`;
    return typeof list.from !== 'string' && source.length > LONGEST_LIST ? [] : [{ list, source }];
  });
  if (usable.length === 0) return '';
  const xml = usable.map(({ list: { area, prompt }, source }) => {
    const shown = prompt
      ? ` showInputMessage="1" promptTitle="${escapeAttribute(prompt.title)}" prompt="${escapeAttribute(prompt.text)}"`
      : '';
    return `<dataValidation type="list" errorStyle="warning" allowBlank="1"${shown} showErrorMessage="1" sqref="${a1OfArea(area)}"><formula1>${escapeXml(source)}</formula1></dataValidation>`;
  });
  return `<dataValidations count="${xml.length}">${xml.join('')}</dataValidations>`;
}
