/** What a rule is called in Chinese, and for those that no check of its own describes: what must hold and why. */
export interface RuleWords {
  readonly name: string;
  readonly says?: string;
}

const PARTS = '整体等于它的部分之和';
const SAME = '同一口径的数，在哪张表都一样';

/** Rules of the catalogue by id. Statements about the tables of one edition do not belong here: they follow from its declaration. */
export const ruleWords: Readonly<Record<string, RuleWords>> = {
  parts: { name: '整体与部分不符', says: `${PARTS}。` },
  'same-scope': { name: '同一数字两处不同', says: `${SAME}；表内两行说的是同一口径，也要一样。` },

  'b-income-sum': {
    name: '收入合计与各项收入之和不符',
    says: `收入总计等于各项收入之和，“其中”各行不重复加。${PARTS}。`,
  },
  'b-grant-parts': {
    name: '财政拨款与三本预算之和不符',
    says: `财政拨款等于一般公共预算、政府性基金预算、国有资本经营预算之和。${PARTS}。`,
  },
  'b-expense-sum': { name: '支出合计与各类之和不符', says: `支出总计等于各类支出之和。${PARTS}。` },
  'b-row-funds': { name: '一行的合计与各本预算之和不符', says: `财政拨款支出每一行，合计等于各本预算之和。${PARTS}。` },
  'b-row-sources': { name: '一行的总计与各来源之和不符', says: `收入表每一行，总计等于各资金来源之和。${PARTS}。` },
  'b-row-basic-project': {
    name: '合计与基本支出加项目支出不符',
    says: `合计等于基本支出加项目支出。${PARTS}；表里还有别的列（如人员经费、公用经费代替基本支出）时，按表里印出的列加。`,
  },
  'b-row-person-public': { name: '合计与人员经费加公用经费不符', says: `基本支出等于人员经费加公用经费。${PARTS}。` },
  'b-row-economic': { name: '项目支出与各经济分类之和不符', says: `项目支出合计等于各经济分类之和。${PARTS}。` },
  'b-hierarchy': {
    name: '上级科目与下级之和不符',
    says: `类等于下级款之和，款等于下级项之和，每个金额列都是。中间级没有印出时与再下一级相加；没有印出下级的不查。${PARTS}。`,
  },
  'b-total': { name: '合计行与各类之和不符', says: `合计行等于最上一级各科目之和，每个金额列都是。${PARTS}。` },
  'b-san-gong': {
    name: '“三公”合计与三项之和不符',
    says: `“三公”经费等于因公出国（境）费、公务用车购置及运行费、公务接待费之和。${PARTS}。`,
  },
  'b-car': { name: '公务用车购置及运行费与两项之和不符', says: `公务用车购置及运行费等于购置费加运行费。${PARTS}。` },
  'b-balance': { name: '收入与支出不平' },
  'b-column-missing-part': {
    name: '合计有数，分列都空着',
    says: '一行的合计有数，分项各列都空着，等于没有分列。把数填到分列里。',
  },
  'b-rounding': {
    name: '尾差',
    says:
      '每个数都按它所在列的小数位四舍五入过，真实的数在正负半个末位之间；合计与分项之差落在这个范围内的，属尾差，只作提示。' +
      '其他合计都分毫不差，或差额远大于一般尾差的，改按“疑似笔误”列为需核实。超出范围的不是尾差，是错误。同一个数印两遍没有四舍五入可言，差一个末位也要核实。',
  },

  'b-duplicate-row': { name: '同一科目出现两次' },
  'b-orphan': { name: '缺少上级科目行' },
  'b-person-public-class': { name: '人员经费与公用经费列错' },

  'c-income-total': { name: '收入总计两表不符', says: `收支总表的收入总计，与收入总表的合计一致。${SAME}。` },
  'c-income-source': {
    name: '某项收入两表不符',
    says: `收支总表的每项收入，与收入总表该列的合计一致；金额相同而列在另一项下的，会指出来。${SAME}。`,
  },
  'c-grant-income': {
    name: '财政拨款收入两表不符',
    says: `财政拨款收支总表的收入，与收支总表的财政拨款一致，三本预算各自也一致。${SAME}。`,
  },
  'c-grant-column': {
    name: '财政拨款收入与收入总表不符',
    says: `财政拨款收支总表的收入，与收入总表该列的合计一致；没有收支总表可对时用它。${SAME}。`,
  },
  'c-expense-total': { name: '支出总计两表不符', says: `收支总表的支出总计，与支出总表的合计一致。${SAME}。` },
  'c-expense-class': { name: '某类支出两表不符', says: `收支总表的每一类支出，与支出总表该类一致。${SAME}。` },
  'c-grant-general': {
    name: '一般公共预算支出两表不符',
    says: `财政拨款收支总表的一般公共预算支出，合计和每一类都与一般公共预算支出表一致。${SAME}。`,
  },
  'c-grant-fund': {
    name: '基金或国资支出两表不符',
    says: `财政拨款收支总表的政府性基金、国有资本经营预算支出，与各自的支出表一致。${SAME}。`,
  },
  'c-basic': { name: '基本支出两表不符', says: `一般公共预算支出表的基本支出，与基本支出表的合计一致。${SAME}。` },
  'c-project': {
    name: '项目支出两表不符',
    says: `一般公共预算支出表的项目支出，合计和每个科目都与项目支出表一致。差额正好等于另一资金来源的，会指出疑似口径不同。${SAME}。`,
  },
  'c-income-expense-row': { name: '某科目的收入与支出不等' },
  'c-part-of-all': { name: '部门支出小于其中的财政拨款支出' },
  'c-sangong-floor': { name: '“三公”某项小于基本支出里的同名科目' },
  'c-performance-total': { name: '绩效表资金合计与项目支出不符' },
  'c-performance-project': { name: '绩效表与项目支出表的项目对不上' },
  'c-name-blank': { name: '科目没有名称' },
  'c-name': { name: '同一编码名称不一' },
  'p-amount': { name: '绩效表与项目支出表金额不符' },
  'p-funds': { name: '资金总额与财政拨款加其他资金不符', says: `项目资金总额等于财政拨款加其他资金。${PARTS}。` },
  'p-blank': { name: '必填的内容空着' },
  'p-life': { name: '年度资金填成项目总额' },
  'p-dates': { name: '起止日期不在本年度' },
  'p-kinds': { name: '缺少某类指标' },
  'p-value': { name: '指标没有指标值' },
  'p-cost': { name: '成本指标大于项目资金' },
  'p-operator': { name: '指标方向相反' },
  'p-copied': { name: '两个项目的目标相同' },

  'f-answers': { name: '单位情况的回答互相矛盾' },
  'f-reason': { name: '增减原因与增减方向相反' },
  'f-prior': { name: '上年数与台账不同' },

  'k-shape': { name: '编码位数不对' },
  'k-parent': { name: '编码与上级不符' },
  'k-unknown': { name: '编码不在目录中' },
  'k-other-name': { name: '名称与编码不符' },
  'k-stale-name': { name: '旧名称' },
  'k-wrong-code': { name: '名称对应的编码不同' },
  'k-domain': { name: '科目栏填错分类' },
  'k-leaf': { name: '没有列到末级' },

  'c-ledger': { name: '表与台账不同' },
  'c-ledger-row': { name: '台账里有的一行，表里没有' },
  'c-ledger-apart': { name: '台账与表不是同一次的数' },
  'c-ledger-unused': { name: '没有用台账核对各表' },
  's-table-missing': { name: '缺少规定的表' },
  's-table-twice': { name: '同一张表出现两次' },
  's-title': { name: '表名与规定不一致' },
  's-title-year': { name: '表上的年度与文件不同' },
  's-unit-missing': { name: '没有注明金额单位' },
  's-unit-mixed': { name: '各表金额单位不一' },
  's-unit-magnitude': { name: '金额单位疑似写错' },
  's-unit-foreign': { name: '金额单位不是元或万元' },
  's-unit-suffix': { name: '金额后面带着别的单位' },
  's-department': { name: '编制部门名称不一' },
  's-column-missing': { name: '缺少规定的列' },
  's-column-unread': { name: '有一列金额没有读' },
  's-total-row': { name: '没有合计行' },
  's-row-unread': { name: '有一行金额没有读' },
  's-label-near': { name: '行名按最接近的一项处理' },
  's-empty-note': { name: '空表没有注明' },
  's-empty-contradiction': { name: '注明为空表，表里却有数' },
  's-empty-wrong': { name: '空表说明写的不是本表' },
  's-placeholder': { name: '模板的占位没有填写' },
  's-hidden': { name: '有隐藏的内容' },
  's-formula-error': { name: '单元格是错误值' },
  's-not-recalculated': { name: '公式没有重算' },
  's-external-link': { name: '公式引用了其他工作簿' },
  's-typed-total': { name: '合计是手工填的' },
  's-text-number': { name: '数字以文本存放' },
  's-not-number': { name: '金额格里不是数' },
  's-hidden-precision': { name: '显示的数与存的数不同' },
  's-negative': { name: '金额为负' },
  's-order-codes': { name: '科目没有按编码排序' },
};
