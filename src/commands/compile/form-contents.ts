import type { Book } from '../../engine/book/book';
import { goalOf } from '../../engine/check/performance/goal';
import type { FormContent } from '../../engine/compile/draw-form';
import type { Member } from '../../engine/scope/scope';
import type { CellRef } from '../../engine/snapshot/address';
import { cellAt, sheetNamed, type CellValue, type Snapshot } from '../../engine/snapshot/snapshot';

/** What people have written into the forms of a workbook, by project: it goes along into tables of another edition. */
export function formContents(book: Book, snapshot: Snapshot): ReadonlyMap<Member, FormContent> {
  const valueAt = ({ sheet: name, row, column }: CellRef): CellValue => {
    const sheet = sheetNamed(snapshot, name);
    return (sheet && cellAt(sheet, row, column)?.value) ?? null;
  };
  const found = new Map<Member, FormContent>();
  for (const form of book.forms) {
    const project = form.subject?.text ?? '';
    const indicators = form.indicators.flatMap(({ level2, level3Cell, valueCell }) => {
      const [level3, value] = [valueAt(level3Cell), valueAt(valueCell)];
      return level3 === null && value === null ? [] : [{ level2, level3, value }];
    });
    const goal = goalOf(form, snapshot)?.words ?? null;
    if (project !== '' && !found.has(project) && (goal !== null || indicators.length > 0))
      found.set(project, { goal, indicators });
  }
  return found;
}
