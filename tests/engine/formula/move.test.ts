import fc from 'fast-check';
import { moveReferences } from '../../../src/engine/formula/move';
import { referencedAreas, refersTo, spannedSheets } from '../../../src/engine/formula/references';
import { a1OfArea } from '../../../src/engine/snapshot/address';
import type { MoveOptions } from '../../../src/engine/formula/move';
import { rowsPutIn, rowsTakenOut, type RowMoves } from '../../../src/engine/snapshot/row-moves';

/** `2@7` puts two rows in above row 7 of 表三, `-2@7` takes rows 7 and 8 out. Rows as people count them. */
function movesOf(what: string): RowMoves {
  const changes = what.split(' ').map((change) => {
    const [count = '', row = ''] = change.split('@');
    return { at: parseInt(row, 10) - 1, count: Math.abs(parseInt(count, 10)) };
  });
  return what.startsWith('-') ? rowsTakenOut(changes) : rowsPutIn(changes);
}

/** A formula that stands on 表五, moved by what happens on 表三; one that begins with `here ` stands on 表三 itself. */
function moved(what: string, given: string, options?: MoveOptions): string {
  const [own, formula] = given.startsWith('here ') ? ['表三', given.slice(5)] : ['表五', given];
  return moveReferences(formula, own, (sheet) => (sheet.toUpperCase() === '表三' ? movesOf(what) : undefined), options);
}

describe('a formula follows the rows it refers to', () => {
  test.each([
    // Cells.
    ['2@7', 'here E6', 'E6'],
    ['2@7', 'here E7', 'E9'],
    ['2@7', 'here $E$7+E$8*$E9', '$E$9+E$10*$E11'],
    ['2@7', 'E7', 'E7'],
    ['2@7', '表三!E7', '表三!E9'],
    ['2@7', "'表三'!E7", "'表三'!E9"],
    ['2@7', "表三!E7+表五!E7+'表 三'!E7", "表三!E9+表五!E7+'表 三'!E7"],
    // Ranges: rows put in between belong to them, those above and below do not.
    ['1@7', 'here SUM(E7:E10)', 'SUM(E8:E11)'],
    ['1@8', 'here SUM(E7:E10)', 'SUM(E7:E11)'],
    ['1@10', 'here SUM(E7:E10)', 'SUM(E7:E11)'],
    ['1@11', 'here SUM(E7:E10)', 'SUM(E7:E10)'],
    ['1@7 1@9 2@11', 'here SUM(E7:E10)', 'SUM(E8:E12)'],
    ['2@9', '表三!$E$7:$E$10', '表三!$E$7:$E$12'],
    ['2@9', '表三!E7:表三!E10', '表三!E7:表三!E12'],
    ['2@9', 'here E10:E7', 'E12:E7'],
    ['2@9', 'here E7 : E10', 'E7 : E12'],
    ['2@9', 'here SUM(7:9)+SUM($10:$11)', 'SUM(7:11)+SUM($12:$13)'],
    ['2@9', 'here SUM(E:E,$A:$C)', 'SUM(E:E,$A:$C)'],
    ['2@9', 'here SUM(A1:E1048576)', 'SUM(A1:E1048576)'],
    ['2@9', 'here SUM(A10:A1048576)', 'SUM(A12:A1048576)'],
    // Taken out.
    ['-1@8', 'here SUM(E7:E10)', 'SUM(E7:E9)'],
    ['-2@7', 'here SUM(E7:E10)', 'SUM(E7:E8)'],
    ['-2@9', 'here SUM(E7:E10)', 'SUM(E7:E8)'],
    ['-4@7', 'here SUM(E7:E10)+E11', 'SUM(#REF!)+E7'],
    ['-1@8', 'here E7+E8+E9', 'E7+#REF!+E8'],
    ['-1@8', '表三!E8', '表三!#REF!'],
    ['-1@8 -2@10', 'here E9+E12+SUM(E7:E12)', 'E8+E9+SUM(E7:E9)'],
    // Nothing of these moves.
    ['2@7', 'here "E9"&"表三!E9"', '"E9"&"表三!E9"'],
    ['2@7', 'here INDIRECT("E9")+LOG10(E5)', 'INDIRECT("E9")+LOG10(E5)'],
    ['2@7', 'here 税率9*E9', '税率9*E11'],
    ['2@7', '[1]表三!E9+[其他.xlsx]表三!E9', '[1]表三!E9+[其他.xlsx]表三!E9'],
    ['2@7', "'[1]表三'!E9+'D:\\a\\[b.xlsx]表三'!E9", "'[1]表三'!E9+'D:\\a\\[b.xlsx]表三'!E9"],
    ['2@7', 'SUM(表一:表三!E9)', 'SUM(表一:表三!E9)'],
    ['2@7', 'here SUM(清单[E9])+清单[[#All],[E10]]+E9', 'SUM(清单[E9])+清单[[#All],[E10]]+E11'],
    ['2@7', 'here XYZ9+ABCD9', 'XYZ9+ABCD9'],
    ['2@7', '表三!合计', '表三!合计'],
    // A range that is cut short by a function moves at its own end.
    ['2@7', 'here SUM(E9:INDEX(E:E,20))', 'SUM(E11:INDEX(E:E,20))'],
    ['2@7', 'here IF(E9>0,SUM(E9:E10),"无")', 'IF(E11>0,SUM(E11:E12),"无")'],
    ['2@7', 'here e9+$f$10', 'e11+$f$12'],
  ])('%s: %s → %s', (what, formula, expected) => {
    expect(moved(what, formula)).toBe(expected);
  });

  test('in a defined name only fixed rows are meant from where they stand', () => {
    expect(moved('2@7', '表三!$A$1:$G$24,表三!E9', { fixedOnly: true })).toBe('表三!$A$1:$G$26,表三!E9');
    expect(moved('2@7', '表三!$9:$9,表三!9:9', { fixedOnly: true })).toBe('表三!$11:$11,表三!9:9');
  });

  test('taking out what was put in gives the formula back', () => {
    const cell = fc.tuple(
      fc.constantFrom('A', '$E', 'AB'),
      fc.constantFrom('', '$'),
      fc.oneof(fc.integer({ min: 1, max: 40 }), fc.constantFrom(1_048_576)),
    );
    const text = cell.map(([column, dollar, row]) => `${column}${dollar}${row}`);
    const reference = fc.oneof(
      text.filter((one) => !one.endsWith('1048576')),
      fc
        .tuple(text, text)
        .filter((ends) => ends.some((one) => !one.endsWith('1048576')))
        .map(([a, b]) => `${a}:${b}`),
      fc.tuple(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 1, max: 40 })).map(([a, b]) => `${a}:${b}`),
    );
    const change = fc.record({ at: fc.integer({ min: 0, max: 45 }), count: fc.integer({ min: 1, max: 3 }) });
    const changes = fc.uniqueArray(change, { selector: ({ at }) => at, minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(fc.array(reference, { minLength: 1, maxLength: 4 }), changes, (references, insertions) => {
        const formula = `SUM(${references.join(',')})`;
        const put = rowsPutIn(insertions);
        const there = moveReferences(formula, '表三', () => put);
        let shift = 0;
        const back = rowsTakenOut(
          [...insertions]
            .sort((a, b) => a.at - b.at)
            .map(({ at, count }) => {
              shift += count;
              return { at: at + shift - count, count };
            }),
        );
        expect(moveReferences(there, '表三', () => back)).toBe(formula);
      }),
      { numRuns: 300, seed: 7 },
    );
  });
});

test('formulas that look through several sheets are told, others are not', () => {
  expect(spannedSheets("SUM(表一:表三!E9)+'1 月:12 月'!B2+表四!E9+[1]a:b!E1")).toEqual([
    ['表一', '表三'],
    ['1 月', '12 月'],
  ]);
});

test('the cells that a formula refers to', () => {
  expect(
    referencedAreas("E9+表三!$F$1:G2+'表 五'!A:$C+7:8+[1]x!A1+SUM(a1:b2)", '表五').map(
      ({ sheet, area }) => `${sheet}!${a1OfArea(area)}`,
    ),
  ).toEqual(['表五!E9', '表三!F1:G2', '表 五!A1:C1048576', '表五!A7:XFD8', '表五!A1:B2']);
});

test('whether a formula refers to a sheet', () => {
  const isTable3 = (sheet: string): boolean => sheet === '表三';
  expect(['E9', '表三!E9', '表三!E:E', '表五!E9+表三!E9', '表五!E9'].map((f) => refersTo(f, '表五', isTable3))).toEqual(
    [false, true, false, true, false],
  );
});
