import { KINDS, type Kind } from './errors';
import { inject, type Where } from './inject';
import { randomFrom } from './random';
import { groupingTime, prepare, tryOut, type Trial } from './trial';
import type { Workbook } from './workbooks';

/** How many errors at once, and where. */
export const ROUNDS = [
  { name: '1处', count: 1, where: 'anywhere' },
  { name: '2处', count: 2, where: 'anywhere' },
  { name: '2处，在同一算式', count: 2, where: 'in one equation' },
  { name: '3处', count: 3, where: 'anywhere' },
] as const satisfies readonly { readonly name: string; readonly count: number; readonly where: Where }[];

export type RoundName = (typeof ROUNDS)[number]['name'];

/** One trial and how it was made. */
export interface Attempt extends Trial {
  readonly workbook: string;
  /** Cells in which an amount stands or could stand. */
  readonly size: number;
  /** `mixed`: each error of a kind drawn for itself. */
  readonly kind: Kind | 'mixed';
  readonly round: RoundName;
  /** Milliseconds of the search for causes; undefined where it was not timed. */
  readonly grouping: number | undefined;
}

export interface Evaluation {
  readonly attempts: readonly Attempt[];
  /** Cells named as wrong in workbooks without errors, and how many workbooks that were. */
  readonly cleanSuspects: number;
  readonly cleanWorkbooks: number;
}

export interface EvaluationOptions {
  readonly seed: number;
  /** Trials for each workbook, kind and round. */
  readonly trials: number;
  readonly timed: boolean;
}

/** Draws that do not come out (no two digits to swap, no blank beside) are made again at most so often. */
const DRAWS = 12;

/** Makes the workbooks wrong in all ways and compares what the check says with what is so. */
export async function evaluateLocalisation(
  workbooks: readonly Workbook[],
  { seed, trials, timed }: EvaluationOptions,
): Promise<Evaluation> {
  const random = randomFrom(seed);
  const attempts: Attempt[] = [];
  let cleanSuspects = 0;
  for (const { name, snapshot } of workbooks) {
    const prepared = await prepare(name, snapshot);
    const { ground } = prepared;
    cleanSuspects += prepared.suspects;
    for (const kind of [...KINDS, 'mixed'] as const) {
      const kindOf = (): Kind => (kind === 'mixed' ? (random.oneOf(KINDS) ?? 'digit') : kind);
      for (const { name: round, count, where } of ROUNDS) {
        let made = 0;
        for (let draw = 0; draw < trials * DRAWS && made < trials; draw++) {
          const injected = inject(ground, count, kindOf, where, random);
          if (!injected) continue;
          made++;
          const trial = await tryOut(prepared, injected);
          const grouping = timed ? await groupingTime(prepared, injected) : undefined;
          attempts.push({ ...trial, workbook: name, size: ground.size, kind, round, grouping });
        }
      }
    }
  }
  return { attempts, cleanSuspects, cleanWorkbooks: workbooks.length };
}

/** Shares (0 … 1) over trials; NaN where there is nothing to divide by. */
export interface Tally {
  readonly trials: number;
  readonly cells: number;
  readonly detected: number;
  readonly named: number;
  readonly amongThree: number;
  readonly valued: number;
  readonly openTies: number;
  /** Trials in which all cells got the right value and no other was named. */
  readonly allRight: number;
  /** Counted, not a share. */
  readonly falseSuspects: number;
  /** Suspects of at least 0.9, and the share of them that is right in cell and value. */
  readonly sure: number;
  readonly calibration: number;
}

/** What the trials come to. */
export function tally(attempts: readonly Trial[]): Tally {
  const sum = (of: (attempt: Trial) => number): number => attempts.reduce((total, one) => total + of(one), 0);
  const cells = sum((one) => one.cells);
  const sure = sum((one) => one.sure);
  return {
    trials: attempts.length,
    cells,
    detected: sum((one) => one.detected) / cells,
    named: sum((one) => one.named) / cells,
    amongThree: sum((one) => one.amongThree) / cells,
    valued: sum((one) => one.valued) / cells,
    openTies: sum((one) => one.openTies) / cells,
    allRight: sum((one) => (one.valued === one.cells && one.falseSuspects === 0 ? 1 : 0)) / attempts.length,
    falseSuspects: sum((one) => one.falseSuspects),
    sure,
    calibration: sum((one) => one.sureAndRight) / sure,
  };
}
