import type { CellRef } from '../../engine/snapshot/address';
import { isCellEdit } from '../../engine/snapshot/edits';
import type { Patch, Receipt } from '../../engine/snapshot/patch';
import type { Cell, SheetSnapshot, Snapshot } from '../../engine/snapshot/snapshot';
import { sheetNamed } from '../../engine/snapshot/snapshot';
import type { UndoableCommand } from '../../i18n/pane/words';

/** A command that was taken back, and what does it once more. */
export interface Undone {
  readonly name: UndoableCommand;
  readonly redo: Patch;
  /** The workbook as the undoing left it. */
  readonly after: Snapshot;
}

/**
 * What does a command once more that was taken back by a patch with this receipt. Undefined where nothing was taken back, or where rows
 * stayed that the command had put in: it would put them in a second time.
 */
export function redoOf({ undo, refused }: Receipt): Patch | undefined {
  if (undo.edits.length === 0 || refused.some(({ edit }) => edit.do === 'deleteRows')) return undefined;
  return { ...undo, command: 'redo' };
}

/**
 * Whether a command may be done once more in the workbook as it stands. Flags, rows and whole sheets were made for just what there was:
 * nothing may have changed. Amounts and formulas of single cells go where they went, as long as the words and the formulas around them
 * stand where they stood (around a formula, those of all sheets: it may refer to any); a cell that holds something else by now is left
 * alone by whoever writes.
 */
export function mayRedo({ redo, after }: Undone, now: Snapshot): boolean {
  if (now.stamp === after.stamp) return true;
  const cells = redo.edits.flatMap((edit): readonly CellRef[] => (isCellEdit(edit) ? [edit.at] : []));
  if (cells.length < redo.edits.length) return false;
  const names = redo.edits.some((edit) => edit.do === 'setFormula')
    ? after.sheets.map(({ name }) => name)
    : [...new Set(cells.map(({ sheet }) => sheet))];
  return names.every((name) => {
    const [before, present] = [sheetNamed(after, name), sheetNamed(now, name)];
    const targets = new Set(cells.filter(({ sheet }) => sheet === name).map(keyOf));
    return before !== undefined && present !== undefined && sameWords(before, present, targets);
  });
}

const keyOf = ({ row, column }: { readonly row: number; readonly column: number }): string => `${row},${column}`;

/** Whether two states of a sheet hold the same texts and formulas in the same places, apart from some cells. */
function sameWords(before: SheetSnapshot, now: SheetSnapshot, apart: ReadonlySet<string>): boolean {
  const [then, present] = [wordsOf(before, apart), wordsOf(now, apart)];
  return then.size === present.size && [...then].every(([place, words]) => present.get(place) === words);
}

function wordsOf({ rows }: SheetSnapshot, apart: ReadonlySet<string>): ReadonlyMap<string, string> {
  return new Map(
    rows.flatMap(({ row, cells }) =>
      cells.flatMap((cell): readonly (readonly [string, string])[] => {
        const words = wordsIn(cell);
        const place = keyOf({ row, column: cell.column });
        return words === undefined || apart.has(place) ? [] : [[place, words]];
      }),
    ),
  );
}

function wordsIn({ formula, value }: Cell): string | undefined {
  if (formula !== undefined) return `=${formula}`;
  return typeof value === 'string' ? `'${value}` : undefined;
}
