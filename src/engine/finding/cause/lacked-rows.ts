import { groupBy } from '../../lists/group-by';
import type { LedgerEvidence } from '../../ledger-evidence/evidence';
import type { LackedRow } from '../../ledger-evidence/table-against-ledger';
import type { FailedEquation } from '../equation-findings';
import { ledgerRowFacts } from '../ledger-row-facts';
import { causeFor, gravestOf, type CauseGroup } from './group';

/** The ledger has the row, and the tables are off by just its amount. */
const BY_LEDGER = 0.98;

/**
 * Failed equations that are off by an amount of a row which the ledger has and a table lacks: the row is missing, and the amounts that other
 * tables have of it are right. Nothing can be written for it: a row is to be put in. What is explained is taken out of `open`.
 */
export function lackedRowGroups(open: Set<FailedEquation>, { ledger, tables }: LedgerEvidence): readonly CauseGroup[] {
  if (!ledger || open.size === 0) return [];
  return groupBy(
    tables.flatMap(({ lacked }) => lacked),
    ({ key }) => key,
  ).flatMap((rows): readonly CauseGroup[] => {
    const first = [...open].filter((member) => rows.some((row) => isOf(member, row)));
    const members = first.length === 0 ? [] : [...open].filter((one) => first.includes(one) || isBelowBy(one, rows[0]));
    const facts = ledgerRowFacts(rows, ledger.sheet, []);
    if (members.length === 0 || !facts) return [];
    for (const member of members) open.delete(member);
    const rest = { severity: gravestOf(members), determined: false, confidence: BY_LEDGER, alternatives: [] };
    return [{ members, cause: causeFor('equation', members, facts, rest) }];
  });
}

/** Off by the row, or by what would stand in one of its columns; or said of the row itself. */
function isOf(
  { equation, outcome: { difference } }: FailedEquation,
  { table, code, told, amounts }: LackedRow,
): boolean {
  const { missingRow } = equation;
  if (missingRow?.table === table.declared.id && Object.values(missingRow.scope.at).includes(code)) return true;
  return [told.value, ...amounts].some((amount) => difference.abs().equals(amount.abs()));
}

/** A floor that is not reached by less than the row: with it, it is. */
const isBelowBy = ({ equation, outcome: { difference } }: FailedEquation, { told }: LackedRow): boolean =>
  equation.op === '>=' && difference.abs().lessThanOrEqualTo(told.value.abs());
