import { strToU8, zipSync } from 'fflate';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006/relationships';
const TYPES = 'http://schemas.openxmlformats.org/package/2006/content-types';
const SPREADSHEET = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** A sheet as XML: its `sheetData` content, what stands before and after it, and the parts it refers to. */
export interface SheetXml {
  readonly name: string;
  readonly data?: string;
  readonly before?: string;
  readonly after?: string;
  readonly state?: string;
  /** Relationships by id: type and target as written. */
  readonly relationships?: Readonly<Record<string, readonly [type: string, target: string]>>;
}

export interface BookXml {
  readonly sheets: readonly SheetXml[];
  readonly strings?: readonly string[];
  /** Content of `styleSheet`. */
  readonly styles?: string;
  /** What stands in `workbook` before and after `sheets`. */
  readonly beforeSheets?: string;
  readonly afterSheets?: string;
  readonly parts?: Readonly<Record<string, string | Uint8Array>>;
  readonly workbookRelationships?: string;
  readonly types?: string;
  /** Absolute relationship targets, as openpyxl writes them. */
  readonly absolute?: boolean;
}

export const STYLES =
  '<numFmts count="1"><numFmt numFmtId="176" formatCode="0.0000"/></numFmts><fonts count="1"><font><sz val="11"/><name val="宋体"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill>' +
  '<fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf fontId="0"/></cellStyleXfs>' +
  '<cellXfs count="4"><xf numFmtId="0" fontId="0"/><xf numFmtId="4" fontId="0"/><xf numFmtId="176" fontId="0"><protection locked="0"/></xf><xf numFmtId="14" fontId="0"/></cellXfs>';

/** The parts of a workbook, by path. */
export function partsOf(book: BookXml): Record<string, Uint8Array> {
  const root = book.absolute ? '/xl/' : '';
  const relationship = (id: string, type: string, target: string): string =>
    `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${target}"/>`;
  const parts: Record<string, string | Uint8Array> = {
    '[Content_Types].xml':
      `<Types xmlns="${TYPES}"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>` +
      `<Override PartName="/xl/workbook.xml" ContentType="${SPREADSHEET}.sheet.main+xml"/>` +
      book.sheets
        .map(
          (_, i) =>
            `<Override PartName="/xl/worksheets/sheet${i + 1}.xml" ContentType="${SPREADSHEET}.worksheet+xml"/>`,
        )
        .join('') +
      `${book.types ?? ''}</Types>`,
    '_rels/.rels': `<Relationships xmlns="${PACKAGE}">${relationship('rId1', 'officeDocument', `${book.absolute ? '/' : ''}xl/workbook.xml`)}</Relationships>`,
    'xl/workbook.xml':
      `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}">${book.beforeSheets ?? ''}<sheets>` +
      book.sheets
        .map(
          ({ name, state }, i) =>
            `<sheet name="${name}" sheetId="${i + 1}"${state ? ` state="${state}"` : ''} r:id="s${i + 1}"/>`,
        )
        .join('') +
      `</sheets>${book.afterSheets ?? ''}</workbook>`,
    'xl/_rels/workbook.xml.rels':
      `<Relationships xmlns="${PACKAGE}">` +
      book.sheets
        .map((_, i) => relationship(`s${i + 1}`, 'worksheet', `${root}worksheets/sheet${i + 1}.xml`))
        .join('') +
      relationship('st', 'styles', `${root}styles.xml`) +
      (book.strings ? relationship('ss', 'sharedStrings', `${root}sharedStrings.xml`) : '') +
      `${book.workbookRelationships ?? ''}</Relationships>`,
    'xl/styles.xml': `<styleSheet xmlns="${MAIN}">${book.styles ?? STYLES}</styleSheet>`,
  };
  if (book.strings)
    parts['xl/sharedStrings.xml'] =
      `<sst xmlns="${MAIN}">${book.strings.map((string) => `<si>${string}</si>`).join('')}</sst>`;
  book.sheets.forEach((sheet, i) => {
    parts[`xl/worksheets/sheet${i + 1}.xml`] =
      `<worksheet xmlns="${MAIN}" xmlns:r="${OFFICE}">${sheet.before ?? ''}<sheetData>${sheet.data ?? ''}</sheetData>${sheet.after ?? ''}</worksheet>`;
    if (sheet.relationships) {
      const list = Object.entries(sheet.relationships).map(([id, [type, target]]) => relationship(id, type, target));
      parts[`xl/worksheets/_rels/sheet${i + 1}.xml.rels`] =
        `<Relationships xmlns="${PACKAGE}">${list.join('')}</Relationships>`;
    }
  });
  Object.assign(parts, book.parts);
  return Object.fromEntries(
    Object.entries(parts).map(([path, part]) => [path, typeof part === 'string' ? strToU8(part) : part]),
  );
}

/** An .xlsx file made of XML. */
export function buildXlsx(book: BookXml): Uint8Array {
  return zipSync(partsOf(book), { mtime: '2021-01-01' });
}
