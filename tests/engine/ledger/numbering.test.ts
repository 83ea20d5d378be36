import { catalogue } from '../../../src/commands/catalogue';
import { editionById } from '../../../src/commands/check';
import { readLedger } from '../../../src/engine/ledger/read';
import type { Ledger } from '../../../src/engine/ledger/ledger';
import { workbook } from '../../notation';

const HEADER = '功能科目 | 名称 | 支出类型 | 经济科目 | 项目名称 | 资金来源 | 本年 | 上年';
const ITEM = "'2010301 | 行政运行 | 基本支出 | '30101 |  | 一般公共预算 | 12 | 11";
const BY_FUNDS = '功能科目 | 名称 | 支出类型 | 经济科目 | 项目名称 | 合计 | 一般公共预算 | 事业收入';

async function read(lines: readonly string[]): Promise<Ledger> {
  const ledger = readLedger(workbook({ 台账: lines }), await editionById('xinjiang-2021'), catalogue(), { year: 2021 });
  if (!ledger) throw new Error('no ledger');
  return ledger;
}

describe('a row below the headers that numbers the columns', () => {
  test.each<[what: string, row: string]>([
    ['from the first', '1 | 2 | 3 | 4 | 5 | 6 | 7 | 8'],
    ['with the word for it', '栏次 | 1 | 2 | 3 | 4 | 5 | 6 | 7'],
    ['with stems for texts', '甲 | 乙 | 丙 | 丁 | 戊 | 己 | 1 | 2'],
    ['with letters for texts', 'A | B | C | D | E | F | 1 | 2'],
    ['with stars for texts', '** | ** | ** | ** | ** | ** | 1 | 2'],
    ['in circles', '① | ② | ③ | ④ | ⑤ | ⑥ | ⑦ | ⑧'],
    ['as texts', "'1 | '2 | '3 | '4 | '5 | '6 | '7 | '8"],
    ['where some columns have none', ' |  | 1 |  |  |  | 2 | 3'],
    ['with gaps where columns were deleted', '1 | 2 | 4 | 5 | 6 | 7 | 9 | 10'],
    ['in brackets', "'(1) | '(2) | '(3) | '(4) | '(5) | '(6) | '(7)=(8) | '(8)"],
    ['in full brackets', '（1） | （2） | （3） | （4） | （5） | （6） | （7）=（8） | （8）'],
    ['with gaps behind the word for it', '栏次 | 1 | 3 | 4 | 5 | 6 | 8 | 9'],
    ['with how one is worked out', '1 | 2 | 3 | 4 | 5 | 6 | 7=8+9 | 8'],
  ])('is none of items: %s', async (_what, row) => {
    const { rows, findings } = await read([HEADER, row, ITEM]);
    expect(rows.map(({ functional, now, nowCell }) => [functional, now?.toFixed(), nowCell.row])).toEqual([
      ['2010301', '12', 2],
    ]);
    expect(findings).toEqual([]);
  });

  test('is none where each fund has a column either', async () => {
    const { rows, findings } = await read([
      BY_FUNDS,
      '1 | 2 | 3 | 4 | 5 | 6=7+8 | 7 | 8',
      "'2010301 | 行政运行 | 基本支出 | '30101 |  | 12 | 9 | 3",
    ]);
    expect(rows.map(({ fund, now }) => [fund, now?.toFixed()])).toEqual([
      ['一般公共预算', '9'],
      ['事业收入', '3'],
    ]);
    expect(findings).toEqual([]);
  });

  test.each<[what: string, row: string]>([
    ['numbers that do not count', '1 | 3 | 2 | 4 | 5 | 6 | 7 | 8'],
    ['words beside them', '1 | 2 | 基本支出 | 4 | 5 | 6 | 7 | 8'],
    ['amounts alone', ' |  |  |  |  |  | 1 | 2'],
    ['amounts alone that rise', ' |  |  |  |  | 1 | 2 | 5'],
    ['a number that stands twice', '1 | 2 | 2 | 4 | 5 | 6 | 7 | 8'],
    ['not from the first', '2 | 3 | 4 | 5 | 6 | 7 | 8 | 9'],
  ])('is an item that cannot be read otherwise: %s', async (_what, row) => {
    const { rows, findings } = await read([HEADER, row, ITEM]);
    expect(rows).toHaveLength(1);
    expect(findings.some(({ severity }) => severity === 'error')).toBe(true);
  });

  test.each<[what: string, unit: string, below: readonly string[]]>([
    ['alone', '元', []],
    ['in brackets', '（元）', []],
    ['said to be one', '单位：元', []],
    ['above the numbers of the columns', '（元）', ['1 | 2 | 3 | 4 | 5 | 6 | 7 | 8']],
  ])('a row of money units is none of items, and states those of its columns: %s', async (_what, unit, below) => {
    const item = "'2010301 | 行政运行 | 基本支出 | '30101 |  | 一般公共预算 | 120000 | 11";
    const { rows, findings } = await read([HEADER, ` |  |  |  |  |  | ${unit} | （万元）`, ...below, item]);
    expect(rows.map(({ now, before }) => [now?.toFixed(), before?.toFixed()])).toEqual([['12', '11']]);
    expect(findings).toEqual([]);
  });

  test('a row of money units is no part of the ledger where each fund has a column either', async () => {
    const { rows, findings } = await read([
      BY_FUNDS,
      ' |  |  |  |  | （元） | （元） | （元）',
      "'2010301 | 行政运行 | 基本支出 | '30101 |  | 120000 | 90000 | 30000",
    ]);
    expect(rows.map(({ now }) => now?.toFixed())).toEqual(['9', '3']);
    expect(findings).toEqual([]);
  });

  test('is one only straight below the headers', async () => {
    const { findings } = await read([HEADER, ITEM, '1 | 2 | 3 | 4 | 5 | 6 | 7 | 8']);
    expect(findings.some(({ severity }) => severity === 'error')).toBe(true);
  });
});
