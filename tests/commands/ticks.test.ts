import { checkSnapshot } from '../../src/commands/check';
import { shownLength } from '../../src/commands/tick-room';
import { tickPatch, ticksIn, ticksOf } from '../../src/commands/ticks';
import type { Ticks } from '../../src/commands/ticks';
import { readAmount } from '../../src/engine/amount/read-amount';
import type { Figure } from '../../src/engine/book/book';
import type { Equation } from '../../src/engine/equation/equation';
import { evaluate } from '../../src/engine/equation/evaluate';
import type { Finding } from '../../src/engine/finding/finding';
import type { Scope } from '../../src/engine/scope/scope';
import { a1, cellKey } from '../../src/engine/snapshot/address';
import type { CellValue, SheetSnapshot } from '../../src/engine/snapshot/snapshot';
import { mended, sample } from '../fixtures/sample';
import { partsDiffer, ref, report, sheet, snapshot } from './report-fixture';

const BLANK_REPORT = report([]);

/** Figures in row 1 of a sheet, A onwards, and equations over them: `A = B + C`, `A >= B`. */
function ticked(
  values: readonly CellValue[],
  equations: readonly string[],
  { findings = [], more = {} }: { findings?: readonly Finding[]; more?: Partial<SheetSnapshot> } = {},
): string {
  const figures = values.map((value, column): Figure => {
    const reading = readAmount(value);
    return {
      scope: {} as Scope,
      table: '表',
      cell: { sheet: '表', row: 0, column },
      reading,
      formula: undefined,
      value: reading.kind === 'unreadable' ? undefined : reading.kind === 'amount' ? reading.value : readZero(),
      moneyUnit: '万元',
      decimals: 2,
      rowName: undefined,
      columnName: undefined,
    };
  });
  const side = (text = ''): Figure[] =>
    text.split('+').flatMap((name) => figures[name.trim().charCodeAt(0) - 65] ?? []);
  const over = equations.map((text): Equation => {
    const op = text.includes('>=') ? '>=' : '=';
    const [left, right] = text.split(op).map(side);
    return {
      rule: 'parts',
      severity: 'error',
      op,
      left: left ?? [],
      right: right ?? [],
      because: { kind: 'parts', along: 'x', whole: '' },
      table: '表',
    };
  });
  const of = snapshot(sheet('表', [values], more));
  return said(ticksOf(figures, evaluate(over), { ...BLANK_REPORT, findings }, of));
}

function readZero(): NonNullable<Figure['value']> {
  const zero = readAmount(0);
  if (zero.kind !== 'amount') throw new Error('zero is an amount');
  return zero.value;
}

/** `√A1 B1 failed 2`: what is ticked, and how many are not and why. */
function said({ ticked: cells, without }: Ticks): string {
  const others = Object.entries(without).flatMap(([why, count]) => (count > 0 ? [`${why} ${count}`] : []));
  return [`√${cells.map((cell) => a1(cell)).join(' ')}`, ...others].join(' ');
}

describe('a figure bears a √', () => {
  test.each<[string, readonly CellValue[], readonly string[], string]>([
    ['where it is the sum of its parts, and so do they', [3, 1, 2], ['A = B + C'], '√A1 B1 C1'],
    ['also beside parts left blank, which bear none', [3, 3, null], ['A = B + C'], '√A1 B1'],
    ['also of a nought that somebody has typed', [3, 3, 0], ['A = B + C'], '√A1 B1 C1'],
    ['where the same stands twice', [5, 5], ['A = B'], '√A1 B1'],
    ['only once, however many equations say so', [5, 5, 5], ['A = B', 'B = C', 'A = C'], '√A1 B1 C1'],
    [
      'not where one of its equations fails, and neither do the others in that one',
      [3, 1, 2, 9, 1],
      ['A = B + C', 'C = D', 'B = E'],
      '√A1 B1 E1 failed 2',
    ],
    ['not where it is a cent off, which rounding may explain', [3.01, 1, 2], ['A = B + C'], '√ failed 3'],
    ['not where nothing holds it', [3, 3, 8], ['A = B'], '√A1 B1 unconfirmed 1'],
    ['not where it is a nought against blanks', [0, null, null], ['A = B + C'], '√ unconfirmed 1'],
    ['not for being above a floor', [9, 1], ['A >= B'], '√ unconfirmed 2'],
    ['not where it is kept as text, but the others of its equation do', [3, '1', 2], ['A = B + C'], '√A1 C1 text 1'],
    ['not where it is a dash', ['—', 0], ['A = B'], '√B1 text 1'],
    [
      'not where it cannot be read, and what rests on it does not either',
      ['三', 3],
      ['A = B'],
      '√ text 1 unconfirmed 1',
    ],
    ['not where there is nothing at all', [null, null], ['A = B'], '√'],
  ])('%s', (_, values, equations, expected) => {
    expect(ticked(values, equations)).toBe(expected);
  });

  test('not where a finding names it that no equation made, unless it is only a remark', () => {
    const named = (severity: Finding['severity']): Finding => partsDiffer('f-1', '表!A1', '3', '4', [], severity);
    const values = [3, 1, 2];
    expect(ticked(values, ['A = B + C'], { findings: [named('warning')] })).toBe('√B1 C1 failed 1');
    expect(ticked(values, ['A = B + C'], { findings: [named('note')] })).toBe('√A1 B1 C1');
  });

  test('not where its column is too narrow for a number and an icon', () => {
    const widths = { usual: 9, columns: [{ from: 0, to: 0, width: 10 }] };
    const values = [1234.56, 1234.56];
    expect(ticked(values, ['A = B'], { more: { widths } })).toBe('√ narrow 2');
    expect(ticked(values, ['A = B'], { more: { widths: { ...widths, usual: 10.3 } } })).toBe('√B1 narrow 1');
    expect(ticked(values, ['A = B'])).toBe('√A1 B1');
    expect(ticked(values, ['A = B'], { more: { widths, hiddenColumns: [{ from: 1, to: 1 }] } })).toBe('√B1 narrow 1');
    const merges = [{ top: 0, left: 1, bottom: 0, right: 2 }];
    expect(ticked(values, ['A = B'], { more: { widths, merges } })).toBe('√B1 narrow 1');
  });
});

test.each<[number, string | undefined, string]>([
  [1249.62, undefined, '1249.62'],
  [1249.6, '0.00', '1249.60'],
  [1249.6, '#,##0.00', '1,249.60'],
  [1249, '#,##0', '1,249'],
  [1234567.8, '#,##0.00_ ', '1,234,567.80 '],
  [-5, '0.00', '-5.00'],
  [-5, '0.00_);(0.00)', '(5.00)'],
  [5, '0.00_);[Red](0.00)', '5.00 '],
  [5, '"￥"#,##0.00', '￥5.00'],
  [0.5, '_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * "-"??_ ;_ @_ ', ' 0.50 '],
])('%d as %s takes as much room as %s', (value, format, shown) => {
  expect(shownLength(value, format)).toBe(shown.length);
});

describe('in a genuine workbook', () => {
  test('every figure is counted once, and each √ stands on a number', async () => {
    const found = await checkSnapshot(sample);
    const { ticked: cells, without } = await ticksIn(sample, found);
    const figures = found.tables.reduce((sum, table) => sum + table.figures, 0);
    const all = cells.length + without.failed + without.text + without.unconfirmed + without.narrow;
    expect(all).toBeGreaterThanOrEqual(figures);
    expect(new Set(cells.map(cellKey)).size).toBe(cells.length);
    const wrong = new Set(
      found.findings.filter(({ severity }) => severity === 'error').flatMap(({ cells: named }) => named.map(cellKey)),
    );
    expect(cells.filter((cell) => wrong.has(cellKey(cell)))).toEqual([]);
  });

  test('more agree once its errors are mended', async () => {
    const [before, after] = await Promise.all(
      [sample, mended].map(async (one) => ticksIn(one, await checkSnapshot(one))),
    );
    expect(after!.ticked.length).toBeGreaterThan(before!.ticked.length);
    expect(after!.without.failed).toBeLessThan(before!.without.failed);
  });

  test('none where nothing is recognised', async () => {
    const notes = snapshot(sheet('便条', [['记得'], [3, 3]]));
    expect(said(await ticksIn(notes, await checkSnapshot(notes)))).toBe('√');
  });
});

describe('the patch', () => {
  const flagged = sheet('表', [[1, 1, 2]], {
    flags: [
      { severity: 'error', areas: [{ top: 0, left: 2, bottom: 0, right: 2 }] },
      { severity: 'agreed', areas: [{ top: 5, left: 0, bottom: 5, right: 0 }] },
    ],
  });
  const others = [sheet('别的', [[1]]), sheet('审核结果', [[1]], { ours: true })];

  test('replaces what was ticked before, keeps flags, and touches no other sheet', () => {
    const patch = tickPatch(snapshot(flagged, ...others), [ref('表!A1'), ref('表!B1')]);
    expect(patch).toMatchObject({ command: 'tick', for: 'as-read' });
    expect(patch.edits).toEqual([
      {
        do: 'setFlags',
        sheet: '表',
        flags: [flagged.flags[0], { severity: 'agreed', areas: [{ top: 0, left: 0, bottom: 0, right: 1 }] }],
      },
    ]);
  });

  test('without figures takes away every √, and is empty where there is none', () => {
    expect(tickPatch(snapshot(flagged, ...others), [])).toMatchObject({
      command: 'remove-ticks',
      edits: [{ do: 'setFlags', sheet: '表', flags: [flagged.flags[0]] }],
    });
    expect(tickPatch(snapshot(...others), []).edits).toEqual([]);
  });
});
