import type { RibbonWords } from './words';

export const ribbonEn: RibbonWords = {
  cellEdit: 'A cell is being edited and nothing was written. Press Enter first, then choose this again.',
  nothingToMark: (verdict) => `${verdict}. There is nothing to mark.`,
  nothingToRemove: 'There are no marks and no lists of ours: nothing to clear.',
  seePane: ' Choose Check to see to it in the pane.',
};
