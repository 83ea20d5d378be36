import { join } from 'node:path';
import type { Page } from 'playwright-core';
import type { View } from './open-pane';
import { describeInBrowser, fresh, openPane, SHOTS, skipped, tooWide, violations } from './open-pane';

const focused = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const { activeElement } = document;
    return activeElement?.getAttribute('data-entry') ?? activeElement?.textContent ?? '';
  });

/** The tests of the list of keys, and of those keys in it that no other test presses. */
export function keyListTests(): void {
  describeInBrowser(`the list of keys, in a browser${skipped}`, () => {
    it('opens with Ctrl+/ and closes with it or with Esc: what was typed stays, and so does the focus', async () => {
      const { page, requests, complaints } = await openPane();
      await fresh(page);
      await page.getByRole('tab').nth(1).click();
      const search = page.getByRole('searchbox');
      await search.fill('行政');
      const loaded = requests.length;
      await page.keyboard.press('Control+/');
      const list = page.getByRole('heading', { level: 1, name: '快捷键' });
      await list.waitFor();
      // It is not loaded before.
      expect(requests.length).toBeGreaterThan(loaded);
      await page.waitForFunction(() => document.activeElement?.tagName === 'H1');
      expect(await page.getByRole('definition').filter({ hasText: '按F6回到工作表' }).count()).toBe(1);
      expect(await page.getByRole('main').count()).toBe(1);
      expect(await violations(page)).toEqual([]);
      await page.keyboard.press('Control+/');
      await page.waitForFunction(() => document.activeElement instanceof HTMLInputElement);
      expect([await list.count(), await search.inputValue()]).toEqual([0, '行政']);

      await page.keyboard.press('Control+/');
      await list.waitFor();
      await page.keyboard.press('Escape');
      await page.waitForFunction(() => document.activeElement instanceof HTMLInputElement);
      // Nobody has opened it: Esc is the search box's again.
      await page.keyboard.press('Escape');
      expect(await list.count()).toBe(0);

      // Another page is looked at: the list goes, the focus stays there.
      await page.keyboard.press('Control+/');
      await list.waitFor();
      await page.getByRole('tab', { name: '总览' }).click();
      await page.getByRole('heading', { level: 1, name: /^还有/ }).waitFor();
      expect(await list.count()).toBe(0);
      expect(complaints).toEqual([]);
    });

    it('names keys that work: along the cards, into one and out again, along the tree and back', async () => {
      const { page, complaints } = await openPane();
      await fresh(page);
      await page.getByRole('tab').nth(1).click();
      const cards = page.getByRole('grid').first().getByRole('row');
      await cards.first().focus();
      const ids = await cards.evaluateAll((all) => all.map((card) => card.getAttribute('data-entry')));
      await page.keyboard.press('End');
      expect(await focused(page)).toBe(ids.at(-1));
      await page.keyboard.press('ArrowUp');
      expect(await focused(page)).toBe(ids.at(-2));
      await page.keyboard.press('Home');
      expect(await focused(page)).toBe(ids[0]);
      await page.keyboard.press('ArrowRight');
      expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('BUTTON');
      await page.keyboard.press('Escape');
      expect(await focused(page)).toBe(ids[0]);

      await cards.first().getByRole('button', { name: '依据' }).click();
      const tree = page.getByRole('tree');
      await tree.waitFor();
      const group = tree.getByRole('treeitem').first();
      await group.focus();
      const whether = (): Promise<string | null> => group.getAttribute('aria-expanded');
      const before = await whether();
      await page.keyboard.press(before === 'true' ? 'ArrowLeft' : 'ArrowRight');
      expect(await whether()).not.toBe(before);
      await page.keyboard.press(before === 'true' ? 'ArrowRight' : 'ArrowLeft');
      expect(await whether()).toBe(before);
      await page.keyboard.press('Alt+ArrowLeft');
      await cards.first().waitFor();
      expect(complaints).toEqual([]);
    });

    it.each<readonly [string, View]>([
      ['light', {}],
      ['dark', { excel: { background: '#1F1F1F' } }],
      ['320', { width: 320, height: 800 }],
      ['english', { excel: { language: 'en-US' } }],
      ['200 per cent', { width: 170, height: 400 }],
    ])('looks right, from the settings: %s', async (name, view) => {
      const english = name === 'english';
      const { page } = await openPane({ query: '?page=settings', ...view });
      await page.getByRole('button', { name: english ? 'Keys' : '快捷键', exact: true }).click();
      await page.getByRole('heading', { level: 1, name: english ? 'Keys' : '快捷键' }).waitFor();
      await page.screenshot({ path: join(SHOTS, `keys-${name.replace(/\W+/g, '-')}.png`) });
      expect(await violations(page)).toEqual([]);
      expect(await tooWide(page)).toEqual([]);
      await page.getByRole('button', { name: english ? 'Back' : '返回' }).click();
      await page.waitForFunction(() => document.activeElement?.tagName === 'BUTTON');
      expect(await focused(page)).toBe(english ? 'Keys' : '快捷键');
    });
  });
}
