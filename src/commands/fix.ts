import { Decimal } from 'decimal.js';
import type { MoneyUnit } from '../engine/amount/reading';
import { leavesNothingBlank } from '../engine/check/column-habit';
import type { Place } from '../engine/finding/facts';
import type { Cause, SuspectCause } from '../engine/finding/finding';
import type { CheckReport } from '../engine/finding/report';
import { cellKey } from '../engine/snapshot/address';
import type { CellRef } from '../engine/snapshot/address';
import type { Edit, Patch } from '../engine/snapshot/patch';
import { cellAt, sheetNamed } from '../engine/snapshot/snapshot';
import type { CellValue, Snapshot } from '../engine/snapshot/snapshot';
import { findingSentence, whyWords } from '../i18n/catalogue';
import type { LeftReason } from '../i18n/fix/words';
import type { Language } from '../i18n/language';
import { placesIn } from './entries';
import { factsAt } from './facts-at';
import { rewritten, type Rewriting } from './rewrite';

/** From this confidence on a suggestion is carried out unless another limit is asked for. */
export const RELIABLE = 0.9;

export interface FixOptions {
  /** Only causes of these kinds. */
  readonly only?: readonly SuspectCause[];
  /** 0 … 1; `RELIABLE` unless said. */
  readonly minConfidence?: number;
  readonly language: Language;
  /** By cell (`cellKey`): amounts that it is not to be given, since it has held them or refused them. */
  readonly except?: ReadonlyMap<string, ReadonlySet<string>>;
}

/** One cell that is given another amount. */
export interface Change {
  readonly cell: CellRef;
  /** Plain decimals in the money unit of the cell's table; `old` is undefined for a blank and for a text that is no amount. */
  readonly old: string | undefined;
  /** The text that stood there, where it was no amount. */
  readonly stood?: string;
  readonly new: string;
  /** new − old; undefined where no amount can be told from what stood there. */
  readonly difference: string | undefined;
  /** What is written: the amount in the cell's own manner; null for zero where the column leaves blank what is nothing. */
  readonly to: CellValue;
  readonly cause: SuspectCause;
  readonly confidence: number;
  /** The cause that it mends: several cells of one mistake go together. */
  readonly mistake: string;
  /** The cause of several blanks that are filled alike: what is said of one of them is said of all. */
  readonly group?: string;
  /** Name of the row; empty where it has none. */
  readonly subject: string;
  /** Where it is and how it may have come about; without a full stop in Chinese. */
  readonly sentence: string;
}

/** A cause that is not mended, and why. */
export interface Left {
  readonly cause: Cause;
  readonly because: LeftReason;
  /** The one change that the figures ask for, where they do. */
  readonly cells: readonly CellRef[];
}

export interface Fix {
  /** Values only: what is marked and recorded depends on what could be written. */
  readonly patch: Patch;
  readonly changes: readonly Change[];
  readonly left: readonly Left[];
}

/**
 * Mends each cause that the figures determine, once, and says what it leaves. A formula is never replaced. Notes that leave nothing to
 * mend are passed over. Changes come in the order in which their cells stand in the workbook, those of one mistake together.
 */
export function fixPatch(snapshot: Snapshot, report: CheckReport, options: FixOptions): Fix {
  const { only, minConfidence = RELIABLE, except } = options;
  const isTaken = ({ cell, new: amount }: Change): boolean =>
    written.has(cellKey(cell)) || except?.get(cellKey(cell))?.has(new Decimal(amount).toFixed()) === true;
  const mended: (readonly Change[])[] = [];
  const left: Left[] = [];
  const written = new Set<string>();
  for (const cause of report.causes) {
    if (cause.severity === 'note' && !cause.determined) continue;
    const proposal = proposalOf(cause, snapshot, report, options.language);
    const because =
      proposal.because ??
      (only && !only.includes(proposal.kind) ? 'not-asked' : undefined) ??
      (cause.confidence < minConfidence ? 'unsure' : undefined) ??
      (proposal.changes.some(isTaken) ? 'same-cell' : undefined);
    if (because) {
      left.push({ cause, because, cells: proposal.cells });
      continue;
    }
    for (const change of proposal.changes) written.add(cellKey(change.cell));
    mended.push(proposal.changes);
  }
  const changes = inPlaceOrder(snapshot, mended.flat());
  return { patch: valuesPatch(snapshot, changes), changes, left };
}

/** Changes in the order in which their cells stand in the workbook, those of one mistake together where its first stands. */
export function inPlaceOrder(snapshot: Snapshot, changes: readonly Change[]): readonly Change[] {
  const mistakes = new Map<string, Change[]>();
  for (const change of changes) {
    const { mistake: key } = change;
    mistakes.set(key, [...(mistakes.get(key) ?? []), change]);
  }
  const compared = placesOn(snapshot);
  return [...mistakes.values()].sort(([a], [b]) => compared(a, b)).flat();
}

/** Compares two changes by where their cells stand. */
function placesOn({ sheets }: Snapshot): (a: Change | undefined, b: Change | undefined) => number {
  const order = new Map(sheets.map(({ name }, index) => [name, index]));
  return (a, b) => {
    if (!a || !b) return 0;
    const bySheet = (order.get(a.cell.sheet) ?? 0) - (order.get(b.cell.sheet) ?? 0);
    return bySheet || a.cell.row - b.cell.row || a.cell.column - b.cell.column;
  };
}

/** The patch that writes these changes and nothing else. */
export function valuesPatch(snapshot: Snapshot, changes: readonly Change[]): Patch {
  return {
    for: snapshot.stamp,
    command: 'apply-suggestion',
    edits: changes.map(({ cell, to }): Edit => ({ do: 'setValue', at: cell, to })),
  };
}

/** All changes that the figures determine and that can be written, by the id of their cause. */
export function determinedChanges(
  snapshot: Snapshot,
  report: CheckReport,
  language: Language,
): ReadonlyMap<string, readonly Change[]> {
  return new Map(
    report.causes
      .map((cause) => [cause.id, proposalOf(cause, snapshot, report, language).changes] as const)
      .filter(([, changes]) => changes.length > 0),
  );
}

interface Proposal {
  readonly kind: SuspectCause;
  readonly cells: readonly CellRef[];
  readonly changes: readonly Change[];
  readonly because?: LeftReason;
}

function proposalOf(cause: Cause, snapshot: Snapshot, report: CheckReport, language: Language): Proposal {
  const kind = kindOf(cause, report);
  const [way = []] = cause.alternatives;
  const cells = way.map(({ cell }) => cell);
  const none = (because: LeftReason): Proposal => ({ kind, cells, changes: [], because });
  if (cause.explanation?.holds === true) return none('explained');
  if (!cause.determined || cause.alternatives.length !== 1 || way.length === 0) return none('open');
  const changes: Change[] = [];
  for (const { cell, suggestion } of way) {
    if (suggestion === undefined) return none('open');
    const sheet = sheetNamed(snapshot, cell.sheet);
    const present = sheet && cellAt(sheet, cell.row, cell.column);
    if (present?.formula !== undefined) return none('formula');
    const value = present?.value ?? null;
    const rewriting = replaced(value, suggestion, cause) ?? rewritten(value, suggestion, unitOf(cause));
    if (!rewriting) return none('not-rewritable');
    const { to: inItsManner, before, stood } = rewriting;
    const isNothing = inItsManner === 0 && leavesNothingBlank(snapshot, cell);
    const to = isNothing ? null : inItsManner;
    changes.push({
      cell,
      old: before,
      ...(stood === undefined ? {} : { stood }),
      new: suggestion,
      difference: stood === undefined ? new Decimal(suggestion).minus(before ?? 0).toFixed() : undefined,
      to,
      cause: kind,
      confidence: cause.confidence,
      mistake: cause.id,
      ...(cause.facts.code === 'blanks-determined' ? { group: cause.id } : {}),
      subject: placeFor(cause, cell)?.row ?? '',
      sentence: isNothing
        ? whyWords(language).andBlank(sentenceOf(cause, cell, language))
        : sentenceOf(cause, cell, language),
    });
  }
  return { kind, cells, changes };
}

/** A cell that holds nothing but what is no amount is given the amount, and no word of it stays. */
function replaced(value: CellValue, amount: string, { facts }: Cause): Rewriting | undefined {
  if (facts.code !== 'not-number' || typeof value !== 'string') return undefined;
  const stood = value.replace(/[\s\u3000]+/g, ' ').trim();
  return stood === facts.raw ? { to: Number(amount), before: undefined, stood } : undefined;
}

/** The kind that its findings suspect; arithmetic where nothing explains how the amount came about. */
function kindOf(cause: Cause, { findings }: CheckReport): SuspectCause {
  const known = kinds.get(findings) ?? kindsIn(findings);
  kinds.set(findings, known);
  return known.get(cause.id) ?? 'arithmetic';
}

const kinds = new WeakMap<CheckReport['findings'], ReadonlyMap<string, SuspectCause>>();

/** By cause what its first finding suspects. */
function kindsIn(findings: CheckReport['findings']): ReadonlyMap<string, SuspectCause> {
  const found = new Map<string, SuspectCause>();
  for (const { cause, suspect } of findings)
    if (cause !== undefined && suspect && !found.has(cause)) found.set(cause, suspect.cause);
  return found;
}

function unitOf({ facts }: Cause): MoneyUnit {
  return 'moneyUnit' in facts ? facts.moneyUnit : '万元';
}

function placeFor(cause: Cause, cell: CellRef): Place | undefined {
  return placesIn(cause.facts).find((place) => cellKey(place.cell) === cellKey(cell));
}

function sentenceOf(cause: Cause, cell: CellRef, language: Language): string {
  const place = placeFor(cause, cell);
  const { facts } = cause;
  if (facts.code === 'cell-determined' && place) return whyWords(language).why(place, facts.slip);
  if (facts.code === 'not-number' && facts.count === 1 && place) return whyWords(language).why(place, undefined);
  const said = factsAt(facts, cell);
  const other = said.code === 'cells-determined' ? said.cells[1] : undefined;
  if (said.code !== 'cells-determined' || !place || !other) return findingSentence(said, language);
  // As they are where the mistake was made; elsewhere an amount that was carried along has nothing to say for itself.
  const how = said !== facts && said.how === 'carried' ? 'follows' : said.how;
  return whyWords(language).whyAmong(place, how, said.slip, other.cell);
}
