import { Decimal } from 'decimal.js';
import type { Figure } from '../book/book';
import type { Settled } from '../finding/cause/unread';
import { singleCause } from '../finding/cause/group';
import type { Cause, Finding } from '../finding/finding';
import { plainAmount } from '../finding/quote';
import { cellKey } from '../snapshot/address';

/** Several equations give the same amount; and one alone does. */
const BY_SEVERAL = 0.98;
const BY_ONE = 0.9;
/** Something is written there, about another amount than the equations give, while equations elsewhere fail. */
const AGAINST_WHAT_IS_WRITTEN = 0.8;
/** What is written about an amount is rarely further from it than this part of it. */
const ABOUT = 0.2;

/**
 * Findings of cells that hold no amount, with the amount that the equations give for them, and what lies behind each of these: the
 * cell itself. `othersFail`: other equations fail, so that those that speak for the amount may be led astray.
 */
export function withSettled(
  findings: readonly Finding[],
  settled: ReadonlyMap<Figure, Settled>,
  othersFail: boolean,
): { readonly findings: readonly Finding[]; readonly causes: readonly Cause[] } {
  if (settled.size === 0) return { findings, causes: [] };
  const byCell = new Map([...settled].map(([figure, value]) => [cellKey(figure.cell), { figure, ...value }]));
  const causes: Cause[] = [];
  const told = findings.map((finding): Finding => {
    const { facts } = finding;
    if (facts.code !== 'not-number') return finding;
    const amounts = finding.cells.flatMap((cell) => byCell.get(cellKey(cell)) ?? []);
    const [first, ...more] = amounts;
    if (!first || amounts.length < finding.cells.length) return finding;
    const writes = amounts.map(({ figure, value }) => ({
      cell: figure.cell,
      suggestion: plainAmount(value, figure.moneyUnit, figure.decimals),
    }));
    const expected = writes[0]?.suggestion ?? '';
    const confidence = Math.min(
      ...amounts.map(({ equations }) => (equations > 1 ? BY_SEVERAL : BY_ONE)),
      ...(othersFail && !writes.every(({ suggestion }) => isAbout(facts.raw, suggestion))
        ? [AGAINST_WHAT_IS_WRITTEN]
        : []),
    );
    const said: Finding =
      more.length > 0
        ? finding
        : {
            ...finding,
            facts: { ...facts, expected },
            expected,
            suspect: { cell: first.figure.cell, suggestion: expected, cause: 'typing', confidence },
          };
    causes.push({
      ...singleCause(said),
      kind: 'cell',
      determined: true,
      confidence,
      alternatives: [writes],
    });
    return said;
  });
  return { findings: told, causes };
}

/** Whether the number in a text, if there is one, is near an amount. */
function isAbout(raw: string, amount: string): boolean {
  const [typed] = /[0-9]+(?:\.[0-9]+)?/.exec(raw.replaceAll(',', '')) ?? [];
  if (typed === undefined) return false;
  const wanted = new Decimal(amount);
  return wanted.minus(typed).abs().lessThanOrEqualTo(wanted.times(ABOUT));
}
