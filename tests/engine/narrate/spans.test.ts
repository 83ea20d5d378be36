import { joinSpans } from '../../../src/engine/narrate/spans';
import { words, type Said } from '../../../src/engine/narrate/said';

const person = (text: string): Said => ({
  kind: 'words-of-person',
  text,
  from: { sheet: '单位情况', row: 2, column: 2 },
});
const mark = (text: string): Said => ({ kind: 'missing', text, what: 'fact' });
const joined = (...spans: readonly Said[]): string =>
  joinSpans(spans)
    .map(({ text }) => text)
    .join('');

test.each<[why: string, spans: readonly Said[], text: string]>([
  ['a phrase that said nothing', [words('占比，'), words(''), words('。')], '占比。'],
  ['two commas', [words('339.98万元，'), words('，与上年持平'), words('。')], '339.98万元，与上年持平。'],
  ['a comma after a colon', [words('其中：'), words('，在职')], '其中：在职'],
  ['a stop that a person typed', [words('主要用于'), person('人员工资。'), words('。')], '主要用于人员工资。'],
  ['a comma that a person typed', [words('主要用于'), person('人员工资，'), words('。')], '主要用于人员工资。'],
  ['nothing before the first words', [words('，与上年持平')], '与上年持平'],
  ['words that a person repeats', [words('财政拨款主要用于'), person('主要用于人员工资')], '财政拨款主要用于人员工资'],
  ['a person’s words that are these alone', [words('主要用于'), person('用于')], '主要用于用于'],
  [
    'a mark is parted from the words',
    [words('预算'), words('，'), mark('【待填：上年数】'), words('。')],
    '预算，【待填：上年数】。',
  ],
])('%s', (_why, spans, text) => {
  expect(joined(...spans)).toBe(text);
});

test('words beside words are one span; what a person wrote and what is missing stay by themselves', () => {
  const spans = joinSpans([
    words('内设机构'),
    words('分别是：'),
    person('办公室'),
    words('。'),
    mark('【待填：编制数】'),
  ]);
  expect(spans.map(({ kind, text }) => `${kind} ${text}`)).toEqual([
    'words 内设机构分别是：',
    'words-of-person 办公室',
    'words 。',
    'missing 【待填：编制数】',
  ]);
});
