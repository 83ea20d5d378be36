import { displayed } from '../../../src/documents/tables/displayed';

/** value | format | what the sheet shows */
const CASES: readonly (readonly [number | string | boolean | null, string | undefined, string])[] = [
  [null, undefined, ''],
  ['  2021年 ', '0.00', '  2021年 '],
  [true, undefined, 'TRUE'],
  [157, undefined, '157'],
  [0.1 + 0.2, undefined, '0.3'],
  [1e21, undefined, '1000000000000000000000'],
  [157, '0.00', '157.00'],
  [-1308.755, '#,##0.00', '-1,308.76'],
  [-5, '#,##0.00;(#,##0.00)', '(5.00)'],
  [-5, '#,##0.00;[Red]-#,##0.00', '-5.00'],
  [0, '#,##0.00;-#,##0.00;"-"', '-'],
  [1234.5, '_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * "-"??_ ;_ @_ ', '1,234.50'],
  [12.5, '#,##0.##', '12.5'],
  [0.9812, '0.00%', '98.12%'],
  [0.98, '0%', '98%'],
  [330, '"≤"0"批"', '≤330批'],
  [44197, 'yyyy"年"m"月"d"日"', '2021年1月1日'],
  [44561, 'yyyy/m/d', '2021/12/31'],
  [44197, '[$-804]yyyy"年"mm"月"', '2021年01月'],
  [44197.5, 'yyyy/m/d h:mm', '2021/1/1 12:00'],
  [2020, '@', '2020'],
  [0.5, '# ?/?', '0.5'],
  [44197, 'd-mmm-yy', '44197'],
];

test.each(CASES)('%p in %p is shown as %p', (value, format, shown) => {
  expect(displayed({ value, ...(format === undefined ? {} : { format }) })).toBe(shown);
});
