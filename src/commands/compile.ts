import { aboutCell, aboutOf, readFacts } from '../engine/asked/read-facts';
import type { Book } from '../engine/book/book';
import { compileTables, type Compilation, type CompileOptions } from '../engine/compile/compile';
import type { ResolvedEdition } from '../engine/edition/resolve';
import { applied } from '../engine/fill/applied';
import { fillEdits } from '../engine/fill/edits';
import { planFill } from '../engine/fill/fill';
import type { Finding } from '../engine/finding/finding';
import { recalculate } from '../engine/formula/recalculate';
import type { Ledger } from '../engine/ledger/ledger';
import { ledgerSource } from '../engine/ledger/ledger-source';
import { lackedByFundLedger, lackedByLedger } from '../engine/ledger/fund-lacks';
import { lineItems } from '../engine/ledger/line-items';
import { hasUndivided, ledgerFinding } from '../engine/ledger/problems';
import { unitsOfProjects } from '../engine/ledger/unit-names';
import { readLedger } from '../engine/ledger/read';
import type { CellRef } from '../engine/snapshot/address';
import type { Edit, Patch } from '../engine/snapshot/patch';
import type { SheetSnapshot, Snapshot } from '../engine/snapshot/snapshot';
import { bookSource } from '../engine/source/book-source';
import { normaliseText } from '../engine/text/normalise';
import { spelledBy } from '../engine/source/spelled';
import { codeNames } from '../engine/source/code-names';
import type { Language } from '../i18n/language';
import { catalogue, catalogueOf, codesAddedIn } from './catalogue';
import { editionById, isNothing, recogniseBest } from './check';
import { compilingEditionIds } from './editions';
import { blankForms, keepForms, type KeptForm } from './compile/keep-forms';
import { formContents } from './compile/form-contents';
import { ledgerNames, type LedgerNames } from './compile/ledger-names';
import { ledgerRemarks } from './compile/ledger-remarks';
import { openQuestions, yearBeforeOf, type CompiledAmounts, type OpenQuestions } from './compile/open-questions';
import { replacedAmounts, type ReplacedAmount } from './compile/replaced';
import { freeSheetNames } from './compile/sheet-names';

export interface CompileWish {
  /** The edition of the tables to make; without it the one named in the workbook, else the first that can be compiled. */
  readonly edition?: string;
  readonly department?: string;
  readonly year?: number;
  /** Amounts instead of formulas. */
  readonly values?: boolean;
  /** Of what is written into the sheets in which people answer. */
  readonly language?: Language;
}

/** Where the amounts came from. */
export type CompiledFrom =
  | {
      readonly kind: 'ledger';
      readonly sheet: string;
      readonly rows: number;
      /** More than rows where each fund has a column. */
      readonly amounts: number;
      /** Rows of which one amount was not compiled. */
      readonly inPart: number;
      readonly leftOut: number;
      readonly onlyBefore: number;
    }
  | { readonly kind: 'tables'; readonly edition: string; readonly tables: number };

export interface Compiled {
  readonly ok: true;
  readonly from: CompiledFrom;
  readonly edition: ResolvedEdition;
  readonly about: { readonly department: string | undefined; readonly year: number | undefined };
  readonly compilation: Compilation;
  /** What is wrong in the ledger, or worth a remark. */
  readonly findings: readonly Finding[];
  /** Where the ledger takes names that nobody knows yet; undefined where there is no ledger. */
  readonly namesIn?: LedgerNames;
  /** Amounts that stood in the tool's own tables and are others now. */
  readonly replaced: readonly ReplacedAmount[];
  /** Performance tables that were there already: what people filled in stays, their amounts are brought up to date. */
  readonly keptForms: readonly KeptForm[];
  /** What the text cannot say yet, and where it is answered. */
  readonly open: OpenQuestions;
  /** `input`: the tables go into the workbook that was read; `blank`: into a new one. */
  readonly into: 'input' | 'blank';
  readonly patch: Patch;
}

export interface NotCompiled {
  readonly ok: false;
  /** `nothing`: neither a ledger nor a table was found; `empty`: a ledger without rows; `unreadable`: its columns are not clear. */
  readonly because: 'nothing' | 'empty' | 'unreadable';
  readonly findings: readonly Finding[];
}

/**
 * Makes the tables of an edition out of a workbook's ledger; where it has none, out of its tables, of whatever edition. What the
 * ledger's rows do not tell rightly are findings with their cells, and the rest is compiled.
 */
export async function compileWorkbook(snapshot: Snapshot, wish: CompileWish = {}): Promise<Compiled | NotCompiled> {
  const { asked, edition, year, added, ledger } = await ledgerFor(snapshot, wish);
  const isFilled = ledger !== undefined && (ledger.rows.length > 0 || ledger.findings.length > 0);
  // The ledger is no table: thousands of its rows need not be looked at again.
  const others = { ...snapshot, sheets: snapshot.sheets.filter(({ name }) => name !== ledger?.sheet) };
  const tables = await recogniseBest(others);
  const book = tables && !isNothing(tables) ? tables.book : undefined;
  const department = wish.department ?? asked.department ?? ledger?.department ?? book?.department;
  const about = {
    department: department ?? ledger?.titled?.department,
    year: year ?? (isFilled ? ledger.year : undefined) ?? book?.year,
  };
  if (ledger && isFilled) {
    if (ledger.rows.length === 0) return { ok: false, because: 'unreadable', findings: ledger.findings };
    const taken = department === undefined && ledger.titled ? [ledger.titled.finding] : [];
    const told = { ...ledger, findings: [...taken, ...ledger.findings] };
    return fromLedger(snapshot, told, added, edition, about, book, wish);
  }
  if (book?.tables.some((table) => !table.blank))
    return fromTables(snapshot, await summed(book, snapshot), edition, about, wish);
  const lacked = ledger ? [] : lackedIn(others.sheets, edition, book);
  if (lacked.length > 0) return { ok: false, because: 'unreadable', findings: lacked };
  return { ok: false, because: ledger ? 'empty' : 'nothing', findings: [] };
}

/** What a sheet lacks that is nearly a ledger; none of those that a budget's tables stand in is. */
function lackedIn(sheets: readonly SheetSnapshot[], edition: ResolvedEdition, book: Book | undefined) {
  const taken = new Set([...(book?.tables ?? []), ...(book?.forms ?? [])].map(({ frame }) => frame.sheet));
  const others = sheets.filter(({ name }) => !taken.has(name));
  const ofFunds = lackedByFundLedger(others, edition);
  return ofFunds.length > 0 ? ofFunds : lackedByLedger(others);
}

/** The ledger of a workbook, and the edition that is made from it. */
async function ledgerFor(snapshot: Snapshot, wish: CompileWish) {
  const facts = readFacts(snapshot);
  const asked = aboutOf(facts);
  const edition = await editionById(await editionWished(wish.edition ?? asked.edition));
  const year = wish.year ?? asked.year;
  const cell = wish.year === undefined ? aboutCell(facts, 'year') : undefined;
  const stated = year === undefined ? undefined : { year, ...(cell ? { cell } : {}) };
  const ledger = readLedger(snapshot, edition, catalogueOf(snapshot), stated);
  const added = codesAddedIn(snapshot);
  return { asked, edition, year, added, ledger };
}

/** Whether a workbook has a ledger, and how much stands in it; undefined where it has none. */
export async function ledgerIn(
  snapshot: Snapshot,
): Promise<{ readonly sheet: string; readonly rows: number; readonly isEmpty: boolean } | undefined> {
  const { ledger } = await ledgerFor(snapshot, {});
  if (!ledger) return undefined;
  const { sheet, rows, findings } = ledger;
  return { sheet, rows: rows.length, isEmpty: rows.length === 0 && findings.length === 0 };
}

async function editionWished(wish: string | undefined): Promise<string> {
  const ids = await compilingEditionIds();
  if (wish !== undefined) {
    if (ids.includes(wish)) return wish;
    for (const id of ids) if ((await editionById(id)).declared.name === wish) return id;
  }
  const [first] = ids;
  if (first === undefined) throw new Error('no edition can be compiled');
  return first;
}

type About = Compiled['about'];

function fromLedger(
  snapshot: Snapshot,
  ledger: Ledger,
  added: ReadonlyMap<string, string>,
  edition: ResolvedEdition,
  about: About,
  book: Book | undefined,
  wish: CompileWish,
): Compiled {
  const { now, before } = lineItems(ledger, edition);
  const source = ledgerSource(now.items, edition, ledger.projectSpellings);
  const ofLedger = new Map(
    [...(ledger.lastYear?.rows ?? []), ...ledger.rows]
      .flatMap(({ functional, functionalName, economic, economicName }) => [
        [functional, functionalName] as const,
        [economic, economicName] as const,
      ])
      // A code that stands in the place of a name is none.
      .filter(([code, name]) => name !== '' && normaliseText(name) !== code),
  );
  // What the ledger does not name was perhaps named in the tables that are made again.
  const names = new Map([...(book ? codeNames(book) : []), ...ofLedger, ...added]);
  const rounded = [now, before].flatMap((year) => roundedFindings(year.rounded, ledger, edition));
  const vanished = now.vanished.flatMap(({ project, cells }) => {
    const [cell] = cells;
    const place = cell && { cell, table: cell.sheet };
    return place
      ? [ledgerFinding('rounded-away', place, spelledBy(source, project), ledger.moneyUnit, undefined, cells)]
      : [];
  });
  const findings = [...ledger.findings, ...rounded, ...vanished];
  const amounts = {
    source,
    names,
    about,
    before: hasUndivided(ledger.findings) ? undefined : yearBeforeOf(ledger, before, edition),
  };
  return {
    ...compiled(snapshot, amounts, edition, book, 'input', wish, {
      remarks: (language) => ledgerRemarks(snapshot, ledger, findings, language),
      projectUnits: unitsOfProjects(ledger.rows),
    }),
    from: compiledFrom(ledger),
    findings,
    namesIn: ledgerNames(ledger),
  };
}

/** What of a ledger was compiled. */
function compiledFrom({ sheet, rows, findings }: Ledger): CompiledFrom {
  const read = new Set(rows.map(({ nowCell: { row } }) => row));
  const withNow = new Set(rows.flatMap(({ now, nowCell: { row } }) => (now === undefined ? [] : [row])));
  const wrong = new Set(
    findings
      .filter((finding) => finding.severity === 'error' && finding.sheet === sheet)
      .flatMap(({ cells }) => cells.flatMap((cell) => (cell.sheet === sheet ? [cell.row] : []))),
  );
  const inPart = [...wrong].filter((row) => read.has(row)).length;
  return {
    kind: 'ledger',
    sheet,
    rows: read.size,
    amounts: rows.length,
    inPart,
    leftOut: wrong.size - inPart,
    onlyBefore: read.size - withNow.size,
  };
}

/** What is said of the amounts of one column that have more digits than the tables print. */
function roundedFindings(
  cells: readonly CellRef[],
  { moneyUnit }: Ledger,
  edition: ResolvedEdition,
): readonly Finding[] {
  const [first] = cells;
  if (!first) return [];
  const decimals = String(edition.declared.ledger?.decimals ?? 2);
  return [ledgerFinding('rounded', { cell: first, table: first.sheet }, decimals, moneyUnit, undefined, cells)];
}

/** The tables with the sums that somebody left blank: their parts tell them. */
async function summed(book: Book, snapshot: Snapshot): Promise<Book> {
  const plan = planFill(book, snapshot, catalogueOf(snapshot));
  if (plan.fills.every(({ agreed }) => agreed)) return book;
  const filled = recalculate(applied(snapshot, fillEdits(plan)));
  return (await recogniseBest(filled, book.edition.declared.id))?.book ?? book;
}

function fromTables(
  snapshot: Snapshot,
  book: Book,
  edition: ResolvedEdition,
  about: About,
  wish: CompileWish,
): Compiled {
  return {
    ...compiled(
      snapshot,
      { source: bookSource(book), names: codeNames(book), about, before: undefined },
      edition,
      undefined,
      'blank',
      wish,
      { formContents: formContents(book, snapshot) },
    ),
    from: { kind: 'tables', edition: book.edition.declared.name, tables: book.tables.length },
    findings: [],
  };
}

function compiled(
  snapshot: Snapshot,
  amounts: CompiledAmounts,
  edition: ResolvedEdition,
  before: Book | undefined,
  into: Compiled['into'],
  wish: CompileWish,
  also: {
    readonly remarks?: (language: Language) => readonly Edit[];
    readonly formContents?: CompileOptions['formContents'];
    readonly projectUnits?: CompileOptions['projectUnits'];
  },
): Omit<Compiled, 'from' | 'findings'> {
  const { source, names, about } = amounts;
  const { language = 'zh-CN' } = wish;
  const year = about.year ?? edition.declared.year;
  const kept = keepForms(before, snapshot, source, about);
  const sheetNames = freeSheetNames(
    into === 'input' ? snapshot.sheets : [],
    new Set(kept.map(({ sheet }) => sheet)),
    into === 'input' ? before : undefined,
  );
  const compilation = compileTables(
    edition,
    source,
    { ...about, ...sheetNames, nameOf: (code) => catalogue().nameOf(code, year) ?? names.get(code) ?? '' },
    {
      values: wish.values === true,
      projectsWithForm: new Set(kept.map(({ project }) => project)),
      ...(also.formContents ? { formContents: also.formContents } : {}),
      ...(also.projectUnits ? { projectUnits: also.projectUnits } : {}),
    },
  );
  const drawn = new Set(compilation.sheets.map(({ name }) => name));
  const open = openQuestions(snapshot, edition, amounts, language);
  const edits: readonly Edit[] = [
    ...compilation.sheets.map((sheet): Edit => ({ do: 'drawSheet', sheet })),
    ...blankForms(before, snapshot).flatMap((sheet): readonly Edit[] =>
      drawn.has(sheet) ? [] : [{ do: 'removeSheet', sheet }],
    ),
    ...kept.flatMap(({ edits: own }) => own),
    ...open.edits,
    ...(also.remarks?.(language) ?? []),
  ];
  return {
    ok: true,
    edition,
    about,
    compilation,
    replaced: before ? replacedAmounts(before, compilation.book, snapshot, compilation.sheets) : [],
    keptForms: kept,
    open,
    into,
    patch: { for: into === 'input' ? snapshot.stamp : '', command: 'compile', edits },
  };
}
