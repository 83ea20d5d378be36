import { discloseWorkbook, writeDisclosure } from '../../../src/commands/disclose';
import { narrateWorkbook } from '../../../src/commands/narrate';
import type { Disclosure } from '../../../src/documents/disclosure';
import { writeDocx } from '../../../src/documents/docx/write';
import type { TableGrid } from '../../../src/engine/layout/grid';
import { answered } from '../../fixtures/answered';
import { lastYear } from '../../fixtures/last-year';
import { mended } from '../../fixtures/sample';
import { disorder } from './order';
import { allOf, partsOf, treeOf, valueOf, type Element } from './unpacked';

jest.setTimeout(120_000);

let bytes: Uint8Array;
let parts: Readonly<Record<string, string>>;
let body: Element;
beforeAll(async () => {
  const workbook = await answered(mended, { prior: lastYear, priorName: '2020.xlsx' });
  const composed = discloseWorkbook(workbook, await narrateWorkbook(workbook));
  if (!composed) throw new Error('no document');
  bytes = writeDisclosure(composed, 'docx');
  parts = partsOf(bytes);
  body = treeOf(parts['word/document.xml'] ?? '');
  expect(Buffer.from(writeDisclosure(composed, 'docx')).equals(Buffer.from(bytes))).toBe(true);
});

const part = (name: string): Element => treeOf(parts[name] ?? '');
const styles = (): ReadonlyMap<string, Element> =>
  new Map(allOf(part('word/styles.xml'), 'w:style').map((style) => [style.attributes['w:styleId'] ?? '', style]));
const styleOf = (paragraph: Element): string => valueOf(paragraph, 'w:pStyle') ?? '';
const paragraphsIn = (style: string): readonly Element[] =>
  allOf(body, 'w:p').filter((paragraph) => styleOf(paragraph) === style);

describe('the file', () => {
  test('has the parts that its relationships and types name, and no others', () => {
    const types = part('[Content_Types].xml').children.flatMap(({ attributes }) => attributes['PartName'] ?? []);
    expect(types.map((name) => name.slice(1)).sort()).toEqual(
      Object.keys(parts)
        .filter((name) => !name.endsWith('.rels') && name !== '[Content_Types].xml')
        .sort(),
    );
    const targets = part('word/_rels/document.xml.rels').children.map(({ attributes }) => attributes['Target']);
    for (const target of targets) expect(Object.keys(parts)).toContain(`word/${target ?? ''}`);
  });

  test('says nothing of when and where it was made', () => {
    for (const xml of Object.values(parts)) expect(xml).not.toMatch(/dcterms|\d{4}-\d{2}-\d{2}T|nanoid/);
  });

  test('has the children of every element in the order that Word wants', () => {
    for (const name of Object.keys(parts).filter((one) => one.startsWith('word/') && one.endsWith('.xml')))
      expect([name, disorder(part(name))]).toEqual([name, []]);
  });

  test('names no style that it does not have, and no bookmark twice', () => {
    const known = styles();
    const used = new Set(
      allOf(body, 'w:pStyle')
        .concat(allOf(body, 'w:rStyle'))
        .map((one) => one.attributes['w:val'] ?? ''),
    );
    expect([...used].filter((id) => !known.has(id))).toEqual([]);
    const names = allOf(body, 'w:bookmarkStart').map((one) => one.attributes['w:name']);
    expect(new Set(names).size).toBe(names.length);
  });
});

describe('headings', () => {
  test.each([
    ['Heading1', '0', '方正小标宋简体', '44'],
    ['Heading2', '1', '黑体', '32'],
    ['Heading3', '2', '楷体_GB2312', '32'],
    ['Heading4', '3', '仿宋_GB2312', '32'],
    ['TableTitle', '1', '方正小标宋简体', '36'],
    ['BodyText', undefined, '仿宋_GB2312', '32'],
  ])('%s is at outline level %s in %s', (id, level, font, size) => {
    const style = styles().get(id);
    expect(valueOf(style, 'w:outlineLvl')).toBe(level);
    expect(style && allOf(style, 'w:rFonts')[0]?.attributes['w:eastAsia']).toBe(font);
    expect(valueOf(style, 'w:sz')).toBe(size);
  });

  test('parts, sections and their parts are headings of their levels', () => {
    const texts = (style: string) => paragraphsIn(style).map(({ text }) => text);
    expect(texts('Heading1').map((text) => text.slice(0, 4))).toEqual(['第一部分', '第二部分', '第三部分', '第四部分']);
    expect(texts('Heading2').map((text) => text.slice(0, 2))).toEqual(
      [...'一二', ...'一二三四五六七八九十'].map((number) => `${number}、`),
    );
    expect(texts('Heading3').map((text) => text.slice(0, 3))).toEqual(
      expect.arrayContaining(['（一）', '（二）', '（三）', '（四）']),
    );
  });

  test('body text is set as official documents are: 28 points a line, two characters in, 28 characters a line', () => {
    const style = styles().get('BodyText');
    const spacing = style && allOf(style, 'w:spacing')[0]?.attributes;
    expect(spacing).toMatchObject({ 'w:line': '560', 'w:lineRule': 'exact' });
    expect(style && allOf(style, 'w:ind')[0]?.attributes).toEqual({ 'w:firstLineChars': '200', 'w:firstLine': '640' });
    const [, tighter] = style ? allOf(style, 'w:spacing') : [];
    const width = 11906 - 1587 - 1474;
    expect(28 * (320 + Number(tighter?.attributes['w:val']))).toBeLessThanOrEqual(width);
    expect(29 * (320 + Number(tighter?.attributes['w:val']))).toBeGreaterThan(width);
  });
});

describe('contents', () => {
  test('are a field that is filled in: an entry for each heading, with its page and a link to it', () => {
    const [contents] = allOf(body, 'w:sdtContent');
    if (!contents) throw new Error('no contents');
    expect(allOf(contents, 'w:instrText')[0]?.text.trim()).toBe('TOC \\o "1-2" \\h \\z \\u');
    const entries = allOf(contents, 'w:hyperlink');
    const headings = allOf(body, 'w:p').filter((paragraph) =>
      ['Heading1', 'Heading2', 'TableTitle'].includes(styleOf(paragraph)),
    );
    expect(
      entries.map((entry) =>
        allOf(entry, 'w:t')
          .slice(0, 1)
          .map(({ text }) => text)
          .join(''),
      ),
    ).toEqual(headings.map(({ text }) => text));
    const anchors = entries.map(({ attributes }) => attributes['w:anchor']);
    expect(anchors).toEqual(headings.map((heading) => allOf(heading, 'w:bookmarkStart')[0]?.attributes['w:name']));
    const pages = entries.map((entry) => Number(allOf(entry, 'w:t').at(-1)?.text));
    expect(pages[0]).toBe(2);
    expect([...pages].sort((a, b) => a - b)).toEqual(pages);
    const kinds = allOf(contents, 'w:fldChar').map(({ attributes }) => attributes['w:fldCharType']);
    expect(kinds.filter((kind) => kind === 'begin').length).toBe(kinds.filter((kind) => kind === 'end').length);
  });
});

describe('pages', () => {
  const sections = (): readonly Element[] => allOf(body, 'w:sectPr');

  test('are A4 with the margins of GB/T 9704, turned on their side for wide tables', () => {
    const sizes = sections().map((section) => {
      const { 'w:w': width, 'w:h': height, 'w:orient': orient } = allOf(section, 'w:pgSz')[0]?.attributes ?? {};
      return [width, height, orient].join(' ');
    });
    expect(new Set(sizes)).toEqual(new Set(['11906 16838 ', '16838 11906 landscape']));
    expect(allOf(sections()[0] ?? body, 'w:pgMar')[0]?.attributes).toMatchObject({
      'w:top': '2098',
      'w:left': '1587',
      'w:right': '1474',
      'w:bottom': '1984',
    });
  });

  test('have a number after the cover, which has none: at the outer edge, as — 1 —', () => {
    const [cover, ...others] = sections();
    expect(cover && allOf(cover, 'w:footerReference')).toEqual([]);
    for (const section of others)
      expect(allOf(section, 'w:footerReference').map(({ attributes }) => attributes['w:type'])).toEqual([
        'default',
        'even',
      ]);
    expect(others[0] && allOf(others[0], 'w:pgNumType')[0]?.attributes['w:start']).toBe('1');
    expect(allOf(part('word/settings.xml'), 'w:evenAndOddHeaders').length).toBe(1);
    expect(part('word/footer1.xml').text.replace(/\s/g, '')).toBe('—PAGE1—');
    expect(['word/footer1.xml', 'word/footer2.xml'].map((name) => valueOf(part(name), 'w:jc'))).toEqual([
      'right',
      'left',
    ]);
  });

  test('no stretch of pages ends with a table, which Word would not open', () => {
    const top = allOf(body, 'w:body')[0]?.children ?? [];
    top.forEach((element, index) => {
      if (element.name === 'w:tbl') expect(top[index + 1]?.name).toBe('w:p');
    });
  });
});

describe('tables', () => {
  test('repeat their headers on each page, and break no row', () => {
    const tables = allOf(body, 'w:tbl');
    expect(tables.length).toBe(13);
    const headers = tables.map(
      (table) => allOf(table, 'w:tr').filter((row) => allOf(row, 'w:tblHeader').length > 0).length,
    );
    expect(headers).toEqual([2, 2, 3, 2, 3, 3, 2, 2, 3, 0, 0, 0, 0]);
    for (const row of allOf(body, 'w:tr')) expect(allOf(row, 'w:cantSplit').length).toBe(1);
  });

  test('have as many columns in each row as in their grid, as wide as those', () => {
    for (const table of allOf(body, 'w:tbl')) {
      const widths = allOf(table, 'w:gridCol').map(({ attributes }) => Number(attributes['w:w']));
      for (const row of allOf(table, 'w:tr')) {
        let at = 0;
        for (const cell of row.children.filter(({ name }) => name === 'w:tc')) {
          const span = Number(valueOf(cell, 'w:gridSpan') ?? 1);
          const width = widths.slice(at, at + span).reduce((sum, own) => sum + own, 0);
          expect(Number(allOf(cell, 'w:tcW')[0]?.attributes['w:w'])).toBe(width);
          at += span;
        }
        expect(at).toBe(widths.length);
      }
    }
  });
});

describe('what is missing', () => {
  test('stands in a style of its own and is highlighted', () => {
    const runs = allOf(body, 'w:r').filter(({ text }) => text.includes('【待填'));
    expect(runs.length).toBeGreaterThan(0);
    for (const run of runs) {
      expect(run.text).toMatch(/^【待填：[^】]+】$/);
      expect(valueOf(run, 'w:rStyle')).toBe('Missing');
      expect(valueOf(run, 'w:highlight')).toBe('yellow');
    }
    expect(valueOf(styles().get('Missing'), 'w:name')).toBe('待填');
  });
});

test('fonts that may not be installed have stand-ins: one name, the character set, the look', () => {
  const fonts = allOf(part('word/fontTable.xml'), 'w:font').map((font) => [
    font.attributes['w:name'],
    valueOf(font, 'w:altName'),
    valueOf(font, 'w:charset'),
  ]);
  expect(fonts).toEqual([
    ['方正小标宋简体', '华文中宋', '86'],
    ['仿宋_GB2312', '仿宋', '86'],
    ['黑体', 'SimHei', '86'],
    ['楷体_GB2312', '楷体', '86'],
    ['宋体', 'SimSun', '86'],
    ['Times New Roman', undefined, '00'],
  ]);
  const named = new Set(
    [...allOf(part('word/styles.xml'), 'w:rFonts')].flatMap(({ attributes }) => [
      attributes['w:eastAsia'],
      attributes['w:ascii'],
    ]),
  );
  expect([...named].filter((name) => !fonts.some(([font]) => font === name))).toEqual([]);
});

describe('hard cases', () => {
  const grid = (rows: TableGrid['rows'], more: Partial<TableGrid> = {}): Disclosure => ({
    title: [[{ kind: 'words', text: '部门' }]],
    parts: [
      {
        heading: [{ kind: 'words', text: '第一部分' }],
        blocks: [
          {
            kind: 'table',
            grid: {
              table: '表',
              caption: '',
              title: '表',
              left: '',
              right: '',
              columns: [],
              headerRows: 1,
              rows,
              remarks: [],
              landscape: false,
              ...more,
            },
          },
        ],
      },
    ],
  });
  const cell = (column: number, text: string, look: TableGrid['rows'][number][number]['look'] = 'amount') => ({
    column,
    columnSpan: 1,
    rowSpan: 1,
    text,
    value: text,
    look,
  });
  const documentOf = (disclosure: Disclosure): Element =>
    treeOf(partsOf(writeDocx(disclosure, { contents: '目录' }))['word/document.xml'] ?? '');

  test('sixteen columns of twelve digits are set on a page on its side, in text small enough that none is broken', () => {
    const columns = Array.from({ length: 12 }, (_none, column) => cell(column, '-999,999,999,999.99'));
    const found = documentOf(grid([columns.map((one) => ({ ...one, text: '基本支出' })), columns]));
    expect(valueOf(found, 'w:gridSpan')).toBeUndefined();
    expect(allOf(found, 'w:pgSz').map(({ attributes }) => attributes['w:orient'])).toContain('landscape');
    const width = Number(allOf(found, 'w:gridCol')[0]?.attributes['w:w']) / 20;
    const [, size = 0] = /Cell(\d+)_/.exec(styleOf(allOf(found, 'w:tc').at(-1) ?? found)) ?? [];
    expect(19 * 0.5 * (Number(size) / 10)).toBeLessThanOrEqual(width);
  });

  test('a header says how high it is, the words of merged cells among it, for the pages on which it is repeated', () => {
    const names = Array.from({ length: 14 }, (_none, column) => ({
      ...cell(column, '单位上年结余（不包含国库集中支付额度结余）', 'header'),
      rowSpan: column === 13 ? 1 : 2,
    }));
    const amounts = names.map(({ column }) => cell(column, '12.00'));
    const [first, second, ...others] = allOf(
      documentOf(grid([names, [cell(13, '项', 'header')], amounts, amounts], { headerRows: 2 })),
      'w:tr',
    ).map((row) => Number(valueOf(row, 'w:trHeight')));
    const [least = 0] = others;
    expect(others).toEqual([least, least]);
    expect((first ?? 0) + (second ?? 0)).toBeGreaterThan(4 * least);
  });

  test('a table of two thousand rows is written, its header on each page', () => {
    const rows = Array.from({ length: 2000 }, (_none, row) => [
      cell(0, String(2010101 + row), 'code'),
      cell(1, '1,234.56'),
    ]);
    const found = documentOf(grid([[cell(0, '编码', 'header'), cell(1, '合计', 'header')], ...rows]));
    expect(allOf(found, 'w:tr').length).toBe(2001);
    expect(allOf(found, 'w:tblHeader').length).toBe(1);
  });

  test('what XML cannot hold, and what would be markup, does no harm', () => {
    const found = documentOf(grid([[cell(0, '<b>&"\u0000\u000b\ud800甲', 'header')]]));
    expect(allOf(found, 'w:tc')[0]?.text).toBe('<b>&"甲');
  });

  test('a disclosure without parts, and a part without blocks, are documents too', () => {
    expect(disorder(documentOf({ title: [], parts: [] }))).toEqual([]);
    expect(disorder(documentOf({ title: [], parts: [{ heading: [], blocks: [] }] }))).toEqual([]);
  });
});
