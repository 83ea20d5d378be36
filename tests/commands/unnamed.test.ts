import { checkSnapshot } from '../../src/commands/check';
import { compileWorkbook } from '../../src/commands/compile';
import { narrateWorkbook } from '../../src/commands/narrate';
import { addressOf } from '../../src/engine/snapshot/address';
import type { Snapshot } from '../../src/engine/snapshot/snapshot';
import { compileSentence } from '../../src/i18n/compile/sentence';
import { afterCompiling } from '../fixtures/compiled';
import { withValues } from '../fixtures/edit';
import { ledgerWorkbook } from '../fixtures/sample-ledger';

const ledger = ledgerWorkbook([
  ['功能科目', '支出类型', '经济科目', '项目名称', '资金来源', '本年', '上年'],
  ['2130104', '基本支出', '30101', '', '一般公共预算', 10, 10],
  ['2130108', '基本支出', '30107', '', '事业收入', 20, 20],
]);

async function compiled(): Promise<Snapshot> {
  const result = await compileWorkbook(ledger, {});
  if (!result.ok) throw new Error(result.because);
  return afterCompiling(ledger, result);
}

test('whose and of which year it is, is asked for with the cells in which it is answered', async () => {
  const { narration } = await narrateWorkbook(await compiled());
  const open = (narration?.missing ?? []).filter(({ about }) => about === '部门名称' || about === '预算年度');
  expect(open.map(({ about, fill }) => `${about} ${fill ? addressOf(fill) : ''}`).sort()).toEqual([
    '部门名称 单位情况!C3',
    '预算年度 单位情况!C4',
  ]);
});

test('of the year before a year that nobody knows it is said that it is that one', async () => {
  const { narration } = await narrateWorkbook(await compiled());
  const text = (narration?.sections ?? []).flatMap(({ paragraphs }) =>
    paragraphs.map(({ spans }) => spans.map((span) => span.text).join('')),
  );
  expect(text.filter((line) => line.startsWith('截至'))).toEqual([
    expect.stringMatching(/^截至【待填：预算年度的上一年】年底，/) as string,
  ]);
});

test('codes whose names are blank are told, each with its tables', async () => {
  const told = async (snapshot: Snapshot): Promise<readonly string[]> =>
    (await checkSnapshot(snapshot)).findings
      .filter(({ rule }) => rule === 'c-name-blank')
      .map(({ facts }) => compileSentence(facts, 'zh-CN'));
  const tables = await compiled();
  expect(await told(tables)).toEqual(['2130104（表二、表三、表五）、2130108（表二、表三）没有写科目名称。']);
  const named = { '表二!D8': '行政运行', '表三!D9': '行政运行', '表五!D9': '行政运行', '表二!D9': '事业运行' };
  expect(await told(withValues(tables, { ...named, '表三!D10': '事业运行' }))).toEqual([]);
});
