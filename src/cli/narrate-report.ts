import { catalogue } from '../commands/catalogue';
import type { Asked } from '../commands/sheets/ask';
import { readAmount } from '../engine/amount/read-amount';
import type { NarrateResult } from '../commands/narrate';
import { readReasons, staleReasons, type StaleReason } from '../engine/asked/read-reasons';
import { lackedPriorLines } from '../engine/asked/lacked-prior';
import { wordsOf } from '../engine/asked/own-columns';
import { levelOf } from '../engine/classification/code-tree';
import { readPriorRows } from '../engine/asked/read-prior';
import type { Composed } from '../documents/compose';
import { isSomething } from '../engine/book/book';
import { isOpenForm } from '../engine/check/performance/forms';
import { hasGoal } from '../engine/check/performance/goal';
import { formatAmount } from '../engine/amount/format';
import type { CheckReport } from '../engine/finding/report';
import type { Missing, Narration, Remark } from '../engine/narrate/narration';
import { addressOf } from '../engine/snapshot/address';
import type { Snapshot } from '../engine/snapshot/snapshot';
import { groupBy } from '../engine/lists/group-by';
import { normaliseText } from '../engine/text/normalise';
import { findingSentence } from '../i18n/catalogue';
import { cliWords } from '../i18n/cli/catalogue';
import { narrateWords } from '../i18n/narrate/catalogue';
import type { NarrateWords } from '../i18n/narrate/words';
import { SIGNS, severityWord } from '../i18n/severity';
import { amountText, percentText, signedText } from '../i18n/words/amounts';
import { GAP, hanging, INDENT, labelled, signed, type LineStyle } from './lines';
import { newDepartmentWords } from './new-department';

/** A text that was written, as the terminal tells of it. */
export interface Narrated {
  readonly snapshot: Snapshot;
  readonly result: NarrateResult;
  readonly narration: Narration;
  readonly composed: Composed;
  readonly asked: Asked | undefined;
  /** The name of last year's workbook, where one was given. */
  readonly priorName: string | undefined;
  readonly report: CheckReport;
  readonly outputs: { readonly document: string | undefined; readonly ask: string | undefined };
}

/**
 * What was written and what is to be known of it: first that the figures are wrong, if they are; last, where the eye is, what is
 * still open and where it can be answered.
 */
export function narrateLines(narrated: Narrated, style: LineStyle): readonly string[] {
  const { composed, narration, outputs, report, asked } = narrated;
  const words = narrateWords(style.language);
  const { error } = report.summary;
  const blocks = composed.disclosure.parts.flatMap(({ blocks: own }) => own);
  const grids = blocks.filter((block) => block.kind === 'table');
  const forms = narrated.result.book?.forms.length ?? 0;
  return [
    ...(error > 0 ? labelled('error', severityWord('error', style.language), words.errors(error), style) : []),
    ...wrongYearLines(narrated, style),
    ...otherDepartment(narrated, style),
    ...printedApart(narrated, style),
    ...reasonsAgainst(narrated, style),
    ...lackedPrior(narrated, style),
    ...remarks(narrated, style).flatMap((remark) =>
      labelled('note', severityWord('note', style.language), remark, style),
    ),
    ...unrecognised(narrated, style),
    ...(outputs.document === undefined
      ? []
      : [words.written(outputs.document, grids.length - forms, forms, narration.sections.length)]),
    ...(outputs.ask === undefined || !asked
      ? []
      : [words.askWritten(outputs.ask, [asked.sheets.facts, asked.sheets.reasons, asked.sheets.prior])]),
    ...staleLines(staleReasons(readReasons(narrated.snapshot), narration.reasons), style),
    ...openLines(narrated, style),
  ];
}

/** Last year's workbook is of another year: nothing else is to be said of it. */
function wrongYearLines({ result: { wrongYear }, priorName }: Narrated, style: LineStyle): readonly string[] {
  if (!wrongYear) return [];
  return warned(narrateWords(style.language).priorYear(priorName ?? '', wrongYear.year, wrongYear.needed), style);
}

/** Last year's workbook bears another name: the department was renamed, or it is somebody else's. */
function otherDepartment({ result: { prior, about } }: Narrated, style: LineStyle): readonly string[] {
  const [theirs, own] = [prior?.book.department, about.department];
  if (theirs === undefined || own === undefined || normaliseText(theirs) === normaliseText(own)) return [];
  return warned(narrateWords(style.language).priorDepartment(theirs, own), style);
}

const warned = (text: string, style: LineStyle): readonly string[] =>
  labelled('warning', severityWord('warning', style.language), text, style);

/**
 * What was answered and cannot be right: other than in the tables, than another answer, or than the ledger that it says it is from; a
 * performance table of a project that no table has; rows of the ledger that the tables lack. The document repeats all of them.
 */
function printedApart({ report }: Narrated, { language, ...style }: LineStyle): readonly string[] {
  return report.findings.flatMap(({ severity, facts, cells, explained }) => {
    const isOurs = (facts.code === 'title-year' || facts.code === 'department-differs') && facts.ours !== undefined;
    const lacksRows = facts.code === 'ledger-unused' && facts.leftOut.length > 0;
    if ((!isOurs && !lacksRows && !PRINTED.has(facts.code)) || explained) return [];
    // A sentence of a ledger's rows names the others itself.
    const most = lacksRows ? 1 : isOurs ? MOST_CELLS : cells.length;
    const text = `${cells.slice(0, most).map(addressOf).join(' ')}${GAP}${findingSentence(facts, language)}`;
    return labelled(severity, severityWord(severity, language), text, { language, ...style });
  });
}

const PRINTED: ReadonlySet<string> = new Set([
  'answers-apart',
  'project-no-row',
  'project-renamed',
  'prior-differs',
  'ledger',
]);

/** A name that differs stands in each table. */
const MOST_CELLS = 2;

/** Reasons that speak of growth where there is less, or of cuts where there is more. The text repeats them. */
function reasonsAgainst({ narration, result }: Narrated, style: LineStyle): readonly string[] {
  const words = narrateWords(style.language);
  const against = narration.remarks.filter((remark) => remark.kind === 'against');
  return groupBy(against, ({ reason, change }) => `${change}|${reason}`).flatMap((group) => {
    const [{ about, reason, change, section: id }] = group;
    const section = sectionNames(result).get(id) ?? id;
    const times = group.length > 1 ? { times: group.length } : {};
    const cells = group.map(({ cell }) => addressOf(cell)).join(' ');
    return warned(`${cells}${GAP}${words.against({ section, about, reason, change, ...times })}`, style);
  });
}

/** Rows that somebody deleted from the sheet of last year's figures; a workbook of last year tells them all. */
function lackedPrior({ result, snapshot }: Narrated, style: LineStyle): readonly string[] {
  const { edition, now, names, prior } = result;
  const sheet = readPriorRows(snapshot)[0]?.cell.sheet;
  if (!edition || sheet === undefined || prior) return [];
  const nameOf = (code: string): string | undefined => catalogue().nameOf(code) ?? names?.get(code);
  const rows = lackedPriorLines(snapshot, edition, now, nameOf).map(({ table, code, name, column }) =>
    [table, code, name, column].filter((word) => word !== '').join(' '),
  );
  return rows.length === 0 ? [] : warned(narrateWords(style.language).priorLacks(sheet, rows), style);
}

function remarks({ narration, composed, result, asked }: Narrated, style: LineStyle): readonly string[] {
  const words = narrateWords(style.language);
  const [first] = composed.rounded;
  const said: string[] = [];
  said.push(...composed.missingTables.map(({ title }) => words.tableMissing(title)));
  if (first) said.push(words.rounded(addressOf(first), composed.rounded.length));
  for (const remark of narration.remarks)
    if (remark.kind !== 'against') said.push(remarkText(remark, sectionNames(result), words));
  for (const { row, told } of asked?.differing ?? []) {
    const typed = readAmount(row.value);
    const [own, theirs] = [typed.kind === 'amount' ? typed.value : undefined, told].map(
      (amount) => amount && amountText(formatAmount(amount, 2)),
    );
    said.push(`${addressOf(row.cell)}${GAP}${words.differing(own ?? wordsOf(row.value), theirs ?? '')}`);
  }
  return said;
}

function remarkText(
  remark: Exclude<Remark, { kind: 'against' }>,
  sections: ReadonlyMap<string, string>,
  words: NarrateWords,
): string {
  switch (remark.kind) {
    case 'renumbered':
      return words.renumbered(remark.name, remark.before, remark.now);
    case 'renamed':
      return words.renamed(remark.code, remark.before, remark.now);
    case 'apart': {
      const { year, about } = remark;
      const section = sections.get(remark.section) ?? remark.section;
      const [whole, parts] = [remark.whole, remark.parts].map((amount) => amountText(formatAmount(amount, 2)));
      return words.apart({ year, section, about, whole: whole ?? '', parts: parts ?? '' });
    }
  }
}

/** The short names of an edition's sections, by id. */
function sectionNames({ book }: NarrateResult): ReadonlyMap<string, string> {
  const text = book?.edition.declared.text;
  return new Map([...(text?.sections ?? []), ...(text?.facts ?? [])].map(({ id, name }) => [id, name]));
}

/** More than these are counted only. */
const MOST_STALE = 20;

/** The reasons that were given for other figures, a line each, and how to say that they hold. */
export function staleLines(stale: readonly StaleReason[], style: LineStyle): readonly string[] {
  const words = narrateWords(style.language);
  const [first] = stale;
  if (!first) return [];
  return [
    ...signed('warning', words.stale(stale.length, first.cell.sheet), style),
    ...stale
      .slice(0, MOST_STALE)
      .flatMap(({ cell, sectionName, about }) =>
        hanging(' '.repeat(INDENT), `${addressOf(cell)}${GAP}${words.staleOne(sectionName, about)}`, style.columns),
      ),
  ];
}

/** The sheets that look like a table and were taken for none. */
function unrecognised({ result }: Narrated, style: LineStyle): readonly string[] {
  const { notRecognised } = cliWords(style.language);
  return result.sheets.flatMap(({ sheet, reason }) =>
    reason?.code === 'sheet-unknown'
      ? labelled('unchecked', notRecognised, `${sheet}  ${findingSentence(reason, style.language)}`, style)
      : [],
  );
}

/** What is missing, as it is listed. */
export const MISSING_IN_ORDER: readonly Missing[] = ['fact', 'reason', 'prior', 'amount', 'name'];

function openLines({ narration, outputs, result, snapshot }: Narrated, style: LineStyle): readonly string[] {
  const words = narrateWords(style.language);
  const priorSheet = readPriorRows(snapshot)[0]?.cell.sheet;
  const { missing } = narration;
  const forms = openForms(result, snapshot);
  const count = missing.length + forms.length;
  if (count === 0) return [style.paint('agreed', SIGNS.agreed) + ` ${words.complete}`];
  const counts = MISSING_IN_ORDER.flatMap((what) => {
    const ofKind = missing.filter((one) => one.what === what).length;
    return ofKind === 0 ? [] : [words.kinds[what](ofKind)];
  });
  if (forms.length > 0) counts.push(words.openForms(forms.length));
  const sections = sectionNames(result);
  const items = MISSING_IN_ORDER.flatMap((what) => missing.filter((one) => one.what === what)).flatMap((one) => {
    const place = one.fill
      ? `${addressOf(one.fill)}  `
      : one.what === 'prior' && priorSheet !== undefined
        ? `${priorSheet}  `
        : '';
    return hanging(
      '  ',
      `${place}${openText(one, sections.get(one.section) ?? one.section, narration, style)}`,
      style.columns,
      6,
    );
  });
  for (const { of, cell, lacksGoal } of forms)
    items.push(...hanging('  ', `${addressOf(cell)}${GAP}${words.openForm(of, lacksGoal)}`, style.columns, 6));
  const canFill = priorSheet !== undefined || missing.some(({ fill }) => fill !== undefined);
  const isNew = newDepartmentWords(result.edition, snapshot, missing, result.hasLastYear, style.language);
  const where =
    outputs.ask === undefined
      ? canFill || missing.length === 0
        ? []
        : [words.whereNone]
      : [words.whereIn(outputs.ask)];
  if (result.prior === undefined && !result.wrongYear && missing.some(({ what }) => what === 'prior'))
    where.push(words.wherePrior);
  if (isNew !== undefined) where.push(isNew);
  if (outputs.ask === undefined && canFill && missing.some(({ what, fill }) => what === 'reason' && fill === undefined))
    where.push(words.whereNotYet);
  const nameless = missing.flatMap(({ what, about, fill }) =>
    what === 'name' && fill === undefined && levelOf(about) !== undefined && /^\d+$/.test(about) ? [about] : [],
  );
  if (nameless.length > 0) where.push(words.whereNames([...new Set(nameless)]));
  return [...items, words.open(count, counts), ...where];
}

/** The performance tables that have no indicators yet, with the cell where they begin; one without a project once somebody has begun it. */
function openForms({ book }: NarrateResult, snapshot: Snapshot) {
  return (book?.forms ?? []).flatMap((form) => {
    const [first] = form.indicators;
    if (!first || !isOpenForm(form)) return [];
    const { frame, subject, amounts } = form;
    const lacksGoal = !hasGoal(form, snapshot);
    const project = subject?.written ?? '';
    const isBegun = project !== '' || !lacksGoal || amounts.some(({ figure }) => isSomething(figure));
    return isBegun ? [{ of: { project, sheet: frame.sheet }, cell: first.level3Cell, lacksGoal }] : [];
  });
}

function openText(
  one: Narration['missing'][number],
  section: string,
  narration: Narration,
  { language }: LineStyle,
): string {
  const words = narrateWords(language);
  switch (one.what) {
    case 'fact':
      return words.fact(one.about, one.unread, one.wanted);
    case 'prior':
      return words.prior(section, one.about, one.unread);
    case 'amount':
      return words.amount(section, one.about);
    case 'name':
      return words.name(section, one.about);
    case 'reason': {
      const asked = narration.reasons.find(({ section: id, about }) => id === one.section && about === one.about);
      if (!asked) return `${section} ${one.about}`;
      const { now, before, difference, percent, about } = asked;
      return words.reason({
        unread: one.unread,
        section,
        about,
        now: amountText(formatAmount(now, 2)),
        before: amountText(formatAmount(before, 2)),
        difference: signedText(formatAmount(difference, 2)),
        percent: percent && percentText(percent.toFixed()),
      });
    }
  }
}
