import { groupBy } from '../lists/group-by';
import type { Book } from '../book/book';
import { misfitsIn } from '../book/placement';
import { figuresOf, type FailedEquation } from '../finding/equation-findings';
import { gravest } from '../finding/cause/group';
import type { Cause, Finding } from '../finding/finding';
import { findingId } from '../finding/id';
import { quoted } from '../finding/quote';
import { cellKey } from '../snapshot/address';

/** An amount in a column where its code does not belong, and the finding that says so. */
interface Misclassed {
  readonly finding: Finding;
  readonly misfit: ReturnType<typeof misfitsIn>[number];
}

/**
 * Two rows of a table that are the only ones there to stand in a wrong column, each in that of the other, while all sums hold: with the
 * amounts of the rows exchanged both stand right and no sum changes, while moving each by itself would change the sums of both columns.
 */
export function exchangedClasses(
  findings: readonly Finding[],
  failed: readonly FailedEquation[],
  book: Book,
): readonly Cause[] {
  const said = findings.filter(({ facts }) => facts.code === 'class-column');
  if (said.length < 2) return [];
  const misfits = new Map(misfitsIn(book).map((misfit) => [cellKey(misfit.figure.cell), misfit]));
  const failing = new Set(failed.flatMap((member) => figuresOf(member).map(({ cell }) => cellKey(cell))));
  const all = said.flatMap((finding): readonly Misclassed[] => {
    const [cell] = finding.cells;
    const misfit = cell && misfits.get(cellKey(cell));
    return misfit ? [{ finding, misfit }] : [];
  });
  const tables = groupBy(all, ({ misfit: { figure } }) => `${figure.table} ${figure.cell.sheet}`);
  return tables.flatMap(([first, second, ...more]) => {
    if (!second || more.length > 0 || !areMirrored(first, second)) return [];
    const cells = [first, second].map(({ misfit: { figure } }) => figure.cell);
    return cells.some((cell) => failing.has(cellKey(cell))) ? [] : [causeOf(first, second)];
  });
}

const areMirrored = ({ misfit: one }: Misclassed, { misfit: other }: Misclassed): boolean =>
  one.found === other.wanted &&
  one.wanted === other.found &&
  one.figure.value !== undefined &&
  other.figure.value?.equals(one.figure.value) === false;

function causeOf({ finding, misfit: { figure } }: Misclassed, { finding: other, misfit }: Misclassed): Cause {
  const findings = [finding, other];
  return {
    id: findingId('cause', ...findings.map(({ id }) => id).sort()),
    kind: 'pair',
    severity: gravest(findings),
    facts: {
      code: 'rows-misclassed',
      table: figure.table,
      first: quoted(figure, figure.moneyUnit),
      second: quoted(misfit.figure, figure.moneyUnit),
      rows: [figure.cell.row + 1, misfit.figure.cell.row + 1],
      moneyUnit: figure.moneyUnit,
    },
    // The sums hold either way: which it is, the source documents tell.
    determined: false,
    confidence: 0.8,
    alternatives: [],
    findings: findings.map(({ id }) => id),
  };
}
