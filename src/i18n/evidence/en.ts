import type { EvidenceWords } from './words';

const counted = (count: number, one: string, many = `${one}s`): string => `${count} ${count === 1 ? one : many}`;

export const evidenceEn: EvidenceWords = {
  back: 'Back',
  backTo: (address) => `Back to ${address}`,
  holds: (amount, unit) => `Holds ${amount} ${unit}`,
  shouldBe: (amount) => `should be ${amount}`,
  tooMuch: (amount) => `${amount} too much`,
  tooLittle: (amount) => `${amount} too little`,
  changeTo: 'Change to',
  tryTo: 'Try',
  box: (address, label) => `${label}, ${address}`,
  accept: 'Accept',
  acceptIn: (address) => `Accept, write it into ${address}`,
  formula: 'This cell holds a formula, which writing does not keep.',
  noAmount: (typed) => `“${typed}” is no amount. Please type digits alone.`,
  sameAmount: 'That is what it holds now.',
  settles: (amount, along) =>
    along.length === 0
      ? `With ${amount} the figures agree.`
      : `With ${amount}, and ${along.join(', ')} changed too, the figures agree.`,
  undetermined: 'The figures do not determine it: please look at the source.',
  chooseWay: 'The figures do not determine it: please look at the source and choose one of these.',
  becomes: (from, to) => `${from} becomes ${to}`,
  changeThese: (count) => `Change these ${count}`,
  changeTheseIn: (addresses) => `Change these ${addresses.length}: ${addresses.join(', ')}`,
  blank: 'blank',
  unreadable: 'no amount',
  equations: (count, failed) =>
    `${counted(count, 'equation')} with this cell, ${failed === 0 ? 'none fails' : `${failed} of them ${failed === 1 ? 'fails' : 'fail'}`}`,
  noEquations: 'No equation holds this cell',
  noFigure: 'The selected cell is no amount of a table. Please select one that is.',
  selected: 'Show the selected cell',
  isSumOf: (whole, parts) => `${whole} = the sum of ${counted(parts, 'part')}`,
  areSame: (left, right) => `${left} and ${right} say the same`,
  atLeast: (left, right) => `${left} is at least ${right}`,
  equals: (left, right) => `${left} = ${right}`,
  agrees: 'agrees',
  notChecked: 'not compared',
  more: (side, amount) => `${side}: ${amount} more`,
  less: (side, amount) => `${side}: ${amount} less`,
  parts: 'the parts',
  latter: 'the latter',
  rounding: (amount) => `rounding, ${amount}`,
  rest: (count) => `${count} others`,
  groups: {
    parts: (count) => `Made of ${count}`,
    same: (count) => `Same scope: ${count}`,
    whole: (count) => `Used in ${count}`,
    rule: (count) => `Other equations: ${count}`,
  },
  mentions: (count) => `In the text: ${count}`,
  inSheet: (address) => `Select ${address}`,
  inText: 'Show it in the text',

  failed: (count) => `${count} ${count === 1 ? 'fails' : 'fail'}`,
  suspect: 'suspect',
  above: 'see above',
  tree: 'What this cell rests on',
  keys: 'Enter selects, → opens, ← closes',
};
