import type { Cause, Finding, Severity, Unchecked } from './finding';
import type { FindingFacts } from './facts';

/** All that a check of one workbook says. Every surface (pane, findings sheet, terminal, JSON) shows this and nothing else. */
export interface CheckReport {
  readonly edition: { readonly id: string; readonly name: string } | undefined;
  readonly department: string | undefined;
  readonly year: number | undefined;
  readonly tables: readonly TableSummary[];
  /** Every sheet of the workbook that is not our own, in order, with what it was taken for. */
  readonly sheets: readonly SheetSummary[];
  readonly equations: EquationCounts;
  readonly unchecked: readonly Unchecked[];
  /** Errors first, then in table order. */
  readonly findings: readonly Finding[];
  readonly causes: readonly Cause[];
  /** Counts causes, not symptoms; explained ones are left out. */
  readonly summary: Readonly<Record<Severity, number>>;
  /** Causes that are explained and do not count. */
  readonly explained: number;
}

export interface TableSummary {
  /** As declared: `表五`. */
  readonly id: string;
  readonly sheet: string;
  /** As it stands in the workbook. */
  readonly title: string;
  /** Cells read as figures, blank ones not counted. */
  readonly figures: number;
  /** Empty, and said to be empty by a note. */
  readonly declaredEmpty: boolean;
  /** One of the forms that a project has each its own of (绩效目标表), not one of the tables. */
  readonly form?: true;
  readonly equations: EquationCounts;
}

export interface SheetSummary {
  readonly sheet: string;
  /** Ids of the tables found on it. */
  readonly tables: readonly string[];
  /** Why nothing was recognised, and what came nearest. */
  readonly reason?: FindingFacts;
}

/** Each declared check ends as exactly one of the four. */
export interface EquationCounts {
  readonly total: number;
  readonly passed: number;
  readonly failed: number;
  readonly notApplicable: number;
  readonly notChecked: number;
}
