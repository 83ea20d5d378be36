import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { withValues } from '../fixtures/edit';
import { openFile, reducedFile } from '../fixtures/sample-file';
import { areaOfAddress } from '../office/model/addresses';
import { workbookFromSnapshot } from '../office/model/from-snapshot';
import { ModelWorkbook } from '../office/model/workbook';
import { sample } from '../fixtures/sample';
import type { View } from './open-pane';
import { describeInBrowser, fresh, openPane, SHOTS, skipped, tooWide, violations } from './open-pane';

const reduced = openFile(reducedFile()).snapshot;

/** The sample's lowest rows, and two typed sums that differ. */
const unfilled = (): ModelWorkbook =>
  workbookFromSnapshot(withValues(reduced, { '表四!B37': 1500, '表六!E29': 1249.6 }));

/** What every cell holds: `表三!9,4 =SUM(F9:G9)`. */
const cells = (workbook: ModelWorkbook): readonly string[] =>
  workbook.sheets
    .flatMap(({ name, rows }) =>
      [...rows].flatMap(([row, held]) =>
        [...held].flatMap(([column, { value, formula }]) =>
          value === '' && formula === undefined
            ? []
            : [`${name}!${row},${column} ${formula === undefined ? value : `=${formula}`}`],
        ),
      ),
    )
    .sort();

async function openFill(page: Page): Promise<void> {
  await page.getByRole('tab').nth(2).click();
  await page
    .getByRole('heading', { level: 1 })
    .filter({ hasText: /格|cells/ })
    .waitFor();
}

/** The tests of the screen 填表. */
export function fillScreenTests(): void {
  describeInBrowser(`filling, in a browser${skipped}`, () => {
    it('shows what would be written, writes it in one click, and takes it back as a whole', async () => {
      const { page, workbook, executor, complaints } = await openPane({ workbook: unfilled() });
      await fresh(page);
      const before = cells(workbook);
      await openFill(page);
      expect(cells(workbook)).toEqual(before);
      const main = page.getByRole('main');
      expect(await main.getByRole('heading', { level: 1 }).innerText()).toMatch(/^可写\d+格：公式\d+、.*；插入8行$/);
      await main.getByRole('button', { name: /^表三 部门支出总体情况表/ }).click();
      await main.getByText('第7行插入201 一般公共服务支出').waitFor();
      await main.getByRole('button', { name: '选中表三!E9', exact: true }).click();
      await page.waitForTimeout(100);
      expect(workbook.selection).toEqual({ sheet: '表三', areas: [areaOfAddress('E9')] });
      await page.screenshot({ path: join(SHOTS, 'fill-light.png') });
      expect(await violations(page)).toEqual([]);
      expect(await tooWide(page)).toEqual([]);

      const batches = executor.batches.length;
      await main.getByRole('button', { name: /^写入\d+格$/ }).click();
      await page.getByText(/^已写入\d+格：公式\d+、.*；插入8行。$/).waitFor();
      await fresh(page);
      // One looks, one writes, one reads for the check.
      expect(executor.batches.length - batches).toBe(3);
      expect(workbook.sheet('表三')?.cell(8, 4)?.formula).toBe('SUM(F9:G9)');
      await main.getByRole('button', { name: /^写入/ }).waitFor({ state: 'detached' });
      await page.screenshot({ path: join(SHOTS, 'fill-done.png') });

      await page.getByRole('button', { name: '撤销：填表' }).click();
      await page.getByText('已撤销：填表。').waitFor();
      await fresh(page);
      expect(cells(workbook)).toEqual(before);
      await main.getByRole('heading', { level: 1, name: /^可写\d+格/ }).waitFor();
      expect(complaints).toEqual([]);
    });

    it('keeps what was typed until the formula is chosen, and keeps the choice while other pages are looked at', async () => {
      const { page, workbook } = await openPane({ workbook: unfilled() });
      await fresh(page);
      await openFill(page);
      const main = page.getByRole('main');
      await main.getByText('您填的数不动。2格与算出的不同，请选：').waitFor();
      const choice = main.getByRole('radiogroup', { name: '表四!B37用哪一个' });
      expect(await choice.getByRole('radio', { name: '保留我填的' }).isChecked()).toBe(true);
      const heading = await main.getByRole('heading', { level: 1 }).innerText();
      await choice.getByRole('radio', { name: '改用公式' }).check();
      await page.waitForFunction((old) => document.querySelector('main:not([style]) h1')?.textContent !== old, heading);
      await page.getByRole('tab', { name: '总览' }).click();
      await page.getByRole('tab', { name: '填表' }).click();
      expect(await choice.getByRole('radio', { name: '改用公式' }).isChecked()).toBe(true);
      await main.getByRole('button', { name: /^写入\d+格$/ }).click();
      await page.getByText(/^已写入/).waitFor();
      await fresh(page);
      expect(workbook.sheet('表四')?.cell(36, 1)?.formula).toBeTruthy();
      expect([...(workbook.sheet('表六')?.rows.values() ?? [])].flatMap((row) => row.get(4)?.value)).toContain(1249.6);
    });

    it('makes the standard tables where there are none', async () => {
      const { page, workbook } = await openPane({ workbook: new ModelWorkbook(['Sheet1']) });
      await fresh(page);
      await page.getByRole('tab', { name: '填表' }).click();
      const main = page.getByRole('main');
      await main.getByText('没有认出预算表，也没有台账。').waitFor();
      await main.getByLabel('部门名称').fill('云溪市文化馆');
      await main.getByLabel('预算年度').fill('今年');
      expect(await main.getByRole('button', { name: '新建标准表' }).getAttribute('aria-disabled')).toBe('true');
      await main.getByText('四位数字，如2026').waitFor();
      await main.getByLabel('预算年度').fill('２０２６年');
      await page.screenshot({ path: join(SHOTS, 'new-light.png') });
      expect(await violations(page)).toEqual([]);
      await main.getByRole('button', { name: '新建标准表' }).click();
      await page.getByText(/^已新建\d+张工作表。/).waitFor();
      await fresh(page);
      expect(workbook.sheets.map(({ name }) => name)).toEqual(
        expect.arrayContaining(['Sheet1', '台账', '单位情况', '上年数', '增减原因', '表一', '表九']),
      );
      await main.getByText('“台账”还没有填数').waitFor();
      await page.getByRole('button', { name: '撤销：新建标准表' }).click();
      await page.getByText('已撤销：新建标准表。').waitFor();
      expect(workbook.sheets.map(({ name }) => name)).toEqual(['Sheet1']);
    });

    it.each<readonly [string, View]>([
      ['dark', { excel: { background: '#1F1F1F' } }],
      ['320', { width: 320, height: 640 }],
      ['english', { excel: { language: 'en-US' } }],
      ['200 per cent', { width: 170, height: 400 }],
    ])('looks right: %s', async (name, view) => {
      const { page } = await openPane({ workbook: unfilled(), ...view });
      await fresh(page, view.excel?.language === 'en-US' ? 'Checked with the present data' : undefined);
      await openFill(page);
      await page.getByRole('button', { name: /^表三/ }).click();
      await page.waitForTimeout(300);
      await page.screenshot({ path: join(SHOTS, `fill-${name.replace(/\W+/g, '-')}.png`) });
      expect(await violations(page)).toEqual([]);
      expect(await tooWide(page)).toEqual([]);
    });

    it('says that there is nothing to fill where there is nothing', async () => {
      const { page } = await openPane({ workbook: workbookFromSnapshot(sample) });
      await fresh(page);
      await page.getByRole('tab', { name: '填表' }).click();
      await page.getByRole('button', { name: '写入1格' }).click();
      await page.getByText('已写入1格：公式1。').waitFor();
      await page.getByRole('heading', { name: '合计、上级科目和表间的数都有了，没有要填的。' }).waitFor();
    });
  });
}
