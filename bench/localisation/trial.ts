import { Decimal } from 'decimal.js';
import { catalogue } from '../../src/commands/catalogue';
import { checkSnapshot, editionById } from '../../src/commands/check';
import type { Book } from '../../src/engine/book/book';
import { deriveEquations } from '../../src/engine/equation/derive';
import { evaluate, type Evaluated } from '../../src/engine/equation/evaluate';
import { groupByCause } from '../../src/engine/finding/causes';
import { equationFindings } from '../../src/engine/finding/equation-findings';
import type { Cause, Suspect } from '../../src/engine/finding/finding';
import type { CheckReport } from '../../src/engine/finding/report';
import { recognise } from '../../src/engine/recognise/recognise';
import type { Snapshot } from '../../src/engine/snapshot/snapshot';
import { placeOf, withValues, type Place } from '../../tests/fixtures/edit';
import { groundOf, type Ground, type Injected } from './inject';

/** A ground and what is said of it while it is clean. */
export interface Prepared {
  readonly ground: Ground;
  readonly edition: string;
  /** Ids of its findings and causes: what it says by itself. */
  readonly known: ReadonlySet<string>;
  /** Cells named as wrong though nothing is; there should be none. */
  readonly suspects: number;
}

/** How one workbook with errors came out. */
export interface Trial {
  readonly singledOut: boolean;
  readonly cells: number;
  /** Each counted over the wrong cells. */
  readonly detected: number;
  readonly named: number;
  readonly amongThree: number;
  readonly valued: number;
  readonly openTies: number;
  /** Cells named that are not wrong. */
  readonly falseSuspects: number;
  /** Suspects of at least 0.9, and those of them with the right cell and value. */
  readonly sure: number;
  readonly sureAndRight: number;
  /** Milliseconds of the whole check. */
  readonly checking: number;
}

/** A clean workbook made ready for trials. One that no edition fits is a mistake of the bench. */
export async function prepare(name: string, snapshot: Snapshot): Promise<Prepared> {
  const report = await checkSnapshot(snapshot);
  if (!report.edition) throw new Error(`not recognised: ${name}`);
  const { book, evaluated } = await readingOf(snapshot, report.edition.id);
  return {
    ground: groundOf(name, snapshot, book, evaluated),
    edition: report.edition.id,
    known: new Set([...report.findings, ...report.causes].map(({ id }) => id)),
    suspects: suspectsOf(report).size,
  };
}

async function readingOf(
  snapshot: Snapshot,
  edition: string,
): Promise<{ readonly book: Book; readonly evaluated: readonly Evaluated[] }> {
  const { book } = recognise(snapshot, await editionById(edition), catalogue());
  return { book, evaluated: evaluate(deriveEquations(book)) };
}

/** Checks the workbook with these errors in it and compares what is said with what is so. */
export async function tryOut({ ground, known }: Prepared, injected: Injected): Promise<Trial> {
  const snapshot = withValues(ground.snapshot, injected.changes);
  const from = performance.now();
  const report = await checkSnapshot(snapshot);
  return { ...judge(report, known, injected), checking: performance.now() - from };
}

/** Milliseconds that finding the causes of these errors takes by itself, everything before it done. */
export async function groupingTime({ ground, edition }: Prepared, injected: Injected): Promise<number> {
  const { book, evaluated } = await readingOf(withValues(ground.snapshot, injected.changes), edition);
  const failed = equationFindings(evaluated);
  const started = performance.now();
  groupByCause(failed, evaluated, book);
  return performance.now() - started;
}

function judge(
  report: CheckReport,
  known: ReadonlySet<string>,
  { truth, singledOut }: Injected,
): Omit<Trial, 'checking'> {
  const suspects = suspectsOf(report);
  const causes = report.causes.filter(({ id }) => !known.has(id));
  const mentioned = new Set(
    report.findings.filter(({ id }) => !known.has(id)).flatMap(({ cells }) => cells.map(placeOf)),
  );
  const proposed = causes.map(proposals);
  const first = proposed.flatMap(([best, ...others]) => (best && others.length === 0 ? [...best] : []));
  const named = new Map([...first, ...[...suspects].map(([place, { suggestion }]) => [place, suggestion] as const)]);
  const listed = new Set([
    ...named.keys(),
    ...proposed.flatMap((ways) => ways.slice(0, 3).flatMap((way) => [...way.keys()])),
  ]);
  const tied = new Set(
    proposed.filter((ways) => ways.length > 1).flatMap((ways) => ways.flatMap((way) => [...way.keys()])),
  );
  const places = [...truth.keys()];
  const isRight = (place: Place, suggestion: string | undefined): boolean =>
    suggestion !== undefined && truth.get(place)?.equals(new Decimal(suggestion)) === true;
  const sure = [...suspects].filter(([, { confidence }]) => confidence >= 0.9);
  return {
    singledOut,
    cells: truth.size,
    detected: places.filter((place) => mentioned.has(place) || listed.has(place)).length,
    named: places.filter((place) => named.has(place)).length,
    amongThree: places.filter((place) => listed.has(place)).length,
    valued: places.filter((place) => isRight(place, named.get(place))).length,
    openTies: places.filter((place) => !named.has(place) && tied.has(place)).length,
    falseSuspects: [...named.keys()].filter((place) => !truth.has(place)).length,
    sure: sure.length,
    sureAndRight: sure.filter(([place, { suggestion }]) => isRight(place, suggestion)).length,
  };
}

const suspectsOf = ({ findings }: CheckReport): ReadonlyMap<Place, Suspect> =>
  new Map(findings.flatMap(({ suspect }) => (suspect ? [[placeOf(suspect.cell), suspect] as const] : [])));

/** Each way to mend what is behind a cause, the likeliest first. */
const proposals = ({ alternatives }: Cause): readonly ReadonlyMap<Place, string | undefined>[] =>
  alternatives.map((way) => new Map(way.map(({ cell, suggestion }) => [placeOf(cell), suggestion])));
