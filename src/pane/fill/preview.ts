import { fillWorkbook } from '../../commands/fill';
import type { FillResult } from '../../commands/fill';
import { fillNumbers, numbersWithout } from '../../commands/fill-preview';
import type { Conflict } from '../../engine/fill/plan';
import { cellKey } from '../../engine/snapshot/address';
import type { Patch, Receipt } from '../../engine/snapshot/patch';
import type { FillNumbers } from '../../i18n/fill/words';
import type { Seen } from '../session/state';

/** What the user wants done otherwise than it is proposed. */
export interface FillChoices {
  /** By the cell, as it is after the insertions: what was typed and computed when the formula was chosen. */
  readonly replace: ReadonlyMap<string, string>;
  /** Sheets that refused rows in the workbook of this stamp. */
  readonly keepRows: { readonly stamp: string; readonly sheets: ReadonlySet<string> };
}

export const NO_CHOICES: FillChoices = { replace: new Map(), keepRows: { stamp: '', sheets: new Set() } };

/** What filling would do, with the choices it was made for. */
export interface FillPreview extends Seen {
  readonly choices: FillChoices;
  readonly result: FillResult;
}

/**
 * Plans a fill with the user's choices. A choice counts for the two amounts that it was made between: where the cell holds another by
 * now, what was typed is kept again.
 */
export async function previewFill(seen: Seen, choices: FillChoices): Promise<FillPreview> {
  const { snapshot, edition } = seen;
  const rows = choices.keepRows.stamp === snapshot.stamp ? { keepRows: choices.keepRows.sheets } : {};
  const wish = (replace: FillChoices['replace']) => ({ ...rows, edition, replace: new Set(replace.keys()) });
  const result = await fillWorkbook(snapshot, wish(choices.replace));
  const standing = new Map(
    result.plan.conflicts.flatMap((conflict) => {
      const key = cellKey(conflict.cell);
      const chosen = choices.replace.get(key);
      return chosen !== undefined && chosen === amountsOf(conflict) ? [[key, chosen] as const] : [];
    }),
  );
  if (standing.size === choices.replace.size) return { ...seen, choices, result };
  const kept = { ...choices, replace: standing };
  return { ...seen, choices: kept, result: await fillWorkbook(snapshot, wish(standing)) };
}

/** The choices with another one made about a conflict. */
export function chosen(choices: FillChoices, conflict: Conflict, useFormula: boolean): FillChoices {
  const replace = new Map(choices.replace);
  if (useFormula) replace.set(cellKey(conflict.cell), amountsOf(conflict));
  else replace.delete(cellKey(conflict.cell));
  return { ...choices, replace };
}

function amountsOf({ typed, computed }: Conflict): string {
  return `${typed.toFixed()} ${computed.toFixed()}`;
}

/** What of a preview was written. Rows that could not be put in hold back all the rest. */
export function writtenNumbers({ result }: FillPreview, { refused }: Receipt): FillNumbers {
  if (refused.some(({ edit }) => edit.do === 'insertRows')) return { formulas: 0, values: 0, rows: 0, numbers: 0 };
  return numbersWithout(
    result.plan,
    refused.map(({ edit }) => edit),
  );
}

/** The choices after a writing: sheets that took no rows are planned without any from now on, as long as the workbook stays as it is. */
export function afterRefusals(choices: FillChoices, { snapshot }: FillPreview, { refused }: Receipt): FillChoices {
  const sheets = refused.flatMap(({ edit, because }) =>
    edit.do === 'insertRows' && because !== 'rows-refused' ? [edit.sheet] : [],
  );
  if (sheets.length === 0) return choices;
  const known = choices.keepRows.stamp === snapshot.stamp ? choices.keepRows.sheets : [];
  return { ...choices, keepRows: { stamp: snapshot.stamp, sheets: new Set([...known, ...sheets]) } };
}

/** The patch of a preview, for the workbook and the edition that it was made for and no other. */
export function patchFor({ snapshot, edition, result }: FillPreview, present: Seen): Patch | undefined {
  return present.snapshot.stamp === snapshot.stamp && present.edition === edition ? result.patch : undefined;
}

/** How many cells a preview writes. */
export function cellsWritten({ result }: FillPreview): number {
  const { formulas, values, numbers } = fillNumbers(result.plan);
  return formulas + values + numbers;
}
