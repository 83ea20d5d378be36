import type { Patch } from '../../engine/snapshot/patch';
import type { Progress } from './decide/progress';
import type { HostProblem } from './problem';

/**
 * Excel stopped half way. Nothing says that a batch is all or nothing: what came before has happened. `undo` takes back what has,
 * `rest` writes what has not; either is right from wherever it stopped, and as often as need be.
 */
export class PatchInterrupted extends Error {
  constructor(
    readonly problem: HostProblem,
    readonly undo: Patch,
    readonly rest: Patch,
    /** In cells; undefined where Excel could not be asked any more. */
    readonly progress?: Progress,
  ) {
    super(`patch interrupted: ${problem.code} ${problem.where ?? ''}`);
    this.name = 'PatchInterrupted';
  }
}
