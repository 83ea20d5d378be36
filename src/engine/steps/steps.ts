/**
 * Long work in small steps: whoever runs it may pause after each `yield`, or let it be. Each step is as long as a few thousand cells
 * take.
 */
export type Steps<Result> = Generator<undefined, Result>;

/**
 * Told before long parts of some steps: what is known without them, each time more. Worked out only when it is asked for, which may be at
 * any step after.
 */
export type Tell<SoFar> = (soFar: () => SoFar) => void;

/** All steps at once. */
export function runSteps<Result>(steps: Steps<Result>): Result {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}
