import fc from 'fast-check';
import { padTo, widthOf, wrap } from '../../src/cli/wrap';

test.each([
  ['差0.01万元，属尾差。', 10, ['差0.01万', '元，属尾', '差。']],
  ['现为1,249.62万元', 10, ['现为', '1,249.62万', '元']],
  ['见表五!G9处', 8, ['见表五!G9', '处']],
  ["在'2025 表三'!E9处", 12, ['在', "'2025 表三'!E9", '处']],
  ['（甲）乙', 5, ['（甲）', '乙']],
  ['one two three', 8, ['one two', 'three']],
  ['', 10, ['']],
])('%s in %i columns', (text, columns, lines) => {
  expect(wrap(text, columns)).toEqual(lines);
});

test('the first line leaves room for what stands before it', () => {
  expect(wrap('甲乙丙丁', 8, 4)).toEqual(['甲乙', '丙丁']);
  expect(wrap('甲乙丙丁', 8, -4)).toEqual(['甲乙丙丁']);
});

test('nothing is lost, nothing overhangs that could be broken, and no number or address is', () => {
  // As sentences have them: no number or address runs into the next one.
  const piece = fc.constantFrom(
    '表五!G9、',
    '1,249.62万元',
    '-0.90，',
    '28.84%。',
    '“群众文化”',
    '现为',
    '（表七）',
    'budget，',
    '应为',
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 40 }), fc.integer({ min: 30, max: 100 }), (pieces, columns) => {
      const text = pieces.join('');
      const lines = wrap(text, columns);
      expect(lines.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''));
      for (const whole of ['表五!G9', '1,249.62', '-0.90', '28.84%', 'budget']) {
        expect(lines.join('\n').split(whole).length).toBe(text.split(whole).length);
      }
      for (const [index, line] of lines.entries()) {
        const next = lines[index + 1] ?? '';
        expect(next).not.toMatch(/^[，。）”]/u);
        expect(line).not.toMatch(/[（“]$/u);
      }
    }),
  );
});

test('width counts Chinese characters twice', () => {
  expect(widthOf('表五!G9')).toBe(7);
  expect(padTo('表', 4)).toBe('表  ');
  expect(padTo('表', 4, 'left')).toBe('  表');
  expect(padTo('表五表', 4)).toBe('表五表');
});
