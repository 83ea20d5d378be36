import { checkSnapshot, recogniseBest } from '../../src/commands/check';
import { compileWorkbook } from '../../src/commands/compile';
import { narrateWorkbook } from '../../src/commands/narrate';
import type { Snapshot } from '../../src/engine/snapshot/snapshot';
import { codeNames } from '../../src/engine/source/code-names';
import { compileSentence } from '../../src/i18n/compile/sentence';
import { afterCompiling } from '../fixtures/compiled';
import { workbook } from '../notation';

const LEDGER = [
  '编制单位：河口镇人民政府 | 单位：万元',
  '功能科目 | 名称 | 支出类型 | 经济科目 | 资金来源 | 2026年预算数',
  '2010301 | 行政运行 | 基本支出 | 30101 | 一般公共预算 | 12',
  '2130705 | 对村民委员会和村党支部的补助 | 基本支出 | 30305 | 一般公共预算 | 8',
];
const CODES = ['科目编码 | 名称', '21307 | 农村综合改革', '2130705 | 对村民委员会和村党支部的补助'];

async function compiled(sheets: Parameters<typeof workbook>[0]): Promise<Snapshot> {
  const ledger = workbook(sheets);
  const result = await compileWorkbook(ledger, {});
  if (!result.ok) throw new Error(result.because);
  return afterCompiling(ledger, result);
}

/** The sheets that were not recognised, as it is said. */
async function unknownSheets(snapshot: Snapshot): Promise<readonly string[]> {
  const { sheets } = await checkSnapshot(snapshot);
  return sheets.flatMap(({ sheet, reason }) =>
    reason?.code === 'sheet-unknown' ? [`${sheet} ${compileSentence(reason, 'zh-CN')}`] : [],
  );
}

/** What is doubted of codes, and the names that the text lacks. */
async function doubtsOf(snapshot: Snapshot): Promise<readonly string[]> {
  const { findings } = await checkSnapshot(snapshot);
  const { narration } = await narrateWorkbook(snapshot);
  return [
    ...findings.flatMap(({ facts }) => (facts.code === 'code-unknown' ? [`${facts.code} ${facts.printed}`] : [])),
    ...(narration?.missing.flatMap(({ what, about }) => (what === 'name' ? [`${what} ${about}`] : [])) ?? []),
  ];
}

describe('codes that no list has', () => {
  test('are doubted, and the name of their section is asked for', async () => {
    const doubts = await doubtsOf(await compiled({ 台账: LEDGER }));
    expect(doubts).toEqual(expect.arrayContaining(['code-unknown 2130705', 'name 21307']));
  });

  test.each<[says: string, name: string, lines: readonly string[]]>([
    ['', '科目表', CODES],
    ['under a title', '科目表', ['2026年政府收支分类科目 | ', '科目编码 | 科目名称', ...CODES.slice(1)]],
    ['without headers', '科目表', CODES.slice(1)],
    [
      'the name not right beside the code',
      '科目表',
      ['科目编码 | 级次 | 科目名称', '21307 | 款 | 农村综合改革', '2130705 | 项 | 对村民委员会和村党支部的补助'],
    ],
    [
      'the name before the code',
      '科目表',
      ['序号 | 科目名称 | 科目编码', '1 | 农村综合改革 | 21307', '2 | 对村民委员会和村党支部的补助 | 2130705'],
    ],
    ['copied beside another', '科目表 (2)', CODES],
  ])('are known to checking and to the text once they stand in the sheet of codes: %s', async (_says, name, lines) => {
    const snapshot = await compiled({ 台账: LEDGER, [name]: lines });
    expect(await doubtsOf(snapshot)).toEqual([]);
    expect(await unknownSheets(snapshot)).toEqual([]);
    expect((await checkSnapshot(snapshot)).sheets.map(({ sheet }) => sheet)).not.toContain(name);
  });

  test.each<[says: string, lines: readonly string[], said: string]>([
    ['the names', ['科目编码 | 级次', '21307 | 2', '2130705 | 3', '2130706 | 3'], '最接近“科目表”，缺“名称”。'],
    ['the codes', ['科目名称 | 说明', '农村综合改革 | 款', '村级补助 | 项', '其他 | 项'], '最接近“科目表”，缺“编码”。'],
    ['both', ['甲 | 乙', '丙 | 丁', '戊 | 己', '庚 | 辛'], '最接近“科目表”，缺“编码”“名称”。'],
  ])('in a sheet of codes that lacks %s are not read, and it is said what is lacking', async (_says, lines, said) => {
    const snapshot = await compiled({ 台账: LEDGER, 科目表: lines });
    expect(await unknownSheets(snapshot)).toEqual([`科目表 ${said}`]);
  });
});

describe('a row whose code is taken for a typing mistake', () => {
  /** Its 款 is in no list, and its name is that of another item. */
  const WITH = [...LEDGER, '2130905 | 高等职业教育 | 基本支出 | 30101 | 一般公共预算 | 8'];

  test('is left out, and compiled once what the message names is done', async () => {
    const refused = await compileWorkbook(workbook({ 台账: WITH, 科目表: CODES }), {});
    if (!refused.ok) throw new Error(refused.because);
    const [said, ...more] = refused.findings.flatMap(({ severity, facts }) =>
      severity === 'error' ? [compileSentence(facts, 'zh-CN')] : [],
    );
    expect(more).toEqual([]);
    expect(said).toBe(
      '台账第5行“功能科目”列的编码2130905不在已知目录中；目录里最接近的是2050305高等职业教育，请对照当年科目核实；' +
        '确有这个科目的，在“科目表”工作表（没有的加一张）写上21309、2130905和它们的名称，再编一次。这一行没有编入。',
    );
    const written = ['21309 | 农业职业教育', '2130905 | 高等职业教育'];
    const then = await compiled({ 台账: WITH, 科目表: [...CODES, ...written] });
    expect(await doubtsOf(then)).toEqual([]);
    const { findings } = await checkSnapshot(then);
    expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
    const names = then.sheets
      .filter(({ name }) => name === '表五')
      .flatMap(({ rows }) => rows.flatMap(({ cells }) => cells.map(({ value }) => value)));
    expect(names).toEqual(expect.arrayContaining(['农业职业教育', '高等职业教育']));
  });

  test('is said not to exist where its 类 cannot be, whatever the sheet of codes says', async () => {
    const sheets = {
      台账: [...LEDGER, '2410101 | 新类支出 | 基本支出 | 30101 | 一般公共预算 | 8'],
      科目表: ['编码 | 名称', '2410101 | 新类支出', '2410102 | 新类支出二', '2410103 | 新类支出三'],
    };
    const result = await compileWorkbook(workbook(sheets), {});
    if (!result.ok) throw new Error(result.because);
    expect(result.findings.filter(({ rule }) => rule === 'l-code-unknown')).toHaveLength(1);
    expect(await unknownSheets(afterCompiling(workbook(sheets), result))).toEqual([]);
  });
});

test('the year of last year’s ledger is not that of the tables', async () => {
  const last = LEDGER.map((line) => line.replace('2026', '2025'));
  const snapshot = await compiled({
    上年: ['河口镇人民政府2025年部门预算台账', ...last],
    本年: ['河口镇人民政府2026年部门预算台账', ...LEDGER],
  });
  const { findings } = await checkSnapshot(snapshot);
  expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
});

describe('a code without a name that a project divides', () => {
  const NAMELESS = [
    '编制单位：河口镇人民政府 | 单位：万元',
    '功能科目 | 名称 | 支出类型 | 经济科目 | 项目名称 | 资金来源 | 2026年预算数',
    '2130599 | | 基本支出 | 30101 | | 一般公共预算 | 12',
    '2130599 | | 项目支出 | 30201 | 免费培训 | 一般公共预算 | 8',
  ];

  const linesOf = async (snapshot: Snapshot): Promise<readonly string[]> =>
    (await narrateWorkbook(snapshot)).narration?.sections.flatMap(({ paragraphs }) =>
      paragraphs.map(({ spans }) => spans.map(({ text }) => text).join('')),
    ) ?? [];

  test('is not called what the project is called, but asked for with its cell', async () => {
    const snapshot = await compiled({ 台账: NAMELESS });
    const { narration } = await narrateWorkbook(snapshot);
    const asked = narration?.missing.filter(({ what }) => what === 'name') ?? [];
    expect(asked.map(({ about, fill }) => `${about} ${fill?.sheet ?? '?'}`)).toEqual(['21305 表二', '2130599 表二']);
    const lines = (await linesOf(snapshot)).filter((line) => line.includes('（项：99）'));
    expect(lines).toEqual([expect.stringContaining('（款：05）【待填：2130599的科目名称】（项：99）')]);
  });

  test('keeps its own name beside the project’s in the only table that has both', async () => {
    const snapshot = await compiled({
      台账: NAMELESS.map((line) => line.replace('2130599 | |', '2130599 | 农村培训 |')),
    });
    const alone = { ...snapshot, sheets: snapshot.sheets.filter(({ name }) => name === '表七') };
    const best = await recogniseBest(alone, 'xinjiang-2021');
    expect(best && codeNames(best.book).get('2130599')).toBe('农村培训');
  });

  test('is not written into the tables as its name when they are made again', async () => {
    const snapshot = await compiled({ 台账: NAMELESS });
    const again = await compileWorkbook(snapshot, {});
    if (!again.ok) throw new Error(again.because);
    const asked = again.open.missing.flatMap(({ what, about }) => (what === 'name' ? [about] : []));
    expect(asked).toEqual(['21305', '2130599']);
  });
});
