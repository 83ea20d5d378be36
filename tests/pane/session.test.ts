import type { Change } from '../../src/commands/fix';
import { addressOf } from '../../src/engine/snapshot/address';
import type { CellValue } from '../../src/engine/snapshot/snapshot';
import { createExcelHost } from '../../src/hosts/excel/excel-host';
import { paneWords } from '../../src/i18n/catalogue';
import type { PaneState } from '../../src/pane/session/state';
import { paneServices } from '../../src/pane/session/services';
import type { Session } from '../../src/pane/session/session';
import { createSession } from '../../src/pane/session/session';
import type { ExcelOptions, TestExcel } from '../office/excel';
import { openExcel } from '../office/excel';
import { workbookFromSnapshot } from '../office/model/from-snapshot';
import { HostError } from '../office/server/host-error';
import { valueAt } from '../fixtures/edit';
import { TEST_TIMES, until } from './open-session';
import { sample } from '../fixtures/sample';

// A busy machine must not fail a test.
jest.setTimeout(600_000);

interface Opened {
  readonly excel: TestExcel;
  readonly session: Session;
  /** Every state the pane has shown, in order. */
  readonly seen: PaneState[];
}

function open(options: Omit<ExcelOptions, 'workbook'> = {}): Opened {
  return over(openExcel({ workbook: workbookFromSnapshot(sample), ...options }));
}

/** A pane over a running Excel. */
function over(excel: TestExcel): Opened {
  const host = createExcelHost((batch) => excel.Excel.run(batch));
  const session = createSession(paneServices(host), 'zh-CN', TEST_TIMES);
  const seen: PaneState[] = [];
  session.subscribe(() => seen.push(session.state()));
  return { excel, session, seen };
}

const rules = (excel: TestExcel): number =>
  excel.workbook.sheets.reduce((sum, sheet) => sum + sheet.conditionalFormats.length, 0);

describe('a session of the pane', () => {
  it('writes nothing by opening and checking', async () => {
    const { excel, session } = open();
    await session.check();
    expect(session.state()).toMatchObject({ freshness: 'fresh', busy: false });
    expect(session.state().checked?.report.summary.error).toBeGreaterThan(0);
    expect(excel.batches.flatMap((batch) => batch.steps).filter((step) => step.endsWith('='))).toEqual([]);
  });

  it('finds the same in a marked workbook as in the original', async () => {
    const { session } = open();
    await session.check();
    const before = session.state().checked?.report;
    await session.mark();
    expect(session.state().checked?.report).toEqual(before);
  });

  it('marks, and takes back what it did', async () => {
    const { excel, session } = open();
    await session.check();
    const original = session.state().checked?.snapshot;
    await session.mark();
    expect(session.state()).toMatchObject({
      message: { kind: 'marked', sheet: '审核结果', refused: [] },
      lastCommand: { name: 'mark' },
    });
    expect(rules(excel)).toBeGreaterThan(0);
    await session.undo();
    expect(session.state()).toMatchObject({ message: { kind: 'undone', command: 'mark' }, lastCommand: undefined });
    expect(session.state().checked?.snapshot).toEqual(original);
  });

  it('keeps a sheet of findings that somebody has written into', async () => {
    const { excel, session } = open();
    await session.mark();
    const sheet = excel.workbook.sheet('审核结果');
    const header = [...(sheet?.rows.get(1) ?? [])].find(([, cell]) => cell.value === '处理情况');
    sheet?.type(2, header?.[0] ?? -1, '已核对');
    await session.removeMarks();
    expect(session.state().message).toMatchObject({ kind: 'removed', kept: ['审核结果'] });
    expect([rules(excel), excel.workbook.sheet('审核结果') !== undefined]).toEqual([0, true]);
  });

  it('names protected sheets and marks the others', async () => {
    const { excel, session } = open();
    const sheet = excel.workbook.sheet('表三');
    if (sheet) sheet.isProtected = true;
    await session.mark();
    const { message } = session.state();
    expect(message?.kind === 'marked' && message.refused.map((refusal) => [refusal.because, refusal.edit.do])).toEqual([
      ['protected', 'setFlags'],
    ]);
    expect(rules(excel)).toBeGreaterThan(0);
    expect(sheet?.conditionalFormats).toEqual([]);
  });

  it('waits for a cell to be finished and goes on by itself', async () => {
    const { excel, session } = open();
    excel.workbook.inCellEdit = true;
    const checking = session.check();
    await until(session, (state) => state.freshness === 'waiting');
    expect(session.state().message).toMatchObject({ kind: 'problem', problem: { key: 'cell-edit' } });
    excel.workbook.inCellEdit = false;
    await checking;
    expect(session.state()).toMatchObject({ freshness: 'fresh', message: undefined });
  });

  it('stops waiting when it is told to, and says that results may be old', async () => {
    const { excel, session } = open();
    excel.workbook.inCellEdit = true;
    const checking = session.check();
    await until(session, (state) => state.freshness === 'waiting');
    session.dismiss();
    await checking;
    expect(session.state()).toMatchObject({ freshness: 'stopped', message: undefined, busy: false });
  });

  it('offers to take back what had been written when Excel stopped half way', async () => {
    const { excel, session } = open();
    await session.check();
    const original = session.state().checked?.snapshot;
    // The first reads again, the second looks, the third writes.
    excel.faults.inBatch(3).stopsHalfWay();
    await session.mark();
    expect(session.state()).toMatchObject({
      message: { kind: 'problem', partlyWritten: true },
      lastCommand: { name: 'mark' },
      busy: false,
      freshness: 'stopped',
    });
    expect(rules(excel)).toBeGreaterThan(0);
    await session.undo();
    expect(session.state().checked?.snapshot).toEqual(original);
  });

  it('offers to take back what an earlier pane left half done, before anything else is written', async () => {
    const { excel, session } = open();
    await session.check();
    const original = session.state().checked?.snapshot;
    excel.faults.inBatch(3).stopsHalfWay();
    await session.mark();
    const later = over(excel.reopenPane()).session;
    await later.check();
    await later.mark();
    expect(later.state()).toMatchObject({
      message: { kind: 'problem', problem: { key: 'unfinished' } },
      lastCommand: { name: 'unfinished' },
    });
    await later.undo();
    expect(later.state().checked?.snapshot).toEqual(original);
    await later.mark();
    expect(later.state()).toMatchObject({ message: { kind: 'marked' }, lastCommand: { name: 'mark' } });
  });

  it('keeps the old results when a new check fails', async () => {
    let broken = false;
    const { session } = open({
      beforeAction: () => {
        if (broken) throw new HostError('GeneralException', 'no');
      },
    });
    await session.check();
    const { checked } = session.state();
    broken = true;
    await session.check();
    expect(session.state()).toMatchObject({
      freshness: 'stopped',
      message: { kind: 'problem', problem: { key: 'own-mistake' } },
    });
    expect(session.state().checked).toBe(checked);
  });

  it('checks once after a burst of changes, and not after its own', async () => {
    const { excel, session, seen } = open();
    await session.check();
    const end = session.watch();
    await new Promise((resolve) => setTimeout(resolve, 10));
    const before = session.state().checked;
    for (const value of [1, 2, 3]) excel.userTypes('表三', 'E9', value);
    await until(session, (state) => state.checked !== before);
    expect(seen.filter((state) => state.freshness === 'changed').length).toBeGreaterThan(0);
    expect(new Set(seen.flatMap((state) => state.checked ?? [])).size).toBe(2);
    end();
  });
});

/** What the pane offers to write, by the address of its cell. */
const offered = (session: Session): ReadonlyMap<string, Change> =>
  new Map(
    [...(session.state().checked?.fixes.values() ?? [])].flat().map((change) => [addressOf(change.cell), change]),
  );

const shown = (session: Session, place: string): CellValue => {
  const { checked } = session.state();
  return checked ? valueAt(checked.snapshot, place) : null;
};

describe('accepting suggestions', () => {
  it('writes one cell, checks again, and names the undo after it', async () => {
    const { session } = open();
    await session.check();
    const before = session.state().checked;
    const change = offered(session).get('表三!E9');
    await session.accept(change ? [change] : []);
    const { checked, lastCommand, message, busy } = session.state();
    expect(message).toEqual({ kind: 'changed', addresses: ['表三!E9'], refused: [] });
    expect(busy).toBe(false);
    expect([shown(session, '表三!E9'), offered(session).has('表三!E9')]).toEqual([1249.62, false]);
    expect(checked?.report.summary.error).toBe((before?.report.summary.error ?? 0) - 1);
    expect(lastCommand && paneWords('zh-CN').commands.undo(lastCommand.name)).toBe('撤销：改表三!E9');

    await session.undo();
    expect(session.state().checked?.snapshot).toEqual(before?.snapshot);
    expect(session.state().checked?.report).toEqual(before?.report);
  });

  it('writes all of them in one patch and takes them back together', async () => {
    const { excel, session } = open();
    await session.check();
    const before = session.state().checked?.snapshot;
    const all = [...offered(session).values()];
    expect(all.map(({ cell }) => addressOf(cell))).toEqual(['表三!E9', '表六!F12', '表六!F29']);
    const steps = (): number =>
      excel.batches.filter((batch) => batch.steps.some((step) => /\.(?:values|formulas) =$/.test(step))).length;
    const batches = steps();
    await session.accept(all);
    expect(steps() - batches).toBe(1);
    expect(['表三!E9', '表六!F12', '表六!F29'].map((place) => shown(session, place))).toEqual([1249.62, 54.6, 179.4]);
    const { lastCommand } = session.state();
    expect(lastCommand && paneWords('zh-CN').commands.undo(lastCommand.name)).toBe('撤销：改表三!E9等3格');
    await session.undo();
    expect(session.state().checked?.snapshot).toEqual(before);
  });

  it('writes nothing where the figures say something else by now', async () => {
    const { excel, session } = open();
    await session.check();
    const change = offered(session).get('表三!E9');
    excel.userTypes('表三', 'E9', 1249.62);
    await session.accept(change ? [change] : []);
    expect(session.state()).toMatchObject({ message: { kind: 'outdated' }, lastCommand: undefined });
    expect(shown(session, '表三!E9')).toBe(1249.62);
  });

  it('says where a protected sheet refused, and offers no undo of nothing', async () => {
    const { excel, session } = open();
    await session.check();
    const sheet = excel.workbook.sheet('表三');
    if (sheet) sheet.isProtected = true;
    const change = offered(session).get('表三!E9');
    await session.accept(change ? [change] : []);
    expect(session.state()).toMatchObject({
      message: { kind: 'changed', addresses: [], refused: [{ because: 'protected' }] },
      lastCommand: undefined,
    });
    expect(shown(session, '表三!E9')).toBe(valueAt(sample, '表三!E9'));
  });
});
