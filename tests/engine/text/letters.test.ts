import { DIGITS, LETTERS } from '../../../src/engine/text/letters';

const letter = new RegExp(`[${LETTERS}]`, 'u');
const digit = new RegExp(`[${DIGITS}]`, 'u');

/** What documents, names of sheets and formulas are written in. */
const BLOCKS: readonly (readonly [string, number, number])[] = [
  ['ASCII', 0x20, 0x7e],
  ['Latin with accents', 0xc0, 0x24f],
  ['Cyrillic', 0x400, 0x481],
  ['punctuation', 0x2000, 0x206f],
  ['arrows, operators, boxes', 0x2190, 0x245f],
  ['shapes', 0x2500, 0x2775],
  ['punctuation of Chinese', 0x3008, 0x3020],
  ['hiragana', 0x3041, 0x3096],
  ['katakana', 0x30a0, 0x30fb],
  ['characters, extension A', 0x3400, 0x4dbf],
  ['characters', 0x4e00, 0x9fff],
  ['full-width ASCII', 0xff01, 0xff5e],
  ['faces', 0x1f300, 0x1faff],
  ['characters, extension B', 0x20000, 0x2a6df],
];

describe.each(BLOCKS)('%s', (_, from, to) => {
  const characters = Array.from({ length: to - from + 1 }, (_each, at) => String.fromCodePoint(from + at)).filter((c) =>
    /\P{Cn}/u.test(c),
  );

  test('has the letters that Unicode has there', () => {
    expect(characters.filter((c) => letter.test(c) !== /\p{L}/u.test(c))).toEqual([]);
  });

  test('and its digits', () => {
    expect(characters.filter((c) => digit.test(c) !== /\p{N}/u.test(c))).toEqual([]);
  });
});

test.each([...'①⑳⒈Ⅳ㈠⅔０9'])('%s is a digit, and no letter', (c) => {
  expect([digit.test(c), letter.test(c)]).toEqual([true, false]);
});

test.each([...'、。，：；（）《》【】“”…—·％￥＝＋－！　「』〔'])('%s is neither', (c) => {
  expect([digit.test(c), letter.test(c)]).toEqual([false, false]);
});
