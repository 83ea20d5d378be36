import { Decimal } from 'decimal.js';
import { drawReasons, type ReasonAsked } from '../../../src/commands/sheets/reasons';
import { NO_REASONS, readReasons } from '../../../src/engine/asked/read-reasons';
import type { DrawnSheet } from '../../../src/engine/snapshot/drawn';
import { linesOf, typed, workbookOf } from '../../fixtures/drawn';

const asked = (sectionName: string, about: string, now: number, before: number): ReasonAsked => {
  const difference = new Decimal(now).minus(before);
  const percent = before === 0 ? undefined : difference.div(before).times(100);
  return { sectionName, about, now: new Decimal(now), before: new Decimal(before), difference, percent };
};
const basic = asked('三、支出预算', '基本支出', 1249.62, 1302.62);
const projects = asked('三、支出预算', '项目支出', 174, 150);
const special = asked('二、收入预算', '上级专项收入', 17, 0);

const REASON = 7;
const answer = (sheet: DrawnSheet, about: string, words: string): DrawnSheet =>
  typed(
    sheet,
    sheet.rows.findIndex(({ cells }) => cells[2]?.value === about),
    REASON,
    words,
  );
const redrawn = (sheet: DrawnSheet, ...now: readonly ReasonAsked[]): DrawnSheet =>
  drawReasons(now, readReasons(workbookOf(sheet)));

const fresh = drawReasons([basic, projects, special], NO_REASONS);

test('each reason is asked with this year, last year, difference and percentage beside it', () => {
  expect(linesOf(fresh)).toEqual([
    '1 | 三、支出预算 | 基本支出 | 1249.62 | 1302.62 | -53 | -4.07 |  | 待填',
    '2 | 三、支出预算 | 项目支出 | 174 | 150 | 24 | 16 |  | 待填',
    '3 | 二、收入预算 | 上级专项收入 | 17 | 0 | 17 |  |  | 待填',
  ]);
});

test('open ones come first, answered ones keep their words', () => {
  expect(linesOf(redrawn(answer(fresh, '基本支出', '年中调出4人'), basic, projects))).toEqual([
    '1 | 三、支出预算 | 项目支出 | 174 | 150 | 24 | 16 |  | 待填',
    '2 | 三、支出预算 | 基本支出 | 1249.62 | 1302.62 | -53 | -4.07 | 年中调出4人 | 已填',
  ]);
});

test('the reason for a code goes with it when its name appears or changes, and is not left behind too', () => {
  const coded = (about: string): ReasonAsked => asked('五、一般公共预算', about, 120, 100);
  const nameless = answer(drawReasons([coded('2012901')], NO_REASONS), '2012901', '调入2人');
  const named = redrawn(nameless, coded('2012901 行政运行'));
  expect(linesOf(named)).toEqual(['1 | 五、一般公共预算 | 2012901 行政运行 | 120 | 100 | 20 | 20 | 调入2人 | 已填']);
  expect(linesOf(redrawn(named, coded('2012801 行政运行')))).toEqual([
    '1 | 五、一般公共预算 | 2012801 行政运行 | 120 | 100 | 20 | 20 |  | 待填',
    '2 | 五、一般公共预算 | 2012901 行政运行 |  |  |  |  | 调入2人 | 不再需要，保留',
  ]);
});

test('无 is no answer', () => {
  expect(linesOf(redrawn(answer(fresh, '基本支出', '无'), basic))).toEqual([
    '1 | 三、支出预算 | 基本支出 | 1249.62 | 1302.62 | -53 | -4.07 | 无 | 待填',
  ]);
});

test('figures that changed since the answer are said', () => {
  const now = asked('三、支出预算', '基本支出', 1310, 1302.62);
  expect(linesOf(redrawn(answer(fresh, '基本支出', '年中调出4人'), now))).toEqual([
    '1 | 三、支出预算 | 基本支出 | 1310 | 1302.62 | 7.38 | 0.57 | 年中调出4人 | 数字变了，请核对（原来本年1,249.62，上年1,302.62）',
  ]);
});

describe('that figures changed', () => {
  const STATUS = 8;
  const now = asked('三、支出预算', '基本支出', 1310, 1302.62);
  const marked = redrawn(answer(answer(fresh, '基本支出', '年中调出4人'), '项目支出', '新增项目'), now, projects);
  const statusIn = (sheet: DrawnSheet): unknown =>
    sheet.rows.find(({ cells }) => cells[2]?.value === '基本支出')?.cells[STATUS]?.value;
  const confirmed = (status: string): DrawnSheet =>
    typed(
      marked,
      marked.rows.findIndex(({ cells }) => cells[2]?.value === '基本支出'),
      STATUS,
      status,
    );
  const MARK = '数字变了，请核对（原来本年1,249.62，上年1,302.62）';

  test('is still said the next time, and stands before those that are answered', () => {
    const again = redrawn(redrawn(marked, projects, now), projects, now);
    expect(statusIn(again)).toBe(MARK);
    expect(linesOf(again)[0]).toContain('基本支出');
  });

  test.each(['已填', '', '核对过了'])('is not said any more once somebody has put “%s” for it', (status) => {
    expect(statusIn(redrawn(confirmed(status), now))).toBe('已填');
  });

  test('is said anew when they change once more after that', () => {
    const later = asked('三、支出预算', '基本支出', 1320, 1302.62);
    expect(statusIn(redrawn(confirmed('已填'), later))).toBe('数字变了，请核对（原来本年1,310.00，上年1,302.62）');
  });

  test('names the figures for which the words were written, however often they change', () => {
    const later = asked('三、支出预算', '基本支出', 1320, 1302.62);
    expect(statusIn(redrawn(marked, later))).toBe(MARK);
  });

  test('is a cell to be filled in; of a reason that nobody has written yet the status is not', () => {
    const changed = asked('三、支出预算', '项目支出', 180, 150);
    const looks = redrawn(answer(fresh, '基本支出', '年中调出4人'), now, changed).rows.map(
      ({ cells }) => cells[STATUS]?.look,
    );
    expect(looks.slice(-2)).toEqual(['madeWrap', 'inputWrap']);
  });

  test('is taken back when they are those again', () => {
    expect(statusIn(redrawn(marked, basic))).toBe('已填');
  });

  test('stays where somebody has shortened it, or an earlier version has written it', () => {
    expect(statusIn(redrawn(confirmed('数字变了，请核对'), now))).toMatch(/^数字变了，请核对/);
  });

  test('stays when the sheet is drawn in the other language', () => {
    const english = drawReasons([now], readReasons(workbookOf(marked)), 'en');
    expect(statusIn(english)).toMatch(/^Figures changed, please review/);
    expect(statusIn(redrawn(english, now))).toBe(MARK);
  });
});

test('a section that got another number keeps its answers', () => {
  const moved = asked('四、支出预算', '基本支出', 1249.62, 1302.62);
  expect(linesOf(redrawn(answer(fresh, '基本支出', '年中调出4人'), moved))[0]).toMatch(/年中调出4人 \| 已填$/);
});

test('an answer that nothing asks for is kept at the end, and comes back', () => {
  const without = redrawn(answer(fresh, '上级专项收入', '自治区专项纳入年初预算'), basic);
  expect(linesOf(without).at(-1)).toBe(
    '2 | 二、收入预算 | 上级专项收入 |  |  |  |  | 自治区专项纳入年初预算 | 不再需要，保留',
  );
  expect(linesOf(redrawn(without, special))).toEqual([
    '1 | 二、收入预算 | 上级专项收入 | 17 | 0 | 17 |  | 自治区专项纳入年初预算 | 已填',
  ]);
});

test('two different answers to one question are both kept', () => {
  const filled = answer(fresh, '基本支出', '年中调出4人');
  const [guide, headers, first, ...others] = filled.rows;
  if (!guide || !headers || !first) throw new Error('rows');
  const cells = first.cells.map((cell) => (cell.column === REASON ? { ...cell, value: '压减公用经费' } : cell));
  const twice = { ...filled, rows: [guide, headers, first, { cells }, ...others] };
  expect(linesOf(redrawn(twice, basic))).toEqual([
    expect.stringMatching(/年中调出4人 \| 已填$/),
    expect.stringMatching(/压减公用经费 \| 不再需要，保留$/),
  ]);
});

test('English headers are read again', () => {
  const english = answer(drawReasons([basic], NO_REASONS, 'en'), '基本支出', '年中调出4人');
  expect(linesOf(redrawn(english, basic))).toEqual([expect.stringMatching(/年中调出4人 \| 已填$/)]);
});

test('nothing to ask is a sheet with its headers', () => {
  expect(drawReasons([], NO_REASONS).rows).toHaveLength(2);
});
