import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { withValues } from '../fixtures/edit';
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

    it('lets the amount be changed before it is written, and says what is no amount', async () => {
      const workbook = workbookFromSnapshot(withValues(sample, { '表三!E9': 1249.92 }));
      const { page, complaints } = await openPane({ workbook });
      await fresh(page);
      await page.getByRole('tab').nth(1).click();
      const card = page.getByRole('row', { name: /1,249\.62/ }).first();
      await card.getByRole('button', { name: '依据' }).click();
      const main = page.getByRole('main').last();
      const box = main.getByRole('textbox', { name: '表三!E9改为' });
      const accept = main.getByRole('button', { name: '采纳，写入表三!E9' });
      expect(await box.inputValue()).toBe('1,249.62');
      await main.getByText('现为 1,249.92万元').waitFor();
      await main.getByText('应为 1,249.62').waitFor();
      await main.getByText('多0.30', { exact: true }).waitFor();
      const held = () => workbook.sheet('表三')?.cell(8, 4)?.value;
      expect(held()).toBe(1249.92);

      await box.fill('一千多');
      await main.getByText('“一千多”读不出金额，请只填数。').waitFor();
      expect([await box.getAttribute('aria-invalid'), await accept.getAttribute('aria-disabled')]).toEqual([
        'true',
        'true',
      ]);
      await page.screenshot({ path: join(SHOTS, 'evidence-no-amount.png') });
      expect(await violations(page)).toEqual([]);
      await box.fill('1249.92');
      await main.getByText('和现在的数相同。').waitFor();

      // Another one than is suggested, by the keyboard; it is not right yet, and what would be is there again.
      await box.fill('１，２４９．６０');
      await box.press('Enter');
      await page.getByText('已改表三!E9，并重新检查。').waitFor();
      await main.getByText('现为 1,249.60万元').waitFor();
      expect([held(), await box.inputValue()]).toEqual([1249.6, '1,249.62']);
      await accept.click();
      await main.getByText('现为 1,249.62万元').waitFor();
      expect([held(), await box.count()]).toEqual([1249.62, 0]);
      await page.waitForFunction(() => document.activeElement?.tagName === 'H1');
      await page.getByRole('button', { name: '撤销：改表三!E9' }).click();
      await main.getByText('现为 1,249.60万元').waitFor();
      expect(complaints).toEqual([]);
    });

    it('offers the cells that have to be changed together as one, where several ways would do', async () => {
      const { page, workbook, complaints } = await openPane();
      await fresh(page);
      await page.getByRole('tab').nth(1).click();
      await page
        .getByRole('row', { name: /表一.*表二|表二.*表一/ })
        .first()
        .getByRole('button', { name: '依据' })
        .click();
      const main = page.getByRole('main').last();
      await main.getByText('凭表内数字定不了，请对照原始资料选一种改法。').waitFor();
      const ways = main.getByRole('button', { name: /^改这2处：/ });
      expect(await ways.evaluateAll((all) => all.map((one) => one.getAttribute('aria-label')))).toEqual([
        '改这2处：表一!B11、表一!B12',
        '改这2处：表二!K19、表二!J19',
      ]);
      await page.screenshot({ path: join(SHOTS, 'evidence-tie.png') });
      expect(await violations(page)).toEqual([]);
      expect(await tooWide(page)).toEqual([]);
      const held = () => [10, 11].map((row) => workbook.sheet('表一')?.cell(row, 1)?.value);
      const before = held();
      await ways.first().click();
      await page.getByText('已改表一!B11等2格，并重新检查。').waitFor();
      expect(held()).toEqual([0, 17]);
      await page.getByRole('button', { name: '撤销：改表一!B11等2格' }).click();
      await page.getByText('已撤销：改表一!B11等2格。').waitFor();
      expect(held()).toEqual(before);
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
