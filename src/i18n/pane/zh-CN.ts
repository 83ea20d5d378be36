import { amountText } from '../words/amounts';
import { explainZhCN, wroteZhCN } from './screens-zh-CN';
import type { ChangedCell, PaneWords, UndoableCommand } from './words';

const COMMANDS = {
  mark: '标记到单元格',
  'remove-marks': '清除标记',
  unfinished: '上一步',
  fill: '填表',
  compile: '由台账生成各表',
  new: '新建标准表',
  ask: '新建填写用的工作表',
  withdraw: '收回说明',
  equations: '生成勾稽表',
  charts: '生成图表',
  tick: '加√',
  'remove-ticks': '去掉√',
  'text-sheet': '写入工作表',
  rewrite: '改说明的句子',
  prior: '填上年数',
  'reasons-from': '说明原因的起点',
} as const;
const changed = ([first = '', ...others]: readonly string[]): string =>
  others.length > 0 ? `改${first}等${others.length + 1}格` : `改${first}`;
const named = (command: UndoableCommand): string => {
  if (typeof command === 'string') return COMMANDS[command];
  if ('explained' in command) return `说明${command.explained}`;
  return 'reason' in command ? `原因第${command.reason}条` : changed(command.changed);
};
/** By the ids of patches. One of a later version has no name here. */
const PATCHES: ReadonlyMap<string, string> = new Map([
  ['annotate', COMMANDS.mark],
  ['remove-annotations', COMMANDS['remove-marks']],
  ['explain', '说明情况'],
  ['equations', COMMANDS.equations],
  ['charts', COMMANDS.charts],
  ['tick', COMMANDS.tick],
  ['remove-ticks', COMMANDS['remove-ticks']],
  ['apply-suggestion', '改数'],
  ['fill', COMMANDS.fill],
  ['new', COMMANDS.new],
  ['compile', COMMANDS.compile],
  ['narrate', '写说明'],
  ['undo', '撤销'],
  ['redo', '重做'],
]);
const ofCommand = (id: string): string => {
  const name = PATCHES.get(id);
  return name === undefined ? '' : `“${name}”`;
};
const quoted = (names: readonly string[]): string => names.map((name) => `“${name}”`).join('、');

/** More places than these are only counted. */
const MOST_NAMED = 3;
const some = (places: readonly string[]): string =>
  places.length > MOST_NAMED ? `${places.slice(0, MOST_NAMED).join('、')}等${places.length}格` : places.join('、');
const held = (cell: ChangedCell | undefined): string => (cell?.holds ? cell.holds : '空');
const changedTo = (cell: ChangedCell): string => `${cell.address}被改为${held(cell)}`;

export const paneZhCN: PaneWords = {
  title: '部门预算审核',
  tabs: {
    overview: '总览',
    findings: '审核',
    fill: '填表',
    text: '说明',
    settings: '设置',
    label: '页面',
    errorCount: (count) => `错误${count}处`,
    openCount: (count) => `待填${count}条`,
  },
  verdict: {
    errors: (count) => `还有${count}处错误要改`,
    warnings: (count) => `没有错误，${count}处需核实`,
    allPassed: (passed) => `${passed}项勾稽全部相符`,
    passedUnchecked: (passed, unchecked) => `没有发现错误；${passed}项相符，${unchecked}项未检查`,
    explained: (count) => `没有其他问题，${count}处已说明`,
    nothingChecked: '没有可检查的数字',
    nothingRecognised: (sheets) => `看了${sheets}张工作表，没有认出预算表`,
    also: (parts) => `另有${parts.join('，')}`,
  },
  counted: {
    error: (count) => `${count}处错误`,
    warning: (count) => `${count}处需核实`,
    note: (count) => `${count}处提示`,
    explained: (count) => `${count}处已说明`,
  },
  about: { year: (year) => `${year}年度`, noDepartment: '没有认出单位名称', noYear: '没有认出年度' },
  edition: {
    chosen: (name) => `${name}（您选的）`,
    change: '更改',
    choose: '指定版式',
    nothing: (name) => `按您选的“${name}”没有认出预算表，可以改回自动识别。`,
    automatic: '自动识别',
  },
  equations: { total: '勾稽', passed: '相符', failed: '不符', notApplicable: '不适用', notChecked: '未检查' },
  tables: {
    heading: '各表',
    declaredEmpty: '空表，已注明',
    blank: '没有数',
    noEquations: '没有勾稽',
    see: ([first = '', ...others]) => `见${first}${others.length > 0 ? '等' : ''}`,
    strip: (passed, failed, notChecked) => `相符${passed}，不符${failed}，未检查${notChecked}`,
    go: (table) => `到工作表：${table}`,
  },
  sheets: { heading: '没有认出的工作表', none: '工作簿里没有可看的工作表' },
  unchecked: {
    heading: (count) => `未检查${count}项`,
    line: (count, sentence) => `${count}项：${sentence}`,
    more: (count) => `其余${count}条`,
    fewer: '收起',
  },
  marksLeft: (count) => `表内还有${count}处标记，公开前请清除。`,
  writing: '正在写',
  open: {
    line: (count) => `说明待填${count}条`,
    reasons: (count) => `增减原因待填${count}条`,
    go: '去填',
  },
  findings: {
    list: '审核问题',
    filters: '按程度显示',
    toggle: (word, count) => `${word}${count}条`,
    search: '查科目、编码或单元格',
    groupBy: '排列方式',
    byCause: '按原因',
    byTable: '按表',
    noTable: '其他',
    hidden: (count) => `另有${count}条被筛选隐藏`,
    showAll: '全部显示',
    none: '没有问题要处理',
    menu: {
      open: '更多',
      copy: '复制这一条',
      copied: '已复制',
      blocked: '这里不能直接复制。文字已选中，请按Ctrl+C。',
      acceptAlike: (count) => `同类全部采纳（${count}格）`,
      onlyTable: (table) => `只看${table}`,
      allTables: '看所有的表',
    },
    symptoms: (count) => `${count}处不平由此引起`,
    others: (count) => `另有${count}处不平`,
    searching: '正在找是哪一格写错。',
    evidence: '依据',
    link: (address) => `选中${address}`,
    places: (count) => `等${count}处`,
    card: (severity, sentence, position, count) => `${severity}，${sentence}第${position}条，共${count}条`,
    more: (count) => `再显示${count}条`,
  },
  fixes: {
    accept: (amount) => `改为${amountText(amount)}`,
    clear: '改为空',
    attempt: (amount) => `试改为${amountText(amount)}`,
    acceptAll: '采纳可靠建议',
    heading: (cells) => `可改${cells}格，其余不动`,
    change: (before, after, stood) =>
      `${stood ?? (before === undefined ? '空' : amountText(before))} → ${after === undefined ? '空' : amountText(after)}`,
    write: (cells) => `写入${cells}格`,
    dontWrite: '不写',
  },
  explain: explainZhCN,
  commands: {
    next: '逐条处理',
    mark: COMMANDS.mark,
    listEquations: COMMANDS.equations,
    drawCharts: COMMANDS.charts,
    removeMarks: COMMANDS['remove-marks'],
    tick: COMMANDS.tick,
    removeTicks: COMMANDS['remove-ticks'],
    undo: (command) => `撤销：${named(command)}`,
    check: '重新检查',
    cancel: '取消',
    retry: '重试',
    close: '关闭',
  },
  done: {
    marked: (cells, sheet) => `已标记${cells}格，清单在工作表“${sheet}”。`,
    removed: '标记已清除。',
    kept: (sheets) => `${quoted(sheets)}里有您填写的内容，没有删除。`,
    undone: (command) => `已撤销：${named(command)}。`,
    redone: (command) => `已重做：${named(command)}。`,
    redoOutdated: (command) => `撤销“${named(command)}”之后表格有改动，没有重做。请按现在的表再做一次。`,
    changed: (addresses) => `已${changed(addresses)}，并重新检查。`,
    outdated: '表格已变，这条建议不再适用，没有写入。',
    previewOutdated: '预览之后表格有改动，没有写入。已按现在的表重新预览，请再看一遍。',
    wrote: wroteZhCN,
    updated: (parts) => (parts.length === 0 ? '已更新：没有问题' : `已更新：${parts.join('，')}`),
    cleaned: '已清理，表里的内容没有动。',
  },
  left: {
    half: (command) => `上次${ofCommand(command)}写到一半停了。已写的可以撤销，也可以保留。`,
    written: (command) =>
      `上次${ofCommand(command)}写到一半停了，已写的留在表里。清理只去掉看不见的痕迹，表里的内容不动。`,
    traces: '上次写入留下了看不见的痕迹，不影响数字。清理时表里的内容不动。',
    undo: '撤销已写的',
    keep: '保留已写的',
    clean: '清理',
    later: '先不管',
  },
  refused: {
    protected: (sheets) => `${quoted(sheets)}受保护，标记没有写入。请在“审阅”里撤销保护，再标记一次。`,
    protectedCells: (sheets) => `${quoted(sheets)}受保护，没有改。请在“审阅”里撤销保护后再试。`,
    notOurs: (sheets) => `${quoted(sheets)}是您自己的工作表，没有改动。`,
    missing: (sheets) => `${quoted(sheets)}已不在工作簿里，跳过。`,
    renamed: (sheets) => `${quoted(sheets)}已改名，没有写入。请重新检查后再试。`,
    workbookProtected: (sheets) =>
      `工作簿结构受保护，${quoted(sheets)}没有新建或删除。请在“审阅”里撤销工作簿保护，再试一次。`,
    filtered: (sheets) => `${quoted(sheets)}有筛选，插不了行，这次没有写入。请先清除筛选，再试一次。`,
    merged: (addresses) => `${some(addresses)}在合并单元格里，没有写入。`,
    changed: (cells) => `预览之后${some(cells.map(changedTo))}，没有写入。请重新预览。`,
    changedSince: (cells) =>
      `${some(cells.map(({ address }) => address))}之后您又改过，保留${cells.length === 1 ? held(cells[0]) : '您改的内容'}。`,
    sheetChanged: (sheets) => `${quoted(sheets)}里有您后来填写的内容，保留不动。`,
    other: (count) => `有${count}处没有写入。`,
  },
  problem: {
    'cell-edit': '请先按回车结束单元格编辑，之后会自动继续。',
    protected: '工作表或工作簿受保护，没有写入。请在“审阅”里撤销保护，再试一次。',
    gone: '要找的工作表已不在工作簿里。请重新检查。',
    hidden: '这张工作表是隐藏的，选不中单元格。请先取消隐藏。',
    'client-too-old': '需要Excel 2021或更新版本。此文件可改用命令行检查。',
    filtered: '有筛选，插不了行，表格没有改动。请先清除筛选，再试一次。',
    merged: '合并单元格挡住了这一步，表格没有改动。请先取消合并，再试一次。',
    structure: '套用了“表格”格式的区域或数组公式挡住了这一步，没有写入。请先转换为普通区域，再试一次。',
    'too-big': '工作簿太大，一次读不完，结果还是上一次的。请删去多余的格式和空行，再试一次。',
    'other-workbook': '当前显示的是另一个工作簿，请切回原来的文件，再试一次。',
    unfinished: '上一步写到一半停了，还没有处理，这次没有写入。请先撤销上一步，再试一次。',
    'own-mistake': '这一步没有完成，表格没有改动。请重试；若再出现，请复制诊断信息。',
  },
  partlyWritten: (progress) =>
    progress
      ? `已停止。写入了${progress.written}格，其余${progress.left}格没有动，已写的可以撤销。`
      : '写到一半停了，已写的可以撤销。',
  stoppedBecause: {
    'cell-edit': '请先按回车结束单元格编辑。',
    protected: '有工作表受保护，请在“审阅”里撤销保护。',
    gone: '有工作表已不在工作簿里。',
    hidden: '有工作表是隐藏的，请先取消隐藏。',
    'client-too-old': '需要Excel 2021或更新版本。',
    filtered: '有筛选，请先清除筛选。',
    merged: '有合并单元格，请先取消合并。',
    structure: '有套用“表格”格式的区域或数组公式，请先转换为普通区域。',
    'too-big': '内容太多，一次写不完。',
    'other-workbook': '当前显示的是另一个工作簿，请切回原来的文件。',
    unfinished: '这是上一步留下的，请先撤销它，再做别的。',
    'own-mistake': '若再出现，请复制诊断信息。',
  },
  diagnostics: '诊断信息',
  freshness: {
    fresh: '已按当前数据检查',
    updated: '已更新',
    changed: '表格有改动，正在检查',
    checking: '正在检查',
    waiting: '等待单元格编辑结束',
    stopped: '已停止，结果可能不是最新',
  },
  comma: '，',
  colon: '：',
};
