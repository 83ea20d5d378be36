import type { Placement } from '../edition/edition';
import type { Book, Figure, RecognisedBlock } from './book';

/** A cell in a column where, by the edition's word, nothing of its row's code belongs. */
export interface Misfit {
  readonly figure: Figure;
  /** The code of the row. */
  readonly code: string;
  /** The member of the column, and the one under which the code belongs. */
  readonly found: string;
  readonly wanted: string;
}

/** All such cells, whether something stands in them or not. */
export function misfitsIn({ edition, tables }: Book): readonly Misfit[] {
  const placements = edition.declared.placements ?? [];
  if (placements.length === 0) return [];
  return tables.flatMap(({ blocks }) => blocks.flatMap((block) => misfitsOf(block, placements)));
}

function misfitsOf(block: RecognisedBlock, placements: readonly Placement[]): readonly Misfit[] {
  return block.rows.nodes.flatMap((row, r) =>
    placements.flatMap((placement) => {
      const code = row.members[placement.along];
      if (code === undefined || !covers(placement.codes, code) || covers(placement.except ?? [], code)) return [];
      const rivals = placements
        .filter((other) => other.dimension === placement.dimension && other.member !== placement.member)
        .map((other) => other.member);
      return block.columns.nodes.flatMap((column, c): readonly Misfit[] => {
        const found = column.members[placement.dimension];
        const figure = block.figures[r]?.[c];
        return found !== undefined && rivals.includes(found) && figure
          ? [{ figure, code, found, wanted: placement.member }]
          : [];
      });
    }),
  );
}

const covers = (codes: readonly string[], code: string): boolean => codes.some((prefix) => code.startsWith(prefix));
