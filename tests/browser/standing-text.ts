import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { mended } from '../fixtures/sample';
import { workbookFromSnapshot } from '../office/model/from-snapshot';
import type { ModelWorkbook } from '../office/model/workbook';
import type { Opened, View } from './open-pane';
import { describeInBrowser, fresh, openPane, SHOTS, skipped, somebodyTypes, tooWide, violations } from './open-pane';

// The sample has a sheet of its own that bears the usual name.
const SHEET = '情况说明2';

interface WithText extends Opened {
  readonly main: Locator;
}

/** The sample's pane with its text put into a sheet. */
async function openWithText(view: View = {}, words = { fresh: '', put: '写入工作表' }): Promise<WithText> {
  const opened = await openPane({ workbook: workbookFromSnapshot(mended), ...view });
  const { page } = opened;
  await (words.fresh === '' ? fresh(page) : fresh(page, words.fresh));
  await page.getByRole('tab').nth(3).click();
  const main = page.getByRole('main');
  await main.getByRole('button', { name: words.put, exact: true }).click();
  await page.waitForFunction(() => document.querySelector('main h2[tabindex="-1"]') !== null);
  return { ...opened, main };
}

/** The cell of a table's figure that the section 三 tells first, and its amount as printed. */
async function figureOf(page: Page, words: string): Promise<{ readonly sheet: string; readonly cell: string }> {
  const label = await page
    .locator('p', { hasText: words })
    .first()
    .locator('[role=button]')
    .first()
    .getAttribute('aria-label');
  const [, sheet = '', cell = ''] = /[，,] ?(?:选中|select )(.+)!([A-Z]+\d+)$/.exec(label ?? '') ?? [];
  return { sheet: sheet.replaceAll("'", ''), cell };
}

/** What the text sheet says in the row of a sentence. */
function saying(workbook: ModelWorkbook, words: string): string {
  const values = [...(workbook.sheet(SHEET)?.rows.values() ?? [])].map((row) => String(row.get(1)?.value ?? ''));
  return values.find((value) => value.includes(words)) ?? '';
}

/** Opens the section 三 and has somebody type other amounts into the cells of both of its kinds. */
async function changed(open: WithText): Promise<void> {
  const { page } = open;
  const section = page.getByRole('button', { name: /三、支出预算/ });
  if ((await section.getAttribute('aria-expanded')) !== 'true') await section.click();
  const basic = await figureOf(page, '基本支出');
  const project = await figureOf(page, '项目支出');
  await somebodyTypes(open, basic.sheet, basic.cell, 1000.5);
  await somebodyTypes(open, project.sheet, project.cell, 0);
  await page.locator('main li del').first().waitFor();
}

/** The tests of the text as it stands in a sheet. */
export function standingTextTests(): void {
  describeInBrowser(`the text that stands in a sheet, in a browser${skipped}`, () => {
    it('is told to be behind as soon as a cell changes, put right with a click, and taken back', async () => {
      const open = await openWithText();
      const { page, main, workbook, complaints } = open;
      await main.getByRole('heading', { name: `“${SHEET}”里的数字与表中一致` }).waitFor();
      await changed(open);
      await main.getByRole('heading', { name: new RegExp(`^“${SHEET}”里有\\d+句与表中数字不一致$`) }).waitFor();
      await page.screenshot({ path: join(SHOTS, 'standing-light.png') });
      expect(await violations(page)).toEqual([]);
      expect(await tooWide(page)).toEqual([]);

      const first = main
        .locator('li')
        .filter({ has: page.locator('del') })
        .first();
      await first
        .locator('p')
        .first()
        .click({ position: { x: 4, y: 4 } });
      await page.waitForTimeout(100);
      expect(workbook.selection.sheet).toBe(SHEET);
      await first.locator('ins[role=button]').first().focus();
      await page.keyboard.press('Enter');
      await page.waitForTimeout(100);
      expect(workbook.selection.sheet).not.toBe(SHEET);

      const before = saying(workbook, '基本支出');
      await main.getByRole('button', { name: '全部改好' }).click();
      await page.getByText(new RegExp(`^“${SHEET}”改好\\d+句。$`)).waitFor();
      expect(saying(workbook, '基本支出')).toMatch(/1000\.50万元/);
      await fresh(page);
      await page.getByRole('button', { name: '撤销：改说明的句子' }).click();
      await page.getByText('已撤销：改说明的句子。').waitFor();
      expect(saying(workbook, '基本支出')).toBe(before);
      expect(complaints).toEqual([]);
    });

    it('shows the new sentence beside the person’s where one has to be chosen', async () => {
      const open = await openWithText();
      const { page, main, workbook } = open;
      await changed(open);
      const choice = main.locator('li').filter({ hasText: '只改数字不够' }).first();
      await choice.scrollIntoViewIfNeeded();
      await page.screenshot({ path: join(SHOTS, 'standing-choice.png') });
      await choice.getByRole('button', { name: '换成新写的' }).click();
      await page.getByText(`“${SHEET}”改好1句。`).waitFor();
      expect(saying(workbook, '项目支出未安排')).not.toBe('');
    });

    it('is not written over without a question', async () => {
      const open = await openWithText();
      const { page, main, workbook } = open;
      const row = [...(workbook.sheet(SHEET)?.rows ?? [])].find(([, cells]) =>
        String(cells.get(1)?.value).includes('收支总预算'),
      );
      await somebodyTypes(open, SHEET, `B${(row?.[0] ?? 0) + 1}`, '我写的总体情况。');
      await page.waitForTimeout(300);
      await fresh(page, '已更新');
      await main.getByRole('button', { name: '写入工作表' }).click();
      await main.getByText(/您改的字也在其中/).waitFor();
      await page.screenshot({ path: join(SHOTS, 'standing-overwrite.png') });
      expect(await violations(page)).toEqual([]);
      await page.keyboard.press('Enter');
      await main.getByText(/您改的字也在其中/).waitFor({ state: 'detached' });
      expect(saying(workbook, '我写的总体情况')).not.toBe('');
    });

    it.each<readonly [string, View]>([
      ['dark', { excel: { background: '#1F1F1F' } }],
      ['320', { width: 320, height: 640 }],
    ])('looks right: %s', async (name, view) => {
      const open = await openWithText(view);
      await changed(open);
      await open.page.screenshot({ path: join(SHOTS, `standing-${name}.png`) });
      expect(await violations(open.page)).toEqual([]);
      expect(await tooWide(open.page)).toEqual([]);
    });

    it('looks right: English', async () => {
      const open = await openWithText(
        { excel: { language: 'en-US' } },
        { fresh: 'Checked with the present data', put: 'Put into a sheet' },
      );
      await changed(open);
      await open.page.screenshot({ path: join(SHOTS, 'standing-english.png') });
      expect(await violations(open.page)).toEqual([]);
      expect(await tooWide(open.page)).toEqual([]);
    });
  });
}
