import { catalogue } from '../../../src/commands/catalogue';
import { editionById } from '../../../src/commands/check';
import { readLedger } from '../../../src/engine/ledger/read';
import { compileSentence } from '../../../src/i18n/compile/sentence';
import { workbook } from '../../notation';

const FIRST = '功能科目 | 支出类型 | 经济科目 | 资金来源 | 本年';

/** What is said of columns that are not read, of a ledger with more of them. */
async function said(headers: string, ...rows: readonly string[]): Promise<readonly string[]> {
  const edition = await editionById('xinjiang-2021');
  const lines = rows.map((row, index) => `201030${index + 1} | 基本支出 | 30101 | 一般公共预算 | 2 | ${row}`);
  const ledger = readLedger(workbook({ 台账: [`${FIRST} | ${headers}`, ...lines] }), edition, catalogue(), {
    year: 2026,
  });
  return (ledger?.findings ?? [])
    .filter(({ rule }) => rule === 'l-column-unknown')
    .map(({ severity, facts }) => `${severity} ${compileSentence(facts, 'zh-CN')}`);
}

const ADVICE = '是上年数的，请把列名写成“上年预算数”，再编一次。';

describe('columns of numbers whose headers nobody knows', () => {
  test.each<[headers: string, row: string, told: string]>([
    ['基数', '90', `台账第1行“基数”列有数，没有用到。${ADVICE}`],
    ['基数', '90万', `台账第1行“基数”列有数，没有用到。${ADVICE}`],
    ['基数 | 备选 | 上年一下', '90 | 甲 | 80', `台账第1行“基数”“上年一下”列有数，没有用到。${ADVICE}`],
    ['一季度 | 二季度', '1 | 1', '台账第1行“一季度”“二季度”列有数，没有用到。'],
    ['调整数 | 调整后预算数', '1 | 3', '台账第1行“调整数”“调整后预算数”列有数，没有用到。'],
    ['一季度 | 基数', '1 | 90', `台账第1行“一季度”“基数”列有数，没有用到。${ADVICE}`],
    ['上年预算数 | 其中：政府采购', '90 | 5', '台账第1行“其中：政府采购”列有数，没有用到。'],
  ])('%s with %s: told once', async (headers, row, told) => {
    expect(await said(headers, row)).toEqual([`note ${told}`]);
  });

  test.each<[headers: string, rows: readonly string[]]>([
    ['序号', ['7']],
    ['人数', ['12']],
    ['数量', ['3']],
    ['单价（元）', ['2000']],
    ['占比', ['0.5']],
    ['增减额', ['10']],
    ['联系电话', ['4951234']],
    ['签订日期', ['46000']],
    ['政府预算支出经济分类科目', ['50101']],
    ['年度', ['2026']],
    ['测算依据', ['按上年', '3人', '90']],
    ['基数', ['0', '']],
    ['顺位', ['1', '2', '3']],
    ['备注', ['90']],
    ['', ['90']],
  ])('%s: nothing', async (headers, rows) => {
    expect(await said(headers, ...rows)).toEqual([]);
  });
});
