import type { CheckReport } from '../../src/engine/finding/report';
import { placeOf, type Place } from '../fixtures/edit';

/** Whether a report points at a cell: by a finding, or because it says that it could not check it. */
export function pointsAt(report: CheckReport, place: Place): boolean {
  return [...report.findings, ...report.unchecked].some(({ cells }) => cells.some((cell) => placeOf(cell) === place));
}
