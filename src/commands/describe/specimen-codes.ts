import type { CodeLevel } from '../../engine/classification/code-tree';
import type { DeclaredEquation } from '../../engine/edition/edition';
import type { Members } from '../../engine/scope/scope';
import type { ResolvedEdition } from '../../engine/edition/resolve';
import { SPECIMEN_CODES } from '../../engine/equation/specimen';

/** The codes that a declared equation names, by the specimen's codes that stand for them. */
export type CodesOf = (declared: DeclaredEquation) => ReadonlyMap<string, string>;

const LEVELS: Readonly<Record<number, CodeLevel>> = { 3: '类', 5: '款', 7: '项' };

/**
 * The edition with the specimen's codes where its declared equations name codes of their own (经济科目[30231]): a specimen
 * book has one code a level, and equations about any other would find no row in it.
 */
export function withSpecimenCodes(edition: ResolvedEdition): {
  readonly edition: ResolvedEdition;
  readonly codesOf: CodesOf;
} {
  const named = new Map<DeclaredEquation, Map<string, string>>();
  const equations = edition.equations.map((equation) => {
    const codes = new Map<string, string>();
    named.set(equation.declared, codes);
    const substituted = (term: Members): Members =>
      Object.fromEntries(
        Object.entries(term).map(([id, member]) => {
          const dimension = edition.dimensions.byId.get(id);
          const level = LEVELS[member.length];
          if (dimension?.kind !== 'code' || level === undefined) return [id, member];
          const specimen = SPECIMEN_CODES[dimension.system][level];
          codes.set(specimen, member);
          return [id, specimen];
        }),
      );
    return { ...equation, left: equation.left.map(substituted), right: equation.right.map(substituted) };
  });
  return {
    edition: { ...edition, equations },
    codesOf: (declared) => named.get(declared) ?? new Map<string, string>(),
  };
}
