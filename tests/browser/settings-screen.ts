import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { sample } from '../fixtures/sample';
import { workbookFromSnapshot } from '../office/model/from-snapshot';
import { stateOf } from '../office/model/state';
import { openCompiled } from './open-compiled';
import type { Opened, View } from './open-pane';
import { describeInBrowser, fresh, openPane, SHOTS, skipped, tooWide, violations } from './open-pane';

/** The settings, as the button of the ribbon opens them. */
async function openSettings(view: View = {}, word = '设置'): Promise<Opened & { readonly main: Locator }> {
  const opened = await openPane({ query: '?page=settings', ...view });
  const main = opened.page.getByRole('main');
  await main.getByRole('heading', { level: 1, name: word, exact: true }).waitFor({ timeout: 60_000 });
  return { ...opened, main };
}

const OTHER = '上海普陀2026单位版';
const forms = () => ({ ...sample, sheets: sample.sheets.filter(({ name }) => name.startsWith('绩效')) });
const focused = (page: Page): Promise<string> => page.evaluate(() => document.activeElement?.textContent ?? '');

/** The tests of the screen 设置. */
export function settingsScreenTests(): void {
  describeInBrowser(`the settings, in a browser${skipped}`, () => {
    it('let another edition be chosen: it is checked again at once, the overview says so, nothing is written', async () => {
      const { page, workbook, complaints } = await openPane();
      await fresh(page);
      const before = stateOf(workbook);
      const overview = page.getByRole('main');
      await overview.getByText('新疆2021版', { exact: false }).waitFor();
      await overview.getByRole('button', { name: '更改' }).click();
      const main = page.getByRole('main');
      await main.getByText('这个工作簿认作新疆2021版，认出9张表、4张绩效目标表。').waitFor();
      await page.waitForFunction(() => document.activeElement?.tagName === 'H1');
      expect(await focused(page)).toBe('设置');

      // Without the mouse: the list opens, the last one is taken.
      const choice = main.getByRole('combobox', { name: '按哪个版式检查' });
      expect(await choice.innerText()).toBe('自动识别（新疆2021版）');
      await choice.focus();
      await page.keyboard.press('Enter');
      await page.getByRole('option', { name: OTHER }).waitFor();
      await page.screenshot({ path: join(SHOTS, 'settings-list.png') });
      expect(await violations(page)).toEqual([]);
      await page.keyboard.press('End');
      await page.keyboard.press('Enter');
      await main.getByText(new RegExp(`^按您选的${OTHER}检查，认出\\d+张表。$`)).waitFor();
      await fresh(page);
      expect(await choice.innerText()).toBe(OTHER);
      expect(stateOf(workbook)).toEqual(before);

      await page.getByRole('tab', { name: '总览' }).click();
      await overview.getByText(`${OTHER}（您选的）`).waitFor();
      await page.screenshot({ path: join(SHOTS, 'overview-chosen-edition.png') });
      expect(await violations(page)).toEqual([]);
      expect(await tooWide(page)).toEqual([]);
      expect(complaints).toEqual([]);
    });

    it('say calmly that an edition recognises nothing, and lead back', async () => {
      const { page, main, complaints } = await openSettings({ workbook: workbookFromSnapshot(forms()) });
      await fresh(page);
      await main.getByRole('combobox').click();
      await page.getByRole('option', { name: OTHER }).click();
      await main.getByText(`按您选的“${OTHER}”没有认出预算表，可以改回自动识别。`).waitFor();
      await page.getByRole('tab', { name: '总览' }).click();
      await page.getByText(`按您选的“${OTHER}”没有认出预算表，可以改回自动识别。`).waitFor();
      await page.screenshot({ path: join(SHOTS, 'overview-nothing-chosen.png') });
      expect(await violations(page)).toEqual([]);
      await page.getByRole('button', { name: '自动识别' }).click();
      await page.getByText('新疆2021版').waitFor();
      await fresh(page);
      expect(await page.getByText('您选的').count()).toBe(0);
      expect(complaints).toEqual([]);
    });

    it('say from which change on reasons are written: what comes of it is said before, the text follows, it is undone', async () => {
      const { page, main, workbook, complaints } = await openCompiled();
      await page.getByRole('tab', { name: '说明' }).click();
      await main.getByRole('button', { name: '【待填：增减原因】' }).first().waitFor();
      const marks = main.getByRole('button', { name: '【待填：增减原因】' });
      const before = await marks.count();
      await page.getByRole('tab', { name: '设置' }).click();
      const section = main.getByRole('region', { name: '说明原因的起点' });
      await section.getByText(`现在每处增减都要写原因，待填${before}条。`).waitFor();
      const box = section.getByRole('textbox', { name: '增减幅度不到（%）' });
      const write = section.getByRole('button', { name: '写入' });
      expect(await write.getAttribute('aria-disabled')).toBe('true');

      await box.fill('百分之五');
      await section.getByText('读不出数，请只填数字，如5').waitFor();
      expect(await write.getAttribute('aria-disabled')).toBe('true');
      await page.screenshot({ path: join(SHOTS, 'settings-reasons-unread.png') });
      expect(await violations(page)).toEqual([]);

      await box.fill('５');
      const becomes = section.getByText(/^这样待填原因由\d+条减为\d+条。$/);
      await becomes.waitFor();
      const after = /减为(\d+)条/.exec(await becomes.innerText())?.[1];
      const cell = () => workbook.sheet('单位情况')?.cell(6, 2)?.value ?? '';
      expect(cell()).toBe('');
      await page.screenshot({ path: join(SHOTS, 'settings-reasons.png') });
      expect(await violations(page)).toEqual([]);
      await box.press('Enter');
      await page.getByText(`已写入“单位情况”，待填原因由${before}条减为${after ?? ''}条。`).waitFor();
      await section.getByText(`现在增减幅度不到5%的不写原因，待填${after ?? ''}条。`).waitFor();
      expect([cell(), await box.inputValue()]).toEqual([5, '5']);

      await page.getByRole('tab', { name: '说明' }).click();
      await page.waitForFunction(
        (count) =>
          [...document.querySelectorAll('main *')].filter(
            (one) => one.textContent === '【待填：增减原因】' && one.getAttribute('role') === 'button',
          ).length === count,
        Number(after),
      );
      await page.getByRole('tab', { name: '设置' }).click();
      await page.getByRole('button', { name: '撤销：说明原因的起点' }).click();
      await section.getByText(`现在每处增减都要写原因，待填${before}条。`).waitFor();
      expect([cell(), await box.inputValue()]).toEqual(['', '']);
      expect(complaints).toEqual([]);
    });

    it('change the language of the whole pane, and keep it for the next time', async () => {
      const { page, main, complaints } = await openSettings();
      await fresh(page);
      await main.getByRole('radio', { name: 'English' }).focus();
      await page.keyboard.press('Space');
      await main.getByRole('heading', { level: 1, name: 'Settings' }).waitFor();
      await page.getByRole('tab', { name: 'Overview' }).waitFor();
      expect(await page.evaluate(() => document.documentElement.lang)).toBe('en');
      await page.getByRole('tab', { name: 'Findings' }).click();
      await page
        .getByRole('grid')
        .getByText(/should be/)
        .first()
        .waitFor();
      await page.reload();
      await page.getByRole('tab', { name: 'Settings' }).waitFor();
      expect(await page.evaluate(() => document.documentElement.lang)).toBe('en');
      expect(complaints).toEqual([]);
    });

    it('change the language where the browser keeps nothing, too', async () => {
      const { page, main, complaints } = await openSettings({
        init: () =>
          Object.defineProperty(window, 'localStorage', {
            get: () => {
              throw new DOMException('closed', 'SecurityError');
            },
          }),
      });
      await main.getByRole('radio', { name: 'English' }).click();
      await main.getByRole('heading', { level: 1, name: 'Settings' }).waitFor();
      await page.reload();
      await page.getByRole('tab', { name: '总览' }).waitFor();
      expect(complaints).toEqual([]);
    });

    it('clear all marks, and say so where there are none', async () => {
      const { page, main, workbook, complaints } = await openSettings();
      await fresh(page);
      const flags = (): number => workbook.sheets.reduce((sum, sheet) => sum + sheet.conditionalFormats.length, 0);
      await main.getByText('工作簿里没有标记。').waitFor();
      const clear = main.getByRole('button', { name: '清除全部标记' });
      expect(await clear.getAttribute('aria-disabled')).toBe('true');
      await page.getByRole('tab', { name: '总览' }).click();
      await page.getByRole('button', { name: '标记到单元格', exact: true }).click();
      const said = await page.getByText(/^已标记\d+格/).innerText();
      await fresh(page);
      await page.getByRole('tab', { name: '设置' }).click();
      const count = /^已标记(\d+)格/.exec(said)?.[1] ?? '';
      await main.getByText(`表内有${count}处标记。`, { exact: false }).waitFor();
      expect(flags()).toBeGreaterThan(0);
      await clear.click();
      await main.getByText('工作簿里没有标记。').waitFor();
      expect([flags(), workbook.sheet('审核结果')]).toEqual([0, undefined]);
      expect(complaints).toEqual([]);
    });

    it('show what the diagnostics say before they are copied', async () => {
      const { page, main, complaints } = await openSettings();
      await fresh(page);
      await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
      const box = main.getByRole('textbox', { name: '诊断信息' });
      const text = await box.inputValue();
      expect(text).toContain('ExcelApi 1.14');
      expect(await box.getAttribute('readonly')).not.toBeNull();
      await main.getByRole('button', { name: '复制诊断信息' }).click();
      await main.getByText('已复制。').waitFor();
      expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(text);
      expect(complaints).toEqual([]);
    });

    it.each<readonly [string, View]>([
      ['light', {}],
      ['dark', { excel: { background: '#1F1F1F' } }],
      ['320', { width: 320, height: 800 }],
      ['english', { excel: { language: 'en-US' } }],
      ['200 per cent', { width: 170, height: 400 }],
    ])('look right: %s', async (name, view) => {
      const english = name === 'english';
      const { page } = await openSettings(view, english ? 'Settings' : '设置');
      await fresh(page, english ? 'Checked with the present data' : undefined);
      await page.screenshot({ path: join(SHOTS, `settings-${name.replace(/\W+/g, '-')}.png`) });
      expect(await violations(page)).toEqual([]);
      expect(await tooWide(page)).toEqual([]);
    });
  });
}
