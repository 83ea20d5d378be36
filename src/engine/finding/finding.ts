import type { CellRef } from '../snapshot/address';
import type { FindingFacts } from './facts';

export type Severity = 'error' | 'warning' | 'note';

/** What a suggested change would mend. */
export type SuspectCause =
  'typing' | 'sign' | 'rounding' | 'omission' | 'misplaced' | 'swapped' | 'unit' | 'basis' | 'arithmetic';

/** The cell that is probably wrong. `suggestion` is a plain decimal in the money unit of that cell's table. */
export interface Suspect {
  readonly cell: CellRef;
  readonly suggestion: string;
  readonly cause: SuspectCause;
  /** 0 … 1. */
  readonly confidence: number;
}

/**
 * One thing a reviewer should know, as data: the words are made of `facts` by the catalogue of strings.
 * Amounts are plain decimals (`1308.75`, `-0.01`) in the money unit of the first cell.
 */
export interface Finding {
  /** Made of the rule and of what the figures mean, not of addresses: it survives a moved row and a renamed sheet. */
  readonly id: string;
  /** The CHECKS id where there is one, else `same-scope`, `parts` or the id of the declared equation. */
  readonly rule: string;
  readonly severity: Severity;
  readonly facts: FindingFacts;
  /** The cells it stands on, the one named by the sentence first. Never empty, except for what is missing altogether. */
  readonly cells: readonly CellRef[];
  /** The sheet it belongs to where there is no cell (a missing table has neither). */
  readonly sheet?: string;
  /** The declared id of the table whose finding it is. */
  readonly table?: string;
  readonly expected?: string;
  readonly actual?: string;
  /** actual − expected. */
  readonly difference?: string;
  readonly suspect?: Suspect;
  /** Id of the cause that it is a symptom of. */
  readonly cause?: string;
  /** A person has said why it may stay as it is, and the figures are still those: it does not count. */
  readonly explained?: true;
}

/** What a person has written about a cause that may stay as it is. */
export interface Explanation {
  readonly reason: string;
  /** Who and when; empty where that was not said. */
  readonly name: string;
  readonly date: string;
  /** The figures are still those for which it was given; else it counts again. */
  readonly holds: boolean;
}

export type CauseKind = 'cell' | 'pair' | 'table' | 'equation' | 'single';

/** What lies behind one or several findings: what has to be mended once. */
export interface Cause {
  readonly id: string;
  readonly kind: CauseKind;
  readonly severity: Severity;
  /** Of the finding that speaks for it. */
  readonly facts: FindingFacts;
  /** True where the figures determine what has to be written. */
  readonly determined: boolean;
  /** The search for what lies behind it ended at its bound of work: that nothing is named does not say that nothing could be. */
  readonly unsearched?: true;
  /** What lies behind it is still being looked for. Only in what is shown meanwhile: never in the report of a check that has ended. */
  readonly pending?: true;
  readonly confidence: number;
  /** Ways to mend it, each a set of cells with the value to write where it is known. */
  readonly alternatives: readonly (readonly { readonly cell: CellRef; readonly suggestion?: string }[])[];
  /** Ids of its findings, the one that speaks for it first. */
  readonly findings: readonly string[];
  readonly explanation?: Explanation;
}

/** A check that could not be run: shown and counted, never read as passed. */
export interface Unchecked {
  readonly rule: string;
  readonly facts: FindingFacts;
  readonly cells: readonly CellRef[];
  /** How many checks could not be run for this reason. */
  readonly count: number;
}
