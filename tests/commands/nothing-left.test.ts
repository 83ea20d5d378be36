import { compileWorkbook } from '../../src/commands/compile';
import { narrateWorkbook } from '../../src/commands/narrate';
import { afterCompiling } from '../fixtures/compiled';
import { ledgerWorkbook } from '../fixtures/sample-ledger';

const ledger = ledgerWorkbook([
  ['功能科目', '支出类型', '经济科目', '项目名称', '资金来源', '2021年预算数', '2020年预算数'],
  ['2010301', '基本支出', '30101', '', '一般公共预算', 0, 88.5],
  ['2010301', '基本支出', '30217', '', '一般公共预算', null, 1.5],
  ['2010302', '项目支出', '30227', '过渡经费', '一般公共预算', 0, 30],
]);

test('a department whose whole budget is gone is asked by its tables what compiling asked', async () => {
  const compiled = await compileWorkbook(ledger, { department: '青岚县招商服务中心', year: 2021 });
  if (!compiled.ok) throw new Error(compiled.because);
  const { narration, now } = await narrateWorkbook(afterCompiling(ledger, compiled));
  const kinds = (missing: readonly { readonly what: string }[]): readonly string[] =>
    missing.map(({ what }) => what).sort();
  expect(kinds(narration?.missing ?? [])).toEqual(kinds(compiled.open.missing));
  expect(narration?.reasons).toHaveLength(5);
  expect(now?.told({ flow: '支出' })).toEqual(expect.objectContaining({ blank: false }));
  const text = (narration?.sections ?? [])
    .flatMap(({ paragraphs }) => paragraphs.map(({ spans }) => spans.map((span) => span.text).join('')))
    .join('\n');
  expect(text).toContain('青岚县招商服务中心2021年没有安排收支预算，比上年预算减少120.00万元，下降100%。');
  expect(text).not.toContain('预算数】');
});
