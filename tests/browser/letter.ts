import { join } from 'node:path';
import { describeInBrowser, openPane, SHOTS, skipped, thePane, tooWide, violations } from './open-pane';

/** The tests of the letter with which a reviewer sends a workbook back. */
export function letterTests(): void {
  describeInBrowser(`the letter that is sent back, in a browser${skipped}`, () => {
    it.each([
      ['zh-CN', 350, '复制退回意见', /^退回意见已复制/, /审核意见\n\n经核对，报送的预算表有\d+处错误、\d+处需核实/],
      ['en-US', 320, 'Copy the review', /^The review is copied/, /^Review of the budget .+\n\nThe tables were checked/],
    ])('is on the clipboard after one click, in %s at %d pixels', async (language, width, button, said, begins) => {
      const { page, complaints } = await openPane({ width, excel: { language } });
      await page.context().grantPermissions(['clipboard-read', 'clipboard-write'], { origin: thePane().server.origin });
      await page.getByRole('tab').nth(1).click();
      await page.getByRole('button', { name: button }).click();
      await page.getByText(said).waitFor();
      expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(begins);
      await page.screenshot({ path: join(SHOTS, `letter-${language}.png`) });
      expect(await violations(page)).toEqual([]);
      expect(await tooWide(page)).toEqual([]);
      expect(complaints).toEqual([]);
    });

    it('stands ready to be copied by hand where the clipboard is closed', async () => {
      const { page } = await openPane();
      await page.evaluate(() => {
        Object.defineProperty(navigator, 'clipboard', { value: undefined });
        Object.defineProperty(document, 'execCommand', { value: () => false });
      });
      await page.getByRole('tab').nth(1).click();
      await page.getByRole('button', { name: '复制退回意见' }).click();
      const box = page.getByRole('textbox', { name: '退回意见' });
      await box.waitFor();
      const selected = await box.evaluate((area: HTMLTextAreaElement) =>
        area.value.slice(area.selectionStart, area.selectionEnd),
      );
      expect(selected).toMatch(/审核意见\n/);
      expect(await violations(page)).toEqual([]);
    });
  });
}
