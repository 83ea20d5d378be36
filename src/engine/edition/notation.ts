import type { CodeSystem } from '../classification/code-tree';
import type { Members } from '../scope/scope';
import type { ResolvedDimensions } from './dimensions';

/** Tells `problems` where a member does not exist in its dimension, and which one may be meant. */
export function checkMember(
  dimension: string,
  member: string,
  path: string,
  dimensions: ResolvedDimensions,
  problems: string[],
): void {
  const declared = dimensions.byId.get(dimension);
  if (!declared) {
    problems.push(`${path}: no dimension "${dimension}"`);
  } else if (declared.kind === 'members' && dimensions.dimensionOf.get(member) !== dimension) {
    const near = nearest(
      member,
      declared.members.map((known) => known.is),
    );
    problems.push(`${path}: no member "${member}" in ${dimension}${didYouMean(near)}`);
  } else if (declared.kind === 'code' && !CODE_SHAPE[declared.system].test(member)) {
    problems.push(`${path}: "${member}" is no ${declared.system} code`);
  }
}

const CODE_SHAPE: Readonly<Record<CodeSystem, RegExp>> = {
  functional: /^2\d\d(\d\d(\d\d)?)?$/,
  economic: /^3\d\d(\d\d)?$/,
  governmentEconomic: /^5\d\d(\d\d)?$/,
};

/**
 * The point that a short string in the field's notation names: member names, or a dimension's label with a member in
 * brackets, joined by `·`: `支出·一般公共预算`, `经济科目[30231]`. `problems` receives what is no member.
 */
export function parseMembers(term: string, path: string, dimensions: ResolvedDimensions, problems: string[]): Members {
  const members: Record<string, string> = {};
  for (const word of term.split('·')) {
    const bracketed = /^(.+?)\[(.+)\]$/.exec(word);
    if (bracketed) {
      const [, label = '', member = ''] = bracketed;
      const dimension = dimensions.list.find((candidate) => candidate.label === label);
      if (!dimension) {
        problems.push(`${path}: no dimension called "${label}"`);
        continue;
      }
      checkMember(dimension.id, member, path, dimensions, problems);
      members[dimension.id] = member;
      continue;
    }
    const dimension = dimensions.dimensionOf.get(word);
    if (dimension === undefined) {
      problems.push(`${path}: no member "${word}"${didYouMean(nearest(word, [...dimensions.dimensionOf.keys()]))}`);
      continue;
    }
    members[dimension] = word;
  }
  return members;
}

/** `; did you mean 基本支出?`, or nothing where nothing is near. */
export const didYouMean = (near: string | undefined): string => (near === undefined ? '' : `; did you mean ${near}?`);

/** The candidate that shares most characters with the word, if it shares at least half. */
export function nearest(word: string, candidates: readonly string[]): string | undefined {
  let best: string | undefined;
  let bestShare = 0.5;
  for (const candidate of candidates) {
    const shared = [...word].filter((character) => candidate.includes(character)).length;
    const share = shared / Math.max(word.length, candidate.length);
    if (share >= bestShare) {
      best = candidate;
      bestShare = share;
    }
  }
  return best;
}
