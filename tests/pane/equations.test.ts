import { paneWords } from '../../src/i18n/catalogue';
import { listing } from '../../src/pane/overview/listing';
import { hasMarks } from '../../src/pane/session/has-marks';
import { messageText } from '../../src/pane/parts/message-text';
import { sample } from '../fixtures/sample';
import { stateOf } from '../office/model/state';
import { openSession, shown } from './open-session';

// A busy machine must not fail a test.
jest.setTimeout(600_000);

const words = paneWords('zh-CN');

describe('the sheet of equations, made in the pane', () => {
  it('is live, counts for nothing, and is undone as a whole', async () => {
    const one = openSession(sample);
    const { excel, session } = one;
    await session.check();
    const { report } = session.state().checked!;
    const before = stateOf(excel.workbook);
    await session.write(listing('zh-CN'));
    const { message, lastCommand, checked } = session.state();
    expect(message && messageText(message, words).text).toBe(
      `已生成“勾稽表”，列出${report.equations.total}项勾稽，两边都是公式。`,
    );
    expect(lastCommand && words.commands.undo(lastCommand.name)).toBe('撤销：生成勾稽表');
    expect(checked?.report).toEqual(report);
    const sheet = excel.workbook.sheet('勾稽表')!;
    const formulas = [...sheet.rows.values()].flatMap((row) => row.get(3)?.formula ?? []);
    expect(formulas.length).toBeGreaterThan(200);
    await session.undo();
    expect(stateOf(excel.workbook)).toEqual(before);
  });

  it('goes with the marks, also where there are no others', async () => {
    const one = openSession(sample);
    const { excel, session } = one;
    await session.check();
    const before = stateOf(excel.workbook);
    expect(hasMarks(shown(one))).toBe(false);
    await session.write(listing('zh-CN'));
    expect(hasMarks(shown(one))).toBe(true);
    await session.removeMarks();
    expect(stateOf(excel.workbook)).toEqual(before);
  });
});
