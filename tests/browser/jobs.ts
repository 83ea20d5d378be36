import type { Locator, Page } from 'playwright-core';
import { withValues } from '../fixtures/edit';
import { openFile, reducedFile } from '../fixtures/sample-file';
import { areaOfAddress } from '../office/model/addresses';
import { workbookFromSnapshot } from '../office/model/from-snapshot';
import { openCompiled } from './open-compiled';
import type { Opened, View } from './open-pane';
import { describeInBrowser, fresh, openPane, skipped, thePane } from './open-pane';

interface Counter {
  /** Clicks on something, and counts it. */
  readonly click: (on: Locator) => Promise<void>;
  readonly clicks: () => number;
}

function counter(): Counter {
  let clicks = 0;
  return {
    click: async (on) => {
      clicks += 1;
      await on.click();
    },
    clicks: () => clicks,
  };
}

async function openCounting(view: View): Promise<Opened & Counter> {
  const opened = await openPane(view);
  await opened.page.context().grantPermissions(['clipboard-read', 'clipboard-write'], {
    origin: thePane().server.origin,
  });
  await fresh(opened.page);
  return { ...opened, ...counter() };
}

const copied = (page: Page): Promise<string> => page.evaluate(() => navigator.clipboard.readText());

/** Waits until a cell is the one selected. */
async function selected({ page, workbook }: Opened, address: string): Promise<void> {
  const [sheet = '', cell = ''] = address.split('!');
  const wanted = { sheet: sheet.replaceAll("'", ''), areas: [areaOfAddress(cell)] };
  for (let tries = 0; tries < 100 && JSON.stringify(workbook.selection) !== JSON.stringify(wanted); tries++) {
    await page.waitForTimeout(20);
  }
  expect(workbook.selection).toEqual(wanted);
}

/** The commonest jobs, from the pane's opening to what somebody takes away from it, and how many clicks they may cost. */
export function jobsTests(): void {
  describeInBrowser(`the commonest jobs, in a browser${skipped}`, () => {
    it('a received workbook is checked and sent back: five clicks and one a cause', async () => {
      const opened = await openCounting({ height: 1200 });
      const { page, workbook, click, clicks } = opened;
      await click(page.getByRole('button', { name: '逐条处理' }));
      const cards = page.getByRole('grid', { name: '审核问题' }).getByRole('row');
      const causes = await cards.count();
      expect(causes).toBeGreaterThan(3);
      for (let index = 0; index < causes; index++) {
        const card = cards.nth(index);
        // The first one is chosen already, and its cell selected.
        if (index > 0) await click(card.getByRole('button', { name: /^选中/ }).first());
        const address = await card.getByRole('button', { name: /^选中/ }).first().innerText();
        await selected(opened, address);
      }
      await click(page.getByRole('button', { name: '标记到单元格' }));
      await page.getByText(/^已标记\d+格/).waitFor();
      expect(workbook.sheet('审核结果')).toBeDefined();
      await click(page.getByRole('button', { name: '复制退回意见' }));
      await page.getByText(/^退回意见已复制/).waitFor();
      expect(await copied(page)).toMatch(/^云州市人民政府办公室.+审核意见\n/);
      expect(clicks()).toBeLessThanOrEqual(5 + causes);
    });

    it("one's own tables are filled, mended and explained: eight clicks", async () => {
      const unfilled = withValues(openFile(reducedFile()).snapshot, { '表四!B37': 1500 });
      const { page, workbook, click, clicks } = await openCounting({
        workbook: workbookFromSnapshot(unfilled),
        height: 1000,
      });
      const main = page.getByRole('main');
      await click(page.getByRole('tab', { name: '填表' }));
      await click(main.getByRole('button', { name: /^写入\d+格$/ }));
      await page.getByText(/^已写入\d+格/).waitFor();
      await fresh(page);
      await click(page.getByRole('tab', { name: /审核/ }));
      await click(page.getByRole('button', { name: '采纳可靠建议' }));
      await click(page.getByRole('button', { name: /^写入\d+格$/ }));
      await page.getByText(/^已改.*并重新检查。$/).waitFor();
      await fresh(page);
      expect(workbook.sheet('表四')?.cell(36, 1)?.value).not.toBe(1500);
      await click(page.getByRole('tab', { name: /说明/ }));
      await click(main.getByRole('button', { name: '复制全文' }));
      await page
        .getByText(/已复制/)
        .first()
        .waitFor();
      expect(await copied(page)).toMatch(/收入预算情况说明[\s\S]+万元/);
      expect(clicks()).toBeLessThanOrEqual(8);
    });

    it('missing reasons are answered: two clicks in all', async () => {
      const { page, main, workbook } = await openCompiled();
      await page.getByRole('tab', { name: '总览' }).click();
      const { click, clicks } = counter();
      await click(main.getByRole('button', { name: '去填' }));
      const position = main.getByText(/第\d+条，共\d+条/);
      const total = Number(/共(\d+)条/.exec(await position.innerText())?.[1]);
      for (let n = 1; n <= total; n++) {
        await main.getByText(`第${n}条，共${total}条`).waitFor();
        await page.waitForFunction(() => document.activeElement?.tagName === 'TEXTAREA');
        await page.keyboard.type(`工作安排第${n}次调整`);
        await page.keyboard.press('Control+Enter');
      }
      await main.getByRole('heading', { name: '原因已填完' }).waitFor();
      await click(main.getByRole('button', { name: '看说明' }));
      await main.getByRole('heading', { level: 1, name: /^\d+个部分/ }).waitFor();
      // The text follows what was written a moment later.
      await main.getByText('【待填：增减原因】').first().waitFor({ state: 'detached' });
      expect(clicks()).toBeLessThanOrEqual(2);
      const rows = [...(workbook.sheet('增减原因')?.rows.values() ?? [])];
      const reasons = rows.map((row) => row.get(7)?.value).filter((value) => /^工作安排第/.test(String(value)));
      expect(reasons).toEqual(Array.from({ length: total }, (_, index) => `工作安排第${index + 1}次调整`));
    });
  });
}
