import { narrateWorkbook } from '../../src/commands/narrate';
import { rewriteSentences, type StandingText } from '../../src/commands/standing-text';
import { textSheetPatch } from '../../src/commands/text-sheet';
import { a1, type CellRef } from '../../src/engine/snapshot/address';
import { rewriting } from '../../src/pane/text/rewriting';
import { narrated } from '../../src/pane/text/narrated';
import { valueAt } from '../fixtures/edit';
import { mended } from '../fixtures/sample';
import type { OpenedSession } from './open-session';
import { openSession, shown } from './open-session';

// A busy machine must not fail a test.
jest.setTimeout(600_000);

// The sample has a sheet of its own that bears the usual name.
const SHEET = '情况说明2';

/** The sample with its text in a sheet. */
async function withText(): Promise<OpenedSession> {
  const open = openSession(mended);
  await open.session.check();
  const receipt = await open.session.write({
    name: 'text-sheet',
    patch: async (snapshot) => {
      const { narration } = await narrateWorkbook(snapshot);
      return narration && textSheetPatch(snapshot, narration, 'zh-CN').patch;
    },
    wrote: () => ({ what: 'text-sheet', sheet: SHEET }),
  });
  expect(receipt?.refused).toEqual([]);
  return open;
}

async function standing(open: OpenedSession): Promise<StandingText> {
  await open.session.check();
  const found = (await narrated({ snapshot: shown(open) })).standing;
  if (!found) throw new Error('no text stands in the workbook');
  return found;
}

/** The cell of the text sheet that says so in a section, and what it holds. */
async function cellSaying(
  open: OpenedSession,
  section: string,
  words: string,
): Promise<{ readonly at: string; readonly text: string }> {
  const { sentences } = await standing(open);
  const cell = sentences.find(({ text, written }) => written?.section === section && text.includes(words))?.cell;
  if (!cell) throw new Error(`nothing says ${words}`);
  return { at: a1(cell), text: String(valueAt(shown(open), `${SHEET}!${a1(cell)}`)) };
}

/** The cell of the tables that the written text takes an amount from. */
async function cellOfAmount(open: OpenedSession, section: string, amount: string): Promise<CellRef> {
  const { narration } = await narrateWorkbook(shown(open));
  const spans = narration?.sections.find(({ id }) => id === section)?.paragraphs.flatMap((one) => one.spans) ?? [];
  const span = spans.find(({ kind, text }) => kind === 'figure' && text === amount);
  const [cell] = span?.kind === 'figure' ? span.cells : [];
  if (!cell) throw new Error(`no ${amount} in ${section}`);
  return cell;
}

/** Somebody types another amount into the cell of the tables from which the text has this one. */
async function changes(open: OpenedSession, section: string, amount: string, to: number): Promise<void> {
  const cell = await cellOfAmount(open, section, amount);
  open.excel.userTypes(cell.sheet, a1(cell), to);
  await open.session.check();
}

const now = (open: OpenedSession, at: string): unknown => valueAt(shown(open), `${SHEET}!${at}`);

describe('the text that stands in a sheet', () => {
  it('agrees with the tables as it was put there, also with words of the user’s in it', async () => {
    const open = await withText();
    expect(await standing(open)).toMatchObject({ sheet: SHEET, stale: [], unmatched: [], added: [] });
    const { at, text } = await cellSaying(open, 'overall', '收支总预算');
    open.excel.userTypes(SHEET, at, `${text.replace('收支总预算', '收支总预算为')}总体保持平稳。`);
    expect(await standing(open)).toMatchObject({ stale: [], unmatched: [] });
  });

  it('is told to be behind where a cell changed, sentence by sentence, with what it should say', async () => {
    const open = await withText();
    const { at, text } = await cellSaying(open, 'expenditure', '基本支出');
    const [, amount = ''] = /基本支出(\d+\.\d\d)万元/.exec(text) ?? [];
    open.excel.userTypes(SHEET, at, text.replace(`${amount}万元`, `安排${amount}万元，保障机构运转`));
    await standing(open);
    await changes(open, 'expenditure', amount, 1000.5);
    const { stale } = await standing(open);
    const one = stale.find(({ cell }) => a1(cell) === at);
    expect(one?.verdict.corrections.map(({ was, becomes }) => [was, becomes])).toContainEqual([amount, '1000.50']);
    expect(one?.verdict.rewriting).toMatchObject({ how: 'in-place', lost: [] });
    expect(one?.verdict.rewriting.text).toContain('基本支出安排1000.50万元，保障机构运转');
  });

  it('is put right in the cells that are behind and in no other, and taken back in one step', async () => {
    const open = await withText();
    const { text } = await cellSaying(open, 'expenditure', '基本支出');
    const [, amount = ''] = /基本支出(\d+\.\d\d)万元/.exec(text) ?? [];
    await changes(open, 'expenditure', amount, 1000.5);
    const before = shown(open);
    const { stale } = await standing(open);
    const receipt = await open.session.write(rewriting('safe'));
    expect(receipt?.refused).toEqual([]);
    expect(receipt?.undo.edits).toHaveLength(new Set(stale.map(({ cell }) => a1(cell))).size);
    expect(open.session.state().message).toMatchObject({
      kind: 'wrote',
      wrote: { what: 'rewritten', sheet: SHEET, sentences: stale.length },
    });
    expect((await standing(open)).stale).toEqual([]);
    await open.session.undo();
    await open.session.check();
    const sheetOf = (snapshot: typeof before): unknown =>
      snapshot.sheets.find(({ name }) => name === SHEET)?.rows.map(({ cells }) => cells.map(({ value }) => value));
    expect(sheetOf(shown(open))).toEqual(sheetOf(before));
  });

  it('has one sentence put right, the others left for later', async () => {
    const open = await withText();
    const { text } = await cellSaying(open, 'expenditure', '基本支出');
    const [, amount = ''] = /基本支出(\d+\.\d\d)万元/.exec(text) ?? [];
    await changes(open, 'expenditure', amount, 1000.5);
    const [, other = ''] =
      /项目支出(\d+\.\d\d)万元/.exec((await cellSaying(open, 'expenditure', '项目支出')).text) ?? [];
    await changes(open, 'expenditure', other, 200.5);
    const { stale } = await standing(open);
    const [first, ...others] = stale;
    if (!first || others.length === 0) throw new Error('two sentences are behind');
    await open.session.write(rewriting([first]));
    const left = await standing(open);
    expect(left.stale.map((one) => one.text)).toEqual(others.map((one) => one.text));
    // A second click on what is right by now writes nothing.
    expect(await open.session.write(rewriting([first]))).toBeUndefined();
    expect(open.session.state().message).toMatchObject({ kind: 'preview-outdated' });
  });

  it('leaves a cell alone, and names it, that somebody changed meanwhile', async () => {
    const open = await withText();
    const { text } = await cellSaying(open, 'expenditure', '基本支出');
    const [, amount = ''] = /基本支出(\d+\.\d\d)万元/.exec(text) ?? [];
    await changes(open, 'expenditure', amount, 1000.5);
    const { stale } = await standing(open);
    const [first] = stale;
    if (!first) throw new Error('nothing is stale');
    const at = a1(first.cell);
    const receipt = await open.session.write({
      ...rewriting('safe'),
      patch: async (snapshot) => {
        const made = await rewriteSentences(snapshot, 'safe');
        open.excel.userTypes(SHEET, at, '我正在改这一段');
        return made?.patch;
      },
    });
    expect(receipt?.refused).toMatchObject([
      { because: 'changed-meanwhile', edit: { at: first.cell }, found: { value: '我正在改这一段' } },
    ]);
    expect(now(open, at)).toBe('我正在改这一段');
    expect((await standing(open)).stale).toEqual([]);
  });

  it('asks for a choice where other numbers are not enough, and keeps the reason', async () => {
    const open = await withText();
    const { text } = await cellSaying(open, 'expenditure', '项目支出');
    const [, amount = ''] = /项目支出(\d+\.\d\d)万元/.exec(text) ?? [];
    await changes(open, 'expenditure', amount, 0);
    const { stale } = await standing(open);
    const one = stale.find(
      (sentence) => sentence.text.startsWith('项目支出') && sentence.written?.section === 'expenditure',
    );
    expect(one?.verdict.rewriting.how).toBe('choice');
    expect(one?.verdict.rewriting.text).toMatch(/^项目支出未安排/);
    if (!one) throw new Error('nothing to choose');
    const safe = await rewriteSentences(shown(open), 'safe');
    expect(safe?.patch.edits.map((edit) => edit.do === 'setValue' && a1(edit.at)) ?? []).not.toContain(a1(one.cell));
    await open.session.write(rewriting([one]));
    expect(String(now(open, a1(one.cell)))).toBe(one.verdict.rewriting.text);
  });

  it('is not looked for where nobody has put it there', async () => {
    const open = openSession(mended);
    await open.session.check();
    expect((await narrated({ snapshot: shown(open) })).standing).toBeUndefined();
  });
});
