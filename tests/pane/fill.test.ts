import { cellKey } from '../../src/engine/snapshot/address';
import type { Snapshot } from '../../src/engine/snapshot/snapshot';
import {
  afterRefusals,
  cellsWritten,
  chosen,
  NO_CHOICES,
  patchFor,
  previewFill,
  writtenNumbers,
} from '../../src/pane/fill/preview';
import type { FillChoices, FillPreview } from '../../src/pane/fill/preview';
import type { Receipt } from '../../src/engine/snapshot/patch';
import type { OpenedSession } from './open-session';
import { openSession, shown, until } from './open-session';
import { areaOfAddress } from '../office/model/addresses';
import { valueAt } from '../fixtures/edit';
import { openFile, reducedFile } from '../fixtures/sample-file';

// A busy machine must not fail a test.
jest.setTimeout(600_000);

const reduced = openFile(reducedFile()).snapshot;

async function opened(snapshot: Snapshot = reduced): Promise<OpenedSession> {
  const open = openSession(snapshot);
  await open.session.check();
  return open;
}

const preview = (open: OpenedSession, choices: FillChoices = NO_CHOICES): Promise<FillPreview> =>
  previewFill({ snapshot: shown(open) }, choices);

const write = (open: OpenedSession, made: FillPreview): Promise<Receipt | undefined> =>
  open.session.write({
    name: 'fill',
    patch: (snapshot) => patchFor(made, { snapshot }),
    wrote: (receipt) => ({ what: 'fill', numbers: writtenNumbers(made, receipt) }),
  });

describe('filling from the pane', () => {
  it('writes what was previewed, in two batches, and takes it back as a whole', async () => {
    const open = await opened();
    const { excel, session } = open;
    const before = shown(open);
    const made = await preview(open);
    const batches = excel.batches.length;
    await write(open, made);
    // Looked, wrote, and read again for the check that follows.
    expect(excel.batches.length - batches).toBe(3);
    expect(session.state()).toMatchObject({
      busy: false,
      freshness: 'fresh',
      lastCommand: { name: 'fill' },
      message: { kind: 'wrote', refused: [], wrote: { what: 'fill', numbers: { formulas: 84, rows: 8 } } },
    });
    expect(cellsWritten(made)).toBe(92);
    expect(valueAt(shown(open), '表三!E9')).toBe(1249.62);
    expect((await preview(open)).result.patch.edits).toEqual([]);
    await session.undo();
    expect(session.state()).toMatchObject({ message: { kind: 'undone', command: 'fill' }, lastCommand: undefined });
    expect(shown(open)).toEqual(before);
  });

  it('writes nothing where the workbook is another than the one that was previewed', async () => {
    const open = await opened();
    const { excel, session } = open;
    const made = await preview(open);
    excel.userTypes('表七', 'F8', 999);
    await session.check();
    expect(await write(open, made)).toBeUndefined();
    expect(session.state()).toMatchObject({
      busy: false,
      freshness: 'fresh',
      message: { kind: 'preview-outdated' },
      lastCommand: undefined,
    });
    const again = await preview(open);
    expect(again.snapshot.stamp).not.toBe(made.snapshot.stamp);
    expect((await write(open, again))?.refused).toEqual([]);
  });

  it('reads again first where a change is known that was not read', async () => {
    const open = await opened();
    const { excel, session } = open;
    const end = session.watch();
    await new Promise((resolve) => setTimeout(resolve, 10));
    const made = await preview(open);
    excel.userTypes('表七', 'F8', 999);
    await until(session, ({ freshness }) => freshness === 'changed');
    expect(await write(open, made)).toBeUndefined();
    expect(session.state().message).toEqual({ kind: 'preview-outdated', refused: [] });
    end();
  });

  it('takes a second click for no second wish', async () => {
    const open = await opened();
    const made = await preview(open);
    const [first, second] = await Promise.all([write(open, made), write(open, made)]);
    expect([first?.refused, second]).toEqual([[], undefined]);
  });

  it('leaves alone what somebody typed between the preview and the writing, and names it', async () => {
    const open = await opened();
    const made = await preview(open);
    const [fill] = made.result.plan.fills.filter(({ cell }) => cell.sheet === '表六');
    if (!fill) throw new Error('nothing to fill');
    const address = `${String.fromCharCode(65 + fill.cell.column)}${fill.cell.row + 1}`;
    // Without a watch nobody has told the pane.
    open.excel.userTypes('表六', address, 1.5);
    const receipt = await write(open, made);
    expect(receipt?.refused.map(({ because, at }) => [because, at])).toEqual([['changed-meanwhile', fill.cell]]);
    expect(valueAt(shown(open), `表六!${address}`)).toBe(1.5);
    expect(open.session.state().message).toMatchObject({ wrote: { numbers: { formulas: 83 } } });
  });

  it('says which sheet takes no rows, and then offers to fill the rest without any there', async () => {
    const open = await opened();
    const { excel } = open;
    const sheet = excel.workbook.sheet('表三');
    if (!sheet) throw new Error('no sheet');
    const made = await preview(open);
    // A filter that hides nothing of the table itself.
    sheet.filter = { area: areaOfAddress('A6:G40'), filtered: true };
    const receipt = await write(open, made);
    expect(open.session.state()).toMatchObject({
      message: { wrote: { what: 'fill', numbers: { formulas: 0, rows: 0 } } },
      lastCommand: undefined,
    });
    if (!receipt) throw new Error('nothing was tried');
    expect(receipt.undo.edits).toEqual([]);
    const choices = afterRefusals(NO_CHOICES, made, receipt);
    const rest = await preview(open, choices);
    expect(rest.result.plan.inserts.some((row) => row.sheet === '表三')).toBe(false);
    expect(rest.result.plan.inserts.length).toBeGreaterThan(0);
    expect(rest.result.plan.left.map(({ because }) => because)).toContain('row-refused');
    expect((await write(open, rest))?.refused).toEqual([]);
  });
});

describe('typed amounts that differ', () => {
  it('are kept unless the formula was chosen, and then replaced, one by one', async () => {
    const open = await opened();
    await write(open, await preview(open));
    const { excel } = open;
    excel.userTypes('表三', 'E9', 1);
    await open.session.check();
    const first = await preview(open);
    const conflict = first.result.plan.conflicts.find(({ cell }) => cell.sheet === '表三');
    if (!conflict) throw new Error('no conflict');
    expect(first.result.patch.edits).toEqual([]);
    const choice = chosen(first.choices, conflict, true);
    const second = await preview(open, choice);
    expect(cellsWritten(second)).toBe(1);
    expect(chosen(second.choices, conflict, false).replace.size).toBe(0);
    await write(open, second);
    expect(valueAt(shown(open), '表三!E9')).toBe(1249.62);
    await open.session.undo();
    expect(valueAt(shown(open), '表三!E9')).toBe(1);
  });

  it('are kept again where another amount stands there than when the formula was chosen', async () => {
    const open = await opened();
    await write(open, await preview(open));
    open.excel.userTypes('表三', 'E9', 1);
    await open.session.check();
    const first = await preview(open);
    const [conflict] = first.result.plan.conflicts;
    if (!conflict) throw new Error('no conflict');
    const choice = chosen(first.choices, conflict, true);
    open.excel.userTypes('表三', 'E9', 2);
    await open.session.check();
    const second = await preview(open, choice);
    expect(second.choices.replace.has(cellKey(conflict.cell))).toBe(false);
    expect(second.result.plan.conflicts.map(({ replaced }) => replaced)).toEqual([false]);
  });
});
