import { PatchInterrupted } from '../../../src/hosts/excel/interrupted';
import { problemOf } from '../../../src/hosts/excel/problem';
import { paneWords } from '../../../src/i18n/catalogue';
import type { Opened } from './opened';
import { area, at, failureOf, formula, held, open, patch, rows, state, value } from './opened';
import { BUDGET } from './patches';

// A busy machine must not fail a test.
jest.setTimeout(600_000);

const words = paneWords('zh-CN');
const said = (error: unknown): string => words.problem[problemOf(error).key];

const CELL_EDIT = '请先按回车结束单元格编辑，之后会自动继续。';
const OTHER_WORKBOOK = '当前显示的是另一个工作簿，请切回原来的文件，再试一次。';
const PROTECTED = '工作表或工作簿受保护，没有写入。请在“审阅”里撤销保护，再试一次。';
const GONE = '要找的工作表已不在工作簿里。请重新检查。';

const EDITS = [value('表三!D3', 21), value('表一!A1', 'x'), formula('表一!B2', '表三!C6')];

/** A workbook that was read, and the stamp of the reading. */
async function ready(): Promise<{ one: Opened; stamp: string }> {
  const one = open(BUDGET);
  const { stamp } = await one.host.readSnapshot();
  return { one, stamp };
}

describe('what is in the way of reading is told', () => {
  it.each<readonly [string, (one: Opened) => void, string]>([
    ['somebody typing in a cell', ({ excel }) => void (excel.workbook.inCellEdit = true), CELL_EDIT],
    ['another workbook in front', ({ excel }) => void (excel.workbook.inBackground = true), OTHER_WORKBOOK],
    [
      'a client that does not know a call',
      ({ excel }) => excel.faults.inBatch(1).fails('ApiNotFound'),
      '需要Excel 2021或更新版本。此文件可改用命令行检查。',
    ],
    [
      'a failure that Excel does not explain',
      ({ excel }) => excel.faults.inBatch(1).fails(),
      '这一步没有完成，表格没有改动。请重试；若再出现，请复制诊断信息。',
    ],
  ])('%s', async (_, arrange, text) => {
    for (const isKnown of [false, true]) {
      const one = open(BUDGET);
      if (isKnown) await one.host.readSnapshot();
      arrange(one);
      expect(said(await failureOf(() => one.host.readSnapshot()))).toBe(text);
    }
  });
});

describe('what comes in the way between looking and writing is told, and nothing has been written', () => {
  it.each<readonly [string, (one: Opened) => void, string]>([
    ['somebody begins to type in a cell', ({ excel }) => void (excel.workbook.inCellEdit = true), CELL_EDIT],
    ['a sheet is protected', ({ excel }) => excel.coauthor.protects('表一'), PROTECTED],
    ['a sheet is deleted', ({ excel }) => excel.coauthor.deletesSheet('表一'), GONE],
    ['a sheet is renamed', ({ excel }) => excel.coauthor.renamesSheet('表一', '旧表一'), GONE],
  ])('%s', async (_, change, text) => {
    const { one, stamp } = await ready();
    one.excel.faults.inBatch(2).comesAfter(() => change(one));
    const failure = await failureOf(() => one.host.applyPatch(patch(EDITS, stamp)));
    expect(failure).not.toBeInstanceOf(PatchInterrupted);
    expect(said(failure)).toBe(text);
    one.excel.workbook.inCellEdit = false;
    expect(held(one, '表三!D3')).toEqual({ value: 20 });
    expect(one.excel.workbook.settings.size).toBe(0);
    await one.host.readSnapshot();
    expect(one.host.unfinished()).toBeUndefined();
  });

  it('a filter comes over the rows', async () => {
    const { one, stamp } = await ready();
    one.excel.faults.inBatch(2).comesAfter(() => {
      one.excel.workbook.sheet('表三')!.filter = { area: area('A2:E6'), filtered: true };
    });
    const failure = await failureOf(() =>
      one.host.applyPatch(patch([rows('表三', 6, 1, 5), rows('表三', 5, 1, 4)], stamp)),
    );
    expect(said(failure)).toBe('有筛选，插不了行，表格没有改动。请先清除筛选，再试一次。');
    expect(one.excel.workbook.sheet('表三')?.names.size).toBe(0);
    expect(one.excel.workbook.settings.size).toBe(0);
  });

  it('somebody types while it is being written: it is gone on with when that has ended', async () => {
    const { one, stamp } = await ready();
    one.excel.faults.inBatch(2).comesAfter(() => (one.excel.workbook.inCellEdit = true));
    await failureOf(() => one.host.applyPatch(patch(EDITS, stamp)));
    one.excel.workbook.inCellEdit = false;
    expect((await one.host.applyPatch(patch(EDITS, stamp))).refused).toEqual([]);
    expect(held(one, '表三!D3')).toEqual({ value: 21 });
  });
});

describe('another workbook comes to the front', () => {
  it('while it is being written: what to do is told, and it can be taken back or gone on with', async () => {
    for (const way of ['undo', 'rest'] as const) {
      const { one, stamp } = await ready();
      const before = state(one);
      one.excel.faults.inBatch(2).stopsHalfWay('InactiveWorkbook');
      one.excel.faults.inBatch(3).fails('InactiveWorkbook');
      const failure = await failureOf(() => one.host.applyPatch(patch(EDITS, stamp)));
      if (!(failure instanceof PatchInterrupted)) throw failure;
      expect(words.stoppedBecause[failure.problem.key]).toBe('当前显示的是另一个工作簿，请切回原来的文件。');
      expect(words.partlyWritten(failure.progress)).toBe('写到一半停了，已写的可以撤销。');
      const receipt = await one.host.applyPatch(failure[way]);
      if (way === 'undo') expect(state(one)).toEqual(before);
      else {
        expect(held(one, '表一!B2')).toEqual({ formula: '表三!C6' });
        await one.host.applyPatch(receipt.undo);
        expect(state(one)).toEqual(before);
      }
    }
  });
});

describe('what stops a patch half way says how far it got', () => {
  it('in cells', async () => {
    const { one, stamp } = await ready();
    // The journal, the text into 表三!D3, then Excel gives up.
    const actions = async (): Promise<number> => {
      const other = await ready();
      await other.one.host.applyPatch(patch(EDITS, other.stamp));
      return other.one.excel.batches.at(-1)!.actions;
    };
    one.excel.faults.inBatch(2).stopsBefore((await actions()) - 3);
    const failure = await failureOf(() => one.host.applyPatch(patch(EDITS, stamp)));
    if (!(failure instanceof PatchInterrupted)) throw failure;
    const { written = 0, left = 0 } = failure.progress ?? {};
    expect([written + left, written > 0]).toEqual([3, true]);
    expect(words.partlyWritten(failure.progress)).toBe(
      `已停止。写入了${written}格，其余${left}格没有动，已写的可以撤销。`,
    );
  });
});

describe('a cell that cannot be shown', () => {
  it.each<readonly [string, (one: Opened) => void, string, string]>([
    [
      'on a hidden sheet',
      ({ excel }) => void (excel.workbook.sheet('表一')!.visibility = 'Hidden'),
      '表一!A1',
      '这张工作表是隐藏的，选不中单元格。请先取消隐藏。',
    ],
    ['on a sheet that is gone', ({ excel }) => excel.user.deletesSheet('表一'), '表一!A1', GONE],
    ['while somebody types', ({ excel }) => void (excel.workbook.inCellEdit = true), '表一!A1', CELL_EDIT],
    ['in another workbook', ({ excel }) => void (excel.workbook.inBackground = true), '表一!A1', OTHER_WORKBOOK],
  ])('%s', async (_, arrange, address, text) => {
    const { one } = await ready();
    arrange(one);
    expect(said(await failureOf(() => one.host.selectCell(at(address))))).toBe(text);
  });
});

describe('hidden rows, columns and sheets', () => {
  it('are written to like any other, and stay hidden', async () => {
    const [first, ...others] = BUDGET;
    const one = open([
      { ...first!, hiddenRows: [4], hiddenColumns: ['D'] },
      { ...others[0]!, visibility: 'VeryHidden' as const },
    ]);
    const { stamp } = await one.host.readSnapshot();
    const before = state(one);
    const { undo, refused } = await one.host.applyPatch(patch([value('表三!D4', 21), value('表一!A1', 'x')], stamp));
    expect(refused).toEqual([]);
    expect([held(one, '表三!D4'), held(one, '表一!A1')]).toEqual([{ value: 21 }, { value: 'x' }]);
    const sheet = one.excel.workbook.sheet('表三')!;
    expect([[...sheet.hiddenRows], [...sheet.hiddenColumns]]).toEqual([[3], [3]]);
    await one.host.applyPatch(undo);
    expect(state(one)).toEqual(before);
  });
});
