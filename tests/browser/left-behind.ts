import { join } from 'node:path';
import { annotationPatch } from '../../src/commands/annotate';
import { checkSnapshot } from '../../src/commands/check';
import { createExcelHost } from '../../src/hosts/excel/excel-host';
import { sample } from '../fixtures/sample';
import { openExcel } from '../office/excel';
import { workbookFromSnapshot } from '../office/model/from-snapshot';
import { stateOf } from '../office/model/state';
import type { ModelWorkbook } from '../office/model/workbook';
import type { View } from './open-pane';
import { describeInBrowser, fresh, openPane, SHOTS, skipped, tooWide, violations } from './open-pane';

/** The sample, in which marking stopped half way. */
async function crashed(): Promise<ModelWorkbook> {
  const workbook = workbookFromSnapshot(sample);
  const excel = openExcel({ workbook, excelApi: '1.14' });
  const host = createExcelHost((batch) => excel.Excel.run(batch), excel.supports);
  const snapshot = await host.readSnapshot();
  excel.faults.inBatch(2).stopsHalfWay();
  await host.applyPatch(annotationPatch(snapshot, await checkSnapshot(snapshot), 'zh-CN')).catch(() => undefined);
  return workbook;
}

/** The tests of what a pane says that finds another one's unfinished work. */
export function leftBehindTests(): void {
  describeInBrowser(`what an earlier pane left half done, in a browser${skipped}`, () => {
    it('is offered to be undone; nothing is written before', async () => {
      const workbook = await crashed();
      const before = stateOf(workbook);
      const { page, complaints } = await openPane({ workbook });
      await fresh(page);
      await page.getByText('上次“标记到单元格”写到一半停了。已写的可以撤销，也可以保留。').waitFor();
      expect(stateOf(workbook)).toEqual(before);
      await page.screenshot({ path: join(SHOTS, 'left-light.png') });
      expect(await violations(page)).toEqual([]);
      expect(await tooWide(page)).toEqual([]);
      await page.getByRole('button', { name: '撤销已写的' }).click();
      await page.getByText('已撤销：上一步。').waitFor();
      await fresh(page);
      expect(workbook.sheets.flatMap(({ conditionalFormats }) => conditionalFormats)).toEqual([]);
      expect(workbook.settings.size).toBe(0);
      expect(complaints).toEqual([]);
    });

    it('may wait, by the keyboard too', async () => {
      const { page, workbook } = await openPane({ workbook: await crashed() });
      await fresh(page);
      await page.getByRole('button', { name: '先不管' }).focus();
      await page.keyboard.press('Enter');
      await page.getByText('写到一半停了').waitFor({ state: 'detached' });
      await page.waitForFunction(() => document.activeElement !== document.body);
      expect(workbook.settings.size).toBe(1);
    });

    it.each<readonly [string, View]>([
      ['dark', { excel: { background: '#1F1F1F' } }],
      ['320', { width: 320, height: 640 }],
      ['english', { excel: { language: 'en-US' } }],
      ['200 per cent', { width: 170, height: 400 }],
    ])('looks right: %s', async (name, view) => {
      const { page } = await openPane({ workbook: await crashed(), ...view });
      await fresh(page, view.excel?.language === 'en-US' ? 'Checked with the present data' : undefined);
      await page.screenshot({ path: join(SHOTS, `left-${name.replace(/\W+/g, '-')}.png`) });
      expect(await violations(page)).toEqual([]);
      expect(await tooWide(page)).toEqual([]);
    });
  });
}
