import { statedIn } from '../amount/stated';
import type { Book } from '../book/book';
import { deriveEquations } from '../equation/derive';
import { evaluate, type Evaluated } from '../equation/evaluate';
import { gravest, singleCause } from '../finding/cause/group';
import { withoutUnread } from '../finding/cause/unread';
import { groupByCauseInSteps, groupedSoFar, type Grouped } from '../finding/causes';
import { equationFindings, equationFindingsInSteps, type FailedEquation } from '../finding/equation-findings';
import type { Cause, Finding } from '../finding/finding';
import { findingId } from '../finding/id';
import { ledgerEvidence } from '../ledger-evidence/loaded';
import { cellKey, type CellRef } from '../snapshot/address';
import type { Snapshot } from '../snapshot/snapshot';
import type { Steps, Tell } from '../steps/steps';
import { normaliseText } from '../text/normalise';
import type { CheckContext } from './check';
import { runChecksInSteps } from './checks';
import { withLedgerSymptoms, type GoneWith } from './ledger-symptoms';
import { withExcessForms } from './excess-forms';
import { goneWithEach, withWhatGoes } from './gone-with-amounts';
import { exchangedClasses } from './misclassed';
import { withMeantBlank } from './meant-blank';
import { miscodedRows, type Miscoded, type Reading } from './miscoded';
import { causesOfOmitted } from './omitted';
import { withSettled } from './settled';
import { withoutSuppositions } from './supposed';

/** All findings of a workbook with what lies behind them. Every finding belongs to exactly one cause. */
export interface Findings {
  readonly evaluated: readonly Evaluated[];
  readonly findings: readonly Finding[];
  readonly causes: readonly Cause[];
}

/**
 * The failed equations (evaluated here, unless they have been) and the findings of the other checks (given) by their causes: first cells
 * that hold no amount, on which nothing is built, then rows under a wrong code, then what the equations that still fail have in common; a finding about a cell that its cause mends anyway is a symptom of that cause.
 */
export function* findingsOf(
  context: CheckContext,
  given: readonly Finding[],
  known?: readonly Evaluated[],
  tell?: Tell<Findings>,
): Steps<Findings> {
  const { snapshot, book, catalogue } = context;
  const unread = withoutUnread(book, known ?? evaluate(deriveEquations(book)));
  const { supposed } = unread;
  const read: Reading = {
    snapshot,
    book: supposed?.book ?? book,
    evaluated: supposed?.evaluated ?? unread.evaluated,
    failed: yield* equationFindingsInSteps((supposed ?? unread).evaluated),
  };
  yield;
  // A workbook is read again to try a code, and then nothing is supposed of it.
  const { rows, mended } = supposed ? { rows: [], mended: read } : yield* miscodedRows(read, given, catalogue);
  yield;
  const gone =
    rows.length > 0 ? yield* goneIn({ ...context, snapshot: mended.snapshot, book: mended.book }, given) : [];
  const rowsOf = (failed: readonly FailedEquation[]): readonly Cause[] => exchangedClasses(given, failed, book);
  const all = (soFar: Grouped): Findings => {
    const { grouped, failed, evaluated, settled } = withoutSuppositions(soFar, read.failed, unread);
    const { findings: others, causes } = withSettled(given, settled, failed.length > 0);
    const said = [...failed.map(({ finding }) => finding), ...others];
    const told = withExcessForms(withWhatGoes(grouped.causes, others, context), others, book);
    const found = joined(
      { ...grouped, causes: told },
      said,
      others,
      [...causesOfCodes(rows, gone), ...causes, ...rowsOf(failed), ...causesOfOmitted(context, said, told)],
      (ways, findings) => goneWithEach(ways, findings, context),
    );
    return { evaluated, ...found, causes: found.causes.map((cause) => withMeantBlank(cause, snapshot)) };
  };
  const grouped = yield* groupByCauseInSteps(
    mended.failed,
    mended.evaluated,
    mended.book,
    { stated: statedIn(() => textsIn(snapshot)), ledger: ledgerEvidence(snapshot, mended.book, catalogue) },
    tell && mayBeTold(unread.evaluated) ? (soFar) => tell(() => all(soFar())) : undefined,
  );
  yield;
  return all(grouped);
}

/** So many failing equations are shown at once, before it is known what lies behind them. */
const MOST_TOLD = 400;

/** Whether what is known so far is worth telling: after a paste of thousands of amounts putting it together would hold up the rest. */
export function mayBeTold(evaluated: readonly Evaluated[]): boolean {
  return evaluated.filter(({ outcome }) => outcome.kind === 'failed').length <= MOST_TOLD;
}

/** What is known before anything was grouped: each failed equation pending by itself, and the findings of other checks. */
export function ungrouped(book: Book, all: readonly Evaluated[], given: readonly Finding[]): Findings {
  const { evaluated, settled } = withoutUnread(book, all);
  const failed = equationFindings(evaluated);
  const { findings: others, causes } = withSettled(given, settled, failed.length > 0);
  return {
    evaluated,
    ...joined(groupedSoFar(failed), [...failed.map(({ finding }) => finding), ...others], others, causes),
  };
}

const causesOfCodes = (rows: readonly Miscoded[], gone: readonly Finding[]): readonly Cause[] =>
  rows.map((row, index) => causeOfCode(row, index === 0 ? gone : gone.filter((finding) => isInRow(finding, row))));

/** All findings under their causes: of equations, of codes, of those that other checks found as symptoms, and each of the rest by itself. */
function joined(
  grouped: Grouped,
  all: readonly Finding[],
  others: readonly Finding[],
  ofCodes: readonly Cause[],
  goneWith: GoneWith = () => [],
): Omit<Findings, 'evaluated'> {
  const causes = new Map<string, Cause>();
  const take = (cause: Cause): void => {
    for (const id of cause.findings) causes.set(id, cause);
  };
  grouped.causes.forEach(take);
  ofCodes.forEach(take);
  withSymptoms(grouped.causes, others).forEach(take);
  withLackedRows(grouped.causes, others).forEach(take);
  withLedgerSymptoms(
    others.filter(({ id }) => !causes.has(id)),
    (finding) => cellsOfAmounts(finding).length > 0,
    goneWith,
  ).forEach(take);
  const suspects = new Map(grouped.findings.map(({ id, suspect }) => [id, suspect]));
  const findings = all.map((finding): Finding => {
    const cause = causes.get(finding.id) ?? singleCause(finding);
    causes.set(finding.id, cause);
    const suspect = suspects.get(finding.id);
    return { ...finding, cause: cause.id, ...(suspect ? { suspect } : {}) };
  });
  return { findings, causes: [...new Set(findings.flatMap(({ id }) => causes.get(id) ?? []))] };
}

/** Causes that are rows which the ledger or other tables have and a table lacks, with what other checks say of the same row and its project. */
function withLackedRows(causes: readonly Cause[], others: readonly Finding[]): readonly Cause[] {
  return causes.flatMap((cause) => {
    const { facts: row } = cause;
    if (row.code !== 'ledger-row' && row.code !== 'row-lacked') return [];
    const own = others.filter(({ facts, table }) =>
      facts.code === 'empty-unsaid'
        ? row.code === 'row-lacked' && table === row.table
        : facts.code === 'ledger-row' && row.code === 'ledger-row'
          ? facts.number === row.number && facts.name === row.name && facts.says.amount === row.says.amount
          : facts.code === 'project-no-row' && normaliseText(facts.project) === normaliseText(row.name),
    );
    return own.length === 0 ? [] : [{ ...cause, findings: [...cause.findings, ...own.map(({ id }) => id)] }];
  });
}

/** What is written in words: all text cells of a workbook, those of the tool's own sheets left out, which say what the tool says. */
function* textsIn({ sheets }: Snapshot): Generator<string> {
  for (const { rows, ours } of sheets) {
    if (ours) continue;
    for (const { cells } of rows) for (const { value } of cells) if (typeof value === 'string') yield value;
  }
}

/** Findings that are no longer made of a workbook once it has been mended. */
function* goneIn(context: CheckContext, others: readonly Finding[]): Steps<readonly Finding[]> {
  const still = new Set((yield* runChecksInSteps(context)).map(({ id }) => id));
  return others.filter(({ id }) => !still.has(id));
}

const isInRow = ({ cells }: Finding, { cell }: Miscoded): boolean =>
  cells.some(({ sheet, row }) => sheet === cell.sheet && row === cell.row);

/** What was said of the code speaks first; an equation where nothing was. */
function causeOfCode({ cell, table, printed, right, name, settles }: Miscoded, gone: readonly Finding[]): Cause {
  const findings = [...gone, ...settles.map(({ finding }) => finding)];
  const ids = findings.map(({ id }) => id);
  return {
    id: findingId('cause', ...[...ids].sort()),
    kind: 'cell',
    severity: gravest(findings),
    facts: {
      code: 'code-mistaken',
      place: { cell, table, ...(name === undefined ? {} : { row: name }) },
      printed,
      right,
      settles: settles.length,
    },
    // A code is no amount that could be written for it.
    determined: false,
    confidence: settles.length > 1 ? 0.9 : 0.8,
    alternatives: [[{ cell }]],
    findings: ids,
  };
}

/** Rules that look at an amount where it stands: what is said of a cell that is to hold another one goes with the reason for that. */
const ABOUT_AMOUNTS: ReadonlySet<string> = new Set(['b-person-public-class', 's-negative', 'c-ledger']);

/** The cells whose amounts such a finding is about: not those of the ledger by which it is said. */
export function cellsOfAmounts({ rule, facts, cells }: Finding): readonly CellRef[] {
  if (!ABOUT_AMOUNTS.has(rule)) return [];
  return facts.code === 'ledger-differs' ? cells.filter(({ sheet }) => sheet !== facts.says[0]?.sheet) : cells;
}

/** Causes that have such findings among their symptoms, with these: one of cells that several causes mend goes with that of its first. */
function withSymptoms(causes: readonly Cause[], others: readonly Finding[]): readonly Cause[] {
  const taken = new Set(causes.flatMap(({ findings }) => findings));
  const about = others.filter((finding) => !taken.has(finding.id) && cellsOfAmounts(finding).length > 0);
  if (about.length === 0) return [];
  const mending = new Map<string, Cause>();
  for (const cause of causes) {
    const [way, ...more] = cause.alternatives;
    if (!way || more.length > 0) continue;
    for (const { cell } of way) if (!mending.has(cellKey(cell))) mending.set(cellKey(cell), cause);
  }
  const symptoms = new Map<Cause, string[]>();
  for (const finding of about) {
    const [cause, ...more] = cellsOfAmounts(finding).map((cell) => mending.get(cellKey(cell)));
    if (!cause || more.some((other) => other === undefined)) continue;
    symptoms.set(cause, [...(symptoms.get(cause) ?? []), finding.id]);
  }
  return [...symptoms].map(([cause, ids]) => ({ ...cause, findings: [...cause.findings, ...ids] }));
}
