import type { Narration, Paragraph } from '../../src/engine/narrate/narration';

/*
 * Reads a text back as a reviewer reads it: the words and the printed numbers, nothing of how they came about. A line that does
 * not read as one of these sentences is no sentence of this edition, and fails.
 */

/** What a line says of something: this year's amount, its share, how it changed and whether a reason is given. */
export interface Line {
  /** The last 、-free name, a fund, a kind; of a code its digits. */
  readonly subject: string;
  /** Hundredths of 万元 as printed; 0 where it says 未安排. */
  readonly now: bigint;
  /** Hundredths of a percent; `small` where it says that it is less than can be printed. */
  readonly share: bigint | 'small' | undefined;
  readonly change: ReadChange;
  readonly reason: boolean;
  readonly text: string;
}

/** How it changed, in words and printed numbers. */
export type ReadChange =
  /** 与上年预算持平 */
  | { readonly kind: 'same' }
  /** Nothing is said. */
  | { readonly kind: 'silent' }
  /** It is said that there was nothing in either year. */
  | { readonly kind: 'never' }
  /** Marked as missing. */
  | { readonly kind: 'open' }
  | {
      readonly kind: 'more' | 'less';
      readonly difference: bigint;
      /** 上年未安排 */
      readonly fresh: boolean;
      /** 本年未安排 */
      readonly gone: boolean;
      /** Hundredths of a percent. */
      readonly percent: bigint | 'small' | undefined;
    };

const NUMBER = String.raw`-?\d+(?:\.\d{2})?`;
const CHANGE = String.raw`(?<change>，与上年预算持平|，【待填：上年数】|(?<fresh>，上年未安排)?，比上年预算(?<way>增加|减少)(?<difference>${NUMBER})万元(?:，(?<rate>增长|下降)(?<percent>${NUMBER}|不足0\.01)%)?)?`;
const REASON = String.raw`(?<reason>，主要原因是[^，。][^。]*)?`;
const SHARE = String.raw`(?:，占(?<share>比不足0\.01|${NUMBER})%)?`;
const AMOUNT = String.raw`(?:(?<now>${NUMBER})万元|(?<none>未安排))`;

const ITEM = new RegExp(`^(?<subject>[^，、；。：]+?)${AMOUNT}${SHARE}${CHANGE}${REASON}。$`);
const CODE = new RegExp(
  `^\\d+\\.(?<path>.+?)(?:：\\d{4}年预算数为|：\\d{4}年(?=未安排预算)|(?=${NUMBER}万元(?:，占|。)))(?:(?<now>${NUMBER})万元|(?<none>未安排预算))${SHARE}${CHANGE}${REASON}。$`,
);
const TOTAL = new RegExp(`(?:收支总预算|当年拨款|安排的支出)(?<now>${NUMBER})万元${CHANGE}(?:，其中：|。)$`);
const BRIEF = String.raw`(?<same>与上年预算持平)|(?<never>两年均未安排)|【待填：上年数】|(?:(?<fresh>上年未安排，本年)|(?<gone>本年未安排，)?比上年预算)(?<way>增加|减少)(?<difference>${NUMBER})万元`;

const hundredths = (printed: string): bigint => {
  const [whole = '', fraction = ''] = printed.replace('-', '').split('.');
  const value = BigInt(whole + fraction.padEnd(2, '0'));
  return printed.startsWith('-') ? -value : value;
};

type Groups = Readonly<Record<string, string | undefined>>;

function changeOf(groups: Groups): ReadChange {
  const { change, way, difference, rate, percent, fresh } = groups;
  if (change === undefined) return { kind: 'silent' };
  if (change.includes('持平')) return { kind: 'same' };
  if (change.includes('待填')) return { kind: 'open' };
  const more = way === '增加';
  if (rate !== undefined && (rate === '增长') !== more) throw new Error(`${way ?? ''} and ${rate}`);
  return {
    kind: more ? 'more' : 'less',
    difference: hundredths(difference ?? ''),
    fresh: fresh !== undefined,
    gone: false,
    percent: percent === undefined ? undefined : percent.startsWith('不足') ? 'small' : hundredths(percent),
  };
}

function lineOf(subject: string, groups: Groups, text: string): Line {
  const { now, share } = groups;
  return {
    subject,
    now: now === undefined ? 0n : hundredths(now),
    share: share === undefined ? undefined : share.startsWith('比不足') ? 'small' : hundredths(share),
    change: changeOf(groups),
    reason: groups['reason'] !== undefined,
    text,
  };
}

/** A line about a member, or about a code by its path. */
export function readLine(text: string): Line {
  const code = CODE.exec(text)?.groups;
  if (code) return lineOf([...(code['path'] ?? '').matchAll(/：(\d+)）/g)].map(([, own]) => own).join(''), code, text);
  const item = ITEM.exec(text)?.groups;
  if (!item) throw new Error(`no sentence of this text: ${text}`);
  return lineOf(item['subject'] ?? '', item, text);
}

/** The whole that a section begins with: 收支总预算…, 一般公共预算当年拨款…. */
export function readTotal(text: string): Line {
  const groups = TOTAL.exec(text)?.groups;
  if (!groups) throw new Error(`no total: ${text}`);
  return lineOf('', groups, text);
}

/** 因公出国（境）费比上年预算减少…; the whole has no name. */
export function readBrief(text: string, subject: string): Pick<Line, 'subject' | 'change' | 'reason' | 'text'> {
  const groups = new RegExp(`^${subject.replace(/[（）]/g, String.raw`\$&`)}(?:${BRIEF})${REASON}$`).exec(text)?.groups;
  if (!groups) throw new Error(`nothing about ${subject}: ${text}`);
  const { same, never, fresh, gone, way, difference, reason } = groups;
  const change: ReadChange =
    same !== undefined
      ? { kind: 'same' }
      : never !== undefined
        ? { kind: 'never' }
        : way === undefined
          ? { kind: 'open' }
          : {
              kind: way === '增加' ? 'more' : 'less',
              difference: hundredths(difference ?? ''),
              fresh: fresh !== undefined,
              gone: gone !== undefined,
              percent: undefined,
            };
  return { subject, change, reason: reason !== undefined, text };
}

/** 基本工资96.40万元、津贴补贴71.28万元: names and printed amounts. */
export function readList(text: string): readonly { readonly subject: string; readonly now: bigint }[] {
  return text.split('、').map((item) => {
    const [, subject = '', now = ''] = new RegExp(`^(.*?[^-\\d.])(${NUMBER})万元$`).exec(item) ?? [];
    if (subject === '') throw new Error(`no item of a list: ${item}`);
    return { subject, now: hundredths(now) };
  });
}

/** The paragraphs of a section as printed, without its headings. */
export function linesOf({ sections }: Narration, id: string): readonly string[] {
  const paragraphs = sections.find((section) => section.id === id)?.paragraphs ?? [];
  return paragraphs.filter(({ level }) => level === 0).map(textOf);
}

/** A paragraph as printed. */
export const textOf = ({ spans }: Paragraph): string => spans.map(({ text }) => text).join('');
