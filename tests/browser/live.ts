import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { workbookOf } from '../office/model/build';
import type { Opened } from './open-pane';
import { describeInBrowser, fresh, openPane, SHOTS, skipped, somebodyTypes, violations } from './open-pane';

/** Where the times that were measured are written: a report, never a reason to fail. */
const MEASURED = join(__dirname, '../../out/measured');

/** Milliseconds for which nothing else had a turn in the page, by what took longer than 50. */
const longTasks = (page: Page): Promise<readonly number[]> =>
  page.evaluate(() => {
    const { __tasks } = window as unknown as { readonly __tasks: readonly number[] };
    return __tasks.map(Math.round);
  });

const watchTasks = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const tasks: number[] = [];
    Object.assign(window, { __tasks: tasks });
    new PerformanceObserver((list) => list.getEntries().forEach(({ duration }) => tasks.push(duration))).observe({
      type: 'longtask',
    });
  });

/** Types, and waits until the pane says that it has followed; milliseconds in between, as the page counts them. */
async function followed(one: Opened, sheet: string, address: string, value: number): Promise<number> {
  const { page } = one;
  const begun = await page.evaluate(() => performance.now());
  await somebodyTypes(one, sheet, address, value);
  await page
    .getByRole('contentinfo')
    .getByText('表格有改动，正在检查')
    .waitFor({ timeout: 5000 })
    .catch(() => undefined);
  await page.getByRole('contentinfo').getByText('已更新').waitFor();
  return (await page.evaluate(() => performance.now())) - begun;
}

/** The tests of following what somebody does in the workbook. */
export function liveTests(): void {
  describeInBrowser(`what somebody types beside the pane, in a browser${skipped}`, () => {
    it('is shown as soon as it is checked, and one batch is all it takes', async () => {
      const one = await openPane();
      const { page, executor, complaints } = one;
      await fresh(page);
      await page.getByRole('tab', { name: /审核/ }).click();
      await watchTasks(page);
      const batches = executor.batches.length;
      const shown = await followed(one, '表三', 'E9', 999999);
      await page.getByText('999,999.00').first().waitFor();
      expect(executor.batches.length - batches).toBe(1);
      const mended = await followed(one, '表三', 'E9', 1249.62);
      await page.getByText('999,999.00').first().waitFor({ state: 'detached' });
      mkdirSync(MEASURED, { recursive: true });
      const report = { shown: Math.round(shown), mended: Math.round(mended), longTasks: await longTasks(page) };
      writeFileSync(join(MEASURED, 'live.json'), JSON.stringify(report));
      expect(await violations(page)).toEqual([]);
      expect(complaints).toEqual([]);
    });

    it('moves nothing that is looked at: the card chosen stays chosen, and where it was', async () => {
      const one = await openPane({ height: 500 });
      const { page } = one;
      await fresh(page);
      await page.getByRole('tab', { name: /审核/ }).click();
      const cards = page.getByRole('grid', { name: '审核问题' }).getByRole('row');
      const count = await cards.count();
      const last = cards.last();
      await last.getByRole('button', { name: /^选中/ }).first().click();
      const id = await last.getAttribute('data-entry');
      const place = async (): Promise<number> =>
        (await page.locator(`[data-entry="${id}"]`).boundingBox())?.y ?? Number.NaN;
      await page.mouse.move(1, 1);
      await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
      const before = await place();
      // An error goes that stands above it.
      await followed(one, '表三', 'E9', 1249.62);
      expect(await cards.count()).toBe(count - 1);
      expect(Math.abs((await place()) - before)).toBeLessThanOrEqual(1);
      // And comes again.
      await followed(one, '表三', 'E9', 1294.62);
      expect(await cards.count()).toBe(count);
      expect(Math.abs((await place()) - before)).toBeLessThanOrEqual(1);
      await page.screenshot({ path: join(SHOTS, 'live.png') });

      // At the beginning of the list too, where the browser by itself would let the cards move down under the pointer.
      await followed(one, '表三', 'E9', 1249.62);
      const second = cards.nth(1);
      const pointed = await second.getAttribute('data-entry');
      const scroller = page.getByRole('main').locator('> div').first();
      await scroller.evaluate((element) => (element.scrollTop = 0));
      const box = await second.boundingBox();
      await page.mouse.move((box?.x ?? 0) + 20, (box?.y ?? 0) + 10);
      expect(await second.evaluate((card) => card.matches(':hover'))).toBe(true);
      const top = async (): Promise<number> =>
        (await page.locator(`[data-entry="${pointed}"]`).boundingBox())?.y ?? Number.NaN;
      const stood = await top();
      await followed(one, '表三', 'E9', 1294.62);
      expect(Math.abs((await top()) - stood)).toBeLessThanOrEqual(1);
    });

    it('in a large table lets the pane go on answering', async () => {
      const rows = Array.from({ length: 2500 }, (_, row) => [`${2010101 + row}`, '行政运行', 2 * row, row, row]);
      const one = await openPane({
        workbook: workbookOf([
          {
            name: '表三',
            rows: [['部门支出总体情况表'], ['科目编码', '科目名称', '合计', '基本支出', '项目支出'], ...rows],
          },
        ]),
      });
      const { page } = one;
      await fresh(page);
      await watchTasks(page);
      const shown = await followed(one, '表三', 'C1500', 7);
      mkdirSync(MEASURED, { recursive: true });
      const report = { cells: 12500, shown: Math.round(shown), longTasks: await longTasks(page) };
      writeFileSync(join(MEASURED, 'live-large.json'), JSON.stringify(report));
      expect(await page.getByRole('heading', { level: 1 }).innerText()).not.toBe('');
    });
  });
}
