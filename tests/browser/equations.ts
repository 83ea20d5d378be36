import { join } from 'node:path';
import { describeInBrowser, fresh, openPane, SHOTS, skipped, tooWide, violations } from './open-pane';

/** The tests of the sheets of equations and of charts. */
export function equationsTests(): void {
  describeInBrowser(`the sheet of equations, in a browser${skipped}`, () => {
    it('is made in one click, goes with the marks, and is undone', async () => {
      const { page, workbook, complaints } = await openPane();
      await fresh(page);
      await page.getByRole('button', { name: '生成勾稽表', exact: true }).click();
      await page.getByText(/^已生成“勾稽表”，列出\d+项勾稽，两边都是公式。$/).waitFor();
      await fresh(page);
      expect(workbook.sheet('勾稽表')?.cell(1, 2)?.value).toBe('勾稽关系');
      await page.screenshot({ path: join(SHOTS, 'equations-made.png') });
      expect(await violations(page)).toEqual([]);
      expect(await tooWide(page)).toEqual([]);
      await page.getByRole('tab', { name: /审核/ }).click();
      await page.getByRole('button', { name: '清除标记', exact: true }).click();
      await page.getByText('标记已清除。').waitFor();
      expect(workbook.sheet('勾稽表')).toBeUndefined();
      await page.getByRole('button', { name: '撤销：清除标记' }).click();
      await page.getByText('已撤销：清除标记。').waitFor();
      expect(workbook.sheet('勾稽表')?.cell(1, 2)?.value).toBe('勾稽关系');
      expect(complaints).toEqual([]);
    });

    it.each([
      ['light', {}],
      ['dark', { dark: true }],
      ['320', { width: 320 }],
      ['english', { excel: { language: 'en-US' } }],
    ])('draws charts beside it, in one click: %s', async (name, view) => {
      const { page, workbook, complaints } = await openPane(view);
      await fresh(page, name === 'english' ? 'Checked with the present data' : undefined);
      await page.getByRole('button', { name: /^(生成图表|Draw charts)$/ }).click();
      await page.getByText(/^(已生成“图表”，2幅图，|Sheet “Charts” holds 2 charts )/).waitFor();
      await fresh(page, name === 'english' ? 'Checked with the present data' : undefined);
      expect(workbook.sheets.at(-1)?.charts.length).toBe(2);
      await page.screenshot({ path: join(SHOTS, `charts-${name}.png`) });
      expect(await violations(page)).toEqual([]);
      expect(await tooWide(page)).toEqual([]);
      await page.getByRole('button', { name: /^(撤销：生成图表|Undo: charts)$/ }).click();
      await page.getByText(/^(已撤销：生成图表。|Undone: charts\.)$/).waitFor();
      expect(workbook.sheets.some(({ charts }) => charts.length > 0)).toBe(false);
      expect(complaints).toEqual([]);
    });
  });
}
