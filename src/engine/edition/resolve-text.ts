import type { DimensionId, Member, Members } from '../scope/scope';
import type { ResolvedDimensions } from './dimensions';
import { resolveRelations, type ResolvedRelation } from './asked-relations';
import { checkMember, didYouMean, nearest } from './notation';
import { checkPhraseWords } from './phrase-words';
import { parseSentence, type Phrase, type Piece, type Surroundings } from './phrase';
import type { AskedFact, Choice, Each, Joined, Part, Section, Sentence, Text } from './text';

/** The text of an edition with its sentences parsed. */
export interface ResolvedText {
  readonly declared: Text;
  readonly facts: readonly ResolvedSection[];
  readonly sections: readonly ResolvedSection[];
  /** By id. */
  readonly asks: ReadonlyMap<string, AskedFact>;
  readonly relations: readonly ResolvedRelation[];
}

export interface ResolvedSection {
  readonly declared: Section;
  readonly heading: readonly Piece[];
  readonly says: readonly ResolvedSentence[];
}

export type ResolvedSentence =
  | { readonly kind: 'sentence'; readonly pieces: readonly Piece[] }
  | {
      readonly kind: 'each';
      readonly declared: Each;
      readonly says: readonly ResolvedSentence[];
      readonly none: readonly Piece[] | undefined;
      readonly lead: readonly Piece[];
      /** Last year's members are spoken of too. */
      readonly speaksOfChange: boolean;
    }
  | {
      readonly kind: 'joined';
      readonly says: readonly ResolvedSentence[];
      readonly before: readonly Piece[];
      readonly between: string;
      readonly after: readonly Piece[];
    }
  | {
      readonly kind: 'choice';
      readonly if: Condition;
      readonly says: readonly ResolvedSentence[];
      readonly otherwise: readonly ResolvedSentence[];
    }
  | {
      readonly kind: 'part';
      readonly scope: Members;
      readonly heading: readonly Piece[];
      readonly says: readonly ResolvedSentence[];
    };

export type Condition =
  | { readonly amount: Members }
  | { readonly never: Members }
  | { readonly facts: readonly AskedFact[] }
  | { readonly yes: readonly AskedFact[] }
  | { readonly answered: readonly AskedFact[] }
  | { readonly only: Members }
  | { readonly about: Members }
  | { readonly listed: Listed };

/** What a `{list …}` lists. */
export type Listed = Pick<Extract<Phrase, { say: 'list' }>, 'dimension' | 'level' | 'scope'>;

/** Parses the sentences of a text; `problems` receives each mistake with its path (`text.sections.expenditure.says[1]: …`). */
export function resolveText(text: Text, dimensions: ResolvedDimensions, problems: string[]): ResolvedText {
  const asks = byId(text.asks, 'text.asks', problems);
  const asksOfProjects = byId(text.asksOfProjects, 'text.asksOfProjects', problems);
  const resolver = new Resolver(dimensions, asks, new Map([...asks, ...asksOfProjects]), problems);
  checkPhraseWords(text.phrases, 'text.phrases', problems);
  for (const member of Object.keys(text.names ?? {})) {
    if (!dimensions.dimensionOf.has(member))
      problems.push(
        `text.names: no member "${member}"${didYouMean(nearest(member, [...dimensions.dimensionOf.keys()]))}`,
      );
  }
  const isNew = asks.get(text.newDepartment);
  if (isNew?.kind !== 'yes-no') problems.push(`text.newDepartment: no yes-no fact "${text.newDepartment}"`);
  for (const measure of ['percent', 'amount'] as const) {
    const id = text.reasonsFrom?.[measure];
    if (id !== undefined && asks.get(id)?.kind !== measure)
      problems.push(`text.reasonsFrom.${measure}: no ${measure} fact "${id}"`);
  }
  for (const fact of [...text.asks, ...text.asksOfProjects]) {
    const before = fact.before === undefined ? undefined : (asks.get(fact.before) ?? asksOfProjects.get(fact.before));
    if (fact.before !== undefined && before?.kind !== fact.kind)
      problems.push(`text.asks.${fact.id}: no ${fact.kind} fact "${fact.before}" to be compared with`);
  }
  for (const { project = [] } of text.relations ?? [])
    for (const scope of project)
      for (const [dimension, member] of Object.entries(scope))
        checkMember(dimension, member, 'text.relations.project', dimensions, problems);
  return {
    declared: text,
    facts: text.facts.map((section) => resolver.section(section, `text.facts.${section.id}`)),
    sections: text.sections.map((section) => resolver.section(section, `text.sections.${section.id}`)),
    asks,
    relations: resolveRelations(text, problems),
  };
}

function byId(asked: readonly AskedFact[], path: string, problems: string[]): ReadonlyMap<string, AskedFact> {
  const facts = new Map<string, AskedFact>();
  for (const fact of asked) {
    if (facts.has(fact.id)) problems.push(`${path}: "${fact.id}" is asked twice`);
    facts.set(fact.id, fact);
  }
  return facts;
}

class Resolver {
  constructor(
    private readonly dimensions: ResolvedDimensions,
    private readonly asks: ReadonlyMap<string, AskedFact>,
    private readonly asksOfAll: ReadonlyMap<string, AskedFact>,
    private readonly problems: string[],
  ) {}

  section(section: Section, path: string): ResolvedSection {
    this.scope(section.scope, `${path}.scope`);
    const around = this.around(undefined);
    return {
      declared: section,
      heading: this.parse(section.heading, `${path}.heading`, around),
      says: this.sentences(section.says, `${path}.says`, around),
    };
  }

  private around(each: DimensionId | undefined): Surroundings {
    const open = each !== undefined && this.dimensions.byId.get(each)?.kind === 'open';
    return { dimensions: this.dimensions, asked: open ? this.asksOfAll : this.asks, each };
  }

  private parse(sentence: string, path: string, around: Surroundings): readonly Piece[] {
    return parseSentence(sentence, path, around, this.problems);
  }

  private sentences(says: readonly Sentence[], path: string, around: Surroundings): readonly ResolvedSentence[] {
    return says.map((sentence, index) => this.sentence(sentence, `${path}[${index}]`, around));
  }

  private sentence(sentence: Sentence, path: string, around: Surroundings): ResolvedSentence {
    if (typeof sentence === 'string') return { kind: 'sentence', pieces: this.parse(sentence, path, around) };
    if ('each' in sentence) return this.each(sentence, path, around);
    if ('joined' in sentence) return this.joined(sentence, path, around);
    return 'if' in sentence ? this.choice(sentence, path, around) : this.part(sentence, path, around);
  }

  private each(each: Each, path: string, around: Surroundings): ResolvedSentence {
    const dimension = this.dimensions.byId.get(each.each);
    if (!dimension) {
      const near = nearest(each.each, [...this.dimensions.byId.keys()]);
      this.problems.push(`${path}.each: no dimension "${each.each}"${didYouMean(near)}`);
    } else if (each.level !== undefined && dimension.kind !== 'code') {
      this.problems.push(`${path}.level: ${each.each} has no levels`);
    }
    if (dimension) for (const member of each.only ?? []) this.member(each.each, member, `${path}.only`);
    const strange = each.passOver?.find((member) => !each.only?.includes(member));
    if (strange !== undefined) this.problems.push(`${path}.passOver: "${strange}" is none of "only"`);
    this.scope(each.scope, `${path}.scope`);
    const inside = this.around(each.each);
    const list = typeof each.says === 'string' ? [each.says] : each.says;
    const says = list.map((sentence, index) =>
      this.sentence(sentence, typeof each.says === 'string' ? `${path}.says` : `${path}.says[${index}]`, inside),
    );
    const none = each.none === undefined ? undefined : this.parse(each.none, `${path}.none`, inside);
    return {
      kind: 'each',
      declared: each,
      says,
      none,
      lead: this.parse(each.lead ?? '', `${path}.lead`, around),
      speaksOfChange: none !== undefined && [...says.flatMap(piecesOf), ...none].some(isChange),
    };
  }

  private joined(joined: Joined, path: string, around: Surroundings): ResolvedSentence {
    return {
      kind: 'joined',
      says: this.sentences(joined.joined, `${path}.joined`, around),
      before: this.parse(joined.before ?? '', `${path}.before`, around),
      between: joined.between,
      after: this.parse(joined.after ?? '', `${path}.after`, around),
    };
  }

  private choice(choice: Choice, path: string, around: Surroundings): ResolvedSentence {
    return {
      kind: 'choice',
      if: this.condition(choice.if, `${path}.if`, around),
      says: this.sentences(choice.says, `${path}.says`, around),
      otherwise: this.sentences(choice.otherwise ?? [], `${path}.otherwise`, around),
    };
  }

  private condition(condition: Choice['if'], path: string, around: Surroundings): Condition {
    if ('yes' in condition) {
      const yes = this.facts([condition.yes], path, around);
      for (const { id, kind } of yes) if (kind !== 'yes-no') this.problems.push(`${path}: "${id}" is no yes-no fact`);
      return { yes };
    }
    if ('listed' in condition) {
      const [list] = this.parse(`{list ${condition.listed}}`, path, around);
      // What cannot be parsed is told among the problems.
      return list?.say === 'list' ? { listed: list } : { never: {} };
    }
    if ('answered' in condition) return { answered: this.facts([condition.answered], path, around) };
    if ('fact' in condition) {
      const ids = typeof condition.fact === 'string' ? [condition.fact] : condition.fact;
      return { facts: this.facts(ids, path, around) };
    }
    for (const scope of Object.values(condition)) this.scope(scope, path);
    return condition;
  }

  private facts(ids: readonly string[], path: string, around: Surroundings): readonly AskedFact[] {
    return ids.flatMap((id) => {
      const fact = around.asked.get(id);
      if (!fact) this.problems.push(`${path}: no fact "${id}"${didYouMean(nearest(id, [...around.asked.keys()]))}`);
      return fact ?? [];
    });
  }

  private part(part: Part, path: string, around: Surroundings): ResolvedSentence {
    this.scope(part.scope, `${path}.scope`);
    return {
      kind: 'part',
      scope: part.scope ?? {},
      heading: this.parse(part.heading, `${path}.heading`, around),
      says: this.sentences(part.says, `${path}.says`, around),
    };
  }

  private scope(scope: Members | undefined, path: string): void {
    for (const [dimension, member] of Object.entries(scope ?? {})) this.member(dimension, member, path);
  }

  private member(dimension: DimensionId, member: Member, path: string): void {
    checkMember(dimension, member, path, this.dimensions, this.problems);
  }
}

function piecesOf(sentence: ResolvedSentence): readonly Piece[] {
  switch (sentence.kind) {
    case 'sentence':
      return sentence.pieces;
    case 'each':
      return sentence.lead;
    case 'joined':
      return [...sentence.before, ...sentence.says.flatMap(piecesOf), ...sentence.after];
    case 'choice':
      return [...sentence.says, ...sentence.otherwise].flatMap(piecesOf);
    case 'part':
      return sentence.says.flatMap(piecesOf);
  }
}

const isChange = ({ say }: Piece): boolean => say === 'change' || say === 'changeBrief' || say === 'reason';
