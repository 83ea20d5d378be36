import { join } from 'node:path';
import { sample } from '../fixtures/sample';
import { workbookFromSnapshot } from '../office/model/from-snapshot';
import type { ModelWorkbook } from '../office/model/workbook';
import { describeInBrowser, openPane, SHOTS, skipped, tooWide, violations } from './open-pane';

const icons = (workbook: ModelWorkbook): number =>
  workbook.sheets.flatMap((sheet) => sheet.conditionalFormats).filter(({ type }) => type === 'IconSet').length;

/** The tests of the √ on figures that agree. */
export function ticksTests(): void {
  describeInBrowser(`a √ on the figures that agree, in a browser${skipped}`, () => {
    it.each([
      ['zh-CN', 350, '加√', '去掉√', /^相符的\d+个数已加√；未加：/, '√已去掉。', '撤销：去掉√'],
      ['en-US', 320, 'Tick √', 'Clear √', /^\d+ figures ticked √; without: /, 'Ticks cleared.', 'Undo: clear ticks'],
    ])('is one button that turns, in %s at %d pixels', async (language, width, put, take, said, gone, undo) => {
      const widths = { usual: 16, columns: [{ from: 0, to: 30, width: 16 }] };
      const wide = workbookFromSnapshot({ ...sample, sheets: sample.sheets.map((sheet) => ({ ...sheet, widths })) });
      const { page, workbook, complaints } = await openPane({ workbook: wide, width, excel: { language } });
      await page.getByRole('tab').nth(1).click();
      await page.getByRole('button', { name: put, exact: true }).click();
      await page.getByText(said).waitFor();
      expect(icons(workbook)).toBeGreaterThan(0);
      await page.screenshot({ path: join(SHOTS, `ticks-${language}.png`) });
      expect(await violations(page)).toEqual([]);
      expect(await tooWide(page)).toEqual([]);
      await page.getByRole('button', { name: take, exact: true }).click();
      await page.getByText(gone).waitFor();
      expect(icons(workbook)).toBe(0);
      await page.getByRole('button', { name: undo }).click();
      await page.getByRole('button', { name: take, exact: true }).waitFor();
      expect(icons(workbook)).toBeGreaterThan(0);
      expect(complaints).toEqual([]);
    });
  });
}
