import { leftSentences } from '../../src/commands/fill-preview';
import type { LeftOpen } from '../../src/engine/fill/plan';
import { addressOf, parseA1 } from '../../src/engine/snapshot/address';

const at = (table: string, cell: string) => {
  const parsed = parseA1(cell);
  if (!parsed) throw new Error(cell);
  return { sheet: table, ...parsed };
};

/** `表三!E9 < E10 E11`: a cell that is not filled, and those that it waits for. */
function waits(line: string): LeftOpen {
  const [of = '', cells = ''] = line.split(' < ');
  const [table = '', cell = ''] = of.split('!');
  return {
    table,
    because: 'left-open',
    cell: at(table, cell),
    rowName: cell,
    columnName: '合计',
    cells: cells
      .split(' ')
      .map((one) => (one.includes('!') ? at(one.split('!')[0] ?? '', one.split('!')[1] ?? '') : at(table, one))),
  };
}

const said = (...lines: readonly string[]): readonly string[] =>
  leftSentences(lines.map(waits), 'zh-CN').map(({ cell, sentence }) => `${addressOf(cell)} ${sentence}`);

describe('cells that cannot be filled because others are open', () => {
  test('a few are told each', () => {
    expect(said('表三!E7 < E8', '表三!E8 < E9 E10')).toEqual([
      '表三!E7 表三“E7”合计没有填：要用到的表三!E8没有填',
      '表三!E8 表三“E8”合计没有填：要用到的表三!E9 表三!E10没有填',
    ]);
  });

  test('of many in a table only those that come first are told, and other tables by themselves', () => {
    expect(said('表三!E6 < E7', '表三!E7 < E8', '表三!E8 < E9 E10', '表三!E12 < E13', '表五!E6 < 表三!E6')).toEqual([
      '表三!E6 表三“E6”合计等4格没有填：请先填表三!E9:E10 表三!E13，再填一次就算得出',
      '表五!E6 表五“E6”合计没有填：要用到的表三!E6没有填',
    ]);
  });

  test('of many areas the first are told, and how many cells there are', () => {
    expect(said('表三!E6 < E7', '表三!E8 < E9 E11', '表三!F8 < E13', '表三!G8 < E15 E16')).toEqual([
      '表三!E6 表三“E6”合计等4格没有填：请先填表三!E7 表三!E9 表三!E11等6格，再填一次就算得出',
    ]);
  });

  test('a name of a sheet with a blank in it stays whole', () => {
    expect(said('表 三!E6 < E7', '表 三!E8 < E9', '表 三!F8 < E13', '表 三!G8 < E15')).toEqual([
      "'表 三'!E6 表 三“E6”合计等4格没有填：请先填'表 三'!E7 '表 三'!E9 '表 三'!E13等4格，再填一次就算得出",
    ]);
  });

  test('where all that is needed stands open in other tables it says so', () => {
    expect(
      said(
        '表五!E6 < 表三!E6',
        '表五!E7 < 表三!E7',
        '表五!E8 < 表三!E8',
        '表五!E9 < 表三!E9',
        '表三!E6 < E7',
        '表三!E7 < E8',
        '表三!E8 < E9',
        '表三!E9 < E10',
      ),
    ).toEqual([
      '表五!E6 表五“E6”合计等4格没有填：要用到的别的表还没有填，填好以后再填一次',
      '表三!E6 表三“E6”合计等4格没有填：请先填表三!E10，再填一次就算得出',
    ]);
  });
});
