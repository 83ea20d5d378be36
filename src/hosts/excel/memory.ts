import type { Area } from '../../engine/snapshot/address';
import type { CellFlag, Snapshot } from '../../engine/snapshot/snapshot';
import type { Journal } from './write/journal';

/** A sheet as the last reading found it. Ids outlive renaming. */
export interface KnownSheet {
  readonly id: string;
  readonly name: string;
  /** What holds something, and what holds something or is formatted. */
  readonly used: Area | undefined;
  readonly formatted: Area | undefined;
  readonly isProtected: boolean;
  /** Made by the tool, for input or not. */
  readonly isOwn: boolean;
  /** The ids of our flags' rules. */
  readonly rules: readonly string[];
  /** What an application that stopped half way left in it and nobody sees: hidden names, rules that say nothing. */
  readonly left: { readonly names: readonly string[]; readonly rules: readonly string[] };
  /** About how long the answer was that told its cells. */
  readonly bytes: number;
}

/** A snapshot that was given out, with the ids of its sheets by their names. */
export interface Remembered {
  readonly snapshot: Snapshot;
  readonly ids: ReadonlyMap<string, string>;
}

/** A plan is made from one snapshot while another may be read: so many are kept. */
const SNAPSHOTS_KEPT = 4;

/** What one opened pane knows of the workbook beyond the workbook itself. Lost with the pane, without harm. */
export class Memory {
  /** In the order of the workbook; undefined before the first reading. */
  sheets: readonly KnownSheet[] | undefined;
  /** What an earlier application left half done, as of the last look. */
  unfinished: Journal | undefined;
  /** Since the last reading: nothing of it can be relied upon, for nobody is told of our own writes. */
  hasWritten = false;
  private readonly flags = new Map<string, CellFlag>();
  private readonly snapshots = new Map<string, Remembered>();

  /** Where a rule of ours stood when it was last seen. */
  flag(rule: string): CellFlag | undefined {
    return this.flags.get(rule);
  }

  rememberFlag(rule: string, flag: CellFlag): void {
    this.flags.set(rule, flag);
  }

  /** The snapshot of a stamp; undefined where it was not given out, or too long ago. */
  snapshot(stamp: string): Remembered | undefined {
    return this.snapshots.get(stamp);
  }

  rememberSnapshot(remembered: Remembered): void {
    const { stamp } = remembered.snapshot;
    this.snapshots.delete(stamp);
    this.snapshots.set(stamp, remembered);
    for (const oldest of [...this.snapshots.keys()].slice(0, -SNAPSHOTS_KEPT)) this.snapshots.delete(oldest);
  }

  /** The snapshot that was given out last. */
  lastSnapshot(): Remembered | undefined {
    return [...this.snapshots.values()].at(-1);
  }

  sheet(name: string): KnownSheet | undefined {
    return this.sheets?.find((sheet) => sheet.name === name);
  }
}
