import { editionById } from '../../../src/commands/check';
import { drawFacts } from '../../../src/commands/sheets/facts';
import { answerTo, NO_ANSWERS } from '../../../src/engine/asked/answers';
import { readFacts } from '../../../src/engine/asked/read-facts';
import type { Text } from '../../../src/engine/edition/text';
import type { DrawnSheet } from '../../../src/engine/snapshot/drawn';
import { linesOf, typed, workbookOf } from '../../fixtures/drawn';

let text: Text;
beforeAll(async () => {
  const declared = (await editionById('xinjiang-2021')).declared.text;
  if (!declared) throw new Error('no text');
  text = declared;
});

const CONTENT = 2;
const rowWith = (sheet: DrawnSheet, ...words: readonly string[]): number => {
  const row = sheet.rows.findIndex(({ cells }) => words.every((word) => cells.some(({ value }) => value === word)));
  if (row < 0) throw new Error(`no row: ${words.join(' ')}`);
  return row;
};
const answer = (sheet: DrawnSheet, label: string, value: string | number): DrawnSheet =>
  typed(sheet, rowWith(sheet, label), CONTENT, value);

test.each(['zh-CN', 'en'] as const)('drawn in %s, it asks each question once and is read again', (language) => {
  const sheet = drawFacts(text, NO_ANSWERS, ['会议系统维护'], language);
  const answers = readFacts(workbookOf(sheet));
  expect(answers.rows.map(({ label }) => label)).toEqual([
    ...text.asks.map(({ label }) => label),
    ...text.asksOfProjects.map(({ label }) => label),
  ]);
  expect(new Set(answers.rows.map(({ group, label }) => group + label)).size).toBe(answers.rows.length);
});

test('every answer comes back for its own question, redrawn or not', () => {
  let sheet = drawFacts(text, NO_ANSWERS, ['会议系统维护', '档案整理']);
  const first = sheet.rows.length - text.asks.length - 2 * text.asksOfProjects.length;
  expect(first).toBe(2);
  for (let row = first; row < sheet.rows.length; row += 1) sheet = typed(sheet, row, CONTENT, row);
  const again = drawFacts(text, readFacts(workbookOf(sheet)), ['会议系统维护', '档案整理']);
  expect(again).toEqual(sheet);
});

test('answers stay with their questions when projects come, go and change places', () => {
  const before = drawFacts(text, NO_ANSWERS, ['甲', '乙']);
  const filled = typed(before, rowWith(before, '项目：乙', '项目承担单位'), CONTENT, '信息中心');
  const after = drawFacts(text, readFacts(workbookOf(filled)), ['丙', '乙']);
  const executor = text.asksOfProjects.find(({ id }) => id === 'executor');
  if (!executor) throw new Error('executor');
  const answers = readFacts(workbookOf(after));
  expect(answerTo(answers, executor, '乙')).toMatchObject({ kind: 'text', text: '信息中心' });
  expect(answerTo(answers, executor, '丙')).toMatchObject({ kind: 'blank' });
});

test('what is no longer asked is kept at the end, and said; it comes back when it is asked again', () => {
  const before = drawFacts(text, NO_ANSWERS, ['甲']);
  const filled = typed(before, rowWith(before, '项目：甲', '项目承担单位'), CONTENT, '信息中心');
  const without = drawFacts(text, readFacts(workbookOf(filled)), []);
  expect(linesOf(without).at(-1)).toBe('项目：甲 | 项目承担单位 | 信息中心 |  |  | 现在没有用到，原样保留');
  expect(drawFacts(text, readFacts(workbookOf(without)), ['甲'])).toEqual(filled);
});

test('what was answered under a former name of a project says which name it may have now, where one alone is like it', () => {
  const before = drawFacts(text, NO_ANSWERS, ['会议系统维护']);
  const filled = readFacts(
    workbookOf(typed(before, rowWith(before, '项目：会议系统维护', '项目承担单位'), CONTENT, '信息中心')),
  );
  const last = (...projects: readonly string[]) => linesOf(drawFacts(text, filled, projects)).at(-1);
  const asItWas = '项目：会议系统维护 | 项目承担单位 | 信息中心 |  |  | 现在没有用到，原样保留';
  expect(last('会议系统维护费', '档案整理')).toBe(
    `${asItWas}。如果项目改名为“会议系统维护费”，把“类别”改为“项目：会议系统维护费”，再编一次就接着用`,
  );
  expect(last('会议系统维护费', '会议系统维护和改造')).toBe(asItWas);
  expect(last('档案整理')).toBe(asItWas);
});

test('an answer in 元 keeps its unit beside it', () => {
  const drawn = drawFacts(text, NO_ANSWERS, []);
  const row = rowWith(drawn, '货物预算');
  const yuan = typed(typed(drawn, row, CONTENT, 555000), row, CONTENT + 1, '元');
  expect(drawFacts(text, readFacts(workbookOf(yuan)), [])).toEqual(yuan);
});

test('5% as Excel takes it is drawn anew as it is read: 5, beside its %', () => {
  const [label = ''] = text.asks.filter(({ kind }) => kind === 'percent').map((fact) => fact.label);
  const drawn = drawFacts(text, NO_ANSWERS, []);
  const read = readFacts(workbookOf(answer(drawn, label, 0.05)));
  const rows = read.rows.map((row) => (row.label === label ? { ...row, isPercent: true as const } : row));
  expect(drawFacts(text, { ...read, rows }, [])).toEqual(answer(drawn, label, 5));
});

test('yes or no is a list to choose from, and nothing else is', () => {
  const drawn = drawFacts(text, NO_ANSWERS, ['甲']);
  const asked = drawn.lists.map(({ area }) => drawn.rows[area.top]?.cells[1]?.value);
  expect(asked).toEqual(['是否本年新设立', '本级是否行政或参公单位', '是否对个人补贴']);
  expect(drawn.lists.map(({ from }) => from)).toEqual([
    ['是', '否'],
    ['是', '否'],
    ['是', '否'],
  ]);
});

test('only the answers can be typed into, whatever the language', () => {
  const drawn = answer(drawFacts(text, NO_ANSWERS, ['甲']), '部门名称', '云州市档案馆');
  const inputs = drawn.rows.flatMap(({ cells }) => cells.filter(({ look }) => look.startsWith('input')));
  expect(new Set(inputs.map(({ column }) => column))).toEqual(new Set([CONTENT]));
  expect(inputs).toHaveLength(text.asks.length + text.asksOfProjects.length);
});

test('questions have an id and a label each, and what they refer to exists', () => {
  for (const list of [text.asks, text.asksOfProjects]) {
    expect(new Set(list.map(({ id }) => id)).size).toBe(list.length);
    expect(new Set(list.map(({ group, label }) => group + label)).size).toBe(list.length);
    for (const { before } of list) if (before !== undefined) expect(list.map(({ id }) => id)).toContain(before);
  }
  expect(text.asks.map(({ id }) => id)).toContain(text.newDepartment);
});
