import type { SuspectCause } from '../../engine/finding/finding';
import type { CellRef } from '../../engine/snapshot/address';

/** Why a cause was not mended. */
export type LeftReason =
  /** The cell holds a formula: that has to be mended, not its result. */
  | 'formula'
  /** The figures allow several ways, or none that is known. */
  | 'open'
  | 'unsure'
  | 'not-asked'
  /** What stands in the cell leaves no place for the number alone. */
  | 'not-rewritable'
  /** A person has said why it may stay as it is. */
  | 'explained'
  /** Another suggestion for the same cell was carried out. */
  | 'same-cell';

/** What a workbook still holds after its changes: findings that are marked in its cells, notes alone, or nothing. */
export type Remains = 'findings' | 'notes' | 'nothing';

/** What is said about changes that were made for the user. */
export interface FixWords {
  readonly causes: Readonly<Record<SuspectCause, string>>;
  readonly sheetName: string;
  readonly guide: string;
  readonly headers: {
    readonly number: string;
    readonly place: string;
    readonly subject: string;
    readonly before: string;
    readonly after: string;
    readonly difference: string;
    readonly basis: string;
    readonly confidence: string;
  };
  readonly withConfidence: (why: string, percent: string) => string;
  readonly blank: string;
  /** So many blank cells that are filled alike. */
  cells(count: number): string;
  readonly changed: string;
  readonly left: string;
  readonly reasons: Readonly<Record<LeftReason, string>>;
  /** `cells` are where to look, as far as that is known. */
  readonly leftOpen: (count: number, cells: readonly CellRef[]) => string;
  readonly nothing: string;
  /** Where there is nothing to be mended at all. */
  readonly nothingWrong: string;
  readonly written: (file: string, cells: number, record: string, remains: Remains, findings: string) => string;
  readonly writtenUnchanged: (file: string, remains: Remains, findings: string) => string;
  readonly dryRun: (cells: number) => string;
  /** Before the counts of what remains. */
  readonly remaining: (counts: string) => string;
  readonly remainingNone: string;
}
