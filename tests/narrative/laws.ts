import { Decimal } from 'decimal.js';
import type { Narration, Paragraph, Span } from '../../src/engine/narrate/narration';
import type { Members } from '../../src/engine/scope/scope';
import type { Amounts } from './amounts';
import { linesOf, readBrief, readLine, readList, readTotal, textOf, type Line, type ReadChange } from './reader';

/*
 * What must hold of every text of the Xinjiang edition, whatever the department: each law returns what breaks it. They work on the
 * printed text and on amounts that do not come from the narrator; their arithmetic is of integers, not the narrator's.
 */

export interface Years {
  readonly now: Amounts;
  /** Undefined where nobody knows last year's figures. */
  readonly before: Amounts | undefined;
  /** There was no such department last year: nothing is compared. */
  readonly isNew?: boolean;
}

export type Law = (narration: Narration, years: Years) => readonly string[];

type FigureSpan = Extract<Span, { kind: 'figure' }>;

const NAMES: Readonly<Record<string, string>> = {
  财政专户管理资金: '教育收费（财政专户）',
  其他收入: '单位其他资金收入',
};

/** The funds by what the tables, and the text, call them. */
const FUNDS: Readonly<Record<string, string>> = Object.fromEntries(
  [
    '一般公共预算',
    '政府性基金预算',
    '国有资本经营预算',
    '财政专户管理资金',
    '事业收入',
    '上级补助收入',
    '附属单位上缴收入',
    '事业单位经营收入',
    '其他收入',
    '上级专项收入',
    '用事业基金弥补收支差额',
    '上年结余',
  ].map((fund) => [NAMES[fund] ?? fund, fund]),
);
const KINDS = ['基本支出', '项目支出'];
const THREE_PUBLIC = ['因公出国（境）费', '公务用车购置费', '公务用车运行费', '公务接待费'];

/** Hundredths, rounded half away from zero: what two decimals print. */
const cents = (amount: Decimal): bigint =>
  BigInt(amount.times(100).toDecimalPlaces(0, Decimal.ROUND_HALF_UP).toFixed());
const size = (value: bigint): bigint => (value < 0n ? -value : value);
const sum = (values: readonly bigint[]): bigint => values.reduce((total, value) => total + value, 0n);
/** a/b in hundredths of a percent, rounded half up; both positive. */
const percentOf = (a: bigint, b: bigint): bigint => (a * 20_000n + b) / (2n * b);

const paragraphsOf = ({ facts, sections }: Narration): readonly Paragraph[] =>
  [...facts, ...sections].flatMap(({ paragraphs }) => paragraphs);

/** What a line should say of the change from one printed amount to another. */
function changeProblems(
  { change, text }: { readonly change: ReadChange; readonly text: string },
  now: bigint,
  before: bigint | undefined,
  withPercent: boolean,
): readonly string[] {
  const wrong = (why: string): readonly string[] => [`${why}（本年${now}，上年${before ?? '不知'}）：${text}`];
  if (before === undefined) return change.kind === 'open' ? [] : wrong('没有上年数');
  if (now === 0n && before === 0n) return change.kind === (withPercent ? 'silent' : 'never') ? [] : wrong('两年都没有');
  if (now === before) return change.kind === 'same' ? [] : wrong('应为持平');
  if (change.kind !== (now > before ? 'more' : 'less')) return wrong('方向');
  if (change.difference !== size(now - before)) return wrong('增减额');
  if (change.fresh !== (before === 0n && now > 0n)) return wrong('上年未安排');
  // That there is nothing this year stands before it.
  if (!withPercent) return change.gone ? wrong('又说一次本年未安排') : [];
  const rate = before > 0n && now >= 0n ? percentOf(size(now - before), before) : undefined;
  return change.percent === (rate === 0n ? 'small' : rate) ? [] : wrong('增减率');
}

/** d-difference, d-percent, d-percent-base, d-zero-base, d-direction, d-flat, d-reason, t-amount, t-none of each line. */
function lineProblems(line: Line, scope: Members, years: Years, asksReason: boolean): readonly string[] {
  const { now, before, isNew } = years;
  const present = cents(now(scope));
  const past = before && cents(before(scope));
  const isReason = asksReason && past !== undefined && present !== past;
  return [
    ...(line.now === present ? [] : [`表中为${present}：${line.text}`]),
    ...(isNew === true ? newProblems(line) : changeProblems(line, present, past, true)),
    ...(line.reason === isReason ? [] : [`原因：${line.text}`]),
  ];
}

const newProblems = ({ change, text }: Line): readonly string[] =>
  change.kind === 'silent' ? [] : [`新设立的部门不比较：${text}`];

interface Told {
  readonly whole: Members;
  readonly lines: readonly { readonly line: Line; readonly scope: Members }[];
  readonly asksReason: boolean;
}

/** Every line of the text that compares, with the scope that its words mean. */
function toldLines(narration: Narration): readonly Told[] {
  const general = { flow: '支出', fund: '一般公共预算' };
  const funds = { flow: '支出', fund: '政府性基金预算' };
  const read = (section: string, which: (text: string) => boolean): readonly Line[] =>
    linesOf(narration, section).filter(which).map(readLine);
  const isKind = (text: string): boolean => KINDS.some((kind) => text.startsWith(kind));
  const isCode = (text: string): boolean => /^\d+\./.test(text);
  const isItem = (text: string): boolean => isCode(text) && text.includes('（项：');
  const by = (dimension: string, whole: Members, asksReason: boolean, lines: readonly Line[]): Told => ({
    whole,
    asksReason,
    lines: lines.map((line) => ({ line, scope: { ...whole, [dimension]: FUNDS[line.subject] ?? line.subject } })),
  });
  return [
    by(
      'fund',
      { flow: '收入' },
      true,
      read('revenue', (text) => Object.keys(FUNDS).some((fund) => text.startsWith(fund))),
    ),
    by('kind', { flow: '支出' }, true, read('expenditure', isKind)),
    by('kind', general, true, read('general-public', isKind)),
    by('functional', general, true, read('general-public', isItem)),
    by('kind', funds, false, read('government-funds', isKind)),
    by('functional', funds, true, read('government-funds', isItem)),
  ];
}

/** Each line says what the tables say, and how that differs from last year, as its own printed numbers have it. */
const lines: Law = (narration, years) =>
  toldLines(narration).flatMap(({ lines: said, asksReason }) =>
    said.flatMap(({ line, scope }) => lineProblems(line, scope, years, asksReason)),
  );

/** The wholes: 收支总预算, 财政拨款收支总预算, 一般公共预算当年拨款, 政府性基金. */
const totals: Law = (narration, years) => {
  const wholes: readonly (readonly [section: string, start: RegExp, scope: Members])[] = [
    ['overall', /收支总预算/, { flow: '收入' }],
    ['appropriation', /收支总预算/, { flow: '收入', fund: '财政拨款' }],
    ['general-public', /当年拨款[-\d]/, { flow: '支出', fund: '一般公共预算' }],
    ['government-funds', /安排的支出[-\d]/, { flow: '支出', fund: '政府性基金预算' }],
  ];
  return wholes.flatMap(([section, start, scope]) => {
    const text = linesOf(narration, section).find((line) => start.test(line));
    return text === undefined ? [] : lineProblems(readTotal(text), scope, years, false);
  });
};

/** The three public expenses: what is arranged, and how it changed. */
const threePublic: Law = (narration, { now, before, isNew }) => {
  const scope = { flow: '支出', fund: '一般公共预算' };
  const [amounts = '', changes = ''] = linesOf(narration, 'three-public');
  const parts = THREE_PUBLIC.map((kind) => ({
    kind,
    now: cents(now({ ...scope, threePublic: kind })),
    before: before && cents(before({ ...scope, threePublic: kind })),
  }));
  const whole = { ...scope, threePublic: '“三公”经费' };
  const all = cents(now(whole));
  const then = before && cents(before(whole));
  const problems: string[] = [];
  if (all === 0n) {
    if (!/^.*未安排一般公共预算“三公”经费，.*以空表列示。$/.test(amounts)) problems.push(amounts);
  } else {
    const said = parts.map((part) => part.kind + (part.now === 0n ? '未安排' : `${printed(part.now)}万元`));
    if (!amounts.endsWith(`预算数为${printed(all)}万元，其中：${said.join('，')}。`)) problems.push(amounts);
  }
  if (isNew === true) return changes === '' ? problems : [...problems, changes];
  if (all === 0n && then === 0n) {
    if (changes !== '上年同样未安排一般公共预算“三公”经费。') problems.push(changes);
    return problems;
  }
  const [head = '', tail = ''] = changes.split('，其中：');
  problems.push(...changeProblems(readBrief(head.replace(/^\d{4}年/, ''), '一般公共预算“三公”经费'), all, then, false));
  const said = tail.replace(/。$/, '').split('；');
  if (said.length !== parts.length) problems.push(changes);
  parts.forEach((part, index) => {
    const brief = readBrief(said[index] ?? '', part.kind);
    problems.push(...changeProblems(brief, part.now, part.before, false));
    if (brief.reason !== (part.before !== undefined && part.now !== part.before)) problems.push(`原因：${brief.text}`);
  });
  return problems;
};

const printed = (hundredths: bigint): string => {
  const digits = size(hundredths).toString().padStart(3, '0');
  return `${hundredths < 0n ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
};

/** t-list-sum: lists that say all of something add up to it, wherever the printed amounts of the tables do. */
const lists: Law = (narration, { now }) => {
  const said: readonly (readonly [section: string, lead: RegExp, scope: Members])[] = [
    ['overall', /^收入预算包括：(.*)。$/, { flow: '收入' }],
    ['overall', /^支出预算包括：(.*)。$/, { flow: '支出' }],
    ['appropriation', /^一般公共预算支出.*包括：(.*)。$/, { flow: '支出', fund: '一般公共预算' }],
    ['appropriation', /^政府性基金预算支出.*包括：(.*)。$/, { flow: '支出', fund: '政府性基金预算' }],
    ['appropriation', /^国有资本经营预算支出.*包括：(.*)。$/, { flow: '支出', fund: '国有资本经营预算' }],
    ['basic', /^人员经费.*包括：(.*)。$/, { flow: '支出', fund: '一般公共预算', kind: '人员经费' }],
    ['basic', /^公用经费.*包括：(.*)。$/, { flow: '支出', fund: '一般公共预算', kind: '公用经费' }],
  ];
  return said.flatMap(([section, lead, scope]) =>
    linesOf(narration, section).flatMap((line) => {
      const [, list] = lead.exec(line) ?? [];
      if (list === undefined) return [];
      const all = sum(readList(list).map((item) => item.now));
      const whole = cents(now(scope));
      return all === whole || isRemarked(narration, section) ? [] : [`${printed(all)}≠${printed(whole)}：${line}`];
    }),
  );
};

const isRemarked = ({ remarks }: Narration, section: string): boolean =>
  remarks.some((remark) => remark.kind === 'apart' && remark.section === section);

/** t-share, t-share-base, d-share-sum, d-share-over: by the printed amounts; the largest takes the rounding. */
const shares: Law = (narration, { now }) => {
  const structure: Told = {
    whole: { flow: '支出', fund: '一般公共预算' },
    asksReason: false,
    lines: linesOf(narration, 'general-public')
      .filter((line) => /^\d+\..*万元(?:，占|。)/.test(line) && !line.includes('预算数为'))
      .map((text) => ({ line: readLine(text), scope: {} })),
  };
  const [revenue, expenditure] = toldLines(narration);
  return [revenue, expenditure, structure].flatMap((told) => {
    const all = (told?.lines ?? []).map(({ line }) => line).filter((line) => line.now !== 0n);
    return sharesProblems(all, cents(now(told?.whole ?? {})));
  });
};

function sharesProblems(all: readonly Line[], whole: bigint): readonly string[] {
  if (all.some((line) => line.now < 0n || line.now > whole)) {
    // A part below zero makes others more than the whole: of those no share is said, and none is more than all.
    const said = all.filter(
      ({ now, share }) => share !== undefined && (now < 0n || now > whole || (share !== 'small' && share > 10_000n)),
    );
    return said.map(({ text }) => `占比：${text}`);
  }
  const addsUp = sum(all.map((line) => line.now)) === whole;
  const values = all.map(({ share }) => (share === 'small' ? 0n : (share ?? -1n)));
  const largest = values.reduce((best, value) => (value > best ? value : best), 0n);
  const apart = all.filter((line, index) => {
    const value = values[index] ?? 0n;
    // Where the printed amounts do not add up, the share is one of amounts that are printed so.
    const [low, high] = addsUp
      ? [percentOf(line.now, whole), percentOf(line.now, whole)]
      : [percentOf(2n * line.now - 1n, 2n * whole + 1n), percentOf(2n * line.now + 1n, 2n * whole - 1n)];
    const slack = value === largest ? BigInt(all.length) : 0n;
    return value < low - slack || value > high + slack || (line.share === 'small') !== (value === 0n);
  });
  const total = sum(values);
  return [
    ...apart.map((line) => `占比：${line.text}`),
    ...(all.length === 0 || total === 10_000n || !addsUp
      ? []
      : [`占比之和${total}：${all.map(({ text }) => text).join('')}`]),
  ];
}

/** d-parts-delta: what the parts gained and lost is what the whole did. */
const partsDelta: Law = (narration, { now, before }) => {
  if (!before) return [];
  return toldLines(narration).flatMap(({ whole, lines: said }) => {
    if (said.length === 0) return [];
    const changed = sum(
      said.map(({ line: { change } }) =>
        change.kind === 'more' ? change.difference : change.kind === 'less' ? -change.difference : 0n,
      ),
    );
    const addsUp = [now, before].every(
      (year) => sum(said.map(({ scope }) => cents(year(scope)))) === cents(year(whole)),
    );
    const expected = cents(now(whole)) - cents(before(whole));
    return !addsUp || changed === expected
      ? []
      : [`${changed}≠${expected}：${said.map(({ line }) => line.text).join('')}`];
  });
};

/** Every amount is that of its scope, as printed; every number is followed by what it counts. */
const amounts: Law = (narration, { now }) =>
  paragraphsOf(narration).flatMap(({ spans }) =>
    spans.flatMap((span, index) => {
      if (span.kind !== 'figure') return [];
      const after = spans[index + 1]?.text ?? '';
      const unit = UNITS[span.as].test(after) ? [] : [`没有单位：${span.text}${after}`];
      if (span.as !== 'amount' || Object.keys(span.scope).length === 0) return unit;
      const own = cents(now(span.scope));
      return span.text === (own === 0n ? '0' : printed(own)) ? unit : [...unit, `${printed(own)}印成${span.text}`];
    }),
  );

const MEASURE = /^(?:个|人|名|家|辆|台（套）|平方米)/;
const UNITS: Readonly<Record<FigureSpan['as'], RegExp>> = {
  amount: /^万元/,
  share: /^%/,
  percent: /^%/,
  difference: new RegExp(`^万元|${MEASURE.source}`),
  count: MEASURE,
};

/** Every number can be traced: it is a figure with cells, or a person's, or one of the few that words have. */
const traced: Law = (narration) =>
  paragraphsOf(narration).flatMap((paragraph) =>
    paragraph.spans.flatMap((span, index) => {
      if (span.kind === 'figure')
        return span.cells.length > 0 || span.text === '0' ? [] : [`没有出处：${textOf(paragraph)}`];
      if (span.kind !== 'words') return [];
      const rest = span.text
        .replace(/(?:19|20)\d{2}年/g, '')
        .replace(index === 0 ? /^\d+\./ : /^$/, '')
        .replace(/（(?:类：\d{3}|[款项]：\d{2})）/g, '')
        .replace(/单位价值\d+万元以上/g, '');
      return /[0-9０-９%]/.test(rest.replace(/^%/, '')) ? [`词里有数：${span.text}`] : [];
    }),
  );

/** What no officer would write. */
const NEVER: readonly (readonly [name: string, pattern: RegExp])[] = [
  ['标点相连', /[，、；：][，、；：。]|。[，、；：。]/],
  ['增减为零', /(?:增加|减少)0(?:\.0+)?(?!\d|\.)|(?:增长|下降)0(?:\.0+)?%|占0(?:\.0+)?%/],
  ['没有原因', /主要原因是(?:[，。；]|$)|主要原因是无|原因是(?:主要)?原因/],
  ['重复的词', /([一-龥]{2,})\1/],
  ['重复的单位', /万元万元|个个|人人|辆辆|%%/],
  ['未填的空', /[{}]|undefined|NaN|Infinity|\[object/],
  ['空格', /\s/],
  ['引号括号', /（）|“”/],
];

/** d-repeat, d-punctuation, d-missing-sign and the rest of what reads wrong; what persons wrote counts with its ends alone. */
const readsWell: Law = (narration) => {
  const own = narration.sections.flatMap(({ id, paragraphs }) => paragraphs.map((paragraph) => ({ id, paragraph })));
  const problems = own.flatMap(({ id, paragraph }) => {
    const text = paragraph.spans
      .map((span) => (span.kind === 'words-of-person' ? span.text.replace(/^(.).*(.)$/u, '$1…$2') : span.text))
      .join('');
    const never = NEVER.flatMap(([name, pattern]) => (pattern.test(text) ? [`${name}：${text}`] : []));
    const whole = textOf(paragraph);
    const isPaired = ['（）', '“”', '《》', '【】'].every(
      ([open = '', close = '']) => whole.split(open).length === whole.split(close).length,
    );
    // An answer of several paragraphs that was not given is a mark alone; a project's answers stand behind their labels.
    const isMark = paragraph.spans.every(({ kind }) => kind === 'missing');
    const isAnswer = id === 'project' && /^(?:\d+\.)?[^：。]+：/.test(text);
    const isEnded = isMark || isAnswer || paragraph.level > 0 || /[。：]$/.test(text);
    return [...never, ...(isPaired ? [] : [`不成对：${text}`]), ...(isEnded ? [] : [`没有句号：${text}`])];
  });
  const doubled = narration.sections.flatMap(({ id, paragraphs }) => {
    const texts = paragraphs.map(textOf).filter((text) => id !== 'project' && text.length > 12);
    return texts.filter((text, index) => texts.indexOf(text) !== index);
  });
  return [...problems, ...doubled.map((text) => `说了两遍：${text}`)];
};

/** What a mark asks for: of a total that waits for its parts each part, of a share the amount that it is one of. */
function askedBy(mark: string): readonly string[] {
  const [, parts] = /^【待填：合计，缺(.+)】$/.exec(mark) ?? [];
  if (parts !== undefined) return parts.split('、').map((part) => `【待填：${part}】`);
  return [mark === '【待填：占比】' ? '【待填：预算数】' : mark];
}

/** What is marked is listed, and what is listed is marked, unless it is about how to write the text. */
const listed: Law = (narration) => {
  const marks = paragraphsOf(narration).flatMap(({ spans }) => spans.filter(({ kind }) => kind === 'missing'));
  const known = new Set(narration.missing.filter(({ section }) => section !== '').map(({ text }) => text));
  const marked = new Set(marks.flatMap(({ text }) => askedBy(text)));
  const reasons = marks.filter((span) => span.kind === 'missing' && span.what === 'reason').length;
  const open = narration.reasons.filter(({ answer }) => answer === undefined).length;
  return [
    ...[...marked].filter((text) => !known.has(text)).map((text) => `没有列出：${text}`),
    ...[...known].filter((text) => !marked.has(text)).map((text) => `没有标出：${text}`),
    ...(reasons === open ? [] : [`标出${reasons}处原因，要问${open}处`]),
  ];
};

/** All laws, by name. */
export const laws: Readonly<Record<string, Law>> = {
  lines,
  totals,
  threePublic,
  lists,
  shares,
  partsDelta,
  amounts,
  traced,
  readsWell,
  listed,
};
