import type { Entry, EntryStanding } from '../../commands/entries';
import { standingOf } from '../../commands/entries';
import { entryAddress, entrySentence } from '../../commands/entry-words';
import type { CheckReport, TableSummary } from '../../engine/finding/report';
import type { Language } from '../../i18n/language';

/** What the user wants to see of the findings. */
export interface EntryFilter {
  readonly standings: ReadonlySet<EntryStanding>;
  readonly search: string;
  /** Only those that count for this table. */
  readonly table?: TableSummary | undefined;
}

/** Errors and what has to be checked are shown at first; notes and what is explained on request. */
export const FIRST_FILTER: EntryFilter = { standings: new Set<EntryStanding>(['error', 'warning']), search: '' };

/** The entries that a filter lets through, in their order. The search looks at sentence and address, without regard to case or width. */
export function visibleEntries(
  entries: readonly Entry[],
  filter: EntryFilter,
  report: CheckReport,
  language: Language,
): readonly Entry[] {
  const wanted = plain(filter.search);
  const { table } = filter;
  return entries.filter(
    (entry) =>
      filter.standings.has(standingOf(entry)) &&
      (table === undefined || isSameTable(tableOfEntry(entry, report), table)) &&
      (wanted === '' || plain(`${entrySentence(entry, language)} ${entryAddress(entry, language)}`).includes(wanted)),
  );
}

/** A table is the same in another report of the workbook. */
export const isSameTable = (one: TableSummary | undefined, other: TableSummary | undefined): boolean =>
  one !== undefined && one.id === other?.id && one.sheet === other.sheet;

const plain = (text: string): string => text.normalize('NFKC').toLowerCase().trim();

/** How many entries stand in each way. */
export function countEntries(entries: readonly Entry[]): Readonly<Record<EntryStanding, number>> {
  const counts: Record<EntryStanding, number> = { error: 0, warning: 0, note: 0, explained: 0 };
  for (const entry of entries) counts[standingOf(entry)]++;
  return counts;
}

/** The table that an entry counts for: the one whose cell has to be mended; undefined where that is in no table. */
export function tableOfEntry(entry: Entry, report: CheckReport): TableSummary | undefined {
  const [cell] = entry.cells;
  const onSheet = cell ? report.tables.filter((table) => table.sheet === cell.sheet) : [];
  const named = report.tables.find((table) => table.id === entry.speaker.table);
  return onSheet.find((table) => table === named) ?? onSheet[0] ?? (cell ? undefined : named);
}
