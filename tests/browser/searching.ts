import { join } from 'node:path';
import type { ElementHandle, Page } from 'playwright-core';
import type { Opened, View } from './open-pane';
import { describeInBrowser, fresh, openPane, SHOTS, skipped, somebodyTypes, tooWide, violations } from './open-pane';

const SEARCHING = '正在找是哪一格写错。';
const SEARCHING_EN = 'Finding out which cell is wrong.';

/** What the page knows of a search that is held up. */
interface Turns {
  holds: boolean;
  readonly held: (() => void)[];
}

/**
 * To the pane every step takes long, and whoever looks at it has all the time in the world: as soon as a search is shown, its next turn
 * does not come until it is let go on.
 */
function holdSearches(): void {
  const turns: Turns = { holds: false, held: [] };
  const real = performance.now.bind(performance);
  performance.now = () => real() * 1000;
  class Turn extends MessageChannel {
    constructor() {
      super();
      // What was set up with the page is not the pane's own.
      if (document.readyState !== 'complete') return;
      const post = this.port2.postMessage.bind(this.port2);
      this.port2.postMessage = (message: unknown) => {
        if (turns.holds) turns.held.push(() => post(message));
        else post(message);
      };
    }
  }
  Object.assign(window, { MessageChannel: Turn, __turns: turns });
  const words = ['正在找是哪一格写错。', 'Finding out which cell is wrong.'];
  new MutationObserver(() => {
    const shown = document.querySelector('body')?.textContent ?? '';
    if (words.some((word) => shown.includes(word))) turns.holds = true;
  }).observe(document, { subtree: true, childList: true, characterData: true });
}

const goOn = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const { __turns: turns } = window as unknown as { readonly __turns: Turns };
    // The words are still there until the search is over.
    Object.defineProperty(turns, 'holds', { value: false, writable: false });
    for (const turn of turns.held.splice(0)) turn();
  });

async function openFindings(view: View = {}, word?: string): Promise<Opened> {
  const one = await openPane({ ...view, init: holdSearches });
  await fresh(one.page, word);
  await one.page.getByRole('tab').nth(1).click();
  await one.page.locator('[data-entry]').first().waitFor();
  return one;
}

const cardOf = async (page: Page, text: string): Promise<ElementHandle<HTMLElement>> => {
  const found = await page.locator('[data-entry]', { hasText: text }).first().elementHandle();
  if (!found) throw new Error(`no card says ${text}`);
  return found as ElementHandle<HTMLElement>;
};

const top = async (card: ElementHandle<HTMLElement>): Promise<number> => (await card.boundingBox())?.y ?? Number.NaN;

const hasFocus = (card: ElementHandle<HTMLElement>): Promise<boolean> =>
  card.evaluate((element) => element.contains(document.activeElement));

/** The tests of what is shown while the search for the wrong cell goes on. */
export function searchingTests(): void {
  describeInBrowser(`while it is being found out which cell is wrong, in a browser${skipped}`, () => {
    it('the pane shows what fails, moves nothing, and puts the cell in its place', async () => {
      const one = await openFindings({ height: 600 });
      const { page, complaints } = one;
      const chosen = await cardOf(page, '表三“行政运行”合计');
      const link = await chosen.$('button[aria-label^="选中"]');
      await link?.click();
      await page.evaluate(() => {
        const said: string[] = [];
        const { ariaNotify } = document as unknown as { readonly ariaNotify?: unknown };
        Object.assign(window, { __said: said });
        // The browser's own way to say something, where it has one; else what is written into a region that is listened to.
        if (ariaNotify) Object.assign(document, { ariaNotify: (text: string) => said.push(text) });
        const region = document.querySelector('body > [aria-live]');
        const heard = (): void => {
          if (region?.textContent) said.push(region.textContent);
        };
        if (region) new MutationObserver(heard).observe(region, { subtree: true, childList: true });
      });
      const stood = await top(chosen);
      await somebodyTypes(one, '表五', 'F24', '');
      await page.getByText(SEARCHING).waitFor();
      const card = await cardOf(page, SEARCHING);
      const said = await card.innerText();
      expect(said).toContain('表五“合计”基本支出空着，下级1项之和为1,249.62万元。');
      expect(said).toContain('另有2处不平');
      expect(said).not.toMatch(/改为|写说明/);
      // Everything else is as it was.
      expect([await hasFocus(chosen), Math.abs((await top(chosen)) - stood) <= 1]).toEqual([true, true]);
      expect(await chosen.innerText()).toMatch(/改为1,249.62/);
      expect(await page.getByRole('contentinfo').innerText()).toContain('正在检查');
      expect(await violations(page)).toEqual([]);
      expect(await tooWide(page)).toEqual([]);
      await page.screenshot({ path: join(SHOTS, 'searching-light.png') });

      const place = await top(card);
      await goOn(page);
      await page.getByRole('contentinfo').getByText('已更新').waitFor();
      // The very same card says it now, where it was.
      expect(await card.evaluate((element) => element.isConnected)).toBe(true);
      expect(await card.innerText()).toMatch(/表五“合计”基本支出空着，应为1,249.62万元/);
      expect(await top(card)).toBe(place);
      expect([await hasFocus(chosen), Math.abs((await top(chosen)) - stood) <= 1]).toEqual([true, true]);
      await page.screenshot({ path: join(SHOTS, 'searching-found.png') });
      await page.waitForFunction(() => (window as unknown as { readonly __said: string[] }).__said.length > 0);
      const heard = await page.evaluate(() => (window as unknown as { readonly __said: string[] }).__said);
      expect(heard.map((text) => /^已更新：.*错误/.test(text))).toEqual([true]);
      expect(complaints).toEqual([]);
    });

    it('the card that has the focus has it throughout, though its button goes and comes back', async () => {
      const one = await openFindings({ height: 900 });
      const { page } = one;
      const card = await cardOf(page, '表三“行政运行”合计');
      const button = await card.$('button:has-text("改为")');
      await button?.focus();
      await somebodyTypes(one, '表三', 'E9', 1300);
      await page.getByText(SEARCHING).waitFor();
      expect([await hasFocus(card), await card.$('button:has-text("改为")')]).toEqual([true, null]);
      // Neither key does what its button would.
      await page.keyboard.press('Control+Enter');
      await page.keyboard.press('F2');
      expect(await card.$('textarea')).toBeNull();
      await goOn(page);
      await page.getByRole('contentinfo').getByText('已更新').waitFor();
      expect(await hasFocus(card)).toBe(true);
      expect(await card.innerText()).toMatch(/现为1,300.00万元，应为1,249.62/);
      expect(one.workbook.sheet('表三')?.cell(8, 4)?.value).toBe(1300);
    });

    it('the overview counts what fails', async () => {
      const one = await openFindings();
      const { page } = one;
      await page.getByRole('tab', { name: '总览' }).click();
      const verdict = page.getByRole('heading', { level: 1 });
      const errors = async (): Promise<number> => Number(/还有(\d+)处错误/.exec(await verdict.innerText())?.[1]);
      const before = await errors();
      await page.getByRole('tab', { name: /审核/ }).click();
      await somebodyTypes(one, '表五', 'F24', '');
      await page.getByText(SEARCHING).waitFor();
      await page.getByRole('tab', { name: '总览' }).click();
      expect(await errors()).toBeGreaterThan(before);
      await goOn(page);
      await page.getByRole('contentinfo').getByText('已更新').waitFor();
      expect(await errors()).toBeGreaterThan(before);
    });

    it.each<readonly [string, View]>([
      ['dark', { dark: true }],
      ['320', { width: 320 }],
      ['english', { excel: { language: 'en-US' } }],
      ['200 per cent', { width: 170, height: 600 }],
    ])('it looks right: %s', async (name, view) => {
      const isEnglish = view.excel?.language === 'en-US';
      const one = await openFindings(view, isEnglish ? 'Checked with the present data' : undefined);
      const { page } = one;
      await somebodyTypes(one, '表五', 'F24', '');
      const words = page.getByText(isEnglish ? SEARCHING_EN : SEARCHING);
      await words.waitFor();
      await words.scrollIntoViewIfNeeded();
      expect(await violations(page)).toEqual([]);
      expect(await tooWide(page)).toEqual([]);
      await page.screenshot({ path: join(SHOTS, `searching-${name.replace(/\W+/g, '-')}.png`) });
      await goOn(page);
      await page
        .getByRole('contentinfo')
        .getByText(isEnglish ? 'Updated' : '已更新')
        .waitFor();
    });
  });
}
