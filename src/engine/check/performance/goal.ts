import type { RecognisedForm } from '../../book/book';
import type { CellRef } from '../../snapshot/address';
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

/** The goal of a form: the longest text above its indicators; undefined where none is long enough to be one. */
export function goalOf(form: RecognisedForm, snapshot: Snapshot): Goal | undefined {
  const firstIndicator = form.indicators[0]?.row ?? Infinity;
  return cellsWithin(snapshot, form.frame, isTextCell)
    .filter(({ ref }) => ref.row < firstIndicator)
    .map(({ ref, cell }): Goal => ({ cell: ref, words: String(cell.value), text: normaliseText(String(cell.value)) }))
    .filter(({ text }) => text.length >= SHORTEST_GOAL)
    .sort((a, b) => b.text.length - a.text.length)[0];
}
