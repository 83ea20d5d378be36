import { Decimal } from 'decimal.js';
import { settleByActions, type Action } from '../../../src/engine/localise/actions';
import { localise } from '../../../src/engine/localise/localise';
import { systemOf, type EditingCase } from '../../fixtures/editing/cases';
import data from '../../fixtures/editing/signs.json';

type Values = Readonly<Record<string, string>>;

interface Case extends EditingCase {
  readonly options?: {
    readonly fixate?: readonly string[];
    readonly eps?: number;
    readonly flip?: readonly string[];
    readonly swap?: readonly (readonly [string, string])[];
    readonly maxActions?: number;
  };
  readonly expected: {
    readonly status: 'valid' | 'corrected' | 'invalid' | null;
    readonly solutions?: readonly Values[];
  };
}

/** Values after flipping signs and exchanging listed pairs, as the papers' method may. */
function actionsOf({ record, rules, options }: Case): readonly (Action & { readonly becomes: Values })[] {
  const names = Object.keys(record);
  const inRules = names.filter((name) =>
    (data.rules as unknown as Readonly<Record<string, readonly string[]>>)[rules]?.some((rule) =>
      rule.split(/[\s]+/).includes(name),
    ),
  );
  const flips = (options?.flip ?? inRules)
    .filter((name) => record[name] !== '0')
    .map((name) => ({ [name]: new Decimal(record[name] ?? 0).negated().toFixed() }));
  const swaps = (options?.swap ?? []).map(([a, b]) => ({ [a]: record[b] ?? '0', [b]: record[a] ?? '0' }));
  return [...flips, ...swaps].map((becomes) => ({
    becomes,
    changes: Object.entries(becomes).map(([name, to]) => ({ variable: names.indexOf(name), to: new Decimal(to) })),
  }));
}

describe('the published cases of sign flips and exchanged pairs', () => {
  test.each((data.cases as unknown as readonly Case[]).map((given) => [given.name, given] as const))(
    '%s',
    (_, given) => {
      const plain = systemOf({ ...given, fixed: given.options?.fixate ?? [] }, data.rules);
      const system = {
        ...plain,
        rows: plain.rows.map((row) =>
          row.op === '=' && given.options?.eps ? { ...row, slack: new Decimal(given.options.eps) } : row,
        ),
      };
      const { groups } = localise(system);
      if (given.expected.status === null) {
        // Not checked by the papers' method for a missing value; the value is free here, and nothing is blamed.
        expect(groups).toEqual([]);
        return;
      }
      expect(groups.length === 0).toBe(given.expected.status === 'valid');
      if (groups.length === 0) return;
      const actions = actionsOf(given);
      const { alternatives, proved } = settleByActions(system, actions, {
        maxActions: given.options?.maxActions ?? actions.length,
      });
      expect(proved).toBe(true);
      const records = alternatives.map(
        (set) => Object.assign({ ...given.record }, ...set.map((index) => actions[index]?.becomes)) as Values,
      );
      const told = (all: readonly Values[]): readonly string[] =>
        [...new Set(all.map((values) => JSON.stringify(Object.entries(values).sort())))].sort();
      expect(told(records)).toEqual(told(given.expected.solutions ?? []));
    },
  );
});
