import fc from 'fast-check';
import { checkSnapshot } from '../../src/commands/check';
import type { Pace } from '../../src/commands/pace';
import type { Change } from '../../src/commands/fix';
import { addressOf } from '../../src/engine/snapshot/address';
import type { CheckReport } from '../../src/engine/finding/report';
import { createExcelHost } from '../../src/hosts/excel/excel-host';
import { paneServices } from '../../src/pane/session/services';
import type { Session } from '../../src/pane/session/session';
import { createSession } from '../../src/pane/session/session';
import type { PaneState } from '../../src/pane/session/state';
import { isUpToDate } from '../../src/pane/session/state';
import { sample } from '../fixtures/sample';
import type { ExcelOptions, TestExcel } from '../office/excel';
import { openExcel } from '../office/excel';
import { workbookFromSnapshot } from '../office/model/from-snapshot';
import { TEST_TIMES, until } from './open-session';

// A busy machine must not fail a test.
jest.setTimeout(600_000);

interface Followed {
  readonly excel: TestExcel;
  readonly session: Session;
  /** Every state that was shown, in order. */
  readonly seen: PaneState[];
  readonly end: () => void;
}

/** A pace at which everything is over in no time. */
const QUICK: Pace = { slice: 1000, patience: Infinity, now: () => 0, pause: () => Promise.resolve() };

/** A pace at which every search is slow: what is known is shown as soon as there is anything. `paused` has a turn at each pause. */
const slow = (paused: () => void = () => undefined): Pace => {
  let now = 0;
  const pause = async (): Promise<void> => {
    paused();
    await new Promise((resolve) => setTimeout(resolve, 0));
  };
  return { slice: 0, patience: 0, now: () => now++, pause };
};

/** An Excel in which nobody has opened the pane yet. */
const excelOf = (options: Omit<ExcelOptions, 'workbook'> = {}): TestExcel =>
  openExcel({ workbook: workbookFromSnapshot(sample), excelApi: '1.14', ...options });

/** A pane that was opened, has checked, and follows what is done. */
async function follow(excel: TestExcel, pace: Pace = QUICK): Promise<Followed> {
  const host = createExcelHost((batch) => excel.Excel.run(batch), excel.supports);
  const session = createSession(paneServices(host, pace), 'zh-CN', TEST_TIMES);
  const seen: PaneState[] = [];
  session.subscribe(() => seen.push(session.state()));
  const end = session.watch();
  await session.check();
  return { excel, session, seen, end };
}

/** What a pane that is opened now would say. */
async function freshly({ workbook }: TestExcel): Promise<CheckReport> {
  const excel = openExcel({ workbook, excelApi: '1.14' });
  return checkSnapshot(await createExcelHost((batch) => excel.Excel.run(batch), excel.supports).readSnapshot());
}

/** Waits until a change has been followed. */
const updated = ({ session }: Followed, since: PaneState): Promise<PaneState> =>
  until(session, (state) => state.checked !== since.checked && isUpToDate(state));

/** Long enough for whatever would come to have come. */
const aWhile = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 80));

const reads = (excel: TestExcel, from: number): number => excel.batches.length - from;

const errorAt = (state: PaneState, address: string): boolean =>
  state.checked?.report.causes.some(({ alternatives }) =>
    alternatives.some((way) => way.some(({ cell }) => addressOf(cell) === address)),
  ) ?? false;

describe('a pane that is open', () => {
  it('has read, checked and begun to watch in three batches', async () => {
    const excel = excelOf();
    const { end } = await follow(excel);
    await aWhile();
    expect(excel.batches.length).toBe(3);
    end();
  });

  it('shows what an edit brings about after one batch, and what goes with it after another', async () => {
    const one = await follow(excelOf());
    const { excel, session } = one;
    const before = session.state();
    expect(errorAt(before, '表三!E9')).toBe(true);
    const batches = excel.batches.length;
    excel.user.types('表三', 'E9', 1249.62);
    const mended = await updated(one, before);
    expect([errorAt(mended, '表三!E9'), mended.freshness, reads(excel, batches)]).toEqual([false, 'updated', 1]);
    excel.user.types('表三', 'E9', 1294.62);
    const again = await updated(one, mended);
    expect([errorAt(again, '表三!E9'), reads(excel, batches)]).toEqual([true, 2]);
    expect(again.checked?.report).toEqual(await freshly(excel));
    one.end();
  });

  it('says that it checks from the first moment on, and keeps what it showed until then', async () => {
    const one = await follow(excelOf());
    const before = one.session.state();
    one.seen.length = 0;
    one.excel.user.types('表三', 'E9', 1);
    await updated(one, before);
    expect(one.seen.map(({ freshness, checked }) => [freshness, checked === before.checked])).toEqual([
      ['changed', true],
      ['updated', false],
    ]);
    one.end();
  });

  it('asks of a large sheet for little more than the cell that was changed', async () => {
    const one = await follow(excelOf());
    const whole = Math.max(...one.excel.batches.map(({ responseBytes }) => responseBytes));
    const before = one.session.state();
    one.excel.user.types('表三', 'E9', 7);
    await updated(one, before);
    expect(one.excel.batches.at(-1)!.responseBytes).toBeLessThan(whole / 2);
    one.end();
  });

  it('reads once for a burst of changes', async () => {
    const one = await follow(excelOf());
    const before = one.session.state();
    const batches = one.excel.batches.length;
    for (const value of [1, 2, 3, 4]) one.excel.user.types('表三', `E${value + 7}`, value);
    await updated(one, before);
    await aWhile();
    expect(reads(one.excel, batches)).toBe(1);
    one.end();
  });

  it('is not set off by what it writes itself', async () => {
    const one = await follow(excelOf());
    const { excel, session } = one;
    const change = [...(session.state().checked?.fixes.values() ?? [])].flat()[0];
    await session.accept(change ? [change] : []);
    const after = excel.batches.length;
    await aWhile();
    expect([reads(excel, after), session.state().freshness]).toEqual([0, 'fresh']);
    await session.mark();
    const marked = excel.batches.length;
    await aWhile();
    expect([reads(excel, marked), session.state().freshness]).toEqual([0, 'fresh']);
    one.end();
  });

  it('lets nobody wait who types on: no word of it, and the results follow', async () => {
    const one = await follow(excelOf());
    const before = one.session.state();
    one.seen.length = 0;
    one.excel.user.types('表三', 'E9', 5);
    one.excel.workbook.inCellEdit = true;
    await aWhile();
    expect(one.session.state()).toMatchObject({ freshness: 'changed', message: undefined });
    one.excel.workbook.inCellEdit = false;
    const after = await updated(one, before);
    expect(one.seen.every(({ message, freshness }) => message === undefined && freshness !== 'waiting')).toBe(true);
    expect(after.checked?.report).toEqual(await freshly(one.excel));
    one.end();
  });

  it('that was opened while a cell was being edited follows all the same', async () => {
    const excel = excelOf();
    excel.workbook.inCellEdit = true;
    const host = createExcelHost((batch) => excel.Excel.run(batch), excel.supports);
    const session = createSession(paneServices(host), 'zh-CN', TEST_TIMES);
    const end = session.watch();
    const checking = session.check();
    await until(session, ({ freshness }) => freshness === 'waiting');
    excel.workbook.inCellEdit = false;
    await checking;
    await aWhile();
    const before = session.state();
    excel.user.types('表三', 'E9', 1249.62);
    const after = await until(session, (state) => state.checked !== before.checked && isUpToDate(state));
    expect(after.checked?.report).toEqual(await freshly(excel));
    end();
  });

  it('does not call it an update where nothing is another', async () => {
    const one = await follow(excelOf());
    const opened = one.session.state();
    one.excel.user.types('表三', 'E9', 7);
    const before = await updated(one, opened);
    one.seen.length = 0;
    one.excel.user.types('表三', 'E9', 7);
    await until(one.session, () => one.seen.some(isUpToDate));
    expect([one.session.state().checked === before.checked, one.session.state().freshness]).toEqual([true, 'fresh']);
    one.end();
  });

  it('reads what it could not read together with what comes next', async () => {
    const one = await follow(excelOf());
    const { excel, session } = one;
    excel.workbook.inBackground = true;
    excel.user.types('表五', 'E9', 77);
    await until(session, ({ freshness }) => freshness === 'stopped');
    expect(session.state().message).toMatchObject({ kind: 'problem', problem: { key: 'other-workbook' } });
    const before = session.state();
    excel.workbook.inBackground = false;
    const batches = excel.batches.length;
    excel.user.types('表三', 'E9', 8);
    const after = await updated(one, before);
    expect([reads(excel, batches), after.message]).toEqual([1, undefined]);
    expect(after.checked?.report).toEqual(await freshly(excel));
    one.end();
  });

  it('follows what was changed while it was checking, and does not call itself up to date before', async () => {
    const excel = excelOf();
    let typesInPause = false;
    const pause = async (): Promise<void> => {
      if (typesInPause) {
        typesInPause = false;
        excel.user.types('表五', 'E9', 66);
      }
      await new Promise((resolve) => setTimeout(resolve, 0));
    };
    const one = await follow(excel, { slice: 0, patience: Infinity, now: () => 0, pause });
    one.seen.length = 0;
    typesInPause = true;
    excel.user.types('表三', 'E9', 9);
    await until(one.session, (state) => isUpToDate(state) && !typesInPause);
    const reports = [...new Set(one.seen.map(({ checked }) => checked))];
    expect(reports.length).toBe(3);
    expect(one.seen.find(({ checked }) => checked === reports[1])?.freshness).toBe('changed');
    expect(one.session.state().checked?.report).toEqual(await freshly(excel));
    one.end();
  });

  it('works in slices', async () => {
    let pauses = 0;
    const pause = (): Promise<void> => (pauses++, new Promise((resolve) => setTimeout(resolve, 0)));
    const one = await follow(excelOf(), { slice: 0, patience: Infinity, now: () => 0, pause });
    const before = one.session.state();
    const paused = pauses;
    one.excel.user.types('表三', 'E9', 9);
    await updated(one, before);
    expect([paused > 10, pauses > paused]).toEqual([true, true]);
    one.end();
  });

  it.each<readonly [string, (excel: TestExcel) => void]>([
    ['a row is put in', ({ user }) => user.insertsRow('表三', 9)],
    ['a row goes', ({ user }) => user.deletesRow('表三', 9)],
    ['a sheet comes', ({ user }) => user.addsSheet('新表')],
    ['a sheet goes', ({ user }) => user.deletesSheet('表九')],
    [
      'a sheet is renamed, which Excel does not tell',
      ({ user }) => {
        user.renamesSheet('表三', '支出');
        user.types('支出', 'E9', 3);
      },
    ],
    ['others type', ({ coauthor }) => coauthor.types('表三', 'E9', 3)],
    [
      'it is taken back',
      ({ user }) => {
        user.types('表三', 'E9', 3);
        user.undoes();
        user.types('表五', 'E9', 3);
      },
    ],
  ])('sees what a fresh check sees when %s', async (_, change) => {
    const one = await follow(excelOf());
    const before = one.session.state();
    const batches = one.excel.batches.length;
    change(one.excel);
    const after = await updated(one, before);
    expect(after.checked?.report).toEqual(await freshly(one.excel));
    // One more for a sheet that is new to it.
    expect(reads(one.excel, batches)).toBeLessThanOrEqual(2);
    one.end();
  });
});

const pendingIn = (report: CheckReport | undefined): number =>
  (report?.causes ?? []).filter(({ pending }) => pending).length;

describe('a pane in which the search for the wrong cell takes long', () => {
  it('shows what fails at once, and keeps to what was checked in everything else until the cell is known', async () => {
    const one = await follow(excelOf(), slow());
    const before = one.session.state();
    one.seen.length = 0;
    one.excel.user.types('表五', 'F24', '');
    const after = await updated(one, before);
    const shown = one.seen.map(({ checked, soFar, freshness }) => [
      checked === before.checked,
      pendingIn(soFar),
      freshness,
    ]);
    // Before the other checks are done, and once more after them.
    expect(shown).toEqual([
      [true, 0, 'changed'],
      [true, 1, 'changed'],
      [true, 1, 'changed'],
      [false, 0, 'updated'],
    ]);
    expect([after.soFar, pendingIn(after.checked?.report)]).toEqual([undefined, 0]);
    expect(after.checked?.report).toEqual(await freshly(one.excel));
    one.end();
  });

  it('shows nothing in between where the search is over in no time', async () => {
    const one = await follow(excelOf());
    const before = one.session.state();
    one.excel.user.types('表五', 'F24', '');
    await updated(one, before);
    expect(one.seen.every(({ soFar }) => soFar === undefined)).toBe(true);
    one.end();
  });

  it('lets a search be that a later edit has overtaken', async () => {
    const excel = excelOf();
    let isShown = (): boolean => false;
    let typed = false;
    const pace = slow(() => {
      if (typed || !isShown()) return;
      typed = true;
      excel.user.types('表五', 'F24', 1249.62);
    });
    const one = await follow(excel, pace);
    isShown = () => one.session.state().soFar !== undefined;
    const before = one.session.state();
    one.seen.length = 0;
    excel.user.types('表五', 'F24', '');
    const after = await until(one.session, (state) => typed && isUpToDate(state));
    // All is as it was before the first edit: of that nothing but its findings was ever shown.
    expect(new Set(one.seen.map(({ checked }) => checked?.report)).size).toBeLessThanOrEqual(2);
    expect(after.checked?.report).toEqual(before.checked?.report);
    expect(after.soFar).toBeUndefined();
    one.end();
  });

  it('finishes that search where the later edit cannot be read yet', async () => {
    const excel = excelOf();
    let isShown = (): boolean => false;
    const pace = slow(() => {
      if (excel.workbook.inCellEdit || !isShown()) return;
      excel.user.types('表三', 'E9', 7);
      excel.workbook.inCellEdit = true;
    });
    const one = await follow(excel, pace);
    isShown = () => one.session.state().soFar !== undefined;
    const before = one.session.state();
    excel.user.types('表五', 'F24', '');
    const rest = await until(one.session, ({ checked }) => checked !== before.checked);
    expect([rest.freshness, rest.soFar, pendingIn(rest.checked?.report)]).toEqual(['changed', undefined, 0]);
    expect(errorAt(rest, '表五!F24')).toBe(true);
    isShown = () => false;
    excel.workbook.inCellEdit = false;
    const after = await until(one.session, isUpToDate);
    expect(after.checked?.report).toEqual(await freshly(excel));
    one.end();
  });

  it('writes by nothing that is only shown: what is marked meanwhile is what a fresh check finds', async () => {
    const marked = async (pace: Pace, meanwhile: (one: Followed) => Promise<unknown>): Promise<unknown> => {
      const one = await follow(excelOf(), pace);
      one.excel.user.types('表五', 'F24', '');
      await meanwhile(one);
      await one.session.mark();
      one.end();
      return one.session.state().checked?.snapshot.sheets;
    };
    const pending = ({ session }: Followed): Promise<PaneState> => until(session, ({ soFar }) => pendingIn(soFar) > 0);
    const afterwards = ({ session }: Followed): Promise<PaneState> => until(session, isUpToDate);
    expect(await marked(slow(), pending)).toEqual(await marked(QUICK, afterwards));
  });

  it('accepts nothing that only a report before the edit asked for', async () => {
    const one = await follow(excelOf(), slow());
    const before = one.session.state();
    const changes = [...(before.checked?.fixes.values() ?? [])]
      .flat()
      .filter(({ cell }) => addressOf(cell) === '表三!E9');
    expect(changes).toHaveLength(1);
    one.excel.user.types('表三', 'E9', 1249.62);
    one.excel.user.types('表五', 'F24', '');
    await until(one.session, ({ soFar }) => soFar !== undefined);
    await one.session.accept(changes);
    expect(one.session.state().message).toMatchObject({ kind: 'outdated' });
    expect(one.session.state().checked?.report).toEqual(await freshly(one.excel));
    one.end();
  });
});

describe('somebody who comes back to the pane', () => {
  /** A change that Excel tells nobody of. */
  const changesUnseen = ({ workbook }: TestExcel): void => workbook.sheet('表三')?.type(8, 4, 1249.62);

  it('sees what Excel did not tell', async () => {
    const one = await follow(excelOf());
    await aWhile();
    const before = one.session.state();
    changesUnseen(one.excel);
    await one.session.lookAgain();
    expect(one.session.state().checked).not.toBe(before.checked);
    expect(one.session.state().checked?.report).toEqual(await freshly(one.excel));
    one.end();
  });

  it('is shown the very same where nothing has changed', async () => {
    const one = await follow(excelOf());
    await aWhile();
    const before = one.session.state();
    await one.session.lookAgain();
    expect(one.session.state()).toBe(before);
    one.end();
  });

  it('is not told that Excel was busy', async () => {
    const one = await follow(excelOf());
    await aWhile();
    const before = one.session.state();
    one.excel.workbook.inCellEdit = true;
    await one.session.lookAgain();
    expect(one.session.state()).toBe(before);
    one.excel.workbook.inCellEdit = false;
    one.end();
  });
});

/** A step of somebody who works in the workbook while the pane is open. */
type Step =
  | {
      readonly do: 'type';
      readonly by: 'user' | 'coauthor';
      readonly sheet: number;
      readonly row: number;
      readonly column: number;
      readonly value: number | string;
    }
  | { readonly do: 'insert' | 'delete'; readonly sheet: number; readonly row: number }
  | { readonly do: 'undo' | 'accept' | 'takeBack' | 'wait' };

const sheet = fc.nat({ max: 8 });
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constant('type' as const),
      by: fc.constantFrom('user' as const, 'coauthor' as const),
      sheet,
      row: fc.integer({ min: 4, max: 25 }),
      column: fc.integer({ min: 1, max: 7 }),
      value: fc.oneof(fc.integer({ min: -50, max: 2000 }), fc.constantFrom('', '12.5', '无', '=1+1', '—')),
    }),
  },
  fc.record({ do: fc.constantFrom('insert' as const, 'delete' as const), sheet, row: fc.integer({ min: 6, max: 20 }) }),
  fc.record({ do: fc.constantFrom('undo' as const, 'accept' as const, 'takeBack' as const, 'wait' as const) }),
);

async function take(one: Followed, what: Step): Promise<void> {
  const { excel, session } = one;
  const name = 'sheet' in what ? excel.workbook.sheets[what.sheet % excel.workbook.sheets.length]?.name : undefined;
  switch (what.do) {
    case 'type':
      if (name !== undefined)
        excel[what.by].types(name, `${String.fromCharCode(65 + what.column)}${what.row + 1}`, what.value);
      return;
    case 'insert':
      if (name !== undefined) excel.user.insertsRow(name, what.row);
      return;
    case 'delete':
      if (name !== undefined) excel.user.deletesRow(name, what.row);
      return;
    case 'undo':
      excel.user.undoes();
      return;
    case 'accept': {
      const changes: readonly Change[] = [...(session.state().checked?.fixes.values() ?? [])].flat().slice(0, 1);
      return session.accept(changes);
    }
    case 'takeBack':
      return session.undo();
    case 'wait':
      return aWhile();
  }
}

it.each([
  ['', 30, () => QUICK],
  [', however slow the search', 15, () => slow()],
])('never disagrees with a fresh check, whatever is done%s', async (_, numRuns, pace) => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 8 }), async (steps) => {
      const one = await follow(excelOf(), pace());
      for (const what of steps) await take(one, what);
      await aWhile();
      await until(one.session, isUpToDate);
      expect(one.session.state().checked?.report).toEqual(await freshly(one.excel));
      expect(one.session.state().soFar).toBeUndefined();
      expect(one.seen.every(({ checked }) => pendingIn(checked?.report) === 0)).toBe(true);
      one.end();
    }),
    { numRuns },
  );
});
