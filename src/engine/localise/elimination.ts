import { Coefficients } from './coefficients';

/** Sum of coefficient × change, plus residual, `op` 0: a row as seen from the values that stand there. */
export interface ReducedRow {
  readonly coefficients: Coefficients;
  readonly residual: bigint;
  readonly op: '=' | '>=' | '>';
}

/** Where the rows of an elimination come from: each is asked for once, when it is first looked at. */
export interface RowSource {
  readonly count: number;
  readonly row: (index: number) => ReducedRow;
  /** By variable: the rows that hold it. The elimination writes in it and leaves it as it was once all is undone. */
  readonly columns: number[][];
  /** A further row that holds one variable only and holds as it stands; it comes in when that variable is freed. */
  readonly boundOf: (variable: number) => ReducedRow | undefined;
}

/** Rows that are there already. */
export function rowsGiven(rows: readonly ReducedRow[], variables: number): RowSource {
  const columns: number[][] = Array.from({ length: variables }, () => []);
  for (const [index, row] of rows.entries())
    for (const variable of row.coefficients.variables) columns[variable]?.push(index);
  return {
    count: rows.length,
    row: (index) => {
      const row = rows[index];
      if (!row) throw new Error(`no row ${index}`);
      return row;
    },
    columns,
    boundOf: () => undefined,
  };
}

/** True for a row that fails as long as nothing in it is freed. */
export function failsAsItStands({ residual, op }: ReducedRow): boolean {
  if (op === '=') return residual !== 0n;
  return op === '>' ? residual <= 0n : residual < 0n;
}

/** In the place of a row that does not take part. */
const ABSENT: ReducedRow = { coefficients: Coefficients.of([]), residual: 0n, op: '=' };

/**
 * Rows from which freed variables are eliminated one after the other, with undo. What is left over of a row says what must
 * hold whatever values the freed variables take: if it fails, at least one of the variables left in it is wrong.
 */
export class Elimination {
  /** Steps of work done: coefficients touched. Undoing does not give them back. */
  work = 0;
  private readonly rows: (ReducedRow | undefined)[];
  /** Rows that may hold a variable; entries of rows that lost it stay and are skipped. */
  private readonly columns: number[][];
  /** Row solved for a freed variable. */
  private readonly pivotRow = new Map<number, number>();
  private readonly pivotOfRow = new Map<number, number>();
  /** Freed variables that no equation determines: only inequalities hold them. */
  private readonly open = new Set<number>();
  private readonly trail: (() => void)[] = [];
  /** Inequalities that came to hold an open variable or changed since, in order; a point of the trail cuts it back. */
  readonly touched: number[] = [];
  private total: number;
  private looks = 0;
  private readonly lookedAt: number[] = [];

  constructor(private readonly source: RowSource) {
    this.rows = Array.from({ length: source.count }, () => undefined);
    this.columns = source.columns;
    this.total = source.count;
  }

  /** How many rows there are, those added included. */
  get count(): number {
    return this.total;
  }

  /** A point to come back to with `undo`. */
  mark(): number {
    return this.trail.length;
  }

  undo(mark: number): void {
    while (this.trail.length > mark) this.trail.pop()?.();
  }

  /** Lets a variable take any value; gives the rows that changed by it. An equation that holds it is solved for it: `by`, or the shortest. */
  free(variable: number, by?: number): readonly number[] {
    const bound = this.source.boundOf(variable);
    if (bound) this.add(bound);
    const holding = this.rowsOf(variable);
    const pivot = by ?? this.shortestEquation(holding);
    if (pivot === undefined) {
      this.open.add(variable);
      this.trail.push(() => this.open.delete(variable));
      for (const row of holding) this.touch(row);
      return holding;
    }
    this.pivotRow.set(variable, pivot);
    this.pivotOfRow.set(pivot, variable);
    this.trail.push(() => {
      this.pivotRow.delete(variable);
      this.pivotOfRow.delete(pivot);
    });
    for (const row of holding) if (row !== pivot) this.replace(row, this.combine(row, pivot, variable));
    return holding;
  }

  /** Adds a row that follows from the others. */
  add(row: ReducedRow): number {
    const index = this.total++;
    this.rows[index] = row;
    for (const variable of row.coefficients.variables) this.column(variable).push(index);
    this.trail.push(() => {
      this.total--;
      this.rows.pop();
      for (const variable of row.coefficients.variables) this.column(variable).pop();
    });
    return index;
  }

  /** Takes a row out until `takeIn`, whatever is undone. */
  leaveOut(index: number): void {
    this.rows[index] = ABSENT;
  }

  /** Lets a row that was left out take part, until that is undone. */
  takeIn(index: number): void {
    this.rows[index] = this.source.row(index);
    this.trail.push(() => {
      this.rows[index] = ABSENT;
    });
  }

  /** True for a row that fails whatever the freed variables are. */
  fails(index: number): boolean {
    const row = this.row(index);
    if (!failsAsItStands(row)) return false;
    return row.op === '=' ? !this.pivotOfRow.has(index) : !this.isOpen(index);
  }

  /** True for an inequality that holds an open variable. */
  isOpen(index: number): boolean {
    if (this.open.size === 0) return false;
    const { coefficients } = this.row(index);
    if (coefficients.size > this.open.size) {
      for (const variable of this.open) if (coefficients.has(variable)) return true;
      return false;
    }
    for (const variable of coefficients.variables) if (this.open.has(variable)) return true;
    return false;
  }

  isOpenVariable(variable: number): boolean {
    return this.open.size > 0 && this.open.has(variable);
  }

  /** The index of the row that is solved for a freed variable; undefined for one that is open or not freed. */
  solvedBy(variable: number): number | undefined {
    return this.pivotRow.get(variable);
  }

  isPivot(index: number): boolean {
    return this.pivotOfRow.has(index);
  }

  row(index: number): ReducedRow {
    return this.rows[index] ?? (this.rows[index] = this.source.row(index));
  }

  /** Rows that hold a variable now. */
  rowsOf(variable: number): number[] {
    const found: number[] = [];
    const look = ++this.looks;
    for (const index of this.column(variable)) if (this.isFound(index, variable, look)) found.push(index);
    return found;
  }

  /** Equations that hold as they stand, with a variable in them: it can only be changed together with another one. */
  equationsHolding(variable: number): number[] {
    const found: number[] = [];
    const look = ++this.looks;
    for (const index of this.column(variable)) {
      const { op, residual } = this.row(index);
      if (op === '=' && residual === 0n && !this.pivotOfRow.has(index) && this.isFound(index, variable, look))
        found.push(index);
    }
    return found;
  }

  /** Whether a row holds a variable and was not found before at this look: one that lost a variable and has it again is entered twice. */
  private isFound(index: number, variable: number, look: number): boolean {
    if (this.lookedAt[index] === look) return false;
    this.lookedAt[index] = look;
    return this.row(index).coefficients.has(variable);
  }

  private column(variable: number): number[] {
    const column = this.columns[variable];
    if (!column) throw new Error(`no variable ${variable}`);
    return column;
  }

  private shortestEquation(indexes: readonly number[]): number | undefined {
    let best: number | undefined;
    for (const index of indexes) {
      if (this.row(index).op !== '=' || this.pivotOfRow.has(index)) continue;
      if (best === undefined || this.row(index).coefficients.size < this.row(best).coefficients.size) best = index;
    }
    return best;
  }

  private touch(index: number): void {
    if (this.row(index).op === '=') return;
    this.touched.push(index);
    this.trail.push(() => this.touched.pop());
  }

  private replace(index: number, row: ReducedRow): void {
    const old = this.row(index);
    const added: number[] = [];
    addedTo(old.coefficients.variables, row.coefficients.variables, added);
    this.rows[index] = row;
    for (const variable of added) this.column(variable).push(index);
    this.trail.push(() => {
      this.rows[index] = old;
      for (const variable of added) this.column(variable).pop();
    });
    this.touch(index);
  }

  /** The row with `variable` eliminated by an equation; an inequality is only multiplied by what is positive. */
  private combine(index: number, pivot: number, variable: number): ReducedRow {
    const row = this.row(index);
    const by = this.row(pivot);
    this.work += row.coefficients.size + by.coefficients.size;
    const { left, factor, subtract } = row.coefficients.without(variable, by.coefficients);
    const own = factor === 1 ? row.residual : row.residual * BigInt(factor);
    return reduced(left, by.residual === 0n ? own : own - by.residual * BigInt(subtract), row.op);
  }
}

/** The row divided by what all its numbers have in common. */
export function reduced(coefficients: Coefficients, residual: bigint, op: ReducedRow['op']): ReducedRow {
  const divisor = coefficients.commonWith(residual);
  return divisor <= 1n
    ? { coefficients, residual, op }
    : { coefficients: coefficients.dividedBy(divisor), residual: residual / divisor, op };
}

/** What the second of two ascending lists has that the first has not. */
function addedTo(old: readonly number[], now: readonly number[], added: number[]): void {
  let place = 0;
  for (const variable of now) {
    while ((old[place] ?? Infinity) < variable) place++;
    if (old[place] !== variable) added.push(variable);
  }
}
