import { fixedPatch } from '../../src/commands/change-record';
import { fixPatch } from '../../src/commands/fix';
import type { FixOptions } from '../../src/commands/fix';
import { rewritten } from '../../src/commands/rewrite';
import type { Cause, SuspectCause } from '../../src/engine/finding/finding';
import type { CheckReport } from '../../src/engine/finding/report';
import type { Snapshot } from '../../src/engine/snapshot/snapshot';
import { either, oneCell, partsDiffer, ref, report, sheet, snapshot } from './report-fixture';

const finding = (id: string, cause: string, kind: SuspectCause, cell: string) => ({
  ...partsDiffer(id, '表五!B2', '347.15', '374.15', ['表五!B3', '表五!B4']),
  cause,
  suspect: { cell: ref(cell), suggestion: '0', cause: kind, confidence: 0.95 },
});

const typing = finding('f-1', 'c-1', 'typing', '表五!B3');
const omitted = finding('f-2', 'c-2', 'omission', '表五!B4');
const tied = partsDiffer('f-3', '表五!B2', '1', '2', ['表五!B3']);
const first: Cause = { ...oneCell('c-1', '表五!B3', '147.15', [typing]), confidence: 0.98 };
const second: Cause = { ...oneCell('c-2', '表五!B4', '20.00', [omitted]), confidence: 0.9 };
const found: CheckReport = report(
  [typing, omitted, tied],
  [first, second, either('c-3', ['表五!B2', '表五!B3'], [tied])],
);

const workbook: Snapshot = snapshot(
  sheet('表五', [['题'], ['文化和旅游', 347.15], ['群众文化', '174.15\u3000'], ['其他文化', '\u3000']]),
);

const fixed = (of: Snapshot, options: Partial<FixOptions> = {}, says = found) =>
  fixPatch(of, says, { language: 'zh-CN', ...options });

test('each determined cause is written once, as a number; the tie is left', () => {
  const { patch, changes, left } = fixed(workbook);
  expect(patch).toEqual({
    for: 'as-read',
    command: 'apply-suggestion',
    edits: [
      { do: 'setValue', at: ref('表五!B3'), to: 147.15 },
      { do: 'setValue', at: ref('表五!B4'), to: 20 },
    ],
  });
  expect(changes).toMatchObject([
    { old: '174.15', new: '147.15', difference: '-27', cause: 'typing', confidence: 0.98 },
    { old: undefined, new: '20.00', difference: '20', cause: 'omission', confidence: 0.9 },
  ]);
  expect(left).toMatchObject([{ because: 'open', cause: { id: 'c-3' } }]);
});

test.each<readonly [string, readonly (number | string | null)[], number | null]>([
  ['where the column leaves blank what is nothing', [12, null, null], null],
  ['where the column has zeros', [12, 0, '0.00'], 0],
  ['where it has more blanks than zeros', [0, null, null], null],
  ['where all its rows hold an amount', [12, 3, 4], 0],
])('what should be nothing, %s', (_, others, to) => {
  const rows = others.map((value) => ['群众文化', 5, value]);
  const of = snapshot(sheet('表五', [['题'], ['文化和旅游', 347.15, 8], ...rows, ['注：没有数']]));
  const finds = finding('f-1', 'c-1', 'arithmetic', '表五!C2');
  const { patch, changes } = fixed(
    of,
    {},
    report([finds], [{ ...oneCell('c-1', '表五!C2', '0.00', [finds]), confidence: 1 }]),
  );
  expect(patch.edits).toEqual([{ do: 'setValue', at: ref('表五!C2'), to }]);
  expect(changes.map(({ sentence }) => sentence.includes('应为空'))).toEqual([to === null]);
});

test('changes come in the order of the workbook, whatever the order of their causes', () => {
  const { changes, patch } = fixed(workbook, {}, { ...found, causes: [second, first] });
  expect(changes.map(({ cell }) => cell)).toEqual([ref('表五!B3'), ref('表五!B4')]);
  expect(patch.edits.map((edit) => edit.do === 'setValue' && edit.at)).toEqual([ref('表五!B3'), ref('表五!B4')]);
});

test.each<readonly [string, Partial<FixOptions>, readonly string[], readonly string[]]>([
  ['surer', { minConfidence: 0.95 }, ['147.15'], ['unsure', 'open']],
  ['none sure enough', { minConfidence: 0.99 }, [], ['unsure', 'unsure', 'open']],
  ['only what was left out', { only: ['omission'] }, ['20.00'], ['not-asked', 'open']],
  ['nothing of the kind', { only: ['unit'] }, [], ['not-asked', 'not-asked', 'open']],
])('%s', (_, options, written, because) => {
  const { changes, left, patch } = fixed(workbook, options);
  expect(changes.map((change) => change.new)).toEqual(written);
  expect(patch.edits).toHaveLength(written.length);
  expect(left.map((it) => it.because)).toEqual(because);
});

test('a formula is never replaced', () => {
  const withFormula: Snapshot = {
    ...workbook,
    sheets: workbook.sheets.map((it) => ({
      ...it,
      rows: it.rows.map((row) =>
        row.row === 2 ? { ...row, cells: [{ column: 1, value: 174.15, formula: 'B5+1' }] } : row,
      ),
    })),
  };
  const { changes, left } = fixed(withFormula);
  expect(changes.map(({ cell }) => cell)).toEqual([ref('表五!B4')]);
  expect(left).toMatchObject([{ because: 'formula', cells: [ref('表五!B3')] }, { because: 'open' }]);
});

test('a cell is given one value only', () => {
  const twice = report(
    [typing, omitted],
    [first, { ...second, alternatives: [[{ cell: ref('表五!B3'), suggestion: '1' }]] }],
  );
  const { changes, left } = fixed(workbook, {}, twice);
  expect(changes.map((change) => change.new)).toEqual(['147.15']);
  expect(left.map(({ because }) => because)).toEqual(['same-cell']);
});

test.each([
  [1249.92, '1249.62', '万元', 1249.62, '1249.92'],
  ['1249.92\u3000', '1249.62', '万元', 1249.62, '1249.92'],
  ['\u3000', '54.60', '万元', 54.6, undefined],
  [null, '54.60', '万元', 54.6, undefined],
  ['—', '54.60', '万元', 54.6, '0'],
  ['12.22万元', '12.32', '万元', '12.32万元', '12.22'],
  ['1,222.00元', '0.1232', '万元', '1,232.00元', '0.1222'],
  [' 年度资金总额：40', '50.00', '万元', ' 年度资金总额：50', '40'],
  [' 年度资金总额：40', '50.50', '万元', ' 年度资金总额：50.5', '40'],
  [' 其中：财政拨款：1,040.00万元。', '1050', '万元', ' 其中：财政拨款：1,050.00万元。', '1040.00'],
] as const)('%j with %s', (value, amount, unit, to, before) => {
  expect(rewritten(value, amount, unit)).toEqual({ to, before });
});

test.each([
  ['约120', 21.33],
  ['大约 1,120.5万元', 21.33],
  ['120左右', 21.33],
  ['120（待定）', 21.33],
])('%j is about an amount: the amount takes its place, and what stood there is told as it stood', (value, to) => {
  expect(rewritten(value, '21.33', '万元')).toEqual({ to, before: undefined, stood: value });
});

test.each([['2021年资金总额：40'], ['待定'], ['#REF!'], [true]])('%j does not tell which number to change', (value) => {
  expect(rewritten(value, '50', '万元')).toBeUndefined();
});

test('the record stands beside the marks of what remains, under a name nobody has taken', () => {
  const { changes } = fixed(workbook);
  const taken: Snapshot = { ...workbook, sheets: [...workbook.sheets, sheet('修改记录', [['我的']])] };
  const names = (of: Snapshot, made = changes): readonly string[] =>
    fixedPatch(of, report([tied]), made, 'zh-CN').edits.flatMap((edit) =>
      edit.do === 'putSheet' ? [edit.sheet.name] : [],
    );
  expect(names(workbook)).toEqual(['审核结果', '修改记录']);
  expect(names(taken)).toEqual(['审核结果', '修改记录2']);
  expect(names(workbook, [])).toEqual(['审核结果']);
});
