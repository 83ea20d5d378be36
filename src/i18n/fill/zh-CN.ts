import type { LeftBecause } from '../../engine/fill/plan';
import { amountText } from '../words/amounts';
import { money, moreOrLess, nameList, place } from '../words/phrases-zh-CN';
import type { FillNumbers, FillWords, KeptAmount } from './words';

const compared = (kept: KeptAmount): string =>
  `${place(kept.place)}您填${money(kept.typed, kept.unit)}，按=${kept.formula}算出${amountText(kept.computed)}，${moreOrLess(kept.difference)}`;

const LEFT_CELL: Readonly<Record<LeftBecause, (cells: string) => string>> = {
  unreadable: (cells) => `${cells}读不出金额`,
  'left-open': (cells) => `要用到的${cells}没有填`,
  'text-formula': (cells) => `${cells}的公式得出的是文本，求和时不计入`,
  'lost-reference': () => '公式引用的行已删去，那一行的数由表里算不出。请补上那一行，清空这一格再填；有台账的重新编制',
  'missing-columns': () => '表中缺了应当加进来的列',
  'unread-rows': (cells) => `${cells}所在的行没有认出，不知道该不该加进来`,
  'in-label': () => '金额与标签写在同一格里，公式写不进去。请接在冒号后面填',
  merged: () => '在合并单元格里面，写了也看不见',
  circular: () => '您的公式已经引用了这里，再引用回去就成了循环',
  'too-long': () => '要加的格太多，公式写不下',
  'row-protected': () => '工作表受保护。请先撤销保护',
  'row-beside': () => '左右并排着另一张表，插行会把它拆开。请自己加上这一行',
  'row-merged': () => '有合并单元格跨过这里。请先取消合并',
  'row-hidden': () => '表里有隐藏或筛选掉的行。请先取消隐藏、清除筛选',
  'row-unnamed': () => '目录里没有这个编码，不知道名称。请核对编码',
  'row-unclear': () => '看不出这张表的编码怎么写，或合计在哪一行。请自己加上这一行',
  'row-refused': () => '这张工作表插不了行',
};

function amounts({ formulas, values }: Pick<FillNumbers, 'formulas' | 'values'>): readonly string[] {
  return [...(formulas > 0 ? [`公式${formulas}`] : []), ...(values > 0 ? [`数值${values}`] : [])];
}

function counts({ rows, numbers, ...cells }: FillNumbers): readonly string[] {
  return [...amounts(cells), ...(rows > 0 ? [`插入${rows}行`] : []), ...(numbers > 0 ? [`文本改数值${numbers}`] : [])];
}

function summed(verb: string, { formulas, values, rows, numbers }: FillNumbers): string {
  const cells = formulas + values + numbers;
  const kinds = [...amounts({ formulas, values }), ...(numbers > 0 ? [`文本改数值${numbers}`] : [])].join('、');
  return `${verb}${cells}格（${kinds}）${rows > 0 ? `，插入${rows}行` : ''}`;
}

export const fillZhCN: FillWords = {
  kept: compared,
  keptRounding: (kept) => `${compared(kept)}，在四舍五入范围内，属尾差`,
  replaced: (kept) => `${compared(kept)}，改成公式`,
  allKept: '您填的数都保留。要改用公式，清空那一格再填。',
  keptForRow: (cells) => `${cells}与算出的不同由此引起，您填的数保留：先处理这一行，不要清空。`,
  counts,
  insertedRow: (row, name) => `第${row}行插入${name}`,
  blankRowTaken: (row, name) => `第${row}行是空行，写入${name}`,
  blank: '空',
  madeNumber: '文本改数值',
  renewed: (formula) => `原为=${formula}，得数不变`,
  restored: (formula) => `原为=${formula}，引用的行已删去`,
  followed: '原有公式随之变动：',
  unknown: '算不出，请打开后核对',
  followsHidden: (n) => `原有${n}个公式的得数随之变动，用--dry-run列出`,
  notesHidden: (n) => `另有${n}格您填的数与算出的差在四舍五入范围内，属尾差，都保留了`,
  leftCells: (first, more, because, cells) =>
    `${place(first)}${more > 0 ? `等${more + 1}格` : ''}没有填：${LEFT_CELL[because](cells.join(' '))}`,
  leftWaiting: (place0, more, { areas, more: isMore, cells }) =>
    `${place(place0)}等${more + 1}格没有填：${
      areas.length === 0
        ? '要用到的别的表还没有填，填好以后再填一次'
        : `请先填${areas.join(' ')}${isMore ? `等${cells}格` : ''}，再填一次就算得出`
    }`,
  leftRows: (table, rows, because) => {
    const which = rows.length > 1 ? `${nameList(rows)}${rows.length > 3 ? '' : '这些行'}` : `${nameList(rows)}一行`;
    return `${table}应有${which}，没有插入：${LEFT_CELL[because]('')}`;
  },
  nothing: '合计、上级科目和表间的数都有了，没有要填的。',
  nothingButRows: '没有要填的；有的表缺行，请补上再填。',
  nothingButOpen: '没有能算出来的了；上面列出的还空着，请先填。',
  untouched: (tables) =>
    `${tables.join('、')}一个数也没有，由别的表也算不出：请先填最末级的数，再填一次；没有这些钱的，在表下注明“本表为空表”。`,
  nothingTyped: '表里还没有数，没有可算的。请先填最末级的数。',
  written: (file, numbers) => `已写入${file}：${summed('填', numbers)}。`,
  writtenUnchanged: (file) => `已写入${file}：内容没有变。`,
  dryRun: (numbers) => `试运行：${summed('可填', numbers)}，没有写文件。`,
  remaining: (said) => `填后：${said}`,
  remainingNone: '填后：没有错误',
};
