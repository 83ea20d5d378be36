import { editionById, editionIds } from '../../src/commands/check';
import { checks } from '../../src/engine/check/checks';
import type { CheckName, DeclaredEquation, Edition } from '../../src/engine/edition/edition';
import { ruleWords } from '../../src/i18n/describe/rules';

/** A rule that some edition has, with what is said of it wherever it comes from. */
export interface Rule {
  readonly id: string;
  readonly name: string | undefined;
  readonly says: string;
  readonly editions: readonly string[];
  readonly declared: readonly { readonly edition: string; readonly equation: DeclaredEquation }[];
}

/** What failed `parts` equations are reported as where they fail in a way of their own. */
const KINDS_OF_PARTS = ['b-column-missing-part', 'b-rounding'];

/** Shared names are for all editions: one that has no such tables, or does not divide by such a dimension, has no such rule. */
function fits({ roles, along, derived }: CheckName, edition: Edition): boolean {
  const present = [...edition.tables, ...edition.forms].map((table) => table.role);
  const hasRoles =
    roles === undefined ||
    (derived === 'same' ? roles.every((role) => present.includes(role)) : roles.some((role) => present.includes(role)));
  return hasRoles && (along === undefined || edition.dimensions.some((dimension) => dimension.id === along));
}

/** All rules of all editions, in the order in which they are declared. */
export async function allRules(): Promise<readonly Rule[]> {
  const editions = await Promise.all(editionIds.map(editionById));
  const described = new Map(checks.map((check) => [check.id, check.describes]));
  const ofEdition = editions.map(({ declared }) => ({
    declared,
    rules: new Set([
      ...declared.checkNames.filter((name) => fits(name, declared)).map((name) => name.id),
      ...declared.equations.map((equation) => equation.id),
      ...KINDS_OF_PARTS,
      'same-scope',
      ...described.keys(),
    ]),
  }));
  const ids = [...new Set(ofEdition.flatMap(({ rules }) => [...rules]))];
  return ids.map((id) => ({
    id,
    name: ruleWords[id]?.name,
    says: ruleWords[id]?.says ?? described.get(id) ?? '',
    editions: ofEdition.filter(({ rules }) => rules.has(id)).map(({ declared }) => declared.name),
    declared: editions.flatMap((edition) =>
      edition.declared.equations
        .filter((equation) => equation.id === id)
        .map((equation) => ({ edition: edition.declared.name, equation })),
    ),
  }));
}
