import type { FindingFacts } from '../finding/facts';
import type { Finding, Severity } from '../finding/finding';
import { findingId } from '../finding/id';
import type { CellRef } from '../snapshot/address';

/** The parts of a finding that a check gives; `about` makes its id (what it means, never an address). */
export interface FindingParts {
  readonly rule: string;
  readonly severity: Severity;
  readonly facts: FindingFacts;
  readonly cells: readonly CellRef[];
  readonly about: readonly string[];
  readonly table?: string | undefined;
  readonly sheet?: string | undefined;
}

/** A finding with its stable id. */
export function makeFinding({ rule, severity, facts, cells, about, table, sheet }: FindingParts): Finding {
  return {
    id: findingId(rule, ...about),
    rule,
    severity,
    facts,
    cells,
    ...(table === undefined ? {} : { table }),
    ...(sheet === undefined ? {} : { sheet }),
  };
}

/** Ids of findings that are alike are told apart by -2, -3 …, in their order. */
export function withUniqueIds(findings: readonly Finding[]): readonly Finding[] {
  const seen = new Map<string, number>();
  return findings.map((finding) => {
    const times = (seen.get(finding.id) ?? 0) + 1;
    seen.set(finding.id, times);
    return times === 1 ? finding : { ...finding, id: `${finding.id}-${times}` };
  });
}
