import type { Book, Figure } from '../book/book';
import { runChecksInSteps } from '../check/checks';
import { once } from '../check/once';
import { nothingRecognised, reportOn } from '../check/report';
import type { Catalogue } from '../classification/catalogue';
import { deriveInSteps } from '../equation/derive';
import type { Equation } from '../equation/equation';
import { evaluateAlone, inTheLightOfOthers, type Evaluated } from '../equation/evaluate';
import type { CheckReport } from '../finding/report';
import type { Recognition } from '../recognise/recognise';
import { cellKey } from '../snapshot/address';
import type { Snapshot } from '../snapshot/snapshot';
import type { Steps } from '../steps/steps';
import { changedCells } from './changed-cells';
import type { FigurePlace } from './figure-index';
import { equationsByCell, figuresByCell } from './figure-index';
import { patchedBook } from './patched-book';

/** A workbook that was checked, with all that is needed to check it again after a change. */
export interface CheckedWorkbook {
  readonly snapshot: Snapshot;
  readonly report: CheckReport;
  /** Undefined where nothing was recognised: then there is nothing to go on from. */
  readonly basis: Basis | undefined;
}

interface Basis {
  readonly recognition: Recognition;
  readonly equations: DerivedEquations;
  /** Each equation as if nothing were known of the others, in the order of the equations. */
  readonly alone: readonly Evaluated[];
  readonly places: FigurePlaces;
}

/** Made once for a recognition, and right for all books that differ from its book in amounts only. */
interface FigurePlaces {
  readonly book: Book;
}

/** Made once for a derivation, and right for all equations that differ from its equations in amounts only. */
interface DerivedEquations {
  readonly list: readonly Equation[];
}

const placesOf = once(({ book }: FigurePlaces): ReadonlyMap<string, readonly FigurePlace[]> => figuresByCell(book));
const equationsOf = once(({ list }: DerivedEquations): ReadonlyMap<string, readonly number[]> => equationsByCell(list));

/** Checks a recognised workbook; undefined stands for one in which nothing was recognised. */
export function* checkInSteps(
  recognition: Recognition | undefined,
  snapshot: Snapshot,
  catalogue: Catalogue,
): Steps<CheckedWorkbook> {
  const { book, sheets } = recognition ?? { book: undefined, sheets: [] };
  if (!recognition || !book || (book.tables.length === 0 && book.forms.length === 0))
    return { snapshot, report: nothingRecognised(sheets, book), basis: undefined };
  const equations = { list: yield* deriveInSteps(book) };
  const alone = yield* evaluateInSteps(equations.list);
  return yield* reportInSteps(snapshot, { recognition, equations, alone, places: { book } }, catalogue);
}

/**
 * Checks a workbook again of which some cells have changed: only what stands on them, as far as that leads to what a check of the whole
 * would. Undefined where the change reaches further: then the workbook has to be recognised anew.
 */
export function* recheckInSteps(
  checked: CheckedWorkbook,
  snapshot: Snapshot,
  catalogue: Catalogue,
): Steps<CheckedWorkbook | undefined> {
  const { basis } = checked;
  const changed = basis && changedCells(checked.snapshot, snapshot);
  if (!basis || !changed) return undefined;
  yield;
  const patched = patchedBook(basis.recognition.book, placesOf(basis.places), changed, snapshot);
  if (!patched) return undefined;
  yield;
  const { book, replaced, sameEquations } = patched;
  const recognition = { ...basis.recognition, book };
  if (!sameEquations) {
    const equations = { list: yield* deriveInSteps(book) };
    const alone = yield* evaluateInSteps(equations.list);
    return yield* reportInSteps(snapshot, { ...basis, recognition, equations, alone }, catalogue);
  }
  const alone = touchedAgain(basis, replaced);
  yield;
  return yield* reportInSteps(snapshot, { ...basis, recognition, alone }, catalogue);
}

/** All equations, of which those are evaluated again that touch a figure which was replaced. */
function touchedAgain({ equations, alone }: Basis, replaced: ReadonlyMap<Figure, Figure>): readonly Evaluated[] {
  const byCell = equationsOf(equations);
  const touched = new Set([...replaced.keys()].flatMap(({ cell }) => byCell.get(cellKey(cell)) ?? []));
  const again = [...alone];
  const now = (figures: readonly Figure[]): readonly Figure[] =>
    figures.map((figure) => replaced.get(figure) ?? figure);
  for (const index of touched) {
    const before = alone[index]?.equation;
    if (before) again[index] = evaluateAlone({ ...before, left: now(before.left), right: now(before.right) });
  }
  return again;
}

const EQUATIONS_A_STEP = 2000;

function* evaluateInSteps(equations: readonly Equation[]): Steps<readonly Evaluated[]> {
  const alone: Evaluated[] = [];
  for (const equation of equations) {
    alone.push(evaluateAlone(equation));
    if (alone.length % EQUATIONS_A_STEP === 0) yield;
  }
  return alone;
}

function* reportInSteps(snapshot: Snapshot, basis: Basis, catalogue: Catalogue): Steps<CheckedWorkbook> {
  const { book, sheets } = basis.recognition;
  const year = book.year ?? book.edition.declared.year;
  const others = yield* runChecksInSteps({ snapshot, book, sheets, catalogue, year });
  yield;
  const report = reportOn(basis.recognition, others, inTheLightOfOthers(basis.alone));
  return { snapshot, report, basis };
}
