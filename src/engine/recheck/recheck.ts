import type { Book, Figure } from '../book/book';
import { runChecksInSteps, withCellsAsTheyStand } from '../check/checks';
import { mayBeTold } from '../check/grouping';
import { nothingRecognised, reportOnInSteps, reportSoFar } from '../check/report';
import type { Catalogue } from '../classification/catalogue';
import { deriveInSteps } from '../equation/derive';
import { evaluateAlone, inTheLightOfOthers, type Evaluated } from '../equation/evaluate';
import type { Finding } from '../finding/finding';
import type { CheckReport } from '../finding/report';
import { aboutOf, readFacts } from '../asked/read-facts';
import type { Recognition } from '../recognise/recognise';
import { cellKey } from '../snapshot/address';
import type { Snapshot } from '../snapshot/snapshot';
import type { Steps, Tell } from '../steps/steps';
import { changedCells } from './changed-cells';
import type { FigurePlace } from './figure-index';
import { equationsByCell, figuresByCell } from './figure-index';
import { patchedBook } from './patched-book';

/** The equations of a workbook evaluated, with all that is needed to evaluate them again after a change. */
export interface Evaluation {
  readonly snapshot: Snapshot;
  readonly recognition: Recognition;
  readonly equations: Index<number>;
  /** Each equation as if nothing were known of the others, in the order of the equations. */
  readonly alone: readonly Evaluated[];
  readonly places: Index<FigurePlace>;
}

/** A workbook that was checked. */
export interface CheckedWorkbook {
  readonly report: CheckReport;
  /** What the checks found that are no equations, each finding by itself. */
  readonly others: readonly Finding[];
  /** Undefined where nothing was recognised: then there is nothing to go on from. */
  readonly evaluation: Evaluation | undefined;
}

/** What stands where; made when it is first asked for, and right as long as nothing but amounts changes. */
interface Index<Value> {
  value?: ReadonlyMap<string, readonly Value[]>;
}

/**
 * Checks a recognised workbook; undefined stands for one in which nothing was recognised. `tell` is told of the report before it is known
 * what lies behind the failed equations; where `before` is the same workbook before a change, also as soon as the equations are evaluated,
 * with what other checks found then.
 */
export function* checkInSteps(
  recognition: Recognition | undefined,
  snapshot: Snapshot,
  catalogue: Catalogue,
  tell?: Tell<CheckReport>,
  before?: CheckedWorkbook,
): Steps<CheckedWorkbook> {
  const evaluation = yield* evaluateInSteps(recognition, snapshot);
  const others = evaluation && before?.evaluation && isLike(before.evaluation, evaluation) ? before.others : undefined;
  if (evaluation) return { ...(yield* reportInSteps(evaluation, catalogue, tell, others)), evaluation };
  return { report: nothingRecognised(recognition?.sheets ?? [], recognition?.book), others: [], evaluation };
}

/**
 * Checks a workbook again of which some cells have changed: only what stands on them, as far as that leads to what a check of the whole
 * would. Undefined where the change reaches further: then the workbook has to be recognised anew. `tell` is told of the report as soon as
 * the equations are evaluated, with what other checks found before the change, and once more when these and all but the search are done.
 */
export function* recheckInSteps(
  { evaluation, others }: CheckedWorkbook,
  snapshot: Snapshot,
  catalogue: Catalogue,
  tell?: Tell<CheckReport>,
): Steps<CheckedWorkbook | undefined> {
  const again = evaluation && (yield* evaluateAgainInSteps(evaluation, snapshot));
  return again && { ...(yield* reportInSteps(again, catalogue, tell, others)), evaluation: again };
}

/** Whether two checks are of the same sheets, taken for the same edition: what was found in one may well be so in the other. */
function isLike(before: Evaluation, after: Evaluation): boolean {
  const [old, now] = [before, after].map(({ snapshot }) => snapshot.sheets);
  return (
    before.recognition.book.edition === after.recognition.book.edition &&
    old?.length === now?.length &&
    old?.every(({ name }, index) => name === now?.[index]?.name) === true
  );
}

/** The equations of a recognised workbook; undefined where nothing was recognised. */
export function* evaluateInSteps(
  recognition: Recognition | undefined,
  snapshot: Snapshot,
): Steps<Evaluation | undefined> {
  const book = recognition?.book;
  if (!recognition || !book || (book.tables.length === 0 && book.forms.length === 0)) return undefined;
  return { snapshot, recognition, ...(yield* derivedAndEvaluated(book)), places: {} };
}

/** The equations of a changed workbook, as far as they can be told from those before. */
export function* evaluateAgainInSteps(before: Evaluation, snapshot: Snapshot): Steps<Evaluation | undefined> {
  const changed = yield* changedCells(before.snapshot, snapshot);
  if (!changed || yearAsked(before.snapshot) !== yearAsked(snapshot)) return undefined;
  yield;
  const { book: old } = before.recognition;
  before.places.value ??= yield* figuresByCell(old);
  const patched = yield* patchedBook(old, before.places.value, changed, snapshot);
  if (!patched) return undefined;
  yield;
  const { book, replaced, sameEquations } = patched;
  const recognition = { ...before.recognition, book };
  if (sameEquations) return { ...before, snapshot, recognition, alone: yield* touchedAgain(before, replaced) };
  return { ...before, snapshot, recognition, ...(yield* derivedAndEvaluated(book)) };
}

/** Where the tables state no year, that of the sheet of facts is theirs. */
const yearAsked = (snapshot: Snapshot): number | undefined => aboutOf(readFacts(snapshot)).year;

const EQUATIONS_A_STEP = 400;

/** All equations, of which those are evaluated again that touch a figure which was replaced. */
function* touchedAgain(
  { equations, alone }: Evaluation,
  replaced: ReadonlyMap<Figure, Figure>,
): Steps<readonly Evaluated[]> {
  equations.value ??= yield* equationsByCell(alone.map(({ equation }) => equation));
  const byCell = equations.value;
  const touched = new Set([...replaced.keys()].flatMap(({ cell }) => byCell.get(cellKey(cell)) ?? []));
  yield;
  const again = [...alone];
  const now = (figures: readonly Figure[]): readonly Figure[] =>
    figures.map((figure) => replaced.get(figure) ?? figure);
  let evaluated = 0;
  for (const index of touched) {
    if (++evaluated % EQUATIONS_A_STEP === 0) yield;
    const before = alone[index]?.equation;
    if (before) again[index] = evaluateAlone({ ...before, left: now(before.left), right: now(before.right) });
  }
  return again;
}

function* derivedAndEvaluated(book: Book): Steps<Pick<Evaluation, 'equations' | 'alone'>> {
  const list = yield* deriveInSteps(book);
  const alone: Evaluated[] = [];
  for (const equation of list) {
    alone.push(evaluateAlone(equation));
    if (alone.length % EQUATIONS_A_STEP === 0) yield;
  }
  return { equations: {}, alone };
}

function* reportInSteps(
  evaluation: Evaluation,
  catalogue: Catalogue,
  tell: Tell<CheckReport> | undefined,
  before?: readonly Finding[],
): Steps<Pick<CheckedWorkbook, 'report' | 'others'>> {
  const { snapshot, recognition, alone } = evaluation;
  const { book, sheets } = recognition;
  const evaluated = inTheLightOfOthers(alone);
  const year = book.year ?? book.edition.declared.year;
  const context = { snapshot, book, sheets, catalogue, year };
  if (before && mayBeTold(evaluated))
    tell?.(() => reportSoFar(recognition, evaluated, withCellsAsTheyStand(before, context)));
  yield;
  const others = yield* runChecksInSteps(context);
  yield;
  return { report: yield* reportOnInSteps(recognition, context, { others, evaluated }, tell), others };
}
