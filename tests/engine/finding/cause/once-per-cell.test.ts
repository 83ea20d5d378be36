import type { FailedEquation } from '../../../../src/engine/finding/equation-findings';
import { oncePerCell } from '../../../../src/engine/finding/cause/once-per-cell';
import { causeFor, type CauseGroup } from '../../../../src/engine/finding/cause/group';
import { partsDiffer, ref } from '../../../commands/report-fixture';

/** A failed equation as far as its cause goes. */
const failed = (id: string): FailedEquation =>
  ({ finding: partsDiffer(id, '表五!B2', '1', '2', ['表五!B3']) }) as unknown as FailedEquation;

/** `B3=17 by a,b`: a cell, what it should hold, and the equations that say so. */
function group(said: string): CauseGroup {
  const [, cell = '', expected = '', by = ''] = /^(\w+)=(\S+) by (\S+)$/.exec(said) ?? [];
  const members = by.split(',').map(failed);
  const at = ref(`表五!${cell}`);
  return {
    members,
    cause: causeFor(
      'cell',
      members,
      {
        code: 'cell-determined',
        cell: { cell: at, table: '表五', amount: '77' },
        expected,
        difference: '60',
        slip: undefined,
        settles: members.length,
        moneyUnit: '万元',
      },
      { severity: 'error', determined: true, confidence: 0.9, alternatives: [[{ cell: at, suggestion: expected }]] },
    ),
  };
}

const sayingOf = ({ members, cause: { facts } }: CauseGroup): string =>
  facts.code === 'cell-determined'
    ? `${facts.cell.cell.column === 1 ? 'B' : '?'}${facts.cell.cell.row + 1}=${facts.expected} by ${members.map(({ finding }) => finding.id).join()}/${facts.settles}`
    : facts.code;

test.each<readonly [string, readonly string[], readonly string[]]>([
  ['cells apart stay apart', ['B3=17 by a', 'B4=17 by b'], ['B3=17 by a/1', 'B4=17 by b/1']],
  [
    'the same cell and amount are one',
    ['B3=17 by a', 'B4=1 by d', 'B3=17 by b,c'],
    ['B3=17 by a,b,c/3', 'B4=1 by d/1'],
  ],
  ['of two amounts the one with more equations is said', ['B3=18 by a', 'B3=17 by b,c'], ['B3=17 by b,c/2']],
])('%s', (_, given, said) => {
  expect(oncePerCell(given.map(group)).map(sayingOf)).toEqual(said);
});
