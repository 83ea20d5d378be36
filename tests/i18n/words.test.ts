import type { Place } from '../../src/engine/finding/facts';
import { amountText, magnitudeText, percentText, signedText } from '../../src/i18n/words/amounts';
import { placesEn, placesZhCN } from '../../src/i18n/words/places';

test.each([
  ['1249.62', '1,249.62', '1,249.62', '+1,249.62'],
  ['-0.9', '-0.90', '0.90', '-0.90'],
  ['157', '157.00', '157.00', '+157.00'],
  ['0', '0.00', '0.00', '0.00'],
  ['-0.00', '0.00', '0.00', '0.00'],
  ['123456789012.345', '123,456,789,012.345', '123,456,789,012.345', '+123,456,789,012.345'],
  ['-1000', '-1,000.00', '1,000.00', '-1,000.00'],
])('amount %s', (amount, plain, magnitude, signed) => {
  expect([amountText(amount), magnitudeText(amount), signedText(amount)]).toEqual([plain, magnitude, signed]);
});

test('what is no plain decimal is not made into one', () => {
  expect(amountText('12. 22')).toBe('12. 22');
  expect(percentText('—')).toBe('—');
});

test.each([
  ['3.3533', '3.35%'],
  ['28.835', '28.84%'],
  ['-7', '-7.00%'],
  ['1234.5', '1,234.50%'],
])('percentage %s → %s', (percent, text) => {
  expect(percentText(percent)).toBe(text);
});

const at = (row: number, name?: string, column?: string): Place => ({
  cell: { sheet: '表三', row, column: 4 },
  table: '表三',
  ...(name === undefined ? {} : { row: name }),
  ...(column === undefined ? {} : { column }),
});

test.each([
  [at(8, '行政运行', '合计'), '表三“行政运行”合计', '表三 “行政运行” 合计'],
  [at(8, undefined, '合计'), '表三第9行“合计”列', '表三 row 9, column “合计”'],
  [at(8, '行政运行'), '表三“行政运行”', '表三 “行政运行”'],
  [at(8), '表三第9行E列', '表三 row 9, column E'],
])('place', (place, chinese, english) => {
  expect(placesZhCN.place(place)).toBe(chinese);
  expect(placesEn.place(place)).toBe(english);
});

test('two places that would read alike are told apart by their rows', () => {
  expect(placesZhCN.places([at(8, '其他', '合计'), at(11, '其他', '合计'), at(12, '运行', '合计')])).toEqual([
    '表三第9行“合计”列',
    '表三第12行“合计”列',
    '表三“运行”合计',
  ]);
});
