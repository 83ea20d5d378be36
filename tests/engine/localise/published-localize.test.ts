import { localise } from '../../../src/engine/localise/localise';
import { systemOf, type EditingCase } from '../../fixtures/editing/cases';
import data from '../../fixtures/editing/localize.json';

interface Case extends EditingCase {
  readonly expected: {
    readonly infeasible?: boolean;
    readonly weight?: number;
    readonly solutions?: readonly (readonly string[])[];
  };
}

describe('the published cases of error localisation', () => {
  test.each((data.cases as unknown as readonly Case[]).map((given) => [given.name, given] as const))(
    '%s',
    (_, given) => {
      const system = systemOf(given, data.rules);
      const { groups, proved } = localise(system);
      expect(proved).toBe(true);
      if (given.expected.infeasible) {
        expect(groups.flatMap((group) => group.alternatives)).toEqual([]);
        expect(groups.length).toBeGreaterThan(0);
        return;
      }
      // One alternative of each group together: the sets that the papers list for the whole record.
      const sets = groups.reduce<readonly (readonly number[])[]>(
        (all, group) =>
          all.flatMap((set) =>
            group.alternatives.map((alternative) => [...set, ...alternative.map(({ variable }) => variable)]),
          ),
        [[]],
      );
      expect(
        sets
          .map((set) =>
            set
              .map((variable) => system.names[variable])
              .sort()
              .join(' '),
          )
          .sort(),
      ).toEqual((given.expected.solutions ?? []).map((set) => [...set].sort().join(' ')).sort());
      expect(groups.reduce((sum, group) => sum + group.weight, 0)).toBe(given.expected.weight);
    },
  );
});
