import { figuresOf, type Figure } from '../engine/book/book';
import { deriveEquations } from '../engine/equation/derive';
import { evaluate } from '../engine/equation/evaluate';
import { relationsByCell, type Relation } from '../engine/evidence/relations';
import { cellKey, type CellRef } from '../engine/snapshot/address';
import type { Snapshot } from '../engine/snapshot/snapshot';
import { isNothing, recogniseBest } from './check';

/** What every figure of a workbook rests on. */
export interface Evidence {
  /** The figure in a cell; undefined where the cell holds none. */
  figureAt(cell: CellRef): Figure | undefined;
  /** The equations that hold a figure, those that fail first. */
  relationsOf(figure: Figure): readonly Relation[];
}

/** Undefined where nothing was recognised. `edition` is a wish, as for checking. */
export async function evidenceOf(snapshot: Snapshot, edition?: string): Promise<Evidence | undefined> {
  const best = await recogniseBest(snapshot, edition);
  if (!best || isNothing(best)) return undefined;
  const figures = new Map([...figuresOf(best.book)].map((figure) => [cellKey(figure.cell), figure]));
  const relations = relationsByCell(evaluate(deriveEquations(best.book)));
  return {
    figureAt: (cell) => figures.get(cellKey(cell)),
    relationsOf: (figure) => relations.get(cellKey(figure.cell)) ?? [],
  };
}
