import type { CheckReport } from '../engine/finding/report';
import { addressOf, cellKey } from '../engine/snapshot/address';
import { findingSentence } from '../i18n/catalogue';
import type { Language } from '../i18n/language';
import { letterWords } from '../i18n/letter/catalogue';
import type { LetterPart } from '../i18n/letter/words';
import { cellList } from './areas';
import { entriesOf, namedCells, standingOf, type Entry } from './entries';
import { entryAddress, entrySentence } from './entry-words';

const PARTS: readonly LetterPart[] = ['error', 'warning'];
/** Places listed before the rest is only counted. */
const MOST_PLACES = 6;
/** Reasons why something was not checked. */
const MOST_REASONS = 3;

/**
 * The letter with which a reviewer sends a budget back (退回意见): plain text for a mail or an OA form, every error and every point to check
 * numbered through, each with its place, what stands there, what should, and what to do, in the words of all other surfaces. What is
 * only noted or has been explained is counted and not listed.
 */
export function returnLetter(report: CheckReport, language: Language): string {
  const words = letterWords(language);
  const entries = entriesOf(report);
  const of = (part: LetterPart): readonly Entry[] => entries.filter((entry) => standingOf(entry) === part);
  const parts = PARTS.map((part) => ({ part, entries: of(part) })).filter((one) => one.entries.length > 0);
  let number = 0;
  const lines = parts.flatMap(({ part, entries: own }, nth) => [
    words.heading(nth, part, own.length),
    ...own.map((entry) => words.item(++number, placeText(entry, language), itemText(entry, language))),
    '',
  ]);
  const opening = parts.length === 0 ? words.agrees : words.opening(of('error').length, of('warning').length);
  const closing = [...uncheckedText(report, language), ...leftOutText(report, entries, language)];
  return `${[words.title(report.department, report.year), '', opening, '', ...lines, ...closing].join('\n').trimEnd()}\n`;
}

/** One entry as the letter says it: 【表三!E9】… */
export function letterItem(entry: Entry, language: Language): string {
  const place = placeText(entry, language);
  return `${place === '' ? '' : `【${place}】`}${itemText(entry, language)}`;
}

/** Whoever gets the letter has no cells marked: all places are named as long as they can be. */
function placeText(entry: Entry, language: Language): string {
  const { cells } = entry;
  return cells.length > 0 && cells.length <= MOST_PLACES
    ? cellList(cells, language === 'en' ? ', ' : '、')
    : entryAddress(entry, language);
}

function itemText(entry: Entry, language: Language): string {
  const shown = new Set(entry.cells.map(cellKey));
  const following = new Map(
    entry.symptoms.flatMap((finding) =>
      namedCells(finding)
        .slice(0, 1)
        .map((cell) => [cellKey(cell), cell] as const),
    ),
  );
  const places = [...following].filter(([key]) => !shown.has(key)).map(([, cell]) => addressOf(cell));
  const sentence = entrySentence(entry, language);
  // Only of a cause with a way to mend it can be said what agrees afterwards.
  if (places.length === 0 || entry.cause?.determined !== true) return sentence;
  const follows = letterWords(language).follows(places.slice(0, MOST_PLACES), places.length);
  return `${sentence}${language === 'en' ? ' ' : ''}${follows}`;
}

function uncheckedText({ unchecked }: CheckReport, language: Language): readonly string[] {
  const count = unchecked.reduce((sum, one) => sum + one.count, 0);
  const reasons = new Set(unchecked.map(({ facts }) => withoutStop(findingSentence(facts, language))));
  return count === 0 ? [] : [letterWords(language).unchecked(count, [...reasons].slice(0, MOST_REASONS))];
}

/** A sentence that goes on. */
const withoutStop = (sentence: string): string => sentence.replace(/[。.]$/, '');

function leftOutText(report: CheckReport, entries: readonly Entry[], language: Language): readonly string[] {
  const notes = entries.filter((entry) => standingOf(entry) === 'note').length;
  return notes + report.explained === 0 ? [] : [letterWords(language).leftOut(notes, report.explained)];
}
