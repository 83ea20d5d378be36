import { Decimal } from 'decimal.js';
import { convertMoney, readMoneyUnit, amountIn } from '../amount/money-unit';
import { readChineseNumeral } from '../amount/chinese-numeral';
import { readAmount } from '../amount/read-amount';
import type { AskedFact } from '../edition/text';
import type { CellRef } from '../snapshot/address';
import type { CellValue } from '../snapshot/snapshot';
import { DIGITS, LETTERS } from '../text/letters';
import { normaliseText, stripTrailingBracket } from '../text/normalise';
import { saysNone } from '../text/says-none';
import { wordsOf } from './own-columns';

/** A row of the sheet of facts (单位情况), blank or not. */
export interface FactRow {
  /** 类别; of a project's fact `项目：` and the project's name. */
  readonly group: string;
  /** 事项. */
  readonly label: string;
  /** 计量单位, as it stands there. */
  readonly measure: string;
  /** 内容, as typed. */
  readonly value: CellValue;
  /** It is shown as a percentage: 0.05 is 5 %. Excel makes that of `5%`. */
  readonly isPercent?: true;
  readonly cell: CellRef;
}

/** Everything that was answered in the sheet of facts; no rows where the workbook has no such sheet. */
export interface Answers {
  readonly sheet: string | undefined;
  readonly rows: readonly FactRow[];
}

/** What was answered to one question. */
export type Answer = Said & {
  /** Where it stands, or is to be written; undefined where the sheet does not ask it, and for words that the edition says instead of a blank. */
  readonly cell: CellRef | undefined;
};

type Said =
  | { readonly kind: 'blank' }
  | { readonly kind: 'text'; readonly text: string }
  /** 无, of something that is asked in words. */
  | { readonly kind: 'none'; readonly text: string }
  /** In 万元; 无 is zero. */
  | { readonly kind: 'amount'; readonly value: Decimal }
  /** A percentage too: 5 for 5 %. */
  | { readonly kind: 'count'; readonly value: Decimal }
  | { readonly kind: 'yes-no'; readonly yes: boolean }
  /** Words where an amount, a count, 是 or 否 belongs; a number of people or things that cannot be. */
  | { readonly kind: 'unreadable'; readonly raw: string; readonly wanted?: WantedAnswer };

/** What belongs in the place of an answer that cannot be: 是 or 否, a whole number that is not negative, something else than 无. */
export type WantedAnswer = 'yes-no' | 'whole' | 'something';

/** Nobody has answered anything. */
export const NO_ANSWERS: Answers = { sheet: undefined, rows: [] };

/** The group under which the facts of one project stand: `项目：机房租用费`. */
export function projectGroup(fact: Pick<AskedFact, 'group'>, project: string): string {
  return `${fact.group}：${project}`;
}

/** The key under which two rows ask the same, however their words are spaced and spelled. */
export function factKey(group: string, label: string): string {
  return `${normaliseText(group)}|${normaliseText(label)}`;
}

/** The row that asks for a fact: by group and label, else by a label that stands in the sheet once. Of several the first with an answer. */
export function rowOf(answers: Answers, fact: AskedFact, project?: string): FactRow | undefined {
  const group = project === undefined ? fact.group : projectGroup(fact, project);
  const { byKey, byLabel } = foundIn(answers.rows);
  const same = byKey.get(factKey(group, fact.label));
  if (same) return same.find((row) => wordsOf(row.value) !== '') ?? same[0];
  if (project !== undefined) return undefined;
  const alike = byLabel.get(normaliseText(fact.label)) ?? [];
  return alike.length === 1 ? alike[0] : undefined;
}

/** The row that says the same as one of another time, wherever it stands now. */
export const rowLike = ({ rows }: Answers, { group, label, value }: FactRow): FactRow | undefined =>
  rows.find((row) => factKey(row.group, row.label) === factKey(group, label) && row.value === value);

interface Found {
  readonly byKey: ReadonlyMap<string, readonly FactRow[]>;
  readonly byLabel: ReadonlyMap<string, readonly FactRow[]>;
}

const found = new WeakMap<readonly FactRow[], Found>();

/** The rows by what they ask: of a department with hundreds of projects thousands of questions are answered. */
function foundIn(rows: readonly FactRow[]): Found {
  const known = found.get(rows);
  if (known) return known;
  const made = {
    byKey: grouped(rows, ({ group, label }) => factKey(group, label)),
    byLabel: grouped(rows, ({ label }) => normaliseText(label)),
  };
  found.set(rows, made);
  return made;
}

function grouped(rows: readonly FactRow[], key: (row: FactRow) => string): ReadonlyMap<string, readonly FactRow[]> {
  const groups = new Map<string, FactRow[]>();
  for (const row of rows) {
    const group = groups.get(key(row));
    if (group) group.push(row);
    else groups.set(key(row), [row]);
  }
  return groups;
}

/** What was answered to a question; `otherwise` stands for a blank where the edition says so. */
export function answerTo(answers: Answers, fact: AskedFact, project?: string): Answer {
  const row = rowOf(answers, fact, project);
  if (row && wordsOf(row.value) !== '') return { ...read(fact, contentOf(row, fact), row.measure), cell: row.cell };
  if (isValueOfNothing(answers, fact)) return { kind: 'amount', value: new Decimal(0), cell: undefined };
  if (fact.otherwise === undefined) return { kind: 'blank', cell: row?.cell };
  return { ...read(fact, fact.otherwise, ''), cell: undefined };
}

/** The value of cars of which there are none: 其他车辆数量 is 0 or 无. */
function isValueOfNothing(answers: Answers, { group, worthOf }: AskedFact): boolean {
  if (worthOf === undefined) return false;
  const number: AskedFact = { id: '', group, label: worthOf, kind: 'count', usedIn: '', help: '' };
  const answer = answerTo(answers, number);
  return answer.kind === 'count' && answer.value.isZero();
}

/** What a row says to a question as a person sees it: a cell that is shown as 5 % says 5 where a percentage is asked for, else `5%`. */
export function contentOf({ value, isPercent }: FactRow, { kind }: Pick<AskedFact, 'kind'>): CellValue {
  if (!isPercent || typeof value !== 'number') return value;
  const percent = new Decimal(value).times(100);
  return kind === 'percent' ? percent.toNumber() : `${percent.toFixed()}%`;
}

function read(fact: AskedFact, value: CellValue, measure: string): Said {
  const text = wordsOf(value);
  switch (fact.kind) {
    case 'text':
      return saysNone(text) ? { kind: 'none', text } : { kind: 'text', text: withoutStop(text) };
    case 'paragraphs':
      return saysNone(text) ? { kind: 'none', text } : { kind: 'text', text: withStops(text) };
    case 'yes-no':
      return yesNo(text);
    case 'amount': {
      if (saysNone(text)) return { kind: 'amount', value: new Decimal(0) };
      const reading = readAmount(value);
      if (reading.kind !== 'amount') return { kind: 'unreadable', raw: text };
      const stated = readMoneyUnit(measure);
      const unit = stated?.supported ? stated.unit : (fact.moneyUnit ?? '万元');
      return { kind: 'amount', value: convertMoney(amountIn(reading, unit), unit, '万元') };
    }
    case 'count':
    case 'percent': {
      if (saysNone(text)) return { kind: 'count', value: new Decimal(0) };
      const bare = typeof value === 'string' ? withoutMeasure(text, fact.measure ?? '') : undefined;
      const inWords = bare === undefined || fact.kind === 'percent' ? undefined : readChineseNumeral(bare);
      if (inWords !== undefined) return { kind: 'count', value: new Decimal(inWords) };
      const reading = readAmount(bare ?? value);
      if (reading.kind !== 'amount' || reading.suffix !== undefined) return { kind: 'unreadable', raw: text };
      const { value: number } = reading;
      const isWhole = fact.kind === 'count' && fact.divisible !== true;
      if (number.isNegative() || (isWhole && !number.isInteger()))
        return { kind: 'unreadable', raw: text, ...(isWhole ? { wanted: 'whole' as const } : {}) };
      return { kind: 'count', value: number };
    }
  }
}

// The sentence has its own full stop.
function withoutStop(text: string): string {
  return text.replace(/[。！？；，、;,!?…\s]+$/u, '');
}

const ENDS_IN_WORD = new RegExp(`[${LETTERS}${DIGITS}）》”]$`, 'u');

// Lines that stand by themselves are sentences: one without any mark at its end gets its full stop.
function withStops(text: string): string {
  return text
    .split(/\s*\n\s*/)
    .map((line) => (ENDS_IN_WORD.test(line) ? `${line}。` : line))
    .join('\n');
}

// 12辆, 12 台, 850m²: the measure is the sheet's, whichever word of measure was typed behind the number.
function withoutMeasure(text: string, measure: string): string {
  const flat = normaliseText(text);
  const own = normaliseText(measure);
  const rest = own !== '' && flat.endsWith(own) ? flat.slice(0, -own.length) : flat;
  return rest.replace(/(?:个|人|名|家|辆|台|套|台\(套\)|平方米|平米|㎡|m2|m²)$/iu, '');
}

const YES = /^(?:是|是的|有|对|yes|y|true|1|√|✓)$/i;

/** What was answered to a question of 是 or 否. */
export function yesNo(text: string): Said {
  // What stands in a bracket behind it says more of it: 否（事业单位）.
  const flat = stripTrailingBracket(text);
  if (YES.test(flat)) return { kind: 'yes-no', yes: true };
  if (saysNone(flat) || /^(?:不是|不是的|不对|没|n|false|×|✗)$/i.test(flat)) return { kind: 'yes-no', yes: false };
  return { kind: 'unreadable', raw: text, wanted: 'yes-no' };
}

/** False where the answer is 无, 0 or 否; a question that is still open says that there may be something. */
export function saysSomething(answer: Said): boolean {
  switch (answer.kind) {
    case 'none':
      return false;
    case 'amount':
    case 'count':
      return !answer.value.isZero();
    case 'yes-no':
      return answer.yes;
    case 'blank':
    case 'text':
    case 'unreadable':
      return true;
  }
}
