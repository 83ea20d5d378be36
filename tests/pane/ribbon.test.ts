import { createExcelHost } from '../../src/hosts/excel/excel-host';
import { completeOnce } from '../../src/pane/ribbon/complete';
import type { RibbonCommand } from '../../src/pane/ribbon/run-command';
import { runCommand } from '../../src/pane/ribbon/run-command';
import { paneServices } from '../../src/pane/session/services';
import { createSession } from '../../src/pane/session/session';
import { sample } from '../fixtures/sample';
import { workbook as workbookOf } from '../fixtures/sheet';
import { stateOf } from '../office/model/state';
import type { OpenedSession } from './open-session';
import { openSession, TEST_TIMES, until } from './open-session';

// A busy machine must not fail a test.
jest.setTimeout(600_000);

const run = ({ session }: OpenedSession, command: RibbonCommand): ReturnType<typeof runCommand> =>
  runCommand(session, command, 'zh-CN');
const sheets = ({ excel }: OpenedSession): readonly string[] => excel.workbook.sheets.map(({ name }) => name);

describe('a button of the ribbon that does something at once', () => {
  it('marks the cells and shows the list; clears all of it again', async () => {
    const one = openSession(sample);
    const before = stateOf(one.excel.workbook);
    expect(await run(one, 'mark')).toEqual({ show: '审核结果' });
    expect(sheets(one)).toContain('审核结果');
    expect(await run(one, 'removeMarks')).toEqual({});
    expect(stateOf(one.excel.workbook)).toEqual(before);
    expect(await run(one, 'removeMarks')).toEqual({ say: '没有标记，也没有本工具生成的清单，不用清除。' });
  });

  it('lists the equations and draws the charts, each shown', async () => {
    const one = openSession(sample);
    expect(await run(one, 'listEquations')).toEqual({ show: '勾稽表' });
    expect(await run(one, 'drawCharts')).toEqual({ show: '图表' });
  });

  it.each<RibbonCommand>(['mark', 'listEquations', 'drawCharts'])(
    'says what was looked at in vain: %s',
    async (command) => {
      const one = openSession(workbookOf([]));
      const before = stateOf(one.excel.workbook);
      expect((await run(one, command)).say).toMatch(/没有认出/);
      expect(stateOf(one.excel.workbook)).toEqual(before);
    },
  );

  it('does not wait until somebody has typed: nothing is written, and that is said', async () => {
    const one = openSession(sample);
    one.excel.workbook.inCellEdit = true;
    const { say, show } = await run(one, 'mark');
    expect([say, show]).toEqual(['有单元格正在编辑，没有写入。请先按回车结束编辑，再点一次。', undefined]);
    one.excel.workbook.inCellEdit = false;
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(sheets(one)).not.toContain('审核结果');
  });

  it('says what was left out: a protected sheet', async () => {
    const one = openSession(sample);
    one.excel.workbook.sheet('表三')!.isProtected = true;
    const { say, show } = await run(one, 'mark');
    expect(show).toBe('审核结果');
    expect(say).toMatch(/“表三”受保护/);
  });

  it('does not write over what stopped half way before', async () => {
    const one = openSession(sample);
    await one.session.check();
    one.excel.faults.inBatch(4).stopsHalfWay();
    const first = await run(one, 'mark');
    expect(first.say).toMatch(/请点“审核”打开窗格处理。$/);
    const again = openBeside(one);
    const half = stateOf(one.excel.workbook);
    expect((await run(again, 'listEquations')).say).toMatch(/这是上一步留下的，请先撤销它/);
    expect(stateOf(one.excel.workbook)).toEqual(half);
  });

  it('is noticed by a pane that stands open beside it', async () => {
    const pane = openSession(sample);
    const end = pane.session.watch();
    await pane.session.check();
    await run(openBeside(pane), 'mark');
    await pane.session.lookAgain('surely');
    const { checked } = await until(pane.session, ({ freshness }) => freshness === 'updated' || freshness === 'fresh');
    expect(checked?.snapshot.sheets.map(({ name }) => name)).toContain('审核结果');
    end();
  });
});

describe('the end of a command', () => {
  beforeEach(() => void jest.useFakeTimers());
  afterEach(() => void jest.useRealTimers());
  const minutes = (count: number): Promise<void> => jest.advanceTimersByTimeAsync(count * 60_000);

  it.each<readonly [string, () => Promise<void>]>([
    ['done', () => Promise.resolve()],
    ['broken off by a mistake', () => Promise.reject(new Error('mistake'))],
  ])('is told when it is %s, and only once', async (_, work) => {
    const completed = jest.fn();
    completeOnce(work(), completed);
    await minutes(0);
    expect(completed).toHaveBeenCalledTimes(1);
    await minutes(10);
    expect(completed).toHaveBeenCalledTimes(1);
  });

  it('is told before Excel stops waiting after five minutes, while the work goes on', async () => {
    const completed = jest.fn();
    let end = (): void => undefined;
    completeOnce(new Promise((resolve) => (end = resolve)), completed);
    await minutes(4);
    expect(completed).not.toHaveBeenCalled();
    await minutes(0.9);
    expect(completed).toHaveBeenCalledTimes(1);
    end();
    await minutes(0);
    expect(completed).toHaveBeenCalledTimes(1);
  });
});

/** Another page of the add-in over the same workbook. */
function openBeside({ excel }: OpenedSession): OpenedSession {
  const host = createExcelHost((batch) => excel.Excel.run(batch), excel.supports);
  return { excel, session: createSession(paneServices(host), 'zh-CN', TEST_TIMES) };
}
