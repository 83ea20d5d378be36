import type { Locator } from 'playwright-core';
import { ledgerWorkbook, rowsOf, sampleLines } from '../fixtures/sample-ledger';
import { workbookFromSnapshot } from '../office/model/from-snapshot';
import type { Opened, View } from './open-pane';
import { fresh, openPane } from './open-pane';

/** A pane over the sample's ledger, whose tables have been made from it in the pane. */
export async function openCompiled(view: View = {}): Promise<Opened & { readonly main: Locator }> {
  const opened = await openPane({ workbook: workbookFromSnapshot(ledgerWorkbook(rowsOf(sampleLines))), ...view });
  const { page } = opened;
  const main = page.getByRole('main');
  await fresh(page);
  await page.getByRole('tab', { name: '填表' }).click();
  await main.getByRole('button', { name: '由台账生成各表' }).click();
  await main.getByRole('button', { name: /^写入\d+张工作表$/ }).click();
  await page.getByText(/^已由台账生成\d+张表，并重新检查。$/).waitFor();
  await fresh(page);
  return { ...opened, main };
}
