import { differencesIn, type Difference } from '../../ledger-evidence/differences';
import type { LedgerEvidence } from '../../ledger-evidence/evidence';
import { ledgerEvidence } from '../../ledger-evidence/loaded';
import type { Finding } from '../../finding/finding';
import type { CheckContext } from '../check';
import { once } from '../../memo/once';

/** The ledger beside the tables and where they are apart. */
export interface Beside {
  readonly evidence: LedgerEvidence;
  readonly differences: readonly Difference[];
  /** So many differences are told one by one; of more than these nobody changed a figure here and there. */
  readonly isTooMany: boolean;
}

const MOST_TOLD = 8;

/** What is to be said of each difference, and of which ledger; nothing where they are too many. */
export function toldOneByOne(
  context: CheckContext,
  findingOf: (difference: Difference, sheet: string) => Finding | undefined,
): readonly Finding[] {
  const { evidence, differences, isTooMany } = besideLedger(context);
  const { ledger } = evidence;
  if (!ledger || isTooMany) return [];
  return differences.flatMap((difference) => findingOf(difference, ledger.sheet) ?? []);
}

export const besideLedger = once(({ snapshot, book, catalogue }: CheckContext): Beside => {
  const evidence = ledgerEvidence(snapshot, book, catalogue);
  const differences = differencesIn(evidence);
  return { evidence, differences, isTooMany: differences.length > MOST_TOLD };
});
