import type { Area } from '../../../src/engine/snapshot/address';
import { HostError } from '../server/host-error';
import { contains } from './addresses';
import type { ModelCell, ModelValue } from './cell';
import { holdsSomething, isFormatted, newCell } from './cell';
import { typedInto } from './typed-input';

export interface ModelConditionalFormat {
  readonly id: string;
  readonly type: string;
  areas: readonly Area[];
  /** Of a custom rule, with its leading `=`. */
  formula: string;
  /** `fill/color`, `font/bold`, `borders/EdgeTop/color` … */
  readonly look: Map<string, unknown>;
}

export interface ModelValidation {
  areas: readonly Area[];
  rule: unknown;
  prompt: unknown;
  errorAlert: unknown;
  ignoreBlanks: boolean;
}

export interface ModelChart {
  readonly id: string;
  name: string;
  readonly type: string;
  /** What it stands on, with its sheet: `图表!A4:C9`. Moves like a formula. */
  source: string;
  /** In points, from the corner of the sheet. */
  readonly place: { left: number; top: number; width: number; height: number };
  /** One for each series. */
  readonly series: readonly Map<string, unknown>[];
  /** `title/formula`, `legend/position`, `axes/valueAxis/visible` … */
  readonly look: Map<string, unknown>;
}

export interface ModelName {
  readonly name: string;
  formula: string;
  visible: boolean;
}

export interface ModelFilter {
  area: Area;
  /** Criteria are set: rows may be hidden by it. */
  filtered: boolean;
}

export interface ModelSpan {
  from: number;
  to: number;
}

/** What a protected sheet still allows, as `protection.options` says it; whatever is not listed is forbidden. */
export type ProtectionOptions = Readonly<Record<string, unknown>>;

export type Visibility = 'Visible' | 'Hidden' | 'VeryHidden';

let nextId = 1;

/** An id of the form Excel gives: opaque, never reused. */
export function newId(): string {
  return `{${(nextId++).toString(16).padStart(8, '0').toUpperCase()}-0001-0000-0000-000000000000}`;
}

export class ModelSheet {
  visibility: Visibility = 'Visible';
  isProtected = false;
  protectionOptions: ProtectionOptions = {};
  tabColor = '';
  rows = new Map<number, Map<number, ModelCell>>();
  merges: Area[] = [];
  hiddenRows = new Set<number>();
  hiddenColumns = new Set<number>();
  /** In points; a row or column not listed is as Excel makes it. */
  rowHeights = new Map<number, number>();
  columnWidths = new Map<number, number>();
  /** Outline groups of rows. */
  groups: ModelSpan[] = [];
  conditionalFormats: ModelConditionalFormat[] = [];
  validations: ModelValidation[] = [];
  charts: ModelChart[] = [];
  names = new Map<string, ModelName>();
  filter: ModelFilter | undefined;
  frozen: Area | undefined;
  printTitles: ModelSpan | undefined;
  /** Excel tables and array formulas: structure that rows cannot be put into the middle of. */
  unsplittable: Area[] = [];
  /** Page layout and the like: kept, not interpreted. */
  settings = new Map<string, unknown>();

  constructor(
    public name: string,
    readonly id: string = newId(),
  ) {}

  cell(row: number, column: number): ModelCell | undefined {
    return this.rows.get(row)?.get(column);
  }

  touch(row: number, column: number): ModelCell {
    let cells = this.rows.get(row);
    if (!cells) this.rows.set(row, (cells = new Map<number, ModelCell>()));
    let cell = cells.get(column);
    if (!cell) cells.set(column, (cell = newCell()));
    return cell;
  }

  /** What `Range.values` and `Range.formulas` do to a cell. */
  type(row: number, column: number, input: ModelValue): void {
    const here = { top: row, left: column, bottom: row, right: column };
    const cell = this.touch(row, column);
    if (cell.locked) this.mustBeOpen();
    // Excel takes the write and keeps nothing: only the upper left cell of a merged area holds a value.
    if (this.merges.some((merge) => contains(merge, here) && (merge.top !== row || merge.left !== column))) return;
    const typed = typedInto(input, cell.format);
    cell.value = typed.value;
    delete cell.formula;
    delete cell.isText;
    if (typed.formula !== undefined) cell.formula = typed.formula;
    if (typed.isText) cell.isText = true;
    if (typed.format !== undefined && cell.format === 'General') cell.format = typed.format;
  }

  /** The smallest rectangle round the cells that hold something (or, unless `valuesOnly`, are formatted). */
  usedArea(valuesOnly: boolean): Area | undefined {
    let area: Area | undefined;
    for (const [row, cells] of this.rows) {
      for (const [column, cell] of cells) {
        if (!holdsSomething(cell) && (valuesOnly || !isFormatted(cell))) continue;
        area = area
          ? {
              top: Math.min(area.top, row),
              left: Math.min(area.left, column),
              bottom: Math.max(area.bottom, row),
              right: Math.max(area.right, column),
            }
          : { top: row, left: column, bottom: row, right: column };
      }
    }
    return area;
  }

  /** Throws what Excel throws for a write to a protected sheet, unless its protection leaves this open. */
  mustBeOpen(option?: string): void {
    if (this.isProtected && !(option !== undefined && this.protectionOptions[option] === true))
      throw new HostError('AccessDenied', 'You cannot perform the requested operation.');
  }
}
