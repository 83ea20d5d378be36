import type { FlagSeverity } from '../../engine/snapshot/snapshot';

/** All severities, gravest first: the order in which our rules are written. */
export const SEVERITIES: readonly FlagSeverity[] = ['error', 'warning', 'note'];

/**
 * The formula of our conditional formats. Always true; the text in it is how a rule is known as ours again,
 * because Excel and LibreOffice keep a rule's formula when they save, but neither its id nor its place.
 */
export function flagFormula(severity: FlagSeverity): string {
  return `LEN("budget-flag:${severity}")>0`;
}

/** The severity of a rule of ours by its formula; undefined for anybody else's. */
export function severityOfRule(formula: string): FlagSeverity | undefined {
  const severity = /"budget-flag:([a-z]+)"/.exec(formula)?.[1];
  return SEVERITIES.find((known) => known === severity);
}
