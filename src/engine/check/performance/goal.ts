import type { RecognisedForm } from '../../book/book';
import { cellKey, type CellRef } from '../../snapshot/address';
import type { Snapshot } from '../../snapshot/snapshot';
import { normaliseText } from '../../text/normalise';
import { cellsWithin, isTextCell } from '../look';

const SHORTEST_GOAL = 15;

export interface Goal {
  readonly cell: CellRef;
  /** As it stands in the cell. */
  readonly words: string;
  /** In one spelling. */
  readonly text: string;
}

/**
 * The goal of a form: the longest text above its indicators that does not say who and what the form is about; undefined where none is
 * long enough to be one.
 */
export function goalOf(form: RecognisedForm, snapshot: Snapshot): Goal | undefined {
  return textsAbove(form, snapshot)
    .filter(({ text }) => text.length >= SHORTEST_GOAL)
    .sort((a, b) => b.text.length - a.text.length)[0];
}

/** Whether a form has a goal, however short: where the form has a header for it, whatever stands below or beside that. */
export function hasGoal(form: RecognisedForm, snapshot: Snapshot): boolean {
  if (goalOf(form, snapshot)) return true;
  const { print, indicators } = form.declared;
  const [goal, goalHeader] = [print?.goal, print?.goalHeader].map((text = '') => normaliseText(text));
  const texts = textsAbove(form, snapshot);
  const header = texts.find(({ text }) => text === goalHeader);
  if (!header) return false;
  const headers = new Set(Object.values(indicators.headers).map(normaliseText));
  const isWritten = ({ text, cell: { row, column } }: Goal): boolean =>
    text !== goal &&
    !headers.has(text) &&
    (row === header.cell.row
      ? column > header.cell.column
      : row === header.cell.row + 1 && column >= header.cell.column);
  return texts.some(isWritten);
}

function textsAbove(form: RecognisedForm, snapshot: Snapshot): readonly Goal[] {
  const firstIndicator = form.indicators[0]?.row ?? Infinity;
  const { frame, subject, budgetUnit, amounts } = form;
  const about = [frame.title, frame.department, frame.year, subject, budgetUnit];
  const apart = [...about.map((one) => one?.cell), frame.unitCell, ...amounts.map(({ figure }) => figure.cell)];
  const cells = new Set(apart.flatMap((cell) => (cell ? [cellKey(cell)] : [])));
  const names = new Set([subject?.text, budgetUnit?.text]);
  return cellsWithin(snapshot, frame, isTextCell)
    .filter(({ ref }) => ref.row < firstIndicator && !cells.has(cellKey(ref)))
    .map(({ ref, cell }): Goal => ({ cell: ref, words: String(cell.value), text: normaliseText(String(cell.value)) }))
    .filter(({ text }) => text !== '' && !names.has(text));
}
