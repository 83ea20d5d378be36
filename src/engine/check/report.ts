import type { Book, RecognisedTable } from '../book/book';
import type { Evaluated } from '../equation/evaluate';
import type { Cause, Finding, Severity } from '../finding/finding';
import { findingId } from '../finding/id';
import type { CheckReport, EquationCounts, SheetSummary, TableSummary } from '../finding/report';
import type { SheetOutcome } from '../recognise/look-at-sheet';
import type { Recognition } from '../recognise/recognise';
import { runSteps, type Steps, type Tell } from '../steps/steps';
import type { CheckContext } from './check';
import { runChecksInSteps } from './checks';
import { findingsOf, ungrouped, type Findings } from './grouping';
import { notEvaluated, notThere } from './unchecked';

/** What has been worked out already. */
interface Known {
  readonly others?: readonly Finding[];
  readonly evaluated?: readonly Evaluated[];
}

/**
 * Everything that can be said of a recognised workbook: its equations evaluated, what they and the other checks found grouped by
 * cause, and what could not be checked and why.
 */
export function reportOn(recognition: Recognition, context: CheckContext, known: Known = {}): CheckReport {
  return runSteps(reportOnInSteps(recognition, context, known));
}

/** The same in steps; `tell` is told of the report before it is known what lies behind the failed equations. */
export function* reportOnInSteps(
  recognition: Recognition,
  context: CheckContext,
  known: Known = {},
  tell?: Tell<CheckReport>,
): Steps<CheckReport> {
  const { book } = recognition;
  const others = isBlank(book) ? [blankFinding(book)] : (known.others ?? (yield* runChecksInSteps(context)));
  const hear: Tell<Findings> | undefined = tell && ((soFar) => tell(() => reportOf(recognition, soFar())));
  const found = yield* findingsOf(context, others, known.evaluated, hear);
  yield;
  return reportOf(recognition, found);
}

/** The report as far as it goes once the equations are evaluated, with findings of other checks that are known. */
export function reportSoFar(
  recognition: Recognition,
  evaluated: readonly Evaluated[],
  others: readonly Finding[],
): CheckReport {
  const { book } = recognition;
  return reportOf(recognition, ungrouped(book, evaluated, isBlank(book) ? [blankFinding(book)] : others));
}

function reportOf({ book, sheets }: Recognition, found: Findings): CheckReport {
  const { evaluated } = found;
  const findings = [...found.findings].sort(orderOf(book));
  const missing = notThere(book);
  const lost = missing.reduce((sum, { count }) => sum + count, 0);
  return {
    edition: { id: book.edition.declared.id, name: book.edition.declared.name },
    department: book.department,
    year: book.year,
    tables: tableSummaries(book, evaluated),
    sheets: sheetSummaries(sheets, book),
    equations: countsOf(evaluated, lost),
    unchecked: [...missing, ...notEvaluated(evaluated)],
    findings,
    ...inOrder(found.causes, findings),
    explained: 0,
  };
}

/** Causes of findings, errors first, then in the order of the findings; and how many there are. */
export function inOrder(
  unordered: readonly Cause[],
  findings: readonly Finding[],
): Pick<CheckReport, 'causes' | 'summary'> {
  const position = new Map(findings.map((finding, index) => [finding.id, index]));
  const causes = [...unordered].sort(
    (a, b) => SEVERITY_ORDER[a.severity] - SEVERITY_ORDER[b.severity] || firstOf(a, position) - firstOf(b, position),
  );
  const count = (severity: Severity): number => causes.filter((cause) => cause.severity === severity).length;
  return { causes, summary: { error: count('error'), warning: count('warning'), note: count('note') } };
}

/** Tables, and not one amount in them: a form to be filled in, about which nothing else is worth saying. */
function isBlank(book: Book): boolean {
  const formsBlank = book.forms.every((form) => form.amounts.every(({ figure }) => figure.reading.kind === 'blank'));
  return book.tables.length > 0 && formsBlank && book.tables.every((table) => table.blank);
}

function blankFinding(book: Book): Finding {
  const [first] = book.tables;
  return {
    id: findingId('s-blank', book.edition.declared.id),
    rule: 's-blank',
    severity: 'note',
    facts: { code: 'workbook-blank', tables: book.tables.length },
    cells: [],
    ...(first ? { sheet: first.frame.sheet, table: first.declared.id } : {}),
  };
}

/** What is said of a workbook in which no table of any edition was found. */
export function nothingRecognised(sheets: readonly SheetOutcome[], book: Book | undefined): CheckReport {
  return {
    edition: undefined,
    department: undefined,
    year: undefined,
    tables: [],
    sheets: sheetSummaries(sheets, book),
    equations: { total: 0, passed: 0, failed: 0, notApplicable: 0, notChecked: 0 },
    unchecked: [],
    findings: [],
    causes: [],
    summary: { error: 0, warning: 0, note: 0 },
    explained: 0,
  };
}

const SEVERITY_ORDER: Readonly<Record<Severity, number>> = { error: 0, warning: 1, note: 2 };

function firstOf(cause: Cause, position: ReadonlyMap<string, number>): number {
  return Math.min(...cause.findings.map((id) => position.get(id) ?? Infinity));
}

/** Errors first, then in the order of the edition's tables, then as found. */
function orderOf(book: Book): (a: Finding, b: Finding) => number {
  const ids = [...book.edition.declared.tables, ...book.edition.declared.forms].map((table) => table.id);
  const tablePosition = (finding: Finding): number => {
    const index = ids.indexOf(finding.table ?? '');
    return index < 0 ? ids.length : index;
  };
  return (a, b) => SEVERITY_ORDER[a.severity] - SEVERITY_ORDER[b.severity] || tablePosition(a) - tablePosition(b);
}

function countsOf(evaluated: readonly Evaluated[], missing: number): EquationCounts {
  const count = (kind: Evaluated['outcome']['kind']): number =>
    evaluated.filter(({ outcome }) => outcome.kind === kind).length;
  return {
    total: evaluated.length + missing,
    passed: count('passed'),
    failed: count('failed'),
    notApplicable: count('notApplicable'),
    notChecked: count('notChecked') + missing,
  };
}

function tableSummaries(book: Book, evaluated: readonly Evaluated[]): readonly TableSummary[] {
  const byTable = new Map<string, Evaluated[]>();
  for (const one of evaluated) {
    const list = byTable.get(one.equation.table);
    if (list) list.push(one);
    else byTable.set(one.equation.table, [one]);
  }
  const seen = new Set<string>();
  // Equations are counted once, in the first of several tables or forms of one id.
  const countsFor = (id: string): EquationCounts => {
    if (seen.has(id)) return countsOf([], 0);
    seen.add(id);
    return countsOf(byTable.get(id) ?? [], 0);
  };
  return [
    ...book.tables.map((table): TableSummary => ({
      id: table.declared.id,
      sheet: table.frame.sheet,
      title: table.frame.title?.text ?? table.declared.title,
      figures: figuresIn(table),
      declaredEmpty: table.blank && table.emptyNote !== undefined,
      equations: countsFor(table.declared.id),
    })),
    ...book.forms.map((form): TableSummary => ({
      id: form.declared.id,
      sheet: form.frame.sheet,
      title: form.frame.title?.text ?? form.declared.title,
      figures: form.amounts.filter(({ figure }) => figure.reading.kind !== 'blank').length,
      declaredEmpty: false,
      form: true,
      equations: countsFor(form.declared.id),
    })),
  ];
}

function figuresIn(table: RecognisedTable): number {
  return table.blocks.reduce(
    (sum, block) =>
      sum +
      block.figures.reduce((inRow, row) => inRow + row.filter((figure) => figure.reading.kind !== 'blank').length, 0),
    0,
  );
}

/** What each sheet was taken for, and what came nearest where it was taken for nothing; a sheet of codes is like the tool's own. */
export function sheetSummaries(outcomes: readonly SheetOutcome[], book: Book | undefined): readonly SheetSummary[] {
  return outcomes.filter(({ codes }) => codes?.length !== 0).map((outcome) => sheetSummary(outcome, book));
}

function sheetSummary(outcome: SheetOutcome, book: Book | undefined): SheetSummary {
  if (outcome.tables.length > 0) return { sheet: outcome.sheet, tables: outcome.tables };
  if (outcome.isLedger)
    return { sheet: outcome.sheet, tables: [], reason: { code: 'sheet-ledger', sheet: outcome.sheet } };
  if (outcome.codes)
    return {
      sheet: outcome.sheet,
      tables: [],
      reason: { code: 'sheet-unknown', nearest: '科目表', missing: outcome.codes },
    };
  if (outcome.noTable)
    return { sheet: outcome.sheet, tables: [], reason: { code: 'sheet-no-table', blank: outcome.blank } };
  const nearest = book?.edition.declared.tables.find((table) => table.id === outcome.nearest?.table);
  return {
    sheet: outcome.sheet,
    tables: [],
    reason: { code: 'sheet-unknown', nearest: nearest?.title, missing: outcome.nearest?.missing ?? [] },
  };
}
