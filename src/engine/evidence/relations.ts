import type { Figure } from '../book/book';
import type { Evaluated, Outcome } from '../equation/evaluate';
import type { Equation } from '../equation/equation';
import { cellKey } from '../snapshot/address';

/** How a figure stands in an equation, seen from the figure. */
export interface Relation {
  /** `parts`: it is the whole of the others; `whole`: it is a part of the first; `same`: the others say the same; `rule`: declared. */
  readonly kind: 'parts' | 'whole' | 'same' | 'rule';
  /** The figures that it leads to, in the order of the equation. */
  readonly figures: readonly Figure[];
  readonly equation: Equation;
  readonly outcome: Outcome;
}

const ORDER: readonly Relation['kind'][] = ['parts', 'same', 'whole', 'rule'];

/**
 * The equations that hold each figure, by its cell: those that fail first, then its parts, the same scope elsewhere, the wholes that it is
 * part of, and what the edition declares besides.
 */
export function relationsByCell(evaluated: readonly Evaluated[]): ReadonlyMap<string, readonly Relation[]> {
  const found = new Map<string, Relation[]>();
  for (const { equation, outcome } of evaluated) {
    for (const [own, other] of [
      [equation.left, equation.right],
      [equation.right, equation.left],
    ] as const) {
      for (const figure of own) {
        const key = cellKey(figure.cell);
        const relation = { ...seenFrom(figure, own, other, equation), equation, outcome };
        const known = found.get(key);
        if (known) known.push(relation);
        else found.set(key, [relation]);
      }
    }
  }
  for (const relations of found.values()) relations.sort((a, b) => rank(a) - rank(b));
  return found;
}

const rank = ({ kind, outcome }: Relation): number => (outcome.kind === 'failed' ? 0 : 10) + ORDER.indexOf(kind);

function seenFrom(
  figure: Figure,
  own: readonly Figure[],
  other: readonly Figure[],
  equation: Equation,
): Pick<Relation, 'kind' | 'figures'> {
  const others = [...own.filter((one) => one !== figure), ...other];
  switch (equation.because.kind) {
    case 'parts':
      return own === equation.left ? { kind: 'parts', figures: other } : { kind: 'whole', figures: other };
    case 'same':
      return own.length > 1 ? { kind: 'whole', figures: other } : { kind: 'same', figures: other };
    case 'declared':
      return { kind: 'rule', figures: others };
  }
}
