import type { CellRef } from './address';
import type { DrawnSheet } from './drawn';
import type { CellFlag, CellValue, FlagSeverity } from './snapshot';

/** One thing to write. Everything a command changes is made of these; nothing is written in any other way. */
export type Edit =
  /** Replaces what the cell holds by a constant; null empties it. A string is written as text, never parsed. */
  | ({
      readonly do: 'setValue';
      readonly at: CellRef;
      readonly to: CellValue;
      readonly format?: NumberFormat;
      /**
       * Its row, unless somebody gave it a height, is as high as the wrapped text needs. A program that fits rows while it is typed into
       * needs not be told.
       */
      readonly fitsRow?: true;
    } & CellCare)
  /**
   * Formula in English with commas, without the leading `=`. `value` is what it comes to, for whoever reads a file without
   * calculating it; a program that calculates does so all the same.
   */
  | ({
      readonly do: 'setFormula';
      readonly at: CellRef;
      readonly to: string;
      readonly value?: CellValue;
      readonly format?: NumberFormat;
    } & CellCare)
  /** All of our own flags of a sheet (they replace those that stand there; an empty list removes them). */
  | { readonly do: 'setFlags'; readonly sheet: string; readonly flags: readonly CellFlag[] }
  /** All of our own notes of a sheet (they replace those that stand there). A cell with a user's note is refused and keeps it alone. */
  | { readonly do: 'setNotes'; readonly sheet: string; readonly notes: readonly NewNote[] }
  /** A sheet of the tool's own, after the user's; one of that name made by the tool is replaced, a user's refused. */
  | { readonly do: 'putSheet'; readonly sheet: OwnSheet }
  /** A sheet drawn from scratch, after the others; one of that name made by the tool is replaced, a user's refused. */
  | { readonly do: 'drawSheet'; readonly sheet: DrawnSheet }
  /** Brings a sheet of the tool's back as it was before it was drawn anew or removed: made by a host, for itself alone. */
  | {
      readonly do: 'restoreSheet';
      readonly sheet: string;
      /** See `removeSheet`. */
      readonly expects?: string;
      readonly kept: {
        readonly part: string;
        readonly names: readonly { readonly name: string; readonly hidden: boolean; readonly text: string }[];
      };
    }
  /**
   * New rows above row `at` (counted from 0), with the looks of row `like`; what stood there moves down, and whatever refers to it
   * (formulas of all sheets, merges, names, notes, page set-up) moves with it. All other edits of a patch speak of the sheet as it is
   * after all its insertions, in whatever order they are listed; several insertions into one sheet are counted in the rows as they are
   * before any of them, those above the same row following each other as listed. Where one of them is refused, so is the whole patch.
   */
  | {
      readonly do: 'insertRows';
      readonly sheet: string;
      readonly at: number;
      readonly count: number;
      readonly like: number;
    }
  /**
   * Takes rows out again that an insertion made; what stands below moves up. All other edits of a patch speak of the sheet as it is
   * before its deletions; several deletions from one sheet are counted in the rows as they are before any of them.
   */
  | {
      readonly do: 'deleteRows';
      readonly sheet: string;
      readonly at: number;
      readonly count: number;
      /** The row whose looks they took, as the sheet is without them. */
      readonly like?: number;
    }
  /** Takes away a sheet that the tool made; a user's is refused. */
  | {
      readonly do: 'removeSheet';
      readonly sheet: string;
      /** A digest of what the sheet held when the tool had written it: where it holds something else by now, it is left alone. */
      readonly expects?: string;
    };

/** What a host puts into the edits that undo its own, so that they take back what was written and nothing else. */
export interface CellCare {
  /** The text is an error of Excel's (`#REF!`) that stood there as a constant. */
  readonly isError?: true;
  /** What the cell must hold now; where it holds something else it is left alone (`changed-meanwhile`). */
  readonly expects?: CellContent;
}

/** What stands in a cell: a constant, or a formula whatever its value. */
export type CellContent = { readonly value: CellValue } | { readonly formula: string };

/**
 * How an amount that is written is to be shown, where its cell does not say: in a cell without a number format (General), or with
 * that for text, as Excel does when somebody types a formula. A cell that has one keeps it; `always` is for undoing.
 */
export interface NumberFormat {
  readonly code: string;
  readonly always?: true;
}

export interface NewNote {
  readonly row: number;
  readonly column: number;
  readonly text: string;
}

/** A sheet of the tool's own, described by what its cells mean; each host knows how to draw the styles. */
export interface OwnSheet {
  readonly name: string;
  /** `made` by the tool, `input` to be filled in by people; hidden ones hold what is only the tool's own. */
  readonly kind: 'made' | 'input' | 'hidden';
  /** One sentence in row 1. */
  readonly guide: string;
  /** Header labels and widths (in characters) of row 2. `input` columns may be typed into. */
  readonly columns: readonly {
    readonly header: string;
    readonly width: number;
    readonly input?: true;
    readonly wrap?: true;
    /** What it holds is for the tool, and neither looked at nor printed. */
    readonly hidden?: true;
  }[];
  /** Columns up to this one stay in view when scrolling. */
  readonly frozenColumns: number;
  /** Rows from row 3 on. */
  readonly rows: readonly OwnRow[];
  readonly landscape: boolean;
}

export interface OwnRow {
  readonly cells: readonly OwnCell[];
  /** Outline level: 0 for an entry, 1 for what is folded under it. */
  readonly level: 0 | 1;
}

export type OwnCell =
  | { readonly kind: 'text'; readonly text: string; readonly severity?: FlagSeverity }
  /** Plain decimal, shown as #,##0.00 (`decimals` digits). */
  | { readonly kind: 'amount'; readonly amount: string; readonly decimals: number }
  /** Jumps to a cell of the workbook. */
  | { readonly kind: 'link'; readonly text: string; readonly to: CellRef }
  | { readonly kind: 'blank' };

export type CommandId =
  | 'annotate'
  | 'remove-annotations'
  | 'tick'
  | 'remove-ticks'
  | 'explain'
  | 'equations'
  | 'charts'
  | 'apply-suggestion'
  | 'fill'
  | 'new'
  | 'compile'
  | 'narrate'
  | 'undo'
  | 'redo';

/** Everything a command wants written, as plain data. */
export interface Patch {
  /** The stamp of the snapshot it was made for. */
  readonly for: string;
  readonly command: CommandId;
  readonly edits: readonly Edit[];
}

/** Why an edit was not carried out. */
export type RefusalCode =
  | 'sheet-missing'
  /** The sheet bears another name by now. */
  | 'sheet-renamed'
  | 'protected'
  /** Sheets cannot be added or taken away: the structure of the workbook is protected. */
  | 'workbook-protected'
  | 'user-note'
  | 'not-ours'
  | 'merged'
  | 'changed-meanwhile'
  | 'unsupported'
  /** Rows cannot be put into a sheet of which a filter hides a part. */
  | 'filtered'
  /** Rows could not be put in or taken out because of an Excel table (list), a pivot table, or a formula over several cells. */
  | 'list-object'
  | 'pivot-table'
  | 'array-formula'
  /** … because formulas look through this and other sheets at once (`一月:三月!B5`). */
  | 'several-sheets'
  /** … because they would push others off the end of the sheet. */
  | 'sheet-full'
  /** It speaks of sheets with rows that could not be put in or taken out. */
  | 'rows-refused';

export interface Refusal {
  readonly edit: Edit;
  readonly because: RefusalCode;
  /** The cell it concerns, where the edit speaks of several. */
  readonly at?: CellRef;
  /** Of a cell that has changed: what it holds now. */
  readonly found?: CellContent;
}

/** What applying a patch gives back: the patch that undoes it, and what was not written and why. */
export interface Receipt {
  readonly undo: Patch;
  readonly refused: readonly Refusal[];
}
