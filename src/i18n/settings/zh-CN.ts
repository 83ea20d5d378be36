import type { SettingsWords } from './words';
import { tablesZhCN } from '../words/tables-found';

const listed = (rules: readonly (readonly [string, number])[]): string =>
  rules.length === 0 ? '没有' : rules.map(([rule, count]) => `${rule} ${count}`).join('，');

const openReasons = (open: number): string => (open === 0 ? '没有待填的' : `待填${open}条`);

export const settingsZhCN: SettingsWords = {
  edition: {
    heading: '版式',
    recognised: (name, tables, forms) => `这个工作簿认作${name}，认出${tablesZhCN(tables, forms)}。`,
    chosen: (name, tables, forms) => `按您选的${name}检查，认出${tablesZhCN(tables, forms)}。`,
    none: '没有认出预算表，可以选一个版式再看。',
    label: '按哪个版式检查',
    automatic: (name) => (name === undefined ? '自动识别' : `自动识别（${name}）`),
    hint: '选了就重新检查，填表、说明、依据都按它；关上窗格就不再算数，不写进工作簿。',
  },
  reasonsFrom: {
    heading: '说明原因的起点',
    all: (open) => `现在每处增减都要写原因，${openReasons(open)}。`,
    from: (percent, amount, open) => {
      const said = [
        ...(percent === undefined ? [] : [`增减幅度不到${percent}`]),
        ...(amount === undefined ? [] : [`增减额不到${amount}`]),
      ];
      return `现在${said.join('并且')}的不写原因，${openReasons(open)}。`;
    },
    unread: (address, holds) => `${address}填的是“${holds}”，读不出数，没有当作起点。`,
    none: (edition) => `${edition}没有要写原因的说明，用不到这一项。`,
    percent: '增减幅度不到（%）',
    amount: '增减额不到（万元）',
    unit: '万元',
    notANumber: '读不出数，请只填数字，如5',
    becomes: (before, after) =>
      before === after
        ? `这样待填原因还是${after}条。`
        : `这样待填原因由${before}条${after < before ? '减' : '增'}为${after}条。`,
    write: '写入',
    where: (sheet, hasSheet) =>
      hasSheet ? `写进工作表“${sheet}”，命令行也照它。` : `写入时在最后新建工作表“${sheet}”，命令行也照它。`,
    hint: '不到的不写原因；两样都填的，两样都不到才不写；留空的每处都写。上年没有的、今年没有的总要写，已填的原因照写。',
  },
  language: {
    heading: '语言 Language',
    label: '窗格用的语言',
    chinese: '中文',
    english: 'English',
    hint: '表名、行名和已经写进工作表的字不变。',
  },
  marks: {
    heading: '标记',
    some: (cells) => `表内有${cells}处标记。清除时连同工具写的批注和清单一起拿掉，您填的数和字不动。`,
    lists: '单元格里没有标记，还有工具生成的清单或批注。清除时您填的数和字不动。',
    none: '工作簿里没有标记。',
    remove: '清除全部标记',
  },
  keys: { heading: '键盘', open: '快捷键', hint: '在窗格里随时按Ctrl+/也能看。' },
  about: {
    heading: '版本',
    version: (version) => `部门预算审核 ${version}`,
    diagnostics: '诊断信息',
    hint: '只复制框里的字：没有金额，没有单位、人和工作表的名称，没有单元格里的内容。',
    copy: '复制诊断信息',
    copied: '已复制。',
  },
  line: {
    version: (version) => `部门预算审核：${version}`,
    client: (program = '没有说明', sets) => `程序：${[program, ...sets].join('，')}`,
    language: (language) => `语言：${language}`,
    edition: (id = '没有认出', chosen) => `版式：${id}（${chosen === undefined ? '自动识别' : `选定${chosen}`}）`,
    sheets: (all, ours) => `工作表：${all}张，其中工具的${ours}张`,
    tables: (count) => `认出的表：${count}张`,
    equations: ({ total, passed, failed, notApplicable, notChecked }) =>
      `勾稽：${total}项，相符${passed}，不符${failed}，不适用${notApplicable}，未检查${notChecked}`,
    causes: ({ error, warning, note, explained }) =>
      `问题：错误${error}，需核实${warning}，提示${note}，已说明${explained}`,
    findings: (rules) => `按规则：${listed(rules)}`,
    unchecked: (rules) => `未检查：${listed(rules)}`,
    took: (read, check) => `用时：读取${read}毫秒，检查${check}毫秒`,
    notChecked: '还没有检查',
    problem: (code) => `最近一次没有完成的一步：${code}`,
  },
};
