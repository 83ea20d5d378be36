import { systemOf } from '../../classification/code-tree';
import { findingId } from '../../finding/id';
import { codePlace, grouped, lowered, type CodeCheck, type CodedRow } from './coded-row';

/**
 * A code of another classification than its column's. Functional among economic codes (or the reverse) is an error; the two
 * economic classifications mixed are a warning, since some tables print one column for both.
 */
export const domainCheck: CodeCheck = (rows) =>
  grouped(rows, (row) => (isForeign(row) && row.code.kind === 'code' ? row.code.code : undefined)).map((group) => {
    const [row] = group;
    const printed = row.code.kind === 'code' ? row.code.code : '';
    const severity = row.system === 'functional' || systemOf(printed) === 'functional' ? 'error' : 'warning';
    return {
      id: findingId('k-domain', row.table, row.system, printed),
      rule: 'k-domain',
      severity: group.some((same) => same.hasAmounts) ? severity : lowered(severity),
      facts: { code: 'code-domain', place: codePlace(row), printed, column: row.system },
      cells: group.map((same) => same.cell),
      table: row.table,
    };
  });

function isForeign(row: CodedRow): boolean {
  if (row.code.kind !== 'code' || row.classList) return false;
  const system = systemOf(row.code.code);
  return system !== undefined && system !== row.system;
}
