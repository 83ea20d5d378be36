import fc from 'fast-check';
import { recalculate } from '../../../src/engine/formula/recalculate';
import { prepareShift } from '../../../src/engine/formula/shift';
import { tokenize } from '../../../src/engine/formula/tokens';
import { a1, parseA1 } from '../../../src/engine/snapshot/address';
import { cellAt } from '../../../src/engine/snapshot/snapshot';
import type { Cell, CellValue, SheetSnapshot, Snapshot } from '../../../src/engine/snapshot/snapshot';

/** `{ A1: 3, B1: '=A1*2' }`; a pair is a formula with its cached value. */
type Cells = Readonly<Record<string, CellValue | readonly [string, CellValue]>>;

function sheetOf(name: string, cells: Cells): SheetSnapshot {
  const rows = new Map<number, Cell[]>();
  for (const [address, held] of Object.entries(cells)) {
    const at = parseA1(address);
    if (!at) throw new Error(address);
    const [formula, value] = Array.isArray(held)
      ? (held as [string, CellValue])
      : typeof held === 'string' && held.startsWith('=')
        ? [held, null]
        : [undefined, held as CellValue];
    const cell: Cell = { column: at.column, value, ...(formula === undefined ? {} : { formula: formula.slice(1) }) };
    rows.set(
      at.row,
      [...(rows.get(at.row) ?? []), cell].sort((a, b) => a.column - b.column),
    );
  }
  return {
    name,
    visibility: 'visible',
    merges: [],
    hiddenRows: [],
    hiddenColumns: [],
    notes: [],
    flags: [],
    isProtected: false,
    ours: false,
    rows: [...rows].sort(([a], [b]) => a - b).map(([row, held]) => ({ row, cells: held })),
  };
}

const book = (sheets: Readonly<Record<string, Cells>>): Snapshot => ({
  stamp: 's',
  sheets: Object.entries(sheets).map(([name, cells]) => sheetOf(name, cells)),
});

function at(snapshot: Snapshot, sheet: string, address: string): Cell | undefined {
  const found = snapshot.sheets.find(({ name }) => name === sheet);
  const place = parseA1(address);
  return found && place && cellAt(found, place.row, place.column);
}

const GIVEN: Cells = {
  A1: 1.1,
  A2: 2.2,
  A3: '12',
  A4: '文字',
  A5: true,
  A7: '#REF!',
  B1: 10,
  B2: 20,
  B3: '',
  C1: '1,234.50',
  C2: '１２',
  C3: '2021-1-1',
};

const valueOf = (formula: string): CellValue | undefined =>
  at(recalculate(book({ 表一: { ...GIVEN, Z99: `=${formula}` }, '2025 表': { A1: 7, A2: 8 } })), '表一', 'Z99')?.value;
const reasonOf = (formula: string): string | undefined =>
  at(recalculate(book({ 表一: { ...GIVEN, Z99: `=${formula}` } })), '表一', 'Z99')?.notRecalculated;

describe('what a formula comes to, as in Excel', () => {
  test.each<[string, CellValue]>([
    ['A1+B1', 11.1],
    ['A1-B1', -8.9],
    ['B1*B2/4', 50],
    ['2^3^2', 64],
    ['-2^2', 4],
    ['0-2^2', -4],
    ['50%', 0.5],
    ['B1%*2', 0.2],
    ['2+3*4', 14],
    ['(2+3)*4', 20],
    ['--B1', 10],
    // text in arithmetic and in ranges
    ['A3+1', 13],
    ['C1+0', 1234.5],
    ['SUM(A1:A5)', 1.1 + 2.2],
    ['SUM("3",TRUE,A1)', 5.1],
    ['A4+1', '#VALUE!'],
    ['"12%"+0', 0.12],
    ['A5+1', 2],
    ['Q1+1', 1],
    ['Q1', 0],
    // ranges and sheets
    ['SUM(B:B)', 30],
    ['SUM($1:$1)', 11.1],
    ["SUM('2025 表'!A1:A2)", 15],
    ["'2025 表'!$A$1*2", 14],
    ['表一!B1', 10],
    ['sum(b1:b2)', 30],
    ['SUM(A1,B1:B2,)', 31.1],
    ['SUM(Q1:Q9)', 0],
    ['MAX(B1:B2)', 20],
    ['MIN(A1:B2)', 1.1],
    ['MAX(Q1:Q2)', 0],
    ['AVERAGE(B1:B2)', 15],
    ['ABS(A1-B1)', 8.9],
    ['COUNT(A1:B2,Q1)', 4],
    ['COUNT(Q1:Q9)', 0],
    ['SUBSTITUTE(A4,"文","数")', '数字'],
    ['SUBSTITUTE("1 2 3"," ","")+1', 124],
    ['SUBSTITUTE(B1,"0","1")', '11'],
    ['SUBSTITUTE(A4,"","x")', '文字'],
    ['SUBSTITUTE(A7,"a","b")', '#REF!'],
    // rounding works on the digits that are seen
    ['ROUND(2.675,2)', 2.68],
    ['ROUND(-2.5,0)', -3],
    ['ROUND(1.005,2)', 1.01],
    ['ROUND(1234.5,-2)', 1200],
    ['ROUNDUP(1.001,2)', 1.01],
    ['ROUNDDOWN(-1.019,2)', -1.01],
    // conditions
    ['IF(B1>5,"多","少")', '多'],
    ['IF(B1>50,1)', false],
    ['IF(A4="文字",1,2)', 1],
    ['IF("abc"="ABC",1,2)', 1],
    ['0.1+0.2=0.3', true],
    ['IF(1,2,1/0)', 2],
    ['AND(B1>1,B2>1)', true],
    ['OR(B1>100,FALSE)', false],
    ['NOT(TRUE)', false],
    ['TRUE()', true],
    ['IFERROR(1/0,0)', 0],
    // looked up: the first row that holds the very value
    ['VLOOKUP(2.2,A1:B2,2,FALSE)', 20],
    ['VLOOKUP(1.1,$A:$B,2,0)', 10],
    ['VLOOKUP("12",A1:B4,1,0)', '12'],
    ['VLOOKUP(12,A1:B4,1,0)', '#N/A'],
    ['VLOOKUP(2.2,A3:B4,2,0)', '#N/A'],
    ['VLOOKUP(TRUE,A:A,1,0)', true],
    ['VLOOKUP(1.1,A1:B2,3,0)', '#REF!'],
    ['VLOOKUP(1.1,A1:B2,0,0)', '#VALUE!'],
    ['VLOOKUP(1.1,不在!A1:B2,2,0)', '#REF!'],
    ['VLOOKUP(A7,A1:B2,2,0)', '#REF!'],
    ['IFERROR(VLOOKUP(A1&"",A1:B2,2,FALSE),"")', ''],
    ['1<"a"', true],
    ['Q1=""', true],
    ['Q1=0', true],
    ['B1<>B2', true],
    ['B1>=10', true],
    // text
    ['"合计"&B1', '合计10'],
    ['A1&""', '1.1'],
    ['"a""b"', 'a"b'],
    // errors travel
    ['1/0', '#DIV/0!'],
    ['SUM(A1:A7)', '#REF!'],
    ['A7+1', '#REF!'],
    ['不在!A1+1', '#REF!'],
    ['0^0', '#NUM!'],
    ['#N/A', '#N/A'],
    // what is left of a last subtraction is 0, inside brackets it is not
    ['1-0.9-0.1', 0],
    ['0.5-0.4-0.1', 0],
    ['(0.5-0.4-0.1)', -2.7755575615628914e-17],
  ])('=%s → %p', (formula, value) => {
    expect(valueOf(formula)).toEqual(value);
  });
});

describe('what is beyond us is said, not guessed', () => {
  test.each([
    ['SUMIF(A:A,1,B:B)', 'unknown-function:SUMIF'],
    // the next smaller of a sorted list, patterns, blanks: not guessed
    ['VLOOKUP(A1,A1:B2,2)', 'arguments'],
    ['VLOOKUP(A1,A1:B2,2,TRUE)', 'arguments'],
    ['VLOOKUP("文*",A1:B4,1,FALSE)', 'arguments'],
    ['VLOOKUP(Q1,A1:B4,1,FALSE)', 'arguments'],
    ['VLOOKUP(1,2,1,FALSE)', 'arguments'],
    ['COUNT(1,2)', 'arguments'],
    ['SUBSTITUTE(A1,"1","2")', 'arguments'],
    ['SUBSTITUTE(A4,"文","数",1)', 'arguments'],
    ['税率*A1', 'defined-name:税率'],
    ['[1]Sheet1!A1', 'external-workbook'],
    ["'C:\\[a.xlsx]表一'!A1", 'external-workbook'],
    ['A1:A3*2', 'range-as-value'],
    ['SUM({1,2})', 'array-constant'],
    ['SUM(表一:表三!A1)', 'several-sheets'],
    ['C2+1', 'text-as-number'],
    ['C3+1', 'text-as-number'],
    ['"甲"<"乙"', 'text-order'],
    ['SUM(A1', 'unsupported-syntax'],
    ['A1 A2', 'unsupported-syntax'],
    ['表1[合计]', 'table-reference'],
    ['Z99+1', 'circular'],
    ['('.repeat(3000) + '1' + ')'.repeat(3000), 'too-deep'],
    [Array(3000).fill('1').join('+'), 'too-long'],
    ['ROUND(1)', 'arguments'],
  ])('=%s: %s', (formula, reason) => {
    expect(reasonOf(formula)).toBe(reason);
    expect(valueOf(formula)).toBeNull();
  });

  test('an unknown function keeps the value that was stored', () => {
    const done = recalculate(
      book({ 甲: { A1: ['=SUMIF(C:C,B1,D:D)', 12.5], A2: ['=A1*2', 25], A3: ['=A1*2', 26], A4: '=A1*2' } }),
    );
    expect(at(done, '甲', 'A1')).toMatchObject({ value: 12.5, notRecalculated: 'unknown-function:SUMIF' });
    // It rests on a value we could not check, yet agrees with what was stored.
    expect(at(done, '甲', 'A2')).toEqual({ column: 0, value: 25, formula: 'A1*2' });
    expect(at(done, '甲', 'A3')).toMatchObject({ value: 26, notRecalculated: 'precedent' });
    expect(at(done, '甲', 'A4')).toMatchObject({ value: null, notRecalculated: 'precedent' });
  });

  test('a circle of cells keeps its values; what hangs on it says so', () => {
    const done = recalculate(book({ 甲: { A1: ['=B1', 1], B1: ['=C1+1', 2], C1: ['=A1', 3], D1: '=A1' } }));
    expect(['A1', 'B1', 'C1', 'D1'].map((address) => at(done, '甲', address)?.notRecalculated)).toEqual([
      'circular',
      'circular',
      'circular',
      'precedent',
    ]);
  });

  test('the host can hold a formula back', () => {
    const done = recalculate(book({ 甲: { A1: ['=1+1', 5] } }), () => 'array-formula');
    expect(at(done, '甲', 'A1')).toMatchObject({ value: 5, notRecalculated: 'array-formula' });
  });
});

test('a stale value is replaced, one that agrees in fifteen digits is kept', () => {
  const done = recalculate(
    book({ 甲: { A1: 0.1, A2: 0.2, B1: ['=A1+A2', 0.3], B2: ['=A1+A2', 0.4], B3: ['=B2*10', 4] } }),
  );
  expect(at(done, '甲', 'B1')?.value).toBe(0.3);
  expect(at(done, '甲', 'B2')?.value).toBe(0.30000000000000004);
  expect(at(done, '甲', 'B3')?.value).toBe(3.0000000000000004);
});

test('a snapshot whose formulas all agree comes back itself', () => {
  const given = book({ 甲: { A1: 1, A2: ['=A1+1', 2] } });
  expect(recalculate(given)).toBe(given);
});

test('a chain of forty thousand cells needs no deep stack, wherever it is begun', () => {
  const cells: Record<string, CellValue> = { A1: '=A2+1' };
  for (let row = 2; row <= 40_000; row++) cells[`A${row}`] = row === 40_000 ? 1 : `=A${row + 1}+1`;
  expect(at(recalculate(book({ 甲: cells })), '甲', 'A1')?.value).toBe(40_000);
});

describe('a formula written at other cells', () => {
  test.each([
    ['SUM(A1:B2)', 1, 1, 'SUM(B2:C3)'],
    ['$A$1+A$1+$A1', 2, 3, '$A$1+D$1+$A3'],
    ['\'a b\'!A1&"A1"', 1, 0, '\'a b\'!A2&"A1"'],
    ['LOG10(A1)+甲1!B2', 0, 1, 'LOG10(B1)+甲1!C2'],
    ['SUM(A:A,1:1)', 1, 1, 'SUM(B:B,2:2)'],
    ['A1', -1, 0, '#REF!'],
    ['XFD1', 0, 1, '#REF!'],
    ['ROUND(Z9 * 1.5, 2)', 0, 1, 'ROUND(AA9 * 1.5, 2)'],
  ])('%s by %d rows and %d columns: %s', (formula, rows, columns, expected) => {
    expect(prepareShift(formula)(rows, columns)).toBe(expected);
  });

  test('there and back again', () => {
    const cell = fc
      .record({ row: fc.integer({ min: 100, max: 200 }), column: fc.integer({ min: 100, max: 200 }) })
      .map(a1);
    fc.assert(
      fc.property(
        fc.array(cell, { minLength: 1 }),
        fc.integer({ min: -99, max: 99 }),
        fc.integer({ min: -99, max: 99 }),
        (cells, rows, columns) => {
          const formula = cells.join('+');
          expect(prepareShift(prepareShift(formula)(rows, columns))(-rows, -columns)).toBe(formula);
        },
      ),
    );
  });
});

test('tokens joined give the formula back, and nothing makes the parser throw', () => {
  const piece = fc.oneof(
    fc.constantFrom(
      'A1',
      '$B$2',
      'SUM(',
      ')',
      '(',
      ',',
      '+',
      '-',
      '"',
      "'甲'!",
      '#REF!',
      '1.5',
      ':',
      '%',
      '{',
      '[1]',
      '甲',
      ' ',
    ),
    fc.string({ maxLength: 3 }),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
      const formula = pieces.join('');
      expect(
        tokenize(formula)
          .map(({ text }) => text)
          .join(''),
      ).toBe(formula);
      recalculate(book({ 甲: { Z99: `=${formula}` } }));
    }),
    { numRuns: 500 },
  );
});

describe('a value is looked up', () => {
  const LIST: Cells = {
    A1: '甲',
    B1: 1,
    A2: 'Ab',
    B2: 2,
    A3: '=A2',
    B3: 3,
    A4: '甲',
    B4: 4,
    A5: '=A6',
    B5: 5,
    A6: '丁',
  };
  test.each([
    ['"甲"', 'A1:B6', 1],
    ['"甲"', 'A2:B6', 4],
    ['"aB"', 'A1:B6', 2],
    // A3 is a formula that comes to Ab: the first of the two rows in the range
    ['"ab"', 'A3:B6', 3],
    // a formula above the constant it repeats
    ['"丁"', 'A1:B6', 5],
    ['"丁"', 'A6:B6', 0],
    ['"丙"', 'A1:B6', '#N/A'],
  ])('%s in %s', (value, range, found) => {
    const done = recalculate(book({ 甲: { ...LIST, D1: `=VLOOKUP(${value},${range},2,FALSE)` } }));
    expect(at(done, '甲', 'D1')?.value).toBe(found);
  });
});

describe('a formula copied down its column means in each row what it says there', () => {
  const DATA: Cells = Object.fromEntries(
    Array.from({ length: 40 }, (_, i) => [
      [`A${i + 1}`, i % 7 === 3 ? null : i * 1.25] as const,
      [`B${i + 1}`, i % 3 === 0 ? `项${i}` : 100 - i] as const,
    ]).flat(),
  );
  const OTHER: Cells = Object.fromEntries(Array.from({ length: 40 }, (_, i) => [`A${i + 1}`, i * i]));
  const values = (formulas: Readonly<Record<string, string>>): Readonly<Record<string, unknown>> => {
    const done = recalculate(book({ 甲: { ...DATA, ...formulas }, 乙: OTHER, A1: OTHER }));
    return Object.fromEntries(
      Object.keys(formulas).map((address) => {
        const cell = at(done, '甲', address);
        return [address, [cell?.value, cell?.notRecalculated]];
      }),
    );
  };
  const alone = (formulas: Readonly<Record<string, string>>): Readonly<Record<string, unknown>> =>
    Object.assign(
      {},
      ...Object.entries(formulas).map(([address, formula]) => values({ [address]: formula })),
    ) as Record<string, unknown>;
  const FORMULAS = [
    'A2*2',
    'A2+A$2',
    '$A2-$A$3',
    'SUM(A2:A5)',
    'SUM(A$2:A5)',
    'SUM($A$2:A5)',
    'SUM(A5:A$2)',
    'SUM(A$2:A$5)',
    'SUM(乙!2:3)',
    'SUM(乙!$2:$3)',
    'SUM(乙!2:$3)',
    'SUM(A:A)',
    '乙!A2+A2',
    "'A1'!A2*3",
    'IF(B2="A2",1,A3)',
    'IF(A2="","",A2&"2")',
    'ROUND(A2,2)*2',
    'IFERROR(VLOOKUP(A2,乙!$A$3:$B$9,2,FALSE),2)',
    '税率2*A2',
    'A2+1048570',
    '-A2%',
    'A2*',
  ];

  test.each(FORMULAS)('=%s', (formula) => {
    const copy = prepareShift(formula);
    const formulas = Object.fromEntries(Array.from({ length: 12 }, (_, i) => [`D${i + 2}`, `=${copy(i, 0)}`]));
    expect(values(formulas)).toEqual(alone(formulas));
  });

  test('and so do formulas that only look like copies', () => {
    const digits = fc.constantFrom('1', '2', '3', '4', '5', '6', '12', '$2');
    const formula = fc
      .tuple(fc.constantFrom(...FORMULAS), fc.array(digits, { minLength: 8, maxLength: 8 }))
      .map(([text, numbers]) => {
        let next = 0;
        return text.replace(/\$?[0-9]+/g, () => numbers[next++] ?? '1');
      });
    fc.assert(
      fc.property(fc.array(formula, { minLength: 1, maxLength: 6 }), (list) => {
        // Each is followed by its copy, and that by whatever comes next.
        const column = list.flatMap((text) => [text, prepareShift(text)(1, 0)]);
        const formulas = Object.fromEntries(column.map((text, i) => [`D${i + 2}`, `=${text}`]));
        expect(values(formulas)).toEqual(alone(formulas));
      }),
      { numRuns: 300 },
    );
  });
});
