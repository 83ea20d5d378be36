import type { Severity } from '../engine/finding/finding';
import type { CheckReport } from '../engine/finding/report';
import { addressOf, cellKey } from '../engine/snapshot/address';
import type { CellRef } from '../engine/snapshot/address';
import type { Edit, NewNote } from '../engine/snapshot/patch';
import type { CellFlag, SheetSnapshot, Snapshot } from '../engine/snapshot/snapshot';
import { annotateWords, findingSentence } from '../i18n/catalogue';
import type { Language } from '../i18n/language';
import { SIGNS, severityWord } from '../i18n/severity';
import { areasOf } from './areas';
import { namedCells, openEntriesOf } from './entries';
import { sentenceAt } from './entry-words';

/** What one cell is marked with: the strongest severity of all that is said about it, and each line of its note. */
export interface Mark {
  readonly cell: CellRef;
  readonly severity: Severity;
  readonly lines: readonly string[];
}

/** More cells of one finding than these are not marked: that they are many is said, and colour everywhere shows nothing. */
const MOST_MARKED = 20;

const SEVERITIES: readonly Severity[] = ['error', 'warning', 'note'];

/**
 * What a report says about each cell. The cells to look at bear the severity of their entry; a cell whose sum is only
 * broken by another one bears a note that says by which, so that what has to be mended stands out.
 */
export function marksOf(report: CheckReport, language: Language): readonly Mark[] {
  const marks = new Map<string, Mark>();
  const add = (cell: CellRef, severity: Severity, line: string): void => {
    const mark = marks.get(cellKey(cell)) ?? { cell, severity, lines: [] };
    const strongest = SEVERITIES.indexOf(severity) < SEVERITIES.indexOf(mark.severity) ? severity : mark.severity;
    const lines = mark.lines.includes(line) ? mark.lines : [...mark.lines, line];
    marks.set(cellKey(cell), { cell, severity: strongest, lines });
  };
  const words = annotateWords(language);
  const entries = openEntriesOf(report);
  for (const entry of entries) {
    const [sign, word] = [SIGNS[entry.severity], severityWord(entry.severity, language)];
    // A remark on how things are written is made once: a table full of numbers kept as text is not to be painted all over.
    const most = entry.severity === 'note' ? 1 : MOST_MARKED;
    const cells = entry.cause && entry.severity !== 'note' ? entry.cells : entry.cells.slice(0, most);
    for (const cell of cells) add(cell, entry.severity, words.noteLine(sign, word, sentenceAt(entry, cell, language)));
  }
  for (const entry of entries) {
    const [source] = entry.cells;
    if (!source) continue;
    const own = new Set(entry.cells.map(cellKey));
    for (const symptom of entry.symptoms) {
      const say = entry.cause?.determined === false ? words.relatedLine : words.symptomLine;
      const line = say(SIGNS.note, addressOf(source), findingSentence(symptom.facts, language));
      for (const cell of namedCells(symptom).slice(0, MOST_MARKED))
        if (!own.has(cellKey(cell))) add(cell, 'note', line);
    }
  }
  return [...marks.values()];
}

/**
 * The edits that leave exactly these marks in the workbook, and a √ on these figures: what is flagged, noted or ticked by us and no
 * longer said is taken away.
 */
export function markEdits(
  snapshot: Snapshot,
  marks: readonly Mark[],
  ticked: readonly CellRef[] = [],
): readonly Edit[] {
  return snapshot.sheets
    .filter((sheet) => !sheet.ours)
    .flatMap((sheet) => {
      const here = marks.filter(({ cell }) => cell.sheet === sheet.name);
      return [...flagEdits(sheet, here, ticked), ...noteEdits(sheet, here)];
    });
}

/** The edits that leave a √ on exactly these figures; all other marks stay. */
export function tickEdits(snapshot: Snapshot, ticked: readonly CellRef[]): readonly Edit[] {
  return snapshot.sheets.flatMap((sheet): readonly Edit[] => {
    if (sheet.ours) return [];
    const others = sheet.flags.filter(({ severity }) => severity !== 'agreed');
    const ticks = ticksOn(sheet, ticked);
    if (ticks.length === 0 && others.length === sheet.flags.length) return [];
    return [{ do: 'setFlags', sheet: sheet.name, flags: [...others, ...ticks] }];
  });
}

function ticksOn({ name }: SheetSnapshot, ticked: readonly CellRef[]): readonly CellFlag[] {
  const cells = ticked.filter(({ sheet }) => sheet === name);
  return cells.length > 0 ? [{ severity: 'agreed', areas: areasOf(cells) }] : [];
}

function flagEdits(sheet: SheetSnapshot, marks: readonly Mark[], ticked: readonly CellRef[]): readonly Edit[] {
  const ticks = ticksOn(sheet, ticked);
  if (marks.length === 0 && ticks.length === 0 && sheet.flags.length === 0) return [];
  const flags = SEVERITIES.flatMap((severity): readonly CellFlag[] => {
    const cells = marks.filter((mark) => mark.severity === severity).map(({ cell }) => cell);
    return cells.length > 0 ? [{ severity, areas: areasOf(cells) }] : [];
  });
  return [{ do: 'setFlags', sheet: sheet.name, flags: [...flags, ...ticks] }];
}

function noteEdits(sheet: SheetSnapshot, marks: readonly Mark[]): readonly Edit[] {
  if (marks.length === 0 && !sheet.notes.some((note) => note.ours)) return [];
  const notes = marks
    .map(({ cell, lines }): NewNote => ({ row: cell.row, column: cell.column, text: lines.join('\n') }))
    .sort((a, b) => a.row - b.row || a.column - b.column);
  return [{ do: 'setNotes', sheet: sheet.name, notes }];
}
