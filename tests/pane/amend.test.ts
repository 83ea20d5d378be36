import {
  amendablesAt,
  amendPatch,
  isSameAmount,
  readTypedAmount,
  waysOf,
  type Amendable,
} from '../../src/commands/amend';
import { checkSnapshot } from '../../src/commands/check';
import { entriesOf } from '../../src/commands/entries';
import { evidenceOf } from '../../src/commands/evidence';
import { addressOf } from '../../src/engine/snapshot/address';
import type { Snapshot } from '../../src/engine/snapshot/snapshot';
import { paneWords } from '../../src/i18n/catalogue';
import { amending } from '../../src/pane/evidence/amending';
import { messageText } from '../../src/pane/parts/message-text';
import { parsePlace, valueAt, withValues } from '../fixtures/edit';
import { mended, sample } from '../fixtures/sample';
import { openSession, shown, type OpenedSession } from './open-session';

// A busy machine must not fail a test.
jest.setTimeout(600_000);

/** What may be written where the evidence of a place is looked at. */
async function at(snapshot: Snapshot, place: string): Promise<readonly Amendable[]> {
  const evidence = await evidenceOf(snapshot);
  if (!evidence) throw new Error('nothing was recognised');
  const entries = entriesOf(await checkSnapshot(snapshot));
  return amendablesAt(parsePlace(place), entries, snapshot, (cell) => evidence.figureAt(cell));
}

const addresses = (found: readonly Amendable[]): readonly string[] => found.map(({ figure }) => addressOf(figure.cell));

async function only(snapshot: Snapshot, place: string): Promise<Amendable> {
  const [one, ...others] = await at(snapshot, place);
  if (!one || others.length > 0) throw new Error(`${others.length + (one ? 1 : 0)} cells at ${place}`);
  return one;
}

async function opened(snapshot: Snapshot): Promise<OpenedSession> {
  const open = openSession(snapshot, { excelApi: '1.14' });
  await open.session.check();
  return open;
}

/** As the screen 依据 writes what was typed. */
async function amend(open: OpenedSession, amendable: Amendable, typed: string): Promise<void> {
  const amount = readTypedAmount(typed, amendable.figure.moneyUnit);
  if (amount === undefined || amount === 'unreadable') throw new Error(typed);
  await open.session.write(amending([{ amendable, amount }]));
}

describe('what may be written into a cell that is looked at', () => {
  it('is what the figures determine, in that cell alone', async () => {
    const one = await only(sample, '表三!E9');
    expect(one).toMatchObject({ isFormula: false, determined: { amount: '1249.62' }, settles: undefined });
  });

  it('is open where several ways would do: each candidate is there, with what would settle it', async () => {
    const found = await at(sample, '表一!B11');
    expect(addresses(found)).toEqual(['表一!B11', '表一!B12', '表二!K19', '表二!J19']);
    expect(found.map(({ determined }) => determined)).toEqual([undefined, undefined, undefined, undefined]);
    expect(found[1]?.settles).toEqual({ amount: '17.00', along: ['表一!B11'] });
    // Whichever is looked at comes first.
    expect(addresses(await at(sample, '表二!J19'))[0]).toBe('表二!J19');
  });

  it('is nothing where no finding speaks of the cell, or one that is explained', async () => {
    expect(await at(mended, '表三!E9')).toEqual([]);
    expect(await at(sample, '表三!A1')).toEqual([]);
  });

  it('is said to be a formula where the cell holds one', async () => {
    const { row, column } = parsePlace('表三!E9');
    const calculated: Snapshot = {
      ...sample,
      sheets: sample.sheets.map((sheet) => ({
        ...sheet,
        rows: sheet.rows.map((one) =>
          sheet.name !== '表三' || one.row !== row
            ? one
            : {
                ...one,
                cells: one.cells.map((cell) => (cell.column === column ? { ...cell, formula: '1249+0.92' } : cell)),
              },
        ),
      })),
    };
    const one = await only(calculated, '表三!E9');
    expect(one).toMatchObject({ isFormula: true, holds: { formula: '1249+0.92' } });
    const amount = readTypedAmount('1,249.62', '万元');
    if (amount === undefined || amount === 'unreadable') throw new Error('no amount');
    expect(amendPatch(calculated, [{ amendable: one, amount }])?.edits).toEqual([
      { do: 'setValue', at: one.figure.cell, to: 1249.62, expects: { formula: '1249+0.92' } },
    ]);
  });
});

describe('an amount that is typed', () => {
  it.each<[typed: string, amount: string | undefined]>([
    ['1,249.62', '1249.62'],
    ['１２４９．６２', '1249.62'],
    [' 1249.62 ', '1249.62'],
    ['12496200元', '1249.62'],
    ['(0.5)', '-0.5'],
    ['—', '0'],
    ['', undefined],
    ['　', undefined],
    ['约一千', 'unreadable'],
    ['12.3.4', 'unreadable'],
    ['1,23', 'unreadable'],
  ])('%p is read as a cell is: %p', (typed, amount) => {
    const read = readTypedAmount(typed, '万元');
    expect(typeof read === 'string' ? read : read?.toFixed()).toBe(amount);
  });

  it('is in the unit of the table', () => {
    const read = readTypedAmount('1.5万元', '元');
    expect(typeof read === 'string' ? read : read?.toFixed()).toBe('15000');
  });

  it('that the cell holds already changes nothing', async () => {
    const { figure } = await only(withValues(sample, { '表三!E9': 1249.92 }), '表三!E9');
    const text = await only(sample, '表三!E9');
    expect(text.figure.reading).toMatchObject({ asText: true });
    // Of a number that is kept as text it makes a number.
    const amount = readTypedAmount('1249.92', '万元');
    expect(typeof amount === 'object' && isSameAmount(text.figure, amount)).toBe(false);
    const same = (typed: string): boolean => {
      const amount = readTypedAmount(typed, '万元');
      return amount !== undefined && amount !== 'unreadable' && isSameAmount(figure, amount);
    };
    expect([same('1249.92'), same('1,249.920'), same('1249.62')]).toEqual([true, true, false]);
  });
});

describe('writing it', () => {
  it('changes this cell, is checked again, named and undone', async () => {
    const open = await opened(withValues(sample, { '表三!E9': 1249.92 }));
    const before = shown(open);
    await amend(open, await only(before, '表三!E9'), '1,249.50');
    expect(valueAt(shown(open), '表三!E9')).toBe(1249.5);
    const { message, lastCommand } = open.session.state();
    expect(lastCommand?.name).toEqual({ changed: ['表三!E9'] });
    expect(message && messageText(message, paneWords('zh-CN')).text).toBe('已改表三!E9，并重新检查。');
    // It is not right yet: that is said at once.
    const [again] = await at(shown(open), '表三!E9');
    expect(again?.determined?.amount).toBe('1249.62');
    await open.session.undo();
    expect(shown(open)).toEqual(before);
  });

  it('keeps the manner of the cell: an amount with its unit stays one', async () => {
    const typed = withValues(sample, { '表三!E9': '1,249.92万元' });
    const open = await opened(typed);
    await amend(open, await only(shown(open), '表三!E9'), '12496200元');
    expect(valueAt(shown(open), '表三!E9')).toBe('1,249.62万元');
  });

  it('leaves a cell alone that somebody has changed since it was looked at', async () => {
    const open = await opened(sample);
    const seen = await only(shown(open), '表三!E9');
    open.excel.user.types('表三', 'E9', 1250);
    await amend(open, seen, '1249.62');
    await open.session.check();
    expect(valueAt(shown(open), '表三!E9')).toBe(1250);
    const { message } = open.session.state();
    expect(message && messageText(message, paneWords('zh-CN'))).toEqual({
      text: '预览之后表三!E9被改为1250，没有写入。请重新预览。',
      intent: 'warning',
    });
  });
});

describe('cells that have to be changed together', () => {
  it('are offered as a way, each of several', async () => {
    const ways = waysOf(await at(sample, '表一!B11'));
    expect(
      ways.map((way) => way.map(({ amendable, amount }) => [addressOf(amendable.figure.cell), amount.toFixed(2)])),
    ).toEqual([
      [
        ['表一!B11', '0.00'],
        ['表一!B12', '17.00'],
      ],
      [
        ['表二!K19', '0.00'],
        ['表二!J19', '17.00'],
      ],
    ]);
    expect(waysOf(await at(sample, '表三!E9'))).toEqual([]);
  });

  it('are changed by one command, after which the finding is gone, and brought back by one', async () => {
    const open = await opened(sample);
    const before = shown(open);
    const [way = []] = waysOf(await at(before, '表一!B11'));
    await open.session.write(amending(way));
    expect(['表一!B11', '表一!B12'].map((place) => valueAt(shown(open), place))).toEqual([0, 17]);
    expect(await at(shown(open), '表一!B11')).toEqual([]);
    await open.session.undo();
    expect(shown(open)).toEqual(before);
  });

  it('leave one alone that was changed by somebody else meanwhile: it is named, and the other is taken back by undo', async () => {
    const open = await opened(sample);
    const [way = []] = waysOf(await at(shown(open), '表一!B11'));
    open.excel.user.types('表一', 'B12', 5);
    await open.session.write(amending(way));
    const { message } = open.session.state();
    expect(message && messageText(message, paneWords('zh-CN')).text).toContain('表一!B12');
    expect(valueAt(shown(open), '表一!B12')).toBe(5);
    await open.session.undo();
    expect(valueAt(shown(open), '表一!B11')).toBe(valueAt(sample, '表一!B11'));
    expect(valueAt(shown(open), '表一!B12')).toBe(5);
  });
});
