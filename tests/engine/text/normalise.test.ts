import * as fc from 'fast-check';
import {
  normaliseText,
  similarity,
  stripLeadingEnumeration,
  stripTrailingBracket,
} from '../../../src/engine/text/normalise';

test.each([
  ['一般公共预算支出', '一般公共预算支出'],
  ['合　　计', '合计'],
  ['项\n目 支\u00a0出\u200b', '项目支出'],
  ['因公出国（境）费', '因公出国(境)费'],
  ['单位：万元', '单位:万元'],
  ['２０２５年', '2025年'],
  ['“三公”经费', '"三公"经费'],
  ['『三公』经费', '"三公"经费'],
  ["''三公''经费", '"三公"经费'],
  ['〔2025〕1号', '(2025)1号'],
  ['⽀出', '支出'],
  ['収支、說明。', '収支、說明。'],
])('%j is spelled %s', (text, expected) => {
  expect(normaliseText(text)).toBe(expected);
});

test('normalising twice changes nothing more, and Chinese characters stay', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      expect(normaliseText(normaliseText(text))).toBe(normaliseText(text));
    }),
  );
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0x3400, max: 0x9fff })), (points) => {
      const text = String.fromCodePoint(...points);
      expect(normaliseText(text)).toBe(text);
    }),
  );
});

test.each([
  ['一、财政拨款（补助）', '财政拨款(补助)'],
  ['（一）一般公共预算', '一般公共预算'],
  ['(十二)其他支出', '其他支出'],
  ['二十三、债务还本支出', '债务还本支出'],
  ['1.工资福利支出', '工资福利支出'],
  ['１．工资福利支出', '工资福利支出'],
  ['1、工资福利支出', '工资福利支出'],
  ['(1)工资福利支出', '工资福利支出'],
  ['①工资福利支出', '工资福利支出'],
  ['㈠工资福利支出', '工资福利支出'],
  ['其中：一般公共预算', '一般公共预算'],
  ['（一）其中：1.公务用车购置费', '公务用车购置费'],
  ['一般公共服务支出', '一般公共服务支出'],
  ['三公经费', '三公经费'],
  ['1.5倍', '1.5倍'],
  ['2010301', '2010301'],
  ['一、', '一、'],
  ['', ''],
])('%j without its numbering is %s', (text, expected) => {
  expect(stripLeadingEnumeration(text)).toBe(expected);
});

test.each([
  ['行政运行（政府办公厅（室）及相关机构事务）', '行政运行'],
  ['行政运行(人大事务)', '行政运行'],
  ['维修（护）费', '维修(护)费'],
  ['因公出国（境）费用', '因公出国(境)费用'],
  ['（空）', '(空)'],
  ['行政运行）', '行政运行)'],
  ['行政运行', '行政运行'],
])('%j without its bracket is %s', (text, expected) => {
  expect(stripTrailingBracket(text)).toBe(expected);
});

describe('similarity', () => {
  test.each([
    ['', '', 1],
    ['行政运行', '行政运行', 1],
    ['行政运行', '行政远行', 0.75],
    ['行政运行', '行运政行', 0.75],
    ['行政运行', '行政运', 0.75],
    ['甲乙', '丙丁', 0],
    ['甲', '', 0],
  ])('%s and %s: %d', (a, b, expected) => {
    expect(similarity(a, b)).toBeCloseTo(expected, 10);
  });

  const word = fc.string({ unit: fc.constantFrom('甲', '乙', '丙', '丁'), maxLength: 8 });
  test('symmetric, and asking for a least likeness never changes an answer above it', () => {
    fc.assert(
      fc.property(word, word, fc.constantFrom(0.3, 0.5, 0.75, 0.9), (a, b, atLeast) => {
        const full = similarity(a, b);
        expect(similarity(b, a)).toBeCloseTo(full, 10);
        expect(similarity(a, b, atLeast)).toBeCloseTo(full + 1e-9 >= atLeast ? full : 0, 10);
      }),
      { numRuns: 500 },
    );
  });
});
