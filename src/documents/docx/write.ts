import { strToU8, zipSync } from 'fflate';
import { plainText, type Disclosure } from '../disclosure';
import type { DocumentWords } from '../text';
import { documentXml, FOOTERS } from './body';
import { fontTableXml } from './fonts';
import { pagesOf } from './pages';
import { planOf, type Plan } from './plan';
import { STYLES, stylesXml, type ParagraphStyle } from './styles';
import { stylesOfCells } from './table-xml';
import { escapeXml, HEADER, W } from './xml';

/**
 * The disclosure as a Word document in the layout of official documents (GB/T 9704-2012). The same disclosure gives the same bytes:
 * nothing in it depends on the clock or on chance.
 */
export function writeDocx(disclosure: Disclosure, words: DocumentWords, zip: Zip = portableZip): Uint8Array {
  const plan = planOf(disclosure);
  const parts: Readonly<Record<string, string>> = {
    '[Content_Types].xml': contentTypes(),
    '_rels/.rels': relationships(PACKAGE_RELATIONSHIPS),
    'docProps/core.xml': coreXml(disclosure),
    'docProps/app.xml': APP,
    'word/document.xml': documentXml(plan, pagesOf(plan), words.contents),
    'word/_rels/document.xml.rels': relationships(DOCUMENT_RELATIONSHIPS),
    'word/styles.xml': stylesXml(cellStyles(plan), plan.contentsLine),
    'word/settings.xml': SETTINGS,
    'word/fontTable.xml': fontTableXml(),
    'word/footer1.xml': footerXml('right'),
    'word/footer2.xml': footerXml('left'),
  };
  const files = Object.fromEntries(Object.entries(parts).map(([name, xml]) => [name, strToU8(xml)]));
  return zip(files);
}

/** Packs files into a zip, in their order and without a date. A surface may bring what its platform has of its own. */
export type Zip = (files: Readonly<Record<string, Uint8Array>>) => Uint8Array;

const portableZip: Zip = (files) => zipSync(files, { mtime: '1980-01-01T00:00:00', level: 6 });

function cellStyles({ stretches }: Plan): readonly ParagraphStyle[] {
  const styles = new Map<string, ParagraphStyle>();
  for (const { items } of stretches) {
    for (const item of items) {
      if (item.kind === 'table') for (const style of stylesOfCells(item.table)) styles.set(style.id, style);
    }
  }
  return [...styles.values()];
}

const MAIN = 'application/vnd.openxmlformats-officedocument.wordprocessingml';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';

type Relationships = readonly (readonly [id: string, type: string, target: string])[];

const PACKAGE_RELATIONSHIPS: Relationships = [
  ['rId1', `${OFFICE}/officeDocument`, 'word/document.xml'],
  ['rId2', `${PACKAGE}/relationships/metadata/core-properties`, 'docProps/core.xml'],
  ['rId3', `${OFFICE}/extended-properties`, 'docProps/app.xml'],
];
const DOCUMENT_RELATIONSHIPS: Relationships = [
  ['rId1', `${OFFICE}/styles`, 'styles.xml'],
  ['rId2', `${OFFICE}/settings`, 'settings.xml'],
  ['rId3', `${OFFICE}/fontTable`, 'fontTable.xml'],
  [FOOTERS.odd, `${OFFICE}/footer`, 'footer1.xml'],
  [FOOTERS.even, `${OFFICE}/footer`, 'footer2.xml'],
];

function relationships(list: Relationships): string {
  const each = list.map(([id, type, target]) => `<Relationship Id="${id}" Type="${type}" Target="${target}"/>`);
  return `${HEADER}<Relationships xmlns="${PACKAGE}/relationships">${each.join('')}</Relationships>`;
}

function contentTypes(): string {
  const overrides = [
    ['/word/document.xml', `${MAIN}.document.main+xml`],
    ['/word/styles.xml', `${MAIN}.styles+xml`],
    ['/word/settings.xml', `${MAIN}.settings+xml`],
    ['/word/fontTable.xml', `${MAIN}.fontTable+xml`],
    ['/word/footer1.xml', `${MAIN}.footer+xml`],
    ['/word/footer2.xml', `${MAIN}.footer+xml`],
    ['/docProps/core.xml', 'application/vnd.openxmlformats-package.core-properties+xml'],
    ['/docProps/app.xml', 'application/vnd.openxmlformats-officedocument.extended-properties+xml'],
  ].map(([part, type]) => `<Override PartName="${part ?? ''}" ContentType="${type ?? ''}"/>`);
  return (
    `${HEADER}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
    `<Default Extension="xml" ContentType="application/xml"/>${overrides.join('')}</Types>`
  );
}

/** A title and no dates: when it was made is not known to it. */
function coreXml({ title }: Disclosure): string {
  const words = escapeXml(title.map(plainText).join(''));
  return `${HEADER}<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${words}</dc:title></cp:coreProperties>`;
}

const APP = `${HEADER}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Application>budget</Application></Properties>`;

const SETTINGS =
  `${HEADER}<w:settings ${W}><w:zoom w:percent="100"/><w:defaultTabStop w:val="420"/><w:evenAndOddHeaders/>` +
  '<w:characterSpacingControl w:val="doNotCompress"/><w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>' +
  '<w:themeFontLang w:val="en-US" w:eastAsia="zh-CN"/></w:settings>';

/** — 1 —, one character from the outer edge of the text: at the right of odd pages, at the left of even ones. */
function footerXml(side: 'left' | 'right'): string {
  const field = (kind: string): string => `<w:r><w:fldChar w:fldCharType="${kind}"/></w:r>`;
  const dash = (text: string): string =>
    `<w:r><w:rPr><w:rFonts w:hint="eastAsia"/></w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`;
  const number = `${field('begin')}<w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r>${field('separate')}<w:r><w:t>1</w:t></w:r>${field('end')}`;
  const paragraph = `<w:p><w:pPr><w:pStyle w:val="${STYLES.footer.id}"/><w:ind w:${side}Chars="100" w:${side}="280"/><w:jc w:val="${side}"/></w:pPr>${dash('— ')}${number}${dash(' —')}</w:p>`;
  return `${HEADER}<w:ftr ${W}>${paragraph}</w:ftr>`;
}
