import type { Refusal, RefusalCode } from '../../../engine/snapshot/patch';
import type { CellEdit } from '../../../engine/snapshot/edits';
import type { Area } from '../../../engine/snapshot/address';
import type { SheetSnapshot } from '../../../engine/snapshot/snapshot';
import type { Held } from '../api/contents';
import { NOTHING_HELD, sameContent } from '../api/contents';
import type { Seen, SeenSheet } from '../look/look';
import { RowWords } from './row-words';
import type { CellWrite } from '../write/write-cells';
import { TEXT_FORMAT } from '../write/write-cells';

/** What becomes of one edit of a cell. Exactly one of `refused`, `write` and nothing at all (it is so already). */
export interface CellDecision {
  readonly edit: CellEdit;
  readonly refused?: Refusal;
  readonly write?: CellWrite;
  /** What takes it back. */
  readonly undo?: CellEdit;
  /** What the cell holds before it is written to, as it reads once the patch's rows have been put in. */
  readonly now: Held;
}

/** The cells of one sheet that a patch speaks of. */
export interface CellQuestion {
  readonly seen: SeenSheet;
  readonly edits: readonly CellEdit[];
  /** The sheet as the patch was made for it; undefined where nobody knows. */
  readonly made: SheetSnapshot | undefined;
  /** Where a row of the patch stands now; undefined for one that is still to be put in. */
  readonly present: (row: number) => number | undefined;
  /** A formula of the sheet as it will read once the patch's rows have been put in. */
  readonly moved: (formula: string) => string;
  /** Of a row that is still to be put in: above which row, and whose looks it takes, as the sheet stands. */
  readonly added: (row: number) => NewRow | undefined;
  /** Of a row as the sheet stands: the row whose looks it is about to take, which is mostly itself. */
  readonly dressedLike: (row: number) => number;
}

export interface NewRow {
  readonly above: number;
  readonly like: number;
}

const LONGEST_TEXT = 32_767;
const LONGEST_FORMULA = 8192;

/** Decides for each edit whether it is carried out; of several for one cell the last counts. */
export function decideCells(question: CellQuestion): readonly CellDecision[] {
  const { seen, edits } = question;
  if (seen.state !== 'there') {
    const because = seen.state === 'missing' ? 'sheet-missing' : 'sheet-renamed';
    return edits.map((edit) => refused(edit, because));
  }
  const targets = edits.flatMap(({ at }) => {
    const row = question.present(at.row);
    return row === undefined ? [] : [{ row, column: at.column }];
  });
  const words = question.made && new RowWords(question.made, seen.grid, targets);
  const last = new Map(edits.map((edit) => [`${edit.at.row},${edit.at.column}`, edit]));
  return edits
    .filter((edit) => last.get(`${edit.at.row},${edit.at.column}`) === edit)
    .map((edit) => decideCell(edit, seen, question, words));
}

function decideCell(edit: CellEdit, seen: Seen, question: CellQuestion, words: RowWords | undefined): CellDecision {
  const { at } = edit;
  const row = question.present(at.row);
  const wanted = wantedOf(edit);
  const added = row === undefined ? question.added(at.row) : undefined;
  const stands = row === undefined ? NOTHING_HELD : seen.grid.held(row, at.column);
  const now = 'formula' in stands ? { formula: question.moved(stands.formula) } : stands;
  if (added ? isCoveredAnew(seen, added, at.column) : isCovered(seen, row ?? at.row, at.column))
    return refused(edit, 'merged', now);
  if (!isPossible(wanted)) return refused(edit, 'unsupported', now);
  const present = seen.grid.format(added?.like ?? question.dressedLike(row ?? at.row), at.column);
  const holdsIt = sameContent(now, wanted);
  if (holdsIt && (!edit.format?.always || edit.format.code === present)) return { edit, now };
  // It may have stopped between the format and the content.
  if (!holdsIt && row !== undefined && hasChanged(edit, now, stands, row, words))
    return refused(edit, 'changed-meanwhile', stands);
  const format = formatFor(edit, wanted, now, present);
  if (seen.facts.isProtected) {
    const isLocked = row === undefined || seen.grid.locked(row, at.column) !== false;
    if (isLocked || format !== present) return refused(edit, 'protected', now);
  }
  return {
    edit,
    now,
    write: { row: at.row, column: at.column, held: wanted, now, present, format },
    undo: inverse(edit, now, wanted, present, format),
  };
}

function refused(edit: CellEdit, because: RefusalCode, now: Held = NOTHING_HELD): CellDecision {
  const found = because === 'changed-meanwhile' ? { found: 'formula' in now ? now : { value: now.value } } : {};
  return { edit, now, refused: { edit, because, at: edit.at, ...found } };
}

function wantedOf(edit: CellEdit): Held {
  if (edit.do === 'setFormula') return { formula: edit.to };
  return { value: edit.to, ...(edit.isError ? { isError: true } : {}) };
}

function isPossible(wanted: Held): boolean {
  if ('formula' in wanted) return wanted.formula.length < LONGEST_FORMULA;
  if (typeof wanted.value === 'number') return Number.isFinite(wanted.value);
  return typeof wanted.value !== 'string' || wanted.value.length <= LONGEST_TEXT;
}

/** Whether a cell lies under a merged one. */
function isCovered({ grid, facts }: Seen, row: number, column: number): boolean {
  const merge = [...grid.merges, ...facts.merges].find((area) => isIn(area, row, column));
  return merge !== undefined && (merge.top !== row || merge.left !== column);
}

/** Whether a cell of a new row will: it takes over what is merged across the row it is like, and what is merged down through it. */
function isCoveredAnew({ grid, facts }: Seen, { above, like }: NewRow, column: number): boolean {
  return [...grid.merges, ...facts.merges].some(
    (area) =>
      (area.top === area.bottom && isIn(area, like, column) && area.left !== column) ||
      (area.top < above && isIn(area, above, column)),
  );
}

function isIn({ top, left, bottom, right }: Area, row: number, column: number): boolean {
  return row >= top && row <= bottom && column >= left && column <= right;
}

function hasChanged(edit: CellEdit, now: Held, stands: Held, row: number, words: RowWords | undefined): boolean {
  if (edit.expects) return !sameContent(now, edit.expects);
  if (!words) return false;
  return !sameContent(stands, words.before(row, edit.at.column)) || !words.isSamePlace(row, edit.at.column);
}

/**
 * What is put into a cell of text format becomes text, even a number and a formula: such a cell has to get another format. Unless the
 * edit says which, it shows as many decimals as the text did that stood there.
 */
function formatFor(edit: CellEdit, wanted: Held, now: Held, present: string): string {
  if (edit.format?.always) return edit.format.code;
  const isText = 'value' in wanted && (typeof wanted.value === 'string' || wanted.value === null);
  if (isText || (present !== TEXT_FORMAT && present !== 'General')) return present;
  if (edit.format) return edit.format.code;
  if (present === 'General') return present;
  const text = 'value' in now && typeof now.value === 'string' ? now.value : '';
  const decimals = /[.．]\s*([0-9０-９]+)[^0-9０-９]*$/.exec(text)?.[1]?.length ?? 0;
  const whole = /[,，][0-9０-９]/.test(text) ? '#,##0' : '0';
  if (decimals > 0) return `${whole}.${'0'.repeat(decimals)}`;
  return whole === '0' ? 'General' : whole;
}

/** The format is only named where it changes, or may: a formula can give a cell without one that of the cells it refers to. */
function inverse({ at }: CellEdit, now: Held, wanted: Held, present: string, format: string): CellEdit {
  const expects = 'formula' in wanted ? { formula: wanted.formula } : { value: wanted.value };
  const mayChange = format !== present || (present === 'General' && 'formula' in wanted);
  const care = { expects, ...(mayChange ? { format: { code: present, always: true as const } } : {}) };
  if ('formula' in now) return { do: 'setFormula', at, to: now.formula, ...care };
  return { do: 'setValue', at, to: now.value, ...(now.isError ? { isError: true as const } : {}), ...care };
}
