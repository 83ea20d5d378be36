import { didYouMean, nearest } from './notation';
import type { AskedFact, AskedRelation, Text } from './text';

/** What a side of a relation adds up. */
export type AskedTerm =
  /** The amount or the count that was answered; 1 for 是, 0 for 否. */
  | { readonly kind: 'answer'; readonly fact: AskedFact; readonly times?: number }
  /** How many names an answer in words lists. */
  | { readonly kind: 'names'; readonly fact: AskedFact }
  /** What the amounts that an answer in words names come to. */
  | { readonly kind: 'amounts'; readonly fact: AskedFact }
  /** The amount of the project that is asked about, as the tables have it. */
  | { readonly kind: 'project' }
  /** The figure of the tables that the relation names. */
  | { readonly kind: 'table' }
  /** Last year's figures: the first of them that is an amount. */
  | { readonly kind: 'prior' };

/** How two sides go together: as numbers, or in that one is there and the other is or is not. */
export type RelationOp = (typeof OPS)[number];

const OPS = ['<=', '=', 'needs', 'excludes'] as const;

/** A relation between answers with its sentence parsed. */
export interface ResolvedRelation {
  readonly declared: AskedRelation;
  readonly op: RelationOp;
  readonly left: readonly AskedTerm[];
  readonly right: readonly AskedTerm[];
  /** It is about each project. */
  readonly ofProject: boolean;
}

/** Parses the relations between answers; `problems` receives each mistake with its path. */
export function resolveRelations(
  { relations = [], asks, asksOfProjects }: Text,
  problems: string[],
): readonly ResolvedRelation[] {
  const facts = new Map([...asks, ...asksOfProjects].map((fact) => [fact.id, fact]));
  const projects = new Set<string>(asksOfProjects.map(({ id }) => id));
  return relations.flatMap((declared, index): readonly ResolvedRelation[] => {
    const path = `text.relations[${index}]`;
    const [, left = '', sign, right = ''] = /^(.+?)\s+(<=|=|needs|excludes)\s+(.+)$/.exec(declared.says) ?? [];
    const op = OPS.find((known) => known === sign);
    if (!op) {
      problems.push(
        `${path}: "${declared.says}" is no relation; write «a = b», «a <= b + c», «a needs b» or «a excludes b»`,
      );
      return [];
    }
    const side = (text: string): readonly AskedTerm[] =>
      text.split(/\s+\+\s+/).flatMap((term) => {
        if (term === 'table' && !declared.table) problems.push(`${path}: no table is named`);
        return parseTerm(term, facts, path, problems) ?? [];
      });
    const sides = { left: side(left), right: side(right) };
    const ofProject = [...sides.left, ...sides.right].some((term) => 'fact' in term && projects.has(term.fact.id));
    return [{ declared, op, ...sides, ofProject }];
  });
}

function parseTerm(
  term: string,
  facts: ReadonlyMap<string, AskedFact>,
  path: string,
  problems: string[],
): AskedTerm | undefined {
  if (term === 'project' || term === 'prior' || term === 'table') return { kind: term };
  const [, how, times, id = ''] = /^(?:(names|amounts)\s+|([0-9]+) times\s+)?(\S+)$/.exec(term) ?? [];
  const fact = facts.get(id);
  if (!fact) {
    problems.push(`${path}: no fact "${id}"${didYouMean(nearest(id, [...facts.keys()]))}`);
    return undefined;
  }
  const isInWords = fact.kind === 'text' || fact.kind === 'paragraphs';
  if (isInWords !== (how !== undefined)) {
    problems.push(
      `${path}: ${id} is answered ${isInWords ? 'in words: names or amounts of it' : 'by a number itself'}`,
    );
    return undefined;
  }
  if (how === 'names' || how === 'amounts') return { kind: how, fact };
  return { kind: 'answer', fact, ...(times === undefined ? {} : { times: Number.parseInt(times, 10) }) };
}
