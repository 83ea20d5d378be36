import type { Column, Key, Placement, Row } from '../../engine/edition/edition';

/** The columns that name a functional classification row, in tables that print code and name apart. */
export const functionalKeys = [
  {
    key: 'code',
    headers: ['功能分类科目编码', '科目编码', '支出功能分类科目编码', '功能科目编码'],
    system: 'functional',
    apart: true,
  },
  { key: 'name', headers: ['功能分类科目名称', '科目名称', '支出功能分类科目名称', '科目'] },
] as const satisfies readonly Key[];

export const economicKeys = [
  {
    key: 'code',
    headers: ['经济分类科目编码', '科目编码', '部门预算支出经济分类科目编码'],
    system: 'economic',
    apart: true,
  },
  { key: 'name', headers: ['经济分类科目名称', '部门经济分类科目名称', '科目名称', '部门预算支出经济分类科目名称'] },
] as const satisfies readonly Key[];

export const totalRow = { total: ['合计', '总计', '支出合计', '收入合计'] } as const satisfies Row;

/** Total, basic and project, as expenditure tables by function print them. */
export const basicAndProject = [
  { header: '合计', aliases: ['总计', '小计'] },
  { header: '基本支出', scope: { kind: '基本支出' } },
  { header: '项目支出', scope: { kind: '项目支出' } },
] as const satisfies readonly Column[];

/** Total, personnel and public use, as the tables of basic expenditure print them. */
export const personnelAndPublicUse = [
  { header: '合计', aliases: ['总计', '小计'] },
  { header: '人员经费', scope: { kind: '人员经费' } },
  { header: '公用经费', aliases: ['日常公用经费'], scope: { kind: '公用经费' } },
] as const satisfies readonly Column[];

/** People or public use by economic class. 30228 and 30239 are counted to the people in some places; 399 holds anything. */
export const economicPlacements = [
  { along: 'economic', codes: ['301', '303'], dimension: 'kind', member: '人员经费' },
  { along: 'economic', codes: ['302', '310'], dimension: 'kind', member: '公用经费', except: ['30228', '30239'] },
] as const satisfies readonly Placement[];
