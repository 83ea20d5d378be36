import { checkSnapshot } from '../../src/commands/check';
import { answered, fileOf } from '../fixtures/answered';
import { parsePlace, withoutRows } from '../fixtures/edit';
import { lastYear } from '../fixtures/last-year';
import { mended } from '../fixtures/sample';
import { budget, type Ran } from './terminal';
import { opened, placeWith } from './type-into';

jest.setTimeout(600_000);

const REMEDY = '再编一次、或写说明时加--ask 填写.xlsx，就有了；也可以照旁边各行的写法自己补上。';

/** The text of a workbook in whose sheet of last year's figures the rows with these words were deleted. */
async function without(rows: readonly (readonly string[])[], more: readonly string[] = []): Promise<Ran> {
  const workbook = await answered(mended, { prior: lastYear, priorName: '2020.xlsx' });
  const places = rows.map((words) => parsePlace(placeWith(workbook, '上年数', words, 'A')).row + 1);
  const files = { 'in.xlsx': fileOf(withoutRows(workbook, { 上年数: places })), 'last.xlsx': fileOf(lastYear) };
  return budget(['narrate', 'in.xlsx', '-o', 'out.txt', ...more], { files, check: checkSnapshot });
}

const said = ({ stdout }: Ran): string => stdout.replace(/\n {8}/g, '');

describe('a row that was deleted from the sheet of last year’s figures', () => {
  test.each<[says: string, rows: readonly (readonly string[])[], named: string]>([
    ['whose figure the text asks for', [['表三', '合计', '基本支出']], '没有“表三 合计 基本支出”这一行'],
    ['of a code, which then counts as nothing', [['表五', '2010301']], '没有“表五 2010301 行政运行 合计”这一行'],
    [
      'one of two',
      [
        ['表一', '一般公共预算'],
        ['表八', '公务用车运行费'],
      ],
      '没有“表一 一般公共预算 预算数”、“表八 合计 公务用车运行费”这2行',
    ],
  ])('%s: it is named, and how it comes back', async (_says, rows, named) => {
    expect(said(await without(rows))).toContain(`▲ 需核实  “上年数”里${named}：${REMEDY}`);
  });

  test('is there again after asking', async () => {
    const ran = await without([['表三', '合计', '基本支出']], ['--ask', 'ask.xlsx']);
    const { snapshot } = opened(ran.written.get('ask.xlsx'));
    expect(placeWith(snapshot, '上年数', ['表三', '合计', '基本支出'], 'E')).toMatch(/^上年数!E\d+$/);
  });

  test.each<[says: string, rows: readonly (readonly string[])[], more: readonly string[]]>([
    ['nothing was deleted', [], []],
    ['the other rows make it up', [['表三', '合计', '合计']], []],
    ['last year’s workbook is given', [['表三', '合计', '基本支出']], ['--prior', 'last.xlsx']],
  ])('is not missed where %s', async (_says, rows, more) => {
    expect(said(await without(rows, more))).not.toContain('“上年数”里没有');
  });
});
