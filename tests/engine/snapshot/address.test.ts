import {
  a1,
  a1OfArea,
  addressOf,
  columnIndex,
  columnLetters,
  parseA1,
  parseA1Area,
  quoteSheetName,
} from '../../../src/engine/snapshot/address';

describe('addresses', () => {
  it.each([
    [0, 'A'],
    [25, 'Z'],
    [26, 'AA'],
    [701, 'ZZ'],
    [702, 'AAA'],
    [16383, 'XFD'],
  ])('column %i is %s, and back', (column, letters) => {
    expect(columnLetters(column)).toBe(letters);
    expect(columnIndex(letters)).toBe(column);
  });

  it('refuses what is no column', () => {
    expect(() => columnIndex('A1')).toThrow('A1');
  });

  it.each([
    ['E9', { row: 8, column: 4 }],
    ['$E$9', { row: 8, column: 4 }],
    ['XFD1048576', { row: 1048575, column: 16383 }],
    ['E0', undefined],
    ['9E', undefined],
    ['', undefined],
  ])('reads %s', (text, expected) => {
    expect(parseA1(text)).toEqual(expected);
  });

  it('reads areas whichever corner comes first', () => {
    expect(parseA1Area('C3:B2')).toEqual({ top: 1, left: 1, bottom: 2, right: 2 });
    expect(a1OfArea({ top: 1, left: 1, bottom: 2, right: 2 })).toBe('B2:C3');
    expect(a1OfArea({ top: 1, left: 1, bottom: 1, right: 1 })).toBe('B2');
    expect(a1({ row: 0, column: 0 })).toBe('A1');
  });

  it.each([
    ['表三', '表三'],
    ['2025 表三', "'2025 表三'"],
    ['3表', "'3表'"],
    ["老王's", "'老王''s'"],
    ['A1', "'A1'"],
    ['R1C1', "'R1C1'"],
    ['附表1-1', "'附表1-1'"],
  ])('writes sheet %s before the ! as %s', (name, written) => {
    expect(quoteSheetName(name)).toBe(written);
    expect(addressOf({ sheet: name, row: 8, column: 4 })).toBe(`${written}!E9`);
  });
});
