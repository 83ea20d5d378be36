import { checkSnapshot } from '../../commands/check';
import { hasTicks } from '../../commands/has-ticks';
import { determinedChanges } from '../../commands/fix';
import type { Change } from '../../commands/fix';
import { createLiveCheck } from '../../commands/live-check';
import type { LiveCheck, Onlooker } from '../../commands/live-check';
import type { Pace } from '../../commands/pace';
import type { CheckReport } from '../../engine/finding/report';
import type { Patch } from '../../engine/snapshot/patch';
import type { Snapshot } from '../../engine/snapshot/snapshot';
import type { ExcelHost } from '../../hosts/excel/excel-host';
import type { Language } from '../../i18n/language';

/** What the pane needs of the rest of the product; given from outside, so that its states can be tested without it. */
export interface PaneServices {
  readonly host: ExcelHost;
  /** Against the edition that is wished for, or the one that fits best. */
  readonly check: (snapshot: Snapshot, edition?: string) => Promise<CheckReport>;
  /** The same while somebody looks on; undefined where they have given it up. */
  readonly follow: (
    snapshot: Snapshot,
    edition: string | undefined,
    onlooker: Onlooker,
  ) => Promise<CheckReport | undefined>;
  /** Makes ready, while nobody waits, for following the first change. */
  readonly rehearse: () => Promise<void>;
  /** What the figures determine and can be written, by the id of its cause. */
  readonly fixes: (
    snapshot: Snapshot,
    report: CheckReport,
    language: Language,
  ) => ReadonlyMap<string, readonly Change[]>;
  readonly annotation: (snapshot: Snapshot, report: CheckReport, language: Language) => Promise<Patch>;
  readonly removal: (snapshot: Snapshot) => Promise<{ readonly patch: Patch; readonly kept: readonly string[] }>;
}

/** The services of a pane over one workbook: of a workbook that was checked before only what has changed is checked anew. */
export function paneServices(host: ExcelHost, pace?: Pace): PaneServices {
  let live = createLiveCheck(pace);
  let wished: string | undefined;
  const liveFor = (edition: string | undefined): LiveCheck => {
    // What was checked against another edition is nothing to build upon.
    if (edition !== wished) live = createLiveCheck(pace, { edition });
    wished = edition;
    return live;
  };
  return {
    host,
    // Nothing overtakes a check: a session reads and checks one after the other.
    check: async (snapshot, edition) =>
      (await liveFor(edition).check(snapshot)) ?? checkSnapshot(snapshot, { edition }),
    follow: (snapshot, edition, onlooker) => liveFor(edition).check(snapshot, onlooker),
    rehearse: () => live.rehearse(),
    fixes: determinedChanges,
    // Each √ that stands is put on the right figures again.
    annotation: async (snapshot, report, language) => {
      const [{ annotationPatch }, { ticksIn }] = await Promise.all([
        import('../../commands/annotate'),
        import('../../commands/ticks'),
      ]);
      const ticks = hasTicks(snapshot) ? await ticksIn(snapshot, report) : undefined;
      return annotationPatch(snapshot, report, language, ticks?.ticked);
    },
    removal: async (snapshot) => (await import('../../commands/remove-marks')).removalPatch(snapshot),
  };
}
