import { levelOf, parentOf, systemOf } from '../../classification/code-tree';
import { findingId } from '../../finding/id';
import { codePlace, grouped, type CodeCheck } from './coded-row';
import { nameVerdict } from './name-verdict';

// Reserve funds, transfers and debt have no items that a department could print.
const UNDIVIDED = /^(?:227|23[0-4]|399)/;

/**
 * A code with amounts that the table does not divide as far as the law asks: functional to 项, economic to 款 (Budget Law,
 * article 46). Where no row of the table goes that far the table was made so: a warning, on the first row alone.
 */
export const leafCheck: CodeCheck = (rows, context) => {
  if (context.secret) return [];
  const coded = grouped(rows, (row) =>
    row.code.kind === 'code' && !row.classList && systemOf(row.code.code) === row.system ? row.code.code : undefined,
  );
  const codes = coded.map(([row]) => (row.code.kind === 'code' ? row.code.code : ''));
  const wantedOf = (system: string): number => context.leafLength ?? (system === 'functional' ? 7 : 5);
  const divided = new Set(codes.flatMap(codesAbove));
  const reached = coded.some(([row], at) => (codes[at] ?? '').length >= wantedOf(row.system));

  const undivided = coded.flatMap((group, at) => {
    const [row] = group;
    const code = codes[at] ?? '';
    const level = levelOf(code);
    if (level === undefined || code.length >= wantedOf(row.system) || UNDIVIDED.test(code)) return [];
    // Where the code itself is wrong, its children stand under the right one.
    if (nameVerdict(row, context).kind === 'wrong-code') return [];
    if (!group.some((same) => same.hasAmounts) || divided.has(code)) return [];
    return [
      {
        id: findingId('k-leaf', row.table, code),
        rule: 'k-leaf',
        severity: reached ? ('error' as const) : ('warning' as const),
        facts: {
          code: 'code-leaf' as const,
          place: codePlace(row),
          printed: code,
          level,
          wanted: wantedOf(row.system) === 7 ? ('项' as const) : ('款' as const),
        },
        cells: group.map((same) => same.cell),
        table: row.table,
      },
    ];
  });
  return reached ? undivided : undivided.slice(0, 1);
};

function codesAbove(code: string): readonly string[] {
  const above: string[] = [];
  for (let parent = parentOf(code); parent !== undefined; parent = parentOf(parent)) above.push(parent);
  return above;
}
