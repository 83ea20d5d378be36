import type { Book, RecognisedForm } from '../../engine/book/book';
import { cellsWithin } from '../../engine/check/look';
import type { Member } from '../../engine/scope/scope';
import { cellKey, type CellRef } from '../../engine/snapshot/address';
import type { CellValue, Snapshot } from '../../engine/snapshot/snapshot';
import { normaliseText } from '../../engine/text/normalise';
import { isNothing, recogniseBest } from '../check';
import { compilingEditionIds } from '../editions';
import { newSheets } from '../new';

/**
 * What people have written into the performance tables of a workbook, by project, each text in one spelling: everything but what is
 * printed on the form, its amounts, and who and what it is about. A project without any is left out.
 */
export async function formWords(snapshot: Snapshot): Promise<ReadonlyMap<Member, ReadonlySet<string>>> {
  const best = await recogniseBest(snapshot);
  const book = best && !isNothing(best) ? best.book : undefined;
  const forms = book?.forms ?? [];
  if (!book || forms.length === 0) return new Map();
  const printed = await printedWords(book);
  const found = new Map<Member, Set<string>>();
  for (const form of forms) {
    const project = normaliseText(form.subject?.text ?? '');
    const words = found.get(project) ?? new Set<string>();
    for (const word of wordsIn(form, snapshot)) if (!printed.has(word)) words.add(word);
    if (words.size > 0) found.set(project, words);
  }
  return found;
}

function wordsIn(form: RecognisedForm, snapshot: Snapshot): readonly string[] {
  const { frame, subject, budgetUnit, amounts } = form;
  const about: readonly (CellRef | undefined)[] = [
    ...[frame.title, frame.department, frame.year, subject, budgetUnit].map((one) => one?.cell),
    frame.unitCell,
    ...amounts.map(({ figure }) => figure.cell),
  ];
  const apart = new Set(about.flatMap((cell) => (cell ? [cellKey(cell)] : [])));
  return cellsWithin(snapshot, frame, ({ value, formula }) => value !== null && formula === undefined)
    .filter(({ ref }) => !apart.has(cellKey(ref)))
    .map(({ cell }) => spelled(cell.value))
    .filter((text) => text !== '');
}

/** In one spelling and without a year, which is another in the form of another budget. */
const spelled = (value: CellValue): string => normaliseText(String(value ?? '')).replace(/20[0-9]{2}(?=年)/g, '');

/** What a blank form of the edition prints, where the tool draws it: known from the form itself. */
async function printedWords({ edition }: Book): Promise<ReadonlySet<string>> {
  const { id, year } = edition.declared;
  if (!(await compilingEditionIds()).includes(id)) return new Set();
  const sheets = await newSheets({ edition: id, department: '', year });
  return new Set(
    sheets
      .filter(({ kind }) => kind === 'table')
      .flatMap(({ rows }) => rows.flatMap(({ cells }) => cells.map(({ value }) => spelled(value)))),
  );
}
