import { catalogue } from '../../../src/commands/catalogue';
import { editionById } from '../../../src/commands/check';
import { readLedger } from '../../../src/engine/ledger/read';
import { compileSentence } from '../../../src/i18n/compile/sentence';
import { workbook } from '../../notation';

/** What is said of totals in a ledger in 元 (or in another unit): the severity and the sentence of each row. */
async function said(lines: readonly string[], unit = '元'): Promise<readonly string[]> {
  const edition = await editionById('xinjiang-2021');
  const header = `功能科目 | 支出类型 | 经济科目 | 项目名称 | 资金来源 | 本年（${unit}） | 上年（${unit}）`;
  const ledger = readLedger(workbook({ 台账: [header, ...lines] }), edition, catalogue(), { year: 2021 });
  return (ledger?.findings ?? [])
    .filter(({ rule }) => rule.startsWith('l-total'))
    .map(({ severity, facts }) => `${severity} ${compileSentence(facts, 'zh-CN')}`);
}

const item = (economic: string, now: number | string, before: number | string = '', fund = '一般公共预算'): string =>
  `2010301 | 基本支出 | ${economic} |  | ${fund} | ${now} | ${before}`;
const total = (word: string, now: number | string, before: number | string = ''): string =>
  `${word} |  |  |  |  | ${now} | ${before}`;
const ONE = [item('30101', 3000000, 100), item('30102', 674758, 200)];
const TWO = [item('30201', 5000, 30), item('30202', 500, 3)];

const differs = (row: number, year: string, word: string, typed: string, sum: string, by: string): string =>
  `warning 台账第${row}行“${year}(元)”列的“${word}”填的是${typed}元，上面各行合计${sum}，相差${by}，请核实。合计由明细算出，这个数没有编入。`;

describe('totals in a ledger that are not what their items come to', () => {
  test.each<[says: string, lines: readonly string[], told: readonly string[]]>([
    [
      '小计',
      [...ONE, total('小计', 3674785, 300)],
      [differs(4, '本年', '小计', '3,674,785.00', '3,674,758.00', '27.00')],
    ],
    [
      'both years apart',
      [...ONE, total('合 计', 3674785, 310)],
      [
        differs(4, '本年', '合计', '3,674,785.00', '3,674,758.00', '27.00'),
        differs(4, '上年', '合计', '310.00', '300.00', '10.00'),
      ],
    ],
    [
      'the second 小计 is of the items since the first',
      [...ONE, total('小计', 3674758), ...TWO, total('小计', 5600)],
      [
        'note 台账第4行“功能科目”列的“小计”是合计行，没有编入，合计由明细算出。',
        differs(7, '本年', '小计', '5,600.00', '5,500.00', '100.00'),
      ],
    ],
    [
      '总计 is of all items above',
      [...ONE, total('小计', 3674758), ...TWO, total('总计', 3680000)],
      [
        'note 台账第4行“功能科目”列的“小计”是合计行，没有编入，合计由明细算出。',
        differs(7, '本年', '总计', '3,680,000.00', '3,680,258.00', '258.00'),
      ],
    ],
    [
      'a page total is no total of its items, and none ends there',
      [...ONE, total('本页小计', 1), ...TWO, total('小计', 5500.5)],
      [
        'note 台账第4行“功能科目”列的“本页小计”是合计行，没有编入，合计由明细算出。',
        differs(7, '本年', '小计', '5,500.50', '3,680,258.00', '3,674,757.50'),
      ],
    ],
  ])('%s', async (_says, lines, told) => {
    expect(await said(lines)).toEqual(told);
  });

  test('in 万元 a hundredth of 万元 is no difference', async () => {
    const lines = (now: number): readonly string[] => [item('30101', 12), item('30102', 13), total('合计', now)];
    expect((await said(lines(25.01), '万元'))[0]).toMatch(/^note/);
    expect((await said(lines(25.02), '万元'))[0]).toMatch(/^warning .*填的是25.02万元，上面各行合计25.00，相差0.02/);
  });

  test.each<[says: string, lines: readonly string[]]>([
    ['it agrees', [...ONE, total('小计', 3674758, 300)]],
    ['a cent apart', [...ONE, total('小计', 3674758.01, 300)]],
    ['a blank', [...ONE, total('小计', '', 300)]],
    ['合计 of the items since the last', [...ONE, total('合计', 3674758), ...TWO, total('合计', 5500)]],
    ['小计 of all items', [...ONE, total('小计', 3674758), ...TWO, total('小计', 3680258)]],
    [
      'a total of two subtotals',
      [
        item('30101', 7),
        total('合计', 7),
        ...ONE,
        total('小计', 3674758),
        ...TWO,
        total('小计', 5500),
        total('合计', 3680258),
      ],
    ],
    ['a row in between was left out', [...ONE, item('30103', 27, '', '银行贷款'), total('小计', 3674785)]],
    [
      'a row further above was left out',
      [item('30103', 27, '', '捐赠'), total('小计', 27), ...ONE, total('合计', 3674785)],
    ],
    ['accumulated', [...ONE, total('累计', 5), total('承前页', 5), total('过次页', 5), total('本页合计', 5)]],
    ['it stands above its items', [total('小计', 5500), ...TWO, total('小计', 3674758), ...ONE]],
    ['it is of one kind', [...ONE, ...TWO, item('30101', 9, '', '事业收入'), ' |  |  |  | 事业收入小计 | 9 | ']],
  ])('nothing is said: %s', async (_says, lines) => {
    const told = await said(lines);
    expect(told.length).toBeGreaterThan(0);
    expect(told.filter((one) => !one.startsWith('note'))).toEqual([]);
  });
});
