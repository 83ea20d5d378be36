import type { ExplanationRow } from '../engine/asked/read-explanations';
import { EXPLANATION_HEADERS, EXPLANATION_NEEDED, readExplanations } from '../engine/asked/read-explanations';
import type { CheckReport } from '../engine/finding/report';
import type { CellRef } from '../engine/snapshot/address';
import type { DrawnSheet } from '../engine/snapshot/drawn';
import type { Patch } from '../engine/snapshot/patch';
import type { Snapshot, SnapshotRow } from '../engine/snapshot/snapshot';
import { askedSheetWords, findingSentence } from '../i18n/catalogue';
import { LANGUAGES } from '../i18n/language';
import type { Language } from '../i18n/language';
import type { Entry } from './entries';
import { entriesOf } from './entries';
import { entryAddress, entryAmounts } from './entry-words';
import { figuresCode } from './explanations';
import { freeName } from './free-name';
import { askedSheet } from './sheets/asked-sheet';
import type { AskedCell } from './sheets/asked-sheet';
import { withOwnContent } from './sheets/carried';

/** Why something that was found may stay as it is. */
export interface ExplainWish {
  /** Of the entry. */
  readonly id: string;
  /** The figures that the person saw (`figuresCode`). */
  readonly code: string;
  readonly reason: string;
  readonly name: string;
  /** `2026-11-26`. */
  readonly date: string;
}

/**
 * Writes an explanation into the workbook's sheet of explanations, which is drawn where there is none; what else stands in it stays.
 * Undefined where nothing of the kind is found any more, or its figures are not those that the person saw.
 */
export function explainPatch(
  snapshot: Snapshot,
  report: CheckReport,
  wish: ExplainWish,
  language: Language,
): Patch | undefined {
  const entry = entriesOf(report).find(({ id }) => id === wish.id);
  if (!entry || figuresCode(entry, snapshot) !== wish.code || wish.reason.trim() === '') return undefined;
  const { id, code, reason, name, date } = wish;
  const row: Explained = {
    id,
    place: entryAddress(entry, language),
    problem: findingSentence(entry.facts, language),
    figures: askedSheetWords(language).explanations.figures(entryAmounts(entry, snapshot)),
    reason: reason.trim(),
    name: name.trim(),
    date,
    code,
  };
  const rows: readonly Explained[] = readExplanations(snapshot).rows;
  const before = rows.some((one) => one.id === id);
  return patchWith(
    before ? rows.flatMap((one) => (one.id === id ? (one === firstOf(rows, id) ? [row] : []) : [one])) : [...rows, row],
    snapshot,
    report,
    language,
  );
}

/** Takes an explanation away again; undefined where there is none. */
export function withdrawPatch(
  snapshot: Snapshot,
  report: CheckReport,
  id: string,
  language: Language,
): Patch | undefined {
  const { rows } = readExplanations(snapshot);
  const withdrawn = rows.filter((row) => row.id === id);
  if (withdrawn.length === 0) return undefined;
  return patchWith(
    rows.filter((row) => row.id !== id),
    // A line in which somebody has noted something besides stays for the sake of that, without the explanation.
    withdrawn.reduce((before, { cell }) => withoutCell(before, cell), snapshot),
    report,
    language,
  );
}

function withoutCell(snapshot: Snapshot, { sheet, row, column }: CellRef): Snapshot {
  const rowWithout = (one: SnapshotRow): SnapshotRow =>
    one.row === row ? { ...one, cells: one.cells.filter((cell) => cell.column !== column) } : one;
  const sheets = snapshot.sheets.map((one) => (one.name === sheet ? { ...one, rows: one.rows.map(rowWithout) } : one));
  return { ...snapshot, sheets };
}

type Explained = Omit<ExplanationRow, 'cell'>;

const firstOf = (rows: readonly Explained[], id: string): Explained | undefined => rows.find((row) => row.id === id);

function patchWith(rows: readonly Explained[], snapshot: Snapshot, report: CheckReport, language: Language): Patch {
  const words = askedSheetWords(language);
  const known = readExplanations(snapshot).sheet;
  const isOurs = snapshot.sheets.some(({ name, ours }) => ours && name === known);
  const name = known !== undefined && isOurs ? known : freeName(snapshot, words.explanations.name);
  const sheet = withOwnContent(drawn(name, rows, snapshot, report, language), snapshot, KIND, {
    notes: words.notes,
    guides: LANGUAGES.map((one) => askedSheetWords(one).explanations.guide),
  });
  return { for: snapshot.stamp, command: 'explain', edits: [{ do: 'drawSheet', sheet }] };
}

const KIND = { headers: EXPLANATION_HEADERS, needed: EXPLANATION_NEEDED, keys: ['id'], answer: 'reason' } as const;

function drawn(
  name: string,
  rows: readonly Explained[],
  snapshot: Snapshot,
  report: CheckReport,
  language: Language,
): DrawnSheet {
  const { guide, headers, status } = askedSheetWords(language).explanations;
  const byId = new Map(entriesOf(report).map((entry) => [entry.id, entry]));
  const statusOf = ({ id, code, reason }: Explained): string => {
    const entry: Entry | undefined = byId.get(id);
    if (reason === '') return status.open;
    if (!entry) return status.gone;
    return figuresCode(entry, snapshot) === code ? status.explained : status.changed;
  };
  const made = (value: string): AskedCell => ({ value: value === '' ? null : value, look: 'madeWrap' });
  const input = (value: string): AskedCell => ({ value: value === '' ? null : value, look: 'inputWrap' });
  return askedSheet({
    name,
    guide,
    columns: [
      { header: headers.id, width: 24 },
      { header: headers.place, width: 14 },
      { header: headers.problem, width: 40 },
      { header: headers.figures, width: 18 },
      { header: headers.reason, width: 46 },
      { header: headers.name, width: 10 },
      { header: headers.date, width: 12 },
      { header: headers.status, width: 12 },
      { header: headers.code, width: 10 },
    ],
    frozenColumns: 2,
    landscape: true,
    rows: rows.map((row) => [
      made(row.id),
      made(row.place),
      made(row.problem),
      made(row.figures),
      input(row.reason),
      input(row.name),
      input(row.date),
      made(statusOf(row)),
      made(row.code),
    ]),
  });
}
