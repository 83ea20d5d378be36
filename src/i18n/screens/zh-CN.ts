import { summed } from '../pane/screens-zh-CN';
import type {
  AskWords,
  FillScreenWords,
  MakeWords,
  ScreenWords,
  StandingWords,
  TextScreenWords,
} from '../pane/screens';
import { amountText, isNegative, magnitudeText, percentText } from '../words/amounts';
import { money, moreOrLess } from '../words/phrases-zh-CN';

const MOST_NAMED = 6;
const list = (names: readonly string[]): string =>
  names.length > MOST_NAMED ? `${names.slice(0, MOST_NAMED).join('、')}等${names.length}张` : names.join('、');

const fill: FillScreenWords = {
  heading: (numbers) => `可写${summed(numbers)}`,
  conflicts: (count) => `您填的数不动。${count}格与算出的不同，请选：`,
  compared: ({ typed, computed, difference, unit }) =>
    `您填${money(typed, unit)}，算出${amountText(computed)}，${moreOrLess(difference)}`,
  unit: (unit) => `单位：${unit}`,
  rounding: '属尾差',
  roundings: (count) => `另有${count}格的差在四舍五入范围内，属尾差`,
  keep: '保留我填的',
  useFormula: '改用公式',
  choice: (place) => `${place}用哪一个`,
  follows: (count) => `原有${count}个公式的得数随之变动`,
  left: (count) => `${count}处没有填`,
  write: (cells) => `写入${cells}格`,
  undoable: '写入后可整体撤销',
  preparing: '正在预览',
};

const make: MakeWords = {
  ledger: (sheet, rows) => `“${sheet}”填了${rows}行，可由它生成各表。`,
  emptyLedger: (sheet) => `“${sheet}”还没有填数。一行一笔填好后，可由它生成各表。`,
  preview: '由台账生成各表',
  heading: (tables) => `由台账生成${tables}张表`,
  drawn: (names) => `重新生成：${list(names)}`,
  added: (names) => `新建：${list(names)}`,
  findings: (count) => `台账里有${count}处要看`,
  stale: (count) => `增减原因有${count}条是按原来的数写的，写入后请核对`,
  replaced: (count) => `表里有${count}处数与台账不同（台账改过的，或在表里直接改过的），将按台账改写`,
  gone: '没有',
  noDepartment: '没有部门名称，请填在“单位情况”里。',
  noYear: (year) => `没有预算年度，按${year}年编制；请填在“单位情况”里。`,
  write: (sheets) => `写入${sheets}张工作表`,
  nothing: '没有认出预算表，也没有台账。',
  newTables: '新建标准表',
  newWhat: '在这个工作簿里加上台账、单位情况、上年数、增减原因和全部空白表，原有的工作表不动。',
  department: '部门名称',
  year: '预算年度',
  yearHint: '四位数字，如2026',
  make: '新建',
};

const text: TextScreenWords = {
  sections: (count) => `${count}个部分`,
  done: (count) => `已成文${count}`,
  open: (count) => `待填${count}`,
  errors: (count) => `表里还有${count}处错误没有改，文字照现在的数写。`,
  copyAll: '复制全文',
  copySection: '复制这一部分',
  toSheet: '写入工作表',
  copied: '已复制，可直接粘贴到Word里。',
  copyBlocked: '这里不能直接复制。文字已选中，请按Ctrl+C。',
  figure: (text, address) => `${text}，选中${address}`,
  personal: (text, address) => `${text}，您在${address}填写`,
  from: (text, places) => `${text}  来自${places.join('、')}`,
  seenIn: (count) => `，见于${count}处`,
  notRecognised: '没有认出预算表，写不出说明。',
  ask: '去填',
  complete: '没有待填的内容',
};

const change = (was: string, becomes: string): string =>
  was === '' ? `加上${becomes}` : becomes === '' ? `去掉${was}` : `${was}改为${becomes}`;

const standing: StandingWords = {
  stale: (count, sheet) => `“${sheet}”里有${count}句与表中数字不一致`,
  current: (sheet) => `“${sheet}”里的数字与表中一致`,
  rewrite: '改这句',
  rewriteAll: '全部改好',
  choices: (count) => `其中${count}句要换成新写的，请逐句看`,
  fresh: '只改数字不够，这句要重写。新写的是：',
  lost: (words) => `您写的${words.map((word) => `“${word}”`).join('')}不在新写的句子里。`,
  choose: '换成新写的',
  reasonDoubtful: '增减的方向变了，请看写的原因还对不对。',
  changeFrom: (was, becomes, address) => `${change(was, becomes)}，选中${address}`,
  unmatched: (count) => `另有${count}句说到金额，现在写的说明里没有对应的句子，没有核对`,
  added: (count, sheet) => `另有${count}句是现在要写的，“${sheet}”里没有`,
  all: (count) => `列出全部${count}句`,
  overwrite: (count, sheet) => `“${sheet}”里有${count}句与现在写的不同，您改的字也在其中。整张重写后这些字就没有了。`,
  overwriteAll: '整张重写',
  keep: '不写',
};

const ask: AskWords = {
  back: '说明',
  progress: (open, done) => `原因待填${open}条，已填${done}条`,
  all: '全部清单',
  now: '本年',
  before: '上年',
  change: (difference, percent) => {
    const less = isNegative(difference);
    const by = `${less ? '减少' : '增加'}${magnitudeText(difference)}`;
    return percent === undefined ? by : `${by}，${less ? '下降' : '增长'}${percentText(percent.replace(/^-/, ''))}`;
  },
  box: '主要原因是',
  hint: '只写原因；数字和句号会自动带上',
  keeps: '。停一下就写进工作表',
  taken: (holds) =>
    `这一格在工作表里${holds === '' ? '已清空' : `已改为“${holds}”`}，没有动它。框里是您打的字，保存才写入。`,
  useSheet: '用表里的',
  reads: '写出来是：',
  save: '保存，下一条',
  saveLast: '保存',
  skip: '先跳过',
  complete: '原因已填完',
  readText: '看说明',
  stale: '这条原因是按原来的数写的，数字变了，请核对',
  spared: '增减不到起点，可以不写；清空再保存，就不列出了',
  position: (position, count) => `第${position}条，共${count}条`,
  facts: (count) => `单位情况待填${count}项`,
  prior: (count) => `上年数待填${count}处`,
  others: (count) => `表里缺${count}处`,
  noPrior: '没有上年数，看不出增减，也就问不出原因。请先填上年数。',
  fromFile: '由上年的工作簿填…',
  ofFile: (file, because) => `${file}：${because}。`,
  makeSheets: '新建填写用的工作表',
  updateSheets: '更新填写用的工作表',
  makeSheetsWhy: (sheets) => `原因、上年数和单位情况填在${sheets.map((sheet) => `“${sheet}”`).join('')}里。`,
  noneAsked: '没有要写的原因',
};

export const screensZhCN: ScreenWords = { fill, make, text, standing, ask };
