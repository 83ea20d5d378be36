import type { ReasonAgainst } from '../../../engine/asked/reason-direction';
import type { AnswerSaid } from '../../../engine/finding/facts';
import { groupBy } from '../../../engine/lists/group-by';
import { amountText } from '../../words/amounts';
import { place } from '../../words/phrases-zh-CN';
import type { SentenceGroup } from '../sentences';

const number = ({ says, measure }: AnswerSaid): string => `${measure === '万元' ? amountText(says) : says}${measure}`;

/** 单位情况“下属预算单位名称”写了2个 */
function said(side: AnswerSaid, where: string): string {
  if (side.counted === 'names') return `${where}${side.says === '0' ? '填的是“无”' : `列了${side.says}个名称`}`;
  if (side.counted === 'amounts') return `${where}写到的金额为${number(side)}`;
  if (side.counted === 'table') return `${where}为${number(side)}`;
  return `${where}填的是${number(side)}`;
}

const names = (side: AnswerSaid): string =>
  side.names.map((name) => `“${name}”`).join('') + (side.names.length > 1 ? '之和' : '');

type Each = NonNullable<AnswerSaid['each']>;

/** “本级是否行政或参公单位”却填的是“否”，“下属行政单位数”“下属参公事业单位数”都是0家: those that say the same are named together. */
function eachSaid(each: Each): string {
  return groupBy(each, ({ says, measure }) => `${says}${measure}`)
    .map((group, index) => {
      const [{ says, measure }] = group;
      const isWord = says === '否';
      const verb = `${index === 0 ? '却' : ''}${group.length > 1 ? '都' : ''}${isWord ? '填的是' : '是'}`;
      return `${list(group.map(({ name }) => name))}${verb}${isWord ? `“${says}”` : `${says}${measure}`}`;
    })
    .join('，');
}

const list = (all: readonly string[]): string => all.map((name) => `“${name}”`).join('');

/** 三、支出预算“基本支出”比上年减少，原因写的却是“…”, wherever it is told. */
export const reasonAgainst = ({ section, about, reason, change, times }: ReasonAgainst): string =>
  `${section}“${about}”${times === undefined ? '' : `等${times}处`}比上年${change === 'less' ? '减少' : '增加'}，原因写的却是“${reason}”，方向不一致，文中照写，请核对。`;

/** Answers that contradict each other. */
export const answers = {
  'reason-against': reasonAgainst,
  'answers-apart': ({ how, left, right, because, usual }) => {
    const first = left.names.length > 1 ? `${left.table}${names(left)}为${number(left)}` : said(left, place(left));
    const there = right.table === left.table ? '' : right.table;
    const second = {
      more: `多于${there}${names(right)}的${number(right)}`,
      unequal: said(right, names(right)),
      without: `${there}${right.each ? eachSaid(right.each) : `${names(right)}却是${right.says === '否' ? '“否”' : number(right)}`}`,
      beside: `${names(right)}却是${right.says === '是' ? '“是”' : number(right)}`,
    }[how];
    return `${first}，${second}。${because}，${usual ? '' : '两处不能都对，'}请核对。`;
  },
} satisfies SentenceGroup;
