import type { CheckReport } from '../engine/finding/report';
import type { Unchecked } from '../engine/finding/finding';
import type { OwnCell, OwnRow, OwnSheet } from '../engine/snapshot/patch';
import type { CellRef } from '../engine/snapshot/address';
import type { Snapshot } from '../engine/snapshot/snapshot';
import { annotateWords, findingSentence } from '../i18n/catalogue';
import { ruleName } from '../i18n/describe/rule-names';
import type { Language } from '../i18n/language';
import { SIGNS, severityWord } from '../i18n/severity';
import { cellList } from './areas';
import { entriesOf, namedCells, placesIn, standingOf } from './entries';
import type { Entry, EntryStanding } from './entries';
import { entryAddress, entryAmounts, entrySentence } from './entry-words';
import type { EntryAmounts } from './entry-words';
import type { Remark } from './remarks';

/** One line of a list of findings, before it is laid out in columns. */
export interface FindingLine {
  readonly level: 0 | 1;
  readonly severity: EntryStanding | 'unchecked' | 'gone';
  readonly address: string;
  readonly entry?: Entry;
  readonly subject: string;
  readonly problem: string;
  readonly amounts: EntryAmounts;
  readonly basis: string;
  readonly id: string;
}

/** All that a report says as lines: by cause, its symptoms one level below it, what was not checked last. */
export function findingLines(report: CheckReport, snapshot: Snapshot, language: Language): readonly FindingLine[] {
  const entries = entriesOf(report).flatMap((entry) => [
    lineOf(entry, 0, snapshot, language),
    ...entry.symptoms.map((finding): FindingLine => {
      const { id, severity, facts } = finding;
      const cells = namedCells(finding);
      const symptom = { id, severity, facts, cells, speaker: finding, cause: undefined, symptoms: [] };
      return lineOf(symptom, 1, snapshot, language);
    }),
  ]);
  return [...entries, ...uncheckedLines(report.unchecked, language)];
}

function lineOf(entry: Entry, level: 0 | 1, snapshot: Snapshot, language: Language): FindingLine {
  const { speaker } = entry;
  const place = placesIn(entry.facts)[0] ?? placesIn(speaker.facts)[0];
  return {
    level,
    severity: standingOf(entry),
    address: entryAddress(entry, language),
    entry,
    subject: place?.row ?? '',
    problem: entrySentence(entry, language),
    amounts: entryAmounts(entry, snapshot),
    basis: basisOf(speaker.rule, speaker.cells, language),
    id: entry.id,
  };
}

const basisOf = (rule: string, cells: readonly CellRef[], language: Language): string =>
  annotateWords(language).basis(ruleName(rule, language), cellList(cells, language === 'en' ? ', ' : '，'));

function uncheckedLines(unchecked: readonly Unchecked[], language: Language): readonly FindingLine[] {
  const seen = new Map<string, number>();
  return unchecked.map(({ rule, facts, cells, count }) => {
    const nth = (seen.get(rule) ?? 0) + 1;
    seen.set(rule, nth);
    return {
      level: 0,
      severity: 'unchecked',
      address: cellList(cells.slice(0, 1), ''),
      subject: placesIn(facts)[0]?.row ?? '',
      problem: annotateWords(language).uncheckedProblem(count, findingSentence(facts, language)),
      amounts: {},
      basis: basisOf(rule, cells, language),
      // A rule may go unchecked for several reasons; each keeps its own remark.
      id: nth === 1 ? rule : `${rule}#${nth}`,
    };
  });
}

/** The sheet of findings of one workbook, with what people wrote into the one before it. */
export function findingsSheet(
  lines: readonly FindingLine[],
  name: string,
  remarks: readonly Remark[],
  language: Language,
): OwnSheet {
  const words = annotateWords(language);
  const byId = new Map(remarks.map((remark) => [remark.id, remark.text]));
  const present = new Set(lines.map((line) => line.id));
  const left = remarks.filter((remark) => !present.has(remark.id)).map(goneLine);
  let number = 0;
  return {
    name,
    kind: 'made',
    guide: words.guide,
    columns: findingColumns(language),
    frozenColumns: 3,
    landscape: true,
    rows: [...lines, ...left].map((line): OwnRow => {
      const label = line.level === 0 ? String(++number) : '';
      return { level: line.level, cells: lineCells(line, label, placeCell(line), byId.get(line.id), language) };
    }),
  };
}

/** What people wrote about something that is no longer found is kept, below everything else. */
function goneLine(remark: Remark): FindingLine {
  const { id, problem } = remark;
  return { level: 0, severity: 'gone', address: '', subject: '', problem, amounts: {}, basis: '', id };
}

/** The columns of a sheet of findings; widths in characters. */
export function findingColumns(language: Language): OwnSheet['columns'] {
  const { headers } = annotateWords(language);
  return [
    { header: headers.number, width: 6 },
    { header: headers.severity, width: 8 },
    { header: headers.place, width: 14, wrap: true },
    { header: headers.subject, width: 24, wrap: true },
    { header: headers.problem, width: 46, wrap: true },
    { header: headers.now, width: 14 },
    { header: headers.should, width: 14 },
    { header: headers.difference, width: 12 },
    { header: headers.basis, width: 36, wrap: true },
    { header: headers.handling, width: 24, input: true, wrap: true },
    // By it what people wrote is found again; a reader has the numbers of the first column.
    { header: headers.id, width: 24, hidden: true },
  ];
}

/** The cells of a line, in the order of `findingColumns`. */
export function lineCells(
  line: FindingLine,
  label: string,
  place: OwnCell,
  remark: string | undefined,
  language: Language,
): readonly OwnCell[] {
  const { actual, expected, difference } = line.amounts;
  return [
    label === '' ? BLANK : { kind: 'amount', amount: label, decimals: 0 },
    severityCell(line, language),
    place,
    text(line.subject),
    text(line.problem),
    amount(actual),
    amount(expected),
    amount(difference),
    text(line.basis),
    text(remark ?? ''),
    text(line.id),
  ];
}

const BLANK: OwnCell = { kind: 'blank' };

function severityCell({ severity }: FindingLine, language: Language): OwnCell {
  if (severity === 'gone') return { kind: 'text', text: annotateWords(language).gone };
  const label = `${SIGNS[severity]} ${severityWord(severity, language)}`;
  return severity === 'unchecked' || severity === 'explained'
    ? { kind: 'text', text: label }
    : { kind: 'text', text: label, severity };
}

function placeCell({ entry, address }: FindingLine): OwnCell {
  const [to] = entry?.cells ?? [];
  return to ? { kind: 'link', text: address, to } : text(address);
}

function text(value: string): OwnCell {
  return value === '' ? BLANK : { kind: 'text', text: value };
}

function amount(value: string | undefined): OwnCell {
  if (value === undefined) return BLANK;
  return { kind: 'amount', amount: value, decimals: Math.max(2, value.split('.')[1]?.length ?? 0) };
}
