import type { ReasonAgainst } from '../../../engine/asked/reason-direction';
import type { AnswerSaid } from '../../../engine/finding/facts';
import { groupBy } from '../../../engine/lists/group-by';
import { money, place } from '../../words/phrases-en';
import type { SentenceGroup } from '../sentences';

const number = ({ says, measure }: AnswerSaid): string => (measure === '万元' ? money(says, measure) : says);

function said(side: AnswerSaid, where: string): string {
  if (side.counted === 'names')
    return side.says === '0' ? `${where} says that there is none` : `${where} lists ${side.says} names`;
  if (side.counted === 'amounts') return `${where} names amounts of ${number(side)}`;
  if (side.counted === 'table') return `${where} is ${number(side)}`;
  return `${where} says ${number(side)}`;
}

const names = (side: AnswerSaid): string =>
  (side.names.length > 1 ? 'the sum of ' : '') + side.names.map((name) => `“${name}”`).join(', ');

type Each = NonNullable<AnswerSaid['each']>;

/** Those that say the same are named together. */
function eachSaid(each: Each): string {
  return groupBy(each, ({ says }) => says)
    .map((group) => {
      const [{ says }] = group;
      const all = group.map(({ name }) => `“${name}”`).join(', ');
      return `${all} ${group.length > 1 ? 'are' : 'is'} ${says === '否' ? '“否”' : says}`;
    })
    .join(', ');
}

/** Of a reason that speaks against its change, wherever it is told. */
export const reasonAgainst = ({ section, about, reason, change, times }: ReasonAgainst): string =>
  `${section} “${about}”${times === undefined ? ' is' : `, the first of ${times}, is`} ${change} than last year, but the reason given is “${reason}”; it is printed as it stands, please check.`;

/** Answers that contradict each other. */
export const answers = {
  'reason-against': reasonAgainst,
  'answers-apart': ({ how, left, right, because, usual }) => {
    const first = left.names.length > 1 ? `${left.table}: ${names(left)} is ${number(left)}` : said(left, place(left));
    const there = right.table === left.table ? '' : `${right.table} `;
    const second = {
      more: `more than ${number(right)} of ${there}${names(right)}`,
      unequal: said(right, names(right)),
      without: `but ${there}${right.each ? eachSaid(right.each) : `${names(right)} is ${right.says === '否' ? '“否”' : number(right)}`}`,
      beside: `but ${names(right)} is ${right.says === '是' ? '“是”' : number(right)}`,
    }[how];
    return `${first}, ${second}. ${usual ? `As a rule this is not so (${because})` : `They cannot both be right (${because})`}; please verify.`;
  },
} satisfies SentenceGroup;
