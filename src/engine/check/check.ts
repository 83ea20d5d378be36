import type { Book } from '../book/book';
import type { Catalogue } from '../classification/catalogue';
import type { Finding, Severity } from '../finding/finding';
import type { SheetOutcome } from '../recognise/look-at-sheet';
import type { Snapshot } from '../snapshot/snapshot';

/** What a check that is no equation looks at. */
export interface CheckContext {
  readonly snapshot: Snapshot;
  readonly book: Book;
  readonly sheets: readonly SheetOutcome[];
  readonly catalogue: Catalogue;
  /** The document's; the edition's where the document states none. */
  readonly year: number;
}

/** One check, as it is run and as the catalogue of checks describes it. */
export interface Check {
  /** As in the catalogue of checks; the `rule` of its findings. */
  readonly id: string;
  /** In Chinese: what is looked for, why, an example, how to mend it. */
  readonly describes: string;
  /** The gravest that it reports. */
  readonly severity: Severity;
  run(context: CheckContext): readonly Finding[];
}

/** The year that the document itself states; undefined where it states none, and nothing can be compared with it. */
export function statedYear(context: CheckContext): number | undefined {
  return context.book.year === undefined ? undefined : context.year;
}
