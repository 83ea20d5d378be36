import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { discloseWorkbook, writeDisclosure } from '../../src/commands/disclose';
import { narrateWorkbook } from '../../src/commands/narrate';
import { contentsOf } from '../../src/documents/contents';
import { plainText, type Disclosure } from '../../src/documents/disclosure';
import { pagesOf } from '../../src/documents/docx/pages';
import { planOf } from '../../src/documents/docx/plan';
import { writeDocx } from '../../src/documents/docx/write';
import { answered } from '../fixtures/answered';
import { lastYear } from '../fixtures/last-year';
import { mended } from '../fixtures/sample';

// Word runs on no machine here: LibreOffice shows whether the pages are what they are meant to be.
// A line ends where it does in Word only with a font as wide as Times New Roman.
const isAsWide = /Liberation Serif|Times New Roman/.test(
  spawnSync('fc-match', ['Times New Roman']).stdout?.toString() ?? '',
);
const isThere = isAsWide && ['soffice', 'pdftotext', 'pdfinfo'].every((name) => !spawnSync(name, ['--version']).error);
const why = isThere ? '' : '（没有装LibreOffice、poppler或fonts-liberation）';
if (!isThere) process.stderr.write(`the tests that look at pages are skipped${why}\n`);

(isThere ? describe : describe.skip)(`a document in LibreOffice${why}`, () => {
  const folder = mkdtempSync(join(tmpdir(), 'budget-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const convert = (to: string, file: string): void => {
    execFileSync(
      'soffice',
      [`-env:UserInstallation=file://${folder}/profile`, '--headless', '--convert-to', to, '--outdir', folder, file],
      { stdio: 'pipe' },
    );
  };

  /**
   * The text of each page, without spaces, and whether it lies on its side. LibreOffice parts digits from characters by a gap of its
   * own whatever a Word file says of it (`autoSpaceDE`, `autoSpaceDN`); it is told not to in its own format, on the way.
   */
  function pagesIn(bytes: Uint8Array): readonly { readonly text: string; readonly landscape: boolean }[] {
    const [docx, fodt, pdf] = ['docx', 'fodt', 'pdf'].map((ending) => join(folder, `document.${ending}`)) as [
      string,
      string,
      string,
    ];
    writeFileSync(docx, bytes);
    convert('fodt', docx);
    const gap = /style:text-autospace="ideograph-alpha"/g;
    const flat = readFileSync(fodt, 'utf8');
    expect(flat).toMatch(gap);
    writeFileSync(fodt, flat.replace(gap, 'style:text-autospace="none"'));
    convert('pdf', fodt);
    const text = execFileSync('pdftotext', ['-layout', pdf, '-'], { encoding: 'utf8' });
    const info = execFileSync('pdfinfo', ['-f', '1', '-l', '999', pdf], { encoding: 'utf8' });
    const sizes = [...info.matchAll(/^Page\s+\d+ size:\s+([\d.]+) x ([\d.]+)/gm)];
    return sizes.map(([, width, height], index) => ({
      text: (text.split('\f')[index] ?? '').replace(/\s/g, ''),
      landscape: Number(width) > Number(height),
    }));
  }

  const squeezed = (text: string): string => text.replace(/\s/g, '');

  test('the sample: every heading where the contents say, wide tables on pages on their side, numbers after the cover', async () => {
    const workbook = await answered(mended, { prior: lastYear, priorName: '2020.xlsx' });
    const composed = discloseWorkbook(workbook, await narrateWorkbook(workbook));
    if (!composed) throw new Error('no document');
    const pages = pagesIn(writeDisclosure(composed, 'docx'));
    const entries = contentsOf(composed.disclosure).map(({ spans }) => squeezed(plainText(spans)));
    const expected = pagesOf(planOf(composed.disclosure));
    // The cover is no page of the numbered ones; the contents name every heading themselves.
    const found = entries.map((entry) => pages.findIndex(({ text }, index) => index > 1 && text.includes(entry)));
    expect(entries.map((entry, index) => [entry, found[index]])).toEqual(
      entries.map((entry, index) => [entry, expected[index]]),
    );
    const sideways = ['表二部门收入总体情况表', '表七一般公共预算项目支出情况表'];
    expect(pages.flatMap(({ landscape }, index) => (landscape ? [index] : []))).toEqual(
      sideways.map((entry) => found[entries.indexOf(entry)]),
    );
    expect(pages[0]?.text).toBe('云州市人民政府办公室2021年部门预算公开');
    pages.slice(1).forEach(({ text }, index) => expect(text.endsWith(`—${index + 1}—`)).toBe(true));
  }, 180_000);

  test('a text of many lengths of paragraphs: every page is counted exactly', () => {
    const words = (text: string) => [{ kind: 'words' as const, text }];
    const sentence =
      '部门预算由本级预算和所属单位预算组成，各项收入和支出全部纳入预算管理，不得在预算之外另行安排支出。';
    const section = (number: number) => [
      {
        kind: 'paragraph' as const,
        level: 1 as const,
        spans: words(`${'甲乙丙丁戊己庚辛壬癸'[number % 10] ?? ''}、关于部门收支总体情况的说明`),
      },
      ...Array.from({ length: 3 + (number % 5) }, (_none, index) => ({
        kind: 'paragraph' as const,
        level: 0 as const,
        spans: words(sentence.repeat(1 + ((number + index) % 4))),
      })),
    ];
    const disclosure: Disclosure = {
      title: [words('部门预算公开')],
      parts: [
        { heading: words('部门概况'), blocks: Array.from({ length: 10 }, (_none, number) => section(number)).flat() },
      ],
    };
    const pages = pagesIn(writeDocx(disclosure, { contents: '目录' }));
    const expected = pagesOf(planOf(disclosure));
    const entries = contentsOf(disclosure).map(({ spans }) => plainText(spans));
    expect(entries.map((entry) => pages.findIndex(({ text }, index) => index > 1 && text.includes(entry)))).toEqual(
      expected,
    );
  }, 180_000);

  test('the header of a long table is repeated on each of its pages', () => {
    const cell = (column: number, text: string, look: 'header' | 'code' | 'amount') => ({
      column,
      columnSpan: 1,
      rowSpan: 1,
      text,
      value: text,
      look,
    });
    const rows = Array.from({ length: 150 }, (_none, row) => [
      cell(0, String(2010101 + row), 'code'),
      cell(1, '1,234.56', 'amount'),
    ]);
    const disclosure: Disclosure = {
      title: [[{ kind: 'words', text: '部门' }]],
      parts: [
        {
          heading: [{ kind: 'words', text: '预算表' }],
          blocks: [
            {
              kind: 'table',
              grid: {
                table: '表',
                caption: '',
                title: '长表',
                left: '',
                right: '单位：万元',
                columns: [],
                headerRows: 1,
                rows: [[cell(0, '科目编码', 'header'), cell(1, '预算数', 'header')], ...rows],
                remarks: ['备注：长表的说明。'],
                landscape: false,
              },
            },
          ],
        },
      ],
    };
    const pages = pagesIn(writeDocx(disclosure, { contents: '目录' })).slice(2);
    expect(pages.length).toBeGreaterThan(2);
    for (const { text } of pages) expect(text).toContain('科目编码预算数');
    expect(pages.at(-1)?.text).toContain('备注：长表的说明。');
  }, 180_000);
});
