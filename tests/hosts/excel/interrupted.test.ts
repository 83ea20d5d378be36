import { PatchInterrupted } from '../../../src/hosts/excel/interrupted';
import type { Edit, Patch } from '../../../src/engine/snapshot/patch';
import type { Plain } from '../../office/model/state';
import { BUDGET, KINDS } from './patches';
import type { Opened } from './opened';
import { open, opened, patch, state } from './opened';

// A busy machine must not fail a test.
jest.setTimeout(600_000);

/** A workbook in which `before` has been written, and a patch for it. */
async function ready(before: readonly Edit[], edits: readonly Edit[]): Promise<{ one: Opened; wanted: Patch }> {
  const one = open(BUDGET);
  await one.host.readSnapshot();
  await one.host.applyPatch(patch(before));
  const snapshot = await one.host.readSnapshot();
  return { one, wanted: patch(edits, snapshot.stamp) };
}

const SHORT = 40;
const ENDS = 8;
const BETWEEN = 20;

/** How many actions the last batch of an application had. */
const actionsOf = ({ excel }: Opened): number => excel.batches.at(-1)?.actions ?? 0;

describe.each(KINDS)('$name', ({ before = [], edits }) => {
  let one: Opened;
  let wanted: Patch;
  let start: Plain;
  let end: Plain;
  let actions: number;

  beforeAll(async () => {
    ({ one, wanted } = await ready(before, edits));
    start = state(one);
    const receipt = await one.host.applyPatch(wanted);
    actions = actionsOf(one);
    end = state(one);
    expect((await one.host.applyPatch(receipt.undo)).refused).toEqual([]);
    expect(state(one)).toEqual(start);
  });

  /**
   * Lets the batch that writes stop before each of its actions in turn, and after the last; of a long one before those at its ends
   * and a third of some between, another third for each way out.
   */
  async function eachStop(way: number, then: (failure: unknown, stop: string) => Promise<void>): Promise<void> {
    for (let action = 0; action <= actions; action++) {
      const isEnd = action < ENDS || action > actions - ENDS;
      const step = Math.ceil(actions / BETWEEN);
      if (actions > SHORT && !isEnd && action % (3 * step) !== way * step) continue;
      if (action === actions) one.excel.faults.inBatch(2).failsAfterwards();
      else one.excel.faults.inBatch(2).stopsBefore(action);
      let failure: unknown;
      try {
        await one.host.applyPatch(wanted);
      } catch (error) {
        failure = error;
      }
      one.excel.faults.clear();
      await then(failure, action === actions ? 'after the last action' : `before action ${action} of ${actions}`);
    }
  }

  it('is taken back from wherever it stopped', async () => {
    await eachStop(0, async (failure, stop) => {
      if (failure instanceof PatchInterrupted) {
        const receipt = await one.host.applyPatch(failure.undo);
        expect([stop, receipt.refused]).toEqual([stop, []]);
      } else if (failure === undefined) {
        // The answer was lost, and all had happened: that was found out.
        expect(state(one)).toEqual(end);
        one = await again(before);
        return;
      }
      expect([stop, state(one)]).toEqual([stop, start]);
    });
  });

  it('is gone on with from wherever it stopped, and taken back as a whole', async () => {
    await eachStop(1, async (failure, stop) => {
      if (!(failure instanceof PatchInterrupted)) {
        if (failure === undefined) one = await again(before);
        return;
      }
      const receipt = await one.host.applyPatch(failure.rest);
      expect([stop, state(one)]).toEqual([stop, end]);
      await one.host.applyPatch(receipt.undo);
      expect([stop, state(one)]).toEqual([stop, start]);
    });
  });

  it('is taken back and gone on with by a pane that is opened later', async () => {
    await eachStop(2, async (failure, stop) => {
      if (!(failure instanceof PatchInterrupted)) {
        if (failure === undefined) one = await again(before);
        return;
      }
      const later = opened(one.excel.reopenPane());
      await later.host.readSnapshot();
      const unfinished = later.host.unfinished();
      if (!unfinished) {
        // A single write had happened, of which nothing is kept: the first pane would still know.
        await later.host.applyPatch(failure.undo);
      } else {
        await later.host.applyPatch(unfinished.patches!.rest);
        expect([stop, state(later)]).toEqual([stop, end]);
        await later.host.applyPatch(unfinished.patches!.undo);
      }
      expect([stop, state(later)]).toEqual([stop, start]);
      one = later;
      await one.host.readSnapshot();
    });
  });

  async function again(given: readonly Edit[]): Promise<Opened> {
    const fresh = await ready(given, edits);
    wanted = fresh.wanted;
    return fresh.one;
  }
});
