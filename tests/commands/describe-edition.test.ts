import { describeEdition } from '../../src/commands/describe-edition';
import type { Edition, Table } from '../../src/engine/edition/edition';
import { resolveEdition } from '../../src/engine/edition/resolve';

const kind = {
  id: 'kind',
  label: '支出类型',
  kind: 'members',
  whole: ['基本支出', '项目支出'],
  members: [{ is: '基本支出' }, { is: '项目支出' }, { is: '上缴支出' }],
} as const;
const functional = { id: 'functional', label: '功能科目', kind: 'code', system: 'functional' } as const;

const byFunction = (id: string, columns: Table['blocks'][number]['columns']): Table => ({
  id,
  role: id === '甲' ? '支出总' : '一般',
  title: `${id}支出表`,
  moneyUnit: '万元',
  decimals: 2,
  scope: {},
  blocks: [{ keys: [], rows: [{ tree: 'functional', levels: ['类', '款'] }, { total: ['合计'] }], columns }],
});

const all = { header: '合计' };
const basic = { header: '基本支出', scope: { kind: '基本支出' } };
const project = { header: '项目支出', scope: { kind: '项目支出' } };

/** The lines of the page of an edition with these tables, without its blank ones. */
function lines(tables: readonly Table[], equations: Edition['equations'] = []): readonly string[] {
  const resolution = resolveEdition({
    id: 'test-2021',
    name: '试用版',
    year: 2021,
    dimensions: [kind, functional],
    tables,
    forms: [],
    equations,
    checkNames: [],
    specimens: [],
  });
  if (!resolution.ok) throw new Error(resolution.problems.join());
  return describeEdition(resolution.edition)
    .split('\n')
    .filter((line) => line !== '');
}

const after = (all: readonly string[], heading: string): readonly string[] => {
  const from = all.indexOf(heading) + 1;
  const rest = all.slice(from);
  const end = rest.findIndex((line) => line.startsWith('#'));
  return from === 0 ? [] : rest.slice(0, end < 0 ? undefined : end);
};

test('rows and columns that say the same are one line', () => {
  expect(after(lines([byFunction('甲', [all, basic, project])]), '### 甲 甲支出表')).toEqual([
    '- 各列：“类” = 下级“款”之和（parts，错误）',
    '- 各列：“合计” = 各“类”之和（parts，错误）',
    '- 各行：合计 = 基本支出 + 项目支出（parts，错误）',
  ]);
});

test('a column that is no part of the whole is left out of the sum and said to be held by nothing else', () => {
  const page = lines([byFunction('甲', [all, basic, project, { header: '上缴支出', scope: { kind: '上缴支出' } }])]);
  expect(page).toContain('- 各行：合计 = 基本支出 + 项目支出（parts，错误）');
});

test('the same scope in two tables, for all rows at once; what one of them alone divides has no second table', () => {
  const page = lines([byFunction('甲', [all, basic, project]), byFunction('乙', [all])]);
  expect(page).toContain('- 同一行（“类”“款”“合计”）：甲 合计 = 乙 合计（same-scope，错误）');
  expect(after(page, '### 只在本表内勾稽，没有另一张表可对')).toEqual([
    '本表各数一起写错而仍然相平时，查不出来。',
    '- 甲“类”“款”“合计”：基本支出、项目支出',
  ]);
});

test('an amount in no equation, and one that only has a floor', () => {
  const single = (id: string, column: string, member: string): Table => ({
    ...byFunction(id, []),
    blocks: [
      {
        keys: [],
        rows: [{ ordinal: 1, name: '本年', scope: {} }],
        columns: [{ header: column, scope: { kind: member } }],
      },
    ],
  });
  const floor = { id: 'floor', says: '基本支出 >= 项目支出', because: '试用', severity: 'warning' } as const;
  const page = lines(
    [single('甲', '基本', '基本支出'), single('乙', '项目', '项目支出'), single('丙', '上缴', '上缴支出')],
    [floor],
  );
  expect(page).toContain('**floor**（需核实）：基本支出 ≥ 项目支出。');
  expect(page).toContain('- 甲“本年”基本 ≥ 乙“本年”项目');
  expect(after(page, '### 不在任何等式里')).toEqual(['- 丙“本年”：上缴']);
  expect(after(page, '### 只有“≥”，没有等式')).toEqual(['- 甲“本年”：基本', '- 乙“本年”：项目']);
});

test('an equation that names a code says the table that prints it', () => {
  const other: Table = { ...byFunction('乙', [all]), scope: { kind: '基本支出' } };
  const floor = { id: 'floor', says: '基本支出 >= 功能科目[20899]', because: '试用', severity: 'warning' } as const;
  const page = lines([byFunction('甲', [all, basic, project]), other], [floor]);
  expect(page).toContain('- 甲“合计”基本支出 ≥ 甲“20899”合计');
});
