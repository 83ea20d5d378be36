import { entriesOf } from '../../src/commands/entries';
import type { Entry } from '../../src/commands/entries';
import { checkSnapshot } from '../../src/commands/check';
import { keyed, successorOf } from '../../src/pane/findings/successors';
import { sample } from '../fixtures/sample';
import { withValues } from '../fixtures/edit';

const entriesFor = async (values: Record<string, number | null>): Promise<readonly Entry[]> =>
  entriesOf(await checkSnapshot(withValues(sample, values)));

/** The entry that suspects the cell in which something was typed. */
function at(entries: readonly Entry[], sheet: string, row: number): Entry {
  const found = entries.find(({ cells: [cell] }) => cell?.sheet === sheet && cell.row === row - 1);
  if (!found) throw new Error(`nothing at ${sheet} ${row}`);
  return found;
}

describe('an entry after the workbook was checked again', () => {
  it('is followed by itself', async () => {
    const before = await entriesFor({});
    expect(before.map((entry) => successorOf(entry, before))).toEqual(before);
  });

  it('is followed by what its equations have become', async () => {
    const before = at(await entriesFor({ '表五!F24': null }), '表五', 24);
    const after = await entriesFor({ '表五!F24': 7 });
    expect(successorOf({ ...before, id: 'another' }, after)).toBe(at(after, '表五', 24));
  });

  it('is followed by nothing where all its findings are gone', async () => {
    const before = at(await entriesFor({}), '表三', 9);
    expect(successorOf(before, await entriesFor({ '表三!E9': 1249.62 }))).toBeUndefined();
  });
});

describe('the cards of entries', () => {
  it('are all kept apart', async () => {
    const { keys } = keyed(await entriesFor({}));
    expect(new Set(keys.values()).size).toBe((await entriesFor({})).length);
  });

  it('stay with the entries that stand for those before', async () => {
    const [wholly, apart] = [await entriesFor({ '表五!F24': null }), await entriesFor({ '表五!F24': 7 })];
    const before = keyed(wholly);
    const after = keyed(
      apart.map((entry) => ({ ...entry, id: `new ${entry.id}` })),
      before,
    );
    for (const entry of wholly) {
      const heir = successorOf(entry, after.entries);
      if (heir) expect([...before.keys.values()]).toContain(after.keys.get(heir.id));
    }
    expect(after.keys.get(`new ${at(apart, '表五', 24).id}`)).toBe(before.keys.get(at(wholly, '表五', 24).id));
    expect(new Set(after.keys.values()).size).toBe(apart.length);
  });

  it('go to one only where two have become one, and to a new one only where there is none to take over', async () => {
    const [first, second] = await entriesFor({});
    if (!first || !second) throw new Error('two entries are needed');
    const before = keyed([first, second]);
    const joined: Entry = { ...first, id: 'joined', symptoms: [...first.symptoms, second.speaker] };
    const after = keyed([joined], before);
    expect(after.keys.get('joined')).toBe(first.id);
    expect(keyed([first, second], after).keys.get(second.id)).toBe(second.id);
    expect(keyed([first, second], after).keys.get(first.id)).toBe(first.id);
  });
});
