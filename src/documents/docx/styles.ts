import { FONTS, fontsXml } from './fonts';
import { HEADER, W } from './xml';
import { twips } from './page';

/** A paragraph style as far as the pages depend on it; lengths in points. */
export interface ParagraphStyle {
  readonly id: string;
  /** As Word lists it; built-in styles under their English names, which Word shows in its own language. */
  readonly name: string;
  readonly font: string;
  readonly size: number;
  /** Exactly so high is a line. */
  readonly line: number;
  readonly before?: number;
  readonly after?: number;
  /** In characters of its own size. */
  readonly firstLine?: number;
  readonly left?: number;
  readonly align?: 'both' | 'center' | 'left' | 'right';
  /** Of each character, so that 28 of them fill a line of 156 mm. */
  readonly tighter?: number;
  /** Level in the outline, counted from 0; what has one stands in the contents. */
  readonly outline?: number;
  readonly bold?: true;
  readonly newPage?: true;
  readonly keepNext?: true;
  readonly keepLines?: true;
  /** A tab at the right edge, with a row of dots or without. */
  readonly tab?: { readonly at: number; readonly leader: 'dot' | 'none' };
  /** Styles that users choose from, as against those of single places. */
  readonly quick?: true;
}

// 二号, 三号 … in points, and the 28 points that GB/T 9704 has 22 lines of on a page.
const TWO = 22;
const THREE = 16;
const LINE = 28;
const TIGHTER = 0.25;
const WIDTH = (156 * 72) / 25.4;

const body = { font: FONTS.body, size: THREE, line: LINE, firstLine: 2, align: 'both', tighter: TIGHTER } as const;

/** The styles of the document. Those of the tables' cells depend on their sizes and are made as they are needed. */
export const STYLES = {
  title: { id: 'Title', name: 'Title', font: FONTS.title, size: 26, line: 48, align: 'center', quick: true },
  contentsTitle: {
    id: 'ContentsTitle',
    name: '目录标题',
    font: FONTS.title,
    size: TWO,
    line: 36,
    after: 12,
    align: 'center',
  },
  contents1: {
    id: 'TOC1',
    name: 'toc 1',
    font: FONTS.heading,
    size: 14,
    line: 20,
    before: 4,
    tab: { at: WIDTH, leader: 'dot' },
  },
  contents2: {
    id: 'TOC2',
    name: 'toc 2',
    font: FONTS.body,
    size: 12,
    line: 20,
    left: 1,
    tab: { at: WIDTH, leader: 'dot' },
  },
  heading1: {
    id: 'Heading1',
    name: 'heading 1',
    font: FONTS.title,
    size: TWO,
    line: 36,
    after: 14,
    align: 'center',
    outline: 0,
    newPage: true,
    keepNext: true,
    quick: true,
  },
  heading2: {
    ...body,
    id: 'Heading2',
    name: 'heading 2',
    font: FONTS.heading,
    outline: 1,
    keepNext: true,
    keepLines: true,
    quick: true,
  },
  heading3: {
    ...body,
    id: 'Heading3',
    name: 'heading 3',
    font: FONTS.subheading,
    outline: 2,
    keepNext: true,
    keepLines: true,
    quick: true,
  },
  heading4: {
    ...body,
    id: 'Heading4',
    name: 'heading 4',
    bold: true,
    outline: 3,
    keepNext: true,
    keepLines: true,
    quick: true,
  },
  body: { ...body, id: 'BodyText', name: 'Body Text', quick: true },
  tableTitle: {
    id: 'TableTitle',
    name: '表题',
    font: FONTS.title,
    size: 18,
    line: 28,
    after: 4,
    align: 'center',
    outline: 1,
    newPage: true,
    keepNext: true,
    quick: true,
  },
  tableLine: {
    id: 'TableLine',
    name: '表前说明',
    font: FONTS.table,
    size: 10.5,
    line: 16,
    after: 2,
    align: 'left',
    keepNext: true,
  },
  tableNote: { id: 'TableNote', name: '表注', font: FONTS.table, size: 10.5, line: 16, before: 2, align: 'left' },
  end: { id: 'PageEnd', name: '页末', font: FONTS.table, size: 1, line: 1 },
  footer: { id: 'Footer', name: 'footer', font: FONTS.table, size: 14, line: 16 },
} as const satisfies Readonly<Record<string, ParagraphStyle>>;

/** The style of the text in a table's cells, one for each size and use. */
export function cellStyle(size: number, line: number, use: 'text' | 'header'): ParagraphStyle {
  const code = `${Math.round(size * 10)}_${Math.round(line * 10)}`;
  const [id, name] = use === 'header' ? ['CellHeader', '表头'] : ['Cell', '表内文字'];
  const font = use === 'header' ? FONTS.heading : FONTS.table;
  return { id: `${id}${code}`, name: `${name} ${size}磅 行距${line}磅`, font, size, line };
}

/** Character styles: what is still missing is not to be overlooked. */
export const MISSING = 'Missing';
export const TERM = 'Term';

/** The part that holds all styles, those of the cells among them. */
export function stylesXml(cells: readonly ParagraphStyle[], contentsLine: number): string {
  const defaults =
    `<w:docDefaults><w:rPrDefault><w:rPr>${fontsXml(FONTS.body)}<w:kern w:val="0"/><w:sz w:val="${THREE * 2}"/><w:szCs w:val="${THREE * 2}"/>` +
    '<w:lang w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar-SA"/></w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>';
  // Chinese typesetting: no gap between characters and digits, pages filled to the last line.
  const normal =
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/><w:pPr><w:widowControl w:val="0"/>' +
    '<w:autoSpaceDE w:val="0"/><w:autoSpaceDN w:val="0"/></w:pPr></w:style>';
  const basic =
    '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont"><w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>' +
    '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:uiPriority w:val="99"/><w:semiHidden/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/>' +
    '<w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>' +
    `<w:style w:type="character" w:customStyle="1" w:styleId="${MISSING}"><w:name w:val="待填"/><w:qFormat/><w:rPr><w:color w:val="C00000"/><w:shd w:val="clear" w:color="auto" w:fill="FFFF00"/></w:rPr></w:style>` +
    `<w:style w:type="character" w:customStyle="1" w:styleId="${TERM}"><w:name w:val="名词"/><w:qFormat/><w:rPr>${fontsXml(FONTS.heading)}</w:rPr></w:style>`;
  const { contents1, contents2, ...others } = STYLES;
  const contents = [contents1, contents2].map((style) => ({ ...style, line: contentsLine }));
  const own = [...Object.values(others), ...contents, ...cells].map(styleXml).join('');
  return `${HEADER}<w:styles ${W}>${defaults}${normal}${basic}${own}</w:styles>`;
}

const BUILT_IN = /^(?:Title|TOC[12]|Heading[1-4]|BodyText|Footer)$/;

function styleXml(style: ParagraphStyle): string {
  const { id, name, font, size, line, before = 0, after = 0, align, outline, tab } = style;
  const flags = [
    style.keepNext ? '<w:keepNext/>' : '',
    style.keepLines ? '<w:keepLines/>' : '',
    style.newPage ? '<w:pageBreakBefore/>' : '',
    tab ? `<w:tabs><w:tab w:val="right" w:leader="${tab.leader}" w:pos="${twips(tab.at)}"/></w:tabs>` : '',
    `<w:spacing w:before="${twips(before)}" w:after="${twips(after)}" w:line="${twips(line)}" w:lineRule="exact"/>`,
    indentXml(style),
    align === undefined ? '' : `<w:jc w:val="${align}"/>`,
    outline === undefined ? '' : `<w:outlineLvl w:val="${outline}"/>`,
  ].join('');
  const run =
    fontsXml(font) +
    (style.bold ? '<w:b/>' : '') +
    (style.tighter === undefined ? '' : `<w:spacing w:val="${twips(-style.tighter)}"/>`) +
    `<w:sz w:val="${Math.round(size * 2)}"/><w:szCs w:val="${Math.round(size * 2)}"/>`;
  const custom = BUILT_IN.test(id) ? '' : ' w:customStyle="1"';
  const next = outline === undefined ? '' : `<w:next w:val="${STYLES.body.id}"/>`;
  return (
    `<w:style w:type="paragraph"${custom} w:styleId="${id}"><w:name w:val="${name}"/><w:basedOn w:val="Normal"/>${next}` +
    `${style.quick ? '<w:qFormat/>' : ''}<w:pPr>${flags}</w:pPr><w:rPr>${run}</w:rPr></w:style>`
  );
}

function indentXml({ firstLine, left, size }: ParagraphStyle): string {
  if (firstLine === undefined && left === undefined) return '';
  // Word goes by the characters, other programs by the length.
  const start = left === undefined ? '' : ` w:leftChars="${left * 100}" w:left="${twips(left * size)}"`;
  const first =
    firstLine === undefined ? '' : ` w:firstLineChars="${firstLine * 100}" w:firstLine="${twips(firstLine * size)}"`;
  return `<w:ind${start}${first}/>`;
}
