import { resolveEdition } from '../../../src/engine/edition/resolve';
import type { DeclaredEquation, Edition } from '../../../src/engine/edition/edition';
import { edition as xinjiang } from '../../../src/editions/xinjiang-2021/edition';

const withEquation = (equation: Partial<DeclaredEquation>): Edition => ({
  ...xinjiang,
  equations: [{ id: 'x', says: '收入 = 支出', per: [], because: '', severity: 'error', ...equation }],
});

const problemsOf = (edition: Edition): readonly string[] => {
  const resolution = resolveEdition(edition);
  return resolution.ok ? [] : resolution.problems;
};

describe('an edition is checked where it is declared', () => {
  it('parses the notation of declared equations into points of dimensions', () => {
    const resolution = resolveEdition(
      withEquation({ says: '公务用车运行费 >= 经济科目[30231] + 支出·公务接待费', in: { flow: '支出' } }),
    );
    expect(resolution).toMatchObject({
      ok: true,
      edition: {
        equations: [
          {
            op: '>=',
            left: [{ flow: '支出', threePublic: '公务用车运行费' }],
            right: [
              { flow: '支出', economic: '30231' },
              { flow: '支出', threePublic: '公务接待费' },
            ],
          },
        ],
      },
    });
  });

  it.each<[string, Edition, string]>([
    [
      'a member written wrong',
      withEquation({ says: '收入 = 支岀' }),
      'equations[0]: no member "支岀"; did you mean 支出?',
    ],
    ['no operator', withEquation({ says: '收入 支出' }), 'equations[0]: "收入 支出" is no equation'],
    [
      'a dimension that is not there',
      withEquation({ says: '科目[30231] = 支出' }),
      'equations[0]: no dimension called "科目"',
    ],
    [
      'a code of another system',
      withEquation({ says: '经济科目[2010301] = 支出' }),
      'equations[0]: "2010301" is no economic code',
    ],
    ['a point in no dimension', withEquation({ per: ['funktional'] }), 'equations[0].per: no dimension "funktional"'],
    [
      'a chart along no dimension',
      { ...xinjiang, charts: [{ title: '', scope: { flow: '支岀' }, along: 'function' }] },
      'charts[0].along: no dimension "function"',
    ],
    [
      'a column of no member',
      {
        ...xinjiang,
        tables: [
          {
            ...xinjiang.tables[2],
            blocks: [
              { ...xinjiang.tables[2].blocks[0], columns: [{ header: '基本支出', scope: { kind: '基本支岀' } }] },
            ],
          },
        ],
      },
      'tables.表三.blocks[0].columns[0]: no member "基本支岀" in kind; did you mean 基本支出?',
    ],
    [
      'a part of two wholes',
      {
        ...xinjiang,
        dimensions: [{ id: 'd', label: 'd', kind: 'members', whole: ['a', 'a'], members: [{ is: 'a' }] }],
        tables: [],
        forms: [],
        equations: [],
      },
      'dimensions.d.whole: "a" is a part of two wholes',
    ],
  ])('says where: %s', (_case, edition, problem) => {
    expect(problemsOf(edition)).toEqual(expect.arrayContaining([expect.stringContaining(problem)]));
  });
});
