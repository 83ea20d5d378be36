import { hasSheetOfOurs, lostSheets } from '../../src/commands/lost-sheets';
import type { SheetSnapshot, Snapshot } from '../../src/engine/snapshot/snapshot';
import { sheet, workbook } from '../fixtures/sheet';

const note = (text: string, ours = false) => ({ row: 4, column: 8, text, ours });
const withNotes = (...notes: SheetSnapshot['notes']): Snapshot =>
  workbook([{ ...sheet('表三', [], [[1, '部门支出总体情况表']]), notes }]);

test.each<[string, Snapshot, Snapshot, number]>([
  ['a note of the user’s that is gone', withNotes(note('与国库核对过')), withNotes(), 1],
  ['one that stands there', withNotes(note('与国库核对过')), withNotes(note('与国库核对过')), 0],
  ['one of the tool’s', withNotes(note('错误：合计不符', true)), withNotes(), 0],
  ['one on a sheet that is gone', withNotes(note('与国库核对过')), workbook([]), 1],
])('notes: %s', (_, target, result, lost) => {
  expect(lostSheets(target, result).notes.length).toBe(lost);
});

const named = (name: string, more: Partial<SheetSnapshot> = {}): SheetSnapshot => ({
  ...sheet(name, [], [[1, '甲', 1]]),
  ...more,
});

test.each<[string, SheetSnapshot, SheetSnapshot | undefined, readonly string[]]>([
  ['gone', named('通讯录'), undefined, ['通讯录']],
  ['still there', named('通讯录'), named('通讯录'), []],
  ['drawn over by the tool', named('表三'), named('表三', { drawnTable: true }), ['表三']],
  ['blank', { ...named('通讯录'), rows: [] }, undefined, []],
  ['of the tool', named('审核结果', { ours: true }), undefined, []],
  ['a table that the tool drew', named('表三', { drawnTable: true }), undefined, []],
  [
    'a ledger, which is looked at row by row',
    sheet('台账', [], [[1, '功能科目', '支出类型', '经济科目', '资金来源', '本年']]),
    undefined,
    [],
  ],
])('a sheet that is %s', (_, target, there, lost) => {
  expect(lostSheets(workbook([target]), workbook(there ? [there] : [])).sheets).toEqual(lost);
});

test('whether the tool has written a sheet of a workbook', () => {
  expect(hasSheetOfOurs(workbook([named('通讯录')]))).toBe(false);
  expect(hasSheetOfOurs(workbook([named('通讯录'), named('表三', { drawnTable: true })]))).toBe(true);
});
