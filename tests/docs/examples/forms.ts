import type { SheetLines } from '../../notation';

const plain =
  (title: string, header: string) =>
  (...rows: readonly string[]): SheetLines => [title, '单位：万元', header, ...rows];

const BY_FUNCTION = '功能分类科目编码 | 功能分类科目名称 | 合计 | 基本支出 | 项目支出';

/** Sides: 收入 in A and B, 支出 in C and D. */
export const table1 = (...rows: readonly string[]): SheetLines => ({
  lines: ['部门收支总体情况表', '单位：万元', '收入 |  | 支出', '项目 | 预算数 | 功能分类 | 预算数', ...rows],
  merges: ['A3:B3', 'C3:D3'],
});

export const table2 = plain(
  '部门收入总体情况表',
  '功能分类科目编码 | 功能分类科目名称 | 总计 | 一般公共预算拨款 | 政府性基金预算拨款 | 财政专户（教育收费） | 事业收入 | 事业单位经营收入 | 单位其他资金收入',
);

export const table3 = plain('部门支出总体情况表', BY_FUNCTION);

/** Sides: 财政拨款收入 in A and B, 财政拨款支出 from C on. */
export const table4 = (...rows: readonly string[]): SheetLines => ({
  lines: [
    '财政拨款收支预算总体情况表',
    '单位：万元',
    '财政拨款收入 |  | 财政拨款支出',
    '项目 | 合计 | 功能分类 | 合计 | 一般公共预算 | 政府性基金预算',
    ...rows,
  ],
  merges: ['A3:B3', 'C3:F3'],
});

export const table5 = plain('一般公共预算支出情况表', BY_FUNCTION);

export const table6 = plain(
  '一般公共预算基本支出情况表',
  '经济分类科目编码 | 经济分类科目名称 | 合计 | 人员经费 | 公用经费',
);

export const table7 = plain(
  '一般公共预算项目支出情况表',
  '科目编码 | 科目 | 项目名称 | 项目支出合计 | 工资福利支出 | 商品和服务支出 | 对个人和家庭的补助 | 债务利息及费用支出 | 资本性支出（基本建设） | 资本性支出 | 对企业补助（基本建设） | 对企业补助 | 对社会保障基金补助 | 其他支出',
);

/** Rows: 合计, 基本支出, 项目支出, without labels. */
export const table8 = (...rows: readonly string[]): SheetLines => ({
  lines: [
    '一般公共预算“三公”经费支出情况表',
    '单位：万元',
    '合计 | 因公出国（境）费 | 公务用车购置及运行费 |  |  | 公务接待费',
    ' |  | 合计 | 公务用车购置费 | 公务用车运行费',
    ...rows,
  ],
  merges: ['A3:A4', 'B3:B4', 'C3:E3', 'F3:F4'],
});

export const table9 = plain('政府性基金预算支出情况表', BY_FUNCTION);

/** A performance form of a project with its amounts; indicators below. */
export const form = (
  project: string,
  total: string,
  appropriation: string,
  ...indicators: readonly string[]
): SheetLines => [
  '项目支出绩效目标表',
  '（2021年）',
  `项目名称 | ${project}`,
  '预算单位 | 云州市文化馆',
  `项目资金（万元） | 年度资金总额：${total}`,
  ` | 其中：财政拨款：${appropriation}`,
  ' | 其他资金：',
  '总体目标 | 全年举办惠民演出和展览，丰富群众文化生活，服务对象满意。',
  '绩效指标 | 一级指标 | 二级指标 | 三级指标 | 指标值',
  ...(indicators.length > 0 ? indicators : INDICATORS),
];

export const INDICATORS: readonly string[] = [
  ' | 项目完成 | 数量指标 | 举办展览 | ≥4场',
  ' |  | 质量指标 | 活动完成率 | ≥95%',
  ' |  | 时效指标 | 完成时间 | 2021年12月31日',
  ' |  | 成本指标 | 项目总成本 | ≤40万元',
  ' | 项目效益 | 社会效益指标 | 观众人次 | ≥8000人次',
  ' | 满意度指标 | 满意度指标 | 观众满意度 | ≥90%',
];
