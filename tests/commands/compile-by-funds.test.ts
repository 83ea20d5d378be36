import { compileWorkbook } from '../../src/commands/compile';
import { findingSentence } from '../../src/i18n/catalogue';
import { workbook } from '../notation';

const TITLE = '云州市卫生健康局2026年部门预算台账';
const CODES = '功能分类科目编码 | 功能科目名称 | 支出类型 | 部门经济科目 | 项目名称';
const FUNDS = '一般公共预算 | 政府性基金预算 | 事业收入';
const ROW = '2080501 | 行政单位离退休 | 基本支出 | 30302 |  | 5.62 | 5.62 |  | ';

async function said(lines: readonly string[]): Promise<readonly [because: string, ...sentences: readonly string[]]> {
  const result = await compileWorkbook(workbook({ 预算: lines }), { year: 2026 });
  if (result.ok) throw new Error('it was compiled');
  return [result.because, ...result.findings.map(({ facts }) => findingSentence(facts, 'zh-CN'))];
}

describe('a ledger in which each fund has its column', () => {
  test.each<[where: string, row: number, lines: readonly string[]]>([
    ['beside the codes', 2, [TITLE, `${CODES} | 合计 | ${FUNDS}`, ROW]],
    ['beside a bare code', 1, [`科目编码 | 科目名称 | 支出类型 | 经济科目 | 项目 | 合计 | ${FUNDS}`, ROW]],
    ['below one header', 3, [TITLE, `${CODES} | 资金来源`, ` |  |  |  |  | 合计 | ${FUNDS}`, ROW]],
    ['below the year', 2, [`${CODES} | 2026年预算数`, ` |  |  |  |  | 合计 | ${FUNDS}`, ROW]],
  ])('%s: what it has to be is said', async (_where, row, lines) => {
    expect(await said(lines)).toEqual([
      'unreadable',
      `“预算”第${row}行每种资金各占一列（“一般公共预算”“政府性基金预算”“事业收入”），这样的台账没有编入。请改成一行一种资金：加一列“资金来源”写是哪种资金，金额都放在一列“本年预算数”里，一行有几种资金的分成几行，“合计”列去掉。`,
    ]);
  });

  test.each<[what: string, lines: readonly string[]]>([
    ['one fund alone', [`${CODES} | 合计 | 一般公共预算`, ROW]],
    ['a table of a budget', [`功能分类科目编码 | 功能科目名称 | 合计 | ${FUNDS}`, '20805 | 养老 | 5 | 5 |  | ']],
    ['words', ['说明 | 一般公共预算 | 政府性基金预算']],
  ])('is not %s', async (_what, lines) => {
    expect(await said(lines)).toEqual(['nothing']);
  });
});
