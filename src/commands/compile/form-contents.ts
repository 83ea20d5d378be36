import type { Book, RecognisedForm } from '../../engine/book/book';
import { goalOf } from '../../engine/check/performance/goal';
import type { FormContent } from '../../engine/compile/draw-form';
import type { Member } from '../../engine/scope/scope';
import type { CellRef } from '../../engine/snapshot/address';
import { cellAt, sheetNamed, type CellValue, type Snapshot } from '../../engine/snapshot/snapshot';
import { normaliseText, readable } from '../../engine/text/normalise';

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
    const budgetUnit = otherUnit(form, book);
    if (project !== '' && !found.has(project) && (goal !== null || indicators.length > 0 || budgetUnit !== undefined))
      found.set(project, { goal, indicators, ...(budgetUnit === undefined ? {} : { budgetUnit }) });
  }
  return found;
}

/** The unit that a form names, where it is not the department of the tables: that one may be called otherwise now. */
function otherUnit({ budgetUnit }: RecognisedForm, { department }: Book): string | undefined {
  const unit = budgetUnit?.text ?? '';
  return unit === '' || (department !== undefined && normaliseText(unit) === normaliseText(department))
    ? undefined
    : readable(unit);
}
