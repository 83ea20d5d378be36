import type { CheckReport } from '../engine/finding/report';
import type { CheckedWorkbook } from '../engine/recheck/recheck';
import { loadLedgerEvidence } from '../engine/ledger-evidence/loaded';
import { madeUpEdits } from '../engine/recheck/made-up-edits';
import { checkInSteps, recheckInSteps } from '../engine/recheck/recheck';
import { besideKnown } from '../engine/recheck/so-far';
import type { Snapshot } from '../engine/snapshot/snapshot';
import type { Tell } from '../engine/steps/steps';
import type { CheckOptions } from './check';
import { catalogueOf } from './catalogue';
import { editionsFor, recogniseBestInSteps } from './check';
import { withExplanations } from './explanations';
import type { Pace } from './pace';
import { atPace, PANE_PACE } from './pace';

/** Somebody who sees a check going on. */
export interface Onlooker {
  /**
   * Shows what was found where a check takes longer than the pace's patience, once more where more is found before the search for the
   * wrong cells. Causes that are being looked for are pending in it; nothing is to be written by it.
   */
  readonly show: (soFar: CheckReport) => void;
  /** Whether the search is to go on, once that is shown. */
  readonly goesOn: () => boolean;
}

/** Checks one workbook again and again while somebody works in it. */
export interface LiveCheck {
  /**
   * The report of a snapshot, the same as `checkSnapshot` gives: of the last one only what has changed since is checked anew, as far as
   * that leads to the same. Undefined where a later call has overtaken it, or the onlooker has given it up: then the next check goes on
   * from the one before.
   */
  check(snapshot: Snapshot, onlooker?: Onlooker): Promise<CheckReport | undefined>;
  /**
   * Follows edits that nobody has made, and forgets what comes of it: what is made ready once only, compiled code above all, need not be
   * waited for after the first real one, which ends it. To be called while nobody waits for anything.
   */
  rehearse(): Promise<void>;
}

export function createLiveCheck(pace: Pace = PANE_PACE, { edition }: CheckOptions = {}): LiveCheck {
  let checked: CheckedWorkbook | undefined;
  let latest = 0;
  const goOn = async (snapshot: Snapshot, onlooker?: Onlooker): Promise<CheckedWorkbook | undefined> => {
    const turn = latest;
    const watch = onlooker && checked && watchOf(checked.report, snapshot, onlooker, pace);
    const isWanted = (): boolean => turn === latest && watch?.isGivenUp() !== true;
    const seen = watch?.pace ?? pace;
    // Reading what was changed has held everybody up already.
    await seen.pause();
    await loadLedgerEvidence(snapshot);
    if (!isWanted()) return undefined;
    const codes = catalogueOf(snapshot);
    const before = checked?.evaluation && catalogueOf(checked.evaluation.snapshot);
    const again =
      checked &&
      codes === before &&
      (await atPace(recheckInSteps(checked, snapshot, codes, watch?.tell), seen, isWanted));
    const anew = { edition, pace: seen, isWanted, tell: watch?.tell, before: checked };
    const now = again || (isWanted() ? await checkAnew(snapshot, anew) : undefined);
    return isWanted() ? now : undefined;
  };
  return {
    check: async (snapshot, onlooker) => {
      latest++;
      const now = await goOn(snapshot, onlooker);
      if (!now) return undefined;
      checked = now;
      return withExplanations(now.report, snapshot);
    },
    rehearse: async () => {
      const { evaluation } = checked ?? {};
      const turn = latest;
      for (const snapshot of evaluation ? madeUpEdits(evaluation.snapshot, evaluation.recognition.book) : [])
        if (turn === latest) await goOn(snapshot, NOBODY);
    },
  };
}

const NOBODY: Onlooker = { show: () => undefined, goesOn: () => true };

interface Watch {
  readonly tell: Tell<CheckReport>;
  /** The same pace; before each pause it is seen to that those who wait do not wait for too long. */
  readonly pace: Pace;
  readonly isGivenUp: () => boolean;
}

function watchOf(before: CheckReport, snapshot: Snapshot, onlooker: Onlooker, pace: Pace): Watch {
  const patientUntil = pace.now() + pace.patience;
  let known: { readonly soFar: () => CheckReport; readonly since: number } | undefined;
  let isShown = false;
  const show = (soFar: CheckReport): void => {
    isShown = true;
    known = undefined;
    onlooker.show(withExplanations(besideKnown(soFar, before), snapshot));
  };
  const pause = (): Promise<void> => {
    const now = pace.now();
    // What has hardly begun may be over in no time: it is given a slice of its own.
    if (known && now >= patientUntil && now >= known.since + pace.slice) show(known.soFar());
    return pace.pause();
  };
  return {
    tell: (soFar) => {
      known = { soFar, since: pace.now() };
    },
    pace: { ...pace, pause },
    isGivenUp: () => isShown && !onlooker.goesOn(),
  };
}

interface Anew {
  readonly edition: string | undefined;
  readonly pace: Pace;
  readonly isWanted: () => boolean;
  readonly tell: Tell<CheckReport> | undefined;
  /** The check before this one. */
  readonly before: CheckedWorkbook | undefined;
}

async function checkAnew(
  snapshot: Snapshot,
  { edition, pace, isWanted, tell, before }: Anew,
): Promise<CheckedWorkbook | undefined> {
  const candidates = await editionsFor(snapshot, edition);
  function* steps() {
    const recognition = yield* recogniseBestInSteps(snapshot, candidates);
    return yield* checkInSteps(recognition, snapshot, catalogueOf(snapshot), tell, before);
  }
  return atPace(steps(), pace, isWanted);
}
