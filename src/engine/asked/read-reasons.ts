import type { Decimal } from 'decimal.js';
import { readAmount } from '../amount/read-amount';
import { isInRange } from '../classification/code-tree';
import type { CellRef } from '../snapshot/address';
import type { CellValue, Snapshot } from '../snapshot/snapshot';
import { LETTERS } from '../text/letters';
import { normaliseText, stripLeadingEnumeration } from '../text/normalise';
import { saysNone } from '../text/says-none';
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

const LEADING_STOPS = /^[，,、；;：:。．！？!?…·～~—\s-]+/u;
const OPENING = /^(?:其)?(?:主要)?(?:的)?原因(?:是|为|在于|有|包括)?[:：]?(?:是)?|^主要(?:是|系)(?:由于|因为?)?/u;

/** 因为…, 是由于…, 因…, 是…: said by 主要原因是 already. Not 因公出国, 因素. */
const BECAUSE = /^是?(?:由于|因为|因(?!公(?:出|赴|差)|[私素果此故而地应]))|^是(?![否非])/u;
/** …所致, …导致: as much as 主要原因是. */
const CAUSED = /(?:所导?致|所?(?:导致|造成|引起|引发))的?$/u;
/** …等原因, …的原因: 原因 stands in front already. */
const REASONS = /(?<=等)(?:多|各)?(?:种|个|方面|项)?的?(?:综合)?原因$|的原因$/u;
/** 征拆减少，主要原因是…: it is said once. */
const SAID_AGAIN = /(?<=[，,；;。]\s*)(?:其)?主要原因(?:是|为|在于)[:：]?/gu;
const PLACEHOLDER = /^【?待(?:填|定|补|补充)(?:[：:].*)?】?$/u;

/**
 * A reason as it follows `主要原因是`: without the opening that people repeat and without stops at either end. Undefined where that
 * leaves nothing, or 无, or 待填.
 */
export function reasonWords(typed: string): string | undefined {
  const words = typed
    // Lines become clauses of one sentence; a stop that stands at the end of one parts them already.
    .replace(/([，,、：:；;])[^\S\n]*\n\s*/g, '$1')
    .replace(/。?\s*\n\s*/g, '；')
    .replace(/[。．.！!？?；;，,、：:…⋯·~～\s]+$/u, '')
    .trim();
  const bare = words
    .replace(LEADING_STOPS, '')
    .replace(OPENING, '')
    .replace(LEADING_STOPS, '')
    .replace(BECAUSE, '')
    .replace(CAUSED, '')
    .replace(REASONS, '')
    .replace(SAID_AGAIN, '')
    .trim();
  return bare === '' || saysNone(bare) || PLACEHOLDER.test(bare) || saysNothing(bare) ? undefined : partedReasons(bare);
}

/** What may stand between two reasons: a stop, or nothing behind a word. */
const between = (next: string): RegExp =>
  new RegExp(`(?:[，,。、;；]\\s*|(?<=[${LETTERS}%）)”])\\s*)(?=${next})`, 'gu');

/** How several reasons are counted: 一是…二是…, 第一…第二…, 1.…2.…, （一）…（二）…, ①…②…. */
const COUNTED: readonly { readonly first: RegExp; readonly others: RegExp }[] = [
  { first: /^一是/, others: between('(?<![一二三四五六七八九十第])[二三四五六七八九十]是') },
  { first: /^第一(?=[，,：:、])/, others: between('第[二三四五六七八九十][，,：:、]') },
  { first: /^首先(?=[，,：:、])/, others: between('(?:其次|再次|最后)[，,：:、]') },
  { first: /^1\s*(?:[、．]|[.](?!\d)|[)）])/, others: between('[1-9]\\d?\\s*(?:[、．]|[.](?!\\d)|[)）])') },
  { first: /^[（(][一1][)）]/, others: between('[（(](?:[二三四五六七八九十]|[2-9])[)）]') },
  { first: /^①/, others: between('[②-⑳]') },
];

/** Whether a reason counts several. */
export const isCounted = (reason: string): boolean => COUNTED.some(({ first }) => first.test(reason));

/** Several reasons stand apart by semicolons, whatever stood between them. */
function partedReasons(reason: string): string {
  const others = COUNTED.find(({ first }) => first.test(reason))?.others;
  return others ? reason.replace(others, '；') : reason;
}

/** Words that refer to somewhere else, or say again that there is a change: a reader of the text learns no reason from them. */
const ELSEWHERE = /^(?:略|从略|不详|不清楚|不知道|待定|待核实|待确认|tbd)$/i;
/** 同上, 与上述相同, 原因同第3条, 如前所述. */
const LIKE_ANOTHER =
  /^(?:原因)?[与和同如](?:[上前]|第?[\d一二三四五六七八九十])[述面文年]?(?:第?一?[条项行点款段])?的?(?:原因)?(?:所述)?(?:相?同|一致|一样)?$/;
const SOURCE = '(?:附件|附表|附注|附|上述|上文|上|下文|下|说明|台账|表)';
const NUMBER = '(?:[一二三四五六七八九十\\d.-]+|\\([一二三四五六七八九十\\d]+\\))?';
/** 见上, 详见附件2, 见附件1、附件2, 具体见附表一说明. */
const SEE = new RegExp(
  `^(?:详|参|请|具体|具体情况|详情)?见${SOURCE}${NUMBER}(?:[、,和及与]${SOURCE}?${NUMBER})*(?:的?(?:说明|内容|文字))?$`,
);
const CHANGE_ALONE =
  /^(?:(?:预算|金额|数额)?(?:比|较)?(?:上年|去年)(?:预算)?(?:数)?)?(?:有所)?(?:增加|减少|增长|下降|增减|变动|变化)了?(?:[\d.,]+(?:万元|元|%|人|个百分点)?)?$/;

const A_LETTER = new RegExp(`[${LETTERS}]`, 'u');
/** 啊啊啊, 测: one character, however often. */
const ONE_LETTER = new RegExp(`^([${LETTERS}])\\1*$`, 'u');

function saysNothing(words: string): boolean {
  const flat = normaliseText(words);
  return (
    !A_LETTER.test(flat) ||
    ONE_LETTER.test(flat) ||
    ELSEWHERE.test(flat) ||
    LIKE_ANOTHER.test(flat) ||
    SEE.test(flat) ||
    CHANGE_ALONE.test(flat) ||
    /^(?:与上年)?无(?:变化|变动|增减)$/.test(flat)
  );
}
