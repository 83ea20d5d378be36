import type { Decimal } from 'decimal.js';
import { readAmount } from '../amount/read-amount';
import { isInRange } from '../classification/code-tree';
import type { CellRef } from '../snapshot/address';
import type { CellValue, Snapshot } from '../snapshot/snapshot';
import { normaliseText, stripLeadingEnumeration } from '../text/normalise';
import { reasonWords } from './reason-words';
import { cellIn, findAskedSheet, textIn, valueIn, wordsOf, type HeaderWords } from './own-columns';

export type ReasonColumn =
  'number' | 'section' | 'about' | 'now' | 'before' | 'difference' | 'percent' | 'reason' | 'status';

/** Headers of the sheet of reasons. */
export const REASON_HEADERS: HeaderWords<ReasonColumn> = {
  number: ['序号', 'No.'],
  section: ['说明部分', 'Section'],
  about: ['事项', 'Item'],
  now: ['本年', 'This year'],
  before: ['上年', 'Last year'],
  difference: ['增减额', 'Change'],
  percent: ['增减%', 'Change %'],
  reason: ['主要原因', 'Main reason', '增减原因'],
  status: ['状态', 'Status'],
};

/** A row of the sheet of reasons (增减原因), answered or not. */
export interface ReasonRow {
  /** 说明部分, as the section is called there. */
  readonly section: string;
  /** 事项. */
  readonly about: string;
  /** The figures that the words were written for, in 万元: those beside them, or those that the status names since they changed. */
  readonly now: Decimal | undefined;
  readonly before: Decimal | undefined;
  /** The status says that figures changed, and nobody has confirmed the words or taken it away since then. */
  readonly isMarked: boolean;
  /** As typed. */
  readonly typed: string;
  /** The words as they go into the sentence; undefined where there is no answer yet: 无 is none. */
  readonly reason: string | undefined;
  readonly cell: CellRef;
}

export interface Reasons {
  readonly sheet: string | undefined;
  readonly rows: readonly ReasonRow[];
}

/** Nobody has given a reason. */
export const NO_REASONS: Reasons = { sheet: undefined, rows: [] };

/** Reads the sheet of reasons, whatever the order of its rows and columns. A blank section is that of the row above it. */
export function readReasons(snapshot: Snapshot): Reasons {
  const asked = findAskedSheet(snapshot, REASON_HEADERS, ['section', 'about', 'reason']);
  if (!asked) return NO_REASONS;
  const rows: ReasonRow[] = [];
  let section = '';
  for (const row of asked.rows) {
    section = textIn(asked, row, 'section') || section;
    const about = textIn(asked, row, 'about');
    const typed = wordsOf(valueIn(asked, row, 'reason'));
    if (about === '' && typed === '') continue;
    const status = textIn(asked, row, 'status');
    const isMarked = CHANGED.test(normaliseText(status));
    const beside = [amount(valueIn(asked, row, 'now')), amount(valueIn(asked, row, 'before'))];
    const [now, before] = isMarked ? figuresNamed(status) : beside;
    rows.push({
      section,
      about,
      now,
      before,
      isMarked,
      typed,
      reason: reasonWords(typed),
      cell: cellIn(asked, row, 'reason'),
    });
  }
  return { sheet: asked.sheet.name, rows };
}

/** How the status begins that says so, in the languages in which sheets are drawn. */
const CHANGED = /^(?:数字变了|figureschanged)/i;

/** The two figures that such a status names; none where somebody has shortened it. */
function figuresNamed(status: string): readonly (Decimal | undefined)[] {
  const named = status.match(/-?\d[\d,]*\.\d{2}/g) ?? [];
  return named.length === 2 ? named.map(amount) : [];
}

function amount(value: CellValue): Decimal | undefined {
  const reading = readAmount(value);
  return reading.kind === 'amount' ? reading.value : undefined;
}

/**
 * The key under which a reason is kept from one run to the next; the number of a section may change, and so may what a code is called:
 * “2012901” and “2012901 行政运行” are the same.
 */
export function reasonKey(section: string, about: string): string {
  const parts = about.split('·').map((part) => normaliseText(codeOf(part) ?? part));
  return `${stripLeadingEnumeration(section)}|${parts.join('·')}`;
}

/** The code that an item begins with, apart from its name; undefined of an item that is no code. */
function codeOf(item: string): string | undefined {
  const [, code] = /^\s*((?:\d{2}){1,3}\d)(?=\s|$)/.exec(item) ?? [];
  return code !== undefined && isInRange(code) ? code : undefined;
}

/** The row for a reason: of several the first that is answered, one in the same words before one that calls the code otherwise. */
export function reasonRow(reasons: Reasons, section: string, about: string): ReasonRow | undefined {
  const key = reasonKey(section, about);
  const same = reasons.rows.filter((row) => reasonKey(row.section, row.about) === key);
  const isAlike = (row: ReasonRow): boolean => normaliseText(row.about) === normaliseText(about);
  const rows = [...same.filter(isAlike), ...same.filter((row) => !isAlike(row))];
  return rows.find((row) => row.reason !== undefined) ?? rows.find((row) => row.typed !== '') ?? rows[0];
}

/** Whether a reason was given for other figures than those it is asked for now, as they are printed. */
export function isStale(row: ReasonRow, asked: { readonly now: Decimal; readonly before: Decimal }): boolean {
  const differs = (then: Decimal | undefined, now: Decimal): boolean =>
    then !== undefined && !then.toDecimalPlaces(2).equals(now.toDecimalPlaces(2));
  const isUnknown = row.isMarked && row.now === undefined && row.before === undefined;
  return isUnknown || differs(row.now, asked.now) || differs(row.before, asked.before);
}

/** Whether a reason was given for a change the other way: what explains an increase cannot stand behind a decrease. */
export function isTurned(row: ReasonRow, asked: { readonly now: Decimal; readonly before: Decimal }): boolean {
  return (
    row.now !== undefined &&
    row.before !== undefined &&
    directionOf(row.now, row.before) !== directionOf(asked.now, asked.before)
  );
}

const directionOf = (now: Decimal, before: Decimal): number =>
  now.toDecimalPlaces(2).comparedTo(before.toDecimalPlaces(2));

/** A reason that was given for other figures. */
export interface StaleReason {
  readonly sectionName: string;
  readonly about: string;
  readonly cell: CellRef;
}

/** The reasons that were given for other figures than those they are asked for now, in the order in which they are asked. */
export function staleReasons(
  reasons: Reasons,
  asked: readonly {
    readonly sectionName: string;
    readonly about: string;
    readonly now: Decimal;
    readonly before: Decimal;
  }[],
): readonly StaleReason[] {
  return asked.flatMap((one) => {
    const { sectionName, about } = one;
    const row = reasonRow(reasons, sectionName, about);
    return row?.reason !== undefined && isStale(row, one) ? [{ sectionName, about, cell: row.cell }] : [];
  });
}
