import type { Examples } from './example';
import { table5 } from './forms';

/** What people answered in the sheet of facts. */
export const answers: Examples = {
  'f-answers': {
    wrong: {
      表五: table5("'2010301 | 行政运行 | 40.00 | 40.00"),
      单位情况: [
        '类别 | 事项 | 内容 | 计量单位',
        '机构设置 | 下属预算单位数 | 3 | 个',
        ' | 下属预算单位名称 | 青岚县接待中心、青岚县档案馆',
        '政府采购 | 面向中小企业预留 | 10.00 | 万元',
        ' | 其中面向小微企业预留 | 26.20 | 万元',
      ],
    },
    mend: { '单位情况!C2': 2, '单位情况!C5': 6.2 },
    shows: ['单位情况'],
  },
};
