import { checkSnapshot, recogniseBest } from '../../src/commands/check';
import { compileWorkbook, type Compiled } from '../../src/commands/compile';
import { discloseWorkbook, writeDisclosure } from '../../src/commands/disclose';
import { narrateWorkbook } from '../../src/commands/narrate';
import type { CellValue, Snapshot } from '../../src/engine/snapshot/snapshot';
import { normaliseText } from '../../src/engine/text/normalise';
import { compileSentence } from '../../src/i18n/compile/sentence';
import { budget } from '../cli/terminal';
import { fileOf } from '../fixtures/answered';
import { compiledWorkbook, typedInto } from '../fixtures/compiled-department';
import { afterCompiling } from '../fixtures/compiled';
import { ledgerWorkbook, rowsOf } from '../fixtures/sample-ledger';

const ABOUT = { department: '北川县水利站', year: 2021 };
const BASIC = ['2130301', '基本支出', '30101', '', '一般公共预算', 60, ''] as const;
const of = (...names: readonly string[]): Parameters<typeof rowsOf>[0] => [
  BASIC,
  ...names.map((name, at) => ['2130306', '项目支出', '30213', name, '一般公共预算', 7 - 4 * at, ''] as const),
];

async function compiled(ledger: Snapshot): Promise<{ readonly result: Compiled; readonly workbook: Snapshot }> {
  const result = await compileWorkbook(ledger, ABOUT);
  if (!result.ok) throw new Error(result.because);
  return { result, workbook: afterCompiling(ledger, result) };
}

/** What is found beside that the indicators are still to be filled in. */
async function found(workbook: Snapshot): Promise<readonly string[]> {
  const { findings } = await checkSnapshot(workbook);
  return findings.flatMap(({ facts }) => (facts.code === 'form-kinds' ? [] : [compileSentence(facts, 'zh-CN')]));
}

/** The projects of 表七, and of the performance tables. */
async function projectsIn(workbook: Snapshot) {
  const { tables = [], forms = [] } = (await recogniseBest(workbook))?.book ?? {};
  const rows = tables.find(({ declared }) => declared.id === '表七')?.blocks.flatMap((block) => block.rows.nodes) ?? [];
  return {
    rows: rows.flatMap(({ detailName }) => detailName ?? []),
    forms: forms.map(({ frame }) => frame.sheet),
  };
}

describe('a project is the same however its name is written', () => {
  test.each([
    ['full-width and half-width brackets', '维护（一期）', '维护(一期)'],
    ['half-width ones first', '维护(一期)', '维护（一期）'],
    ['full-width digits', '维护２期', '维护2期'],
    ['full-width letters', 'ＰＰＰ项目', 'PPP项目'],
    ['spaces', '维护 一期', '维护一期'],
    ['quotation marks', '“访惠聚”工作', '「访惠聚」工作'],
  ])('%s: one row, one performance table, printed as it stands first', async (_, first, second) => {
    const { result, workbook } = await compiled(ledgerWorkbook(rowsOf(of(first, second))));
    expect(await projectsIn(workbook)).toEqual({ rows: [first], forms: ['绩效1'] });
    expect(result.compilation.forms.map(({ project }) => project)).toEqual([first]);
    const notes = result.findings.filter(({ rule }) => rule === 'l-project-spelled');
    expect(notes.map(({ severity, facts }) => [severity, compileSentence(facts, 'zh-CN')])).toEqual([
      [
        'note',
        expect.stringMatching(new RegExp(`第\\d+行“项目名称”列的“${escaped(second)}”与第\\d+行的“${escaped(first)}”`)),
      ],
    ]);
    expect(await found(workbook)).toEqual([]);
  });

  test.each(['维护（一期）', '“访惠聚” 工作（２期）', '维护(一期)'])(
    '%s compiled again is neither renamed nor new, and is printed as it is written',
    async (name) => {
      const once = await compiled(ledgerWorkbook(rowsOf(of(name))));
      const twice = await compiled(once.workbook);
      expect(twice.result.replaced).toEqual([]);
      expect(await projectsIn(twice.workbook)).toEqual({ rows: [name], forms: ['绩效1'] });
      expect(await found(twice.workbook)).toEqual([]);
      const narrated = await narrateWorkbook(twice.workbook);
      const composed = discloseWorkbook(twice.workbook, narrated);
      const text = new TextDecoder().decode(composed && writeDisclosure(composed, 'md'));
      expect(text).toContain(`1.项目名称：${name}\n`);
      expect(text).toContain(`### 项目支出绩效目标表（${name}）`);
    },
  );
});

test('two rows of a table with two spellings lack no row', async () => {
  const workbook = await compiledWorkbook(of('维护一期', '维护（一期）'), true, ABOUT);
  const { rows } = await projectsIn(workbook);
  expect(rows).toEqual(['维护一期', '维护（一期）']);
  const ledger = workbook.sheets.find(({ name }) => name === '台账');
  const written = new Map<string, string>();
  for (const sheet of workbook.sheets)
    for (const { row, cells } of sheet.rows)
      for (const { column, value } of cells)
        if (value === '维护一期')
          written.set(`${sheet.name}!${String.fromCharCode(65 + column)}${row + 1}`, '维护(一期)');
  expect(ledger && written.size).toBeGreaterThan(2);
  const sentences = await found(typedInto(workbook, Object.fromEntries(written)));
  expect(sentences.join('\n')).toContain('重复出现');
  expect(sentences.join('\n')).not.toContain('没有这一行');
});

describe.each(['维护(一期)工程', '“访惠聚” 工作（２期）', '维护﹙A﹚工程'])(
  '%s is printed as it is written',
  (name) => {
    const OTHER = '办公楼修缮';
    /** What stands in the text of a project in any other spelling than its own. */
    const otherSpellings = (text: string): readonly string[] =>
      text.split('\n').filter((line) => normaliseText(line.replaceAll(name, '')).includes(normaliseText(name)));
    const lines = of(name, OTHER);

    test.each<[says: string, code: string, edits: Readonly<Record<string, CellValue>>]>([
      ['indicators that are open', 'form-kinds', {}],
      ['a form of a project that no table has', 'project-renamed', { '表七!E8': '别的' }],
      ['a row of a project without a form', 'project-no-form', { '绩效1!B3': '别的', '绩效1!C5': 1, '绩效1!C6': 1 }],
      ['an amount that the ledger has otherwise', 'ledger-differs', { '绩效1!C6': 8 }],
      ['an amount that is text', 'text-number', { '表七!H8': '7. 00' }],
      ['an amount that is no number', 'not-number', { '表七!H8': '柒件' }],
      ['a row that stands twice', 'row-twice', { '表七!E9': name }],
      ['a row that the ledger has', 'ledger-row', { '表七!E8': '完全不同' }],
    ])('where %s (%s)', async (_says, code, edits) => {
      const workbook = typedInto(await compiledWorkbook(lines, true, ABOUT), edits);
      const { findings, causes } = await checkSnapshot(workbook);
      const facts = [...findings, ...causes].map((one) => one.facts);
      expect(facts.map((one) => one.code)).toContain(code);
      const sentences = facts.map((one) => compileSentence(one, 'zh-CN')).join('\n');
      expect(sentences).toContain(name);
      expect(otherSpellings(sentences)).toEqual([]);
    });

    test('in what is open in the text', async () => {
      const workbook = await compiledWorkbook(lines, false, ABOUT);
      const ran = await budget(['narrate', 'in.xlsx', '-o', 'out.txt'], {
        files: { 'in.xlsx': fileOf(workbook) },
        check: checkSnapshot,
        terminal: true,
        columns: 400,
      });
      expect(ran.stdout).toContain(`绩效“${name}”的年度目标和指标`);
      expect(ran.stdout).toContain(`${name}·设立的政策依据`);
      expect(otherSpellings(ran.stdout)).toEqual([]);
    });

    test('where it is gone from the ledger', async () => {
      const workbook = await compiledWorkbook(lines, false, ABOUT);
      const column = workbook.sheets[0]?.rows.flatMap(({ row, cells }) =>
        cells.flatMap(({ column, value }) => (value === name ? [`台账!${'ABCDEFGHIJ'[column] ?? ''}${row + 1}`] : [])),
      );
      const [place = ''] = column ?? [];
      const renamed = typedInto(workbook, { [place]: `${name}续建` });
      const ran = await budget(['compile', 'in.xlsx', '-o', 'out.xlsx'], {
        files: { 'in.xlsx': fileOf(renamed) },
        check: checkSnapshot,
        terminal: true,
        columns: 400,
      });
      expect(ran.stdout).toContain(`“${name}”在台账里已没有金额`);
      expect(otherSpellings(ran.stdout)).toEqual([]);
    });
  },
);

test.each([
  ['维护(一期)', '维护（一期）'],
  ['维护（一期）', '维护(一期)'],
])('a performance table that is kept is headed as the ledger writes its project: %s', async (before, now) => {
  const { workbook } = await compiled(ledgerWorkbook(rowsOf(of(before))));
  const written: Record<string, string> = {};
  for (const { row, cells } of workbook.sheets.find(({ name }) => name === '台账')?.rows ?? [])
    for (const { column, value } of cells)
      if (value === before) written[`台账!${'ABCDEFGHIJ'[column] ?? ''}${row + 1}`] = now;
  const again = await compiled(typedInto(workbook, written));
  const texts = again.workbook.sheets.flatMap(({ name, rows }) =>
    name === '绩效1' ? rows.flatMap(({ cells }) => cells.map(({ value }) => value)) : [],
  );
  expect(texts).toContain(now);
  expect(texts).not.toContain(before);
});

const escaped = (text: string): string => text.replace(/[()]/g, '\\$&');
