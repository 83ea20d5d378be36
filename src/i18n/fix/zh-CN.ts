import { cellsShown } from '../findings/cells-shown';
import type { FixWords, Remains } from './words';

/** Where what remains is found. */
function remaining(remains: Remains, other: string, findings: string): string {
  if (remains === 'nothing') return '';
  return remains === 'notes' ? `；提示见“${findings}”工作表` : `；${other}问题标在表里，见“${findings}”工作表`;
}

export const fixZhCN: FixWords = {
  causes: {
    typing: '笔误',
    sign: '正负号',
    rounding: '尾差',
    omission: '漏填',
    misplaced: '错位',
    swapped: '互换',
    unit: '单位',
    basis: '口径',
    arithmetic: '计算',
  },
  sheetName: '修改记录',
  guide: '点位置跳到单元格；只改了下列各格，其余数字没有动。',
  headers: {
    number: '序号',
    place: '位置',
    subject: '科目',
    before: '原值',
    after: '改为',
    difference: '差额',
    basis: '依据',
    confidence: '可信度',
  },
  withConfidence: (why, percent) => `${why}（可信度${percent}）`,
  blank: '空',
  cells: (count) => `空着的${count}格`,
  changed: '改',
  left: '留',
  reasons: {
    formula: '这一格是公式，没有改，请核对公式',
    open: '凭表内数字定不了',
    unsure: '可信度不够，没有改',
    'not-asked': '不在--only所列原因之内，没有改',
    'not-rewritable': '这一格的文字里认不出该改哪个数，没有改',
    explained: '已说明，没有改',
    'same-cell': '这一格已经改过，又算出别的数，没有再改，请对照原始资料',
  },
  leftOpen: (count, cells) => {
    const { shown, all } = cellsShown(cells);
    const list = shown.length > 0 ? `：${shown.join('、')}${all === undefined ? '' : '等'}` : '';
    return `另有${count}处没有唯一的改法，或不是改数能解决的，没有改，仍标在表里${list}`;
  },
  nothing: '没有可以确定的改法。',
  nothingWrong: '没有要改的数。',
  written: (file, cells, record, remains, findings) =>
    `已写入${file}：改${cells}格，逐条列在“${record}”工作表${remaining(remains, '其余', findings)}。`,
  writtenUnchanged: (file, remains, findings) => `已写入${file}：没有改数${remaining(remains, '', findings)}。`,
  dryRun: (cells) => `试运行：可改${cells}格，没有写文件。`,
  remaining: (counts) => `改后：${counts}`,
  remainingNone: '改后：没有错误',
};
