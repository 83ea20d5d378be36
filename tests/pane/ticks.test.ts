import { hasTicks } from '../../src/commands/has-ticks';
import { paneWords } from '../../src/i18n/catalogue';
import { ticking, unticking } from '../../src/pane/findings/ticking';
import { flaggedCells, markedCells } from '../../src/pane/session/flagged-cells';
import { hasMarks } from '../../src/pane/session/has-marks';
import { withValues } from '../fixtures/edit';
import type { Area } from '../../src/engine/snapshot/address';
import type { Snapshot } from '../../src/engine/snapshot/snapshot';
import { messageText } from '../../src/pane/parts/message-text';
import * as fixtures from '../fixtures/sample';
import { stateOf } from '../office/model/state';
import type { OpenedSession } from './open-session';
import { openSession, shown } from './open-session';

// A busy machine must not fail a test.
jest.setTimeout(600_000);

/** With columns that are wide enough for an icon, as those of a printed table are. */
const wide = (snapshot: Snapshot): Snapshot => ({
  ...snapshot,
  sheets: snapshot.sheets.map((sheet) => ({
    ...sheet,
    widths: { usual: 8, columns: [{ from: 0, to: 30, width: 16 }] },
  })),
});
const sample = wide(fixtures.sample);
const mended = wide(fixtures.mended);

const words = paneWords('zh-CN');

const saidBy = ({ session }: OpenedSession): string | undefined => {
  const { message } = session.state();
  return message && messageText(message, words).text;
};

const iconSets = ({ excel }: OpenedSession): number =>
  excel.workbook.sheets.flatMap((sheet) => sheet.conditionalFormats).filter(({ type }) => type === 'IconSet').length;

/** How many batches something took that wrote: without those that only read the workbook anew. */
async function writingBatches({ excel }: OpenedSession, work: () => Promise<unknown>): Promise<readonly string[]> {
  const before = excel.batches.length;
  await work();
  return excel.batches
    .slice(before)
    .map(({ steps }) => (steps.some((step) => step.includes('add')) ? 'adds' : 'reads'));
}

describe('a √ on the figures that agree, in the pane', () => {
  it('is an icon and nothing else, finds the same afterwards, and is undone as a whole', async () => {
    const one = openSession(mended);
    const { excel, session } = one;
    await session.check();
    const { report } = session.state().checked!;
    const before = stateOf(excel.workbook);
    await session.write(ticking());
    expect(saidBy(one)).toMatch(/^相符的\d+个数已加√；未加：/);
    const { lastCommand, checked } = session.state();
    expect(lastCommand && words.commands.undo(lastCommand.name)).toBe('撤销：加√');
    expect(checked?.report).toEqual(report);
    expect(iconSets(one)).toBeGreaterThan(3);
    const ticked = stateOf(excel.workbook) as { readonly sheets: readonly object[] };
    const bare = ticked.sheets.map((sheet) => ({ ...sheet, conditionalFormats: [] }));
    expect(bare).toEqual((before as unknown as typeof ticked).sheets);
    await session.undo();
    expect(stateOf(excel.workbook)).toEqual(before);
  });

  it('takes two batches to write, one look and one for all sheets', async () => {
    const one = openSession(mended);
    await one.session.check();
    const batches = await writingBatches(one, () => one.session.write(ticking()));
    expect(batches.filter((kind) => kind === 'adds')).toHaveLength(1);
    // The look before it, and the reading after it, which asks once more where the new rules stand.
    expect(batches.indexOf('adds')).toBe(1);
    expect(batches.length).toBeLessThanOrEqual(4);
  });

  it('counts as a mark that is left, goes by itself, and goes with the marks', async () => {
    const one = openSession(sample);
    const { excel, session } = one;
    await session.check();
    const before = stateOf(excel.workbook);
    await session.write(ticking());
    expect([hasTicks(shown(one)), hasMarks(shown(one)), markedCells(shown(one))]).toEqual([true, true, 0]);
    expect(flaggedCells(shown(one))).toBeGreaterThan(10);
    await session.write(unticking());
    expect(saidBy(one)).toBe('√已去掉。');
    expect(stateOf(excel.workbook)).toEqual(before);
    await session.write(ticking());
    await session.removeMarks();
    expect(stateOf(excel.workbook)).toEqual(before);
  });

  it('leaves flags alone, and marking anew leaves each √ that still holds', async () => {
    const one = openSession(sample);
    const { session } = one;
    await session.mark();
    const marked = markedCells(shown(one));
    await session.write(ticking());
    const both = flaggedCells(shown(one));
    expect([markedCells(shown(one)), both > marked]).toEqual([marked, true]);
    await session.mark();
    expect([markedCells(shown(one)), flaggedCells(shown(one))]).toEqual([marked, both]);
    const { message } = session.state();
    expect(message).toMatchObject({ kind: 'marked', cells: marked });
    await session.write(unticking());
    expect([markedCells(shown(one)), flaggedCells(shown(one))]).toEqual([marked, marked]);
  });

  it('goes from a figure that no longer agrees when cells are marked anew', async () => {
    const one = openSession(mended);
    const { excel, session } = one;
    await session.check();
    await session.write(ticking());
    const before = flaggedCells(shown(one));
    excel.user.types('表六', 'F12', 12345);
    await session.mark();
    expect(flaggedCells(shown(one)) - markedCells(shown(one))).toBeLessThan(before);
    const { snapshot } = session.state().checked!;
    const wrong = snapshot.sheets.find(({ name }) => name === '表六')!.flags;
    const stand = wrong.filter(({ areas }) =>
      areas.some((a) => a.top <= 11 && a.bottom >= 11 && a.left <= 5 && a.right >= 5),
    );
    expect(stand.map(({ severity }) => severity)).not.toContain('agreed');
  });

  it('names a protected sheet and ticks the others', async () => {
    const one = openSession(mended);
    const { excel, session } = one;
    const sheet = excel.workbook.sheet('表六')!;
    sheet.isProtected = true;
    await session.check();
    await session.write(ticking());
    const { message } = session.state();
    expect(message?.kind === 'wrote' && message.refused.map(({ because }) => because)).toEqual(['protected']);
    expect(sheet.conditionalFormats).toEqual([]);
    expect(saidBy(one)).toContain(`相符的${flaggedCells(shown(one))}个数已加√`);
  });

  it('is left out where a column is too narrow for it', async () => {
    const one = openSession(mended);
    const { excel, session } = one;
    await session.check();
    await session.write(ticking());
    const all = flaggedCells(shown(one));
    const ticked = (): readonly Area[] =>
      shown(one)
        .sheets.find(({ name }) => name === '表六')!
        .flags.flatMap(({ areas }) => areas);
    const { left: column } = ticked()[0]!;
    await session.undo();
    excel.workbook.sheet('表六')!.columnWidths.set(column, 40);
    await session.check();
    await session.write(ticking());
    const narrow = all - flaggedCells(shown(one));
    expect(narrow).toBeGreaterThan(0);
    expect(saidBy(one)).toContain(`，列太窄${narrow}。`);
    expect(ticked().some(({ left, right }) => left <= column && right >= column)).toBe(false);
  });

  it('says so where nothing can be ticked, and writes nothing', async () => {
    const texts = Object.fromEntries(
      mended.sheets.flatMap((sheet) =>
        sheet.rows.flatMap(({ row, cells }) =>
          cells.flatMap(({ column, value }) =>
            typeof value === 'number'
              ? [[`${sheet.name}!${String.fromCharCode(65 + column)}${row + 1}`, String(value)]]
              : [],
          ),
        ),
      ),
    );
    const one = openSession(withValues(mended, texts));
    await one.session.check();
    await one.session.write(ticking());
    expect(saidBy(one)).toMatch(/^没有能加√的数；未加：/);
    expect([iconSets(one), one.session.state().lastCommand]).toEqual([0, undefined]);
  });
});
