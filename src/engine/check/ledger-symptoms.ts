import { gravest, singleCause } from '../finding/cause/group';
import type { Cause, Finding } from '../finding/finding';
import { cellKey } from '../snapshot/address';

/**
 * Figures that differ from the ledger, each as a cause, with what other checks say of just these figures: that an amount stands in the
 * column of the other class, say. What the ledger gives says all of that, and the amounts as well.
 */
export function withLedgerSymptoms(
  findings: readonly Finding[],
  isAboutAmounts: (finding: Finding) => boolean,
): readonly Cause[] {
  return findings.flatMap((finding): readonly Cause[] => {
    const { facts } = finding;
    if (facts.code !== 'ledger-differs') return [];
    const own = new Set(facts.cells.map(({ cell }) => cellKey(cell)));
    const same = findings.filter(
      (other) =>
        other.facts.code !== 'ledger-differs' &&
        isAboutAmounts(other) &&
        other.cells.every((cell) => own.has(cellKey(cell))),
    );
    if (same.length === 0) return [];
    const members = [finding, ...same];
    return [{ ...singleCause(finding), severity: gravest(members), findings: members.map(({ id }) => id) }];
  });
}
