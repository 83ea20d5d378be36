import { FUND } from '../edition/print';
import type { ResolvedEdition } from '../edition/resolve';
import { remembered } from '../memo/remembered';
import type { Member } from '../scope/scope';
import { normaliseText, stripLeadingEnumeration } from '../text/normalise';
import { meaningOf, plainHeader } from './headers';
import { ledgerWords } from './words';
import type { AmountHeader } from './years';

/** What a header of amounts says in a ledger in which each fund has a column. */
export interface FundWord {
  /** The fund it names. */
  readonly fund?: Member;
  /** It names several funds together: 财政拨款. */
  readonly parts?: readonly Member[];
  /** 合计 and 本年预算数 are of all beside them; 小计 of some. */
  readonly total?: 'all' | 'some';
  /** Of which year. */
  readonly year?: Pick<AmountHeader, 'says' | 'year' | 'isNamed' | 'sort'>;
  /** It is no amount of money of a fund: a ratio, a remark, another column of the ledger. */
  readonly isOther?: true;
  /** None of that, and called like money from somewhere. */
  readonly isLikeFund?: true;
}

const TOTAL = /^(?:金额|资金|支出|预算|经费|年度|全部)*(?:合计|总计|共计|小计|总额|总金额)(?:数|额|金额)?$/;
const TOTAL_END = /(?:小计|合计|总计)$/;
const RATIO = /%|[占百]分?比|比[重例]|[率幅]$|增减|增长|差额/;
const LIKE_FUND = /(?:资金|收入|拨款|基金|专户|财力|补助|结余|结转|债券|贷款)$/;
/** What is bought, and for what, is no fund. */
const NOT_LIKE_FUND = /采购|购买|绩效|三公/;
const LEFT_OVER = /^(?:结转|结余)/;

const YEAR = '(?:(本年|今年|当年)|(上年|上一年|去年)|(20\\d\\d)年?)度?';
const YEAR_BEFORE = new RegExp(`^${YEAR}(?:预算)?数?[-:_·/]*(.+)$`);
const YEAR_BEHIND = new RegExp(`^(.+?)[-_·/]?\\(?${YEAR}(?:预算)?数?\\)?$`);

/** Reads headers by an edition's own words for its funds. */
export function fundWords(edition: ResolvedEdition): (text: string) => FundWord {
  const { fundOf, nearestFund } = ledgerWords(edition);
  const wholes = wholesOf(edition);
  const wordOf = (text: string): FundWord | undefined => {
    if (text === '') return undefined;
    const fund = fundOf(text);
    if (fund !== undefined) return { fund };
    const parts = wholes.get(text);
    if (parts) return { parts };
    if (TOTAL.test(text)) return { total: text.includes('小计') ? 'some' : 'all' };
    const named = text.replace(TOTAL_END, '');
    const of = named === text ? undefined : wordOf(named);
    return of && { ...of, total: 'some' };
  };
  return remembered((text) => {
    const plain = stripLeadingEnumeration(plainHeader(text)).replace(/^其中:?|:$/g, '');
    const word = bracketed(plain) ?? wordOf(plain);
    if (word) return word;
    const meaning = meaningOf(text, undefined);
    const says = meaning?.column;
    const sort = meaning?.sort;
    // 2026年安排数（一般公共预算） is of a fund.
    const ofFund = sort === undefined ? undefined : withYear(plain);
    if (ofFund) return ofFund;
    if (says === 'now' || says === 'before' || says === 'dated')
      return { total: 'all', year: { says, year: meaning?.year, isNamed: meaning?.isNamed === true, sort } };
    if (/^20\d\d年?度?$/.test(plain)) return { year: { says: 'dated', year: parseInt(plain, 10), isNamed: false } };
    if (meaning || RATIO.test(plain)) return { isOther: true };
    return (
      withYear(plain) ??
      ((LIKE_FUND.test(plain) && !NOT_LIKE_FUND.test(plain)) || nearestFund(plain) !== undefined
        ? { isLikeFund: true }
        : {})
    );
  });

  function withYear(plain: string): FundWord | undefined {
    const [, now, last, year, rest = ''] = YEAR_BEFORE.exec(plain) ?? [];
    const word = wordOf(rest);
    // What was left over last year is spent in this one.
    return word && LEFT_OVER.test(rest) ? word : word && { ...word, year: yearSaid(now, last, year) };
  }

  function bracketed(plain: string): FundWord | undefined {
    const [, front = '', now, last, year] = YEAR_BEHIND.exec(plain) ?? [];
    const word = wordOf(front);
    return word && { ...word, year: yearSaid(now, last, year) };
  }
}

function yearSaid(
  now: string | undefined,
  last: string | undefined,
  year: string | undefined,
): NonNullable<FundWord['year']> {
  if (now !== undefined) return { says: 'now', year: undefined, isNamed: true };
  if (last !== undefined) return { says: 'before', year: undefined, isNamed: true };
  return { says: 'dated', year: parseInt(year ?? '', 10), isNamed: false };
}

/** The funds that an edition puts together under a name. */
function wholesOf(edition: ResolvedEdition): ReadonlyMap<string, readonly Member[]> {
  const funds = edition.dimensions.byId.get(FUND);
  if (funds?.kind !== 'members') return new Map();
  return new Map(
    funds.members.flatMap(({ is, parts }) =>
      parts === undefined ? [] : ['', '收入', '资金'].map((end) => [`${normaliseText(is)}${end}`, parts] as const),
    ),
  );
}
