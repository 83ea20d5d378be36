import type { CellContent, Edit } from './patch';

/** An edit of a single cell. */
export type CellEdit = Extract<Edit, { readonly do: 'setValue' | 'setFormula' }>;

export const isCellEdit = (edit: Edit): edit is CellEdit => edit.do === 'setValue' || edit.do === 'setFormula';

/** The sheet that an edit changes. */
export function sheetOf(edit: Edit): string {
  switch (edit.do) {
    case 'setValue':
    case 'setFormula':
      return edit.at.sheet;
    case 'putSheet':
    case 'drawSheet':
      return edit.sheet.name;
    case 'setFlags':
    case 'setNotes':
    case 'insertRows':
    case 'deleteRows':
    case 'removeSheet':
    case 'restoreSheet':
      return edit.sheet;
  }
}

/** What a cell holds, as a person reads it; '' for nothing. */
export const contentText = (content: CellContent | undefined): string =>
  content === undefined ? '' : 'formula' in content ? `=${content.formula}` : String(content.value ?? '');
