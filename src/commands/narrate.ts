import { readFacts, aboutOf } from '../engine/asked/read-facts';
import { readPrior } from '../engine/asked/read-prior';
import { readReasons } from '../engine/asked/read-reasons';
import type { Book } from '../engine/book/book';
import type { ResolvedEdition } from '../engine/edition/resolve';
import { narrate } from '../engine/narrate/narrate';
import type { FigureCell, Narration } from '../engine/narrate/narration';
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
  /** The year that last year's workbook says it is of; undefined where it says none, or none was given. */
  readonly priorYear: number | undefined;
}

/** Writes the explanatory text of a workbook, compiled or somebody's tables. Nothing is written into it. */
export async function narrateWorkbook(snapshot: Snapshot, wish: NarrateWish = {}): Promise<NarrateResult> {
  const facts = readFacts(snapshot);
  const asked = aboutOf(facts);
  const best = await recogniseBest(snapshot, wish.edition);
  const book = best && !isNothing(best) ? best.book : undefined;
  const about = { department: asked.department ?? book?.department, year: asked.year ?? book?.year };
  const sheets = sheetSummaries(best?.sheets ?? [], best?.book);
  if (!book) return { book, sheets, narration: undefined, about, priorUnknown: false, priorYear: undefined };
  const prior = await priorOf(snapshot, book.edition, wish.prior);
  const year = about.year ?? book.edition.declared.year;
  const codes = { year, printed: codeNames(book) };
  const codesBefore = { year: prior.year ?? year - 1, printed: prior.printed };
  const now = bookSource(book);
  const met =
    prior.source &&
    inThisYearsCodes(
      { ...codesBefore, source: prior.source },
      { ...codes, source: now },
      book.edition.dimensions,
      catalogue(),
    );
  const narration = narrate(
    book.edition,
    now,
    met?.source,
    { facts, reasons: readReasons(snapshot) },
    {
      ...about,
      nameOf: (code) => nameOf(code, codes) ?? nameOf(code, codesBefore),
      remarks: met?.remarks ?? [],
    },
  );
  return { book, sheets, narration, about, priorUnknown: prior.unknown, priorYear: prior.year };
}

/** The catalogue's name in the year, else what the workbook prints. */
function nameOf(code: string, { year, printed }: Omit<YearOfCodes, 'source'>): string | undefined {
  return catalogue().nameOf(code, year) ?? printed.get(code);
}

interface Prior {
  readonly source: Source | undefined;
  readonly year: number | undefined;
  readonly printed: ReadonlyMap<string, string>;
  readonly unknown: boolean;
}

/** Last year's figures: those of last year's workbook, which was named on purpose, before those typed into the sheet for them. */
async function priorOf(snapshot: Snapshot, edition: ResolvedEdition, prior: Snapshot | undefined): Promise<Prior> {
  const typed = readPrior(snapshot, edition);
  const best = prior && (await recogniseBest(prior));
  const book = best && !isNothing(best) ? best.book : undefined;
  const sources = [book && fromPriorWorkbook(bookSource(book)), typed];
  return {
    source: firstThatTells(sources.filter((source): source is Source => source !== undefined)),
    year: book?.year,
    printed: book ? codeNames(book) : new Map(),
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
