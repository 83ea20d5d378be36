import type { Change } from '../../src/commands/fix';
import { addressOf } from '../../src/engine/snapshot/address';
import { paneWords } from '../../src/i18n/catalogue';
import { NO_CHOICES, patchFor, previewFill, writtenNumbers } from '../../src/pane/fill/preview';
import { listing } from '../../src/pane/overview/listing';
import { messageText } from '../../src/pane/parts/message-text';
import type { Session } from '../../src/pane/session/session';
import { valueAt } from '../fixtures/edit';
import { sample } from '../fixtures/sample';
import { openFile, reducedFile } from '../fixtures/sample-file';
import { stateOf } from '../office/model/state';
import type { OpenedSession } from './open-session';
import { openSession, shown } from './open-session';

// A busy machine must not fail a test.
jest.setTimeout(600_000);

const words = paneWords('zh-CN');

/** Three cells, as one step: 表三!E9, 表六!F12 and 表六!F29. */
async function acceptAll({ session }: OpenedSession): Promise<void> {
  const fixes = [...(session.state().checked?.fixes.values() ?? [])].flat();
  await session.accept([...new Map(fixes.map((change: Change) => [addressOf(change.cell), change])).values()]);
}

async function opened(): Promise<OpenedSession> {
  const open = openSession(sample);
  await open.session.check();
  return open;
}

const said = (session: Session): string => {
  const { message } = session.state();
  return message ? messageText(message, words).text : '';
};

const PLACES = ['表三!E9', '表六!F12', '表六!F29'];
const values = (open: OpenedSession): readonly unknown[] => PLACES.map((place) => valueAt(shown(open), place));
const ORIGINAL = PLACES.map((place) => valueAt(sample, place));
const ACCEPTED = [1249.62, 54.6, 179.4];

describe('what was taken back', () => {
  it('is done once more, and can be taken back again', async () => {
    const open = await opened();
    const { session } = open;
    await acceptAll(open);
    const written = shown(open);
    expect(values(open)).toEqual(ACCEPTED);
    await session.undo();
    expect([values(open), session.state().lastCommand]).toEqual([ORIGINAL, undefined]);
    await session.redo();
    expect([said(session), session.state().busy]).toEqual(['已重做：改表三!E9等3格。', false]);
    expect(shown(open)).toEqual(written);
    const { lastCommand, lastUndone } = session.state();
    expect(lastCommand && words.commands.undo(lastCommand.name)).toBe('撤销：改表三!E9等3格');
    expect(lastUndone).toBeUndefined();
    await session.undo();
    expect(values(open)).toEqual(ORIGINAL);
    await session.redo();
    expect(shown(open)).toEqual(written);
  });

  it.each<readonly [string, (open: OpenedSession) => Promise<unknown>]>([
    ['flags and a sheet', ({ session }) => session.mark()],
    ['a sheet of formulas', ({ session }) => session.write(listing('zh-CN'))],
  ])('comes back with all of it: %s', async (_, command) => {
    const open = await opened();
    const { excel, session } = open;
    await command(open);
    const written = stateOf(excel.workbook);
    await session.undo();
    await session.redo();
    expect(stateOf(excel.workbook)).toEqual(written);
    expect(session.state()).toMatchObject({ message: { kind: 'redone', refused: [] } });
  });

  it('comes back with the rows that were put in', async () => {
    const open = openSession(openFile(reducedFile()).snapshot);
    const { session } = open;
    await session.check();
    const made = await previewFill({ snapshot: shown(open) }, NO_CHOICES);
    await session.write({
      name: 'fill',
      patch: (snapshot) => patchFor(made, { snapshot }),
      wrote: (receipt) => ({ what: 'fill', numbers: writtenNumbers(made, receipt) }),
    });
    const written = shown(open);
    await session.undo();
    await session.redo();
    expect(said(session)).toBe('已重做：填表。');
    expect(shown(open)).toEqual(written);
  });

  it('leaves a cell alone that somebody has changed since, and says so', async () => {
    const open = await opened();
    const { excel, session } = open;
    await acceptAll(open);
    await session.undo();
    excel.userTypes('表六', 'F12', 60);
    await session.redo();
    expect(values(open)).toEqual([1249.62, 60, 179.4]);
    expect(said(session)).toBe('已重做：改表三!E9等3格。表六!F12之后您又改过，保留60。');
    await session.undo();
    expect(values(open)).toEqual([ORIGINAL[0], 60, ORIGINAL[2]]);
  });

  it.each<readonly [string, (open: OpenedSession) => void]>([
    ['a row was put in above', ({ excel }) => excel.user.insertsRow('表三', 8)],
    ['a row was taken out', ({ excel }) => excel.user.deletesRow('表六', 11)],
    ['its sheet bears another name', ({ excel }) => excel.user.renamesSheet('表三', '支出总表')],
    ['its sheet is gone', ({ excel }) => excel.user.deletesSheet('表六')],
  ])('is left, and that is said, where its cells may be others: %s', async (_, change) => {
    const open = await opened();
    const { excel, session } = open;
    await acceptAll(open);
    await session.undo();
    change(open);
    const before = stateOf(excel.workbook);
    await session.redo();
    expect(stateOf(excel.workbook)).toEqual(before);
    expect(said(session)).toBe('撤销“改表三!E9等3格”之后表格有改动，没有重做。请按现在的表再做一次。');
    expect(session.state()).toMatchObject({ busy: false, lastUndone: undefined, freshness: 'fresh' });
  });

  it('is left where a formula of it may refer to other cells by now', async () => {
    const open = await opened();
    const { excel, session } = open;
    await session.write({
      name: 'fill',
      patch: ({ stamp }) => ({
        for: stamp,
        command: 'fill',
        edits: [{ do: 'setFormula', at: { sheet: '表三', row: 8, column: 4 }, to: '表五!E9' }],
      }),
      wrote: () => ({ what: 'remove-ticks' }),
    });
    await session.undo();
    excel.user.insertsRow('表五', 7);
    const before = stateOf(excel.workbook);
    await session.redo();
    expect([stateOf(excel.workbook), session.state().message?.kind]).toEqual([before, 'redo-outdated']);
  });

  it('is left where it marked what stood there, and that is other figures now', async () => {
    const open = await opened();
    const { excel, session } = open;
    await session.mark();
    await session.undo();
    excel.userTypes('表三', 'E9', 1249.62);
    const before = stateOf(excel.workbook);
    await session.redo();
    expect([stateOf(excel.workbook), session.state().message?.kind]).toEqual([before, 'redo-outdated']);
  });

  it('is forgotten as soon as something else is written, and there is nothing to begin with', async () => {
    const open = await opened();
    const { excel, session } = open;
    const untouched = stateOf(excel.workbook);
    await session.redo();
    expect(stateOf(excel.workbook)).toEqual(untouched);
    await acceptAll(open);
    await session.undo();
    await session.mark();
    const marked = stateOf(excel.workbook);
    await session.redo();
    expect(stateOf(excel.workbook)).toEqual(marked);
  });

  it('is not done once more where it had stopped half way', async () => {
    const open = await opened();
    const { excel, session } = open;
    const untouched = shown(open);
    excel.faults.inBatch(3).stopsHalfWay();
    await session.mark();
    expect(session.state().lastCommand).toBeDefined();
    await session.undo();
    await session.redo();
    expect(shown(open)).toEqual(untouched);
  });
});
