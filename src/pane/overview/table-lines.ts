import type { Entry, EntryStanding } from '../../commands/entries';
import { standingOf as standingOfEntry } from '../../commands/entries';
import type { CheckReport, TableSummary } from '../../engine/finding/report';
import { countEntries, tableOfEntry } from '../findings/visible-entries';

/** A row of the overview: a table, and what there is to mend in it. */
export interface TableLine {
  readonly table: TableSummary;
  /** Its title; the name of its sheet where several tables bear the same id and title (the forms of each project). */
  readonly name: string;
  /** Entries that belong to this table, by how they stand. */
  readonly counts: Readonly<Record<EntryStanding, number>>;
  /** Ids of the tables in which that has to be mended which shows here too. */
  readonly see: readonly string[];
  readonly standing: EntryStanding | 'agreed' | 'unchecked' | 'touched' | 'empty';
}

/** One line a table, in the order of the report. A cause counts once, in the table of its cell; others it touches say where. */
export function tableLines(report: CheckReport, entries: readonly Entry[]): readonly TableLine[] {
  return report.tables.map((table) => {
    const own = entries.filter((entry) => tableOfEntry(entry, report) === table);
    const counts = countEntries(own);
    const touching = entries.filter(
      (entry) => !own.includes(entry) && COUNTED.has(standingOfEntry(entry)) && touches(entry, table),
    );
    const see = [...new Set(touching.flatMap((entry) => tableOfEntry(entry, report)?.id ?? []))].filter(
      (id) => id !== table.id,
    );
    const alike = report.tables.filter((other) => other.id === table.id).length > 1;
    return { table, name: alike ? table.sheet : table.title, counts, see, standing: standingOf(table, counts, see) };
  });
}

const COUNTED: ReadonlySet<EntryStanding> = new Set<EntryStanding>(['error', 'warning']);

function touches(entry: Entry, table: TableSummary): boolean {
  return [entry.speaker, ...entry.symptoms].some((finding) => finding.cells.some((cell) => cell.sheet === table.sheet));
}

function standingOf(table: TableSummary, counts: TableLine['counts'], see: readonly string[]): TableLine['standing'] {
  const { failed, passed, notChecked } = table.equations;
  if (counts.error > 0) return 'error';
  if (counts.warning > 0) return 'warning';
  if (see.length > 0) return 'touched';
  if (counts.explained > 0) return 'explained';
  if (failed > 0) return 'touched';
  if (table.figures === 0) return 'empty';
  if (notChecked > 0) return 'unchecked';
  if (passed === 0) return 'empty';
  return counts.note > 0 ? 'note' : 'agreed';
}
