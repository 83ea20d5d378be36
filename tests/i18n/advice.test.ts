import { adviceSentence } from '../../src/i18n/advice';
import type { Language } from '../../src/i18n/language';

type Way = readonly (readonly [row: number, amount?: string])[];

const cause = (ways: readonly Way[]): Parameters<typeof adviceSentence>[0] => ({
  determined: false,
  alternatives: ways.map((way) =>
    way.map(([row, suggestion]) => ({
      cell: { sheet: '表六', row: row - 1, column: 2 },
      ...(suggestion === undefined ? {} : { suggestion }),
    })),
  ),
});

describe('ways between which the figures do not decide are named with what each cell would hold', () => {
  const END = '都能平，凭表内数字定不了，请对照原始资料。';
  test.each<readonly [string, Language, readonly Way[], string | undefined]>([
    ['two cells', 'zh-CN', [[[9, '12']], [[12, '8.00']]], `改表六!C9为12.00或改表六!C12为8.00${END}`],
    [
      'three cells',
      'zh-CN',
      [[[9, '12']], [[12, '8']], [[13, '-1.5']]],
      `改表六!C9为12.00或改表六!C12为8.00或改表六!C13为-1.50${END}`,
    ],
    [
      'ways of several cells',
      'zh-CN',
      [
        [
          [9, '1200'],
          [10, '8'],
        ],
        [[12, '0']],
      ],
      `改表六!C9为1,200.00和表六!C10为8.00，或改表六!C12为0.00，${END}`,
    ],
    ['a cell whose value nobody knows', 'zh-CN', [[[9, '12']], [[12]]], `改表六!C9为12.00或改表六!C12${END}`],
    ['more ways than are a choice', 'zh-CN', [[[1, '1']], [[2, '1']], [[3, '1']], [[4, '1']]], undefined],
    [
      'in English',
      'en',
      [[[9, '12']], [[12, '8']]],
      'Changing 表六!C9 to 12.00 or 表六!C12 to 8.00 would settle it; the figures alone cannot tell, please look at the source documents.',
    ],
  ])('%s', (_, language, ways, sentence) => {
    expect(adviceSentence(cause(ways), language)).toBe(sentence);
  });
});
