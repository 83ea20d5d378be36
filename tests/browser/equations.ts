import { join } from 'node:path';
import { describeInBrowser, fresh, openPane, SHOTS, skipped, tooWide, violations } from './open-pane';

/** The tests of the sheet of equations. */
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
  });
}
