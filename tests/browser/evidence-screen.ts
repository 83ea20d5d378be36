import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { sample } from '../fixtures/sample';
import { workbookFromSnapshot } from '../office/model/from-snapshot';
import type { Opened, View } from './open-pane';
import { describeInBrowser, fresh, openPane, SHOTS, skipped, tooWide, violations } from './open-pane';

/** The evidence of the first finding. */
async function openEvidence(view: View = {}, word = '依据'): Promise<Opened & { main: Locator }> {
  const opened = await openPane(view);
  const { page } = opened;
  await page.getByRole('tab').nth(1).waitFor();
  await page.getByRole('tab').nth(1).click();
  const main = page.getByRole('main');
  await main.getByRole('button', { name: word }).first().click();
  await main.getByRole('tree').waitFor();
  return { ...opened, main: page.getByRole('main').last() };
}

const current = (page: Page): Promise<string> => page.locator('main h1:visible').innerText();

/** The tests of the screen 依据. */
export function evidenceScreenTests(): void {
  describeInBrowser(`the evidence, in a browser${skipped}`, () => {
    it('shows what fails as bars and leads from figure to figure, with a way back', async () => {
      const { page, main, workbook, complaints } = await openEvidence();
      await fresh(page);
      const first = await current(page);
      expect(await main.getByRole('img').count()).toBeGreaterThan(0);
      await main.getByText(/^\d+项勾稽用到这一格，\d+项不符$/).waitFor();
      expect(await violations(page)).toEqual([]);
      expect(await tooWide(page)).toEqual([]);
      await page.screenshot({ path: join(SHOTS, 'evidence-light.png') });

      // Without the mouse: down to the first figure, Enter goes to its cell.
      await main.getByRole('treeitem').first().focus();
      await page.keyboard.press('ArrowDown');
      const row = await page.evaluate(() => document.activeElement?.textContent ?? '');
      const [, sheet = '', address = ''] = /(\S+)!([A-Z]+\d+)$/.exec(row) ?? [];
      await page.keyboard.press('Enter');
      await main.getByRole('button', { name: /^回到/ }).waitFor();
      expect(await current(page)).not.toBe(first);
      await page.waitForTimeout(100);
      expect(row).toContain(`${workbook.selection.sheet}!${address}`);
      expect(sheet).not.toBe('');
      await page.keyboard.press('Alt+ArrowLeft');
      await main.getByRole('heading', { level: 1, name: first, exact: true }).waitFor();
      await main.getByRole('button', { name: '返回' }).click();
      await page.getByRole('button', { name: '依据' }).first().waitFor();
      expect(complaints).toEqual([]);
    });

    it('opens at the selected cell where the context menu asks for it, and follows a new choice', async () => {
      const workbook = workbookFromSnapshot(sample);
      const { page, complaints } = await openPane({ workbook, query: '?page=where' });
      const main = page.getByRole('main').last();
      await main.getByRole('button', { name: '看现在选中的格' }).waitFor();
      workbook.selection = { sheet: '表三', areas: [{ top: 6, left: 4, bottom: 6, right: 4 }] };
      await main.getByRole('button', { name: '看现在选中的格' }).click();
      await main.getByRole('heading', { name: /^表三“.+”合计$/ }).waitFor();
      // The sentences that speak of it come when the text has been written.
      await main.getByRole('heading', { name: /^说明中 \d+处$/ }).scrollIntoViewIfNeeded();
      expect(await violations(page)).toEqual([]);
      expect(await tooWide(page)).toEqual([]);
      await page.screenshot({ path: join(SHOTS, 'evidence-text.png') });
      await main.getByRole('tree').waitFor();
      expect(complaints).toEqual([]);
    });

    it.each<readonly [string, View]>([
      ['dark', { excel: { background: '#1F1F1F' } }],
      ['320', { width: 320, height: 640 }],
      ['english', { excel: { language: 'en-US' } }],
      ['200 per cent', { width: 170, height: 400 }],
    ])('looks right: %s', async (name, view) => {
      const { page } = await openEvidence(view, name === 'english' ? 'Evidence' : '依据');
      await page.screenshot({ path: join(SHOTS, `evidence-${name.replace(/\W+/g, '-')}.png`) });
      expect(await violations(page)).toEqual([]);
      expect(await tooWide(page)).toEqual([]);
    });
  });
}
