import { contentsOf, type ContentsEntry } from '../contents';
import { plainText, tableHeading, type Disclosure, type TextSpan } from '../disclosure';
import { fitTable, type FittedTable } from './fit';
import { linesOf } from './lines';
import { textHeight, textWidth, UPRIGHT, type Page } from './page';
import { STYLES, type ParagraphStyle } from './styles';

/** What follows what on the pages, before anything is written: paragraphs with their styles, tables with their sizes. */
export type Item = TextItem | { readonly kind: 'table'; readonly table: FittedTable };

export interface TextItem {
  readonly kind: 'text';
  readonly style: ParagraphStyle;
  readonly spans: readonly TextSpan[];
  /** At the right edge of the same line. */
  readonly right?: string;
  readonly newPage: boolean;
  /** Its place in the contents, counted from 0; undefined of what is not listed there. */
  readonly entry?: number;
}

/** Pages of one orientation. */
export interface Stretch {
  readonly page: Page;
  readonly items: readonly Item[];
}

export interface Plan {
  readonly title: Disclosure['title'];
  readonly contents: readonly ContentsEntry[];
  /** How high a line of the contents is, in points. */
  readonly contentsLine: number;
  readonly stretches: readonly Stretch[];
}

/** Lays a disclosure out in stretches of pages of one orientation. */
export function planOf(disclosure: Disclosure): Plan {
  const contents = contentsOf(disclosure);
  const stretches: { page: Page; items: Item[] }[] = [];
  let entry = 0;
  const put = (page: Page, ...items: readonly Item[]): void => {
    const open = stretches.at(-1);
    if (open?.page === page) open.items.push(...items);
    else stretches.push({ page, items: [...items] });
  };
  for (const { heading, blocks } of disclosure.parts) {
    const title: TextItem = { kind: 'text', style: STYLES.heading1, spans: heading, newPage: true, entry: entry++ };
    // A part whose first table lies on its side has its heading there too.
    let pending: TextItem | undefined = title;
    for (const block of blocks) {
      if (block.kind === 'table') {
        const { grid } = block;
        const lead = pending;
        pending = undefined;
        const head: TextItem = {
          kind: 'text',
          style: STYLES.tableTitle,
          spans: [{ kind: 'words', text: tableHeading(grid) }],
          newPage: lead === undefined,
          entry: entry++,
        };
        const line = lineOf(grid.left, grid.right);
        const above = [...(lead ? [lead] : []), head, ...line];
        const notes = grid.remarks.map((remark) => textItem(STYLES.tableNote, [{ kind: 'words', text: remark }]));
        const fitted = (page: Page): FittedTable => fitTable(grid, heightOf([...above, ...notes], page));
        // What stands above it is as high on either kind of page unless it wraps.
        const first = fitted(UPRIGHT);
        const table = first.page === UPRIGHT ? first : fitted(first.page);
        put(table.page, ...above, { kind: 'table', table }, ...notes);
        continue;
      }
      if (pending) put(UPRIGHT, pending);
      pending = undefined;
      put(UPRIGHT, {
        ...textItem(BY_LEVEL[block.level], block.spans),
        ...(block.level === 1 ? { entry: entry++ } : {}),
      });
    }
    if (pending) put(UPRIGHT, pending);
  }
  return { title: disclosure.title, contents, contentsLine: contentsLineOf(contents), stretches };
}

const BY_LEVEL = { 0: STYLES.body, 1: STYLES.heading2, 2: STYLES.heading3, 3: STYLES.heading4 } as const;

function textItem(style: ParagraphStyle, spans: readonly TextSpan[]): TextItem {
  return { kind: 'text', style, spans, newPage: false };
}

function lineOf(left: string, right: string): readonly TextItem[] {
  if (left === '' && right === '') return [];
  return [{ ...textItem(STYLES.tableLine, [{ kind: 'words', text: left }]), right }];
}

/** How high a paragraph is on a page, in points. */
export function paragraphHeight({ style, spans }: Pick<TextItem, 'style' | 'spans'>, page: Page): number {
  const { size, line, before = 0, after = 0, firstLine = 0, left = 0, tighter = 0 } = style;
  const lines = linesOf(plainText(spans), {
    width: textWidth(page) - left * size,
    size,
    firstLine: firstLine * size,
    tighter,
  });
  return before + lines * line + after;
}

const heightOf = (items: readonly TextItem[], page: Page): number =>
  items.reduce((sum, item) => sum + paragraphHeight(item, page), 0);

/** Above the first line of the contents. */
export const CONTENTS_HEAD = STYLES.contentsTitle.line + STYLES.contentsTitle.after;

const CONTENTS_LINES = [24, 22, 20, 19, 18, 17, 16];
const USUAL_CONTENTS_LINE = 20;

/** The contents stand on one page, its lines closer together if need be; on several they are as usual. */
function contentsLineOf(contents: readonly ContentsEntry[]): number {
  const room = textHeight(UPRIGHT) - CONTENTS_HEAD;
  const fits = (line: number): boolean =>
    contentsHeights(contents, line).reduce((sum, height) => sum + height, 0) <= room;
  return CONTENTS_LINES.find(fits) ?? USUAL_CONTENTS_LINE;
}

/** How high each entry of the contents is, with room for its row of dots and its number. */
export function contentsHeights(contents: readonly ContentsEntry[], line: number): readonly number[] {
  return contents.map(({ level, spans }) => {
    const style = { ...(level === 1 ? STYLES.contents1 : STYLES.contents2), line };
    return paragraphHeight({ style, spans: [...spans, { kind: 'words', text: '……00' }] }, UPRIGHT);
  });
}
