import { annotationPatch } from '../../../src/commands/annotate';
import { removalPatch } from '../../../src/commands/remove-marks';
import { checkSnapshot } from '../../../src/commands/check';
import { paneWords } from '../../../src/i18n/catalogue';
import { PatchInterrupted } from '../../../src/hosts/excel/interrupted';
import { problemOf } from '../../../src/hosts/excel/problem';
import { openExcel } from '../../office/excel';
import { workbookFromSnapshot } from '../../office/model/from-snapshot';
import { sample } from '../../fixtures/sample';
import type { Opened } from './opened';
import { failureOf, held, open, opened, patch, rows, state, TODAY, value } from './opened';
import { BUDGET } from './patches';

// A busy machine must not fail a test.
jest.setTimeout(600_000);

const ROWS = [rows('表三', 5, 1, 4), value('表三!A5', '20104'), value('表一!A1', 'x')];

/** A pane that stopped half way and is gone, and the one that was opened after it. */
async function crashed(one: Opened, edits = ROWS): Promise<Opened> {
  const { stamp } = await one.host.readSnapshot();
  one.excel.faults.inBatch(2).stopsHalfWay();
  expect(await failureOf(() => one.host.applyPatch(patch(edits, stamp)))).toBeInstanceOf(PatchInterrupted);
  return opened(one.excel.reopenPane());
}

describe('a pane that is opened after another one stopped half way', () => {
  it('finds out by reading, and writes nothing by itself', async () => {
    const later = await crashed(open(BUDGET));
    const before = state(later);
    await later.host.readSnapshot();
    expect(later.host.unfinished()?.command).toBe('fill');
    expect(state(later)).toEqual(before);
  });

  it('takes it back as if it had never been', async () => {
    const one = open(BUDGET);
    const before = state(one);
    const later = await crashed(one);
    await later.host.readSnapshot();
    await later.host.applyPatch(later.host.unfinished()!.patches!.undo);
    expect(state(later)).toEqual(before);
    await later.host.readSnapshot();
    expect(later.host.unfinished()).toBeUndefined();
  });

  it('may leave what was written as it is, and take away the traces', async () => {
    const later = await crashed(open(BUDGET));
    await later.host.cleanUp();
    expect(later.excel.workbook.settings.size).toBe(0);
    expect(later.excel.workbook.sheets.flatMap(({ names }) => [...names.keys()])).toEqual([]);
    expect(held(later, '表三!A5')).not.toEqual({ value: '207' });
    await later.host.readSnapshot();
    expect(later.host.unfinished()).toBeUndefined();
  });

  it('carries out nothing else before', async () => {
    const later = await crashed(open(BUDGET));
    const { stamp } = await later.host.readSnapshot();
    const before = state(later);
    const failure = await failureOf(() => later.host.applyPatch(patch([value('表一!A2', 'y')], stamp)));
    expect(paneWords('zh-CN').problem[problemOf(failure).key]).toBe(
      '上一步写到一半停了，还没有处理，这次没有写入。请先撤销上一步，再试一次。',
    );
    expect(state(later)).toEqual(before);
    await later.host.cleanUp();
    await later.host.applyPatch(patch([value('表一!A2', 'y')], stamp));
    expect(held(later, '表一!A2')).toEqual({ value: 'y' });
  });

  it.each(['1.13', TODAY])(
    'takes flags and sheets away that were too much to be kept, at ExcelApi %s',
    async (excelApi) => {
      const excel = openExcel({ workbook: workbookFromSnapshot(sample), excelApi });
      const one = opened(excel);
      const snapshot = await one.host.readSnapshot();
      const before = state(one);
      const annotation = annotationPatch(snapshot, await checkSnapshot(snapshot), 'zh-CN');
      excel.faults.inBatch(2).stopsHalfWay();
      await failureOf(() => one.host.applyPatch(annotation));
      // As where the patches are too long for the workbook.
      const [key, journal] = [...excel.workbook.settings][0]!;
      excel.workbook.settings.set(key, { ...(journal as object), data: undefined });
      const later = opened(excel.reopenPane());
      await later.host.readSnapshot();
      expect(later.host.unfinished()).toEqual({ command: 'annotate', patches: undefined });
      await later.host.cleanUp();
      await later.host.applyPatch(removalPatch(await later.host.readSnapshot()).patch);
      expect(state(later)).toEqual(before);
    },
  );

  it('finds traces without a journal too', async () => {
    const one = open(BUDGET);
    const sheet = one.excel.workbook.sheet('表三')!;
    const before = state(one);
    sheet.names.set('_budget_rows_0', { name: '_budget_rows_0', formula: '=表三!$4:$4', visible: false });
    sheet.conditionalFormats.push({
      id: '{X}',
      type: 'Custom',
      areas: [{ top: 0, left: 0, bottom: 0, right: 0 }],
      formula: '',
      look: new Map(),
    });
    await one.host.readSnapshot();
    expect(one.host.unfinished()).toEqual({ command: undefined, patches: undefined });
    await one.host.cleanUp();
    expect(state(one)).toEqual(before);
  });

  it('writes nothing where there is nothing to take away', async () => {
    const one = open(BUDGET);
    await one.host.readSnapshot();
    const before = one.excel.batches.length;
    await one.host.cleanUp();
    expect(
      one.excel.batches
        .slice(before)
        .flatMap(({ steps }) => steps)
        .filter((step) => / =$|\.delete$/.test(step)),
    ).toEqual([]);
  });
});
