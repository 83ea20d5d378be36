import { annotationPatch } from '../../../src/commands/annotate';
import { checkSnapshot } from '../../../src/commands/check';
import { createLiveCheck } from '../../../src/commands/live-check';
import type { Pace } from '../../../src/commands/pace';
import { atPace } from '../../../src/commands/pace';
import type { ChangeHint } from '../../../src/hosts/excel/events';
import { watchBursts } from '../../../src/hosts/excel/gather';
import type { ReadWish } from '../../../src/hosts/excel/read/read-snapshot';
import { sheetNamed } from '../../../src/engine/snapshot/snapshot';
import type { TestExcel } from '../../office/excel';
import { openExcel } from '../../office/excel';
import { workbookOf } from '../../office/model/build';
import { workbookFromSnapshot } from '../../office/model/from-snapshot';
import { enter } from '../../office/model/enter';
import { sample } from '../../fixtures/sample';
import type { Opened } from './opened';
import { area, formula, open, opened, patch, TODAY, value } from './opened';
import { BUDGET } from './patches';

// A busy machine must not fail a test.
jest.setTimeout(600_000);

const soon = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));
const openSample = (excelApi = TODAY): Opened =>
  opened(openExcel({ workbook: workbookFromSnapshot(sample), excelApi }));

/** Many cells at once, as a paste or a fill handle changes them: one event. */
function pastes(
  { workbook, user }: TestExcel,
  sheet: string,
  address: string,
  of: (row: number, column: number) => number,
) {
  user.does(() => {
    const there = workbook.sheet(sheet)!;
    const { top, left, bottom, right } = area(address);
    for (let row = top; row <= bottom; row++)
      for (let column = left; column <= right; column++) enter(workbook, there, row, column, of(row, column));
    workbook.note({ kind: 'cells', sheet: there, area: area(address), change: 'RangeEdited' });
  });
}

describe('hints of changes', () => {
  async function hints(one: Opened, what: () => unknown): Promise<readonly string[]> {
    const told: ChangeHint[] = [];
    await one.host.readSnapshot();
    const end = await one.host.watchChanges((hint) => told.push(hint));
    await what();
    await soon();
    await end();
    return told.map(({ kind, sheetId, areas, isRemote }) => {
      const where =
        areas?.map(({ top, left, bottom, right }) => `${top},${left},${bottom},${right}`).join(' ') ?? 'anywhere';
      return `${kind} ${one.host.sheetName(sheetId) ?? 'new'} ${where}${isRemote ? ' by others' : ''}`;
    });
  }

  it.each<readonly [string, (one: Opened) => unknown, readonly string[]]>([
    [
      'what is typed',
      ({ excel }) => excel.user.types('表三', 'D3', 21),
      ['cells 表三 2,3,2,3', 'calculated 表三 anywhere', 'calculated 表一 anywhere'],
    ],
    ['what others type', ({ excel }) => excel.coauthor.types('锁', 'B1', 2), ['cells 锁 0,1,0,1 by others']],
    ['rows that move', ({ excel }) => excel.user.insertsRow('表一', 1), ['cells 表一 anywhere']],
    ['sheets that come', ({ excel }) => excel.user.addsSheet('新'), ['sheets new anywhere']],
    ['sheets that go', ({ excel }) => excel.user.deletesSheet('锁'), ['sheets 锁 anywhere']],
  ])('say where: %s', async (_, what, told) => {
    const one = open(BUDGET);
    expect(await hints(one, () => what(one))).toEqual(told);
  });

  it.each(['1.13', TODAY, '1.19'])('are not given of own writes, at ExcelApi %s', async (excelApi) => {
    const one = open(BUDGET, { excelApi });
    const edits = [value('表三!D3', 21), formula('表一!C1', '表三!E5')];
    expect(await hints(one, () => one.host.applyPatch(patch(edits)))).toEqual([]);
    // Events come again afterwards.
    expect((await hints(one, () => one.excel.user.types('锁', 'B1', 3))).length).toBe(1);
  });

  it('are given again after Excel stopped half way', async () => {
    const one = open(BUDGET, { excelApi: '1.13' });
    one.excel.faults.inBatch(3).stopsHalfWay();
    await one.host.readSnapshot();
    await one.host.applyPatch(patch([value('表三!D3', 21), formula('表一!C1', '表三!E5')])).catch(() => undefined);
    expect((await hints(one, () => one.excel.user.types('锁', 'B1', 3))).length).toBe(1);
  });
});

describe('a burst of changes', () => {
  const TIMES = { first: 2, settle: 5, longest: 60 };

  async function bursts(
    one: Opened,
    what: () => Promise<void>,
  ): Promise<{ began: number; wishes: readonly ReadWish[] }> {
    let began = 0;
    const wishes: ReadWish[] = [];
    const end = await watchBursts(
      (changed) => one.host.watchChanges(changed),
      { began: () => began++, ended: (wish) => wishes.push(wish) },
      TIMES,
    );
    await what();
    await end();
    return { began, wishes };
  }
  const until = async (holds: () => boolean): Promise<void> => {
    while (!holds()) await new Promise((resolve) => setTimeout(resolve, 1));
  };

  it('is told once, with what it touched', async () => {
    const one = openSample();
    await one.host.readSnapshot();
    let told = 0;
    const { began, wishes } = await bursts(one, async () => {
      for (const [sheet, address] of [
        ['表三', 'E9'],
        ['表三', 'F9'],
        ['表五', 'E9'],
      ] as const)
        one.excel.user.types(sheet, address, 7);
      await until(() => ++told > 60);
    });
    expect([began, wishes.length]).toEqual([1, 1]);
    const id = (name: string): string => one.excel.workbook.sheet(name)!.id;
    expect([...(wishes[0]?.areas ?? [])].map(([sheet, areas]) => [sheet, areas.length])).toEqual([
      [id('表三'), 2],
      [id('表五'), 1],
    ]);
  });

  it('begins with a change that is told at once, whatever the pause that ends the burst', async () => {
    const one = openSample();
    const wishes: ReadWish[] = [];
    const end = await watchBursts(
      (changed) => one.host.watchChanges(changed),
      { ended: (wish) => wishes.push(wish) },
      // Whoever waited for a pause here would wait for ever.
      { first: 1, settle: 1_000_000, longest: 2_000_000 },
    );
    one.excel.user.types('表三', 'E9', 7);
    await until(() => wishes.length === 1);
    // What follows without a pause is one burst, and waits for its end.
    one.excel.user.types('表三', 'F9', 7);
    one.excel.user.types('表三', 'G9', 7);
    await new Promise((resolve) => setTimeout(resolve, 30));
    await end();
    expect(wishes.length).toBe(1);
  });

  it('that does not end is told all the same', async () => {
    const one = openSample();
    const { began, wishes } = await bursts(one, async () => {
      for (let index = 0; index < 100; index++) {
        one.excel.user.types('表三', 'E9', index);
        await new Promise((resolve) => setTimeout(resolve, 2));
      }
    });
    expect(wishes.length).toBeGreaterThan(0);
    expect(began).toBeGreaterThanOrEqual(wishes.length);
  });

  it('is not told after the watch has ended', async () => {
    const one = openSample();
    const { wishes } = await bursts(one, () => {
      one.excel.user.types('表三', 'E9', 1);
      return Promise.resolve();
    });
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(wishes).toEqual([]);
  });
});

describe('what has changed is read in one batch, and comes to what a fresh reading gives', () => {
  const wishOf = (one: Opened, sheet: string, ...addresses: readonly string[]): ReadWish => {
    const { id } = one.excel.workbook.sheet(sheet)!;
    return { changed: new Set([id]), areas: new Map([[id, addresses.map(area)]]) };
  };

  it.each<readonly [string, readonly string[], (excel: TestExcel) => void, number]>([
    ['a cell', ['E9'], ({ user }) => user.types('表三', 'E9', 1), 1],
    ['a cell that is cleared', ['E9'], ({ user }) => user.types('表三', 'E9', ''), 1],
    ['a formula', ['E9'], ({ user }) => user.types('表三', 'E9', '=F9+1'), 1],
    ['an area', ['E7:G12'], (excel) => pastes(excel, '表三', 'E7:G12', (row, column) => row + column), 1],
    ['below all that was there', ['B90'], ({ user }) => user.types('表三', 'B90', 'x'), 1],
    ['more than was told', ['E9'], ({ user }) => (user.types('表三', 'E9', 1), user.types('表三', 'Z95', 'x')), 2],
  ])('%s', async (_, addresses, change, batches) => {
    const one = openSample();
    await one.host.readSnapshot();
    change(one.excel);
    const before = one.excel.batches.length;
    const read = await one.host.readSnapshot(wishOf(one, '表三', ...addresses));
    expect(one.excel.batches.length - before).toBe(batches);
    expect(read).toEqual(await openedAgain(one).host.readSnapshot());
  });

  it('asks for less than the whole sheet', async () => {
    const rows = Array.from({ length: 4000 }, (_, row) => ['行政运行', row, row * 2]);
    const one = open([{ name: '大', rows }]);
    await one.host.readSnapshot();
    const whole = one.excel.batches.at(-1)!.responseBytes;
    one.excel.user.types('大', 'B7', 1);
    await one.host.readSnapshot(wishOf(one, '大', 'B7'));
    expect(one.excel.batches.at(-1)!.responseBytes).toBeLessThan(whole / 3);
  });

  it('gives the rows that hold the same as the very same, also of a sheet that was read as a whole', async () => {
    const one = openSample();
    const before = sheetNamed(await one.host.readSnapshot(), '表三')!.rows;
    one.excel.user.types('表三', 'E9', '=F9+1');
    const after = sheetNamed(await one.host.readSnapshot(), '表三')!.rows;
    expect(after.filter((row) => !before.includes(row)).map(({ row }) => row)).toEqual([8]);
  });

  it('reads everything after a write of our own, of which nobody is told', async () => {
    const one = openSample();
    await one.host.readSnapshot();
    await one.host.applyPatch(patch([value('表三!E9', 5), value('表五!E9', 6)]));
    one.excel.user.types('表三', 'F9', 1);
    const read = await one.host.readSnapshot(wishOf(one, '表三', 'F9'));
    expect(read).toEqual(await openedAgain(one).host.readSnapshot());
  });

  const openedAgain = (one: Opened): Opened => opened(one.excel.reopenPane());
});

describe('live checking', () => {
  const EAGER: Pace = { slice: 0, patience: Infinity, now: () => 0, pause: soon };

  it('shows the finding of an edit after one batch', async () => {
    const { excel, host } = openSample();
    const live = createLiveCheck();
    await live.check(await host.readSnapshot());
    const wishes: ReadWish[] = [];
    const end = await watchBursts(
      (changed) => host.watchChanges(changed),
      { ended: (wish) => wishes.push(wish) },
      { first: 1, settle: 1, longest: 10 },
    );
    excel.user.types('表三', 'E9', 1249.62);
    while (wishes.length === 0) await soon();
    await end();
    const before = excel.batches.length;
    const snapshot = await host.readSnapshot(wishes[0]);
    expect(excel.batches.length - before).toBe(1);
    expect(await live.check(snapshot)).toEqual(await checkSnapshot(snapshot));
  });

  it('finds the same with our flags and sheets in the workbook', async () => {
    const { host } = openSample();
    const live = createLiveCheck();
    const snapshot = await host.readSnapshot();
    const report = await live.check(snapshot);
    await host.applyPatch(annotationPatch(snapshot, report!, 'zh-CN'));
    expect(await live.check(await host.readSnapshot())).toEqual(report);
  });

  it('of a paste of 10,000 cells lets others have a turn again and again', async () => {
    const rows = Array.from({ length: 2500 }, (_, row) => [`${2010101 + row}`, '行政运行', 1, 1, 0]);
    const one = opened(
      openExcel({
        workbook: workbookOf([
          {
            name: '表三',
            rows: [['部门支出总体情况表'], ['科目编码', '科目名称', '合计', '基本支出', '项目支出'], ...rows],
          },
        ]),
      }),
    );
    let pauses = 0;
    const live = createLiveCheck({ ...EAGER, pause: () => (pauses++, soon()) });
    await live.check(await one.host.readSnapshot());
    pauses = 0;
    pastes(one.excel, '表三', 'C3:E2502', (row, column) => row * column);
    const { id } = one.excel.workbook.sheet('表三')!;
    const wish = { changed: new Set([id]), areas: new Map([[id, [area('C3:E2502')]]]) };
    const snapshot = await one.host.readSnapshot(wish);
    expect(await live.check(snapshot)).toEqual(await checkSnapshot(snapshot));
    expect(pauses).toBeGreaterThan(20);
  });

  it('that is overtaken by another change gives way to it', async () => {
    const { excel, host } = openSample();
    const live = createLiveCheck(EAGER);
    const first = live.check(await host.readSnapshot());
    excel.user.types('表三', 'E9', 1249.62);
    const snapshot = await host.readSnapshot();
    const second = live.check(snapshot);
    expect([await first, await second]).toEqual([undefined, await checkSnapshot(snapshot)]);
  });
});

describe('work at a pace', () => {
  function* work(log: string[]): Generator<undefined, string> {
    for (const step of ['a', 'b', 'c']) {
      log.push(step);
      yield;
    }
    return 'done';
  }
  const paced = (ticks: readonly number[], log: string[]): Pace => {
    let tick = 0;
    return {
      slice: 10,
      patience: Infinity,
      now: () => ticks[Math.min(tick++, ticks.length - 1)]!,
      pause: () => (log.push('pause'), soon()),
    };
  };

  it('pauses when a slice is over, not before', async () => {
    const log: string[] = [];
    expect(await atPace(work(log), paced([0, 4, 11, 11, 12], log))).toBe('done');
    expect(log).toEqual(['a', 'b', 'pause', 'c']);
  });

  it('ends where nobody wants the result any more', async () => {
    const log: string[] = [];
    expect(await atPace(work(log), paced([0, 20], log), () => false)).toBeUndefined();
    expect(log).toEqual(['a', 'pause']);
  });
});
