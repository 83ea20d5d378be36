import { checkSnapshot } from '../../src/commands/check';
import type { Entry, EntryStanding } from '../../src/commands/entries';
import { entriesOf } from '../../src/commands/entries';
import type { CheckReport } from '../../src/engine/finding/report';
import { countEntries, FIRST_FILTER, tableOfEntry, visibleEntries } from '../../src/pane/findings/visible-entries';
import { sample } from '../fixtures/sample';

// A busy machine must not fail a test.
jest.setTimeout(600_000);

let report: CheckReport;
let entries: readonly Entry[];

beforeAll(async () => {
  report = await checkSnapshot(sample);
  entries = entriesOf(report);
});

const all = new Set<EntryStanding>(['error', 'warning', 'note', 'explained']);
const addresses = (found: readonly Entry[]): readonly string[] =>
  found.map((entry) => entry.cells.map((cell) => cell.sheet).join());

describe('what is shown of the findings', () => {
  it('is errors and what has to be looked at, at first', () => {
    const counts = countEntries(entries);
    expect(visibleEntries(entries, FIRST_FILTER, report, 'zh-CN')).toHaveLength(counts.error + counts.warning);
    expect(counts.error + counts.warning + counts.note).toBe(entries.length);
  });

  it.each<readonly [string, string]>([
    ['a cell', '表三!E9'],
    ['the same in small letters and full width', '表三！ｅ９'],
    ['a name', '差旅费'],
    ['an amount', '1,249.92'],
  ])('is found by %s', (_, search) => {
    const found = visibleEntries(entries, { standings: all, search }, report, 'zh-CN');
    expect(found.length).toBeGreaterThan(0);
    expect(found.length).toBeLessThan(entries.length);
  });

  it('keeps its order', () => {
    const found = visibleEntries(entries, { standings: all, search: '' }, report, 'zh-CN');
    expect(addresses(found)).toEqual(addresses(entries));
  });

  it('is nothing where nothing matches', () => {
    expect(visibleEntries(entries, { standings: all, search: '没有这样的字' }, report, 'zh-CN')).toEqual([]);
    expect(visibleEntries(entries, { standings: new Set(), search: '' }, report, 'zh-CN')).toEqual([]);
  });

  it('may be that of one table alone', () => {
    const table = report.tables.find(({ id }) => id === '表三');
    const found = visibleEntries(entries, { standings: all, search: '', table }, report, 'zh-CN');
    expect(found.length).toBeGreaterThan(0);
    expect(found).toEqual(entries.filter((entry) => tableOfEntry(entry, report) === table));
    expect(found.length).toBeLessThan(entries.length);
  });

  it('belongs to the table of its first cell', () => {
    for (const entry of entriesOf(report)) {
      const [cell] = entry.cells;
      if (cell)
        expect(tableOfEntry(entry, report)?.sheet).toBe(
          report.tables.some((table) => table.sheet === cell.sheet) ? cell.sheet : undefined,
        );
    }
  });
});
