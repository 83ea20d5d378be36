import type { CodeLevel } from '../classification/code-tree';
import type { DimensionId, Members } from '../scope/scope';
import type { ResolvedDimensions } from './dimensions';
import { didYouMean, nearest, parseMembers } from './notation';
import type { AskedFact } from './text';

/** A piece of a sentence: words as they stand, or a phrase that the figures, the answers or the calendar fill in. */
export type Piece = { readonly say: 'words'; readonly text: string } | Phrase;

export type Phrase =
  | { readonly say: 'department' | 'year' | 'lastYear' | 'it' | 'path' | 'code' }
  /** `scope` is added to the sentence's own. A share without one is of the scope around the innermost `Each`. */
  | { readonly say: 'amount' | 'change' | 'changeBrief' | 'reason'; readonly scope: Members }
  | { readonly say: 'share'; readonly of: Members | undefined }
  | {
      readonly say: 'list';
      readonly dimension: DimensionId;
      readonly level: CodeLevel | undefined;
      readonly scope: Members;
    }
  | { readonly say: 'count'; readonly dimension: DimensionId; readonly scope: Members }
  | { readonly say: 'fact' | 'arranged'; readonly fact: AskedFact }
  | { readonly say: 'sum'; readonly facts: readonly AskedFact[] }
  | {
      readonly say: 'factChange' | 'factChangeBrief' | 'factReason';
      readonly fact: AskedFact;
      readonly before: AskedFact;
    };

/** What a sentence may speak of, where it stands. */
export interface Surroundings {
  readonly dimensions: ResolvedDimensions;
  /** By id: those of the department, and within an `Each` over projects those of a project. */
  readonly asked: ReadonlyMap<string, AskedFact>;
  /** The dimension of the innermost `Each`. */
  readonly each: DimensionId | undefined;
}

/** Every phrase, by the word it begins with: the compiler asks for one that is forgotten. */
const PHRASES = {
  department: 1,
  year: 1,
  lastYear: 1,
  it: 1,
  path: 1,
  code: 1,
  amount: 1,
  share: 1,
  change: 1,
  changeBrief: 1,
  reason: 1,
  list: 1,
  count: 1,
  fact: 1,
  arranged: 1,
  sum: 1,
} as const;
type PhraseName = keyof typeof PHRASES;

const isPhrase = (word: string): word is PhraseName => Object.hasOwn(PHRASES, word);

/** Parses a sentence; `problems` receives unknown phrases, members, dimensions and facts, and braces that do not pair. */
export function parseSentence(
  sentence: string,
  path: string,
  around: Surroundings,
  problems: string[],
): readonly Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  for (const match of sentence.matchAll(/\{([^{}]*)\}/g)) {
    pushWords(pieces, sentence.slice(at, match.index), path, problems);
    const phrase = parsePhrase((match[1] ?? '').trim(), path, around, problems);
    if (phrase) pieces.push(phrase);
    at = match.index + match[0].length;
  }
  pushWords(pieces, sentence.slice(at), path, problems);
  return pieces;
}

function pushWords(pieces: Piece[], text: string, path: string, problems: string[]): void {
  if (/[{}]/.test(text)) problems.push(`${path}: a brace without its other in "${text}"`);
  if (text !== '') pieces.push({ say: 'words', text });
}

function parsePhrase(text: string, path: string, around: Surroundings, problems: string[]): Phrase | undefined {
  const [name = '', ...words] = text.split(/\s+/);
  if (!isPhrase(name)) {
    problems.push(`${path}: no phrase {${text}}${didYouMean(nearest(name, Object.keys(PHRASES)))}`);
    return undefined;
  }
  const rest = words.join(' ');
  const members = (term: string): Members => (term === '' ? {} : parseMembers(term, path, around.dimensions, problems));
  switch (name) {
    case 'department':
    case 'year':
    case 'lastYear':
      return alone(name);
    case 'it':
    case 'path':
    case 'code':
      if (around.each === undefined) problems.push(`${path}: {${name}} stands in no "each"`);
      else if (name !== 'it' && around.dimensions.byId.get(around.each)?.kind !== 'code')
        problems.push(`${path}: {${name}} speaks of codes, not of ${around.each}`);
      return alone(name);
    case 'amount':
      return { say: 'amount', scope: members(rest) };
    case 'share':
      if (rest === '' && around.each === undefined)
        problems.push(`${path}: {share} in no "each" names what it is a share of: {share 支出}`);
      return { say: 'share', of: rest === '' ? undefined : members(rest) };
    case 'change':
    case 'changeBrief':
    case 'reason': {
      const fact = around.asked.get(rest);
      return fact ? ofFact(name, fact) : { say: name, scope: members(rest) };
    }
    case 'list': {
      const [dimension = '', ...others] = words;
      const level = LEVELS.find((known) => known === others[0]);
      checkDimension(dimension, level !== undefined);
      return { say: 'list', dimension, level, scope: members((level ? others.slice(1) : others).join(' ')) };
    }
    case 'count': {
      const [dimension = '', ...others] = words;
      checkDimension(dimension, false);
      return { say: 'count', dimension, scope: members(others.join(' ')) };
    }
    case 'fact': {
      const fact = factNamed(rest);
      return fact && { say: 'fact', fact };
    }
    case 'arranged': {
      const fact = factNamed(rest);
      if (fact && fact.kind !== 'amount') problems.push(`${path}: ${fact.id} is no amount in {${text}}`);
      return fact && { say: 'arranged', fact };
    }
    case 'sum': {
      const facts = words.flatMap((id) => factNamed(id) ?? []);
      if (words.length === 0) problems.push(`${path}: {sum} of nothing`);
      const odd = facts.find(
        (fact) => fact.kind !== facts[0]?.kind || (fact.kind !== 'amount' && fact.kind !== 'count'),
      );
      if (odd) problems.push(`${path}: ${odd.id} cannot be added up in {${text}}`);
      return { say: 'sum', facts };
    }
  }

  function alone(say: 'department' | 'year' | 'lastYear' | 'it' | 'path' | 'code'): Phrase {
    if (rest !== '') problems.push(`${path}: {${text}} says more than {${say}} can mean`);
    return { say };
  }

  function factNamed(id: string): AskedFact | undefined {
    const fact = around.asked.get(id);
    if (!fact) problems.push(`${path}: no fact "${id}"${didYouMean(nearest(id, [...around.asked.keys()]))}`);
    return fact;
  }

  function ofFact(change: 'change' | 'changeBrief' | 'reason', fact: AskedFact): Phrase | undefined {
    const before = fact.before === undefined ? undefined : factNamed(fact.before);
    if (fact.before === undefined)
      problems.push(`${path}: ${fact.id} has no "before" to be compared with in {${text}}`);
    if (fact.kind === 'count' && change !== 'changeBrief')
      problems.push(`${path}: of a count only {changeBrief} can be said, not {${text}}`);
    return before && { say: FACT_PHRASES[change], fact, before };
  }

  function checkDimension(dimension: string, hasLevel: boolean): void {
    const kind = around.dimensions.byId.get(dimension)?.kind;
    if (kind === undefined)
      problems.push(
        `${path}: no dimension "${dimension}"${didYouMean(nearest(dimension, [...around.dimensions.byId.keys()]))}`,
      );
    else if (hasLevel && kind !== 'code') problems.push(`${path}: ${dimension} has no levels`);
  }
}

const FACT_PHRASES = { change: 'factChange', changeBrief: 'factChangeBrief', reason: 'factReason' } as const;

const LEVELS: readonly CodeLevel[] = ['类', '款', '项'];
