import type { Steps } from '../engine/steps/steps';
import { aTurn } from '../hosts/excel/turn';

/** How work in steps is done beside somebody who wants to go on clicking. */
export interface Pace {
  /** Milliseconds of work between two pauses. A step that has begun is finished. */
  readonly slice: number;
  /** For so many milliseconds those who look on wait for the whole; then they are shown what is known. */
  readonly patience: number;
  /** Milliseconds since some moment. */
  readonly now: () => number;
  /** Lets everybody else have a turn. */
  readonly pause: () => Promise<void>;
}

/**
 * A pane may be held up for 50 ms at a time, and the last step of a slice takes as long as it takes: up to 40 of 10,000 cells. Of 100 ms
 * between an edit and its findings, reading what was typed takes a part, and so does showing them.
 */
export const PANE_PACE: Pace = {
  slice: 10,
  patience: 35,
  now: () => performance.now(),
  pause: aTurn,
};

/** Does the steps with pauses between them, as long as anybody wants the result; undefined where nobody does any more. */
export async function atPace<Result>(
  steps: Steps<Result>,
  pace: Pace,
  isWanted: () => boolean = () => true,
): Promise<Result | undefined> {
  let until = pace.now() + pace.slice;
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    if (pace.now() < until) continue;
    await pace.pause();
    if (!isWanted()) return undefined;
    until = pace.now() + pace.slice;
  }
}
