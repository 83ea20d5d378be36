import type { Area } from '../../../engine/snapshot/address';
import type { CellFlag, Span } from '../../../engine/snapshot/snapshot';
import type { Held } from '../api/contents';
import type { SheetName } from '../api/own-marker';

/**
 * A sheet of the tool's as Excel is to hold it, from the first cell to the page set-up: what is drawn anew and what is brought back
 * as it was are both made of this. Plain data.
 */
export interface SheetPlan {
  readonly name: string;
  /** What it is made for: the value of its marker. */
  readonly mark: string;
  /** Among the sheets of the workbook, for one that is brought back. */
  readonly position?: number;
  readonly visibility: 'Visible' | 'Hidden' | 'VeryHidden';
  /** `#2F75B5`; empty for none. */
  readonly tabColor: string;
  readonly gridlines: boolean;
  readonly columns: readonly Size[];
  readonly rows: readonly Size[];
  /** In reading order. */
  readonly cells: readonly PlanCell[];
  readonly styles: readonly CellStyle[];
  readonly merges: readonly Area[];
  readonly frozen: { readonly rows: number; readonly columns: number };
  readonly filter?: Area;
  /** Rows that are folded under others. */
  readonly folded: readonly Span[];
  readonly page: PagePlan;
  readonly lists: readonly ListPlan[];
  readonly charts: readonly ChartPlan[];
  /** What the protected sheet still allows; undefined for a sheet that is open. */
  readonly protection?: Readonly<Record<string, unknown>>;
  /** Names of the sheet that are not the tool's. */
  readonly names: readonly SheetName[];
  readonly flags: readonly CellFlag[];
}

/** Of a row or a column; one that is not listed is as Excel makes it. */
export interface Size {
  readonly index: number;
  /** In points. */
  readonly points?: number;
  readonly hidden?: true;
}

export interface PlanCell {
  readonly row: number;
  readonly column: number;
  readonly held: Held;
  /** Number format where it is not General. */
  readonly format?: string;
  /** Its place among the styles. */
  readonly style: number;
}

/** What is not said is as in a new sheet. */
export interface CellStyle {
  readonly fill?: string;
  readonly font?: {
    readonly name?: string;
    readonly size?: number;
    readonly color?: string;
    readonly bold?: true;
    readonly italic?: true;
    readonly strikethrough?: true;
    readonly underline?: Excel.RangeFont['underline'];
  };
  readonly horizontal?: Excel.RangeFormat['horizontalAlignment'];
  readonly vertical?: Excel.RangeFormat['verticalAlignment'];
  readonly wrap?: true;
  readonly indent?: number;
  readonly borders?: { readonly [edge in Edge]?: Line };
  readonly unlocked?: true;
}

export type Edge = 'top' | 'bottom' | 'left' | 'right';

export interface Line {
  readonly style: Excel.RangeBorder['style'];
  readonly color: string;
  readonly weight?: Excel.RangeBorder['weight'];
}

export interface PagePlan {
  readonly orientation: Excel.PageLayout['orientation'];
  readonly paperSize?: Excel.PageLayout['paperSize'];
  readonly zoom: Excel.PageLayoutZoomOptions;
  readonly centred: boolean;
  /** In points. */
  readonly margins?: { readonly [side in Margin]: number };
  /** Rows repeated on every page. */
  readonly titleRows?: Span;
  readonly header: { readonly left: string; readonly center: string; readonly right: string };
  readonly footer: { readonly left: string; readonly center: string; readonly right: string };
}

export type Margin = 'left' | 'right' | 'top' | 'bottom' | 'header' | 'footer';

/** A chart over cells of the sheet: see `DrawnChart`. */
export interface ChartPlan {
  /** The one it stands under; it is drawn under that of its place among the charts. */
  readonly name: string;
  /** Undefined for a chart of the user's, and where it cannot be told any more: such a one is not brought back. */
  readonly from: Area | undefined;
  /** Cells, or points for one that is brought back. */
  readonly at: Area | { readonly left: number; readonly top: number; readonly width: number; readonly height: number };
}

/** What may be typed into some cells; rules as Excel takes them. */
export interface ListPlan {
  readonly area: Area;
  readonly rule: Excel.DataValidationRule;
  readonly prompt?: Excel.DataValidationPrompt;
  readonly errorAlert?: Excel.DataValidationErrorAlert;
  readonly ignoreBlanks: boolean;
}

/** Styles while a plan is made: the same style is kept once. */
export class StyleList {
  readonly styles: CellStyle[] = [];
  private readonly places = new Map<string, number>();

  of(style: CellStyle): number {
    const key = JSON.stringify(style);
    const known = this.places.get(key);
    if (known !== undefined) return known;
    this.places.set(key, this.styles.length);
    return this.styles.push(style) - 1;
  }
}

/** A character of the default font is 7 pixels wide, a cell has 5 pixels of margin, and Excel counts in points. */
export function pointsOfWidth(characters: number): number {
  return (characters * 7 + 5) * 0.75;
}

export function amountFormat(decimals: number): string {
  return decimals > 0 ? `#,##0.${'0'.repeat(decimals)}` : '#,##0';
}
