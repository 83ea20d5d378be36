import type { CompileWords } from './words';

const list = (items: readonly string[], most = 6): string =>
  items.length > most ? `${items.slice(0, most).join('、')}等${items.length}个` : items.join('、');

export const compileZhCN: CompileWords = {
  fromLedger: ({ sheet, rows, amounts, inPart, leftOut, onlyBefore }) => {
    const read = amounts === rows ? `${rows}行` : `${rows}行${amounts}笔`;
    if (inPart === 0 && leftOut === 0 && onlyBefore === 0) return `“${sheet}”${read}全部编入`;
    return [
      `“${sheet}”编入${read}`,
      ...(inPart === 0 ? [] : [`其中${inPart}行有数没有编入`]),
      ...(onlyBefore === 0 ? [] : [`其中${onlyBefore}行只有上年数，不在本年的表里`]),
      ...(leftOut === 0 ? [] : [`${leftOut}行没有编入`]),
    ].join('，');
  },
  fromTables: (edition, tables) => `没有台账，按${edition}的${tables}张表编入`,
  notCompiled: {
    nothing:
      '没有找到台账，也没有认出预算表。台账要有功能科目、经济科目、资金来源、本年等列；空白台账用budget new生成。',
    empty: '台账里还没有填数，没有可编的内容。',
    unreadable: '台账一行也没有编入，没有写文件。',
  },
  written: (file, tables, formulas) =>
    formulas === 0 ? `已写入${file}：${tables}张表` : `已写入${file}：${tables}张表，公式${formulas}处`,
  newForms: (projects) => `绩效目标表${projects.length}张是新的，年度目标和指标待填：${list(projects)}`,
  filledForms: (projects) => `绩效目标和指标已从原来的绩效目标表带过来，请核对：${list(projects)}`,
  changedForms: (sheets) => `绩效目标表的金额已按台账更新，您填的文字没有动：${list(sheets)}`,
  renamedForms: '绩效目标表的单位、年度已照“单位情况”改',
  goneForm: (sheet, project, alike) =>
    `“${project}”在台账里已没有金额，它的绩效目标表（${sheet}）没有动，` +
    (alike
      ? `如果是改名为“${alike.project}”，请把${sheet}的项目名称改过来，删去新编的${alike.sheet}；用不到的请删去`
      : '用不到的请删去'),
  replaced: (count) => `表里有${count}处数与台账不同（台账改过的，或在表里直接改过的），已按台账改写：`,
  replacedOne: (place, before, now, isTyped) =>
    `${place}  原为${before}，${now === undefined ? '台账里没有' : `现为${now}`}${isTyped ? '（这一格原是公式，被改成了数）' : ''}`,
  replacedGone: (place, before, project, renamed) =>
    `${place}  原为${before}，是“${project}”的，台账里没有这个项目${renamed === undefined ? '' : `，像是改名为“${renamed}”`}`,
  leftAnswers: (at, count, project, renamed) =>
    `“${project}”的${count}条回答（${at}）现在没有用到，原样保留；如果是改名为“${renamed.project}”，把这几行的“类别”改为“${renamed.group}”，再编一次就接着用`,
  overwritten: (count, sheet, from) =>
    `“${sheet}”里来源写“${from}”的数有${count}处与台账不同，已照台账写。要用自己填的，改数以后把那一行的“来源”改成别的（如“决算”），再编一次：`,
  overwrittenOne: (before, now, from) =>
    now === undefined ? `原为${before}，${from}没有` : `原为${before}，${from}为${now}`,
  untold: (count) => `来源没有说明的数${count}处，那些格写“待填”：`,
  untoldTable: (table, columns) => `${table}的${list(columns.map((column) => `“${column}”`))}`,
  conflicts: (count) => `来源里有${count}处合计与明细之和不符，照原数编入，请看下面的检查结果`,
  whereNames: (codes, cells, header) => `${list(codes)}没有名称：写在${cells}（“${header}”列），再编一次。`,
  addNames: (codes, sheet, system) =>
    `${list(codes)}没有名称：在“${sheet}”加一列“${system === 'economic' ? '经济' : '功能'}科目名称”，写在编码的那一行，再编一次。`,
  whereName: (code, cell) => `${code}没有名称：填在编好的${cell}，文中照写；再编一次，各表都有。`,
  whereNameBefore: (code, cell) => `${code}（只有上年有）没有名称：填在编好的${cell}，文中照写。`,
  whereOpen: (sheets) => `。填在${list(sheets)}，填好后再写说明。`,
  noDepartment: '没有部门名称：请写--department，或填在“单位情况”表。',
  noYear: (year) => `没有预算年度，按${year}年编制：请写--year，或填在“单位情况”表。`,
  newWritten: (file, department, year, edition) => `已写入${file}：${department}${year}年度，${edition}`,
  nextSteps: (file) => [
    '1. 在“台账”里一行一笔填写；“单位情况”填部门的情况，“上年数”填上年公开的数',
    `2. 生成九张表：budget compile ${file} -o 编制.xlsx`,
    '3. 生成公开文本：budget narrate 编制.xlsx -o 公开.docx',
  ],
};
