import type { Area } from './address';
import type { CellValue, Span } from './snapshot';

/**
 * A sheet described from the first cell to the page set-up, for the workbooks that are made from scratch: plain data, each
 * host knows how to draw the looks.
 */
export interface DrawnSheet {
  readonly name: string;
  /** `table` is input to every check like a sheet of the user's; `input` (to be filled in by people) and `made` never are. */
  readonly kind: 'table' | 'input' | 'made';
  /** Widths in characters, from column A on. */
  readonly columns: readonly { readonly width: number }[];
  /** From row 1 on, without gaps. */
  readonly rows: readonly DrawnRow[];
  readonly merges: readonly Area[];
  /** How many rows and columns stay in view. */
  readonly frozen: { readonly rows: number; readonly columns: number };
  readonly filter?: Area;
  readonly page: {
    readonly landscape: boolean;
    /** Repeated on every page. */
    readonly titleRows?: Span;
    readonly centred?: true;
  };
  readonly lists: readonly DrawnList[];
  readonly charts?: readonly DrawnChart[];
  /** Cells that are not unlocked by their look cannot be typed into. Never with a password. */
  readonly isProtected?: true;
}

export interface DrawnRow {
  /** In points; without it the row is as high as its text needs. */
  readonly height?: number;
  /** In column order; a column not listed is an empty cell without a look. */
  readonly cells: readonly DrawnCell[];
}

export interface DrawnCell {
  /** Counted from 0. */
  readonly column: number;
  readonly look: Look;
  /** With a formula: its present value. A string is text and never parsed. */
  readonly value: CellValue;
  /** In English with commas, without the leading `=`. */
  readonly formula?: string;
  /** Digits after the point of an amount; 2 unless said. */
  readonly decimals?: number;
}

/**
 * A chart of bars over cells of its own sheet, which it follows: `from` holds the names in its first column, a series in each of the
 * others and their names in its first row; the title stands in the cell above its first one. A host that has no charts leaves it out.
 */
export interface DrawnChart {
  readonly from: Area;
  /** The cells that it lies over. */
  readonly at: Area;
}

/** A drop-down: it proposes, warns about anything else, and never forbids. */
export interface DrawnList {
  readonly area: Area;
  /** The words themselves, or a range that holds them (`'编码表'!$A$3:$A$800`). */
  readonly from: readonly string[] | string;
  /** Shown when the cell is selected. */
  readonly prompt?: { readonly title: string; readonly text: string };
}

/**
 * What a cell looks like. Of the edition's tables: `title` (小标宋), `frame` lines at its left and right ends or across, `header`,
 * `code`, `name` (indented by level), `amount` typed and `computed`, the row of totals, `remark` below. Of the tool's sheets:
 * guide, header, what is to be filled in (`input…`, unlocked) and what is made.
 */
export type Look =
  | 'title'
  | 'frameLeft'
  | 'frameCentred'
  | 'frameRight'
  | 'header'
  | 'code'
  | 'name1'
  | 'name2'
  | 'name3'
  | 'nameCentred'
  | 'amount'
  | 'computed'
  | 'totalName'
  | 'totalAmount'
  | 'remark'
  | 'paragraph'
  | 'guide'
  | 'ownHeader'
  | 'input'
  | 'inputWrap'
  | 'inputCode'
  | 'inputAmount'
  | 'made'
  | 'madeWrap'
  | 'madeLink'
  | 'madeAmount'
  | 'error'
  | 'warning';
