import { createExcelHost } from '../../src/hosts/excel/excel-host';
import { paneServices } from '../../src/pane/session/services';
import type { Session } from '../../src/pane/session/session';
import { createSession } from '../../src/pane/session/session';
import { sample } from '../fixtures/sample';
import type { TestExcel } from '../office/excel';
import { openExcel } from '../office/excel';
import { workbookFromSnapshot } from '../office/model/from-snapshot';
import { stateOf } from '../office/model/state';
import { TEST_TIMES } from './open-session';

// A busy machine must not fail a test.
jest.setTimeout(600_000);

const sessionOver = (excel: TestExcel): Session =>
  createSession(paneServices(createExcelHost((batch) => excel.Excel.run(batch), excel.supports)), 'zh-CN', TEST_TIMES);

/** An Excel in which marking stopped half way; its pane is gone. With what the workbook held before. */
async function crashed(): Promise<{ readonly excel: TestExcel; readonly before: unknown }> {
  const excel = openExcel({ workbook: workbookFromSnapshot(sample), excelApi: '1.14' });
  const before = stateOf(excel.workbook);
  const session = sessionOver(excel);
  await session.check();
  excel.faults.inBatch(3).stopsHalfWay();
  await session.mark();
  expect(session.state().left).toBeUndefined();
  return { excel: excel.reopenPane(), before };
}

describe('a pane that is opened after another one stopped half way', () => {
  it('says what was left, and writes nothing', async () => {
    const { excel } = await crashed();
    const before = stateOf(excel.workbook);
    const session = sessionOver(excel);
    await session.check();
    expect(session.state().left).toMatchObject({ command: 'annotate', patches: {} });
    expect([session.state().freshness, stateOf(excel.workbook)]).toEqual(['fresh', before]);
  });

  it('takes back what was written', async () => {
    const { excel, before } = await crashed();
    const session = sessionOver(excel);
    await session.check();
    await session.finish('undo');
    expect(session.state()).toMatchObject({
      left: undefined,
      lastCommand: undefined,
      message: { kind: 'undone', command: 'unfinished', refused: [] },
    });
    expect(stateOf(excel.workbook)).toEqual(before);
  });

  it('leaves what was written where it is, and takes the traces away', async () => {
    const { excel } = await crashed();
    const rules = (): number => excel.workbook.sheets.reduce((sum, it) => sum + it.conditionalFormats.length, 0);
    const written = rules();
    expect([excel.workbook.settings.size, written > 0]).toEqual([1, true]);
    const session = sessionOver(excel);
    await session.check();
    await session.finish('clean');
    expect(session.state()).toMatchObject({ left: undefined, message: { kind: 'cleaned' } });
    expect([excel.workbook.settings.size, rules()]).toEqual([0, written]);
    await session.mark();
    expect(session.state()).toMatchObject({ message: { kind: 'marked' } });
  });

  it('lets it be where nobody wants to be asked now, and asks again the next time', async () => {
    const { excel } = await crashed();
    const before = stateOf(excel.workbook);
    const session = sessionOver(excel);
    await session.check();
    session.leaveUnfinished();
    await session.check();
    expect([session.state().left, stateOf(excel.workbook)]).toEqual([undefined, before]);
    const later = sessionOver(excel.reopenPane());
    await later.check();
    expect(later.state().left).toBeDefined();
  });

  it('says nothing any more when it was taken back elsewhere', async () => {
    const { excel } = await crashed();
    const session = sessionOver(excel);
    await session.check();
    excel.workbook.settings.clear();
    await session.check();
    expect(session.state().left).toBeUndefined();
  });

  it('goes on offering it where Excel stops again', async () => {
    const { excel, before } = await crashed();
    const session = sessionOver(excel);
    await session.check();
    excel.faults.inBatch(1).fails('GeneralException');
    await session.finish('undo');
    expect(session.state()).toMatchObject({ left: {}, message: { kind: 'problem' }, busy: false });
    await session.finish('undo');
    expect(stateOf(excel.workbook)).toEqual(before);
  });
});
