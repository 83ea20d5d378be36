import type { Area } from '../../engine/snapshot/address';
import type { ChangeHint, EndWatch } from './events';
import type { ReadWish } from './read/read-snapshot';

/** Changes come in bursts, and computed values after them. */
export interface GatherTimes {
  /** Milliseconds after which it is told of the first hint after a quiet time: what belongs to it is on its way already. */
  readonly first: number;
  /** Milliseconds without another hint after which a burst has ended; a quiet time is one as long as this. */
  readonly settle: number;
  /** Milliseconds after which it is told of a burst that does not end. */
  readonly longest: number;
}

/** More areas than these of one sheet: all of it is read. */
const MOST_AREAS = 64;

/**
 * Gathers hints of changes, and tells once a burst what has to be read again. `began` is told at the first hint of each burst: from then
 * on what is shown may be out of date. Of a single change it is told almost at once; where more follow, only when they pause.
 */
export async function watchBursts(
  watchChanges: (changed: (hint: ChangeHint) => void) => Promise<EndWatch>,
  told: { readonly began?: () => void; readonly ended: (wish: ReadWish) => void },
  times: GatherTimes,
): Promise<EndWatch> {
  let gathered: ReadWish | undefined;
  let leading: ReturnType<typeof setTimeout> | undefined;
  let settling: ReturnType<typeof setTimeout> | undefined;
  let latest: ReturnType<typeof setTimeout> | undefined;
  /** Undefined where nothing has changed for a while. */
  let quiet: ReturnType<typeof setTimeout> | undefined;
  let isOver = false;
  const stop = (): void => {
    for (const timer of [leading, settling, latest]) clearTimeout(timer);
    leading = undefined;
    latest = undefined;
  };
  const tell = (): void => {
    stop();
    const wish = gathered ?? {};
    gathered = undefined;
    told.ended(wish);
  };
  const end = await watchChanges((hint) => {
    // A hint may be on its way when the watch ends.
    if (isOver) return;
    gathered = gathered ? joinWishes(gathered, wishOf(hint)) : wishOf(hint);
    const wasQuiet = quiet === undefined;
    clearTimeout(quiet);
    quiet = setTimeout(() => (quiet = undefined), times.settle);
    if (wasQuiet) leading = setTimeout(tell, times.first);
    else if (leading === undefined) {
      clearTimeout(settling);
      settling = setTimeout(tell, times.settle);
    }
    if (latest !== undefined) return;
    latest = setTimeout(tell, times.longest);
    told.began?.();
  });
  return async () => {
    isOver = true;
    stop();
    clearTimeout(quiet);
    await end();
  };
}

/** What has to be read for both of two wishes. */
export function joinWishes(one: ReadWish, other: ReadWish): ReadWish {
  if (!one.changed || !other.changed) return {};
  const changed = new Set([...one.changed, ...other.changed]);
  const areas = new Map<string, readonly Area[]>();
  for (const id of changed) {
    const lists = [one, other].flatMap((wish) => (wish.changed?.has(id) ? [wish.areas?.get(id)] : []));
    const all = lists.every((list) => list !== undefined) ? unique(lists.flat()) : undefined;
    if (all && all.length <= MOST_AREAS) areas.set(id, all);
  }
  return { changed, areas };
}

function unique(areas: readonly Area[]): readonly Area[] {
  return [
    ...new Map(areas.map((area) => [`${area.top},${area.left},${area.bottom},${area.right}`, area] as const)).values(),
  ];
}

/** What a hint asks to be read. Where more than cells have changed, nothing of the last reading is relied upon. */
function wishOf({ sheetId, kind, areas }: ChangeHint): ReadWish {
  // What was computed anew stands in formulas, and sheets that hold some are read again anyway.
  if (kind === 'calculated') return { changed: new Set([sheetId]), areas: new Map([[sheetId, []]]) };
  return areas ? { changed: new Set([sheetId]), areas: new Map([[sheetId, areas]]) } : {};
}
