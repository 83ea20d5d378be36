import { answerReason } from '../../src/commands/answer';
import { compileWorkbook } from '../../src/commands/compile';
import type { Patch } from '../../src/engine/snapshot/patch';
import type { CellValue } from '../../src/engine/snapshot/snapshot';
import { paneWords } from '../../src/i18n/catalogue';
import { Drafts, type PendingDraft } from '../../src/pane/ask/drafts';
import { keepDraft, type Kept } from '../../src/pane/ask/keep';
import { mergeUndo } from '../../src/pane/session/merge-undo';
import { narrated, type ReasonItem } from '../../src/pane/text/narrated';
import { placeOf, valueAt } from '../fixtures/edit';
import { ledgerWorkbook, rowsOf, sampleLines } from '../fixtures/sample-ledger';
import { stateOf } from '../office/model/state';
import type { OpenedSession } from './open-session';
import { openSession, shown } from './open-session';

// A busy machine must not fail a test.
jest.setTimeout(600_000);

interface Typing extends OpenedSession {
  readonly item: ReasonItem;
  /** Address of the cell of the reason. */
  readonly place: string;
  readonly held: () => CellValue;
  /** What the box does with its words after a pause. */
  readonly pauses: (drafts: Drafts) => Promise<Kept>;
}

const onlyOne = (drafts: Drafts): PendingDraft => {
  const [draft] = drafts.pending;
  if (!draft) throw new Error('nothing to be written');
  return draft;
};

/** The first reason of a compiled workbook, in whose box somebody types. */
async function typing(): Promise<Typing> {
  const open = openSession(ledgerWorkbook(rowsOf(sampleLines)));
  const { session } = open;
  await session.check();
  await session.write({
    name: 'compile',
    patch: async (snapshot) => {
      const result = await compileWorkbook(snapshot, { department: '云溪市文化馆', year: 2021 });
      return result.ok ? result.patch : undefined;
    },
    wrote: () => ({ what: 'compile', tables: 9 }),
  });
  const [item] = (await narrated({ snapshot: shown(open) })).reasons;
  if (!item?.asked.answerCell) throw new Error('nothing is asked');
  const place = placeOf(item.asked.answerCell);
  return {
    ...open,
    item,
    place,
    held: () => valueAt(shown(open), place),
    pauses: (drafts) => keepDraft(session, item.asked, 1, onlyOne(drafts), 'zh-CN'),
  };
}

/** After a pause, what was typed stands in the sheet. */
const kept = (drafts: Drafts): Drafts => drafts.saved(onlyOne(drafts).key, onlyOne(drafts).text, true);

const cellOf = (place: string): readonly [string, string] => {
  const [sheet = '', address = ''] = place.split('!');
  return [sheet, address];
};

describe('two writes taken back at once', () => {
  const at = (row: number) => ({ sheet: '增减原因', row, column: 7 });
  const undo = (row: number, to: string | null, expects: string): Patch => ({
    for: 'any',
    command: 'undo',
    edits: [{ do: 'setValue', at: at(row), to, expects: { value: expects } }],
  });

  it('bring back what stood there first, and expect what stands there last', () => {
    expect(mergeUndo(undo(2, null, '在职'), undo(2, '在职', '在职人员'))?.edits).toEqual([
      { do: 'setValue', at: at(2), to: null, expects: { value: '在职人员' } },
    ]);
  });

  it('are two where they have no cell in common, or made a sheet', () => {
    expect(mergeUndo(undo(2, null, '在职'), undo(3, null, '政策调整'))).toBeUndefined();
    const sheet: Patch = { for: 'any', command: 'undo', edits: [{ do: 'removeSheet', sheet: '增减原因' }] };
    expect(mergeUndo(sheet, undo(2, '在职', '在职人员'))).toBeUndefined();
  });
});

describe('what is typed as a reason', () => {
  it('stands in the sheet after each pause, without a word, and is one step to be taken back', async () => {
    const { session, item, held, pauses, excel } = await typing();
    const before = stateOf(excel.workbook);
    const { message } = session.state();
    const first = Drafts.none.typed(item, '在职人员');
    expect(await pauses(first)).toBe('written');
    expect([held(), session.state().message, session.state().busy]).toEqual(['在职人员', message, false]);
    const second = kept(first).typed(item, '在职人员增加2人');
    expect(await pauses(second)).toBe('written');
    expect(held()).toBe('在职人员增加2人');
    const { lastCommand } = session.state();
    expect(lastCommand && paneWords('zh-CN').commands.undo(lastCommand.name)).toBe('撤销：原因第1条');
    await session.undo();
    expect(session.state().message).toMatchObject({ kind: 'undone', refused: [] });
    expect(stateOf(excel.workbook)).toEqual(before);
    await session.redo();
    expect(held()).toBe('在职人员增加2人');
  });

  it('is one step with the saving that follows it', async () => {
    const { session, item, held, pauses, excel } = await typing();
    const before = stateOf(excel.workbook);
    await pauses(Drafts.none.typed(item, '在职人员'));
    await session.write({
      name: { reason: 1 },
      waits: true,
      patch: async (present) => (await answerReason(present, item.asked, '政策调整', 'zh-CN'))?.patch,
      wrote: () => ({ what: 'reason', sheet: '增减原因', row: 3 }),
    });
    expect(held()).toBe('政策调整');
    await session.undo();
    expect(stateOf(excel.workbook)).toEqual(before);
  });

  it('is not written over what somebody else has put into the cell', async () => {
    const { item, place, held, pauses, excel, session } = await typing();
    const first = Drafts.none.typed(item, '在职人员');
    await pauses(first);
    excel.userTypes(...cellOf(place), '别人写的');
    const second = kept(first).typed(item, '在职人员增加2人');
    expect(await pauses(second)).toEqual({ taken: '别人写的' });
    await session.check();
    expect(held()).toBe('别人写的');
    // From then on it is not even tried, until it is saved.
    const told = second.taken(item.asked.key, '别人写的');
    expect([told.pending, told.takenBy(item.asked.key)]).toEqual([[], '别人写的']);
    expect(told.typed(item, '在职人员增加3人').pending).toEqual([]);
    const saved = told.saving(item, '在职人员增加2人').saved(item.asked.key, '在职人员增加2人', true);
    expect(saved.takenBy(item.asked.key)).toBeUndefined();
  });

  it('is left where what was written of it has been taken back', async () => {
    const { item, held, pauses, session } = await typing();
    const first = Drafts.none.typed(item, '在职人员');
    await pauses(first);
    await session.undo();
    expect(await pauses(kept(first).typed(item, '在职人员增加2人'))).toBe('undone');
    expect(held()).toBeNull();
  });

  it('waits, without a word, while somebody types into a cell', async () => {
    const { item, held, pauses, excel, session } = await typing();
    const { message } = session.state();
    const typed = Drafts.none.typed(item, '在职人员');
    excel.workbook.inCellEdit = true;
    expect(await pauses(typed)).toBe('not-now');
    expect([session.state().message, session.state().busy]).toEqual([message, false]);
    excel.workbook.inCellEdit = false;
    expect(await pauses(typed)).toBe('written');
    expect(held()).toBe('在职人员');
  });

  it('draws no sheet because somebody pauses', async () => {
    const { item, pauses, excel, session } = await typing();
    excel.user.deletesSheet('增减原因');
    await session.check();
    const before = stateOf(excel.workbook);
    expect(await pauses(Drafts.none.typed(item, '在职人员'))).toBe('not-now');
    expect(stateOf(excel.workbook)).toEqual(before);
  });

  it('is not written where the box was emptied, or holds what the sheet holds', async () => {
    const { item } = await typing();
    expect(Drafts.none.typed(item, ' ').pending).toEqual([]);
    expect(Drafts.none.typed(item, item.typed).pending).toEqual([]);
    expect(kept(Drafts.none.typed(item, '政策调整')).pending).toEqual([]);
  });
});
