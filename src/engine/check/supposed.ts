import { Decimal } from 'decimal.js';
import { convertMoney } from '../amount/money-unit';
import type { Figure } from '../book/book';
import type { Evaluated } from '../equation/evaluate';
import type { Settled, Unread } from '../finding/cause/unread';
import type { Grouped } from '../finding/causes';
import type { FailedEquation } from '../finding/equation-findings';
import type { Cause } from '../finding/finding';
import { cellKey } from '../snapshot/address';

/** What was found on a supposition, as far as it is said. */
export interface Borne {
  readonly grouped: Grouped;
  readonly failed: readonly FailedEquation[];
  readonly evaluated: readonly Evaluated[];
  readonly settled: ReadonlyMap<Figure, Settled>;
}

/**
 * Takes back what was only supposed of cells that hold no amount: where they themselves were found to be wrong, the amount that belongs
 * there is known; an equation that stands on them fails only if a cell is known that it fails for, and is not checked else.
 */
export function withoutSuppositions(
  grouped: Grouped,
  failed: readonly FailedEquation[],
  { evaluated, settled: before, supposed }: Unread,
): Borne {
  if (!supposed) return { grouped, failed, evaluated, settled: before };
  const standing = new Set(
    failed.flatMap(({ equation, finding }) => (supposed.standing.has(equation) ? [finding.id] : [])),
  );
  const unread = new Map(supposed.figures.map((figure) => [cellKey(figure.cell), figure]));
  const settled = new Map(before);
  const causes = grouped.causes.flatMap((cause): readonly Cause[] => {
    const change = onlyChangeOf(cause);
    const figure = change && unread.get(cellKey(change.cell));
    if (figure && change.suggestion !== undefined) {
      const value = convertMoney(new Decimal(change.suggestion), figure.moneyUnit, '万元');
      settled.set(figure, { value, equations: cause.findings.length });
    }
    const isKnown = !figure && cause.determined;
    const findings = isKnown ? cause.findings : cause.findings.filter((id) => !standing.has(id));
    return findings.length === 0 ? [] : [{ ...cause, findings }];
  });
  const said = new Set(causes.flatMap(({ findings }) => findings));
  const kept = failed.filter(({ finding }) => said.has(finding.id));
  const failing = new Set(kept.map(({ equation }) => equation));
  return {
    grouped: { ...grouped, causes, findings: grouped.findings.filter(({ id }) => said.has(id)) },
    failed: kept,
    evaluated: evaluated.map((one, index) => {
      const instead = supposed.evaluated[index];
      return instead && failing.has(instead.equation) ? instead : one;
    }),
    settled,
  };
}

function onlyChangeOf({ determined, alternatives: [way = [], ...others] }: Cause) {
  const [change, ...more] = way;
  return determined && others.length === 0 && more.length === 0 ? change : undefined;
}
