import { Decimal } from 'decimal.js';
import type { Figure } from '../../../../src/engine/book/book';
import type { Equation } from '../../../../src/engine/equation/equation';
import { evaluate } from '../../../../src/engine/equation/evaluate';
import { contestedBlanks } from '../../../../src/engine/finding/cause/blanks';
import { equationFindings } from '../../../../src/engine/finding/equation-findings';
import { scopeOf } from '../../../../src/engine/scope/scope';

/** Figures of one row, by their amounts; an empty text is a blank. */
function figures(...amounts: readonly string[]): readonly Figure[] {
  return amounts.map((raw, column) => {
    const value = new Decimal(raw === '' ? 0 : raw);
    return {
      scope: scopeOf({ kind: String(column) }),
      table: '表',
      cell: { sheet: '表', row: 0, column },
      reading: raw === '' ? { kind: 'blank' } : { kind: 'amount', value, decimals: 2, raw, asText: false },
      formula: undefined,
      value,
      moneyUnit: '万元',
      decimals: 2,
      rowName: '行',
      columnName: `列${column}`,
    };
  });
}

const sum = (whole: Figure, ...parts: readonly Figure[]): Equation => ({
  rule: 'b',
  severity: 'error',
  op: '=',
  left: [whole],
  right: parts,
  because: { kind: 'parts', along: 'kind', whole: whole.scope.key },
  table: '表',
});

test('a blank that two sums give differently is one question with both answers', () => {
  const [blank, a, b, c, d] = figures('', '1', '2', '4', '5');
  if (!blank || !a || !b || !c || !d) throw new Error('five figures');
  const evaluated = evaluate([sum(blank, a, b), sum(blank, c, d)]);
  const groups = contestedBlanks(equationFindings(evaluated), evaluated);
  expect(groups.map(({ cause }) => [cause.facts.code, cause.determined])).toEqual([['blank-contested', false]]);
  expect(groups[0]?.cause.alternatives.map(([change]) => change?.suggestion).sort()).toEqual(['3.00', '9.00']);
  expect(groups[0]?.members.length).toBe(2);
});

test('sums that agree about a blank leave no question', () => {
  const [blank, a, b, c] = figures('', '1', '2', '3');
  if (!blank || !a || !b || !c) throw new Error('four figures');
  const evaluated = evaluate([sum(blank, a, b), sum(blank, c)]);
  expect(contestedBlanks(equationFindings(evaluated), evaluated)).toEqual([]);
});
