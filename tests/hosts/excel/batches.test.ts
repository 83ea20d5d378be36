import { annotationPatch } from '../../../src/commands/annotate';
import { removalPatch } from '../../../src/commands/remove-marks';
import { checkSnapshot } from '../../../src/commands/check';
import { fillWorkbook } from '../../../src/commands/fill';
import type { Edit } from '../../../src/engine/snapshot/patch';
import type { TestExcel } from '../../office/excel';
import { openExcel, WEB_PAYLOAD_LIMIT } from '../../office/excel';
import { workbookOf } from '../../office/model/build';
import { workbookFromSnapshot } from '../../office/model/from-snapshot';
import { sample } from '../../fixtures/sample';
import type { Opened } from './opened';
import { opened, patch } from './opened';

// A busy machine must not fail a test.
jest.setTimeout(600_000);

/** What clients have: Excel 2021, and the newest. The lowest sets are asked for in the tests of reading. */
const CLIENTS = [
  ['1.9', '1.9'],
  ['1.13', '1.13'],
  ['1.14', '1.14'],
  ['of every set', undefined],
] as const;

const openSample = (excelApi: string | undefined): Opened =>
  opened(openExcel({ workbook: workbookFromSnapshot(sample), ...(excelApi === undefined ? {} : { excelApi }) }));

async function cost({ excel }: { readonly excel: TestExcel }, work: () => Promise<unknown>): Promise<number> {
  const before = excel.batches.length;
  await work();
  return excel.batches.length - before;
}

describe.each(CLIENTS.slice(1))('the sample workbook at ExcelApi %s', (_, excelApi) => {
  it('is opened and checked in three batches at most, also when it is flagged', async () => {
    const one = openSample(excelApi);
    const check = async ({ host }: Opened) => checkSnapshot(await host.readSnapshot());
    expect(await cost(one, () => check(one))).toBe(2);
    const snapshot = await one.host.readSnapshot();
    await one.host.applyPatch(annotationPatch(snapshot, await checkSnapshot(snapshot), 'zh-CN'));
    const later = opened(one.excel.reopenPane());
    expect(await cost(later, () => check(later))).toBe(3);
  });

  it('is read again in one batch after an edit', async () => {
    const { excel, host } = openSample(excelApi);
    await host.readSnapshot();
    excel.user.types('表三', 'E9', 1249.62);
    expect(await cost({ excel }, () => host.readSnapshot())).toBe(1);
  });

  it('is filled in two batches after the preview', async () => {
    const { excel, host } = openSample(excelApi);
    const { patch: fill, counts } = await fillWorkbook(await host.readSnapshot());
    expect(counts.filled + counts.numbers).toBeGreaterThan(0);
    expect(await cost({ excel }, () => host.applyPatch(fill))).toBe(2);
  });

  it('is flagged in two batches, and cleared in two', async () => {
    const { excel, host } = openSample(excelApi);
    const snapshot = await host.readSnapshot();
    const report = await checkSnapshot(snapshot);
    expect(await cost({ excel }, () => host.applyPatch(annotationPatch(snapshot, report, 'zh-CN')))).toBe(2);
    const flagged = await host.readSnapshot();
    expect(await cost({ excel }, () => host.applyPatch(removalPatch(flagged).patch))).toBe(2);
  });

  it('is accepted, undone and selected in two, two and one', async () => {
    const { excel, host } = openSample(excelApi);
    const { stamp } = await host.readSnapshot();
    const edits: readonly Edit[] = [{ do: 'setValue', at: { sheet: '表三', row: 8, column: 4 }, to: 1249.62 }];
    let undo = patch([]);
    expect(
      await cost({ excel }, async () => {
        ({ undo } = await host.applyPatch(patch(edits, stamp)));
      }),
    ).toBe(2);
    expect(await cost({ excel }, () => host.applyPatch(undo))).toBe(2);
    expect(await cost({ excel }, () => host.selectCell({ sheet: '表三', row: 8, column: 4 }))).toBe(1);
  });
});

it('at ExcelApi 1.9 is told that the client is too old', async () => {
  const { host } = openSample('1.9');
  await expect(host.readSnapshot()).rejects.toMatchObject({ code: 'ApiNotFound' });
});

describe('what is written into many cells', () => {
  it.each([3, 12])('of %i MB takes two batches, and one for each 5 MB begun', async (megabytes) => {
    const text = '预算公开说明文字'.repeat(6);
    const rows = Math.round((megabytes * 1024 * 1024) / (4 * 3 * text.length));
    const { excel, host } = opened(openExcel({ workbook: workbookOf([{ name: '大', rows: [['x']] }]) }));
    await host.readSnapshot();
    const edits = Array.from({ length: rows * 4 }, (_, index): Edit => ({
      do: 'setValue',
      at: { sheet: '大', row: 2 + (index >> 2), column: index & 3 },
      to: `${text}${index}`,
    }));
    const before = excel.batches.length;
    await host.applyPatch(patch(edits));
    const sent = excel.batches.slice(before);
    const bytes = sent.reduce((sum, { requestBytes }) => sum + requestBytes, 0);
    expect(bytes).toBeGreaterThan(megabytes * 0.8 * 1024 * 1024);
    expect(sent.every(({ requestBytes }) => requestBytes <= WEB_PAYLOAD_LIMIT)).toBe(true);
    expect(sent.length).toBeLessThanOrEqual(2 + Math.ceil(bytes / WEB_PAYLOAD_LIMIT));
    expect(excel.workbook.sheet('大')?.cell(rows + 1, 3)?.value).toBe(`${text}${rows * 4 - 1}`);
  });

  it('flags on 20,000 cells that do not touch take two batches', async () => {
    const { excel, host } = opened(openExcel({ workbook: workbookOf([{ name: '大', rows: [['x']] }]) }));
    await host.readSnapshot();
    const areas = Array.from({ length: 20_000 }, (_, index) => ({
      top: index * 2,
      left: 1,
      bottom: index * 2,
      right: 1,
    }));
    const edit: Edit = { do: 'setFlags', sheet: '大', flags: [{ severity: 'error', areas }] };
    expect(await cost({ excel }, () => host.applyPatch(patch([edit])))).toBe(2);
  });
});
