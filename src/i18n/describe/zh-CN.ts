import type { AskedTerm, RelationOp } from '../../engine/edition/asked-relations';
import type { Severity } from '../../engine/finding/finding';
import { severityWord } from '../severity';

const quotedAll = (names: readonly string[]): string => names.map((name) => `“${name}”`).join('');

const EACH = '各';

const RELATIONS: Readonly<Record<RelationOp, (left: string, right: string) => string>> = {
  '=': (left, right) => `${left} = ${right}`,
  '<=': (left, right) => `${left} ≤ ${right}`,
  needs: (left, right) => `有${left}的，应有${right}`,
  excludes: (left, right) => `有${left}的，${right}应为“否”或“无”`,
};

/** The words of the page that describes an edition: `docs/checks/<edition>.md`. Written for people who know budgets, not programs. */
export const describeZhCN = {
  generated: '> 由声明生成，请勿手改；改了`src/editions`之后用`npm run docs`重新生成。',
  heading: (name: string, id: string) => `# ${name}（${id}）`,
  counts: ({
    tables,
    forms,
    equations,
    within,
    between,
    declared,
    lines,
  }: Readonly<Record<'tables' | 'forms' | 'equations' | 'within' | 'between' | 'declared' | 'lines', number>>) =>
    `本版有${tables}张表${forms > 0 ? `、${forms}种按项目填的表` : ''}。` +
    `等式按行列的种类数共${equations}条：表内${within}条，表间${between}条，另行声明${declared}条；说法相同的合并后，下面共${lines}行。` +
    `实际条数随工作簿的科目行数增加：每个科目各有一条。`,
  reading: [
    '怎么读：',
    '',
    '- “类”“款”“项”代表该级的每一个科目；一行里几次出现，指同一个科目。“下级”指表中印出的下一级，中间级没有印就是再下一级。',
    '- 没有科目行的一边按零算：例如表五有某款而表九没有，表九就是零。',
    '- 括号里是规则编号和程度：错误＝不可能对，需核实＝审核人会问。差额在四舍五入范围内的降为提示，见`b-rounding`。',
    '- “≥”表示左边不得小于右边。',
  ].join('\n'),

  tablesTitle: '## 一、表和口径',
  tablesHead: [
    '| 表 | 题名 | 单位 | 小数 | 全表口径 | 行 | 列（括号里是列的口径，不写的与列名相同） |',
    '|---|---|---|---|---|---|---|',
  ].join('\n'),
  whole: '不限',
  total: '合计',
  blockPart: (name: string | undefined) => (name === undefined ? '' : `${name}：`),
  treeRow: (label: string, levels: readonly string[], list: boolean) =>
    `${label}${quotedAll(levels)}${list ? '，不论有无金额全部印出' : ''}`,
  detailRow: (label: string) => `，再按${label}`,
  ordinalRow: (position: number, name: string) => `第${position}个有数的行为“${name}”`,
  column: (header: string, scope: string) => (scope === '' || scope === header ? header : `${header}（${scope}）`),
  optional: (text: string) => `${text}〔可无〕`,
  whereFilled: (text: string) => `${text}〔有数才列〕`,
  formColumns: (fields: readonly string[]) => fields.join('、'),
  formRow: (label: string) => `每个${label}一份`,

  withinTitle: '## 二、表内',
  betweenTitle: '## 三、表间：同一口径的数，在哪张表都一样',
  declaredTitle: '## 四、另行声明：口径推不出来的，逐条说明理由',
  tableTitle: (id: string, title: string) => `### ${id} ${title}`,
  per: (labels: readonly string[]) => `合计及每个${labels.join('、')}各一条`,
  each: (labels: readonly string[]) => `每个${labels.join('、')}各一条`,
  declared: (id: string, says: string, severity: Severity, where: readonly string[]) =>
    `**${id}**（${severityWord(severity, 'zh-CN')}）：${says}${where.length > 0 ? `。${where.join('，')}` : ''}。`,
  inScope: (scope: string) => `限于${scope}`,
  onlyBoth: '只比两边都有的',
  because: (because: string, source: string | undefined) =>
    `理由：${because}。${source === undefined ? '' : `依据：${source}。`}`,

  rule: (rule: string, severity: Severity) => `（${rule}，${severityWord(severity, 'zh-CN')}）`,
  allColumns: '各列',
  allRows: '各行',
  columns: (names: readonly string[]) => names.join('、'),
  rows: (names: readonly string[]) => quotedAll(names),
  inPart: (part: string, where: string) => `${part === '' ? '' : `${part} `}${where}：`,
  row: (name: string) => `“${name}”`,
  childRows: (names: readonly string[]) =>
    `下级${names.map((name) => (name.startsWith(EACH) ? name : `“${name}”`)).join('')}之和`,
  topRows: (names: readonly string[]) => `${EACH}${quotedAll(names)}之和`,
  zero: '0',
  plus: (terms: readonly string[]) => terms.join(' + '),
  sides: (left: string, op: '=' | '>=', right: string) => `${left} ${op === '=' ? '=' : '≥'} ${right}`,
  /** `table` is '' where it is said already. */
  figure: (table: string, part: string, row: string | undefined, column: string | undefined) =>
    `${table}${part}${row === undefined ? '' : `“${row}”`}${column === undefined ? '' : `${row === undefined ? ' ' : ''}${column}`}`,
  sameRow: (rows: readonly string[], equation: string) => `同一行（${quotedAll(rows)}）：${equation}`,
  pairs: (left: string, right: string, op: '=' | '>=', pairs: readonly (readonly [string, string])[]) =>
    `${left}各行 ${op === '=' ? '=' : '≥'} ${right}各列：${pairs.map(([a, b]) => (a === b ? a : `${a}（即${b}）`)).join('、')}`,
  someOf: (name: string) => `${EACH}${name}`,

  answersTitle: '## 六、单位情况里不能互相矛盾的回答',
  answersIntro: '两边都填了、读得出的才查（[f-answers](answers.md#f-answers)）；名称的个数按顿号、逗号、换行数。',
  answers: (left: string, op: RelationOp, right: string, because: string, severity: Severity) =>
    `${RELATIONS[op](left, right)}（${severityWord(severity, 'zh-CN')}）：${because}`,
  askedTerm: (term: AskedTerm, table: string) => {
    switch (term.kind) {
      case 'answer':
        return term.times === undefined ? term.fact.label : `${term.fact.label}的${term.times}倍`;
      case 'table':
        return table;
      case 'names':
        return `${term.fact.label}的个数`;
      case 'amounts':
        return `${term.fact.label}里写到的金额`;
      case 'project':
        return '项目金额';
      case 'prior':
        return '上年数';
    }
  },

  looseTitle: '## 五、等式管不住的金额',
  looseIntro:
    '下面各格填错，本版的等式可能看不出来。不是等式的检查（[表和格式](structure.md)、[表内](tables.md)、[表间](between-tables.md)、[编码](codes.md)、[绩效](performance.md)）不在此列。',
  untouched: '### 不在任何等式里',
  onlyFloor: '### 只有“≥”，没有等式',
  onlyWithin: '### 只在本表内勾稽，没有另一张表可对',
  onlyWithinIntro: '本表各数一起写错而仍然相平时，查不出来。',
  none: '没有。',
  loose: (table: string, part: string, rows: readonly string[], columns: readonly string[]) =>
    `- ${table}${part}${quotedAll(rows)}：${columns.join('、')}`,
} as const;
