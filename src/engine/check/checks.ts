import type { Finding } from '../finding/finding';
import { heldAgainstLedger } from '../ledger-evidence/ledger-evidence';
import type { Steps } from '../steps/steps';
import { runSteps } from '../steps/steps';
import { answerChecks } from './answers';
import { nameDiffers } from './between/name-differs';
import type { Check, CheckContext } from './check';
import { classificationChecks } from './classification';
import { ledgerChecks } from './ledger';
import { withUniqueIds } from './make-finding';
import { performanceChecks } from './performance';
import { structureChecks } from './structure';
import { withinChecks } from './within';

/** All checks that are no equations, for running them and for the catalogue of checks. */
export const checks: readonly Check[] = [
  ...structureChecks,
  ...withinChecks,
  nameDiffers,
  ...ledgerChecks,
  ...classificationChecks,
  ...performanceChecks,
  ...answerChecks,
];

/** Their findings over a recognised workbook, in the order of the checks, with ids that differ. */
export function runChecks(context: CheckContext): readonly Finding[] {
  return runSteps(runChecksInSteps(context));
}

/** The same in steps of one check, or less. */
export function* runChecksInSteps(context: CheckContext): Steps<readonly Finding[]> {
  const findings: Finding[] = [];
  yield* heldAgainstLedger(context.snapshot, context.book, context.catalogue);
  for (const check of checks) {
    yield;
    findings.push(...check.run(context));
  }
  return withUniqueIds(findings);
}
