import { checkSnapshot } from '../../src/commands/check';
import { compileWorkbook } from '../../src/commands/compile';
import { cellKey } from '../../src/engine/snapshot/address';
import type { Snapshot } from '../../src/engine/snapshot/snapshot';
import { cellAt, sheetNamed } from '../../src/engine/snapshot/snapshot';
import { afterCompiling } from '../fixtures/compiled';
import { ledgerWorkbook, rowsOf, sampleLines } from '../fixtures/sample-ledger';

// A busy machine must not fail a test.
jest.setTimeout(600_000);

/** The tables that are made from a ledger, with amounts instead of formulas. */
async function compiledTables(): Promise<{ readonly tables: Snapshot; readonly sums: readonly string[] }> {
  const before = ledgerWorkbook(rowsOf(sampleLines));
  const compiled = await compileWorkbook(before, {});
  if (!compiled.ok) throw new Error(compiled.because);
  const { sheets } = afterCompiling(before, compiled);
  const drawn = new Set(compiled.compilation.sheets.map(({ name }) => name));
  const sums: string[] = [];
  const tables = sheets
    .filter(({ name }) => drawn.has(name))
    .map((sheet) => ({
      ...sheet,
      rows: sheet.rows.map(({ row, cells }) => ({
        row,
        cells: cells.map(({ column, value, formula }) => {
          if (formula !== undefined) sums.push(cellKey({ sheet: sheet.name, row, column }));
          return { column, value };
        }),
      })),
    }));
  return { tables: { stamp: 'values', sheets: tables }, sums };
}

const sheetOf = (key: string): string => key.split('\u0000')[0] ?? '';

const without = ({ stamp, sheets }: Snapshot, blank: ReadonlySet<string>): Snapshot => ({
  stamp,
  sheets: sheets.map((sheet) => ({
    ...sheet,
    rows: sheet.rows.map(({ row, cells }) => ({
      row,
      cells: cells.map((cell) =>
        blank.has(cellKey({ sheet: sheet.name, row, column: cell.column })) ? { ...cell, value: null } : cell,
      ),
    })),
  })),
});

/** What is suggested to be written over an amount that stands: `表五!F16 793.04 → 0.00`. */
async function overwritten(snapshot: Snapshot): Promise<readonly string[]> {
  const { causes } = await checkSnapshot(snapshot);
  return causes
    .filter(({ determined }) => determined)
    .flatMap(({ alternatives: [way = []] }) =>
      way.flatMap(({ cell, suggestion }) => {
        const sheet = sheetNamed(snapshot, cell.sheet);
        const value = sheet && cellAt(sheet, cell.row, cell.column)?.value;
        return typeof value === 'number' && value !== 0 ? [`${cellKey(cell)} ${value} → ${suggestion}`] : [];
      }),
    );
}

/** The amounts of the tables, by cell. */
const amountsIn = ({ sheets }: Snapshot): readonly (readonly [cell: string, amount: number])[] =>
  sheets.flatMap(({ name, rows }) =>
    /^表.$/u.test(name)
      ? rows.flatMap(({ row, cells }) =>
          cells.flatMap(({ column, value }) =>
            typeof value === 'number' && value !== 0 ? [[cellKey({ sheet: name, row, column }), value] as const] : [],
          ),
        )
      : [],
  );

describe('sums that nobody has filled in', () => {
  it('are told by their parts where the tables are compiled anew', async () => {
    const { tables, sums } = await compiledTables();
    const blank = without(tables, new Set(sums));
    const compiled = await compileWorkbook(blank, {});
    if (!compiled.ok) throw new Error(compiled.because);
    expect(compiled.compilation.untold).toEqual([]);
    expect(amountsIn(afterCompiling(blank, compiled))).toEqual(amountsIn(tables));
  });

  it('are never held against the amounts below them, where all of them are blank', async () => {
    const { tables, sums } = await compiledTables();
    expect(sums.length).toBeGreaterThan(50);
    expect(await overwritten(without(tables, new Set(sums)))).toEqual([]);
  });

  it('nor where those of some tables are', async () => {
    const { tables, sums } = await compiledTables();
    const names = tables.sheets.map(({ name }) => name);
    for (let from = 0; from < names.length; from++) {
      for (const count of [1, 3, 6]) {
        const unfilled = new Set([...names, ...names].slice(from, from + count));
        const blank = sums.filter((key) => unfilled.has(sheetOf(key)));
        expect([from, count, await overwritten(without(tables, new Set(blank)))]).toEqual([from, count, []]);
      }
    }
  });
});
