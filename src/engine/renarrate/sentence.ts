import { Decimal } from 'decimal.js';
import type { Span } from '../narrate/narration';
import { stripLeadingEnumeration } from '../text/normalise';

type FigureSpan = Extract<Span, { readonly kind: 'figure' }>;

/**
 * What a place of a sentence states. `none`: 未安排, or 无离休人员, of this year; `none-before`: of last year; `never`: of both; `flat`: 持平; `open`: a
 * mark 【待填：…】.
 */
export type StatementKind =
  'amount' | 'share' | 'difference' | 'percent' | 'count' | 'flat' | 'none' | 'none-before' | 'never' | 'open';

/** A part of a text: from its first character to the one behind its last. */
export interface Range {
  readonly from: number;
  readonly to: number;
}

/** One thing that a sentence states: the words that lead to it, then a number with its unit, or words instead of one. */
export interface Statement {
  readonly kind: StatementKind;
  readonly lead: Range;
  /** The number without its unit, or the words. */
  readonly value: Range;
  /** Behind the unit. */
  readonly end: number;
  /** 增加 or 减少, where it stands before the number. */
  readonly way: (Range & { readonly isUp: boolean }) | undefined;
  /** Undefined for words, and for 不足0.01. */
  readonly number: Decimal | undefined;
  readonly decimals: number;
  readonly unit: string;
  /** Of a text that was written from figures: which one. */
  readonly figure: FigureSpan | undefined;
}

/** A sentence, and what it states. */
export interface ReadSentence {
  readonly text: string;
  readonly statements: readonly Statement[];
  /** Why something changed: a person's words, of which nothing is read. */
  readonly reasons: readonly Range[];
  /** The text with what changes from one run to the next taken out of it: two that agree say the same of other figures. */
  readonly skeleton: string;
}

/** A number where it was written from a figure; `behind` are the units that counts have. */
export interface WrittenFigure extends Range {
  readonly figure: FigureSpan;
}

/** How the sentences around are read. */
export interface Manner {
  /** Measures of counts: 人, 辆, 个. */
  readonly measures: readonly string[];
  /** Numbers that are no figures, each with its unit and two characters before it: 价值50万元. */
  readonly literals: readonly string[];
  /** A clause ends with ； in such sentences, and with it the reason in it. */
  readonly endsReason: boolean;
}

const FULL_WIDTH = /[\uff0d\uff0e\uff10-\uff19\uff05]/g;
const NUMBER = /(?:(?<=占)比不足|不足)?-?\d[\d,]*(?:\.\d+)?/;
const WORDS =
  /(?<flat>持平(?![稳衡])|无增减(?:变化)?)|(?<none>未安排|没有安排|无[^，、；。]{1,6}人员)|(?<open>【待填[^】]*】)/;
const MONEY = ['亿元', '万元', '元'];
const UP = '增加|增长|上升|提高|增多|上涨|调增';
const DOWN = '减少|下降|降低|缩减|压减|削减|调减';
const WAY = new RegExp(`(?:(?<up>${UP})|(?<down>${DOWN}))(?:了|约|了约)?\\s*$`);

/** Words without the 增加 or 减少 at their end. */
export const withoutWay = (words: string): string => words.replace(WAY, '');

const REASON = /(?:主要)?原因(?:主要)?[是为：]|主要(?:是由于|是因为|是因|系)/g;

/** A mark 【待填：…】 alone. */
export const isMark = (text: string): boolean => /^【待填[^】]*】$/.test(text.trim());

/** Reads a sentence; with `figures`, only their numbers are read as numbers, and `reasons` is known. */
export function readSentence(
  text: string,
  { measures, literals, endsReason }: Manner,
  written?: { readonly figures: readonly WrittenFigure[]; readonly reasons: readonly Range[] },
): ReadSentence {
  const flat = text.replace(FULL_WIDTH, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0));
  const reasons = written?.reasons ?? reasonsIn(flat, endsReason);
  const pattern = patternOf(measures);
  const statements: Statement[] = [];
  let from = 0;
  for (const match of flat.matchAll(pattern)) {
    const at = match.index;
    const isReason = reasons.some((reason) => at >= reason.from && at < reason.to);
    const number = match.groups?.['number'];
    const figure = written?.figures.find((one) => one.to === at + (number?.length ?? 0))?.figure;
    const isLiteral = literals.length > 0 && number !== undefined && literals.includes(literalAt(flat, match));
    if (isReason || isLiteral || (written && number !== undefined && !figure)) continue;
    const statement = statementOf(flat, from, match, figure);
    statements.push(statement);
    from = statement.end;
  }
  return { text, statements, reasons, skeleton: skeletonOf(flat, statements, reasons) };
}

const patterns = new WeakMap<readonly string[], RegExp>();

function patternOf(measures: readonly string[]): RegExp {
  const known = patterns.get(measures);
  if (known) return known;
  const units = [...MONEY, '%', ...measures].map((unit) => unit.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  const pattern = new RegExp(`${WORDS.source}|(?<number>${NUMBER.source})\\s*(?<unit>${units.join('|')})`, 'g');
  patterns.set(measures, pattern);
  return pattern;
}

const literalAt = (text: string, { 0: found, index }: RegExpMatchArray & { readonly index: number }): string =>
  text.slice(Math.max(0, index - 2), index) + found;

/** The numbers of a text that are none of its figures, as `Manner` has them. */
export function literalsIn(
  text: string,
  measures: readonly string[],
  figures: readonly WrittenFigure[],
): readonly string[] {
  return [...text.matchAll(patternOf(measures))].flatMap((match) => {
    const number = match.groups?.['number'];
    if (number === undefined || figures.some(({ to }) => to === match.index + number.length)) return [];
    return [literalAt(text, match)];
  });
}

function statementOf(
  text: string,
  from: number,
  match: RegExpMatchArray & { readonly index: number },
  figure: FigureSpan | undefined,
): Statement {
  const { number, unit = '', flat, none } = match.groups ?? {};
  const at = match.index;
  const lead = { from, to: at };
  const before = text.slice(from, at);
  const end = at + match[0].length;
  const words = { lead, value: { from: at, to: end }, end, way: undefined, number: undefined, decimals: 0, unit };
  if (number === undefined) {
    const kind = flat !== undefined ? 'flat' : none === undefined ? 'open' : noneKind(before);
    return { ...words, kind, figure };
  }
  const way = wayIn(before, from);
  const isSmall = number.includes('不足');
  return {
    ...words,
    value: { from: at, to: at + number.length },
    kind: numberKind(unit, way !== undefined),
    way,
    number: isSmall ? undefined : new Decimal(number.replaceAll(',', '')),
    decimals: number.split('.')[1]?.length ?? 0,
    figure,
  };
}

function noneKind(before: string): StatementKind {
  if (/两年(?:都|均)?$/.test(before)) return 'never';
  return /(?:上年|去年)[^，；、。：]*$/.test(before) ? 'none-before' : 'none';
}

function numberKind(unit: string, hasWay: boolean): StatementKind {
  if (unit === '%') return hasWay ? 'percent' : 'share';
  if (hasWay) return 'difference';
  return MONEY.includes(unit) ? 'amount' : 'count';
}

function wayIn(before: string, offset: number): Statement['way'] {
  const match = WAY.exec(before);
  const { up, down } = match?.groups ?? {};
  const word = up ?? down;
  if (!match || word === undefined) return undefined;
  const from = offset + match.index;
  return { from, to: from + word.length, isUp: up !== undefined };
}

function reasonsIn(text: string, endsReason: boolean): readonly Range[] {
  const found: Range[] = [];
  for (const match of text.matchAll(REASON)) {
    const from = match.index + match[0].length;
    if (found.some((reason) => from <= reason.to)) continue;
    const end = text.slice(from).search(endsReason ? /[；。\n]/ : /[。\n]/);
    found.push({ from, to: end < 0 ? text.length : from + end });
  }
  return found;
}

function skeletonOf(text: string, statements: readonly Statement[], reasons: readonly Range[]): string {
  const holes = [
    ...statements.flatMap(({ kind, value, end, way }) => [
      {
        from: value.from,
        to: end,
        with: kind === 'open' ? '※' : kind === 'flat' ? '=' : kind.startsWith('n') ? '0' : '#',
      },
      ...(way ? [{ from: way.from, to: way.to, with: '±' }] : []),
    ]),
    ...reasons.map((reason) => ({ ...reason, with: '…' })),
  ].sort((one, other) => one.from - other.from);
  let skeleton = '';
  let at = 0;
  for (const hole of holes) {
    skeleton += text.slice(at, hole.from) + hole.with;
    at = hole.to;
  }
  return stripLeadingEnumeration(skeleton + text.slice(at));
}
