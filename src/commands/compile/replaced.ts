import { figuresOf, type Book, type Figure } from '../../engine/book/book';
import { sheetNamed, type Snapshot } from '../../engine/snapshot/snapshot';

/** An amount that stood in a table of the tool's and that compiling gives another value. In 万元. */
export interface ReplacedAmount {
  /** Where it stood. */
  readonly figure: Figure;
  /** What it is now; undefined where its row is gone. */
  readonly now: string | undefined;
}

/**
 * What somebody typed into tables that the tool drew before and draws anew now: typed amounts that the ledger does not give. Formulas
 * are left out; they were the tool's, or follow from what was typed.
 */
export function replacedAmounts(before: Book, now: Book, snapshot: Snapshot): readonly ReplacedAmount[] {
  const present = new Map([...figuresOf(now)].map((figure) => [`${figure.table}|${figure.scope.key}`, figure]));
  const isDrawn = (figure: Figure): boolean => sheetNamed(snapshot, figure.cell.sheet)?.drawnTable === true;
  return before.tables.flatMap((table) =>
    table.blocks.flatMap(({ figures }) =>
      figures.flat().flatMap((figure): readonly ReplacedAmount[] => {
        const { reading, formula, value } = figure;
        if (reading.kind !== 'amount' || formula !== undefined || value === undefined || !isDrawn(figure)) return [];
        const same = present.get(`${figure.table}|${figure.scope.key}`);
        const amount = same?.value;
        return amount?.equals(value) ? [] : [{ figure, now: amount?.toFixed() }];
      }),
    ),
  );
}
