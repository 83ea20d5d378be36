import { readChineseNumeral } from '../../../src/engine/amount/chinese-numeral';

test.each<[text: string, number: number | undefined]>([
  ['六', 6],
  ['十', 10],
  ['十二', 12],
  ['三十二', 32],
  ['两百', 200],
  ['一百零五', 105],
  ['一千二百三十四', 1234],
  ['一万二千', 12_000],
  ['三万', 30_000],
  ['零', 0],
  // Nobody can tell what is meant.
  ['二三', undefined],
  ['百', undefined],
  ['十百', undefined],
  ['三十二人', undefined],
  ['万', undefined],
  ['', undefined],
])('%s is %s', (text, number) => {
  expect(readChineseNumeral(text)).toBe(number);
});
