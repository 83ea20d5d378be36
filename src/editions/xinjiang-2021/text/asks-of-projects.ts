import type { AskedFact } from '../../../engine/edition/text';

const GROUP = '项目';
const WHERE = '第三部分七';
const PERSONS = '第三部分七';

export const asksOfProjects = [
  {
    id: 'policy',
    group: GROUP,
    label: '设立的政策依据',
    kind: 'text',
    usedIn: WHERE,
    help: '文件名称和文号；末尾不加句号',
  },
  { id: 'executor', group: GROUP, label: '项目承担单位', kind: 'text', usedIn: WHERE, help: '写全称' },
  {
    id: 'allocation',
    group: GROUP,
    label: '资金分配情况',
    kind: 'text',
    usedIn: WHERE,
    help: '资金用在哪里、各多少，合计等于项目金额',
  },
  {
    id: 'period',
    group: GROUP,
    label: '资金执行时间',
    kind: 'text',
    usedIn: WHERE,
    help: '年份和起止月份，如：某年1月至12月',
  },
  {
    id: 'toPersons',
    group: GROUP,
    label: '是否对个人补贴',
    kind: 'yes-no',
    usedIn: PERSONS,
    help: '填“是”的，以下各行也要填',
    otherwise: '否',
  },
  { id: 'moneyFrom', group: GROUP, label: '资金来源', kind: 'text', usedIn: PERSONS, help: '不是对个人补贴的项目不填' },
  {
    id: 'persons',
    group: GROUP,
    label: '补贴人数',
    kind: 'count',
    measure: '人',
    usedIn: PERSONS,
    help: '不是对个人补贴的项目不填',
  },
  {
    id: 'rate',
    group: GROUP,
    label: '补贴标准',
    kind: 'text',
    usedIn: PERSONS,
    help: '如：每人每月300元；不对个人补贴的不填',
  },
  {
    id: 'range',
    group: GROUP,
    label: '补贴范围',
    kind: 'text',
    usedIn: PERSONS,
    help: '补贴给哪些人；不对个人补贴的不填',
  },
  {
    id: 'manner',
    group: GROUP,
    label: '补贴方式',
    kind: 'text',
    usedIn: PERSONS,
    help: '如：通过银行卡按月发放；不对个人补贴的不填',
  },
  {
    id: 'procedure',
    group: GROUP,
    label: '发放程序',
    kind: 'text',
    usedIn: PERSONS,
    help: '如：个人申请、单位审核、公示后发放；不对个人补贴的不填',
  },
  {
    id: 'benefit',
    group: GROUP,
    label: '受益人群和社会效益',
    kind: 'text',
    usedIn: PERSONS,
    help: '谁受益、效果如何；不对个人补贴的不填',
  },
] as const satisfies readonly AskedFact[];
