import { readFacts, ABOUT_LABELS } from '../engine/asked/read-facts';
import { factKey } from '../engine/asked/answers';
import { wordsOf } from '../engine/asked/own-columns';
import { readExplanations } from '../engine/asked/read-explanations';
import { readPriorRows, type PriorRow } from '../engine/asked/read-prior';
import { readReasons, reasonKey } from '../engine/asked/read-reasons';
import { figuresOf, isSomething, type Book, type Figure } from '../engine/book/book';
import { headOf, ledgerHeader } from '../engine/ledger/columns';
import type { LedgerColumn } from '../engine/ledger/ledger';
import type { CellRef } from '../engine/snapshot/address';
import type { Snapshot } from '../engine/snapshot/snapshot';
import { normaliseText } from '../engine/text/normalise';
import { askedSheetWords } from '../i18n/catalogue';
import { LANGUAGES } from '../i18n/language';
import { isNothing, recogniseBest } from './check';
import { lostSheets, type LostSheets } from './lost-sheets';
import { compileWorkbook } from './compile';
import { formWords } from './compile/form-words';
import { narrateWorkbook } from './narrate';
import { findingsSheetsIn, remarksIn } from './remarks';
import { otherwiseSaid, standingText } from './standing-text';
import { readTextSheet } from './read-text-sheet';

/** What people type into workbooks of the tool's, in the order in which it is told. */
export const ANSWER_KINDS = [
  'reasons',
  'facts',
  'prior',
  'explanations',
  'remarks',
  'text',
  'forms',
  'ledger',
  'figures',
  'sheets',
  'notes',
  'beside',
] as const;
export type AnswerKind = (typeof ANSWER_KINDS)[number];

export interface LostAnswers {
  readonly kind: AnswerKind;
  /** Reasons, facts, line items …; of `forms` the performance tables. */
  readonly count: number;
  /** Where they stand, of `figures`, `notes` and `beside`. */
  readonly cells?: readonly CellRef[];
  /** Of `sheets`. */
  readonly names?: readonly string[];
}

/**
 * What people typed into a workbook and another one, which is to take its place, does not hold in the same words. What the tool itself
 * wrote is left out as far as the workbook shows it: figures that follow from its own ledger, sentences that follow from its own tables.
 * Where nobody has typed into it since the tool wrote it, other words in the place of an answer are the newer ones.
 */
export async function lostAnswers(
  target: Snapshot,
  result: Snapshot,
  { isAsWritten = false }: { readonly isAsWritten?: boolean } = {},
): Promise<readonly LostAnswers[]> {
  const compiled = await lostToLedger(target, result);
  // What a workbook was written with that nobody has typed into since stands where it was taken from.
  const beside = isAsWritten ? NOTHING_BESIDE : lostSheets(target, result);
  const lost = (some: readonly Answer[], others: readonly Answer[]): number => {
    const answered = new Set(others.map(({ to }) => to));
    const counting = isAsWritten ? some.filter(({ to }) => !answered.has(to)) : some;
    return missing(counting.map(inWords), others.map(inWords));
  };
  const counts: Readonly<Record<AnswerKind, number>> = {
    reasons: lost(reasonsIn(target), reasonsIn(result)),
    facts: lost(factsIn(target), factsIn(result)),
    prior: lost([...typedPriorIn(target), ...compiled.prior], priorIn(result)),
    explanations: lost(explanationsIn(target), explanationsIn(result)),
    remarks: lost(handlingIn(target), handlingIn(result)),
    text: isAsWritten ? 0 : await lostSentences(target, result),
    forms: await lostForms(target, result, isAsWritten),
    ledger: compiled.ledger,
    figures: compiled.figures.length,
    sheets: beside.sheets.length,
    notes: beside.notes.length,
    beside: beside.beside.length,
  };
  const places: Partial<Record<AnswerKind, Pick<LostAnswers, 'cells' | 'names'>>> = {
    figures: { cells: compiled.figures },
    sheets: { names: beside.sheets },
    notes: { cells: beside.notes },
    beside: { cells: beside.beside },
  };
  return ANSWER_KINDS.flatMap((kind) => (counts[kind] === 0 ? [] : [{ kind, count: counts[kind], ...places[kind] }]));
}

const NOTHING_BESIDE: LostSheets = { sheets: [], notes: [], beside: [] };

/** How many of some are not among others; one that stands there once makes up for one. */
function missing(some: readonly string[], others: readonly string[]): number {
  const there = new Map<string, number>();
  for (const one of others) there.set(one, (there.get(one) ?? 0) + 1);
  return some.filter((one) => {
    const left = there.get(one) ?? 0;
    there.set(one, left - 1);
    return left <= 0;
  }).length;
}

/** What was asked, by which it is found again, and what somebody wrote there. */
interface Answer {
  readonly to: string;
  readonly words: string;
}

const inWords = ({ to, words }: Answer): string => `${to}|${words}`;

const answer = (to: string, words: string): Answer => ({ to, words: normaliseText(words) });

const reasonsIn = (snapshot: Snapshot): readonly Answer[] =>
  distinct(
    readReasons(snapshot).rows.flatMap(({ section, about, reason }) =>
      reason === undefined ? [] : [answer(reasonKey(section, about), reason)],
    ),
  );

/** Who, when and by which edition is left out: the tool fills it in itself, and it is told on the command line. */
const ABOUT: ReadonlySet<string> = new Set(Object.values(ABOUT_LABELS));

const factsIn = (snapshot: Snapshot): readonly Answer[] =>
  distinct(
    readFacts(snapshot).rows.flatMap(({ group, label, value }) =>
      wordsOf(value) === '' || ABOUT.has(normaliseText(label)) ? [] : [answer(factKey(group, label), wordsOf(value))],
    ),
  );

const priorLine = ({ table, code, name, column, value }: PriorRow): Answer =>
  answer([table, code, name, column].map(normaliseText).join('|'), wordsOf(value));

const OPEN = new Set(LANGUAGES.map((language) => askedSheetWords(language).prior.open));
const isAnswered = ({ value }: PriorRow): boolean => wordsOf(value) !== '' && !OPEN.has(wordsOf(value));

const priorIn = (snapshot: Snapshot): readonly Answer[] => readPriorRows(snapshot).filter(isAnswered).map(priorLine);

/** Those whose source is neither a file nor a sheet of the workbook: somebody typed them. */
function typedPriorIn(snapshot: Snapshot): readonly Answer[] {
  const sheets = snapshot.sheets.map(({ name }) => name);
  return readPriorRows(snapshot)
    .filter((row) => isAnswered(row) && !sheets.some((sheet) => isFrom(row.from, sheet)) && !isFromFile(row.from))
    .map(priorLine);
}

const isFrom = (from: string, source: string): boolean => {
  const rest = from.startsWith(source) ? from.slice(source.length) : undefined;
  return rest === '' || (rest !== undefined && /^[，,].*\d+/.test(rest));
};

function isFromFile(from: string): boolean {
  const [, file] = /^(.*\.xls[xm])/i.exec(from) ?? [];
  return file !== undefined && isFrom(from, file);
}

const explanationsIn = (snapshot: Snapshot): readonly Answer[] =>
  distinct(readExplanations(snapshot).rows.flatMap(({ id, reason }) => (reason === '' ? [] : [answer(id, reason)])));

const handlingIn = (snapshot: Snapshot): readonly Answer[] =>
  findingsSheetsIn(snapshot)
    .flatMap(remarksIn)
    .map(({ id, text }) => answer(id, text));

const distinct = (some: readonly Answer[]): readonly Answer[] => [
  ...new Map(some.map((one) => [inWords(one), one])).values(),
];

/** Sentences of the text sheet that its own figures do not write like that, so that somebody did. */
async function lostSentences(target: Snapshot, result: Snapshot): Promise<number> {
  const there = new Set(readTextSheet(result)?.paragraphs.map(({ text }) => normaliseText(text)));
  const lost = readTextSheet(target)?.paragraphs.some(({ text }) => !there.has(normaliseText(text)));
  if (lost !== true) return 0;
  const standing = standingText(target, await narrateWorkbook(target));
  if (!standing) return 0;
  const all = [...there].join('\n');
  return otherwiseSaid(standing).filter(({ text }) => !all.includes(normaliseText(text))).length;
}

/** Performance tables that hold words which those of the same project in the other workbook do not, or which are not written there at all. */
async function lostForms(target: Snapshot, result: Snapshot, onlyGone: boolean): Promise<number> {
  const written = await formWords(target);
  if (written.size === 0) return 0;
  const others = await formWords(result);
  return [...written].filter(([project, words]) => {
    const there = others.get(project);
    if (onlyGone && (there?.size ?? 0) > 0) return false;
    return [...words].some((word) => there?.has(word) !== true);
  }).length;
}

interface LostToLedger {
  readonly ledger: number;
  readonly figures: readonly CellRef[];
  readonly prior: readonly Answer[];
}

const NONE: LostToLedger = { ledger: 0, figures: [], prior: [] };

/**
 * Line items and figures of a workbook with a ledger. As long as its tables are what its ledger gives, both may come from one that was
 * changed since elsewhere; where they are not, somebody has typed into this workbook.
 */
async function lostToLedger(target: Snapshot, result: Snapshot): Promise<LostToLedger> {
  const lines = ledgerLines(target);
  if (lines.length === 0) return { ...NONE, figures: await lostFigures(target, result) };
  const lost = missing(lines, ledgerLines(result));
  const compiled = await compileWorkbook(target);
  if (!compiled.ok || compiled.into !== 'input') return { ...NONE, ledger: lost };
  const present = await recogniseBest(target, compiled.edition.declared.id);
  const book = present && !isNothing(present) ? present.book : undefined;
  if (!book || !saysAll(book, compiled.compilation.book)) {
    if (lost > 0) return { ...NONE, ledger: lost };
  }
  const there = new Set(await amountsIn(result, compiled.edition.declared.id));
  return {
    ledger: 0,
    figures: compiled.replaced.flatMap(({ figure }) => (there.has(amountKey(figure)) ? [] : [figure.cell])),
    prior: compiled.open.overwritten.map(({ row }) => priorLine(row)),
  };
}

/**
 * Amounts typed into tables that no ledger stands behind, where the other workbook holds none. Another amount in their place may as well
 * be the newer one.
 */
async function lostFigures(target: Snapshot, result: Snapshot): Promise<readonly CellRef[]> {
  const best = await recogniseBest(target);
  if (!best || isNothing(best)) return [];
  const { book } = best;
  const there = await recogniseBest(result, book.edition.declared.id);
  const held = new Set(there ? [...figuresOf(there.book)].filter(isSomething).map(placeKey) : []);
  return book.tables
    .flatMap(({ blocks }) => blocks.flatMap(({ figures }) => figures.flat()))
    .filter((figure) => isSomething(figure) && figure.formula === undefined && !held.has(placeKey(figure)))
    .map(({ cell }) => cell);
}

const placeKey = ({ table, scope }: Pick<Figure, 'table' | 'scope'>): string => `${table}|${scope.key}`;

/** Whether a book holds each amount of another, and no other amount in its place. */
function saysAll(book: Book, other: Book): boolean {
  const present = new Map([...figuresOf(book)].map((figure) => [placeKey(figure), figure.value]));
  return other.tables.every(({ blocks }) =>
    blocks.every(({ figures }) =>
      figures.flat().every((figure) => {
        const { value } = figure;
        const held = present.get(placeKey(figure));
        return value === undefined || value.isZero() ? held?.isZero() !== false : held?.equals(value) === true;
      }),
    ),
  );
}

async function amountsIn(snapshot: Snapshot, edition: string): Promise<readonly string[]> {
  const best = await recogniseBest(snapshot, edition);
  return best && !isNothing(best) ? [...figuresOf(best.book)].map(amountKey) : [];
}

const amountKey = (figure: Figure): string => `${placeKey(figure)}|${figure.value?.toFixed() ?? ''}`;

/** Names follow from the codes, and remarks of the tool's own are its own. */
const NOT_TYPED: ReadonlySet<string> = new Set<LedgerColumn>(['functionalName', 'economicName', 'check']);

/** The line items of all ledgers of a workbook as they are typed, whether or not they can be read. */
function ledgerLines(snapshot: Snapshot): readonly string[] {
  return snapshot.sheets.flatMap((sheet) => {
    const header = ledgerHeader(headOf(sheet), undefined);
    if (!header) return [];
    const columns = new Map([...header.columns].map(([column, at]) => [at, column]));
    for (const at of header.functional) columns.set(at, 'functional');
    return sheet.rows.flatMap(({ row, cells }) => {
      if (row < header.itemsFrom) return [];
      const said = cells.flatMap(({ column, value }) => {
        // What stands below no header that is known may be read all the same: amounts of a fund, the kind.
        const kind = columns.get(column) ?? String(column);
        const words = normaliseText(wordsOf(value));
        return NOT_TYPED.has(kind) || words === '' ? [] : [`${kind}=${words}`];
      });
      return said.length === 0 ? [] : [said.join('|')];
    });
  });
}
