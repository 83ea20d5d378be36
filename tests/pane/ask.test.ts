import { answerReason } from '../../src/commands/answer';
import { askSheets } from '../../src/commands/sheets/ask';
import { narrateWorkbook } from '../../src/commands/narrate';
import { textSheetPatch } from '../../src/commands/text-sheet';
import type { Patch, Receipt } from '../../src/engine/snapshot/patch';
import type { Snapshot } from '../../src/engine/snapshot/snapshot';
import { Drafts, nextOpen } from '../../src/pane/ask/drafts';
import { copiedSections } from '../../src/pane/text/copy';
import type { Narrated } from '../../src/pane/text/narrated';
import { asksEverything, missingOf, narrated, priorCell, sentenceWith } from '../../src/pane/text/narrated';
import { valueAt } from '../fixtures/edit';
import { sample } from '../fixtures/sample';
import { compiled, write } from './compiled-session';
import type { OpenedSession } from './open-session';
import { openSession, shown } from './open-session';

// A busy machine must not fail a test.
jest.setTimeout(600_000);

const textOf = (open: OpenedSession): Promise<Narrated> => narrated({ snapshot: shown(open) });

function answer(open: OpenedSession, key: string, words: string): Promise<Receipt | undefined> {
  return write(open, async (snapshot) => {
    const [asked] = (await narrateWorkbook(snapshot)).narration?.reasons.filter((one) => one.key === key) ?? [];
    return asked && (await answerReason(snapshot, asked, words, 'zh-CN'))?.patch;
  });
}

describe('a reason', () => {
  it('is written into its cell, with what stands beside it, and reads as the screen says', async () => {
    const open = await compiled();
    const before = await textOf(open);
    const [first] = before.reasons;
    if (!first?.asked.answerCell) throw new Error('nothing is asked');
    const { key, answerCell } = first.asked;
    expect([first.isOpen, first.typed, answerCell.sheet]).toEqual([true, '', '增减原因']);
    await answer(open, key, '主要原因是在职人员增加2人。');
    const place = `增减原因!${'ABCDEFGHI'[answerCell.column] ?? ''}${answerCell.row + 1}`;
    expect(valueAt(shown(open), place)).toBe('主要原因是在职人员增加2人。');
    expect(valueAt(shown(open), place.replace('!H', '!I'))).toBe('已填');
    const after = await textOf(open);
    expect(after.reasons.find(({ asked }) => asked.key === key)).toMatchObject({ isOpen: false });
    const said = sentenceWith(before.result.narration!, key, '主要原因是在职人员增加2人。');
    expect(said).toContain('在职人员增加2人');
    const lines = copiedSections(after.parts.flatMap(({ sections }) => sections.map(({ section }) => section))).plain;
    expect(lines).toContain(said);
    expect(said).not.toContain('待填');
  });

  it('is asked for again where its cell is emptied, and undone with the rest of its row', async () => {
    const open = await compiled();
    const [first] = (await textOf(open)).reasons;
    if (!first) throw new Error('nothing is asked');
    const before = shown(open);
    await answer(open, first.asked.key, '政策调整');
    await open.session.undo();
    expect(shown(open)).toEqual(before);
    await answer(open, first.asked.key, '政策调整');
    await answer(open, first.asked.key, '  ');
    expect((await textOf(open)).reasons[0]).toMatchObject({ isOpen: true, typed: '' });
  });

  it('brings its sheet along where there is none, and keeps what was answered', async () => {
    const open = await compiled();
    const [first, second] = (await textOf(open)).reasons;
    if (!first || !second) throw new Error('nothing is asked');
    await answer(open, first.asked.key, '政策调整');
    open.excel.user.deletesSheet('增减原因');
    await open.session.check();
    expect((await textOf(open)).reasons[0]).toMatchObject({ isOpen: true });
    const receipt = await answer(open, second.asked.key, '人员增加');
    expect(receipt?.refused).toEqual([]);
    const items = (await textOf(open)).reasons;
    expect(items.find(({ asked }) => asked.key === second.asked.key)).toMatchObject({
      isOpen: false,
      typed: '人员增加',
    });
    expect(items.find(({ asked }) => asked.key === first.asked.key)).toMatchObject({ isOpen: true });
    // Those that were there were not touched.
    expect(receipt?.undo.edits.map((edit) => edit.do)).toEqual(['removeSheet']);
  });

  it('is not written where the text asks for it no more', async () => {
    const open = await compiled();
    const [first] = (await textOf(open)).reasons;
    if (!first) throw new Error('nothing is asked');
    expect(await answerReason(sample, first.asked, '政策调整', 'zh-CN')).toBeUndefined();
  });

  it('is shown as given for other figures where these have changed', async () => {
    const open = await compiled();
    const text = await textOf(open);
    const [item] = text.reasons;
    const [cell] = item?.asked.cells ?? [];
    if (!item || !cell) throw new Error('nothing is asked');
    await answer(open, item.asked.key, '政策调整');
    const address = `${String.fromCharCode(65 + cell.column)}${cell.row + 1}`;
    open.excel.userTypes(cell.sheet, address, item.asked.now.plus(1).toNumber());
    await open.session.check();
    const now = (await textOf(open)).reasons.find(({ asked }) => asked.key === item.asked.key);
    expect(now).toMatchObject({ isStale: true, isOpen: true, typed: '政策调整' });
    await answer(open, item.asked.key, '政策调整');
    const again = (await textOf(open)).reasons.find(({ asked }) => asked.key === item.asked.key);
    expect(again).toMatchObject({ isStale: false, isOpen: false });
  });
});

describe('what is open besides reasons', () => {
  it('is told with its cells once the sheets are there', async () => {
    const open = openSession(sample);
    await open.session.check();
    const text = await textOf(open);
    expect([asksEverything(text), priorCell(text), missingOf(text, 'fact').some(({ fill }) => fill)]).toEqual([
      false,
      undefined,
      false,
    ]);
    await write(open, async (snapshot) => askSheets(snapshot, await narrateWorkbook(snapshot))?.patch);
    const after = await textOf(open);
    expect([asksEverything(after), priorCell(after)?.sheet]).toEqual([true, '上年数']);
    expect(missingOf(after, 'fact').map(({ fill }) => fill?.sheet)).toEqual(
      missingOf(after, 'fact').map(() => '单位情况'),
    );
  });
});

describe('the text', () => {
  it('is put into a sheet of ours, again into the same one, and taken back', async () => {
    const open = await compiled();
    const before = shown(open);
    const put = async (snapshot: Snapshot): Promise<Patch | undefined> => {
      const { narration } = await narrateWorkbook(snapshot);
      return narration && textSheetPatch(snapshot, narration, 'zh-CN').patch;
    };
    await write(open, put);
    const sheet = open.excel.workbook.sheet('情况说明');
    expect(valueAt(shown(open), '情况说明!B2')).toBe('说明');
    const texts = [...(sheet?.rows.values() ?? [])].map((row) => row.get(1)?.value);
    const { plain } = copiedSections(
      (await textOf(open)).parts.flatMap((part) => part.sections.map((one) => one.section)),
    );
    expect(texts.slice(2).filter((text) => text !== '' && text !== undefined)).toEqual(
      plain.split('\n').map((line) => line.trim()),
    );
    await write(open, put);
    expect(open.excel.workbook.sheets.filter(({ name }) => name.startsWith('情况说明'))).toHaveLength(1);
    await open.session.undo();
    await open.session.check();
    expect(open.excel.workbook.sheet('情况说明')).toBeDefined();
    expect(before.sheets.some(({ name }) => name === '情况说明')).toBe(false);
  });

  it('leaves a sheet of the user’s alone that bears the name', async () => {
    const open = await compiled();
    open.excel.user.addsSheet('情况说明');
    open.excel.userTypes('情况说明', 'A1', '我的');
    await open.session.check();
    const { narration } = await narrateWorkbook(shown(open));
    expect(textSheetPatch(shown(open), narration!, 'zh-CN').sheet).toBe('情况说明2');
  });

  it('is copied with headings for those who take them, and no markup of a name is taken for one of ours', () => {
    const section = {
      id: 'a',
      paragraphs: [
        { level: 1 as const, spans: [{ kind: 'words' as const, text: '一、说明' }] },
        { level: 0 as const, spans: [{ kind: 'words' as const, text: '“<b>&”' }] },
      ],
    };
    expect(copiedSections([section])).toEqual({
      plain: '一、说明\n\u3000\u3000“<b>&”',
      html: '<h2>一、说明</h2><p style="text-indent:2em">“&lt;b&gt;&amp;”</p>',
    });
  });
});

describe('what is typed into the box', () => {
  it('counts as given while it is saved, and stays where it could not be', async () => {
    const { reasons } = await textOf(await compiled());
    const [first, second] = reasons;
    if (!first || !second) throw new Error('two reasons');
    const { key } = first.asked;
    const typed = Drafts.none.typed(first, '政策调整');
    expect([typed.of(first), typed.isOpen(first)]).toEqual(['政策调整', true]);
    const saving = typed.saving(first, '政策调整');
    expect([saving.isOpen(first), nextOpen(reasons, saving, key)]).toEqual([false, second.asked.key]);
    const refused = saving.saved(key, '政策调整', false);
    expect([refused.of(first), refused.isOpen(first)]).toEqual(['政策调整', true]);
    const saved = saving.saved(key, '政策调整', true);
    expect([saved.isOpen(first), saved.settled().of(first)]).toEqual([false, first.typed]);
    // Typed on while it was saved.
    expect(saving.typed(first, '政策调整，人员增加').saved(key, '政策调整', true).settled().of(first)).toBe(
      '政策调整，人员增加',
    );
    // 无 is no reason.
    expect(typed.saving(first, '无').isOpen(first)).toBe(true);
  });

  it('goes round the list to the next open one', async () => {
    const { reasons } = await textOf(await compiled());
    const last = reasons.at(-1)?.asked.key;
    expect(nextOpen(reasons, Drafts.none, undefined)).toBe(reasons[0]?.asked.key);
    expect(nextOpen(reasons, Drafts.none, last)).toBe(reasons[0]?.asked.key);
    const all = reasons.reduce((drafts, item) => drafts.saving(item, '政策调整'), Drafts.none);
    expect(nextOpen(reasons, all, last)).toBeUndefined();
  });
});
