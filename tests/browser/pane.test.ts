import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { areaOfAddress } from '../office/model/addresses';
import { workbookFromSnapshot } from '../office/model/from-snapshot';
import type { ModelWorkbook } from '../office/model/workbook';
import { sample } from '../fixtures/sample';
import { equationsTests } from './equations';
import { ticksTests } from './ticks';
import { evidenceScreenTests } from './evidence-screen';
import { explainTests } from './explain';
import { fillScreenTests } from './fill-screen';
import type { View } from './open-pane';
import {
  describeInBrowser,
  fresh,
  openPane,
  SHOTS,
  skipped,
  startPane,
  stopPane,
  thePane,
  tooWide,
  violations,
} from './open-pane';
import { jobsTests } from './jobs';
import { keyListTests } from './key-list';
import { leftBehindTests } from './left-behind';
import { letterTests } from './letter';
import { liveTests } from './live';
import { ribbonTests } from './ribbon';
import { searchingTests } from './searching';
import { settingsScreenTests } from './settings-screen';
import { standingTextTests } from './standing-text';
import { textScreenTests } from './text-screen';
import { serve } from './static-server';

jest.setTimeout(120_000);

beforeAll(startPane, 600_000);
afterAll(stopPane, 60_000);

const flagged = (workbook: ModelWorkbook): number =>
  workbook.sheets.reduce((sum, sheet) => sum + sheet.conditionalFormats.length, 0);

describeInBrowser(`the pane as it is shipped, in a browser${skipped}`, () => {
  it('opens with the verdict, each table and what was not checked', async () => {
    const { page, executor, requests, complaints } = await openPane();
    const { server } = thePane();
    await fresh(page);
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toMatch(/^还有\d+处错误要改$/);
    expect(await page.getByRole('region', { name: '各表' }).getByRole('listitem').count()).toBeGreaterThanOrEqual(9);
    expect(executor.batches.length).toBeLessThanOrEqual(3);
    expect(complaints).toEqual([]);
    expect(requests.filter((url) => !url.startsWith(server.origin) && !url.startsWith('data:'))).toEqual([]);
    await page.screenshot({ path: join(SHOTS, 'overview-light.png') });
    expect(await violations(page)).toEqual([]);
  });

  it('loads no more than it may, and office.js without what could send anything', async () => {
    const { folder } = thePane();
    const html = readFileSync(join(folder, 'taskpane.html'), 'utf8');
    const scripts = [...html.matchAll(/src="?([^"\s>]+\.js)/g)]
      .flatMap(([, src]) => src ?? [])
      .filter((src) => !src.startsWith('office/'));
    expect(scripts.length).toBeGreaterThan(1);
    const first = scripts.reduce((sum, src) => sum + gzipSync(readFileSync(join(folder, src))).length, 0);
    expect(first).toBeLessThan(350_000);
    expect(
      readdirSync(join(folder, 'office'), { recursive: true })
        .map(String)
        .filter((file) => file.endsWith('.js'))
        .sort(),
    ).toEqual([
      'en-us/office_strings.js',
      'excel-ios-16.00.js',
      'excel-mac-16.00.js',
      'excel-web-16.00.js',
      'excel-win32-16.01.js',
      'o15apptofilemappingtable.js',
      'office.js',
      'zh-cn/office_strings.js',
    ]);
    await Promise.resolve();
  });

  it('goes through the findings: the cell named is the cell selected', async () => {
    const { page, workbook } = await openPane();
    await fresh(page);
    await page.getByRole('button', { name: '逐条处理' }).click();
    const card = page.getByRole('grid', { name: '审核问题' }).getByRole('row').nth(1);
    const link = card.getByRole('button', { name: /^选中/ }).first();
    const address = await link.innerText();
    await link.click();
    const [sheet = '', cell = ''] = address.split('!');
    await page.waitForFunction(() => document.activeElement?.tagName !== 'BODY');
    expect(workbook.selection).toEqual({ sheet: sheet.replaceAll("'", ''), areas: [areaOfAddress(cell)] });
    await page.screenshot({ path: join(SHOTS, 'findings-light.png') });
    expect(await violations(page)).toEqual([]);
  });

  it('marks cells, takes the marks away, and undoes either', async () => {
    const { page, workbook } = await openPane();
    await fresh(page);
    const before = JSON.stringify(
      workbook.sheets.map((sheet) =>
        [...sheet.rows].map(([row, cells]) => [
          row,
          [...cells].map(([column, cell]) => [column, cell.value, cell.formula]),
        ]),
      ),
    );
    const values = (): string =>
      JSON.stringify(
        workbook.sheets
          .filter((sheet) => sheet.names.size === 0)
          .map((sheet) =>
            [...sheet.rows].map(([row, cells]) => [
              row,
              [...cells].map(([column, cell]) => [column, cell.value, cell.formula]),
            ]),
          ),
      );
    await page.getByRole('button', { name: '标记到单元格', exact: true }).click();
    await page.getByText(/^已标记\d+格/).waitFor();
    await fresh(page);
    expect(flagged(workbook)).toBeGreaterThan(0);
    expect(workbook.sheet('审核结果')?.tabColor).toBe('#7F7F7F');
    expect(values()).toBe(before);
    await page.screenshot({ path: join(SHOTS, 'marked-light.png') });
    expect(await tooWide(page)).toEqual([]);
    expect(await violations(page)).toEqual([]);

    // In a box the key undoes what was typed there; anywhere else it takes our last command back.
    await page.getByRole('tab', { name: /审核/ }).click();
    await page.getByRole('searchbox').fill('行政');
    await page.keyboard.press('Control+z');
    await page.getByRole('searchbox').fill('');
    expect(flagged(workbook)).toBeGreaterThan(0);
    await page.getByRole('tab', { name: /审核/ }).focus();
    await page.keyboard.press('Control+z');
    await page.getByText('已撤销：标记到单元格。').waitFor();
    await fresh(page);
    expect([flagged(workbook), workbook.sheet('审核结果')]).toEqual([0, undefined]);

    // The same with the key that does it once more.
    await page.getByRole('searchbox').focus();
    await page.keyboard.press('Control+y');
    await page.waitForTimeout(300);
    expect(flagged(workbook)).toBe(0);
    await page.getByRole('tab', { name: /审核/ }).focus();
    await page.keyboard.press('Control+y');
    await page.getByText('已重做：标记到单元格。').waitFor();
    await fresh(page);
    const marks = flagged(workbook);
    expect([marks > 0, workbook.sheet('审核结果') !== undefined]).toEqual([true, true]);
    await page.getByRole('tab', { name: /审核/ }).click();
    await page.getByRole('button', { name: '清除标记', exact: true }).click();
    await page.getByText('标记已清除。').waitFor();
    expect([flagged(workbook), workbook.sheet('审核结果')]).toEqual([0, undefined]);
    await page.getByRole('button', { name: '撤销：清除标记' }).click();
    await page.getByText('已撤销：清除标记。').waitFor();
    expect([flagged(workbook), workbook.sheet('审核结果') !== undefined]).toEqual([marks, true]);
    expect(values()).toBe(before);
  });

  it('says what is in the way while a cell is being edited, and goes on by itself', async () => {
    const workbook = workbookFromSnapshot(sample);
    workbook.inCellEdit = true;
    const { page } = await openPane({ workbook });
    await page.getByText('请先按回车结束单元格编辑').waitFor();
    await page.screenshot({ path: join(SHOTS, 'cell-edit.png') });
    workbook.inCellEdit = false;
    await fresh(page);
    expect(await page.getByText('请先按回车结束单元格编辑').count()).toBe(0);
  });

  it('accepts one suggestion, then all certain ones, and undoes either', async () => {
    const { page, workbook, complaints } = await openPane();
    await fresh(page);
    await page.getByRole('tab', { name: /审核/ }).click();
    const cards = page.getByRole('grid', { name: '审核问题' }).getByRole('row');
    const before = await cards.count();
    const valueAt = (sheet: string, row: number, column: number): unknown =>
      workbook.sheet(sheet)?.rows.get(row)?.get(column)?.value;
    const original = [valueAt('表三', 8, 4), valueAt('表六', 11, 5), valueAt('表六', 28, 5)];
    await page.getByRole('button', { name: '改为1,249.62', exact: true }).click();
    await page.getByText('已改表三!E9，并重新检查。').waitFor();
    await fresh(page);
    expect(valueAt('表三', 8, 4)).toBe(1249.62);
    expect(await cards.count()).toBe(before - 1);
    await page.waitForFunction(() => document.activeElement !== document.body);
    await page.getByRole('button', { name: '撤销：改表三!E9', exact: true }).click();
    await page.getByText('已撤销：改表三!E9。').waitFor();
    await fresh(page);
    expect(valueAt('表三', 8, 4)).toBe(original[0]);

    await cards.filter({ hasText: '改为1,249.62' }).focus();
    await page.keyboard.press('Control+Enter');
    await page.getByText('已改表三!E9，并重新检查。').waitFor();
    await page.getByRole('button', { name: '撤销：改表三!E9', exact: true }).click();
    await page.getByText('已撤销：改表三!E9。').waitFor();
    await fresh(page);

    await page.getByRole('button', { name: '采纳可靠建议' }).click();
    const list = page.getByRole('list', { name: '采纳可靠建议' });
    expect(await list.getByRole('listitem').count()).toBe(3);
    expect([valueAt('表三', 8, 4), valueAt('表六', 11, 5), valueAt('表六', 28, 5)]).toEqual(original);
    await page.screenshot({ path: join(SHOTS, 'accept-all.png') });
    expect(await violations(page)).toEqual([]);
    expect(await tooWide(page)).toEqual([]);
    await page.getByRole('button', { name: '写入3格' }).click();
    await page.getByText('已改表三!E9等3格，并重新检查。').waitFor();
    expect([valueAt('表三', 8, 4), valueAt('表六', 11, 5), valueAt('表六', 28, 5)]).toEqual([1249.62, 54.6, 179.4]);
    expect(await page.getByRole('button', { name: '采纳可靠建议' }).getAttribute('aria-disabled')).toBe('true');
    await page.getByRole('button', { name: '撤销：改表三!E9等3格' }).click();
    await page.getByText('已撤销：改表三!E9等3格。').waitFor();
    expect([valueAt('表三', 8, 4), valueAt('表六', 11, 5), valueAt('表六', 28, 5)]).toEqual(original);
    expect(complaints).toEqual([]);
  });

  it('can be used with the keyboard alone', async () => {
    const { page, workbook } = await openPane();
    await fresh(page);
    await page.keyboard.press('Tab');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Enter');
    const card = page.getByRole('grid', { name: '审核问题' }).getByRole('row').first();
    await card.waitFor();
    for (let presses = 0; presses < 20; presses++) {
      await page.keyboard.press('Tab');
      if (await card.evaluate((element) => element === document.activeElement)) break;
    }
    expect(await card.evaluate((element) => element === document.activeElement)).toBe(true);
    workbook.selection = { sheet: '表九', areas: [areaOfAddress('Z99')] };
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.waitForTimeout(200);
    expect(workbook.selection.areas).not.toEqual([areaOfAddress('Z99')]);
    await page.screenshot({ path: join(SHOTS, 'keyboard.png') });
  });

  it.each<readonly [string, View]>([
    ['dark, by the colour of Office', { excel: { background: '#1F1F1F' } }],
    ['dark, by the system', { dark: true }],
    ['320', { width: 320, height: 640 }],
    ['english', { excel: { language: 'en-US' } }],
    ['200 per cent', { width: 170, height: 400 }],
  ])(
    'looks right: %s',
    async (name, view) => {
      const { page } = await openPane(view);
      await fresh(page, view.excel?.language === 'en-US' ? 'Checked with the present data' : undefined);
      const shot = name.replace(/\W+/g, '-');
      await page.screenshot({ path: join(SHOTS, `overview-${shot}.png`) });
      expect(await violations(page)).toEqual([]);
      expect(await tooWide(page)).toEqual([]);
      await page.getByRole('tab').nth(1).click();
      await page.waitForTimeout(300);
      await page.screenshot({ path: join(SHOTS, `findings-${shot}.png`) });
      expect(await violations(page)).toEqual([]);
      expect(await tooWide(page)).toEqual([]);
    },
    120_000,
  );

  it('says in both languages that Excel is missing where it is, and asks nobody for anything', async () => {
    const { browser, folder } = thePane();
    const plain = await serve(folder);
    const page = await browser.newPage();
    const requests: string[] = [];
    page.on('request', (request) => requests.push(request.url()));
    await page.goto(`${plain.origin}/taskpane.html`);
    await page.getByText('需要Excel 2021或更新版本').waitFor();
    expect(await page.getByText('Excel 2021 or newer is needed').first().isVisible()).toBe(true);
    await page.waitForTimeout(1000);
    expect(requests.filter((url) => !url.startsWith(plain.origin) && !url.startsWith('data:'))).toEqual([]);
    await page.close();
    await plain.close();
  });

  it('says so where Excel is too old', async () => {
    const { page } = await openPane({ excel: { excelApi: '1.9' } });
    await page.getByText('需要Excel 2021或更新版本').waitFor();
  });
});

liveTests();
searchingTests();
leftBehindTests();
explainTests();
equationsTests();
ticksTests();
jobsTests();
letterTests();
fillScreenTests();
evidenceScreenTests();
textScreenTests();
standingTextTests();
settingsScreenTests();
keyListTests();
ribbonTests();
