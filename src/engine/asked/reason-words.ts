import { LETTERS } from '../text/letters';
import { normaliseText } from '../text/normalise';
import { saysNone } from '../text/says-none';

const LEADING_STOPS = /^[，,、；;：:。．！？!?…·～~—\s-]+/u;
const CHANGE = '(?:新增|增加|减少|增长|下降|增减|变动|变化|持平|不变|多|少|升|降)';
const AGAINST_BEFORE = '(?:(?:本年|今年)?(?:预算|金额|数额)?(?:比|较|与)(?:上年|去年)度?(?:预算)?数?)';
const BY_HOW_MUCH = '(?:[\\d.,]+(?:万元?|元|%|人|个百分点)?)';
/** 比上年增加3万元, 与上年基本持平: what the sentence says already. */
const CHANGE_SAID = `${AGAINST_BEFORE}?(?:本年|今年)?(?:预算|金额|数额)?(?:有所|略有|基本)?${CHANGE}{1,2}(?:了)?${BY_HOW_MUCH}?`;
/** 原因是, 主要是由于, 增加原因：, 较上年增加，主要原因是. */
const OPENING = new RegExp(
  '^(?:其)?(?:主要)?(?:的)?原因(?:是|为|在于|有|包括)?[:：]?(?:是)?|^主要(?:是|系)(?:由于|因为?)?' +
    `|^${CHANGE}{1,2}的?(?:主要)?(?:原因|理由)(?:是|为|在于|[:：])(?:是)?` +
    `|^${CHANGE_SAID}[，,；;。]\\s*(?:其|增减)?(?:(?:主要)?(?:原因|理由)(?:是|为|在于|[:：])|主要(?:是|系)(?:由于|因为?)?)`,
  'u',
);

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
const ELSEWHERE = /^(?:略|从略|不详|不清楚|不知道|不明|待定|待核实|待确认|因为所以|所以|tbd)$/i;
/** 原因不明: nobody knows it. */
const UNKNOWN = new RegExp(`^${CHANGE}{0,2}的?(?:原因|理由)(?:不明|不详|未知|不清楚|待查|待核实)$`);
const ANOTHER =
  '(?:(?:[上前]|第?[\\d一二三四五六七八九十])[述面文年]?(?:第?一?[条项行点款段])?|序号\\d+|(?:基本|项目)支出|(?:人员|公用)经费|(?:一般公共|政府性基金)预算)';
/** 同上, 与上述相同, 原因同第3条, 如前所述, 同基本支出. */
const LIKE_ANOTHER = new RegExp(`^(?:原因|理由)?[与和同如]${ANOTHER}的?(?:原因|理由)?(?:所述)?(?:相?同|一致|一样)?$`);
const SOURCE = '(?:附件|附表|附注|附|上述|上文|上|下文|下|说明|台账|表)';
const NUMBER = '(?:[一二三四五六七八九十\\d.-]+|\\([一二三四五六七八九十\\d]+\\))?';
/** 见上, 详见附件2, 见附件1、附件2, 具体见附表一说明. */
const SEE = new RegExp(
  `^(?:详|参|请|具体|具体情况|详情)?见${SOURCE}${NUMBER}(?:[、,和及与]${SOURCE}?${NUMBER})*(?:的?(?:说明|内容|文字))?$`,
);
const CHANGE_ALONE = new RegExp(`^${CHANGE_SAID}$`);

const A_LETTER = new RegExp(`[${LETTERS}]`, 'u');
/** 啊啊啊, 测: one character, however often. */
const ONE_LETTER = new RegExp(`^([${LETTERS}])\\1*$`, 'u');

function saysNothing(words: string): boolean {
  const flat = normaliseText(words);
  return (
    !A_LETTER.test(flat) ||
    ONE_LETTER.test(flat) ||
    ELSEWHERE.test(flat) ||
    UNKNOWN.test(flat) ||
    LIKE_ANOTHER.test(flat) ||
    SEE.test(flat) ||
    CHANGE_ALONE.test(flat) ||
    /^(?:与上年)?无(?:变化|变动|增减)$/.test(flat)
  );
}
