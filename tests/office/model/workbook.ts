import type { Area } from '../../../src/engine/snapshot/address';
import { HostError } from '../server/host-error';
import { computed } from './calculate';
import { sheetsNamed, withoutSheet, withRenamedSheet } from './references';
import type { ModelName } from './sheet';
import { ModelSheet } from './sheet';

export type { ModelCell, ModelValue } from './cell';
export type { ModelChart, ModelConditionalFormat, ModelName, ModelValidation } from './sheet';
export { ModelSheet, newId } from './sheet';

export interface Selection {
  readonly sheet: string;
  readonly areas: readonly Area[];
}

/** Something that was written. Kept until the end of the batch, or of what the user did: then events are told and formulas computed. */
export type Change =
  | {
      readonly kind: 'cells';
      readonly sheet: ModelSheet;
      readonly area: Area;
      readonly change: 'RangeEdited' | 'RowInserted' | 'RowDeleted';
    }
  | { readonly kind: 'added' | 'deleted'; readonly sheet: ModelSheet }
  /** A look, a name, a rule: undone by the user where Excel can undo an add-in's writes at all. */
  | { readonly kind: 'other' }
  /** What Excel never undoes: renaming, moving, hiding a sheet, protection. */
  | { readonly kind: 'final' };

/** A workbook as Excel would hold it, without Excel: what the far end of office.js works on and what assertions read. */
export class ModelWorkbook {
  sheets: ModelSheet[] = [];
  names = new Map<string, ModelName>();
  /** Of the add-in, in the file. They take no part in undo. */
  readonly settings = new Map<string, unknown>();
  readonly fileName: string = '预算.xlsx';
  /** Nobody may add, delete, rename, move or hide a sheet. */
  isStructureProtected = false;
  calculationMode: 'Automatic' | 'Manual' = 'Automatic';
  active: ModelSheet;
  selection: Selection;
  /** Excel reads no more cells at once. */
  cellLimit = 5_000_000;
  /** While somebody types in a cell, Excel refuses every call. */
  inCellEdit = false;
  /** Another workbook has come to the front. */
  inBackground = false;
  private changes: Change[] = [];

  constructor(sheetNames: readonly string[]) {
    const [first = 'Sheet1', ...others] = sheetNames;
    this.active = this.addSheet(first);
    for (const name of others) this.addSheet(name);
    this.selection = { sheet: first, areas: [{ top: 0, left: 0, bottom: 0, right: 0 }] };
    this.changes = [];
  }

  /** By name, as Excel does: without regard to case. Its id does too. */
  sheet(key: string): ModelSheet | undefined {
    return this.sheets.find((sheet) => sheet.id === key || sheet.name.toLowerCase() === key.toLowerCase());
  }

  addSheet(name: string): ModelSheet {
    this.mustBeOpen();
    this.mustBeName(name);
    const sheet = new ModelSheet(name);
    this.sheets.push(sheet);
    this.note({ kind: 'added', sheet });
    return sheet;
  }

  renameSheet(sheet: ModelSheet, name: string): void {
    this.mustBeOpen();
    if (name.toLowerCase() !== sheet.name.toLowerCase()) this.mustBeName(name);
    const before = sheet.name;
    sheet.name = name;
    this.eachFormula((formula) => withRenamedSheet(formula, before, name));
    this.note({ kind: 'final' });
  }

  removeSheet(sheet: ModelSheet): void {
    this.mustBeOpen();
    if (sheet.visibility === 'VeryHidden')
      throw new HostError('InvalidOperation', 'A very hidden sheet cannot be deleted.');
    const others = this.sheets.filter((other) => other !== sheet && other.visibility === 'Visible');
    if (others.length === 0)
      throw new HostError('InvalidOperation', 'A workbook must contain at least one visible worksheet.');
    this.sheets.splice(this.sheets.indexOf(sheet), 1);
    this.eachFormula((formula) => withoutSheet(formula, sheet.name));
    if (this.active === sheet) this.active = others[0] ?? sheet;
    this.note({ kind: 'deleted', sheet });
  }

  /** What formulas are written into the workbook must name sheets that are there. */
  mustKnowSheets(formula: string): void {
    const unknown = sheetsNamed(formula).find((name) => !name.startsWith('[') && !this.sheet(name));
    if (unknown !== undefined) throw new HostError('InvalidArgument', `No such sheet: ${unknown}`);
  }

  /** Rewrites every formula; `own` is the name of the sheet it stands in. Names hold formulas too. */
  eachFormula(rewrite: (formula: string, own: string) => string): void {
    for (const sheet of this.sheets) {
      for (const cells of sheet.rows.values())
        for (const cell of cells.values())
          if (cell.formula !== undefined) cell.formula = rewrite(cell.formula, sheet.name);
      for (const name of sheet.names.values()) name.formula = `=${rewrite(name.formula.slice(1), sheet.name)}`;
      for (const chart of sheet.charts) {
        chart.source = rewrite(chart.source, sheet.name);
        const title = chart.look.get('title/formula');
        if (typeof title === 'string') chart.look.set('title/formula', `=${rewrite(title.slice(1), sheet.name)}`);
      }
    }
    for (const name of this.names.values()) name.formula = `=${rewrite(name.formula.slice(1), '')}`;
  }

  note(change: Change): void {
    this.changes.push(change);
  }

  /** What has been written since it was last asked. */
  takeChanges(): readonly Change[] {
    const taken = this.changes;
    this.changes = [];
    return taken;
  }

  /** Computes all formulas and gives the sheets in which a value has changed. */
  compute(): readonly ModelSheet[] {
    return this.calculationMode === 'Automatic' ? computed(this.sheets) : [];
  }

  /** Throws what Excel throws where the structure is protected. */
  mustBeOpen(): void {
    if (this.isStructureProtected) throw new HostError('AccessDenied', 'The structure of the workbook is protected.');
  }

  private mustBeName(name: string): void {
    if (name === '' || name.length > 31 || /[[\]:*?/\\]/.test(name) || name.startsWith("'") || name.endsWith("'")) {
      throw new HostError('InvalidArgument', `Not a sheet name: ${name}`);
    }
    if (this.sheet(name)) throw new HostError('ItemAlreadyExists', `A sheet of that name exists: ${name}`);
  }
}
