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

    it('goes to the search box with Ctrl+F from anywhere; Esc empties it, then gives the focus back', async () => {
      const { page, complaints } = await openPane();
      await fresh(page);
      const search = page.getByRole('searchbox');
      // From another page, whose button goes away.
      await page.getByRole('button', { name: '标记到单元格', exact: true }).focus();
      await page.keyboard.press('Control+f');
      await search.waitFor();
      await page.waitForFunction(() => document.activeElement?.getAttribute('type') === 'search');
      await page.keyboard.type('表三!E9');
      const cards = page.getByRole('grid').first().getByRole('row');
      expect(await cards.count()).toBe(1);
      await page.keyboard.press('Escape');
      expect([await search.inputValue(), (await cards.count()) > 1]).toEqual(['', true]);
      await page.keyboard.press('Escape');
      const [first = ''] = await cards.evaluateAll((all) => all.map((card) => card.getAttribute('data-entry') ?? ''));
      await page.waitForFunction((id) => document.activeElement?.getAttribute('data-entry') === id, first);

      // From a card, and back to it.
      await page.keyboard.press('ArrowDown');
      const card = await focused(page);
      await page.keyboard.press('Control+f');
      await page.waitForFunction(() => document.activeElement?.getAttribute('type') === 'search');
      await page.keyboard.press('Escape');
      await page.waitForFunction((id) => document.activeElement?.getAttribute('data-entry') === id, card);

      // Out of what was pushed over the list, and out of the list of keys.
      await cards.first().getByRole('button', { name: '依据' }).click();
      await page.getByRole('tree').waitFor();
      await page.keyboard.press('Control+f');
      await page.waitForFunction(() => document.activeElement?.getAttribute('type') === 'search');
      expect(await page.getByRole('tree').count()).toBe(0);
      await page.keyboard.press('Control+/');
      await page.getByRole('heading', { level: 1, name: '快捷键' }).waitFor();
      await page.keyboard.press('Control+f');
      await page.waitForFunction(() => document.activeElement?.getAttribute('type') === 'search');
      expect(await page.getByRole('heading', { level: 1, name: '快捷键' }).count()).toBe(0);
      expect(complaints).toEqual([]);
    });

    it('opens the menu of a card with Shift+F10, the menu key, a right click and its button', async () => {
      const { page, workbook, complaints } = await openPane();
      await fresh(page);
      await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
      await page.getByRole('tab').nth(1).click();
      const cards = page.getByRole('grid').first().getByRole('row');
      const menu = page.getByRole('menu');
      const card = page.getByRole('row', { name: /1,249\.62/ }).first();
      const id = (await card.getAttribute('data-entry')) ?? '';
      const back = () => page.waitForFunction((own) => document.activeElement?.getAttribute('data-entry') === own, id);
      await card.focus();
      for (const key of ['Shift+F10', 'ContextMenu']) {
        await page.keyboard.press(key);
        await menu.waitFor();
        await page.waitForFunction(() => document.activeElement?.getAttribute('role') === 'menuitem');
        expect(await violations(page)).toEqual([]);
        await page.screenshot({ path: join(SHOTS, 'card-menu.png') });
        await page.keyboard.press('Escape');
        await back();
        expect(await menu.count()).toBe(0);
      }

      // What is copied is what the letter says of it.
      await page.keyboard.press('Shift+F10');
      await page.getByRole('menuitem', { name: '复制这一条' }).click();
      await card.getByText('已复制').waitFor();
      const copied = await page.evaluate(() => navigator.clipboard.readText());
      expect(copied).toMatch(/^【表三!E9】表三“行政运行”合计现为1,249\.92万元，应为1,249\.62/);
      await back();

      // One table alone, said and taken back.
      const count = await cards.count();
      await card.click({ button: 'right', position: { x: 60, y: 50 } });
      await page.getByRole('menuitem', { name: '只看表三' }).click();
      await page.getByText(/^另有\d+条被筛选隐藏$/).waitFor();
      expect(await cards.count()).toBeLessThan(count);
      await card.getByRole('button', { name: '更多' }).click();
      await page.getByRole('menuitem', { name: '看所有的表' }).click();
      await page.waitForFunction((all) => document.querySelectorAll('[data-entry]').length === all, count);

      // All alike are listed before they are written.
      await card.getByRole('button', { name: '更多' }).click();
      await page.getByRole('menuitem', { name: /^同类全部采纳（\d+格）$/ }).click();
      await page.getByRole('heading', { name: /^可改\d+格，其余不动$/ }).waitFor();
      await page.getByRole('list', { name: '采纳可靠建议' }).getByText('1,249.92 → 1,249.62').waitFor();
      expect(workbook.sheet('表三')?.cell(8, 4)?.value).not.toBe(1249.62);
      await page.getByRole('button', { name: '不写' }).click();
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
