import * as fc from 'fast-check';
import { readAmount } from '../../../src/engine/amount/read-amount';
import type { CellValue } from '../../../src/engine/snapshot/snapshot';

/** `12.22 /2` value and decimals, with `text`, `dash`, `[元]` behind; `blank`; `?reason`. */
function said(value: CellValue): string {
  const reading = readAmount(value);
  if (reading.kind === 'blank') return 'blank';
  if (reading.kind === 'unreadable') return `?${reading.because}`;
  const marks = [reading.asText ? 'text' : '', reading.dash ? 'dash' : '', reading.suffix ? `[${reading.suffix}]` : ''];
  return [`${reading.value.toFixed()} /${reading.decimals}`, ...marks].filter((word) => word !== '').join(' ');
}

describe('a stored number', () => {
  test.each<[number, string]>([
    [0, '0 /0'],
    [-0, '0 /0'],
    [157, '157 /0'],
    [1249.62, '1249.62 /2'],
    [-5.5, '-5.5 /1'],
    [0.1 + 0.2, '0.3 /1'],
    [1.1 + 2.2, '3.3 /1'],
    [54.6 + 0.01 - 0.01, '54.6 /1'],
    [4.35 * 100, '435 /0'],
    [1234567.89 - 1234567.8, '0.09 /2'],
    [0.3 - 0.1 * 3, '0 /0'],
    [1e-13, '0 /0'],
    [123456789012.34, '123456789012.34 /2'],
    [999999999999999, '999999999999999 /0'],
    [1e21, '1000000000000000000000 /0'],
    [0.000001, '0.000001 /6'],
    [0.0000123, '0.0000123 /7'],
    [1 / 3, '0.333333333333333 /15'],
    [12.345678901234, '12.345678901234 /12'],
  ])('%p reads %s', (value, reading) => {
    expect(said(value)).toBe(reading);
  });

  test('what no workbook can hold is not taken for an amount', () => {
    expect(said(Number.NaN)).toBe('?not-a-number');
    expect(said(Number.POSITIVE_INFINITY)).toBe('?not-a-number');
  });
});

describe('a text', () => {
  test.each<[string, string]>([
    ['12.22', '12.22 /2 text'],
    ['0.00', '0 /2 text'],
    ['-0', '0 /0 text'],
    ['0012.50', '12.5 /2 text'],
    ['１２４９．６２', '1249.62 /2 text'],
    ['１，２４９．６２', '1249.62 /2 text'],
    ['12。22', '12.22 /2 text'],
    ['12. 22', '12.22 /2 text'],
    ['12 .22', '12.22 /2 text'],
    ['1 249.62', '1249.62 /2 text'],
    ['1\u00a0249.62', '1249.62 /2 text'],
    ['12\u2009249\u2009000', '12249000 /0 text'],
    ['1249.62\u3000', '1249.62 /2 text'],
    ['\u3000\u00a0 1249.62\t\n', '1249.62 /2 text'],
    ['12\u200b49.6\ufeff2', '1249.62 /2 text'],
    ['1249.\n62', '1249.62 /2 text'],
    ['1,249.62', '1249.62 /2 text'],
    ['1,249,000', '1249000 /0 text'],
    ['1， 249.62', '1249.62 /2 text'],
    ['.5', '0.5 /1 text'],
    ['5.', '5 /0 text'],
    ['+5', '5 /0 text'],
    ['-5', '-5 /0 text'],
    ['- 5.00', '-5 /2 text'],
    ['−5', '-5 /0 text'],
    ['－５', '-5 /0 text'],
    ['–5.1', '-5.1 /1 text'],
    ['(5.00)', '-5 /2 text'],
    ['（5.00）', '-5 /2 text'],
    ['（1,249.62）', '-1249.62 /2 text'],
    ['(0)', '0 /0 text'],
    ['¥12.22', '12.22 /2 text'],
    ['￥ 1,249.62', '1249.62 /2 text'],
    ['-¥5', '-5 /0 text'],
    ['¥-5', '-5 /0 text'],
    ["'12.22", '12.22 /2 text'],
    ['12.22元', '12.22 /2 text [元]'],
    ['12.22 万元', '12.22 /2 text [万元]'],
    ['1249.62万', '1249.62 /2 text [万元]'],
    ['（5.00万元）', '-5 /2 text [万元]'],
    ['（5.00）万元', '-5 /2 text [万元]'],
    ['12.22*', '12.22 /2 text'],
    ['12.22①', '12.22 /2 text'],
  ])('%j reads %s', (value, reading) => {
    expect(said(value)).toBe(reading);
  });

  test.each(['—', '－', '-', '--', '——', '– –', ' — ', '―', '−', '─', '/'])(
    '%j alone is a stated zero, not a number kept as text',
    (value) => {
      expect(said(value)).toBe('0 /0 dash');
    },
  );

  test.each(['', ' ', '\u3000', '\u00a0\u3000', '\t\n', '\u200b', '\ufeff '])('%j is blank', (value) => {
    expect(said(value)).toBe('blank');
  });

  test.each<[CellValue, string]>([
    ['合计', '?not-a-number'],
    ['约12', '?not-a-number'],
    ['待填', '?open'],
    [' 【待填】', '?open'],
    ['【待填：预算数】', '?open'],
    ['待填列', '?not-a-number'],
    ['12 22', '?not-a-number'],
    ['12\n345', '?not-a-number'],
    ['12%', '?not-a-number'],
    ['１２％', '?not-a-number'],
    ['2025-01-01', '?not-a-number'],
    ['2025年', '?not-a-number'],
    ['12.22亿元', '?not-a-number'],
    ['l2.22', '?not-a-number'],
    ['*', '?not-a-number'],
    ['元', '?not-a-number'],
    ['()', '?not-a-number'],
    ['.', '?not-a-number'],
    ['12.3.4', '?malformed'],
    ['1,23', '?malformed'],
    ['1,2345', '?malformed'],
    ['12,3456.00', '?malformed'],
    ['0,123', '?malformed'],
    [',123', '?malformed'],
    ['1,,249', '?malformed'],
    ['1249.62,', '?malformed'],
    ['--5', '?malformed'],
    ['(-5)', '?malformed'],
    ['1e9', '?exponent'],
    ['1.2E+05', '?exponent'],
    ['１ｅ９', '?exponent'],
    ['#REF!', '?formula-error'],
    ['#N/A', '?formula-error'],
    ['#DIV/0!', '?formula-error'],
    ['#NAME?', '?formula-error'],
    ['#', '?not-a-number'],
    [true, '?boolean'],
    [false, '?boolean'],
  ])('%j is no amount: %s', (value, reading) => {
    expect(said(value)).toBe(reading);
  });

  test('nothing is null', () => expect(said(null)).toBe('blank'));

  test('the raw text is kept as it stands', () => {
    expect(readAmount('１２. 22\u3000')).toMatchObject({ raw: '１２. 22\u3000' });
    expect(readAmount(' abc ')).toMatchObject({ raw: ' abc ' });
  });
});

describe('laws', () => {
  const cents = fc.integer({ min: -99_999_999_999, max: 99_999_999_999 });
  const plain = (n: number): string => {
    const digits = String(Math.abs(n)).padStart(3, '0');
    return `${n < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
  };

  test('a typed amount reads the same as number and as text', () => {
    fc.assert(
      fc.property(cents, (n) => {
        const number = readAmount(Number(plain(n)));
        const text = readAmount(plain(n));
        if (number.kind !== 'amount' || text.kind !== 'amount') throw new Error(plain(n));
        expect(number.value.toFixed(2)).toBe(text.value.toFixed(2));
        expect(text.value.times(100).toFixed()).toBe(String(n === 0 ? 0 : n));
      }),
    );
  });

  test('sums that binary doubles spoil read as the decimal sum', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 9_999_999 }), { minLength: 1, maxLength: 30 }), (parts) => {
        const stored = parts.reduce((sum, part) => sum + part / 100, 0);
        const reading = readAmount(stored);
        if (reading.kind !== 'amount') throw new Error(String(stored));
        expect(reading.value.times(100).toFixed()).toBe(String(parts.reduce((sum, part) => sum + part, 0)));
      }),
    );
  });

  test('spaces around and full width change nothing; separators change nothing', () => {
    const space = fc.constantFrom('', ' ', '\u3000', '\u00a0', '\t', '\u200b', '\n');
    fc.assert(
      fc.property(cents, space, space, fc.boolean(), fc.boolean(), (n, before, after, wide, grouped) => {
        const [whole = '', fraction = ''] = plain(n).split('.');
        const typed = `${grouped ? whole.replace(/\B(?=(\d{3})+$)/g, ',') : whole}.${fraction}`;
        const shown = wide ? typed.replace(/[!-~]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0)) : typed;
        expect(said(before + shown + after)).toBe(said(plain(n)));
      }),
    );
  });

  test('any text gets an answer', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(['amount', 'blank', 'unreadable']).toContain(readAmount(text).kind);
      }),
    );
  });
});
