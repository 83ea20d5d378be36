import { Decimal as Rounded } from 'decimal.js';
import type { System } from '../../../src/engine/localise/system';

/** Enough digits for every product to be exact. */
const Decimal = Rounded.clone({ precision: 500 });
type Decimal = Rounded;

interface Inequality {
  readonly factors: ReadonlyMap<number, Decimal>;
  readonly rest: Decimal;
  readonly strict: boolean;
}

/** Whether the rows can hold when these variables and the missing ones may take any value: by eliminating one after the other. */
export function canHold({ variables, rows }: System, free: ReadonlySet<number>): boolean {
  const open = variables.flatMap(({ value }, index) => (!value || free.has(index) ? [index] : []));
  let all: Inequality[] = [];
  for (const { terms, op, constant, slack } of rows) {
    const factors = new Map<number, Decimal>();
    let rest = new Decimal(0).minus(constant ?? 0);
    for (const { variable, coefficient } of terms) {
      if (open.includes(variable)) factors.set(variable, new Decimal(coefficient.toString()));
      else rest = rest.plus(new Decimal(variables[variable]?.value ?? 0).times(coefficient.toString()));
    }
    all.push({ factors, rest: rest.plus(slack ?? 0), strict: op === '>' });
    if (op === '=')
      all.push({
        factors: new Map([...factors].map(([key, value]) => [key, value.negated()])),
        rest: rest.negated().plus(slack ?? 0),
        strict: false,
      });
  }
  for (const variable of open) all = without(variable, all);
  return all.every(({ rest, strict }) => (strict ? rest.gt(0) : rest.gte(0)));
}

function without(variable: number, all: readonly Inequality[]): Inequality[] {
  const at = ({ factors }: Inequality): Decimal => factors.get(variable) ?? new Decimal(0);
  const kept = new Map<string, Inequality>();
  const keep = (one: Inequality): void => {
    const factors = [...one.factors].filter(([, value]) => !value.isZero()).sort(([a], [b]) => a - b);
    kept.set(`${factors.join(';')}|${one.rest.toString()}|${one.strict}`, one);
  };
  for (const one of all) if (at(one).isZero()) keep(one);
  for (const low of all.filter((one) => at(one).isPositive() && !at(one).isZero())) {
    for (const high of all.filter((one) => at(one).isNegative() && !at(one).isZero())) {
      const factors = new Map<number, Decimal>();
      for (const key of new Set([...low.factors.keys(), ...high.factors.keys()])) {
        if (key === variable) continue;
        const zero = new Decimal(0);
        factors.set(
          key,
          (low.factors.get(key) ?? zero).times(at(high).negated()).plus((high.factors.get(key) ?? zero).times(at(low))),
        );
      }
      keep({
        factors,
        rest: low.rest.times(at(high).negated()).plus(high.rest.times(at(low))),
        strict: low.strict || high.strict,
      });
    }
  }
  return [...kept.values()];
}
