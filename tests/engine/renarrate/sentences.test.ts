import { editionById } from '../../../src/commands/check';
import type { Answers } from '../../../src/engine/asked/answers';
import type { ResolvedEdition } from '../../../src/engine/edition/resolve';
import type { Narration } from '../../../src/engine/narrate/narration';
import type { StandingSentence } from '../../../src/engine/renarrate/renarrate';
import type { Payment } from '../../generate/department';
import { held, paragraphsOf, textOf } from './changed-figures';

let edition: ResolvedEdition;
let narration: Narration;
beforeAll(async () => {
  edition = await editionById('xinjiang-2021');
  // 三、支出预算: 150.00 in all.
  narration = textOf(edition, payments(10_000, 5_000), payments(9_000, 5_000));
});

function payments(basic: number, project: number): readonly Payment[] {
  const common = { functional: '2010501', fund: '一般公共预算' } as const;
  return [
    { ...common, threePublic: undefined, kind: '人员经费', economic: '30101', project: undefined, cents: basic },
    { ...common, threePublic: undefined, kind: '项目支出', economic: '30201', project: '抽样调查', cents: project },
  ];
}

const WRITTEN = '基本支出100.00万元，占66.67%，比上年预算增加10.00万元，增长11.11%，主要原因是【待填：增减原因】。';

/** What comes of the sentence about basic expenditure of section 三 when a person has put it so. */
function verdictOf(sentence: string): StandingSentence['verdict'] {
  const paragraphs = paragraphsOf(narration);
  expect(paragraphs).toContain(WRITTEN);
  const { sentences } = held(
    edition,
    paragraphs.map((one) => (one === WRITTEN ? sentence : one)),
    narration,
  );
  const others = sentences.filter(({ text, verdict }) => verdict.kind === 'stale' && !sentence.includes(text));
  expect(others).toEqual([]);
  const found = sentences.find(({ text }) => sentence.startsWith(text));
  if (!found) throw new Error('no such sentence');
  return found.verdict;
}

test.each<[what: string, stands: string, becomes: string]>([
  ['an amount and its share', '基本支出90.00万元，占60.00%。', '基本支出100.00万元，占66.67%。'],
  [
    'the direction, with both of its words',
    '基本支出90.00万元，比上年预算减少5.00万元，下降5.26%，主要原因是人员减少2人。',
    '基本支出100.00万元，比上年预算增加10.00万元，增长11.11%，主要原因是人员减少2人。',
  ],
  [
    'a person’s own word for it',
    '基本支出100.00万元，较上年降低10.00万元。',
    '基本支出100.00万元，较上年提高10.00万元。',
  ],
  ['an amount that the person rounds', '基本支出共安排约90.5万元，占66.7%。', '基本支出共安排约100.0万元，占66.7%。'],
  ['an amount in 元', '基本支出900000元，占66.67%。', '基本支出1000000元，占66.67%。'],
  ['full-width digits', '基本支出９０.００万元，占66.67%。', '基本支出100.00万元，占66.67%。'],
  ['separated thousands', '基本支出1,090.00万元，占66.67%。', '基本支出100.00万元，占66.67%。'],
  [
    'the mark of a reason stays, other words stay',
    '按上级要求，基本支出90.00万元（含离退休费），保障运转，比上年预算增加10.00万元，主要原因是【待填：增减原因】。',
    '按上级要求，基本支出100.00万元（含离退休费），保障运转，比上年预算增加10.00万元，主要原因是【待填：增减原因】。',
  ],
])('put right in its place: %s', (_what, stands, becomes) => {
  expect(verdictOf(stands)).toMatchObject({ kind: 'stale', rewriting: { how: 'in-place', text: becomes, lost: [] } });
  expect(verdictOf(becomes)).toEqual({ kind: 'current' });
});

test.each<[what: string, sentence: string]>([
  ['it is what is written', WRITTEN],
  ['less is said', '基本支出100.00万元。'],
  ['an amount is rounded', '基本支出约100万元，占六成以上。'],
  ['it is compared with another year too', '基本支出100.00万元，比上年预算增加10.00万元，比2019年增加30.00万元。'],
  ['the reason has figures', '基本支出100.00万元，主要原因是新增2人，每人增加3.50万元，增长5.00%。'],
  ['amounts of the person’s own stand in it', '基本支出100.00万元（其中离退休费12.00万元），占66.67%。'],
])('right as it stands: %s', (_what, sentence) => {
  expect(verdictOf(sentence)).toEqual({ kind: 'current' });
});

test.each<[what: string, stands: string, becomes: string, lost: readonly string[]]>([
  ['持平 where there is an increase', '基本支出100.00万元，占66.67%，与上年预算持平。', WRITTEN, []],
  [
    'nothing where there is money, the reason kept',
    '基本支出未安排，比上年预算减少90.00万元，下降100%，主要原因是机构撤并。',
    WRITTEN.replace('【待填：增减原因】', '机构撤并'),
    [],
  ],
  ['words that the new sentence does not have', '按上级要求，基本支出未安排。', WRITTEN, ['按上级要求']],
])('to be chosen: %s', (_what, stands, becomes, lost) => {
  expect(verdictOf(stands)).toMatchObject({ kind: 'stale', rewriting: { how: 'choice', text: becomes, lost } });
});

test('a reason is doubted where the direction turned, not where only the amount is another', () => {
  const reason = '，主要原因是人员减少。';
  expect(verdictOf(`基本支出90.00万元，比上年预算减少5.00万元${reason}`)).toMatchObject({ isReasonDoubtful: true });
  expect(verdictOf(`基本支出90.00万元，比上年预算增加5.00万元${reason}`)).toMatchObject({ isReasonDoubtful: false });
});

describe('a change that is too small for a reason by now', () => {
  const lines = (stands: string): StandingSentence['verdict'] => {
    const row = { group: '基本信息', label: '增减额不到多少不写原因', measure: '万元' };
    const facts: Answers = {
      sheet: '单位情况',
      rows: [{ ...row, value: 20, cell: { sheet: '单位情况', row: 6, column: 2 } }],
    };
    const now = textOf(edition, payments(10_000, 5_000), payments(9_000, 5_000), facts);
    const paragraphs = paragraphsOf(now);
    const written = WRITTEN.replace('，主要原因是【待填：增减原因】', '');
    expect(paragraphs).toContain(written);
    const { sentences } = held(
      edition,
      paragraphs.map((one) => (one === written ? stands : one)),
      now,
    );
    return sentences.find(({ text }) => text === stands)?.verdict ?? { kind: 'own' };
  };

  test('its mark goes, with the words that lead to it', () => {
    expect(lines(WRITTEN)).toMatchObject({
      kind: 'stale',
      corrections: [{ was: '，主要原因是【待填：增减原因】', becomes: '' }],
      rewriting: { how: 'in-place', text: WRITTEN.replace('，主要原因是【待填：增减原因】', ''), lost: [] },
      isReasonDoubtful: false,
    });
    expect(lines('基本支出90.00万元，比上年预算增加10.00万元，其主要原因是【待填：增减原因】。')).toMatchObject({
      rewriting: { how: 'in-place', text: '基本支出100.00万元，比上年预算增加10.00万元。' },
    });
  });

  test('a reason that a person wrote there stays', () => {
    const stands = WRITTEN.replace('【待填：增减原因】', '人员增加2人');
    expect(lines(stands)).toEqual({ kind: 'current' });
    expect(lines(stands.replace('100.00', '90.00'))).toMatchObject({
      rewriting: { how: 'in-place', text: stands },
    });
  });
});

test('each correction names the piece of the sentence, and the cells that it rests on', () => {
  const sentence = '基本支出90.00万元，占66.67%。';
  const verdict = verdictOf(sentence);
  if (verdict.kind !== 'stale') throw new Error('not stale');
  const [one] = verdict.corrections;
  expect(verdict.corrections).toHaveLength(1);
  expect(sentence.slice(one?.from, one?.to)).toBe('90.00');
  expect(one).toMatchObject({ was: '90.00', becomes: '100.00', what: 'number' });
  expect(one?.cells.length).toBeGreaterThan(0);
});

test('what somebody else’s sentence says of money is not compared, and told', () => {
  const text = [...paragraphsOf(narration), '另有结余资金20.00万元，由上级统筹。', '以上各项请审议。'];
  const { sentences } = held(edition, text, narration);
  expect(sentences.slice(-2).map(({ verdict }) => verdict.kind)).toEqual(['unmatched', 'own']);
});
