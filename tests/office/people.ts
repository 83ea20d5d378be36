import { columnIndex } from '../../src/engine/snapshot/address';
import { areaOfAddress } from './model/addresses';
import { enter } from './model/enter';
import { deleteRows, insertRows } from './model/structure';
import type { UndoList } from './model/undo-list';
import type { Change, ModelSheet, ModelValue, ModelWorkbook } from './model/workbook';

/** What somebody at the keyboard does to a workbook. Rows and columns as people count them: `9`, `B`. */
export interface Person {
  types(sheet: string, address: string, value: ModelValue): void;
  insertsRow(sheet: string, row: number): void;
  deletesRow(sheet: string, row: number): void;
  hidesColumn(sheet: string, column: string): void;
  renamesSheet(sheet: string, name: string): void;
  deletesSheet(sheet: string): void;
  addsSheet(name: string): void;
  protects(sheet: string): void;
  /** Anything else, as one step of the undo list. */
  does(what: (workbook: ModelWorkbook) => void): void;
  /** Ctrl+Z; false where there is nothing to take back. */
  undoes(): boolean;
}

type Tell = (changes: readonly Change[], calculated: readonly ModelSheet[]) => void;

export function personAt(workbook: ModelWorkbook, undoList: UndoList, tell: Tell, isHere = true): Person {
  const sheetOf = (name: string): ModelSheet => {
    const sheet = workbook.sheet(name);
    if (!sheet) throw new Error(`no sheet ${name}`);
    return sheet;
  };
  const does = (what: (workbook: ModelWorkbook) => void): void => {
    // A batch may be under way: what it has written so far is not this person's doing.
    const others = workbook.takeChanges();
    const before = isHere ? undoList.save() : undefined;
    what(workbook);
    const changes = workbook.takeChanges();
    // Nobody takes back what somebody else has done.
    if (before) undoList.userDid(before, changes);
    for (const change of others) workbook.note(change);
    tell(changes, workbook.compute());
  };
  return {
    does,
    types: (sheet, address, value) =>
      does(() => {
        const area = areaOfAddress(address);
        enter(workbook, sheetOf(sheet), area.top, area.left, value);
        workbook.note({ kind: 'cells', sheet: sheetOf(sheet), area, change: 'RangeEdited' });
      }),
    insertsRow: (sheet, row) => does(() => insertRows(workbook, sheetOf(sheet), row - 1, 1)),
    deletesRow: (sheet, row) => does(() => deleteRows(workbook, sheetOf(sheet), row - 1, 1)),
    hidesColumn: (sheet, column) =>
      does(() => {
        sheetOf(sheet).hiddenColumns.add(columnIndex(column));
        workbook.note({ kind: 'other' });
      }),
    renamesSheet: (sheet, name) => does(() => workbook.renameSheet(sheetOf(sheet), name)),
    deletesSheet: (sheet) => does(() => workbook.removeSheet(sheetOf(sheet))),
    addsSheet: (name) => does(() => void workbook.addSheet(name)),
    protects: (sheet) =>
      does(() => {
        sheetOf(sheet).isProtected = true;
        workbook.note({ kind: 'final' });
      }),
    undoes: () => {
      if (!undoList.undo()) return false;
      const changes = workbook.sheets.flatMap((sheet): readonly Change[] => {
        const area = sheet.usedArea(true);
        return area ? [{ kind: 'cells', sheet, area, change: 'RangeEdited' }] : [];
      });
      tell(changes, workbook.compute());
      return true;
    },
  };
}
