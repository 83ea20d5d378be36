/**
 * Rounding of one level: amounts that lie in a row whose rounded total is fixed, and in a column whose total should come near. All are
 * counted in parts of the last digit that is printed, of which `WHOLE` make one.
 */
export const WHOLE = 1_000_000_000;

export interface Part {
  /** In parts: what it really comes to, above the floors of the items in it. */
  readonly amount: number;
  readonly column: number;
}

/** So many cells are looked at before an assignment is left as it is: fifty thousand items are spread in a moment. */
const PATIENCE = 300_000;

/**
 * Whole numbers for the parts of each row, each the one below or above its amount, that add up to the target of the row. The largest
 * remainders are rounded up; then roundings of a row are exchanged as long as that brings the totals of columns nearer to what they
 * really are (a chain of exchanges over several rows counts as one). `rows` and their parts in a fixed order: of equal ones the first wins.
 */
export function spread(
  rows: readonly { readonly target: number; readonly parts: readonly Part[] }[],
): readonly (readonly number[])[] {
  const cells: Cell[][] = rows.map(({ target, parts }, row) => {
    const own = parts.map(({ amount, column }): Cell => {
      const floor = Math.floor(amount / WHOLE);
      return { row, column, floor, rest: amount - floor * WHOLE, isUp: false };
    });
    const up = own.reduce((rest, { floor }) => rest - floor, target);
    const ranked = own.filter(({ rest }) => rest > 0).sort((one, other) => other.rest - one.rest);
    for (const cell of ranked.slice(0, Math.max(0, up))) cell.isUp = true;
    return own;
  });
  new Columns(cells).level();
  return cells.map((own) => own.map(({ floor, isUp }) => floor + (isUp ? 1 : 0)));
}

interface Cell {
  readonly row: number;
  readonly column: number;
  readonly floor: number;
  /** What its amount is above its floor. */
  readonly rest: number;
  isUp: boolean;
}

/** An exchange in one row: one cell that is rounded up for one that is not. */
interface Exchange {
  readonly down: Cell;
  readonly up: Cell;
}

class Columns {
  /** The cells of each column that may be rounded either way. */
  private readonly cells = new Map<number, Cell[]>();
  /** By how much the total of each column is too large. */
  private readonly errors = new Map<number, number>();
  private looked = 0;

  constructor(private readonly rows: readonly (readonly Cell[])[]) {
    for (const cell of rows.flat()) {
      if (cell.rest === 0) continue;
      const known = this.cells.get(cell.column);
      if (known) known.push(cell);
      else this.cells.set(cell.column, [cell]);
      this.errors.set(cell.column, this.errorOf(cell.column) + (cell.isUp ? WHOLE : 0) - cell.rest);
    }
  }

  /** Exchanges roundings until no column that is too large can give to one that is smaller by more than what is given. */
  level(): void {
    for (let isBetter = true; isBetter && this.looked < PATIENCE;) {
      isBetter = false;
      const fromLargest = [...this.cells.keys()].sort((one, other) => this.errorOf(other) - this.errorOf(one));
      for (const column of fromLargest) {
        if (this.looked >= PATIENCE) return;
        const chain = this.chainFrom(column);
        if (!chain) continue;
        isBetter = true;
        for (const { down, up } of chain) [down.isUp, up.isUp] = [false, true];
        const last = chain[chain.length - 1]?.up.column ?? column;
        this.errors.set(column, this.errorOf(column) - WHOLE);
        this.errors.set(last, this.errorOf(last) + WHOLE);
      }
    }
  }

  private errorOf(column: number): number {
    return this.errors.get(column) ?? 0;
  }

  /** The shortest chain of exchanges that takes one from a column and gives it to one that needs it more. */
  private chainFrom(start: number): readonly Exchange[] | undefined {
    const error = this.errorOf(start);
    const reached = new Map<number, Exchange | undefined>([[start, undefined]]);
    const rowsSeen = new Set<number>();
    for (const column of reached.keys()) {
      for (const down of this.cells.get(column) ?? []) {
        this.looked += 1;
        if (!down.isUp || rowsSeen.has(down.row)) continue;
        rowsSeen.add(down.row);
        for (const up of this.rows[down.row] ?? []) {
          this.looked += 1;
          if (up.isUp || up.rest === 0 || reached.has(up.column)) continue;
          reached.set(up.column, { down, up });
          if (error - this.errorOf(up.column) > WHOLE) return chainTo(up.column, reached);
        }
      }
    }
    return undefined;
  }
}

function chainTo(end: number, reached: ReadonlyMap<number, Exchange | undefined>): readonly Exchange[] {
  const chain: Exchange[] = [];
  for (let exchange = reached.get(end); exchange; exchange = reached.get(exchange.down.column)) chain.unshift(exchange);
  return chain;
}
