import { fillEdits } from '../engine/fill/edits';
import { planFill } from '../engine/fill/fill';
import type { FillOptions, FillPlan } from '../engine/fill/plan';
import type { Book } from '../engine/book/book';
import type { SheetSummary } from '../engine/finding/report';
import { sheetSummaries } from '../engine/check/report';
import type { Patch } from '../engine/snapshot/patch';
import type { Snapshot } from '../engine/snapshot/snapshot';
import { catalogue } from './catalogue';
import { isNothing, recogniseBest } from './check';

export interface FillWish extends FillOptions {
  /** The edition to fill for; without it the one that fits best is taken and named. */
  readonly edition?: string | undefined;
}

/** What filling a workbook would do, and the patch that does it. */
export interface FillResult {
  /** The recognised tables as they are before anything is written; undefined where nothing was recognised. */
  readonly book: Book | undefined;
  /** What each sheet was taken for, and why one was not recognised. */
  readonly sheets: readonly SheetSummary[];
  readonly plan: FillPlan;
  readonly patch: Patch;
  readonly counts: FillCounts;
}

export interface FillCounts {
  /** Blank cells that are filled. */
  readonly filled: number;
  /** Typed amounts that agree and become formulas. */
  readonly agreed: number;
  /** Differing amounts that are replaced, and those that are kept. */
  readonly replaced: number;
  readonly conflicts: number;
  readonly inserts: number;
  readonly numbers: number;
  readonly left: number;
}

const NOTHING: FillPlan = { inserts: [], fills: [], conflicts: [], numbers: [], follows: [], left: [] };

/** Plans how to fill a workbook: every sum, class row and cross-table figure. Nothing is written. */
export async function fillWorkbook(snapshot: Snapshot, wish: FillWish = {}): Promise<FillResult> {
  const best = await recogniseBest(snapshot, wish.edition);
  const book = best && !isNothing(best) ? best.book : undefined;
  const plan = book ? planFill(book, snapshot, catalogue(), wish) : NOTHING;
  return {
    book,
    sheets: sheetSummaries(best?.sheets ?? [], best?.book),
    plan,
    patch: { for: snapshot.stamp, command: 'fill', edits: fillEdits(plan) },
    counts: countsOf(plan),
  };
}

function countsOf({ fills, conflicts, inserts, numbers, left }: FillPlan): FillCounts {
  const agreed = fills.filter((filled) => filled.agreed).length;
  const replaced = conflicts.filter((conflict) => conflict.replaced).length;
  return {
    filled: fills.length - agreed - replaced,
    agreed,
    replaced,
    conflicts: conflicts.length - replaced,
    inserts: inserts.length,
    numbers: numbers.length,
    left: left.length,
  };
}

/**
 * Tables that hold no amount, are not said to be empty, and that nothing is filled in: they wait for somebody. None where no table holds
 * any: that is said of the workbook.
 */
export function untouchedTables({ book, plan }: Pick<FillResult, 'book' | 'plan'>): readonly string[] {
  const filled = new Set([...plan.fills, ...plan.left].map(({ table }) => table));
  const waiting = (book?.tables ?? []).filter(
    ({ declared, blank, emptyNote }) =>
      blank && emptyNote === undefined && !declared.optional && !filled.has(declared.id),
  );
  return waiting.length === book?.tables.length ? [] : waiting.map(({ declared }) => declared.id);
}
