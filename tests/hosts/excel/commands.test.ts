import { annotationPatch } from '../../../src/commands/annotate';
import { removalPatch } from '../../../src/commands/remove-marks';
import { checkSnapshot } from '../../../src/commands/check';
import { fillWorkbook } from '../../../src/commands/fill';
import { determinedChanges, fixPatch, valuesPatch } from '../../../src/commands/fix';
import { drawReasons } from '../../../src/commands/sheets/reasons';
import type { Edit, Patch } from '../../../src/engine/snapshot/patch';
import type { Snapshot } from '../../../src/engine/snapshot/snapshot';
import { PatchInterrupted } from '../../../src/hosts/excel/interrupted';
import { openExcel } from '../../office/excel';
import { workbookFromSnapshot } from '../../office/model/from-snapshot';
import type { Plain } from '../../office/model/state';
import { mended, sample } from '../../fixtures/sample';
import type { Opened } from './opened';
import { formula, opened, rows, state, TODAY, value } from './opened';

// A busy machine must not fail a test.
jest.setTimeout(600_000);

const annotate = async (snapshot: Snapshot): Promise<Patch> =>
  annotationPatch(snapshot, await checkSnapshot(snapshot), 'zh-CN');

interface Command {
  readonly name: string;
  readonly workbook: Snapshot;
  /** What was done before. */
  readonly before?: (snapshot: Snapshot) => Promise<Patch>;
  readonly command: (snapshot: Snapshot) => Promise<Patch>;
}

const COMMANDS: readonly Command[] = [
  { name: 'mark', workbook: sample, command: annotate },
  { name: 'mark again', workbook: sample, before: annotate, command: annotate },
  {
    name: 'remove marks',
    workbook: sample,
    before: annotate,
    command: (snapshot) => Promise.resolve(removalPatch(snapshot).patch),
  },
  {
    name: 'accept all suggestions',
    workbook: sample,
    command: async (snapshot) => {
      const fixes = determinedChanges(snapshot, await checkSnapshot(snapshot), 'zh-CN');
      return valuesPatch(snapshot, [...fixes.values()].flat());
    },
  },
  {
    name: 'fix, with the sheet that lists the changes',
    workbook: sample,
    command: async (snapshot) => fixPatch(snapshot, await checkSnapshot(snapshot), { language: 'zh-CN' }).patch,
  },
  {
    name: 'fill',
    workbook: sample,
    command: async (snapshot) => (await fillWorkbook(snapshot)).patch,
  },
  {
    name: 'fill, with rows put in',
    workbook: mended,
    command: async (snapshot) => {
      const edits: readonly Edit[] = [
        rows('表五', 9, 1, 8),
        rows('表二', 8, 2, 7),
        value('表五!A9', '201'),
        value('表五!D9', '其他支出'),
        formula('表五!E9', 'F9+G9'),
        value('表二!A9', '208'),
      ];
      return { ...(await fillWorkbook(snapshot)).patch, edits };
    },
  },
  {
    name: 'ask for reasons',
    workbook: sample,
    command: (snapshot) =>
      Promise.resolve({
        for: snapshot.stamp,
        command: 'narrate',
        edits: [{ do: 'drawSheet', sheet: drawReasons([], { rows: [], unread: [] } as never) }],
      }),
  },
];

/** A workbook ready for the command, its state and the command's patch. */
async function ready(
  { workbook, before, command }: Command,
  payloadLimit?: number,
): Promise<{ readonly one: Opened; readonly start: Plain; readonly wanted: Patch }> {
  const excel = openExcel({
    workbook: workbookFromSnapshot(workbook),
    excelApi: TODAY,
    ...(payloadLimit === undefined ? {} : { payloadLimit }),
  });
  const one = opened(excel);
  if (before) await one.host.applyPatch(await before(await one.host.readSnapshot()));
  const wanted = await command(await one.host.readSnapshot());
  return { one, start: state(one), wanted };
}

/** So small that a long command takes several batches. */
const SMALL = 400_000;

describe.each(COMMANDS)('$name', (command) => {
  it('is taken back as if it had never been', async () => {
    const { one, start, wanted } = await ready(command);
    const receipt = await one.host.applyPatch(wanted);
    if (command.name !== 'mark again') expect(state(one)).not.toEqual(start);
    expect((await one.host.applyPatch(receipt.undo)).refused).toEqual([]);
    expect(state(one)).toEqual(start);
  });

  it('is taken back when any of its batches fails, fails half way, or fails after all', async () => {
    const { one, start, wanted } = await ready(command, SMALL);
    const { host, excel } = one;
    const before = excel.batches.length;
    const done = await host.applyPatch(wanted);
    const end = state(one);
    const count = excel.batches.length - before;
    await host.applyPatch(done.undo);
    expect(state(one)).toEqual(start);
    for (let batch = 1; batch <= count; batch++) {
      for (const fault of ['fails', 'stopsHalfWay', 'failsAfterwards'] as const) {
        const where = `batch ${batch} of ${count} ${fault}`;
        excel.faults.inBatch(batch)[fault]();
        let undo: Patch | undefined;
        try {
          ({ undo } = await host.applyPatch(wanted));
          expect([where, state(one)]).toEqual([where, end]);
        } catch (error) {
          if (error instanceof PatchInterrupted) ({ undo } = error);
        }
        excel.faults.clear();
        if (undo) expect([where, (await host.applyPatch(undo)).refused]).toEqual([where, []]);
        expect([where, state(one)]).toEqual([where, start]);
      }
    }
  });
});
