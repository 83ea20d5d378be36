/**
 * The localiser's input and answer. It knows no budget: figures are variables, equations are rows.
 *
 *     localise(system, options)               localise.ts   which variables are wrong: least-weight explanations, all ties
 *     complete(system)                        complete.ts   missing values that the rows determine, and why
 *     settleRounding(system, units, options)  rounding.ts   least last-digit changes that settle rows failing within their slack
 *     settleByActions(system, actions)        actions.ts    which of the mistakes the caller thinks possible (exchanged figures, …) explain all
 *     weightOf(trust), rankExplanations(…)    weights.ts    how much a figure is trusted, how plausible a change is, with the reasons
 *
 * All arithmetic is exact: values are scaled to integers, and no step rounds.
 */
import type { Decimal } from 'decimal.js';

/** A figure. */
export interface Variable {
  /** What stands there; null: missing, free to take any value that the rows allow and never an error itself. */
  readonly value: Decimal | null;
  /** What changing it costs: the more it is trusted, the higher. Positive; taken as the decimal it prints as. */
  readonly weight: number;
  /** Never to be changed. */
  readonly fixed?: true;
  /** Whatever it is changed to is at least 0; the value that stands there must be. */
  readonly nonnegative?: true;
}

/** One side of a row: `coefficient` × the variable at index `variable`. Each variable occurs at most once in a row. */
export interface Term {
  readonly variable: number;
  /** A whole number other than 0; a bigint where it is beyond 2^53. */
  readonly coefficient: number | bigint;
}

/**
 * Sum of terms `op` constant. With `slack` s it holds when it does so for some amount within ±s of the sum: the half-width of
 * an interval of rounding. Rows without it hold exactly or not at all.
 */
export interface Row {
  readonly terms: readonly Term[];
  readonly op: '=' | '>=' | '>';
  /** 0 if absent. */
  readonly constant?: Decimal;
  readonly slack?: Decimal;
  /** Known to hold, so that it need not be looked at to see that; of an equation without slack the constant is then not asked for. */
  readonly holds?: true;
}

export interface System {
  readonly variables: readonly Variable[];
  readonly rows: readonly Row[];
}

/** Bounds of the search: what is not proved within them is said not to be. */
export interface LocaliseOptions {
  /**
   * Steps of work for all failing rows together, each about the change of one coefficient; once more as many for those that hang
   * together, each by themselves, and for the alternatives of what was found. 2 million (about half a second) if absent.
   */
  readonly maxWork?: number;
  /** Whether what is not proved is given some repair all the same, if 2 million steps of work come to one; true if absent. */
  readonly guess?: boolean;
  /** No explanations of more cells than these, by how many rows fail together; as many as it takes if absent. */
  readonly mostCells?: (failing: number) => number;
  /** Alternatives listed a group; 100 if absent. */
  readonly maxAlternatives?: number;
}

/** What a changed variable has to be, in the units of the system. */
export type NewValue =
  /** Determined. `exact` is false for a fraction that no decimal ends (1/3): then rounded to 20 digits. */
  | { readonly kind: 'value'; readonly value: Decimal; readonly exact: boolean }
  /** Open between bounds; null: unbounded on that side. */
  | { readonly kind: 'open'; readonly min: Decimal | null; readonly max: Decimal | null };

export interface Change {
  readonly variable: number;
  readonly to: NewValue;
}

/** A set of changes after which all rows of its group hold, and every other row still does. In the order of the variables. */
export type Explanation = readonly Change[];

/** Failed rows that belong together: what explains them is independent of all other groups. */
export interface Group {
  /**
   * Indexes of the failed rows, ascending. A row of missing values fails through the inequality that keeps them from taking
   * the difference; the list is empty where only several such inequalities together do.
   */
  readonly rows: readonly number[];
  /** Total weight of each alternative. */
  readonly weight: number;
  /** All explanations of least weight, equally light; empty where no change of what may be changed lets the rows hold. */
  readonly alternatives: readonly Explanation[];
  /** True where more exist than are listed. */
  readonly more: boolean;
  /**
   * False where the search ended at its bound: the alternatives repair the rows, but there may be lighter ones, or others as light, and only
   * the first alternatives of such groups are known to go together.
   */
  readonly proved: boolean;
}

/** Groups in the order of their first row. A system whose rows all hold has none. */
export interface Localisation {
  readonly groups: readonly Group[];
  /** True where each group is proved. */
  readonly proved: boolean;
  /** Steps of work done, as counted for `maxWork`. */
  readonly work: number;
}
