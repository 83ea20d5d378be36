import type { ChangeWords, PhraseWords } from './text';

/** The slots that a template must have, and those that it may have. */
interface Slots {
  readonly must?: readonly string[];
  readonly may?: readonly string[];
}

const CHANGE: Readonly<Record<keyof ChangeWords, Slots>> = {
  more: { must: ['difference'], may: ['percent'] },
  less: { must: ['difference'], may: ['percent'] },
  same: {},
  fresh: { may: ['difference'] },
  gone: { may: ['difference', 'percent'] },
  never: {},
  noPrior: {},
  percentTooSmall: {},
};

const COUNT: Readonly<Record<keyof PhraseWords['changeOfCount'], Slots>> = {
  more: { must: ['difference'] },
  less: { must: ['difference'] },
  same: {},
  never: {},
};

const MISSING: Readonly<Record<keyof PhraseWords['missing'], Slots>> = {
  reason: {},
  turnedReason: {},
  prior: {},
  amount: {},
  fact: { must: ['fact'] },
  sum: { must: ['facts'] },
  lastYear: {},
  share: {},
  codeName: { must: ['code'] },
  memberNames: { must: ['dimension'] },
};

type Alone = Exclude<
  { [Key in keyof PhraseWords]: PhraseWords[Key] extends string ? Key : never }[keyof PhraseWords],
  'shares'
>;

const ALONE: Readonly<Record<Alone, Slots>> = {
  amount: { must: ['amount'] },
  nothing: {},
  path: { must: ['name'], may: ['level', 'digits'] },
  count: { must: ['count'] },
  share: { must: ['share'] },
  shareTooSmall: { may: ['share'] },
  reason: { must: ['reason'] },
  countedReasons: { must: ['reason'] },
  listSeparator: {},
};

/** Checks that the words of phrases have the slots that they are filled in by; `problems` receives each mistake with its path. */
export function checkPhraseWords(words: PhraseWords, path: string, problems: string[]): void {
  const { change, changeBrief, changeOfCount, missing } = words;
  checkEach(ALONE, words, path, problems);
  checkEach(CHANGE, change, `${path}.change`, problems);
  checkEach(CHANGE, changeBrief, `${path}.changeBrief`, problems);
  checkEach(COUNT, changeOfCount, `${path}.changeOfCount`, problems);
  checkEach(MISSING, missing, `${path}.missing`, problems);
}

function checkEach<Key extends string>(
  slots: Readonly<Record<Key, Slots>>,
  words: Readonly<Record<Key, string>>,
  path: string,
  problems: string[],
): void {
  for (const key in slots) {
    const { must = [], may = [] } = slots[key];
    const used = [...words[key].matchAll(/\{([^{}]*)\}/g)].map(([, slot = '']) => slot);
    for (const slot of must) if (!used.includes(slot)) problems.push(`${path}.${key}: lacks {${slot}}`);
    for (const slot of used)
      if (![...must, ...may].includes(slot)) problems.push(`${path}.${key}: nothing is filled in for {${slot}}`);
  }
}
