import { addressOf } from '../../engine/snapshot/address';
import { SLIPS } from '../findings/zh-CN/tables';
import { place } from '../words/phrases-zh-CN';
import type { WhyWords } from './why-words';

export const whyZhCN: WhyWords = {
  why: (at, slip) => `${place(at)}，${slip === undefined ? '按有关等式得出' : SLIPS[slip]}`,
  whyAmong: (at, how, slip, other) => {
    const cell = addressOf(other);
    const why = {
      exchanged: `疑似与${cell}互相写反`,
      misplaced: `疑似写错位置，应在${cell}`,
      received: `疑似写到了${cell}`,
      carried: slip === undefined ? '按有关等式得出' : SLIPS[slip],
      follows: `随${cell}一并更正`,
    };
    return `${place(at)}，${why[how]}`;
  },
  andBlank: (why) => `${why.replace(/。$/, '')}；应为空，同列没有数的都空着`,
};
