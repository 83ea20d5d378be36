import { paneWords } from '../../src/i18n/catalogue';
import { charting } from '../../src/pane/overview/charting';
import { hasMarks } from '../../src/pane/session/has-marks';
import { messageText } from '../../src/pane/parts/message-text';
import { sample } from '../fixtures/sample';
import { blankForms } from '../fixtures/shanghai';
import { workbook as workbookOf } from '../fixtures/sheet';
import type { ModelSheet } from '../office/model/workbook';
import { stateOf } from '../office/model/state';
import type { OpenedSession } from './open-session';
import { openSession, shown } from './open-session';

// A busy machine must not fail a test.
jest.setTimeout(600_000);

const words = paneWords('zh-CN');
const said = ({ session }: OpenedSession): unknown => {
  const { message } = session.state();
  return message && messageText(message, words).text;
};
const chartsIn = ({ excel }: OpenedSession): ModelSheet => excel.workbook.sheet('图表')!;

async function drawn(): Promise<OpenedSession> {
  const one = openSession(sample);
  await one.session.check();
  await one.session.write(charting('zh-CN'));
  return one;
}

describe('charts, drawn from the pane', () => {
  it('stand on live formulas in a sheet of their own, which counts for nothing', async () => {
    const one = openSession(sample);
    await one.session.check();
    const { report } = one.session.state().checked!;
    await one.session.write(charting('zh-CN'));
    expect(said(one)).toBe('已生成“图表”，2幅图，随表变动。没有上年数，只画了本年。');
    expect(one.session.state().checked!.report).toEqual(report);
    const sheet = chartsIn(one);
    expect(sheet.charts.map(({ type, source, look }) => [type, source, look.get('title/formula')])).toEqual([
      ['BarClustered', expect.stringMatching(/^图表!A4:B\d+$/), '=图表!$A$3'],
      ['BarClustered', expect.stringMatching(/^图表!A\d+:B\d+$/), expect.stringMatching(/^=图表!\$A\$\d+$/)],
    ]);
    expect(sheet.charts.map(({ series }) => series.map((each) => each.get('name')))).toEqual([['2021年'], ['2021年']]);
  });

  it('follow the tables', async () => {
    const one = await drawn();
    const cell = chartsIn(one).cell(4, 1)!;
    expect(cell.formula).toContain('表一!B7');
    one.excel.user.types('表一', 'B7', 4321);
    expect(cell.value).toBe(4321);
  });

  it('are undone as a whole', async () => {
    const one = openSession(sample);
    await one.session.check();
    const before = stateOf(one.excel.workbook);
    await one.session.write(charting('zh-CN'));
    await one.session.undo();
    expect(stateOf(one.excel.workbook)).toEqual(before);
  });

  it('are drawn anew in their place, and undoing that brings the old ones back', async () => {
    const one = await drawn();
    const before = stateOf(one.excel.workbook);
    await one.session.write(charting('zh-CN'));
    expect(stateOf(one.excel.workbook)).toEqual(before);
    expect(chartsIn(one).charts.length).toBe(2);
    await one.session.undo();
    expect(stateOf(one.excel.workbook)).toEqual(before);
  });

  it('go with the marks, and come back with them, also where somebody moved or removed one', async () => {
    const one = await drawn();
    expect(hasMarks(shown(one))).toBe(true);
    const [first, second] = chartsIn(one).charts;
    chartsIn(one).charts = [first!];
    first!.place.left += 100;
    const place = { ...first!.place };
    expect(second).toBeDefined();
    await one.session.removeMarks();
    expect(chartsIn(one)).toBeUndefined();
    await one.session.undo();
    expect(chartsIn(one).charts.map((chart) => [chart.source, chart.place])).toEqual([[first!.source, place]]);
  });

  it('leave a chart alone that somebody drew beside them', async () => {
    const one = await drawn();
    const [first] = chartsIn(one).charts;
    chartsIn(one).charts.push({ ...first!, id: 'own', name: '我的图', place: { ...first!.place } });
    await one.session.write(charting('zh-CN'));
    expect(
      chartsIn(one)
        .charts.map(({ name }) => name)
        .filter((name) => name === '我的图'),
    ).toEqual(['我的图']);
    expect(chartsIn(one).charts.length).toBe(3);
  });

  it('are not drawn where the tables hold no amounts, and that is said', async () => {
    const one = openSession(blankForms);
    await one.session.check();
    const before = stateOf(one.excel.workbook);
    await one.session.write(charting('zh-CN'));
    expect(said(one)).toBe('表里还没有数，没有可画的图。');
    expect(one.session.state().lastCommand).toBeUndefined();
    expect(stateOf(one.excel.workbook)).toEqual(before);
  });

  it('move with rows that somebody puts in above them', async () => {
    const one = await drawn();
    one.excel.user.insertsRow('图表', 3);
    expect(chartsIn(one).charts[0]!.source).toMatch(/^图表!A5:B/);
    await one.session.removeMarks();
    await one.session.undo();
    expect(chartsIn(one).charts[0]!.source).toMatch(/^图表!A5:B/);
    expect(chartsIn(one).charts[0]!.look.get('title/formula')).toBe('=图表!$A$4');
  });

  it('are not drawn where a workbook has no tables', async () => {
    const one = openSession(workbookOf([]));
    await one.session.check();
    const before = stateOf(one.excel.workbook);
    await one.session.write(charting('zh-CN'));
    expect(stateOf(one.excel.workbook)).toEqual(before);
  });
});
