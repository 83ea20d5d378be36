import { localise } from '../../../src/engine/localise/localise';
import { rankExplanations } from '../../../src/engine/localise/mistakes';
import { systemOf, type EditingCase } from '../../fixtures/editing/cases';
import data from '../../fixtures/editing/typos.json';

type Values = Readonly<Record<string, string>>;

interface Case extends EditingCase {
  readonly options?: { readonly fixate?: readonly string[] };
  readonly truth?: Values;
  readonly expected: { readonly corrections: Values };
}

const JOINTLY =
  'the papers take each failed equation for itself, and only cells that stand in no equation that holds; where candidates of two equations exclude each other they choose none. All equations together leave these cells, which are those that were damaged, and their digits agree';
const LIKELIHOOD =
  'the papers count distances only: two candidates one slip away are a tie. Of long figures a swap is one of a few, a wrong digit one of many: the swap is much the likelier, and it is what was done';

const SIGN =
  'the papers count a lost or added minus as any other character: three candidates, no choice. Negative amounts are rare in a budget, so that of a figure which stands there negative and would fit without its sign no other needs to be thought of';

/** Cases answered otherwise by intent, each with why ours is right for budgets. */
const OTHERWISE: Readonly<Record<string, string>> = {
  'inequality-row-1':
    'x2 < 10 is a rule as well: x2 = 10 would break it, so x1 = 1 alone is left. The papers look at inequalities only after choosing',
  'inequality-tie':
    'figures of one and two digits: y = 0 fits too, and there are too few digits to rule a chance out. It is listed first, not written',
  'pkg-example-1':
    'the papers find no choice between 23 and −10: a negative amount where a positive one stands hardly ever belongs there',
  'pkg-example-2': SIGN,
  'pkg-example-3': SIGN,
  'generated-04': LIKELIHOOD,
  'generated-32': LIKELIHOOD,
  'generated-33': JOINTLY,
  'generated-35': JOINTLY,
  'generated-37': JOINTLY,
  'generated-40': JOINTLY,
  'generated-43': JOINTLY,
  'generated-47': JOINTLY,
  'generated-55': JOINTLY,
  'generated-56': JOINTLY,
  'generated-57': JOINTLY,
  'generated-58':
    'three ways are equally light and each all slips; the papers apply what two of them share. A reviewer is shown the three, the true one among them, since a wrong figure written is worse than a question',
};

/** What we propose where no true record is known. */
const WITHOUT_TRUTH: Readonly<Record<string, Values>> = {
  'inequality-row-1': { x1: '1' },
  'inequality-tie': {},
  'pkg-example-1': { x: '23' },
  'pkg-example-2': { y: '4' },
  'pkg-example-3': { z: '10' },
};

const SLIPS: readonly string[] = ['digit', 'swapped', 'dropped', 'doubled', 'point', 'sign', 'rounding'];

/** What would be proposed: the best alternative of each group, if slips explain it all and it stands well above the others. */
function proposal(given: Case): { readonly changes: Values; readonly listed: readonly Values[][] } {
  const system = systemOf({ ...given, fixed: given.options?.fixate ?? [] }, data.rules);
  const ranked = localise(system).groups.map(({ alternatives }) =>
    rankExplanations(alternatives, {
      factsOf: (variable) => ({ value: system.variables[variable]?.value ?? null, decimals: 0 }),
    }).map(({ changes, mistakes, share }) => ({
      values: Object.fromEntries(
        changes.flatMap(({ variable, to }) =>
          to.kind === 'value' ? [[system.names[variable] ?? '', to.value.toFixed()]] : [],
        ),
      ),
      proposed: share > 0.85 && mistakes.every(({ kind }) => SLIPS.includes(kind)),
    })),
  );
  return {
    changes: Object.assign({}, ...ranked.map(([best]) => (best?.proposed ? best.values : {}))) as Values,
    listed: ranked.map((group) => group.map(({ values }) => values)),
  };
}

describe('the published cases of typing slips', () => {
  test.each((data.cases as unknown as readonly Case[]).map((given) => [given.name, given] as const))(
    '%s',
    (name, given) => {
      const { changes, listed } = proposal(given);
      const { corrections } = given.expected;
      if (OTHERWISE[name] === undefined) {
        expect(changes).toEqual(corrections);
        return;
      }
      expect(changes).not.toEqual(corrections);
      if (!given.truth) {
        expect(changes).toEqual(WITHOUT_TRUTH[name]);
        return;
      }
      const truth = given.truth;
      const damaged: Values = Object.fromEntries(
        Object.entries(truth).filter(([variable, value]) => given.record[variable] !== value),
      );
      // What is proposed is the record before the damage, or nothing is proposed and that record is listed.
      for (const [variable, value] of Object.entries(changes)) expect(value).toBe(truth[variable]);
      const pieces = listed.map((group) =>
        group.some((values) => Object.entries(values).every(([variable, value]) => truth[variable] === value)),
      );
      expect(pieces.every(Boolean)).toBe(true);
      expect(
        Object.keys(damaged).every((variable) =>
          listed.flat().some((values) => values[variable] === damaged[variable]),
        ),
      ).toBe(true);
    },
  );

  test('on records of known truth more is mended than by the papers, and no more goes wrong', () => {
    const count = (of: (given: Case) => Values): { right: number; wrong: number } => {
      let right = 0;
      let wrong = 0;
      for (const given of data.cases as unknown as readonly Case[]) {
        for (const [variable, value] of Object.entries(given.truth ? of(given) : {})) {
          if (given.truth?.[variable] === value) right += 1;
          else wrong += 1;
        }
      }
      return { right, wrong };
    };
    const theirs = count(({ expected }) => expected.corrections);
    const ours = count((given) => proposal(given).changes);
    expect(ours.right).toBeGreaterThan(theirs.right);
    expect(ours.wrong).toBeLessThanOrEqual(theirs.wrong);
  });
});
