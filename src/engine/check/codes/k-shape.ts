import { findingId } from '../../finding/id';
import { codePlace, grouped, type CodeCheck } from './coded-row';

/** Digits that make no code: 3, 5 or 7 digits, or 3 and 2 in columns of their own. One finding a table and text. */
export const shapeCheck: CodeCheck = (rows) =>
  grouped(rows, (row) => (row.code.kind === 'malformed' ? row.code.raw : undefined)).map((group) => {
    const [row] = group;
    const raw = row.code.kind === 'malformed' ? row.code.raw : '';
    return {
      id: findingId('k-shape', row.table, raw),
      rule: 'k-shape',
      severity: 'note',
      facts: { code: 'code-shape', place: codePlace(row), raw, system: row.system },
      cells: group.map((same) => same.cell),
      table: row.table,
    };
  });
