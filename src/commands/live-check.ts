import type { CheckReport } from '../engine/finding/report';
import type { CheckedWorkbook } from '../engine/recheck/recheck';
import { checkInSteps, recheckInSteps } from '../engine/recheck/recheck';
import type { Snapshot } from '../engine/snapshot/snapshot';
import type { CheckOptions } from './check';
import { catalogue, editionsFor, recogniseBestInSteps } from './check';
import { withExplanations } from './explanations';
import type { Pace } from './pace';
import { atPace, PANE_PACE } from './pace';

/** Checks one workbook again and again while somebody works in it. */
export interface LiveCheck {
  /**
   * The report of a snapshot, the same as `checkSnapshot` gives: of the last one only what has changed since is checked anew, as far as
   * that leads to the same. Undefined where a later call has overtaken it.
   */
  check(snapshot: Snapshot): Promise<CheckReport | undefined>;
}

export function createLiveCheck(pace: Pace = PANE_PACE, { edition }: CheckOptions = {}): LiveCheck {
  let checked: CheckedWorkbook | undefined;
  let latest = 0;
  return {
    check: async (snapshot) => {
      const turn = ++latest;
      const isWanted = (): boolean => turn === latest;
      const again = checked && (await atPace(recheckInSteps(checked, snapshot, catalogue()), pace, isWanted));
      const now = again ?? (isWanted() ? await checkAnew(snapshot, edition, pace, isWanted) : undefined);
      if (!now || !isWanted()) return undefined;
      checked = now;
      return withExplanations(now.report, snapshot);
    },
  };
}

async function checkAnew(
  snapshot: Snapshot,
  edition: string | undefined,
  pace: Pace,
  isWanted: () => boolean,
): Promise<CheckedWorkbook | undefined> {
  const candidates = await editionsFor(snapshot, edition);
  function* steps() {
    return yield* checkInSteps(yield* recogniseBestInSteps(snapshot, candidates), snapshot, catalogue());
  }
  return atPace(steps(), pace, isWanted);
}
