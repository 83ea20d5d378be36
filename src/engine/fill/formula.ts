import type { Figure } from '../book/book';
import { a1, quoteSheetName } from '../snapshot/address';

/** Excel takes 255 arguments; a few less leave room for what people add. */
const MOST_ARGUMENTS = 250;
const LONGEST_FORMULA = 8000;

/**
 * The formula by which a cell is the sum of others, as an accountant writes it: `SUM(E9:E10)` where they stand together,
 * `SUM(E9,E12,E15:E17)` where they do not, `表五!E24` for one alone, and `/10000` where the tables' money units differ.
 * It adds up exactly these cells. Undefined where Excel could not take it.
 */
export function formulaFor(target: Figure, sources: readonly Figure[]): string | undefined {
  const terms = runs(sources).map((run) => termOf(run, target));
  const [only = ''] = terms;
  const unit = sources[0]?.moneyUnit ?? target.moneyUnit;
  const factor = unit === target.moneyUnit ? '' : unit === '元' ? '/10000' : '*10000';
  // A dash for zero is text: it may be referred to, but not divided.
  const single = sources.length === 1 && (factor === '' || !isText(sources[0]));
  const sums: string[] = [];
  for (let from = 0; from < terms.length; from += MOST_ARGUMENTS)
    sums.push(`SUM(${terms.slice(from, from + MOST_ARGUMENTS).join(',')})`);
  const sum = single ? only : sums.length > 1 && factor !== '' ? `(${sums.join('+')})` : sums.join('+');
  const formula = `${sum}${factor}`;
  return formula.length > LONGEST_FORMULA ? undefined : formula;
}

const isText = (figure: Figure | undefined): boolean =>
  figure?.reading.kind === 'amount' && (figure.reading.asText || figure.reading.dash === true);

interface Run {
  readonly from: Figure;
  to: Figure;
  direction: 'down' | 'right' | undefined;
}

/** Figures that stand next to each other, in the order given, as runs. */
function runs(figures: readonly Figure[]): readonly Run[] {
  const found: Run[] = [];
  for (const figure of figures) {
    const run = found[found.length - 1];
    const direction = run && directionTo(run.to, figure);
    if (run && direction !== undefined && (run.direction === undefined || run.direction === direction)) {
      run.to = figure;
      run.direction = direction;
    } else found.push({ from: figure, to: figure, direction: undefined });
  }
  return found;
}

function directionTo(a: Figure, b: Figure): 'down' | 'right' | undefined {
  if (a.cell.sheet !== b.cell.sheet) return undefined;
  if (a.cell.column === b.cell.column && b.cell.row === a.cell.row + 1) return 'down';
  return a.cell.row === b.cell.row && b.cell.column === a.cell.column + 1 ? 'right' : undefined;
}

function termOf({ from, to }: Run, target: Figure): string {
  const sheet = from.cell.sheet === target.cell.sheet ? '' : `${quoteSheetName(from.cell.sheet)}!`;
  return from === to ? `${sheet}${a1(from.cell)}` : `${sheet}${a1(from.cell)}:${a1(to.cell)}`;
}
