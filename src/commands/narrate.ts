import { readFacts, aboutOf } from '../engine/asked/read-facts';
import { readPrior, readPriorRows } from '../engine/asked/read-prior';
import { readReasons } from '../engine/asked/read-reasons';
import type { Book } from '../engine/book/book';
import type { ResolvedEdition } from '../engine/edition/resolve';
import { narrate } from '../engine/narrate/narrate';
import type { FigureCell, Narration, Remark } from '../engine/narrate/narration';
import type { SheetSummary } from '../engine/finding/report';
import { sheetSummaries } from '../engine/check/report';
import type { Snapshot } from '../engine/snapshot/snapshot';
import { bookSource } from '../engine/source/book-source';
import { codeNames } from '../engine/source/code-names';
import { firstThatTells, inThisYearsCodes, type YearOfCodes } from '../engine/source/prior-year';
import type { Source } from '../engine/source/source';
import { catalogue, isNothing, recogniseBest } from './check';

export interface NarrateWish {
  /** The edition of the text; without it the one that fits the workbook best. */
  readonly edition?: string;
  /** Last year's workbook, of any recognised edition. */
  readonly prior?: Snapshot;
}

/** The explanatory text of a workbook, and what it was written from. */
export interface NarrateResult {
  /** The recognised tables; undefined where nothing was recognised. */
  readonly book: Book | undefined;
  readonly sheets: readonly SheetSummary[];
  /** Undefined where nothing was recognised, or where the edition declares no text. */
  readonly narration: Narration | undefined;
  readonly about: { readonly department: string | undefined; readonly year: number | undefined };
  /** Last year's workbook was given, but nothing was recognised in it. */
  readonly priorUnknown: boolean;
  /** The amounts of this year's tables; undefined where nothing was recognised. */
  readonly now: Source | undefined;
  /** Last year's workbook, its amounts in this year's codes; undefined where none was given or nothing was recognised in it. */
  readonly prior: PriorWorkbook | undefined;
}

export interface PriorWorkbook {
  readonly source: Source;
  readonly book: Book;
  readonly sheets: readonly SheetSummary[];
}

/** Writes the explanatory text of a workbook, compiled or somebody's tables. Nothing is written into it. */
export async function narrateWorkbook(snapshot: Snapshot, wish: NarrateWish = {}): Promise<NarrateResult> {
  const facts = readFacts(snapshot);
  const asked = aboutOf(facts);
  const best = await recogniseBest(snapshot, wish.edition);
  const book = best && !isNothing(best) ? best.book : undefined;
  const about = { department: asked.department ?? book?.department, year: asked.year ?? book?.year };
  const sheets = sheetSummaries(best?.sheets ?? [], best?.book);
  if (!book)
    return { book, sheets, narration: undefined, about, priorUnknown: false, now: undefined, prior: undefined };
  const now = bookSource(book);
  const printed = codeNames(book);
  const prior = await priorOf(snapshot, book.edition, wish.prior);
  const year = about.year ?? book.edition.declared.year;
  // Each is matched by itself: the sheet may have this year's codes already where the workbook has last year's.
  const meet = (before: YearOfCodes) =>
    inThisYearsCodes(before, { source: now, year, printed }, book.edition.dimensions, catalogue());
  const met = prior.sources.map((source) => meet({ ...source, year: source.year ?? year - 1 }));
  const narration = narrate(
    book.edition,
    now,
    firstThatTells(met.map(({ source }) => source)),
    { facts, reasons: readReasons(snapshot) },
    {
      ...about,
      nameOf: (code) =>
        catalogue().nameOf(code, year) ??
        printed.get(code) ??
        prior.sources.map((source) => source.printed.get(code)).find((name) => name !== undefined && name !== ''),
      remarks: distinct(met.flatMap(({ remarks }) => remarks)),
    },
  );
  const [first] = met;
  const workbook = prior.workbook && first && { ...prior.workbook, source: first.source };
  return { book, sheets, narration, about, priorUnknown: prior.unknown, now, prior: workbook };
}

function distinct(remarks: readonly Remark[]): readonly Remark[] {
  return [...new Map(remarks.map((remark) => [JSON.stringify(remark), remark])).values()];
}

interface Prior {
  /** In order of trust; that of the workbook, where there is one, is the first. */
  readonly sources: readonly YearOfCodes[];
  readonly workbook: PriorWorkbook | undefined;
  readonly unknown: boolean;
}

/** Last year's figures: those of last year's workbook, which was named on purpose, before those typed into the sheet for them. */
async function priorOf(snapshot: Snapshot, edition: ResolvedEdition, prior: Snapshot | undefined): Promise<Prior> {
  const typed = readPrior(snapshot, edition);
  const best = prior && (await recogniseBest(prior));
  const book = best && !isNothing(best) ? best.book : undefined;
  const workbook = book && {
    source: fromPriorWorkbook(bookSource(book)),
    book,
    sheets: sheetSummaries(best?.sheets ?? [], book),
  };
  const names = new Map(readPriorRows(snapshot).map(({ code, name }) => [code, name]));
  return {
    sources: [
      ...(workbook ? [{ source: workbook.source, year: workbook.book.year, printed: codeNames(workbook.book) }] : []),
      ...(typed ? [{ source: typed, year: undefined, printed: names }] : []),
    ],
    workbook,
    unknown: prior !== undefined && book === undefined,
  };
}

/** Its cells stand in another file than the figures of this year. */
function fromPriorWorkbook(source: Source): Source {
  return {
    told(scope) {
      const told = source.told(scope);
      return told && { ...told, cells: told.cells.map((cell): FigureCell => ({ ...cell, prior: true })) };
    },
    points: (within, dimensions) => source.points(within, dimensions),
  };
}
