import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { fileOf } from '../fixtures/answered';
import { compiledWorkbook, SCHOOL } from '../fixtures/compiled-department';
import { withValues } from '../fixtures/edit';
import { lastYear } from '../fixtures/last-year';
import { mended, sample } from '../fixtures/sample';
import { filledForms } from '../fixtures/shanghai';
import { workbookFromSnapshot } from '../office/model/from-snapshot';
import { openCompiled } from './open-compiled';
import type { View } from './open-pane';
import {
  describeInBrowser,
  fresh,
  openPane,
  SHOTS,
  skipped,
  somebodyTypes,
  thePane,
  tooWide,
  violations,
} from './open-pane';

async function openText(page: Page): Promise<void> {
  await page.getByRole('tab').nth(3).click();
  await page.getByRole('heading', { level: 1, name: /^\d+(个部分| sections)/ }).waitFor();
}

const focused = (page: Page): Promise<string | null> =>
  page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.tagName ?? null);

/** The tests of the screens 说明 and 待填. */
export function textScreenTests(): void {
  describeInBrowser(`the text, in a browser${skipped}`, () => {
    it('is made from the ledger in the pane; its figures select their cells', async () => {
      const { page, main, workbook, complaints } = await openCompiled();
      await page.screenshot({ path: join(SHOTS, 'compiled.png') });
      await openText(page);
      const figure = main.getByRole('button', { name: /，选中/ }).first();
      const [text = '', address = ''] = ((await figure.getAttribute('aria-label')) ?? '').split('，选中');
      await figure.focus();
      await main.getByText(`${text} 来自${address}`).waitFor();
      await page.screenshot({ path: join(SHOTS, 'text-light.png') });
      await page.keyboard.press('Enter');
      await page.waitForTimeout(100);
      const [sheet] = address.split('!');
      expect(workbook.selection.sheet).toBe(sheet);
      expect(await violations(page)).toEqual([]);
      expect(await tooWide(page)).toEqual([]);
      expect(complaints).toEqual([]);
    });

    it('answers the reasons without the mouse: each is saved into its cell, the next one has the focus', async () => {
      const { page, main, workbook } = await openCompiled();
      await page.getByRole('tab', { name: '总览' }).click();
      // The first click of two.
      await main.getByRole('button', { name: '去填' }).click();
      const box = main.getByRole('textbox', { name: '主要原因是' });
      await box.waitFor();
      await page.waitForFunction(() => document.activeElement?.tagName === 'TEXTAREA');
      const total = Number(/共(\d+)条/.exec(await main.getByText(/第1条，共\d+条/).innerText())?.[1]);
      expect(total).toBeGreaterThan(2);
      await page.keyboard.type('政策性调整工资标准');
      await main.getByText(/主要原因是政策性调整工资标准。$/).waitFor();
      await page.screenshot({ path: join(SHOTS, 'ask-light.png') });
      expect(await violations(page)).toEqual([]);
      for (let n = 1; n <= total; n++) {
        if (n > 1) await page.keyboard.type(`工作安排第${n}次调整`);
        await page.keyboard.press('Control+Enter');
        if (n < total) await main.getByText(`第${n + 1}条，共${total}条`).waitFor();
        await page.waitForFunction(() => document.activeElement?.tagName === 'TEXTAREA');
      }
      await main.getByRole('heading', { name: '原因已填完' }).waitFor();
      await page.getByText(/^已写入“增减原因”第\d+行。$/).waitFor();
      await page.getByRole('button', { name: `撤销：原因第${total}条` }).waitFor();
      await fresh(page);
      const rows = [...(workbook.sheet('增减原因')?.rows.values() ?? [])].slice(2);
      const said = rows.flatMap((row) => (row.get(2)?.value ? [String(row.get(7)?.value ?? '')] : []));
      expect(said.filter((reason) => reason !== '')).toHaveLength(total);
      expect(said).toContain('政策性调整工资标准');
      await page.screenshot({ path: join(SHOTS, 'ask-done.png') });
      await main.getByRole('button', { name: '看说明' }).click();
      await main
        .getByRole('button', { name: /^政策性调整工资标准，您在增减原因!H\d+填写$/ })
        .first()
        .waitFor();
      expect(await main.getByText('【待填：增减原因】').count()).toBe(0);
    });

    it('says while it is typed that a reason speaks against the change it is asked for', async () => {
      const { page, main } = await openCompiled();
      await page.getByRole('tab', { name: '总览' }).click();
      await main.getByRole('button', { name: '去填' }).click();
      const box = main.getByRole('textbox', { name: '主要原因是' });
      await page.waitForFunction(() => document.activeElement?.tagName === 'TEXTAREA');
      const said = main.getByText(/^.+比上年(增加|减少)，原因写的却是“.+”，方向不一致/);
      const isSaid: boolean[] = [];
      for (const reason of ['在职人员增加', '压减一般性支出', '政策调整']) {
        await box.fill(reason);
        await main.getByText(new RegExp(`主要原因是${reason}。$`)).waitFor();
        isSaid.push((await said.count()) === 1);
        if (isSaid[isSaid.length - 1]) await page.screenshot({ path: join(SHOTS, 'ask-against.png') });
      }
      // The first change is one way or the other: one of the two speaks against it, and nothing against what names no direction.
      expect([...isSaid.slice(0, 2)].sort()).toEqual([false, true]);
      expect(isSaid[2]).toBe(false);
      expect(await violations(page)).toEqual([]);

      // Saved all the same, it stands above the text with the way to its cell.
      await box.fill(isSaid[0] ? '在职人员增加' : '压减一般性支出');
      await page.keyboard.press('Control+Enter');
      await main.getByRole('button', { name: '说明', exact: true }).click();
      const listed = main.getByRole('listitem').filter({ hasText: '方向不一致' });
      await listed.waitFor();
      await listed.getByRole('button', { name: /增减原因!H\d+/ }).waitFor();
      await page.screenshot({ path: join(SHOTS, 'text-against.png') });
      expect(await violations(page)).toEqual([]);
    });

    it('keeps what is typed in the sheet after a pause, never in the middle of a word, and takes it back as one', async () => {
      const { page, main, workbook, complaints } = await openCompiled();
      await page.getByRole('tab', { name: '总览' }).click();
      await main.getByRole('button', { name: '去填' }).click();
      const box = main.getByRole('textbox', { name: '主要原因是' });
      await page.waitForFunction(() => document.activeElement?.tagName === 'TEXTAREA');
      const reasons = (): readonly string[] =>
        [...(workbook.sheet('增减原因')?.rows.values() ?? [])]
          .slice(2)
          .flatMap((row) => (row.get(7)?.value ? [String(row.get(7)?.value)] : []));
      await page.keyboard.type('政策性');
      const undo = page.getByRole('button', { name: '撤销：原因第1条' });
      await undo.waitFor();
      expect(reasons()).toEqual(['政策性']);
      await fresh(page);

      // An input method composes: nothing of it goes into the sheet until it stands.
      const method = await page.context().newCDPSession(page);
      await method.send('Input.imeSetComposition', { text: 'tiao', selectionStart: 4, selectionEnd: 4 });
      await page.waitForTimeout(2500);
      expect([reasons(), await box.inputValue()]).toEqual([['政策性'], '政策性tiao']);
      await method.send('Input.insertText', { text: '调整' });
      for (let waits = 0; waits < 50 && reasons()[0] === '政策性'; waits++) await page.waitForTimeout(200);
      expect(reasons()).toEqual(['政策性调整']);
      await fresh(page);
      expect([await box.inputValue(), await page.evaluate(() => document.activeElement?.tagName)]).toEqual([
        '政策性调整',
        'TEXTAREA',
      ]);
      // The reason that is typed stays the one that is shown.
      await main.getByText(/第1条，共\d+条/).waitFor();
      await page.screenshot({ path: join(SHOTS, 'ask-kept.png') });
      expect(await violations(page)).toEqual([]);

      await undo.click();
      await page.getByText('已撤销：原因第1条。').waitFor();
      expect(reasons()).toEqual([]);
      await page.waitForFunction(() => document.querySelector('textarea')?.value === '');

      // Left without a pause: it is there when somebody comes back.
      await box.fill('人员增加');
      await main.getByRole('button', { name: '说明', exact: true }).click();
      for (let waits = 0; waits < 50 && reasons().length === 0; waits++) await page.waitForTimeout(200);
      expect(reasons()).toEqual(['人员增加']);

      // Somebody else has put something into the cell meanwhile.
      await main
        .getByRole('button', { name: /^人员增加，您在/ })
        .first()
        .waitFor();
      await main.getByRole('button', { name: '【待填：增减原因】' }).first().click();
      await main.getByText(/第2条，共\d+条/).waitFor();
      await box.pressSequentially('政策');
      for (let waits = 0; waits < 50 && !reasons().includes('政策'); waits++) await page.waitForTimeout(200);
      const sheet = workbook.sheet('增减原因');
      const row = [...(sheet?.rows ?? [])].find(([, cells]) => cells.get(7)?.value === '政策')?.[0] ?? -1;
      await fresh(page);
      // While it is being typed: what was written into the cell before would simply be shown.
      await box.pressSequentially('调');
      sheet?.type(row, 7, '别人写的');
      await box.pressSequentially('整');
      await main.getByText('这一格在工作表里已改为“别人写的”，没有动它。框里是您打的字，保存才写入。').waitFor();
      await page.screenshot({ path: join(SHOTS, 'ask-taken.png') });
      expect(await violations(page)).toEqual([]);
      await main.getByRole('button', { name: '用表里的' }).click();
      await page.waitForFunction(() => document.querySelector('textarea')?.value === '别人写的');
      expect(complaints).toEqual([]);
    });

    it('goes to the reason that is missing where the text says so, and back', async () => {
      const { page, main } = await openCompiled();
      await openText(page);
      await main.getByRole('button', { name: '【待填：增减原因】' }).nth(1).click();
      await main.getByText(/^.* · 第2条，共\d+条$/).waitFor();
      await main.getByRole('button', { name: '说明', exact: true }).click();
      await page.getByRole('heading', { level: 1, name: /^\d+个部分/ }).waitFor();
      expect(await focused(page)).not.toBe('BODY');
    });

    it('stays as it was until the new one is written, and follows the figures', async () => {
      const { page, main, workbook } = await openCompiled();
      await openText(page);
      const share = main.getByRole('button', { name: /，选中表三/ }).first();
      const before = await share.innerText();
      const address = /选中表三!([A-Z]+)(\d+)$/.exec((await share.getAttribute('aria-label')) ?? '');
      const [, letters = 'A', row = '1'] = address ?? [];
      await somebodyTypes({ page, workbook }, '表三', `${letters}${row}`, 4321);
      await main
        .getByRole('button', { name: /^4321\.00，选中/ })
        .first()
        .waitFor();
      expect(before).not.toBe('4321.00');
    });

    it('is copied, or selected to be copied where that is not allowed', async () => {
      const { page, main } = await openCompiled();
      await openText(page);
      await page.context().grantPermissions(['clipboard-read', 'clipboard-write'], { origin: thePane().server.origin });
      await main.getByRole('button', { name: '复制全文' }).click();
      await main.getByText('已复制，可直接粘贴到Word里。').waitFor();
      const copied = await page.evaluate(() => navigator.clipboard.readText());
      expect(copied).toContain('收支预算情况的总体说明');
      expect(copied.split('\n').length).toBeGreaterThan(40);
      await page.evaluate(() => {
        Object.defineProperty(navigator, 'clipboard', { value: undefined });
        Object.defineProperty(document, 'execCommand', { value: () => false });
      });
      await main.getByRole('button', { name: '复制全文' }).click();
      await main.getByText('这里不能直接复制。文字已选中，请按Ctrl+C。').waitFor();
      const selected = await page.evaluate(() => {
        const box = document.activeElement;
        return box instanceof HTMLTextAreaElement ? box.value.slice(box.selectionStart, box.selectionEnd) : '';
      });
      expect(selected.replace(/\r/g, '')).toBe(copied.replace(/\r/g, ''));
      expect(await violations(page)).toEqual([]);
    });

    it('is put into a sheet, and taken out again', async () => {
      const { page, main, workbook } = await openCompiled();
      await openText(page);
      await main.getByRole('button', { name: '写入工作表' }).click();
      await page.getByText('已写入工作表“情况说明”。').waitFor();
      await fresh(page);
      expect(workbook.sheet('情况说明')?.tabColor).toBe('#7F7F7F');
      await page.getByRole('button', { name: '撤销：写入工作表' }).click();
      await page.getByText('已撤销：写入工作表。').waitFor();
      expect(workbook.sheet('情况说明')).toBeUndefined();
    });

    it('asks for sheets to be filled in where there are none', async () => {
      const { page, workbook } = await openPane({ workbook: workbookFromSnapshot(sample) });
      const main = page.getByRole('main');
      await fresh(page);
      await openText(page);
      await main.getByText(/^表里还有\d+处错误没有改，文字照现在的数写。$/).waitFor();
      await main.getByRole('button', { name: '去填' }).click();
      await main.getByRole('heading', { name: '没有要写的原因' }).waitFor();
      await main.getByRole('button', { name: '新建填写用的工作表' }).click();
      await page.getByText('已备好“增减原因”“上年数”“单位情况”。').waitFor();
      await main
        .getByRole('button', { name: /^选中单位情况!C\d+$/ })
        .first()
        .click();
      await page.waitForTimeout(100);
      expect(workbook.selection.sheet).toBe('单位情况');
      expect(await violations(page)).toEqual([]);
    });

    it("lists last year's figures that were left out, each with its cell", async () => {
      const compiled = await compiledWorkbook(SCHOOL, true);
      const { rows = [] } = compiled.sheets.find(({ name }) => name === '上年数') ?? {};
      const rowOf = (...words: readonly string[]): number =>
        (rows.find(({ cells }) => words.every((word) => cells.some(({ value }) => value === word)))?.row ?? -1) + 1;
      const typed = withValues(compiled, {
        [`上年数!E${rowOf('表五', '合计', '合计')}`]: 250,
        [`上年数!E${rowOf('表五', '合计', '基本支出')}`]: 200,
        [`上年数!E${rowOf('表五', '合计', '项目支出')}`]: 50,
        [`上年数!E${rowOf('表五', '2050202')}`]: 220,
      });
      const { page, workbook } = await openPane({ workbook: workbookFromSnapshot(typed) });
      const main = page.getByRole('main');
      await fresh(page);
      await openText(page);
      await main.getByRole('button', { name: '去填' }).click();
      await main.getByText('2080505 机关事业单位基本养老保险缴费支出').waitFor();
      const cell = `上年数!E${rowOf('表五', '2080505')}`;
      await main
        .getByRole('button', { name: `选中${cell}` })
        .last()
        .click();
      await page.waitForTimeout(100);
      expect(workbook.selection.sheet).toBe('上年数');
      await page.screenshot({ path: join(SHOTS, 'ask-prior.png') });
      expect(await violations(page)).toEqual([]);
      expect(await tooWide(page)).toEqual([]);
    });

    it("takes last year's figures out of a workbook on the disk, and says why it cannot", async () => {
      const { page, workbook, complaints } = await openPane({ workbook: workbookFromSnapshot(mended) });
      const main = page.getByRole('main');
      await fresh(page);
      await openText(page);
      await main.getByRole('button', { name: '去填' }).click();
      const choose = async (name: string, buffer: Buffer): Promise<void> => {
        const chooser = page.waitForEvent('filechooser');
        await main.getByRole('button', { name: '由上年的工作簿填…' }).click();
        await (await chooser).setFiles({ name, mimeType: 'application/octet-stream', buffer });
      };
      await choose('2020年.xls', Buffer.from('不是工作簿'));
      await main.getByText(/^2020年\.xls：打不开，不是\.xlsx工作簿/).waitFor();
      await page.screenshot({ path: join(SHOTS, 'last-year.png') });
      expect(await violations(page)).toEqual([]);
      await choose(
        '2021年.xlsx',
        readFileSync(join(__dirname, '../../assets/sample/云州市人民政府办公室2021年部门预算.xlsx')),
      );
      await main.getByText(/^2021年\.xlsx：.*2020年/).waitFor();
      await choose('2020年.xlsx', Buffer.from(fileOf(lastYear)));
      await page.getByText(/^已由2020年\.xlsx填“上年数”\d+行。$/).waitFor();
      expect(workbook.sheet('上年数')).toBeDefined();
      await fresh(page);
      await page.getByRole('button', { name: '撤销：填上年数' }).click();
      await page.getByText('已撤销：填上年数。').waitFor();
      expect(workbook.sheet('上年数')).toBeUndefined();
      expect(complaints).toEqual([]);
    });

    it('is said not to be there where an edition has none', async () => {
      const { page } = await openPane({ workbook: workbookFromSnapshot(filledForms) });
      await fresh(page);
      await page.getByRole('tab', { name: '说明' }).click();
      await page.getByRole('heading', { level: 1, name: /只有表，还没有情况说明/ }).waitFor();
      expect(await violations(page)).toEqual([]);
    });

    it.each<readonly [string, View]>([
      ['dark', { excel: { background: '#1F1F1F' } }],
      ['320', { width: 320, height: 640 }],
      ['200 per cent', { width: 170, height: 400 }],
    ])('looks right: %s', async (name, view) => {
      const { page, main } = await openCompiled(view);
      const shot = name.replace(/\W+/g, '-');
      await openText(page);
      await page.screenshot({ path: join(SHOTS, `text-${shot}.png`) });
      expect(await violations(page)).toEqual([]);
      expect(await tooWide(page)).toEqual([]);
      await main.getByRole('button', { name: '去填' }).click();
      await main.getByRole('textbox').fill('在职人员增加2人，按政策调整工资标准');
      await page.screenshot({ path: join(SHOTS, `ask-${shot}.png`) });
      expect(await violations(page)).toEqual([]);
      expect(await tooWide(page)).toEqual([]);
    });

    it('looks right: English', async () => {
      const { page } = await openPane({ workbook: workbookFromSnapshot(sample), excel: { language: 'en-US' } });
      await fresh(page, 'Checked with the present data');
      await openText(page);
      await page.screenshot({ path: join(SHOTS, 'text-english.png') });
      expect(await violations(page)).toEqual([]);
      await page.getByRole('button', { name: 'Fill in', exact: true }).click();
      await page.getByRole('heading', { name: 'No reason is asked for' }).waitFor();
      await page.screenshot({ path: join(SHOTS, 'ask-english.png') });
      expect(await violations(page)).toEqual([]);
      expect(await tooWide(page)).toEqual([]);
    });
  });
}
