import { narrateWorkbook } from '../../src/commands/narrate';
import {
  openReasonsWith,
  readTyped,
  reasonsFromIn,
  stateReasonsFrom,
  type ReasonsFromSet,
  type ReasonsFromTyped,
} from '../../src/commands/reasons-from';
import { answerReason } from '../../src/commands/answer';
import { rewriteSentences } from '../../src/commands/standing-text';
import { textSheetPatch } from '../../src/commands/text-sheet';
import { text } from '../../src/editions/xinjiang-2021/text/text';
import { readReasons } from '../../src/engine/asked/read-reasons';
import type { Snapshot } from '../../src/engine/snapshot/snapshot';
import { missingOf, narrated, sentenceWith, type Narrated } from '../../src/pane/text/narrated';
import { stating } from '../../src/pane/settings/stating';
import { openReasons } from '../../src/pane/session/open-reasons';
import { placeOf, valueAt } from '../fixtures/edit';
import { sample } from '../fixtures/sample';
import { compiled, write } from './compiled-session';
import { openSession, shown, type OpenedSession } from './open-session';

// A busy machine must not fail a test.
jest.setTimeout(600_000);

const [PERCENT, AMOUNT] = text.asks.filter(({ id }) => id.startsWith('reasonsFrom'));
if (!PERCENT || !AMOUNT) throw new Error('two questions');

/** As the screen 设置 writes it. */
async function state(
  open: OpenedSession,
  typed: ReasonsFromTyped,
): Promise<Pick<ReasonsFromSet, 'sheet' | 'before' | 'after'>> {
  const receipt = await open.session.write(stating(typed, 'zh-CN'));
  expect(receipt?.refused).toEqual([]);
  const { message } = open.session.state();
  if (message?.kind !== 'wrote' || message.wrote.what !== 'reasons-from') throw new Error('nothing was stated');
  return message.wrote;
}

const textOf = (open: OpenedSession): Promise<Narrated> => narrated({ snapshot: shown(open) });
const openIn = ({ reasons }: Narrated): number => reasons.filter(({ isOpen }) => isOpen).length;

/** The cells in which the workbook says it: percentage, amount. */
async function cellsIn(snapshot: Snapshot): Promise<readonly string[]> {
  const stated = reasonsFromIn(snapshot, await narrateWorkbook(snapshot), 'zh-CN')?.stated;
  return [stated?.percent, stated?.amount].map((one) => (one?.cell ? placeOf(one.cell) : ''));
}

/** What the sheet of facts says, by the words of its questions. */
function saidIn(snapshot: Snapshot, label: string, column: number): unknown {
  const rows = snapshot.sheets.find(({ name }) => name === '单位情况')?.rows ?? [];
  const row = rows.find(({ cells }) => cells.some(({ value }) => value === label));
  return row?.cells.find((cell) => cell.column === column)?.value ?? null;
}

describe('from which change on reasons are written', () => {
  it('goes into its cells of 单位情况; what is asked, the text and 增减原因 follow at once, and all of it is undone', async () => {
    const open = await compiled({ excelApi: '1.14' });
    const before = await textOf(open);
    const workbook = shown(open);
    expect(openReasons(workbook)).toBe(openIn(before));
    expect(await cellsIn(workbook)).toEqual(['单位情况!C7', '单位情况!C8']);
    expect([valueAt(workbook, '单位情况!C7'), valueAt(workbook, '单位情况!C8')]).toEqual([null, null]);

    const expected = await openReasonsWith(workbook, { percent: '5' });
    const made = await state(open, { percent: '５' });
    const after = await textOf(open);
    expect(made).toMatchObject({ sheet: '单位情况', before: openIn(before), after: openIn(after) });
    expect(expected).toBe(openIn(after));
    expect(openIn(after)).toBeGreaterThan(0);
    expect(openIn(after)).toBeLessThan(openIn(before));
    expect(open.session.state().message).toMatchObject({ kind: 'wrote', wrote: { what: 'reasons-from' } });
    expect(open.session.state().lastCommand?.name).toBe('reasons-from');
    expect([valueAt(shown(open), '单位情况!C7'), valueAt(shown(open), '单位情况!C8')]).toEqual([5, null]);

    // The sheet of reasons asks for just what the text asks for.
    expect(openReasons(shown(open))).toBe(openIn(after));
    const percents = after.reasons.map(({ asked }) => asked.percent?.abs().toNumber() ?? Infinity);
    expect(Math.min(...percents)).toBeGreaterThanOrEqual(5);
    for (const { asked } of after.reasons) expect(asked.answerCell?.sheet).toBe('增减原因');

    await open.session.undo();
    expect(shown(open)).toEqual(workbook);
    expect(openIn(await textOf(open))).toBe(openIn(before));
  });

  it('stays blank, or says 无, without anything being asked for it', async () => {
    const open = await compiled({ excelApi: '1.14' });
    const facts = missingOf(await textOf(open), 'fact').map(({ about }) => about);
    expect(facts).not.toContain(PERCENT.label);
    expect(facts).not.toContain(AMOUNT.label);
    const before = openIn(await textOf(open));
    open.excel.user.types('单位情况', 'C7', '无');
    await open.session.check();
    expect(openIn(await textOf(open))).toBe(before);
    expect(missingOf(await textOf(open), 'fact').map(({ about }) => about)).toEqual(facts);
  });

  it('is asked for by its cell where it is no number, and all reasons are', async () => {
    const open = await compiled({ excelApi: '1.14' });
    const before = openIn(await textOf(open));
    open.excel.user.types('单位情况', 'C7', '百分之五');
    await open.session.check();
    const told = await textOf(open);
    expect(openIn(told)).toBe(before);
    expect(missingOf(told, 'fact')[0]).toMatchObject({
      about: PERCENT.label,
      fill: { sheet: '单位情况', row: 6, column: 2 },
      unread: '百分之五',
    });
    expect(await stateReasonsFrom(shown(open), { percent: '百分之五' }, 'zh-CN')).toBeUndefined();
  });

  it('spares where both are undercut, and is taken back by emptying its box', async () => {
    const open = await compiled({ excelApi: '1.14' });
    const all = openIn(await textOf(open));
    const percent = (await state(open, { percent: '10' })).after;
    const both = (await state(open, { amount: '3' })).after;
    expect([percent, both]).toEqual([...[percent, both]].sort((one, other) => one - other));
    for (const { asked } of (await textOf(open)).reasons) {
      const isSmall = asked.percent?.abs().lessThan(10) === true && asked.difference.abs().lessThan(3);
      expect(isSmall).toBe(false);
    }
    expect((await state(open, { percent: '', amount: '无' })).after).toBe(all);
    expect([valueAt(shown(open), '单位情况!C7'), valueAt(shown(open), '单位情况!C8')]).toEqual([null, null]);
  });

  it('spares the asking, not the reason: one that was given is written, and stays in its sheet', async () => {
    const open = await compiled({ excelApi: '1.14' });
    const small = (await textOf(open)).reasons.find(({ asked }) => asked.percent?.abs().lessThan(5) === true);
    if (!small) throw new Error('no small change');
    const { key, sectionName, about } = small.asked;
    await write(
      open,
      async (snapshot) => (await answerReason(snapshot, small.asked, '在职人员减少1人', 'zh-CN'))?.patch,
    );
    await state(open, { percent: '5' });
    const after = await textOf(open);
    const kept = after.reasons.find(({ asked }) => asked.key === key);
    expect(kept).toMatchObject({ isOpen: false, asked: { isSpared: true } });
    expect(sentenceWith(after.result.narration!, key, '在职人员减少1人')).toContain('主要原因是在职人员减少1人');
    const row = readReasons(shown(open)).rows.find((one) => one.section === sectionName && one.about === about);
    expect(row?.reason).toBe('在职人员减少1人');

    // Emptied, it is not asked for any more.
    await write(open, async (snapshot) => (await answerReason(snapshot, small.asked, '', 'zh-CN'))?.patch);
    expect((await textOf(open)).reasons.map(({ asked }) => asked.key)).not.toContain(key);
  });

  it('is written in the unit of its cell, and as the percentage that it is shown as', async () => {
    const open = await compiled({ excelApi: '1.14' });
    open.excel.user.types('单位情况', 'D8', '元');
    await open.session.check();
    await state(open, { amount: '1.5' });
    expect(valueAt(shown(open), '单位情况!C8')).toBe(15000);
    const { stated } = reasonsFromIn(shown(open), await narrateWorkbook(shown(open)), 'zh-CN')!;
    expect(stated.amount?.value?.toFixed()).toBe('1.5');

    const percentage: Snapshot = {
      ...shown(open),
      sheets: shown(open).sheets.map((sheet) => ({
        ...sheet,
        rows: sheet.rows.map((row) => ({
          ...row,
          cells:
            sheet.name === '单位情况' && row.row === 6
              ? [...row.cells.filter(({ column }) => column !== 2), { column: 2, value: 0.05, format: '0%' }].sort(
                  (one, other) => one.column - other.column,
                )
              : row.cells,
        })),
      })),
    };
    const set = await stateReasonsFrom(percentage, { percent: '7' }, 'zh-CN');
    expect(set?.patch.edits[0]).toMatchObject({ do: 'setValue', to: 0.07, expects: { value: 0.05 } });
  });

  it('brings its rows along where the sheet is an older one that lacks them; what stands in it stays', async () => {
    const open = await compiled({ excelApi: '1.14' });
    open.excel.user.types('单位情况', 'C9', '研究、展示地方文化');
    // In a column of their own, without a word above it.
    open.excel.user.types('单位情况', 'H9', '问过办公室');
    // First the lower one: the rows below move up.
    open.excel.user.deletesRow('单位情况', 8);
    open.excel.user.deletesRow('单位情况', 7);
    await open.session.check();
    const old = shown(open);
    expect([saidIn(old, PERCENT.label, 1), saidIn(old, '主要职能', 2)]).toEqual([null, '研究、展示地方文化']);
    expect(await cellsIn(old)).toEqual(['', '']);
    const made = await state(open, { percent: '5', amount: '20' });
    expect(made.after).toBeLessThan(made.before);
    const after = shown(open);
    expect(await cellsIn(after)).toEqual(['单位情况!C7', '单位情况!C8']);
    expect([saidIn(after, PERCENT.label, 2), saidIn(after, AMOUNT.label, 2), saidIn(after, '主要职能', 2)]).toEqual([
      5,
      20,
      '研究、展示地方文化',
    ]);
    expect(after.sheets.flatMap(({ rows }) => rows.flatMap(({ cells }) => cells.map(({ value }) => value)))).toContain(
      '问过办公室',
    );
    await open.session.undo();
    expect(shown(open)).toEqual(old);
  });

  it('makes the sheet where there is none, and no other', async () => {
    const open = openSession(sample, { excelApi: '1.14' });
    await open.session.check();
    const stated = reasonsFromIn(shown(open), await narrateWorkbook(shown(open)), 'zh-CN');
    expect(stated).toMatchObject({ sheet: '单位情况', hasSheet: false });
    const before = shown(open).sheets.map(({ name }) => name);
    await state(open, { percent: '5' });
    expect(shown(open).sheets.map(({ name }) => name)).toEqual([...before, '单位情况']);
    expect(saidIn(shown(open), PERCENT.label, 2)).toBe(5);
    await open.session.undo();
    expect(shown(open).sheets.map(({ name }) => name)).toEqual(before);
  });

  it('leaves a cell that somebody has changed meanwhile alone', async () => {
    const open = await compiled({ excelApi: '1.14' });
    const seen = shown(open);
    await open.session.write({
      name: 'reasons-from',
      patch: async () => {
        open.excel.user.types('单位情况', 'C7', 8);
        return (await stateReasonsFrom(seen, { percent: '5' }, 'zh-CN'))?.patch;
      },
      wrote: () => ({ what: 'reasons-from', sheet: '', before: 0, after: 0 }),
    });
    expect(valueAt(shown(open), '单位情况!C7')).toBe(8);
    expect(open.session.state().message).toMatchObject({ refused: [{ because: 'changed-meanwhile' }] });
  });

  it('takes the marks out of the text that was put into a sheet; what a person wrote there stays', async () => {
    const open = await compiled({ excelApi: '1.14' });
    const { result } = await textOf(open);
    await write(open, (snapshot) => Promise.resolve(textSheetPatch(snapshot, result.narration!, 'zh-CN').patch));
    expect((await textOf(open)).standing?.stale).toEqual([]);
    const made = await state(open, { percent: '5' });
    const { standing } = await textOf(open);
    expect(standing?.stale.length).toBeGreaterThan(0);
    for (const { verdict } of standing?.stale ?? [])
      expect(verdict.rewriting).toMatchObject({ how: 'in-place', lost: [] });
    await write(open, async (snapshot) => (await rewriteSentences(snapshot, 'safe'))?.patch);
    const after = await textOf(open);
    expect(after.standing?.stale).toEqual([]);
    const lines = after.standing?.sentences.map((sentence) => sentence.text).join('') ?? '';
    expect(lines.split('【待填：增减原因】').length - 1).toBe(made.after);
  });

  it('is no matter of an edition without a text', async () => {
    const result = await narrateWorkbook(sample, { edition: 'shanghai-putuo-2026-unit' });
    expect(reasonsFromIn(sample, result, 'zh-CN')).toBeUndefined();
    expect(await stateReasonsFrom(sample, { percent: '5' }, 'zh-CN', 'shanghai-putuo-2026-unit')).toBeUndefined();
  });

  it('is read as amounts are', () => {
    const read = (typed: string): unknown => {
      const value = readTyped(AMOUNT, typed);
      return typeof value === 'string' ? value : value?.toFixed();
    };
    expect(['１，０００', '1,000.5', ' 5 ', '5000元', '', '无', '五', '-1', '5%'].map(read)).toEqual([
      '1000',
      '1000.5',
      '5',
      '0.5',
      undefined,
      undefined,
      'unread',
      'unread',
      'unread',
    ]);
  });
});
