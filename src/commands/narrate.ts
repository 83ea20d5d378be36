import type { Answers } from '../engine/asked/answers';
import { readFacts, aboutOf } from '../engine/asked/read-facts';
import { priorCells, priorNameCells, readPrior, readPriorRows } from '../engine/asked/read-prior';
import { readReasons } from '../engine/asked/read-reasons';
import type { Book } from '../engine/book/book';
import type { ResolvedEdition } from '../engine/edition/resolve';
import { narrate } from '../engine/narrate/narrate';
import type { FigureCell, Narration, Remark } from '../engine/narrate/narration';
import type { SheetSummary } from '../engine/finding/report';
import { sheetSummaries } from '../engine/check/report';
import { scopeOf } from '../engine/scope/scope';
import type { CellRef } from '../engine/snapshot/address';
import type { Snapshot } from '../engine/snapshot/snapshot';
import { bookSource } from '../engine/source/book-source';
import { codeNames, namelessCells } from '../engine/source/code-names';
import { firstThatTells, inThisYearsCodes, type YearOfCodes } from '../engine/source/prior-year';
import type { Source } from '../engine/source/source';
import { catalogue, codesAddedIn } from './catalogue';
import { isNothing, recogniseBest } from './check';

export interface NarrateWish {
  /** The edition of the text; without it the one that fits the workbook best. */
  readonly edition?: string | undefined;
  /** Last year's workbook, of any recognised edition. */
  readonly prior?: Snapshot;
  /** What is answered in the sheet of facts, where that is to be another than the workbook says. */
  readonly facts?: Answers;
}

/** The explanatory text of a workbook, and what it was written from. */
export interface NarrateResult {
  /** The edition of the text; undefined where nothing was recognised. */
  readonly edition: ResolvedEdition | undefined;
  /** The recognised tables; undefined where nothing was recognised. */
  readonly book: Book | undefined;
  readonly sheets: readonly SheetSummary[];
  /** Undefined where nothing was recognised, or where the edition declares no text. */
  readonly narration: Narration | undefined;
  readonly about: { readonly department: string | undefined; readonly year: number | undefined };
  /** How the tables call their codes. */
  readonly names?: ReadonlyMap<string, string>;
  /** Any figure of last year is known, from wherever. */
  readonly hasLastYear: boolean;
  /** Last year's workbook was given, but nothing was recognised in it. */
  readonly priorUnknown: boolean;
  /** The amounts of this year's tables; undefined where nothing was recognised. */
  readonly now: Source | undefined;
  /** Last year's workbook, its amounts in this year's codes; undefined where none was given or nothing was recognised in it. */
  readonly prior: PriorWorkbook | undefined;
  /** Last year's workbook was given and is of another year: nothing was taken from it. */
  readonly wrongYear: WrongYear | undefined;
}

/** The year of a workbook that was given for last year's, and that which last year's has. */
export interface WrongYear {
  readonly year: number;
  readonly needed: number;
}

export interface PriorWorkbook {
  readonly source: Source;
  readonly book: Book;
  readonly sheets: readonly SheetSummary[];
}

/** Writes the explanatory text of a workbook, compiled or somebody's tables. Nothing is written into it. */
export async function narrateWorkbook(snapshot: Snapshot, wish: NarrateWish = {}): Promise<NarrateResult> {
  const asked = aboutOf(readFacts(snapshot));
  const best = await recogniseBest(snapshot, wish.edition);
  const book = best && !isNothing(best) ? best.book : undefined;
  const about = { department: asked.department ?? book?.department, year: asked.year ?? book?.year };
  const sheets = sheetSummaries(best?.sheets ?? [], best?.book);
  if (!book)
    return {
      edition: undefined,
      book,
      sheets,
      narration: undefined,
      about,
      hasLastYear: false,
      priorUnknown: false,
      now: undefined,
      prior: undefined,
      wrongYear: undefined,
    };
  const { edition } = book;
  const now = bookSource(book);
  const printed = codeNames(book);
  const names = new Map([...printed, ...[...codesAddedIn(snapshot)].filter(([code]) => !printed.get(code))]);
  const prior = await priorOf(snapshot, edition, wish.prior, about.year);
  const written = narrateFrom({
    edition,
    now,
    printed: names,
    nameless: namelessCells(book),
    before: prior.sources,
    about,
    answers: snapshot,
    facts: wish.facts,
  });
  const [first] = written.before;
  const workbook = prior.workbook && first && { ...prior.workbook, source: first };
  const { narration } = written;
  const { unknown: priorUnknown, wrongYear } = prior;
  const hasLastYear = written.before.length > 0;
  return { edition, book, sheets, narration, about, names, hasLastYear, priorUnknown, now, prior: workbook, wrongYear };
}

/** What a text is written from. */
export interface TextMaterial {
  readonly edition: ResolvedEdition;
  /** This year's amounts, and the names of codes as they are printed with them. */
  readonly now: Source;
  readonly printed: ReadonlyMap<string, string>;
  /** Where the names of codes belong that have none there. */
  readonly nameless?: ReadonlyMap<string, CellRef>;
  /** Last year's amounts, in order of trust. */
  readonly before: readonly YearBefore[];
  readonly about: NarrateResult['about'];
  /** The workbook that holds the sheets in which people answer. */
  readonly answers: Snapshot;
  /** See `NarrateWish`. */
  readonly facts?: Answers | undefined;
}

/** A source of last year's amounts; the year before that of the text where it does not say its own. */
export type YearBefore = Omit<YearOfCodes, 'year'> & { readonly year: number | undefined };

/** The text, undefined where the edition declares none, and last year's amounts in this year's codes. */
export function narrateFrom({ edition, now, printed, nameless, before, about, answers, facts }: TextMaterial): {
  readonly narration: Narration | undefined;
  readonly before: readonly Source[];
} {
  const year = about.year ?? edition.declared.year;
  // Each is matched by itself: the sheet may have this year's codes already where the workbook has last year's.
  const met = before.map((one) =>
    inThisYearsCodes(
      { ...one, year: one.year ?? year - 1 },
      { source: now, year, printed },
      edition.dimensions,
      catalogue(),
    ),
  );
  const sources = met.map(({ source }) => source);
  const cells = priorCells(answers, edition);
  const ofPrior = priorNameCells(answers);
  const narration = narrate(
    edition,
    now,
    firstThatTells(sources),
    { facts: facts ?? readFacts(answers), reasons: readReasons(answers) },
    {
      ...about,
      nameOf: (code) =>
        catalogue().nameOf(code, year) ??
        printed.get(code) ??
        before.map((one) => one.printed.get(code)).find((name) => name !== undefined && name !== ''),
      // A code that is gone this year stands among last year's figures alone.
      nameCellOf: (code) => nameless?.get(code) ?? ofPrior.get(code),
      priorCellOf: (scope) => cells.get(scopeOf(scope).key),
      remarks: distinct(met.flatMap(({ remarks }) => remarks)),
    },
  );
  return { narration, before: sources };
}

function distinct(remarks: readonly Remark[]): readonly Remark[] {
  return [...new Map(remarks.map((remark) => [JSON.stringify(remark), remark])).values()];
}

interface Prior {
  /** In order of trust; that of the workbook, where there is one, is the first. */
  readonly sources: readonly YearBefore[];
  readonly workbook: PriorWorkbook | undefined;
  readonly unknown: boolean;
  readonly wrongYear: WrongYear | undefined;
}

/** Last year's figures: those of last year's workbook, which was named on purpose, before those typed into the sheet for them. */
async function priorOf(
  snapshot: Snapshot,
  edition: ResolvedEdition,
  prior: Snapshot | undefined,
  year: number | undefined,
): Promise<Prior> {
  const best = prior && (await recogniseBest(prior));
  const book = best && !isNothing(best) ? best.book : undefined;
  const wrongYear =
    book?.year === undefined || year === undefined || book.year === year - 1
      ? undefined
      : { year: book.year, needed: year - 1 };
  const workbook =
    book && wrongYear === undefined
      ? { source: fromPriorWorkbook(bookSource(book)), book, sheets: sheetSummaries(best?.sheets ?? [], book) }
      : undefined;
  return {
    sources: [
      ...(workbook ? [{ source: workbook.source, year: workbook.book.year, printed: codeNames(workbook.book) }] : []),
      ...typedYearBefore(snapshot, edition),
    ],
    workbook,
    wrongYear,
    unknown: prior !== undefined && book === undefined,
  };
}

/** Last year's amounts that were typed into the sheet for them; none where nothing was. */
export function typedYearBefore(snapshot: Snapshot, edition: ResolvedEdition): readonly YearBefore[] {
  const source = readPrior(snapshot, edition);
  const printed = new Map(readPriorRows(snapshot).map(({ code, name }) => [code, name]));
  return source ? [{ source, year: undefined, printed }] : [];
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
