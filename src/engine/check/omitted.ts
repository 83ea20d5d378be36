import { cellKey } from '../snapshot/address';
import type { Figure, RecognisedBlock } from '../book/book';
import type { Cause, Finding } from '../finding/finding';
import { gravest } from '../finding/cause/group';
import { findingId } from '../finding/id';
import { plainAmount } from '../finding/quote';
import type { CheckContext } from './check';
import { amountIn, lackingIn, type MissingCodes } from './within/missing-codes';

/**
 * What lies behind a total that is too small by just what a row that is missing would hold: whoever left the row out added up the
 * others. Causes among the given ones, joined with what is said of the row, which speaks for both.
 */
export function causesOfOmitted(
  context: CheckContext,
  findings: readonly Finding[],
  causes: readonly Cause[],
): readonly Cause[] {
  const told = findings.flatMap((finding) =>
    finding.facts.code === 'row-absent' ? [{ finding, facts: finding.facts }] : [],
  );
  if (told.length === 0) return [];
  const lacking = [...lackingIn(context).values()].flatMap(({ missing }) => missing);
  const determined = causes.filter(({ determined: is, alternatives }) => is && alternatives.length === 1);
  const byId = new Map(findings.map((finding) => [finding.id, finding]));
  return told.flatMap(({ finding, facts }): readonly Cause[] => {
    const row = lacking.find(({ block, rows }) => block.table === facts.table && rows[0]?.code === facts.rows[0]?.code);
    const cause = row && determined.find((one) => leavesOut(one, row));
    if (!cause) return [];
    const ids = [finding.id, ...cause.findings];
    return [
      {
        ...cause,
        id: findingId('cause', ...[...ids].sort()),
        severity: gravest([finding, ...cause.findings.flatMap((id) => byId.get(id) ?? [])]),
        facts: { ...facts, totals: cause.alternatives[0]?.length ?? 0 },
        findings: ids,
      },
    ];
  });
}

/** Whether all cells that a cause would have written are totals, each too small by what the row would hold in its column. */
function leavesOut({ alternatives: [way] }: Cause, row: MissingCodes): boolean {
  const totals = totalsOf(row.block);
  return (
    way !== undefined &&
    way.length > 0 &&
    way.every(({ cell, suggestion }) => {
      const figure = totals.get(cellKey(cell));
      const amount = amountIn(row, cell.column);
      if (!figure?.value || !amount || suggestion === undefined) return false;
      return suggestion === plainAmount(figure.value.plus(amount), figure.moneyUnit, figure.decimals);
    })
  );
}

/** The figures of the rows of totals by their cells. */
const totalsOf = (block: RecognisedBlock): ReadonlyMap<string, Figure> =>
  new Map(
    block.rows.nodes.flatMap(({ role }, index) =>
      role === 'total' ? (block.figures[index] ?? []).map((figure) => [cellKey(figure.cell), figure] as const) : [],
    ),
  );
