import type { Table } from '../../../engine/edition/edition';
import { totalRow } from '../../shared/fragments';

export const table7 = {
  id: '表七',
  role: '项目',
  title: '一般公共预算项目支出情况表',
  aliases: ['一般公共预算项目支出表', '项目支出情况表'],
  moneyUnit: '万元',
  decimals: 2,
  scope: { flow: '支出', fund: '一般公共预算', kind: '项目支出' },
  print: {
    caption: '表七：',
    department: '编制部门：{department}',
    landscape: true,
    emptyNote: '备注：{department}{year}年没有安排一般公共预算项目支出，本表为空表。',
  },
  blocks: [
    {
      keys: [
        { key: 'code', headers: ['科目编码', '功能分类科目编码'], system: 'functional', apart: true },
        { key: 'name', headers: ['科目', '科目名称', '功能分类科目名称'] },
        { key: 'open', headers: ['项目名称'], dimension: 'project' },
      ],
      rows: [{ tree: 'functional', levels: ['类', '款', '项'], detail: 'project' }, totalRow],
      columns: [
        { header: '项目支出合计', aliases: ['合计', '项目支出'] },
        { header: '工资福利支出', scope: { economic: '301' } },
        { header: '商品和服务支出', aliases: ['商品服务支出'], scope: { economic: '302' } },
        { header: '对个人和家庭的补助', aliases: ['对个人和家庭补助'], scope: { economic: '303' } },
        { header: '债务利息及费用支出', scope: { economic: '307' } },
        { header: '资本性支出（基本建设）', scope: { economic: '309' } },
        { header: '资本性支出', scope: { economic: '310' } },
        { header: '对企业补助（基本建设）', scope: { economic: '311' } },
        { header: '对企业补助', scope: { economic: '312' } },
        { header: '对社会保障基金补助', scope: { economic: '313' } },
        { header: '其他支出', scope: { economic: '399' } },
      ],
    },
  ],
} as const satisfies Table;
