import { createExcelHost } from '../../../src/hosts/excel/excel-host';
import { problemOf } from '../../../src/hosts/excel/problem';
import { openExcel } from '../../office/excel';
import { workbookOf } from '../../office/model/build';

const soon = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));

describe('the open workbook', () => {
  it('shows and selects a cell in one batch', async () => {
    const excel = openExcel({ workbook: workbookOf([{ name: '表一' }, { name: "It's" }]) });
    await createExcelHost((batch) => excel.Excel.run(batch)).selectCell({ sheet: "It's", row: 8, column: 4 });
    expect(excel.workbook.active.name).toBe("It's");
    expect(excel.workbook.selection).toEqual({ sheet: "It's", areas: [{ top: 8, left: 4, bottom: 8, right: 4 }] });
    expect(excel.batches).toHaveLength(1);
  });

  it('tells of what others change until the watch ends', async () => {
    const excel = openExcel({ workbook: workbookOf([{ name: '表一' }]) });
    const host = createExcelHost((batch) => excel.Excel.run(batch));
    let changes = 0;
    const end = await host.watchChanges(() => changes++);
    excel.userTypes('表一', 'A1', 1);
    await soon();
    expect(changes).toBe(1);
    await end();
    excel.userTypes('表一', 'A1', 2);
    await soon();
    expect(changes).toBe(1);
  });

  it.each<readonly [string, (excel: ReturnType<typeof openExcel>) => void, string, string]>([
    ['a sheet that is gone', () => undefined, '表九', 'gone'],
    ['somebody typing', (excel) => (excel.workbook.inCellEdit = true), '表一', 'cell-edit'],
  ])('says what is in the way: %s', async (_, arrange, sheet, key) => {
    const excel = openExcel({ workbook: workbookOf([{ name: '表一' }]) });
    arrange(excel);
    const failed: unknown = await createExcelHost((batch) => excel.Excel.run(batch))
      .selectCell({ sheet, row: 0, column: 0 })
      .catch((error: unknown) => error);
    expect(problemOf(failed).key).toBe(key);
  });

  it('takes a mistake of ours for one', () => {
    expect(problemOf(new TypeError('x is undefined'))).toEqual({ key: 'own-mistake', code: 'TypeError' });
  });
});
