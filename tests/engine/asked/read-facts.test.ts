import { answerTo, saysSomething, type Answer } from '../../../src/engine/asked/answers';
import { aboutOf, readFacts } from '../../../src/engine/asked/read-facts';
import type { AskedFact } from '../../../src/engine/edition/text';
import { workbook } from '../../notation';

const ask = (kind: AskedFact['kind'], more: Partial<AskedFact> = {}): AskedFact => ({
  id: 'x',
  group: '人员情况',
  label: '在职人数',
  kind,
  usedIn: '',
  help: '',
  ...more,
});

const sheet = (...lines: readonly string[]): ReturnType<typeof readFacts> =>
  readFacts(
    workbook({
      单位情况: { lines: ['只填“内容”列', '类别 | 事项 | 内容 | 计量单位 | 用于 | 怎么填', ...lines], ours: true },
    }),
  );

const shown = (answer: Answer): string => {
  switch (answer.kind) {
    case 'blank':
      return 'blank';
    case 'amount':
    case 'count':
      return `${answer.kind} ${answer.value.toFixed()}`;
    case 'yes-no':
      return answer.yes ? 'yes' : 'no';
    case 'unreadable':
      return ['unreadable', answer.raw, answer.wanted ?? ''].join(' ').trim();
    case 'text':
    case 'none':
      return `${answer.kind} ${answer.text}`;
  }
};

describe('an answer is read the way a person reads it', () => {
  test.each<[AskedFact['kind'], string, string]>([
    ['count', '67', 'count 67'],
    ['count', '６７', 'count 67'],
    ['count', '67人', 'count 67'],
    ['count', '1,200', 'count 1200'],
    ['count', '42.5', 'unreadable 42.5 whole'],
    ['count', '3.5辆', 'unreadable 3.5辆 whole'],
    ['count', '无', 'count 0'],
    ['count', '—', 'count 0'],
    ['count', '约60', 'unreadable 约60'],
    ['count', '-3', 'unreadable -3 whole'],
    ['amount', '353.41', 'amount 353.41'],
    ['amount', '353.41万元', 'amount 353.41'],
    ['amount', '3534100元', 'amount 353.41'],
    ['amount', '没有', 'amount 0'],
    ['amount', '见附件', 'unreadable 见附件'],
    ['text', '办公室、综合科。', 'text 办公室、综合科'],
    ['text', '不涉及', 'none 不涉及'],
    ['paragraphs', '负责会务。', 'text 负责会务。'],
    ['paragraphs', '（一）负责会务；\n\n（二）办理公文', 'text （一）负责会务；\n（二）办理公文。'],
    ['yes-no', '是', 'yes'],
    ['yes-no', '√', 'yes'],
    ['yes-no', '否', 'no'],
    ['yes-no', '是的', 'yes'],
    ['yes-no', '有', 'yes'],
    ['yes-no', '不是', 'no'],
    ['yes-no', '没有', 'no'],
    ['yes-no', '否（事业单位）', 'no'],
    ['yes-no', '是（新设）', 'yes'],
    ['yes-no', '事业', 'unreadable 事业 yes-no'],
    ['yes-no', '也许', 'unreadable 也许 yes-no'],
    ['text', '', 'blank'],
  ])('%s: %s is %s', (kind, typed, read) => {
    expect(shown(answerTo(sheet(`人员情况 | 在职人数 | ${typed} | 人`), ask(kind)))).toBe(read);
  });

  test('an area may have decimals, but is not negative', () => {
    const area = ask('count', { divisible: true });
    expect(shown(answerTo(sheet('人员情况 | 在职人数 | 1,200.5'), area))).toBe('count 1200.5');
    expect(shown(answerTo(sheet('人员情况 | 在职人数 | -1200.5'), area))).toBe('unreadable -1200.5');
  });

  test('the measure of its row says in which unit an amount was answered', () => {
    const answers = sheet('采购 | 货物预算 | 555000 | 元');
    expect(shown(answerTo(answers, ask('amount', { group: '采购', label: '货物预算' })))).toBe('amount 55.5');
  });

  test('a blank is what the edition says it is, and then nobody wrote it', () => {
    const answers = sheet('人员情况 | 在职人数 |  | 人');
    const answer = answerTo(answers, ask('text', { otherwise: '不变' }));
    expect(answer).toEqual({ kind: 'text', text: '不变', cell: undefined });
    expect(answerTo(answers, ask('text'))).toEqual({ kind: 'blank', cell: { sheet: '单位情况', row: 2, column: 2 } });
  });
});

describe('a row is found by its words', () => {
  test('wherever it stands, however its words are spaced, in columns that were moved, on a sheet that was renamed', () => {
    const answers = readFacts(
      workbook({ 情况: ['说明', '', '内容 | 类别 | 事 项', '5 | 资产 | 车辆', '６１ | 人员 情况 | 在职 人数'] }),
    );
    expect(shown(answerTo(answers, ask('count')))).toBe('count 61');
  });

  test('under the group of the row above where its own is blank', () => {
    expect(shown(answerTo(sheet('人员情况 | 编制数 | 61', ' | 在职人数 | 67'), ask('count')))).toBe('count 67');
  });

  test('by its label alone where that stands there once, never where it stands there twice', () => {
    expect(shown(answerTo(sheet('旧组 | 在职人数 | 67'), ask('count')))).toBe('count 67');
    expect(shown(answerTo(sheet('甲 | 在职人数 | 67', '乙 | 在职人数 | 3'), ask('count')))).toBe('blank');
  });

  test('the answered one of two that ask the same', () => {
    expect(shown(answerTo(sheet('人员情况 | 在职人数 |', '人员情况 | 在职人数 | 67'), ask('count')))).toBe('count 67');
  });

  test("a project's under its own name only", () => {
    const answers = sheet('项目：会议系统维护 | 项目承担单位 | 信息中心', '项目：档案整理 | 项目承担单位 |');
    const executor = ask('text', { group: '项目', label: '项目承担单位' });
    expect(shown(answerTo(answers, executor, '会议系统维护'))).toBe('text 信息中心');
    expect(shown(answerTo(answers, executor, '档案整理'))).toBe('blank');
    expect(shown(answerTo(answers, executor, '另一个'))).toBe('blank');
  });

  test('a workbook without such a sheet answers nothing', () => {
    expect(readFacts(workbook({ 表一: ['部门收支总体情况表'] })).rows).toEqual([]);
  });
});

test.each([
  ['无', 'text', false],
  ['有', 'text', true],
  ['0', 'count', false],
  ['3', 'count', true],
  ['0.00', 'amount', false],
  ['', 'amount', true],
  ['否', 'yes-no', false],
  ['是', 'yes-no', true],
] as const)('“%s” to a question of kind %s: there is something: %s', (typed, kind, something) => {
  expect(saysSomething(answerTo(sheet(`人员情况 | 在职人数 | ${typed}`), ask(kind)))).toBe(something);
});

test.each([
  ['2021', 2021],
  ["'2021年", 2021],
  ['２０２１年度', 2021],
  ['去年', undefined],
])('the year %s is %s', (typed, year) => {
  const answers = sheet(
    '基本信息 | 部门名称 | 云州市档案馆',
    `基本信息 | 预算年度 | ${typed}`,
    '基本信息 | 版式 | xinjiang-2021',
  );
  expect(aboutOf(answers)).toEqual({ department: '云州市档案馆', year, edition: 'xinjiang-2021' });
});

test('无 is no name of a department', () => {
  expect(aboutOf(sheet('基本信息 | 部门名称 | 无')).department).toBeUndefined();
});
