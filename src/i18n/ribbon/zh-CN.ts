import type { RibbonWords } from './words';

export const ribbonZhCN: RibbonWords = {
  cellEdit: '有单元格正在编辑，没有写入。请先按回车结束编辑，再点一次。',
  nothingToMark: (verdict) => `${verdict}。没有要标记的。`,
  nothingToRemove: '没有标记，也没有本工具生成的清单，不用清除。',
  seePane: '请点“审核”打开窗格处理。',
};
