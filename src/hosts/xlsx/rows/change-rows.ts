import type { Edit } from '../../../engine/snapshot/patch';
import { cellAt, rowAt, sheetNamed } from '../../../engine/snapshot/snapshot';
import { Draft, PartUnreadable } from '../draft';
import { SheetList } from '../edit-sheets';
import type { OpenedBook } from '../opened-book';
import type { ZipEntry } from '../zip-read';
import { likenesses } from './likeness';
import { PartMover } from './parts';
import { refusedRows } from './refusals';
import type { RefusedRows } from './refusals';
import { RowChange, newRows } from './row-change';
import type { RowsIn, RowsOut } from './row-change';
import { movedWorksheet } from './worksheet';

/** A workbook with rows put in or taken out, and what undoes it; or why nothing was done. */
export type RowsChanged =
  | { readonly ok: true; readonly entries: readonly ZipEntry[]; readonly undo: readonly Edit[] }
  | { readonly ok: false; readonly refused: readonly RefusedRows[] };

/** Puts rows in. All of them or none: whatever else a patch writes speaks of the sheets as they are with them. */
export function putRowsIn(book: OpenedBook, edits: readonly RowsIn[]): RowsChanged {
  return change(book, edits, RowChange.in(edits), () => {
    const sheets = [...new Set(edits.map(({ sheet }) => sheet))];
    return sheets.flatMap((sheet) => {
      const rows = newRows(edits.filter((edit) => edit.sheet === sheet)).map(({ row }) => row);
      return runsOf(rows).map(({ at, count }): Edit => ({ do: 'deleteRows', sheet, at, count }));
    });
  });
}

/** Takes rows out. What undoes it puts rows of the same looks in again, with what they held. */
export function takeRowsOut(book: OpenedBook, edits: readonly RowsOut[]): RowsChanged {
  const moves = RowChange.out(edits);
  return change(book, edits, moves, (draft) =>
    edits.flatMap((edit): readonly Edit[] => {
      const { sheet: name, at, count } = edit;
      const sheet = sheetNamed(book.snapshot, name);
      const path = pathOf(book, name);
      if (!sheet || path === undefined) return [];
      const above = moves.of(name)?.moves.span(at, Number.MAX_SAFE_INTEGER)?.from ?? at;
      const alike = likenesses(draft.read(path), sheet.merges, moves.of(name)?.moves);
      const rows = Array.from({ length: count }, (_row, index) => at + index);
      return [
        ...rows.map((row): Edit => ({ do: 'insertRows', sheet: name, at: above, count: 1, like: alike(row) })),
        ...rows.flatMap((row) =>
          (rowAt(sheet, row)?.cells ?? []).map(({ column }): Edit => {
            const cell = cellAt(sheet, row, column);
            const there = { sheet: name, row, column };
            return cell?.formula === undefined
              ? { do: 'setValue', at: there, to: cell?.value ?? null }
              : { do: 'setFormula', at: there, to: cell.formula, value: cell.value };
          }),
        ),
      ];
    }),
  );
}

function change(
  book: OpenedBook,
  edits: readonly (RowsIn | RowsOut)[],
  moves: RowChange,
  undoOf: (draft: Draft) => readonly Edit[],
): RowsChanged {
  const draft = new Draft(book.parts);
  try {
    const refused = refusedRows(book, draft, edits);
    if (refused.length > 0) return { ok: false, refused };
    const undo = undoOf(draft);
    moveAll(book, draft, moves);
    return { ok: true, entries: draft.entries(), undo };
  } catch (problem) {
    if (!(problem instanceof PartUnreadable)) throw problem;
    return { ok: false, refused: edits.map((edit) => ({ edit, because: 'unsupported' })) };
  }
}

function moveAll(book: OpenedBook, draft: Draft, moves: RowChange): void {
  const { workbook } = book;
  const mover = new PartMover(draft, moves);
  mover.workbook(workbook.path);
  let hasFormulas = false;
  for (const { name, path, hasCells } of workbook.sheets) {
    mover.sheet(path, name);
    if (!hasCells) continue;
    const before = draft.read(path);
    const after = movedWorksheet(before, name, moves);
    if (after !== before) draft.write(path, after);
    hasFormulas ||=
      sheetNamed(book.snapshot, name)?.rows.some(({ cells }) => cells.some(({ formula }) => formula !== undefined)) ===
      true;
  }
  if (!hasFormulas) return;
  const list = new SheetList(draft, workbook.path);
  list.dropCalculationChain();
  list.recalculateOnLoad();
}

const pathOf = (book: OpenedBook, name: string): string | undefined =>
  book.workbook.sheets.find((entry) => entry.name === name)?.path;

/** Rising numbers as runs of neighbours. */
function runsOf(rows: readonly number[]): readonly { readonly at: number; readonly count: number }[] {
  const runs: { at: number; count: number }[] = [];
  for (const row of rows) {
    const last = runs[runs.length - 1];
    if (last && last.at + last.count === row) last.count++;
    else runs.push({ at: row, count: 1 });
  }
  return runs;
}
