import fc from 'fast-check';
import type { CellValue, Snapshot } from '../../../src/engine/snapshot/snapshot';
import { sample } from '../../fixtures/sample';
import { department } from '../../generate/department';
import { layOut } from '../../generate/layout';
import { findingsIn, lineOf } from './run';

test('departments whose tables agree: nothing is said but that numbers are kept as text', () => {
  fc.assert(
    fc.property(department, (generated) => {
      const said = findingsIn(layOut(generated).snapshot).filter(
        ({ rule, severity }) => !(rule === 's-text-number' && severity === 'note'),
      );
      expect(said.map(lineOf)).toEqual([]);
    }),
    { numRuns: 12, seed: 2021 },
  );
});

const ODD: readonly CellValue[] = [
  null,
  '',
  'XX',
  '#REF!',
  true,
  -1,
  1e21,
  '一',
  '合计',
  '项目',
  '单位：千元',
  '2020年',
  '((',
  '201',
  '无',
  '\u0000',
];

interface Damage {
  readonly sheet: number;
  readonly row: number;
  readonly cell: number;
  readonly harm: 'value' | 'row' | 'merges' | 'sheet';
  readonly value: CellValue;
}

const damage: fc.Arbitrary<Damage> = fc.record({
  sheet: fc.nat(),
  row: fc.nat(),
  cell: fc.nat(),
  harm: fc.constantFrom<Damage['harm']>('value', 'value', 'value', 'row', 'merges', 'sheet'),
  value: fc.constantFrom(...ODD),
});

/** The workbook with a cell changed, a row cut out, the merges undone or a sheet taken away. */
function damaged(snapshot: Snapshot, { sheet: at, row, cell, harm, value }: Damage): Snapshot {
  const chosen = snapshot.sheets[at % Math.max(1, snapshot.sheets.length)];
  if (!chosen) return snapshot;
  if (harm === 'sheet') return { ...snapshot, sheets: snapshot.sheets.filter((sheet) => sheet !== chosen) };
  const r = row % Math.max(1, chosen.rows.length);
  const rows =
    harm === 'row'
      ? chosen.rows.filter((_row, index) => index !== r)
      : chosen.rows.map((line, index) => {
          if (index !== r) return line;
          const c = cell % Math.max(1, line.cells.length);
          return {
            ...line,
            cells: line.cells.map((one, position) => (position === c && harm === 'value' ? { ...one, value } : one)),
          };
        });
  return {
    ...snapshot,
    sheets: snapshot.sheets.map((sheet) =>
      sheet === chosen ? { ...sheet, rows, merges: harm === 'merges' ? [] : sheet.merges } : sheet,
    ),
  };
}

test('a damaged workbook is checked all the same: no crash, an id for each finding, the same ones again', () => {
  fc.assert(
    fc.property(fc.array(damage, { minLength: 1, maxLength: 25 }), (damages) => {
      const snapshot = damages.reduce(damaged, sample);
      const findings = findingsIn(snapshot);
      expect(new Set(findings.map(({ id }) => id)).size).toBe(findings.length);
      expect(findingsIn(snapshot)).toEqual(findings);
      for (const finding of findings) expect(lineOf(finding)).not.toMatch(/undefined|NaN|\[object/);
    }),
    { numRuns: 15, seed: 2021 },
  );
});

test('ids stay when rows move and sheets are renamed', () => {
  const moved: Snapshot = {
    ...sample,
    sheets: sample.sheets.map((sheet) => ({
      ...sheet,
      name: `第${sheet.name}页`,
      rows: sheet.rows.map((row) => ({ ...row, row: row.row + 2 })),
      merges: sheet.merges.map((area) => ({ ...area, top: area.top + 2, bottom: area.bottom + 2 })),
    })),
  };
  expect(findingsIn(moved).map(({ id }) => id)).toEqual(findingsIn(sample).map(({ id }) => id));
});
