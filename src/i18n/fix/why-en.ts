import { addressOf } from '../../engine/snapshot/address';
import { SLIPS } from '../findings/en/tables';
import { place } from '../words/phrases-en';
import type { WhyWords } from './why-words';

export const whyEn: WhyWords = {
  why: (at, slip) => `${place(at)}. ${slip === undefined ? 'It follows from the equations.' : SLIPS[slip]}`,
  whyAmong: (at, how, slip, other) => {
    const cell = addressOf(other);
    const why = {
      exchanged: `It and ${cell} look exchanged.`,
      misplaced: `It looks misplaced and belongs in ${cell}.`,
      received: `It looks typed into ${cell}.`,
      carried: slip === undefined ? 'It follows from the equations.' : SLIPS[slip],
      follows: `It goes with ${cell}.`,
    };
    return `${place(at)}. ${why[how]}`;
  },
  andBlank: (why) => `${why} It should be blank, as the column is where there is nothing.`,
};
