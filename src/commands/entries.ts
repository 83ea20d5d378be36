import type { FindingFacts, Place } from '../engine/finding/facts';
import type { Cause, Finding, Severity } from '../engine/finding/finding';
import type { CheckReport } from '../engine/finding/report';
import { cellKey } from '../engine/snapshot/address';
import type { CellRef } from '../engine/snapshot/address';

/**
 * What has to be looked at once: a cause with its symptoms, or a finding that has no cause.
 * Every list that people read (terminal, findings sheet, notes) is made of these.
 */
export interface Entry {
  /** Of the finding that speaks for it, so that what people wrote about it is found again. */
  readonly id: string;
  readonly severity: Severity;
  readonly facts: FindingFacts;
  /** Where to look: the cells to mend where they are known, else those that the sentence names. Empty for what is missing altogether. */
  readonly cells: readonly CellRef[];
  /** The finding that speaks for it. */
  readonly speaker: Finding;
  /** The cause, where there is one. */
  readonly cause: Cause | undefined;
  /** Findings that would go with it, the speaking one left out where it says the same. */
  readonly symptoms: readonly Finding[];
}

/** More alternatives than these do not show where to look. */
const MOST_ALTERNATIVES = 2;

/** How an entry stands: a person may have said why it may stay as it is. */
export type EntryStanding = Severity | 'explained';

export function standingOf({ severity, cause }: Entry): EntryStanding {
  return cause?.explanation?.holds === true ? 'explained' : severity;
}

const ORDER: Readonly<Record<EntryStanding, number>> = { error: 0, warning: 1, note: 2, explained: 3 };

/** The entries that count: what is explained is left out. */
export function openEntriesOf(report: CheckReport): readonly Entry[] {
  return entriesOf(report).filter((entry) => standingOf(entry) !== 'explained');
}

/** The entries of a report: errors first, what is explained last, and within each in the order of the report. */
export function entriesOf(report: CheckReport): readonly Entry[] {
  const byId = new Map(report.findings.map((finding) => [finding.id, finding]));
  const position = new Map(report.findings.map((finding, index) => [finding.id, index]));
  const caused = new Set(report.causes.flatMap((cause) => cause.findings));
  const entries = [
    ...report.causes.flatMap((cause) => {
      const members = cause.findings.flatMap((id) => byId.get(id) ?? []);
      const [speaker, ...others] = members;
      return speaker ? [ofCause(cause, speaker, others)] : [];
    }),
    ...report.findings.filter((finding) => !caused.has(finding.id)).map(ofFinding),
  ];
  const place = (entry: Entry): number => position.get(entry.speaker.id) ?? 0;
  return entries.sort((a, b) => ORDER[standingOf(a)] - ORDER[standingOf(b)] || place(a) - place(b));
}

function ofFinding(finding: Finding): Entry {
  const { id, severity, facts } = finding;
  return { id, severity, facts, cells: namedCells(finding), speaker: finding, cause: undefined, symptoms: [] };
}

function ofCause(cause: Cause, speaker: Finding, others: readonly Finding[]): Entry {
  const speaks = JSON.stringify(cause.facts) === JSON.stringify(speaker.facts);
  const mending = unique(cause.alternatives.flatMap((way) => way.map(({ cell }) => cell)));
  const localised = mending.length > 0 && cause.alternatives.length <= MOST_ALTERNATIVES;
  const named = speaks ? namedCells(speaker) : unique(placesIn(cause.facts).map((place) => place.cell));
  return {
    id: speaks ? speaker.id : cause.id,
    severity: cause.severity,
    facts: cause.facts,
    cells: localised ? mending : named.length > 0 ? named : namedCells(speaker),
    speaker,
    cause,
    symptoms: speaks ? others : [speaker, ...others],
  };
}

/**
 * The cells that a finding's sentence speaks of, the one it names first: all cells of the finding where the sentence names
 * none (names that differ) or one for many (`表三!E9等4格`). A sum names its whole: its parts are not what is wrong.
 */
export function namedCells(finding: Finding): readonly CellRef[] {
  const places = placesIn(finding.facts).map((place) => place.cell);
  const known = new Set(finding.cells.map(cellKey));
  const named = unique(places).filter((cell) => known.has(cellKey(cell)));
  return named.length === 0 || standsForMany(finding.facts) ? unique([...named, ...finding.cells]) : named;
}

function standsForMany(facts: FindingFacts): boolean {
  return facts.code === 'form-dates' || ('place' in facts && 'count' in facts);
}

/** The places among the facts of a finding, in the order in which they are given. */
export function placesIn(facts: FindingFacts): readonly Place[] {
  return Object.values(facts).flatMap((value: unknown) => (Array.isArray(value) ? value : [value]).filter(isPlace));
}

function isPlace(value: unknown): value is Place {
  return typeof value === 'object' && value !== null && 'cell' in value && 'table' in value;
}

function unique(cells: readonly CellRef[]): readonly CellRef[] {
  const seen = new Set<string>();
  return cells.filter((cell) => {
    const key = cellKey(cell);
    return seen.has(key) ? false : seen.add(key);
  });
}
