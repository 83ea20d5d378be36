const DIGITS: Readonly<Record<string, number>> = {
  零: 0,
  〇: 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
};
const PLACES: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 };

/** 三十二 → 32, 一百零五 → 105, 一万二千 → 12000; undefined for what is no such number, 二三 (two or three) among it. */
export function readChineseNumeral(text: string): number | undefined {
  const [thousands = '', ones, ...more] = text.split('万');
  if (more.length > 0) return undefined;
  if (ones === undefined) return belowTenThousand(thousands);
  const high = belowTenThousand(thousands);
  const low = ones === '' ? 0 : belowTenThousand(ones);
  return high === undefined || high === 0 || low === undefined ? undefined : high * 10_000 + low;
}

function belowTenThousand(text: string): number | undefined {
  let sum = 0;
  let digit: number | undefined;
  let lastPlace = Infinity;
  for (const character of text) {
    const place = PLACES[character];
    const value = DIGITS[character];
    if (place !== undefined && place < lastPlace) {
      // 十二: ten without its one.
      if (digit === undefined && (place !== 10 || sum > 0)) return undefined;
      sum += (digit ?? 1) * place;
      digit = undefined;
      lastPlace = place;
    } else if (value !== undefined && (digit === undefined || digit === 0)) digit = value;
    else return undefined;
  }
  return text === '' ? undefined : sum + (digit ?? 0);
}
