import type { StandingParagraph } from '../engine/renarrate/renarrate';
import type { CellRef } from '../engine/snapshot/address';
import { rowAt, type SheetSnapshot, type Snapshot } from '../engine/snapshot/snapshot';
import { annotateWords } from '../i18n/catalogue';
import { LANGUAGES } from '../i18n/language';

/** A paragraph of the text as it stands in its sheet, with its cell. */
export interface SheetParagraph extends StandingParagraph {
  readonly cell: CellRef;
}

/** The text as people have left it in the sheet that it was put into; undefined where there is none. What is computed there is not ours. */
export function readTextSheet(
  snapshot: Snapshot,
): { readonly sheet: string; readonly paragraphs: readonly SheetParagraph[] } | undefined {
  const sheet = snapshot.sheets.find(isTextSheet);
  const labels = sheet && rowAt(sheet, 1)?.cells;
  if (!sheet || !labels) return undefined;
  const columnOf = (header: 'number' | 'text'): number | undefined =>
    labels.find(({ value }) => LANGUAGES.some((language) => annotateWords(language).text.headers[header] === value))
      ?.column;
  const [column, numbers] = [columnOf('text'), columnOf('number')];
  const paragraphs = sheet.rows.flatMap(({ row, cells }): readonly SheetParagraph[] => {
    const text = cells.find((cell) => cell.column === column);
    if (row < 2 || !text || typeof text.value !== 'string' || text.formula !== undefined) return [];
    const number = cells.find((cell) => cell.column === numbers)?.value;
    return [
      {
        text: text.value,
        number: typeof number === 'number' ? number : undefined,
        cell: { sheet: sheet.name, row, column: text.column },
      },
    ];
  });
  return { sheet: sheet.name, paragraphs };
}

/** A sheet of the text that this tool made, in any language. */
export function isTextSheet(sheet: SheetSnapshot): boolean {
  if (!sheet.ours) return false;
  const labels = rowAt(sheet, 1)?.cells.map(({ value }) => value) ?? [];
  return LANGUAGES.some((language) => {
    const { text, cells } = annotateWords(language).text.headers;
    return labels.includes(text) && labels.includes(cells);
  });
}
