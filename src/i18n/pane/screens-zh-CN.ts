import type { FillNumbers } from '../fill/words';
import { tickedZhCN } from '../words/ticks';
import type { ExplainWords } from './screens';
import type { SaidOfWriting } from './words';

/** What a fill comes to. */
export function summed({ formulas, values, rows, numbers }: FillNumbers): string {
  const kinds = [
    ...(formulas > 0 ? [`公式${formulas}`] : []),
    ...(values > 0 ? [`数值${values}`] : []),
    ...(numbers > 0 ? [`文本改数值${numbers}`] : []),
  ];
  const cells = `${formulas + values + numbers}格${kinds.length > 0 ? `：${kinds.join('、')}` : ''}`;
  return rows > 0 ? `${cells}；插入${rows}行` : cells;
}

/** What is said after something was written. */
export function wroteZhCN(wrote: SaidOfWriting): string {
  switch (wrote.what) {
    case 'fill':
      return `已写入${summed(wrote.numbers)}。`;
    case 'compile':
      return `已由台账生成${wrote.tables}张表，并重新检查。`;
    case 'new':
      return `已新建${wrote.sheets}张工作表。请从“台账”填起。`;
    case 'ask':
      return `已备好${wrote.sheets.map((sheet) => `“${sheet}”`).join('')}。`;
    case 'text-sheet':
      return `已写入工作表“${wrote.sheet}”。`;
    case 'rewritten':
      return `“${wrote.sheet}”改好${wrote.sentences}句。`;
    case 'prior':
      return `已由${wrote.file}填“${wrote.sheet}”${wrote.filled}行。${wrote.differing > 0 ? `另有${wrote.differing}行与您填的不同，没有改，在“${wrote.sheet}”里注明。` : ''}`;
    case 'reasons-from': {
      const { sheet, before, after } = wrote;
      if (before === after) return `已写入“${sheet}”，待填原因还是${after}条。`;
      return `已写入“${sheet}”，待填原因由${before}条${after < before ? '减' : '增'}为${after}条。`;
    }
    case 'explain':
      return `说明已写入“${wrote.sheet}”，这一条不再计入；数字变了会重新提示。`;
    case 'withdraw':
      return '说明已收回，这一条重新计入。';
    case 'equations':
      return `已生成“${wrote.sheet}”，列出${wrote.equations}项勾稽，两边都是公式。`;
    case 'charts':
      if (wrote.charts === 0) return '表里还没有数，没有可画的图。';
      return `已生成“${wrote.sheet}”，${wrote.charts}幅图，随表变动。${wrote.withPrior === 0 ? '没有上年数，只画了本年。' : wrote.withPrior < wrote.charts ? `其中${wrote.charts - wrote.withPrior}幅没有上年数，只画了本年。` : ''}`;
    case 'tick':
      return tickedZhCN(wrote.ticked, wrote.without);
    case 'remove-ticks':
      return '√已去掉。';
    case 'reason':
      return `已写入“${wrote.sheet}”第${wrote.row}行。`;
  }
}

export const explainZhCN: ExplainWords = {
  write: '写说明',
  again: '改说明',
  withdraw: '收回说明',
  box: '为什么可以这样',
  hint: '写进工作表“审核说明”，这一条不再计入；数字变了会重新提示。',
  name: '姓名',
  save: '保存说明',
  cancel: '不写',
};
