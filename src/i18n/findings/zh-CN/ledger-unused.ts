import type { FactsByCode } from '../../../engine/finding/facts';
import { askedSheetsZhCN } from '../../sheets/zh-CN';
import { amountText } from '../../words/amounts';
import { place } from '../../words/phrases-zh-CN';
import { cellsShown } from '../cells-shown';
import { countOf } from '../ledger-rows';
import type { SentenceGroup } from '../sentences';

type Facts = FactsByCode['ledger-unused'];
type Said = (facts: Facts) => string;

const columns: Readonly<Partial<Record<string, string>>> = askedSheetsZhCN.ledger.headers;
/** A column as our own ledger heads it; of a fund, as it is headed. */
const column = (name: string): string => columns[name] ?? name;
const partsOf = ({ against }: Facts): readonly string[] => against.split('|');

const blank: Said = (facts) => `${place(facts.place)}没有填`;
const unknown: Said = (facts) => `${place(facts.place)}的“${facts.value}”认不出`;
const doubtfulUnit: Said = (facts) => `${place(facts.place)}的金额疑似单位写错（元和万元）`;
const other: Said = (facts) => `${place(facts.place)}写的是“${facts.value}”，各表是“${facts.against}”`;

/** The reasons that can be said more closely than that the place is in doubt. */
const REASONS: Readonly<Partial<Record<Facts['why'], Said>>> = {
  edition: other,
  department: other,
  year: (facts) => `${place(facts.place)}写的是${facts.value}年，各表是${facts.against}年`,
  another: (facts) => `“${facts.sheet}”和“${facts.value}”都是台账，不知道以哪一张为准`,
  'code-none': blank,
  'economic-none': blank,
  'kind-none': blank,
  'fund-none': (facts) => (facts.against === '' ? blank(facts) : `${place(facts.place)}有金额，各资金列都空着`),
  'amount-none': blank,
  'project-none': (facts) => `${place(facts.place)}是项目支出，没有填项目名称`,
  'code-malformed': unknown,
  'code-unknown': unknown,
  'economic-unknown': unknown,
  'economic-government': unknown,
  'kind-unknown': unknown,
  'fund-unknown': unknown,
  'code-no-leaf': (facts) => `${place(facts.place)}的编码${facts.value}没有列到末级`,
  'economic-no-leaf': (facts) => `${place(facts.place)}的编码${facts.value}没有列到末级`,
  'economic-other-kind': (facts) =>
    `${place(facts.place)}的经济科目${facts.value}应列${facts.against}，与所填的支出类型不符`,
  'amount-unreadable': (facts) => `${place(facts.place)}填的是“${facts.value}”，读不出金额`,
  'amount-merged': (facts) => `${place(facts.place)}的金额在合并单元格里，分不清各是多少`,
  'unit-of-row': doubtfulUnit,
  'unit-of-column': doubtfulUnit,
  'unit-of-all': doubtfulUnit,
  'unit-assumed': doubtfulUnit,
  'unit-other': (facts) => `${place(facts.place)}写的金额单位是“${facts.value}”，只认万元和元`,
  'total-differs': (facts) => {
    const [typed = '', sum = '', , unit = ''] = partsOf(facts);
    return `${place(facts.place)}${facts.value && `的“${facts.value}”`}填的是${amountText(typed)}${unit}，${facts.value === '' ? '各项资金' : '各行'}合计${amountText(sum)}`;
  },
  'year-conflict': (facts) =>
    `${place(facts.place)}的列名（${facts.value.replaceAll('|', '、')}）与${partsOf(facts)[0] ?? ''}年不符`,
  'year-unclear': (facts) => `${place(facts.place)}的列名（${facts.value.replaceAll('|', '、')}）分不清哪一列是本年`,
  'column-missing': (facts) =>
    `${facts.place.table}第${facts.place.cell.row + 1}行的列名里没有“${column(facts.value)}”列`,
  'column-twice': (facts) => `${place(facts.place)}又有一列“${column(facts.value)}”，分不清用哪一列`,
};

/** What to do where it is not just to put the place right. */
const ADVICE: Readonly<Partial<Record<Facts['why'], string>>> = {
  edition: '不是同一版式的不必理会；填错的请改正。',
  department: '不是同一单位的不必理会；填错的请改正。',
  year: '不是同一年度的不必理会；填错的请改正。',
  another: '请合并到一张，或移走不用的。',
};

/** A ledger that was passed over. */
export const ledgerUnused = {
  'ledger-unused': (facts) => {
    const because = (REASONS[facts.why] ?? ((it: Facts) => `${place(it.place)}存疑`))(facts);
    const { shown, all } = cellsShown(facts.also);
    const also =
      shown.length === 0 || facts.why === 'another' ? '' : `；还有${shown.join('、')}${all ? `等${all}格` : ''}`;
    if (facts.leftOut.length > 0)
      return `“${facts.sheet}”有${countOf(facts.leftOut)}行的数没有编入，照它编的表缺这些数，也没有用它核对各表：${because}${also}。请改正，再编一次。`;
    return `没有用“${facts.sheet}”核对各表：${because}${also}。${ADVICE[facts.why] ?? '请改正，重新审核时就会核对。'}`;
  },
} satisfies SentenceGroup;
