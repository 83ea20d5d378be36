import { Decimal } from 'decimal.js';
import { catalogue } from '../../../src/commands/catalogue';
import { editionById } from '../../../src/commands/check';
import { drawPrior } from '../../../src/commands/sheets/prior';
import { readPrior, readPriorRows } from '../../../src/engine/asked/read-prior';
import type { ResolvedEdition } from '../../../src/engine/edition/resolve';
import type { DrawnSheet } from '../../../src/engine/snapshot/drawn';
import type { Source } from '../../../src/engine/source/source';
import { linesOf, typed, workbookOf } from '../../fixtures/drawn';

let edition: ResolvedEdition;
beforeAll(async () => {
  edition = await editionById('xinjiang-2021');
});

/** This year's money stands at these codes. */
const source = (...codes: readonly string[]): Source => ({
  told: () => ({ value: new Decimal(0), cells: [], blank: false }),
  points: (within) => (within.fund === '一般公共预算' ? codes.flatMap((functional) => [{ functional }]) : []),
});
const draw = (now: Source | undefined, from?: DrawnSheet): DrawnSheet =>
  drawPrior(edition.declared, now, from ? readPriorRows(workbookOf(from)) : [], catalogue());
const AMOUNT = 4;
const rowOf = (sheet: DrawnSheet, ...words: readonly string[]): number =>
  sheet.rows.findIndex(({ cells }) => words.every((word) => cells.some(({ value }) => value === word)));

test('asks for the funds, the totals, the codes with money this year and the three public expenses', () => {
  const lines = linesOf(draw(source('201', '20103', '2010301')));
  expect(lines).toContain('表一 |  | 一般公共预算 | 预算数 |  |  | ');
  expect(lines).toContain('表三 |  | 合计 | 项目支出 |  |  | ');
  expect(lines).toContain('表八 |  | 合计 | 公务接待费 |  |  | ');
  expect(lines.filter((line) => line.includes('20103'))).toEqual(['表五 | 2010301 | 行政运行 | 合计 |  |  | ']);
});

test('each line that it asks for is read again as a figure of its own', () => {
  let sheet = draw(source('2010301', '2080505'));
  for (let row = 2; row < sheet.rows.length; row += 1) sheet = typed(sheet, row, AMOUNT, row);
  const told = readPrior(workbookOf(sheet), edition);
  const values = [
    told?.told({ flow: '收入', fund: '一般公共预算' }),
    told?.told({ flow: '支出' }),
    told?.told({ flow: '支出', fund: '一般公共预算' }),
    told?.told({ flow: '支出', fund: '一般公共预算', functional: '2080505' }),
    told?.told({ flow: '支出', fund: '一般公共预算', threePublic: '公务接待费' }),
    told?.told({ flow: '支出', fund: '政府性基金预算', kind: '项目支出' }),
  ].map((found) => found?.cells.map(({ row }) => row));
  expect(values.map((rows) => rows?.length)).toEqual(values.map(() => 1));
  expect(new Set(values.flat()).size).toBe(values.length);
});

test('what was filled in stays, also of codes without money this year', () => {
  const before = draw(source('2010301', '2010399'));
  const filled = typed(before, rowOf(before, '2010399'), AMOUNT, 12.5);
  const after = draw(source('2010301'), filled);
  expect(linesOf(after).at(-1)).toBe(
    `表五 | 2010399 | ${catalogue().nameOf('2010399') ?? ''} | 合计 | 12.5 |  | 现在没有用到，原样保留`,
  );
  expect(
    readPrior(workbookOf(after), edition)
      ?.told({ flow: '支出', fund: '一般公共预算', functional: '2010399' })
      ?.value.toFixed(),
  ).toBe('12.5');
});

test('the name of a code that no list has is kept as it was typed', () => {
  const before = draw(source('2109998'));
  const at = rowOf(before, '2109998');
  const named = typed(typed(before, at, 2, '医疗试点支出'), at, AMOUNT, 3);
  const kept = (after: DrawnSheet) => linesOf(after).filter((line) => line.includes('2109998'));
  expect(kept(draw(source('2109998'), named))).toEqual(['表五 | 2109998 | 医疗试点支出 | 合计 | 3 |  | ']);
  expect(kept(draw(source(), named))).toEqual(['表五 | 2109998 | 医疗试点支出 | 合计 | 3 |  | 现在没有用到，原样保留']);
});

test('drawn again from itself it is the same', () => {
  const drawn = draw(source('2010301'));
  const filled = typed(typed(drawn, 2, AMOUNT, 5), 4, AMOUNT, '见附件');
  expect(draw(source('2010301'), filled)).toEqual(filled);
});

test('without figures of this year no codes are asked for', () => {
  expect(linesOf(draw(undefined)).some((line) => /\d{7}/.test(line))).toBe(false);
});
