import { cellKey, type CellRef } from '../../snapshot/address';
import type { FailedEquation } from '../equation-findings';
import type { FindingFacts } from '../facts';
import type { Cause, CauseKind, Finding, Severity, Suspect } from '../finding';
import { findingId } from '../id';
import type { Repair } from './way';

/** Failed equations with one cause behind them; the first speaks for it. */
export interface CauseGroup {
  readonly members: readonly FailedEquation[];
  readonly cause: Cause;
  /** The cell that a member points at. */
  readonly suspectOf?: (member: FailedEquation) => Suspect;
  /** Cells of which nothing can be said one by one as long as this cause stands. */
  readonly doubtful?: readonly CellRef[];
  /** The cells to be written, where that is determined. */
  readonly repaired?: readonly Repair[];
}

/** The cause of a finding that nothing else hangs together with. */
export function singleCause(finding: Finding): Cause {
  return {
    id: findingId('cause', finding.id),
    kind: 'single',
    severity: finding.severity,
    facts: finding.facts,
    determined: false,
    confidence: 0,
    alternatives: [],
    findings: [finding.id],
  };
}

const SEVERITIES: readonly Severity[] = ['error', 'warning', 'note'];

/** The cells of sums that fail within their own table: a single cell is wrong there, not the whole table. */
export function cellsOfFailedParts(open: Iterable<FailedEquation>): ReadonlySet<string> {
  return new Set(
    [...open].flatMap(({ equation, finding }) => (equation.because.kind === 'parts' ? finding.cells.map(cellKey) : [])),
  );
}

/** The gravest severity among findings. */
export function gravest(findings: readonly Finding[]): Severity {
  return SEVERITIES.find((candidate) => findings.some(({ severity }) => severity === candidate)) ?? 'note';
}

export const gravestOf = (members: readonly FailedEquation[]): Severity =>
  gravest(members.map(({ finding }) => finding));

/** The cause of several failed equations. */
export function causeFor(
  kind: CauseKind,
  members: readonly FailedEquation[],
  facts: FindingFacts,
  rest: Pick<Cause, 'severity' | 'determined' | 'confidence' | 'alternatives'>,
): Cause {
  const ids = members.map(({ finding }) => finding.id);
  return { id: findingId('cause', ...[...ids].sort()), kind, facts, ...rest, findings: ids };
}
