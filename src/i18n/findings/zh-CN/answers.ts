import type { AnswerSaid } from '../../../engine/finding/facts';
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

/** Answers that contradict each other. */
export const answers = {
  'answers-apart': ({ how, left, right, because, usual }) => {
    const first = left.names.length > 1 ? `${left.table}${names(left)}为${number(left)}` : said(left, place(left));
    const there = right.table === left.table ? '' : right.table;
    const second = {
      more: `多于${there}${names(right)}的${number(right)}`,
      unequal: said(right, names(right)),
      without: `${there}${names(right)}却是${right.says === '否' ? '“否”' : number(right)}`,
      beside: `${names(right)}却是${right.says === '是' ? '“是”' : number(right)}`,
    }[how];
    return `${first}，${second}。${because}，${usual ? '' : '两处不能都对，'}请核对。`;
  },
} satisfies SentenceGroup;
