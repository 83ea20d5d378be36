import { editionById } from '../../../src/commands/check';
import { priorCells, priorNameCells, readPrior } from '../../../src/engine/asked/read-prior';
import type { ResolvedEdition } from '../../../src/engine/edition/resolve';
import { scopeOf, type Members } from '../../../src/engine/scope/scope';
import { addressOf } from '../../../src/engine/snapshot/address';
import type { Source } from '../../../src/engine/source/source';
import { workbook } from '../../notation';

let edition: ResolvedEdition;
beforeAll(async () => {
  edition = await editionById('xinjiang-2021');
});

const sheet = (...lines: readonly string[]): Source | undefined =>
  readPrior(
    workbook({
      上年数: { lines: ['照上年公开数填', '表 | 编码 | 名称 | 口径 | 上年数 | 今年编码 | 来源', ...lines], ours: true },
    }),
    edition,
  );
const told = (source: Source | undefined, scope: Members): string | undefined => source?.told(scope)?.value.toFixed();

const general = { flow: '支出', fund: '一般公共预算' };

test('an amount means what its table, row and column mean', () => {
  const source = sheet(
    '表一 |  | 一般公共预算 | 预算数 | 1442.62',
    '表一 |  | 收入总计 | 预算数 | 1442.62',
    '表三 |  | 合计 | 基本支出 | 1302.62',
    "表五 | '2010301 | 行政运行 | 合计 | 1237.34",
    '一般公共预算支出情况表 |  | 合计 | 项目支出 | 157',
    '表八 |  | 合计 | 公务接待费 | 40',
  );
  expect(told(source, { flow: '收入', fund: '一般公共预算' })).toBe('1442.62');
  expect(told(source, { flow: '收入' })).toBe('1442.62');
  expect(told(source, { flow: '支出', kind: '基本支出' })).toBe('1302.62');
  expect(told(source, { ...general, functional: '2010301' })).toBe('1237.34');
  expect(told(source, { ...general, kind: '项目支出' })).toBe('157');
  expect(told(source, { ...general, threePublic: '公务接待费' })).toBe('40');
  expect(source?.told({ flow: '收入' })?.cells).toEqual([{ sheet: '上年数', row: 3, column: 4 }]);
});

test('codes that are not listed beside others were nothing; higher ones are the sum of those below', () => {
  const source = sheet("表五 | '2010301 | 行政运行 | 合计 | 100", "表五 | '2010399 | 其他 | 合计 | 20");
  expect(told(source, { ...general, functional: '20103' })).toBe('120');
  expect(told(source, { ...general, functional: '2080505' })).toBe('0');
});

test('a code that became another is that one; two that became one are added up', () => {
  const source = sheet(
    "表五 | '2010301 | 行政运行 | 合计 | 100",
    "表五 | '2010302 | 一般行政管理事务 | 合计 | 20 | '2010301",
    "表五 | '2010301 | 行政运行 | 合计 | 100",
  );
  expect(told(source, { ...general, functional: '2010301' })).toBe('120');
});

test('a blank is zero once its table has any amount; a table without any does not tell', () => {
  const source = sheet(
    '表一 |  | 一般公共预算 | 预算数 | 10',
    '表一 |  | 政府性基金预算 | 预算数 |',
    '表三 |  | 合计 | 合计 |',
  );
  expect(source?.told({ flow: '收入', fund: '政府性基金预算' })).toMatchObject({ blank: true });
  expect(told(source, { flow: '收入', fund: '政府性基金预算' })).toBe('0');
  expect(told(source, { flow: '支出' })).toBeUndefined();
});

test('a whole that was left blank is the sum of its parts', () => {
  const source = sheet(
    '表一 |  | 财政拨款（补助） | 预算数 |',
    '表一 |  | 一般公共预算 | 预算数 | 10',
    '表一 |  | 政府性基金预算 | 预算数 | 2.5',
    '表一 |  | 事业收入 | 预算数 | 4',
    '表一 |  | 收入总计 | 预算数 |',
    "表五 | '2010301 | 行政运行 | 合计 | 7",
    '表五 |  | 合计 | 合计 |',
    '表五 |  | 合计 | 基本支出 | 7',
    '表五 |  | 合计 | 项目支出 | 3',
  );
  expect(told(source, { flow: '收入', fund: '财政拨款' })).toBe('12.5');
  expect(told(source, { flow: '收入' })).toBe('16.5');
  expect(told(source, general)).toBe('10');
});

test('a part that its whole lacks was forgotten: nobody says that it was nothing', () => {
  const source = sheet(
    '表三 |  | 合计 | 合计 | 384.63',
    '表三 |  | 合计 | 基本支出 |',
    '表三 |  | 合计 | 项目支出 | 127.5',
    '表五 |  | 合计 | 合计 | 20',
    "表五 | '2010301 | 行政运行 | 合计 | 20",
    "表五 | '2010302 | 一般行政管理事务 | 合计 |",
    '表一 |  | 收入总计 | 预算数 | 9',
    '表一 |  | 一般公共预算 | 预算数 | 见附件',
    '表一 |  | 政府性基金预算 | 预算数 |',
  );
  expect(told(source, { flow: '支出', kind: '基本支出' })).toBeUndefined();
  expect(told(source, { ...general, functional: '2010302' })).toBe('0');
  expect(told(source, { flow: '收入', fund: '政府性基金预算' })).toBeUndefined();
});

test('a code left blank was forgotten where those that were filled in do not make up the whole', () => {
  const listed = (whole: number, first: string): Source | undefined =>
    sheet(
      `表五 |  | 合计 | 合计 | ${String(whole)}`,
      `表五 | '2010301 | 行政运行 | 合计 | ${first}`,
      "表五 | '2010302 | 一般行政管理事务 | 合计 |",
      "表五 | '2080505 | 养老保险 | 合计 | 无",
    );
  const second = { ...general, functional: '2010302' };
  expect(told(listed(20, ''), second)).toBeUndefined();
  expect(told(listed(30, '20'), second)).toBeUndefined();
  expect(told(listed(30, '20'), { ...general, functional: '2080505' })).toBe('0');
  expect(told(listed(20, '20'), second)).toBe('0');
  // More than the whole: another code was typed too large, this one is not lacking.
  expect(told(listed(20, '25'), second)).toBe('0');
});

test('where a figure is to be written, and what stands there that is none', () => {
  const book = workbook({
    上年数: {
      lines: [
        '照上年公开数填',
        '表 | 编码 | 名称 | 口径 | 上年数 | 今年编码 | 来源',
        "表五 | '2010301 | 行政运行 | 合计 | 见附件",
        "表五 | '2010302 | 一般行政管理事务 | 合计 |  | '2010399",
      ],
      ours: true,
    },
  });
  const cells = priorCells(book, edition);
  const at = (functional: string) => cells.get(scopeOf({ ...general, functional }).key);
  expect(at('2010301')).toEqual({ cell: { sheet: '上年数', row: 2, column: 4 }, unread: '见附件' });
  expect(at('2010399')).toEqual({ cell: { sheet: '上年数', row: 3, column: 4 }, unread: undefined });
  expect(at('2010302')).toBeUndefined();
});

test('blanks beside a whole that is made up were nothing', () => {
  const source = sheet(
    '表八 |  | 合计 | 合计 | 8.4',
    '表八 |  | 合计 | 因公出国（境）费 |',
    '表八 |  | 合计 | 公务用车购置费 |',
    '表八 |  | 合计 | 公务用车运行费 | 7.2',
    '表八 |  | 合计 | 公务接待费 | 1.2',
  );
  expect(told(source, { ...general, threePublic: '因公出国（境）费' })).toBe('0');
  expect(told(source, { ...general, threePublic: '公务用车购置费' })).toBe('0');
  expect(told(source, { ...general, threePublic: '公务用车购置及运行费' })).toBe('7.2');
});

test('what is no amount is not told', () => {
  const source = sheet('表一 |  | 一般公共预算 | 预算数 | 见附件', '表一 |  | 事业收入 | 预算数 | 5');
  expect(told(source, { flow: '收入', fund: '一般公共预算' })).toBeUndefined();
});

test('no sheet, or one without an amount, is no last year', () => {
  expect(readPrior(workbook({ 表一: ['部门收支总体情况表'] }), edition)).toBeUndefined();
  expect(sheet('表一 |  | 一般公共预算 | 预算数 |')).toBeUndefined();
});

test('points: the codes that have something', () => {
  const source = sheet("表五 | '2010301 | 行政运行 | 合计 | 100", "表五 | '2010399 | 其他 | 合计 |");
  expect(source?.points(general, ['functional'])).toEqual([{ functional: '2010301' }]);
});

test('the names of codes that a row has none for are written into that row, under this year’s code', () => {
  const snapshot = workbook({
    上年数: {
      lines: [
        '表 | 编码 | 名称 | 口径 | 上年数 | 今年编码',
        "表九 | '2120804 | | 合计 | 80 | ",
        "表五 | '2010301 | 行政运行 | 合计 | 5 | ",
        "表五 | '2011201 | | 合计 | 7 | '2011301",
        '表三 | | | 合计 | 7 | ',
      ],
      ours: true,
    },
  });
  expect([...priorNameCells(snapshot)].map(([code, cell]) => `${code} ${addressOf(cell)}`)).toEqual([
    '2120804 上年数!C2',
    '2011301 上年数!C4',
  ]);
});
