import { entriesOf, namedCells, standingOf } from '../commands/entries';
import type { Entry, EntryStanding } from '../commands/entries';
import { entryAddress, entrySentence } from '../commands/entry-words';
import type { FindingFacts } from '../engine/finding/facts';
import type { Finding } from '../engine/finding/finding';
import { tablesFound } from '../commands/tables-found';
import type { CheckReport } from '../engine/finding/report';
import { addressOf } from '../engine/snapshot/address';
import type { CellRef } from '../engine/snapshot/address';
import { findingSentence } from '../i18n/catalogue';
import { cliWords } from '../i18n/cli/catalogue';
import { SIGNS, severityWord } from '../i18n/severity';
import type { Standing } from '../i18n/severity';
import { uncheckedCount } from './file-result';
import type { CheckedFile } from './file-result';
import { GAP, hanging, labelled, signed, type LineStyle } from './lines';
import { widthOf } from './wrap';

/** How a report is to be shown. */
export interface Style extends LineStyle {
  /** Every note and every reason why something was not checked, one by one. */
  readonly all: boolean;
}

const WIDE_GAP = '      ';
/** Reasons listed before the rest is summed up. */
const MOST_REASONS = 5;
/** What need not be looked at is listed one by one only on request. */
const ON_REQUEST: ReadonlySet<EntryStanding> = new Set<EntryStanding>(['note', 'explained']);
/** Places of symptoms listed before the rest is counted. */
const MOST_PLACES = 6;

/** A checked workbook as the terminal shows it: who and what, the findings, the tally last, where the eye is. */
export function reportText(result: CheckedFile, style: Style): string {
  const { report } = result;
  const entries = entriesOf(report);
  const isShown = (entry: Entry): boolean => style.all || !ON_REQUEST.has(standingOf(entry)) || isAlwaysSaid(entry);
  const shown = entries.filter(isShown);
  const hidden = entries.filter((entry) => standingOf(entry) === 'note' && !isShown(entry)).length;
  const words = cliWords(style.language);
  const lines = [
    ...heading(result, style),
    ...shown.flatMap((entry) => entryLines(entry, style)),
    ...(hidden > 0 ? signed('note', words.notesHidden(hidden), style) : []),
    ...(report.explained > 0 && !style.all ? signed('explained', words.explainedHidden(report.explained), style) : []),
    ...unrecognisedSheets(report, style),
    ...uncheckedLines(report, style),
    ...tally(result, style),
  ];
  return `${lines.join('\n')}\n`;
}

/** That nothing is filled in, where no list of what was found says more; and what the tables were not held against. */
const ALWAYS_SAID: ReadonlySet<FindingFacts['code']> = new Set(['workbook-blank', 'ledger-unused', 'ledger-apart']);

const isAlwaysSaid = (entry: Entry): boolean => ALWAYS_SAID.has(entry.facts.code) && standingOf(entry) !== 'explained';

/** The file, and what is known of it. */
export function heading(
  { file, report }: Pick<CheckedFile, 'file' | 'report'>,
  { language, columns }: Pick<Style, 'language' | 'columns'>,
): readonly string[] {
  const words = cliWords(language);
  const about = [report.department, report.year === undefined ? undefined : words.year(report.year)].filter(isSaid);
  const { tables, forms } = tablesFound(report);
  const said = [about.join(' '), report.edition?.name, words.tablesFound(tables, forms)].filter(isSaid).join(GAP);
  const line = `${file}   ${said}`;
  return widthOf(line) <= columns ? [line] : [file, ...hanging('', said, columns)];
}

function isSaid(text: string | undefined): text is string {
  return text !== undefined && text !== '';
}

/** One entry: how grave, where, what, and which disagreements go with it. */
export function entryLines(entry: Entry, style: Style): readonly string[] {
  const { language } = style;
  const standing = standingOf(entry);
  const word = severityWord(standing, language);
  const address = entryAddress(entry, language);
  const because = symptomsText(entry, style);
  const text = [entrySentence(entry, language), because].filter(isSaid).join(language === 'en' ? ' ' : '');
  return labelled(standing, word, address === '' ? text : `${address}${GAP}${text}`, style);
}

/** How many disagreements go with an entry, and where; nothing where that is the place already named. */
function symptomsText({ symptoms, cells }: Entry, { language, all }: Style): string {
  const words = cliWords(language);
  // What else goes away with a cause, such as what was said of its code, is no disagreement.
  const failed = symptoms.filter(({ difference }) => difference !== undefined);
  const places = [...new Set(failed.flatMap((finding) => toldAt(finding).slice(0, 1).map(addressOf)))];
  const named = new Set(cells.map(addressOf));
  if (places.every((place) => named.has(place))) return '';
  const shown = all ? places : places.slice(0, MOST_PLACES);
  const more = places.length > shown.length ? words.andPlaces(places.length) : '';
  return words.symptoms(failed.length, places.length) + shown.join(' ') + more;
}

/** Where it is told that two sums differ: at that of fewer cells, the other is a list of projects or rows. */
function toldAt(finding: Finding): readonly CellRef[] {
  const { facts } = finding;
  return facts.code === 'sides-differ' && facts.rightCount < facts.leftCount ? [facts.right.cell] : namedCells(finding);
}

/** The sheets that look like a table and were taken for none, with what they came nearest to; all others only on request. */
function unrecognisedSheets({ sheets }: CheckReport, style: Style): readonly string[] {
  const { notRecognised } = cliWords(style.language);
  return sheets.flatMap(({ sheet, reason }) =>
    reason && (style.all || reason.code === 'sheet-unknown')
      ? labelled('unchecked', notRecognised, `${sheet}${GAP}${findingSentence(reason, style.language)}`, style)
      : [],
  );
}

function uncheckedLines(report: CheckReport, style: Style): readonly string[] {
  const words = cliWords(style.language);
  const reasons = new Map<string, number>();
  for (const { facts, count } of report.unchecked) {
    const reason = findingSentence(facts, style.language);
    reasons.set(reason, (reasons.get(reason) ?? 0) + count);
  }
  const listed = [...reasons].slice(0, style.all ? undefined : MOST_REASONS);
  const rest = uncheckedCount(report) - listed.reduce((sum, [, count]) => sum + count, 0);
  return [
    ...listed.flatMap(([reason, count]) => signed('unchecked', words.unchecked(count, reason), style)),
    ...(rest > 0 ? signed('unchecked', words.moreUnchecked(rest), style) : []),
  ];
}

function tally({ report, seconds }: CheckedFile, style: Style): readonly string[] {
  const { language, paint, columns } = style;
  const words = cliWords(language);
  const { summary } = report;
  const clean = report.findings.length === 0 && report.causes.length === 0 && report.unchecked.length === 0;
  const equations = words.equations(report.equations);
  const took = words.took(seconds.toFixed(2));
  // Nothing found is no agreement where nothing could be compared, as in a blank form.
  const standing: Standing = report.equations.passed > 0 ? 'agreed' : 'unchecked';
  if (clean) return [`${paint(standing, SIGNS[standing])} ${equations}${WIDE_GAP}${took}`];
  const counts = (['error', 'warning', 'note'] as const)
    .filter((severity) => severity === 'error' || summary[severity] > 0)
    .map((severity) => {
      const counted = words.counted(severityWord(severity, language), summary[severity]);
      return summary[severity] > 0 ? paint(severity, counted) : counted;
    });
  if (report.explained > 0)
    counts.push(paint('explained', words.counted(severityWord('explained', language), report.explained)));
  return [...hanging('', `${equations}${WIDE_GAP}${took}`, columns, 0), counts.join(GAP)];
}
