import { plainText } from '../disclosure';
import { textWidth, twips, type Page, UPRIGHT } from './page';
import type { Item, Plan, TextItem } from './plan';
import { runsXml } from './runs';
import { STYLES } from './styles';
import { tableXml } from './table-xml';
import { escapeXml, HEADER, R, W } from './xml';

/** Relationships of the footers: odd pages, even pages. */
export const FOOTERS = { odd: 'rIdOdd', even: 'rIdEven' } as const;

/** The part that holds the text: cover, contents, then the stretches. `pages` are those of the entries of the contents. */
export function documentXml(plan: Plan, pages: readonly number[], contentsTitle: string): string {
  const ids = { next: 0 };
  const cover = plan.title.map((line, index) => {
    const before = index === 0 ? '<w:spacing w:before="3600"/>' : '';
    return `<w:p><w:pPr><w:pStyle w:val="${STYLES.title.id}"/>${before}</w:pPr>${runsXml(line)}</w:p>`;
  });
  const stretches = plan.stretches.map(({ page, items }, index) => {
    const isLast = index === plan.stretches.length - 1;
    const content = items.map((item, at) => itemXml(item, { page, isFirst: at === 0, ids }));
    return [...content, isLast ? endXml('') : endXml(sectionXml(page, {}))].join('');
  });
  const last = plan.stretches.at(-1)?.page ?? UPRIGHT;
  const body = [
    ...cover,
    endXml(sectionXml(UPRIGHT, { cover: true })),
    contentsXml(plan, pages, contentsTitle),
    endXml(sectionXml(UPRIGHT, { first: true })),
    ...stretches,
    sectionXml(last, {}),
  ];
  return `${HEADER}<w:document ${W} ${R}><w:body>${body.join('')}</w:body></w:document>`;
}

/** The end of a stretch of pages: a line that takes no room, since a table cannot be the last thing on them. */
const endXml = (section: string): string => `<w:p><w:pPr><w:pStyle w:val="${STYLES.end.id}"/>${section}</w:pPr></w:p>`;

function sectionXml(page: Page, at: { readonly cover?: true; readonly first?: true }): string {
  const isLandscape = page.width > page.height;
  const footers = at.cover
    ? ''
    : `<w:footerReference w:type="default" r:id="${FOOTERS.odd}"/><w:footerReference w:type="even" r:id="${FOOTERS.even}"/>`;
  const turned = isLandscape ? ' w:orient="landscape"' : '';
  const margins = (['top', 'right', 'bottom', 'left'] as const)
    .map((side) => `w:${side}="${twips(page[side])}"`)
    .join(' ');
  return (
    `<w:sectPr>${footers}<w:type w:val="nextPage"/>` +
    `<w:pgSz w:w="${twips(page.width)}" w:h="${twips(page.height)}"${turned}/>` +
    `<w:pgMar ${margins} w:header="${twips(42.5)}" w:footer="${twips(page.footer)}" w:gutter="0"/>` +
    `${at.first ? '<w:pgNumType w:start="1"/>' : ''}<w:cols w:space="425"/></w:sectPr>`
  );
}

interface Place {
  readonly page: Page;
  /** On its stretch of pages. */
  readonly isFirst: boolean;
  readonly ids: { next: number };
}

function itemXml(item: Item, place: Place): string {
  return item.kind === 'table' ? tableXml(item.table) : textXml(item, place);
}

function textXml(item: TextItem, { page, isFirst, ids }: Place): string {
  const { style, spans, right, entry } = item;
  // The pages of a stretch are new ones already; a table's title below the heading of its part stays there.
  const stays = 'newPage' in style && (isFirst || !item.newPage) ? '<w:pageBreakBefore w:val="0"/>' : '';
  const tab = right === undefined ? '' : `<w:tabs><w:tab w:val="right" w:pos="${twips(textWidth(page))}"/></w:tabs>`;
  const more = right === undefined ? '' : `<w:r><w:tab/></w:r>${runsXml([{ kind: 'words', text: right }])}`;
  const runs = runsXml(spans) + more;
  const id = ids.next;
  if (entry !== undefined) ids.next += 1;
  const marked =
    entry === undefined
      ? runs
      : `<w:bookmarkStart w:id="${id}" w:name="${bookmark(entry)}"/>${runs}<w:bookmarkEnd w:id="${id}"/>`;
  return `<w:p><w:pPr><w:pStyle w:val="${style.id}"/>${stays}${tab}</w:pPr>${marked}</w:p>`;
}

const bookmark = (entry: number): string => `_Toc${String(entry + 1).padStart(8, '0')}`;

const field = (kind: 'begin' | 'separate' | 'end'): string => `<w:r><w:fldChar w:fldCharType="${kind}"/></w:r>`;
const instruction = (text: string): string => `<w:r><w:instrText xml:space="preserve"> ${text} </w:instrText></w:r>`;

/**
 * The contents as Word writes them itself: a field with its entries, each a link with the number of its page, so that they stand
 * there before anybody brings them up to date, and can be brought up to date.
 */
function contentsXml({ contents }: Plan, pages: readonly number[], title: string): string {
  const begin = `${field('begin')}${instruction('TOC \\o "1-2" \\h \\z \\u')}${field('separate')}`;
  const entries = contents.map(({ level, spans }, index) => {
    const style = level === 1 ? STYLES.contents1 : STYLES.contents2;
    const anchor = bookmark(index);
    const number = `${field('begin')}${instruction(`PAGEREF ${anchor} \\h`)}${field('separate')}<w:r><w:t>${pages[index] ?? ''}</w:t></w:r>${field('end')}`;
    const words = escapeXml(plainText(spans));
    const link = `<w:hyperlink w:anchor="${anchor}" w:history="1"><w:r><w:rPr><w:rFonts w:hint="eastAsia"/></w:rPr><w:t xml:space="preserve">${words}</w:t></w:r><w:r><w:tab/></w:r>${number}</w:hyperlink>`;
    const end = index === contents.length - 1 ? field('end') : '';
    return `<w:p><w:pPr><w:pStyle w:val="${style.id}"/></w:pPr>${index === 0 ? begin : ''}${link}${end}</w:p>`;
  });
  const heading = `<w:p><w:pPr><w:pStyle w:val="${STYLES.contentsTitle.id}"/></w:pPr>${runsXml([{ kind: 'words', text: title }])}</w:p>`;
  return (
    '<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/><w:docPartUnique/></w:docPartObj></w:sdtPr>' +
    `<w:sdtContent>${heading}${entries.join('')}</w:sdtContent></w:sdt>`
  );
}
