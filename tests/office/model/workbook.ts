import type { Area } from '../../../src/engine/snapshot/address';
import { HostError } from '../server/host-error';
import { contains } from './addresses';
import type { Typed } from './typed-input';
import { typedInto } from './typed-input';

export type ModelValue = number | string | boolean;

export interface ModelCell {
  value: ModelValue;
  formula?: string;
  format: string;
  locked: boolean;
  /** Formatting that this model keeps but does not interpret: `fill/color`, `font/bold` … */
  look: Map<string, unknown>;
}

export interface ModelConditionalFormat {
  readonly id: string;
  readonly type: string;
  areas: readonly Area[];
  /** Of a custom rule, with its leading `=`. */
  formula: string;
  /** `fill/color`, `font/bold`, `borders/EdgeTop/color` … */
  readonly look: Map<string, unknown>;
}

export interface ModelName {
  readonly name: string;
  formula: string;
  visible: boolean;
}

let nextId = 1;

/** An id of the form Excel gives: opaque, never reused. */
export function newId(): string {
  return `{${(nextId++).toString(16).padStart(8, '0').toUpperCase()}-0001-0000-0000-000000000000}`;
}

export class ModelSheet {
  readonly id = newId();
  visibility: 'Visible' | 'Hidden' | 'VeryHidden' = 'Visible';
  isProtected = false;
  tabColor = '';
  readonly rows = new Map<number, Map<number, ModelCell>>();
  merges: Area[] = [];
  readonly hiddenRows = new Set<number>();
  readonly hiddenColumns = new Set<number>();
  conditionalFormats: ModelConditionalFormat[] = [];
  readonly names = new Map<string, ModelName>();
  /** Page layout, frozen panes, column widths and the like: kept, not interpreted. */
  readonly settings = new Map<string, unknown>();

  constructor(public name: string) {}

  cell(row: number, column: number): ModelCell | undefined {
    return this.rows.get(row)?.get(column);
  }

  touch(row: number, column: number): ModelCell {
    let cells = this.rows.get(row);
    if (!cells) this.rows.set(row, (cells = new Map<number, ModelCell>()));
    let cell = cells.get(column);
    if (!cell) cells.set(column, (cell = { value: '', format: 'General', locked: true, look: new Map() }));
    return cell;
  }

  /** What `Range.values` and `Range.formulas` do to a cell. */
  type(row: number, column: number, input: ModelValue): void {
    if (
      this.merges.some(
        (merge) =>
          contains(merge, { top: row, left: column, bottom: row, right: column }) &&
          (merge.top !== row || merge.left !== column),
      )
    ) {
      return; // Excel takes the write and keeps nothing: only the upper left cell of a merged area holds a value.
    }
    const cell = this.touch(row, column);
    if (cell.locked && this.isProtected)
      throw new HostError('AccessDenied', 'You cannot perform the requested operation.');
    const typed: Typed = typeof input === 'string' ? typedInto(input, cell.format) : { value: input };
    cell.value = typed.value;
    if (typed.formula === undefined) delete cell.formula;
    else cell.formula = typed.formula;
    if (typed.format !== undefined && cell.format === 'General') cell.format = typed.format;
  }

  /** The smallest rectangle round the cells that hold something (or, unless `valuesOnly`, are formatted). */
  usedArea(valuesOnly: boolean): Area | undefined {
    let area: Area | undefined;
    for (const [row, cells] of this.rows) {
      for (const [column, cell] of cells) {
        if (
          cell.value === '' &&
          cell.formula === undefined &&
          (valuesOnly || (cell.format === 'General' && cell.look.size === 0))
        )
          continue;
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

  /** Throws what Excel throws for a write to a protected sheet. */
  mustBeOpen(): void {
    if (this.isProtected) throw new HostError('AccessDenied', 'You cannot perform the requested operation.');
  }
}

export interface Selection {
  readonly sheet: string;
  readonly areas: readonly Area[];
}

/** A workbook as Excel would hold it, without Excel: what the far end of office.js works on and what assertions read. */
export class ModelWorkbook {
  readonly sheets: ModelSheet[] = [];
  readonly names = new Map<string, ModelName>();
  readonly settings = new Map<string, unknown>();
  active: ModelSheet;
  selection: Selection;
  /** While somebody types in a cell, Excel refuses every call. */
  inCellEdit = false;

  constructor(sheetNames: readonly string[]) {
    const [first = 'Sheet1', ...others] = sheetNames;
    this.active = this.addSheet(first);
    for (const name of others) this.addSheet(name);
    this.selection = { sheet: first, areas: [{ top: 0, left: 0, bottom: 0, right: 0 }] };
  }

  /** By name, as Excel does: without regard to case. Its id does too. */
  sheet(key: string): ModelSheet | undefined {
    return this.sheets.find((sheet) => sheet.id === key || sheet.name.toLowerCase() === key.toLowerCase());
  }

  addSheet(name: string): ModelSheet {
    if (name === '' || name.length > 31 || /[[\]:*?/\\]/.test(name) || name.startsWith("'") || name.endsWith("'")) {
      throw new HostError('InvalidArgument', `Not a sheet name: ${name}`);
    }
    if (this.sheet(name)) throw new HostError('ItemAlreadyExists', `A sheet of that name exists: ${name}`);
    const sheet = new ModelSheet(name);
    this.sheets.push(sheet);
    return sheet;
  }

  removeSheet(sheet: ModelSheet): void {
    if (sheet.visibility === 'VeryHidden')
      throw new HostError('InvalidOperation', 'A very hidden sheet cannot be deleted.');
    const others = this.sheets.filter((other) => other !== sheet && other.visibility === 'Visible');
    if (others.length === 0)
      throw new HostError('InvalidOperation', 'A workbook must contain at least one visible worksheet.');
    this.sheets.splice(this.sheets.indexOf(sheet), 1);
    if (this.active === sheet) this.active = others[0] ?? sheet;
  }
}
