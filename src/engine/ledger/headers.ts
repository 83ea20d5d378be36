import { normaliseText } from '../text/normalise';
import { remembered } from '../memo/remembered';
import type { LedgerColumn } from './ledger';

/**
 * What a header says: which column stands below it. `dated` is an amount of a year of its own (`2026年预算数`): whether that is this
 * year or the one before is told by the others and by the year that is known otherwise.
 */
export interface HeaderMeaning {
  readonly column: LedgerColumn | 'dated';
  /** The year it names: `2026年预算数`, `上年（2025年）`. */
  readonly year?: number;
  /** Says 本年 or 上年 in words, and not just 预算数. */
  readonly isNamed?: true;
  /** What sort of amount it is, where it is not simply the budget. */
  readonly sort?: AmountSort;
}

/** Amounts that stand for the budget of their year where no column of it does: 批复数, 调整后预算数, 申请数, 执行数. */
export type AmountSort = 'approved' | 'adjusted' | 'asked' | 'spent';

const BUDGET = '(?:部门|支出|年初)*预算';
const TAIL = `(?:${BUDGET})?(?:安排)?(?:数|额|金额)?`;

/**
 * Headers of ledgers as people write them, without brackets and years; the first that fits wins. A ledger says for each line item
 * what it is for and where the money comes from: a budget's own tables never say both.
 */
const HEADERS: readonly (readonly [LedgerColumn, RegExp])[] = [
  ['functionalName', /^(支出)?功能(分类)?科目名称$|^功能(分类)?名称$/],
  ['economicName', /^(部门)?(预算)?(支出)?经济(分类)?科目名称$|^经济(分类)?名称$/],
  ['functional', /^(支出)?功能(分类)?(科目)?(编码|代码|类)?$/],
  ['economic', /^(部门)?(预算)?(支出)?经济(分类)?(科目)?(编码|代码|类)?$/],
  ['kind', /^支出(类型|类别|性质|分类|大类)(名称)?$|^(基本|基本支出)[/／、]?(项目|项目支出)$|^类型$/],
  ['project', /^项目(名称)?$/],
  ['unit', /^(预算|所属|基层)?单位(名称)?$/],
  ['fund', /^(资金|经费|收入)(来源|性质|类型|类别|渠道)$|^资金来源渠道$/],
  ['remark', /^备注$|^说明$/],
  ['check', /^检查$/],
];
const BEFORE = new RegExp(`^(?:上年|上一年|去年)度?${TAIL}$`);
const NOW = new RegExp(`^(?:本年|今年)度?${TAIL}$`);
const AMOUNT = new RegExp(`^${BUDGET}(?:安排)?(?:数|额|金额)?$|^安排数?$|^(?:数|数额|金额)$`);
const DATED = new RegExp(`^${TAIL}$`);
const SORTS: readonly (readonly [AmountSort, RegExp])[] = [
  ['approved', sorted('批复|安排|下达|核定|审定')],
  ['adjusted', sorted('调整')],
  ['asked', sorted('申请|申报')],
  ['spent', sorted('执行|完成|决算')],
];
/** In brackets behind an amount: of which part of it. */
const PART = /其中|拨款|资金|收入|基金|财政|专户|结转|结余|比|率/;
const NAME = /^(科目)?名称$/;
const CODE_NAME = /^(预算|支出)?科目名称$/;
/** A code that is the functional one where no other is said to be. */
const CODE = /^(预算|支出)?科目(编码|代码)?$|^(编码|代码)$/;
/** What the budget management systems call it, by which projects may be divided otherwise too: its cells tell. */
const LIKE_KIND = /^(?:部门|预算|支出|一级|二级)*项目(?:类别|类型|分类|大类)(?:名称)?$/;
const LEVEL = /^(?:(?:部门|预算|支出)*(?:经济|功能)(?:分类)?(?:科目)?)?([类款项])(?:级|别)?$/;
/** A sentence is none. */
const LONGEST_HEADER = 40;

/** What a header says; a bare 名称 belongs to the column before it. */
export function meaningOf(text: string, before: LedgerColumn | 'dated' | undefined): HeaderMeaning | undefined {
  const meaning = meaningByItself(text);
  if (meaning !== 'name') return meaning;
  if (before === 'functional') return { column: 'functionalName' };
  return before === 'economic' ? { column: 'economicName' } : undefined;
}

/** The level of a code that a header says, with or without the code: 类, 经济类, 功能科目款. */
export const levelNamed = (text: string): string | undefined => LEVEL.exec(text)?.[1];

/** Whether a header speaks of a code and does not say of which. */
export const isBareCode = (text: string): boolean => CODE.test(normaliseText(text));

/** Whether a header says 科目名称 and not of which code: unlike 名称, which may be anything's, it is of one of them wherever it stands. */
export const isCodeName = (text: string): boolean => CODE_NAME.test(normaliseText(text));

/** Whether a header may well say the kind of expenditure: 项目类别, 支出项目类别, 项目类别名称. */
export const isLikeKind = (text: string): boolean => LIKE_KIND.test(plainHeader(text));

/** A header in one spelling, without the unit of its money and the like. */
export const plainHeader = (text: string): string =>
  normaliseText(text).replace(
    /\((?:(?:金额)?单位:)?(?:人民币)?(?:亿|百万|十万|万|千|百)?(?:美|欧|港|日)?元\)|\((?:编码|必填|选填)\)/g,
    '',
  );

/** Asked of all that stands in the first rows of every sheet, and sheets are alike. */
const meaningByItself = remembered((text): HeaderMeaning | 'name' | undefined => {
  const plain = plainHeader(text);
  if (NAME.test(plain)) return 'name';
  if (plain.length > LONGEST_HEADER) return undefined;
  const { year, rest } = yearIn(plain);
  const dated = year === undefined ? {} : { year };
  if (NOW.test(rest)) return { column: 'now', ...dated, isNamed: true };
  if (BEFORE.test(rest)) return { column: 'before', ...dated, isNamed: true };
  if (year !== undefined && DATED.test(rest)) return { column: 'dated', year };
  if (year === undefined && AMOUNT.test(rest)) return { column: 'now' };
  const column = HEADERS.find(([, header]) => header.test(rest))?.[0];
  return column === undefined ? sortedAmount(rest, year) : { column };
});

/** What says its amount alone, without words like 情况 and 率 behind it. */
function sorted(words: string): RegExp {
  return new RegExp(`^(?:${BUDGET}|经费|预计|实际|全年)*(?:${words})后?的?(?:预算)?(?:数|额|金额)?$`);
}
const SAYS_AMOUNT = /[数额]$|金额$|预算|决算/;
const YEAR_WORD = /^(?:(本年|今年)|(上年|上一年|去年))度?/;

/** `2025年批复数`, `上年执行数`, `上年预算数（调整后）`. */
function sortedAmount(text: string, year: number | undefined): HeaderMeaning | undefined {
  const [word = '', now, before] = YEAR_WORD.exec(text) ?? [];
  const [bracket = '', inside = ''] = /\(([^()]*)\)$/.exec(text) ?? [];
  const rest = text.slice(word.length, text.length - bracket.length);
  const isBudget = bracket !== '' && DATED.test(rest);
  const sort = isBudget ? sortOf(inside) : SORTS.find(([, header]) => header.test(rest))?.[0];
  if (sort === undefined || PART.test(inside) || !(isBudget || SAYS_AMOUNT.test(rest))) return undefined;
  const dated = year === undefined ? {} : { year };
  if (now !== undefined) return { column: 'now', ...dated, isNamed: true, sort };
  if (before !== undefined) return { column: 'before', ...dated, isNamed: true, sort };
  return year === undefined ? undefined : { column: 'dated', year, sort };
}

/** What is said in brackets behind the budget. */
const sortOf = (inside: string): AmountSort =>
  inside.includes('调整') ? 'adjusted' : /执行|完成|决算/.test(inside) ? 'spent' : 'approved';

/** Whether a header says no more than that amounts stand below it, without their year. */
export const isBareAmount = (text: string): boolean => meaningOf(text, undefined)?.column === 'now';

/** The year that a header names, whatever else it says. */
export const yearNamed = (text: string): number | undefined => yearIn(normaliseText(text)).year;

/** `2026年预算数`, `26年预算`, `2026`, `上年（2025年）`: the year, and the header without it. */
function yearIn(text: string): { readonly year: number | undefined; readonly rest: string } {
  const [all, full, short, bare] = /^(?:(20\d\d)年度?|(\d\d)年度?|(20\d\d)(?=$|预算|年初|部门))/.exec(text) ?? [];
  if (all !== undefined) {
    // 2026年（本年）预算数.
    const rest = text.slice(all.length).replace(/\((本年|上年|今年|去年)度?\)/, '$1');
    return { year: parseInt(full ?? bare ?? `20${short ?? ''}`, 10), rest };
  }
  const [bracket = '', year] = /\((20\d\d)年?度?\)/.exec(text) ?? [];
  return year === undefined
    ? { year: undefined, rest: text }
    : { year: parseInt(year, 10), rest: text.replace(bracket, '') };
}
