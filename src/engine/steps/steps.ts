/**
 * Long work in small steps: whoever runs it may pause after each `yield`, or let it be. Each step is as long as a few thousand cells
 * take.
 */
export type Steps<Result> = Generator<undefined, Result>;

/** All steps at once. */
export function runSteps<Result>(steps: Steps<Result>): Result {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}
