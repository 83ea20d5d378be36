import type { Finding } from '../finding/finding';
import { heldAgainstLedger } from '../ledger-evidence/loaded';
import type { Steps } from '../steps/steps';
import { runSteps } from '../steps/steps';
import { answerChecks } from './answers';
import { nameBlank } from './between/name-blank';
import { nameDiffers } from './between/name-differs';
import type { Check, CheckContext } from './check';
import { classificationChecks } from './classification';
import { ledgerChecks } from './ledger';
import { withUniqueIds } from './make-finding';
import { performanceChecks } from './performance';
import { structureChecks } from './structure';
import { notNumber } from './structure/not-number';
import { textNumber } from './structure/text-number';
import { unitSuffix } from './structure/unit-suffix';
import { withinChecks } from './within';

/** All checks that are no equations, for running them and for the catalogue of checks. */
export const checks: readonly Check[] = [
  ...structureChecks,
  ...withinChecks,
  nameBlank,
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

/** Of what a single cell holds: what somebody has just typed is what these are about, and they take next to no time. */
const ofCells: readonly Check[] = [unitSuffix, textNumber, notNumber];

/** What was found before a workbook changed, with what is to be said at once of its cells as they stand. */
export function withCellsAsTheyStand(before: readonly Finding[], context: CheckContext): readonly Finding[] {
  return withUniqueIds(
    checks.flatMap((check) =>
      ofCells.includes(check) ? check.run(context) : before.filter(({ rule }) => rule === check.id),
    ),
  );
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
