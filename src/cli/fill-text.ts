import { untouchedTables, type FillResult } from '../commands/fill';
import {
  fillNumbers,
  followedValue,
  formulaBefore,
  heldBefore,
  keptAmount,
  leftSentences,
  rowSentence,
} from '../commands/fill-preview';
import type { Conflict, FillPlan, LeftOpen } from '../engine/fill/plan';
import { cellList } from '../commands/areas';
import type { LackedEntry } from '../commands/lacked-rows';
import { addressOf, cellKey } from '../engine/snapshot/address';
import { fillWords } from '../i18n/fill/catalogue';
import { severityWord } from '../i18n/severity';
import { amountText } from '../i18n/words/amounts';
import { GAP, INDENT, hanging, labelled, signed } from './lines';
import { entryLines } from './report-text';
import type { Style } from './report-text';
import { padTo, widthOf, wrap } from './wrap';

/**
 * The preview, and what is said of a fill that was done: what was kept first (last of it what rows that a table lacks explain), then what
 * changes table by table, then what stays open.
 */
export function fillText(fill: FillResult, lacked: readonly LackedEntry[], style: Style): readonly string[] {
  const { plan, book } = fill;
  const tables = new Map(
    [...(book?.tables ?? []), ...(book?.forms ?? [])].map(({ declared }) => [declared.id, declared.title]),
  );
  return [
    ...keptLines(
      plan.conflicts.filter((conflict) => !lacked.some((row) => explains(row, conflict))),
      style,
    ),
    ...lacked.flatMap((row) => lackedLines(row, plan.conflicts, style)),
    ...[...tables].flatMap(([id, title]) => tableLines(plan, id, title, style)),
    ...followLines(plan, style),
    ...leftLines(plan.left, style),
    ...untouchedLines(fill, style),
  ];
}

/** Tables of which nothing is known: no other says what belongs there. */
function untouchedLines(fill: FillResult, style: Style): readonly string[] {
  const tables = untouchedTables(fill);
  return tables.length === 0 ? [] : signed('unchecked', fillWords(style.language).untouched(tables), style);
}

/** What was kept and no lacking row explains: the user decides which amount is right. */
function keptLines(conflicts: readonly Conflict[], style: Style): readonly string[] {
  const words = fillWords(style.language);
  const shown = conflicts.filter(({ severity }) => style.all || severity !== 'note');
  const notes = conflicts.length - shown.length;
  return [
    ...shown.flatMap((conflict) => conflictLines(conflict, style)),
    ...(notes > 0 ? signed('note', words.notesHidden(notes), style) : []),
    ...(conflicts.some(({ replaced }) => !replaced) ? indented(words.allKept, style.columns, INDENT) : []),
  ];
}

const explains = ({ cells }: LackedEntry, { cell, replaced }: Conflict): boolean =>
  !replaced && cells.has(cellKey(cell));

/** A row that a table lacks; before it the amounts that were kept because they take it in, which must not be cleared. */
function lackedLines(row: LackedEntry, conflicts: readonly Conflict[], style: Style): readonly string[] {
  const kept = conflicts.filter((conflict) => explains(row, conflict));
  const cells = cellList(
    kept.map(({ cell }) => cell),
    ' ',
  );
  return [
    ...kept.flatMap((conflict) => conflictLines(conflict, style)),
    ...entryLines(row.entry, style),
    ...(kept.length > 0 ? indented(fillWords(style.language).keptForRow(cells), style.columns, INDENT) : []),
  ];
}

function conflictLines(conflict: Conflict, style: Style): readonly string[] {
  const { severity, replaced, cell } = conflict;
  const words = fillWords(style.language);
  const say = replaced ? words.replaced : severity === 'note' ? words.keptRounding : words.kept;
  return labelled(
    severity,
    severityWord(severity, style.language),
    `${addressOf(cell)}${GAP}${say(keptAmount(conflict))}`,
    style,
  );
}

function tableLines(plan: FillPlan, id: string, title: string, style: Style): readonly string[] {
  const words = fillWords(style.language);
  const counts = words.counts(fillNumbers(plan, id));
  if (counts.length === 0) return [];
  return [
    ...hanging('', [`${id} ${title}`, ...counts].join(GAP), style.columns, GAP.length),
    ...plan.inserts
      .filter((row) => row.table === id)
      .flatMap((row) => indented(rowSentence(row, style.language), style.columns)),
    ...(style.all ? cellLines(plan, id, style) : []),
  ];
}

/** One line for each cell: address, formula, old and new amount, below each other. */
function cellLines({ fills, numbers }: FillPlan, id: string, { language, columns }: Style): readonly string[] {
  const words = fillWords(language);
  const rows = [
    ...numbers
      .filter(({ table }) => table === id)
      .map(({ cell, text, amount }) => ({
        address: addressOf(cell),
        formula: words.madeNumber,
        before: `“${text.trim()}”`,
        after: amountText(amount),
        note: '',
      })),
    ...fills
      .filter(({ table }) => table === id)
      .map((filled) => ({
        address: addressOf(filled.cell),
        formula: filled.formula === undefined ? '' : `=${filled.formula}`,
        before: heldBefore(filled, language),
        after: amountText(filled.amount),
        note: formulaBefore(filled, language),
      })),
  ];
  const width = (of: (row: (typeof rows)[number]) => string): number =>
    Math.max(0, ...rows.map((row) => widthOf(of(row))));
  const [address, before, after] = [width((row) => row.address), width((row) => row.before), width((row) => row.after)];
  const room = columns - 2 * GAP.length - address - before - after - ' → '.length - GAP.length;
  const formula = Math.min(
    width((row) => row.formula),
    Math.max(room, 0),
  );
  return rows.flatMap((row) => {
    const amounts = `${padTo(row.before, before, 'left')} → ${padTo(row.after, after, 'left')}`;
    const start = `${GAP}${padTo(row.address, address)}${GAP}`;
    const note = row.note === '' ? [] : indented(row.note, columns, start.length);
    const [first = '', ...more] = formula === 0 ? [''] : wrap(row.formula, formula);
    const middle = formula === 0 ? '' : `${padTo(first, formula)}${GAP}`;
    const below = ' '.repeat(widthOf(start));
    return [`${start}${middle}${amounts}`, ...more.map((rest) => below + rest), ...note];
  });
}

function followLines({ follows }: FillPlan, style: Style): readonly string[] {
  const words = fillWords(style.language);
  if (follows.length === 0) return [];
  if (!style.all) return signed('note', words.followsHidden(follows.length), style);
  return [
    ...wrap(words.followed, style.columns),
    ...follows.flatMap(({ cell, formula, before, after }) =>
      indented(
        `${addressOf(cell)}${GAP}=${formula}${GAP}${followedValue(before, style.language)} → ${followedValue(after, style.language)}`,
        style.columns,
      ),
    ),
  ];
}

function leftLines(left: readonly LeftOpen[], style: Style): readonly string[] {
  return leftSentences(left, style.language).flatMap(({ cell, sentence }) =>
    signed('unchecked', `${addressOf(cell)}${GAP}${sentence}`, style),
  );
}

function indented(text: string, columns: number, by = GAP.length): readonly string[] {
  return wrap(text, columns - by).map((line) => ' '.repeat(by) + line);
}
