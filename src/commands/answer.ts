import { cellIn, findAskedSheet, textIn } from '../engine/asked/own-columns';
import { readReasons, reasonKey, reasonRow, REASON_HEADERS, type ReasonColumn } from '../engine/asked/read-reasons';
import { reasonWords } from '../engine/asked/reason-words';
import type { AskedReason } from '../engine/narrate/narration';
import type { CellRef } from '../engine/snapshot/address';
import { cellKey } from '../engine/snapshot/address';
import type { DrawnSheet } from '../engine/snapshot/drawn';
import type { Edit, Patch } from '../engine/snapshot/patch';
import type { Snapshot } from '../engine/snapshot/snapshot';
import { askedSheetWords } from '../i18n/catalogue';
import type { Language } from '../i18n/language';
import { narrateWorkbook } from './narrate';
import { askSheets } from './sheets/ask';

/** Which reason is answered. */
export type ReasonAnswered = Pick<AskedReason, 'key' | 'sectionName' | 'about'>;

/** The patch that writes an answer, and the cell in which it will stand. */
export interface Answered {
  readonly patch: Patch;
  readonly cell: CellRef;
}

/**
 * Writes a reason into its cell of the sheet of reasons, with what stands beside it: the figures it was given for, that it was given.
 * Where the sheet is not there, or does not ask for it, the sheets in which people answer are drawn first, with all that was answered
 * before. Undefined where the text asks for no such reason any more.
 */
export async function answerReason(
  snapshot: Snapshot,
  answered: ReasonAnswered,
  text: string,
  language: Language,
  edition?: string,
): Promise<Answered | undefined> {
  const result = await narrateWorkbook(snapshot, { edition });
  const asked = result.narration?.reasons.find(({ key }) => key === answered.key);
  if (!asked) return undefined;
  const row = reasonRow(readReasons(snapshot), asked.sectionName, asked.about);
  if (row) {
    const edits = [valueEdit(row.cell, text), ...besides(snapshot, asked, row.cell, text, language)];
    return { cell: row.cell, patch: { for: snapshot.stamp, command: 'narrate', edits } };
  }
  const drawn = askSheets(snapshot, result, { language });
  if (!drawn) return undefined;
  const present = new Set(snapshot.sheets.map(({ name }) => name));
  const edits = drawn.patch.edits.flatMap((edit): readonly Edit[] => {
    if (edit.do !== 'drawSheet') return [edit];
    if (edit.sheet.name === drawn.sheets.reasons)
      return [{ do: 'drawSheet', sheet: withAnswer(edit.sheet, asked, text, language) }];
    return present.has(edit.sheet.name) ? [] : [edit];
  });
  const cell = cellInDrawn(edits, drawn.sheets.reasons, asked, language);
  return cell && { cell, patch: { ...drawn.patch, edits } };
}

const valueEdit = (at: CellRef, text: string): Edit => ({ do: 'setValue', at, to: text.trim() === '' ? null : text });

/** What stands in the row of an answer besides it, in columns that the sheet has, and is another now. */
function besides(
  snapshot: Snapshot,
  asked: AskedReason,
  answer: CellRef,
  text: string,
  language: Language,
): readonly Edit[] {
  const sheet = findAskedSheet<ReasonColumn>(snapshot, REASON_HEADERS, ['section', 'about', 'reason']);
  const row = sheet?.rows.find((one) => cellKey(cellIn(sheet, one, 'reason')) === cellKey(answer));
  if (!sheet || !row || !sheet.sheet.ours) return [];
  const words = askedSheetWords(language).reasons;
  const amounts = (['now', 'before', 'difference', 'percent'] as const).flatMap((column): readonly Edit[] => {
    if (!sheet.columns.has(column)) return [];
    const to = asked[column]?.toDecimalPlaces(2).toNumber() ?? null;
    return [{ do: 'setValue', at: cellIn(sheet, row, column), to }];
  });
  const status = reasonWords(text) === undefined ? words.open : words.answered;
  const said: readonly Edit[] =
    sheet.columns.has('status') && textIn(sheet, row, 'status') !== status
      ? [{ do: 'setValue', at: cellIn(sheet, row, 'status'), to: status }]
      : [];
  return [...amounts, ...said];
}

/** The row of a drawn sheet of reasons that asks for one, and the columns of its answer and its status. */
function placeIn(
  sheet: DrawnSheet,
  asked: ReasonAnswered,
  language: Language,
): { readonly row: number; readonly answer: number; readonly status: number } | undefined {
  const { headers } = askedSheetWords(language).reasons;
  const labels = sheet.rows.find(({ cells }) => cells.some(({ value }) => value === headers.reason));
  const at = (header: string): number => labels?.cells.find(({ value }) => value === header)?.column ?? -1;
  const [section, about] = [at(headers.section), at(headers.about)];
  const key = reasonKey(asked.sectionName, asked.about);
  const row = sheet.rows.findIndex(({ cells }) => {
    const said = (column: number): string => String(cells.find((cell) => cell.column === column)?.value ?? '');
    return reasonKey(said(section), said(about)) === key;
  });
  return row < 0 ? undefined : { row, answer: at(headers.reason), status: at(headers.status) };
}

function withAnswer(sheet: DrawnSheet, asked: ReasonAnswered, text: string, language: Language): DrawnSheet {
  const place = placeIn(sheet, asked, language);
  if (!place) return sheet;
  const { open, answered } = askedSheetWords(language).reasons;
  const status = reasonWords(text) === undefined ? open : answered;
  return {
    ...sheet,
    rows: sheet.rows.map((row, index) => {
      if (index !== place.row) return row;
      const cells = row.cells.map((cell) => {
        if (cell.column === place.answer) return { ...cell, value: text.trim() === '' ? null : text };
        return cell.column === place.status ? { ...cell, value: status } : cell;
      });
      return { ...row, cells };
    }),
  };
}

function cellInDrawn(
  edits: readonly Edit[],
  name: string,
  asked: ReasonAnswered,
  language: Language,
): CellRef | undefined {
  for (const edit of edits) {
    const place =
      edit.do === 'drawSheet' && edit.sheet.name === name ? placeIn(edit.sheet, asked, language) : undefined;
    if (place) return { sheet: name, row: place.row, column: place.answer };
  }
  return undefined;
}
