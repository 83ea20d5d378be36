import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import type { Opened, View } from './open-pane';
import { describeInBrowser, fresh, openPane, SHOTS, skipped, somebodyTypes, tooWide, violations } from './open-pane';

const cardsOf = (page: Page): Locator => page.getByRole('grid').first().getByRole('row');

async function openFindings(view: View = {}): Promise<Opened & { readonly cards: Locator }> {
  const opened = await openPane(view);
  const { page } = opened;
  await fresh(page, view.excel?.language === 'en-US' ? 'Checked with the present data' : undefined);
  await page.getByRole('tab').nth(1).click();
  const cards = cardsOf(page);
  await cards.first().waitFor();
  return { ...opened, cards };
}

/** The tests of explaining why something may stay as it is. */
export function explainTests(): void {
  describeInBrowser(`explaining, in a browser${skipped}`, () => {
    it('takes a card out of the count, shows it on request, and brings it back when its figures change', async () => {
      const one = await openFindings();
      const { page, cards, workbook, complaints } = one;
      const count = await cards.count();
      const card = cards.filter({ hasText: '改为1,249.62' });
      await card.getByRole('button', { name: '写说明' }).click();
      const box = page.getByRole('textbox', { name: '为什么可以这样' });
      await box.fill('由上级单位代列');
      await page.getByRole('textbox', { name: '姓名' }).fill('张三');
      await page.screenshot({ path: join(SHOTS, 'explain-light.png') });
      expect(await violations(page)).toEqual([]);
      expect(await tooWide(page)).toEqual([]);
      await page.getByRole('button', { name: '保存说明' }).click();
      await page.getByText('说明已写入“审核说明”，这一条不再计入；数字变了会重新提示。').waitFor();
      await fresh(page);
      expect(await cards.count()).toBe(count - 1);
      expect(workbook.sheet('审核说明')?.cell(2, 4)?.value).toBe('由上级单位代列');
      await page.waitForFunction(() => document.activeElement !== document.body);

      await page.getByRole('button', { name: '已说明1条' }).click();
      await cards.last().getByText('已说明：由上级单位代列（张三，').waitFor();
      await cards.last().scrollIntoViewIfNeeded();
      await page.screenshot({ path: join(SHOTS, 'explained-light.png') });
      expect(await violations(page)).toEqual([]);
      await somebodyTypes(one, '表三', 'E9', 1294.62);
      await page.getByText('说明过“由上级单位代列”，之后数字变了，请重新核对。').first().waitFor();
      expect(complaints).toEqual([]);
    });

    it('goes without the mouse: F2, type, Ctrl+Enter; the next card has the focus', async () => {
      const { page, cards, workbook } = await openFindings();
      const [first, second] = [
        await cards.nth(0).getAttribute('data-entry'),
        await cards.nth(1).getAttribute('data-entry'),
      ];
      await cards.nth(0).focus();
      await page.keyboard.press('F2');
      await page.getByRole('textbox', { name: '为什么可以这样' }).waitFor();
      await page.waitForFunction(() => document.activeElement?.tagName === 'TEXTAREA');
      await page.keyboard.type('a b');
      await page.keyboard.press('Escape');
      await page.waitForFunction((id) => document.activeElement?.getAttribute('data-entry') === id, first);
      await page.keyboard.press('F2');
      await page.waitForFunction(() => document.activeElement?.tagName === 'TEXTAREA');
      // What was typed is still there.
      await page.keyboard.press('ArrowLeft');
      await page.keyboard.type('c');
      await page.keyboard.press('Control+Enter');
      await page.getByText('说明已写入“审核说明”').waitFor();
      expect(workbook.sheet('审核说明')?.cell(2, 4)?.value).toBe('a cb');
      await page.waitForFunction((id) => document.activeElement?.getAttribute('data-entry') === id, second);
    });

    it('can be withdrawn', async () => {
      const { page, cards } = await openFindings();
      const count = await cards.count();
      await cards.nth(0).getByRole('button', { name: '写说明' }).click();
      await page.getByRole('textbox', { name: '为什么可以这样' }).fill('已核对');
      await page.keyboard.press('Control+Enter');
      await page.getByText('说明已写入“审核说明”').waitFor();
      await fresh(page);
      await page.getByRole('button', { name: '已说明1条' }).click();
      await cards.last().getByRole('button', { name: '收回说明' }).click();
      await page.getByText('说明已收回，这一条重新计入。').waitFor();
      await fresh(page);
      expect(await cards.count()).toBe(count);
    });

    it.each<readonly [string, View]>([
      ['dark', { excel: { background: '#1F1F1F' } }],
      ['320', { width: 320, height: 640 }],
      ['english', { excel: { language: 'en-US' } }],
      ['200 per cent', { width: 170, height: 400 }],
    ])('looks right: %s', async (name, view) => {
      const { page, cards } = await openFindings(view);
      await cards.nth(0).focus();
      await page.keyboard.press('F2');
      await page.getByRole('textbox', { name: /为什么可以这样|Why it may stay/ }).fill('由上级单位代列');
      await page.screenshot({ path: join(SHOTS, `explain-${name.replace(/\W+/g, '-')}.png`) });
      expect(await violations(page)).toEqual([]);
      expect(await tooWide(page)).toEqual([]);
    });
  });
}
