import type { Entry } from '../../src/commands/entries';
import { entriesOf, standingOf } from '../../src/commands/entries';
import { addressOf } from '../../src/engine/snapshot/address';
import { paneWords } from '../../src/i18n/catalogue';
import { explaining, withdrawing } from '../../src/pane/explain/wishes';
import { tableLines } from '../../src/pane/overview/table-lines';
import { verdictOf } from '../../src/pane/overview/verdict';
import type { Session } from '../../src/pane/session/session';
import { isUpToDate } from '../../src/pane/session/state';
import { messageText } from '../../src/pane/parts/message-text';
import { sample } from '../fixtures/sample';
import { openSession, shown, until } from './open-session';

// A busy machine must not fail a test.
jest.setTimeout(600_000);

const words = paneWords('zh-CN');
const TYPED = { reason: '由上级单位代列', name: '张三' };

const entries = (session: Session): readonly Entry[] => {
  const { checked } = session.state();
  return checked ? entriesOf(checked.report) : [];
};
const about = (session: Session, address: string): Entry => {
  const entry = entries(session).find(({ cells }) => cells.map(addressOf).join() === address);
  if (!entry) throw new Error(`nothing about ${address}`);
  return entry;
};
const errors = (session: Session): number => session.state().checked?.report.summary.error ?? 0;

describe('explaining in the pane', () => {
  it('writes a sheet, stops counting, and is undone as a whole', async () => {
    const one = openSession(sample);
    const { session, excel } = one;
    await session.check();
    const before = errors(session);
    await session.write(explaining(about(session, '表三!E9'), shown(one), TYPED, '2026-11-26', 'zh-CN'));
    const { message, lastCommand, checked } = session.state();
    expect(message && messageText(message, words).text).toBe(
      '说明已写入“审核说明”，这一条不再计入；数字变了会重新提示。',
    );
    expect(lastCommand && words.commands.undo(lastCommand.name)).toBe('撤销：说明表三!E9');
    expect([errors(session), standingOf(about(session, '表三!E9'))]).toEqual([before - 1, 'explained']);
    expect([...(checked?.fixes.values() ?? [])].flat().map(({ cell }) => addressOf(cell))).not.toContain('表三!E9');
    expect(excel.workbook.sheet('审核说明')?.cell(2, 6)?.value).toBe('2026-11-26');
    await session.undo();
    expect([errors(session), excel.workbook.sheet('审核说明')]).toEqual([before, undefined]);
  });

  it('takes back what was said', async () => {
    const one = openSession(sample);
    const { session } = one;
    await session.check();
    const before = errors(session);
    await session.write(explaining(about(session, '表三!E9'), shown(one), TYPED, '2026-11-26', 'zh-CN'));
    await session.write(withdrawing(about(session, '表三!E9'), 'zh-CN'));
    expect([errors(session), session.state().message]).toMatchObject([before, { wrote: { what: 'withdraw' } }]);
  });

  it('comes back by itself when somebody changes a figure', async () => {
    const one = openSession(sample);
    const { session, excel } = one;
    const end = session.watch();
    await session.check();
    await session.write(explaining(about(session, '表三!E9'), shown(one), TYPED, '2026-11-26', 'zh-CN'));
    const before = session.state();
    excel.user.types('表三', 'E9', 1294.62);
    await until(session, (state) => state.checked !== before.checked && isUpToDate(state));
    const entry = about(session, '表三!E9');
    expect([standingOf(entry), entry.cause?.explanation]).toMatchObject([
      'error',
      { reason: '由上级单位代列', holds: false },
    ]);
    end();
  });

  it('writes nothing for figures that are others by now', async () => {
    const one = openSession(sample);
    const { session, excel } = one;
    await session.check();
    const wish = explaining(about(session, '表三!E9'), shown(one), TYPED, '2026-11-26', 'zh-CN');
    excel.user.types('表三', 'E9', 1294.62);
    await session.check();
    await session.write(wish);
    expect([session.state().message?.kind, excel.workbook.sheet('审核说明')]).toEqual(['preview-outdated', undefined]);
  });

  it('is said in the overview, never as agreement', async () => {
    const one = openSession(sample);
    const { session } = one;
    await session.check();
    for (let entry; (entry = entries(session).find((it) => ['error', 'warning'].includes(standingOf(it))));)
      await session.write(explaining(entry, shown(one), TYPED, '2026-11-26', 'zh-CN'));
    const { report } = session.state().checked!;
    const verdict = verdictOf(report, words);
    expect([verdict.standing, verdict.sentence]).toEqual(['explained', `没有其他问题，${report.explained}处已说明`]);
    const lines = tableLines(report, entries(session));
    expect(lines.filter(({ standing }) => standing === 'explained').map(({ table }) => table.id)).toContain('表三');
    expect(lines.some(({ standing }) => standing === 'error' || standing === 'warning')).toBe(false);
  });
});
