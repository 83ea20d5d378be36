import type { Area } from '../../engine/snapshot/address';
import type { ChangeHint, EndWatch } from './events';
import type { ReadWish } from './read/read-snapshot';

/** Changes come in bursts, and computed values after them. */
export interface GatherTimes {
  /** Milliseconds without another hint after which a burst has ended. */
  readonly settle: number;
  /** Milliseconds after which it is told of a burst that does not end. */
  readonly longest: number;
}

const TIMES: GatherTimes = { settle: 250, longest: 2000 };

/** More areas than these of one sheet: all of it is read. */
const MOST_AREAS = 64;

/**
 * Gathers hints of changes, and tells once a burst what has to be read again. `began` is told at the first hint of each burst: from then
 * on what is shown may be out of date.
 */
export async function watchBursts(
  watchChanges: (changed: (hint: ChangeHint) => void) => Promise<EndWatch>,
  told: { readonly began?: () => void; readonly ended: (wish: ReadWish) => void },
  times: GatherTimes = TIMES,
): Promise<EndWatch> {
  let gathered = new Gathering();
  let settling: ReturnType<typeof setTimeout> | undefined;
  let latest: ReturnType<typeof setTimeout> | undefined;
  let isOver = false;
  const stop = (): void => {
    clearTimeout(settling);
    clearTimeout(latest);
    latest = undefined;
  };
  const tell = (): void => {
    stop();
    const wish = gathered.wish();
    gathered = new Gathering();
    told.ended(wish);
  };
  const end = await watchChanges((hint) => {
    // A hint may be on its way when the watch ends.
    if (isOver) return;
    gathered.add(hint);
    clearTimeout(settling);
    settling = setTimeout(tell, times.settle);
    if (latest !== undefined) return;
    latest = setTimeout(tell, times.longest);
    told.began?.();
  });
  return async () => {
    isOver = true;
    stop();
    await end();
  };
}

class Gathering {
  /** By the sheet's id; undefined for anywhere in it. */
  private readonly sheets = new Map<string, Area[] | undefined>();

  add({ sheetId, kind, areas }: ChangeHint): void {
    const before = this.sheets.get(sheetId);
    const isKnown = this.sheets.has(sheetId);
    // What was computed anew stands in formulas, and sheets that hold some are read again anyway.
    if (kind === 'calculated') {
      if (!isKnown) this.sheets.set(sheetId, []);
      return;
    }
    const isAnywhere = kind === 'sheets' || !areas || (isKnown && !before);
    const all = isAnywhere ? undefined : [...(before ?? []), ...areas];
    this.sheets.set(sheetId, all && all.length <= MOST_AREAS ? all : undefined);
  }

  wish(): ReadWish {
    const placed = [...this.sheets].flatMap(([id, areas]) => (areas ? [[id, areas] as const] : []));
    return { changed: new Set(this.sheets.keys()), areas: new Map(placed) };
  }
}
