import { checkSnapshot } from '../../src/commands/check';
import { entriesOf } from '../../src/commands/entries';
import { fixPatch } from '../../src/commands/fix';
import { findingSentence } from '../../src/i18n/catalogue';
import { compiledWorkbook, SCHOOL } from '../fixtures/compiled-department';
import { withValues, type Place } from '../fixtures/edit';

const BLANK = '应为空（同列没有数的都空着）';

test.each<readonly [string, Readonly<Record<Place, number>>, string]>([
  [
    'in a column that leaves blank what is nothing',
    { '表二!I12': 5 },
    `表二“机关事业单位基本养老保险缴费支出”国有资本经营预算现为5.00万元，${BLANK}，多5.00。`,
  ],
  [
    'in a column that has zeros',
    {
      '表二!I12': 5,
      '表二!I7': 0,
      '表二!I8': 0,
      '表二!I9': 0,
      '表二!I10': 0,
      '表二!I11': 0,
      '表二!I6': 0,
      '表二!I13': 0,
    },
    '表二“机关事业单位基本养老保险缴费支出”国有资本经营预算现为5.00万元，应为0.00，多5.00。',
  ],
])('what should be nothing %s is told in the same words by check and fix', async (_, edits, expected) => {
  const workbook = withValues(await compiledWorkbook(SCHOOL, true), edits);
  const snapshot = { ...workbook, sheets: workbook.sheets.filter(({ name }) => name !== '台账') };
  const report = await checkSnapshot(snapshot);
  const said = entriesOf(report)
    .filter(({ severity }) => severity === 'error')
    .map(({ facts }) => findingSentence(facts, 'zh-CN'));
  expect(said).toEqual([expected]);
  const { changes } = fixPatch(snapshot, report, { language: 'zh-CN' });
  const isBlank = expected.includes(BLANK);
  expect(changes.map(({ to, sentence }) => [to, sentence.includes('应为空')])).toEqual([[isBlank ? null : 0, isBlank]]);
});
