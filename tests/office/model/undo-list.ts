import type { ModelSheet } from './sheet';
import type { Change, Selection, ModelWorkbook } from './workbook';

/** A workbook as it was at a time; settings take no part in undo. */
interface Saved {
  readonly sheets: readonly { readonly sheet: ModelSheet; readonly held: Held }[];
  readonly names: ModelWorkbook['names'];
  readonly active: ModelSheet;
  readonly selection: Selection;
}

type Held = Omit<ModelSheet, 'id' | 'cell' | 'touch' | 'type' | 'usedArea' | 'mustBeOpen'>;

/** From this requirement set on a user can take back most of what an add-in wrote. */
export const UNDO_OF_ADDINS = '1.19';

/**
 * The user's undo list. Older clients lose it with nearly any write of an add-in, and cannot take such a write back; newer ones
 * lose it only where Excel can never undo (renaming, moving, hiding, deleting a sheet, protection).
 */
export class UndoList {
  private readonly steps: Saved[] = [];

  constructor(
    private readonly workbook: ModelWorkbook,
    private readonly undoesAddins: boolean,
  ) {}

  get length(): number {
    return this.steps.length;
  }

  /** Before something is done. */
  save(): Saved {
    return {
      sheets: this.workbook.sheets.map((sheet) => ({ sheet, held: heldBy(sheet) })),
      names: structuredClone(this.workbook.names),
      active: this.workbook.active,
      selection: this.workbook.selection,
    };
  }

  userDid(before: Saved, changes: readonly Change[]): void {
    this.keep(before, changes);
  }

  addinDid(before: Saved | undefined, changes: readonly Change[]): void {
    if (changes.length === 0) return;
    if (this.undoesAddins && before) this.keep(before, changes);
    else this.steps.length = 0;
  }

  /** Whether a copy has to be kept before an add-in writes. */
  get needsCopies(): boolean {
    return this.undoesAddins;
  }

  /** Ctrl+Z; false where there is nothing to take back. */
  undo(): boolean {
    const step = this.steps.pop();
    if (!step) return false;
    this.workbook.sheets = step.sheets.map(({ sheet, held }) => Object.assign(sheet, held));
    this.workbook.names = step.names;
    this.workbook.active = step.active;
    this.workbook.selection = step.selection;
    return true;
  }

  private keep(before: Saved, changes: readonly Change[]): void {
    if (changes.some(({ kind }) => kind === 'final' || kind === 'deleted')) this.steps.length = 0;
    else if (changes.length > 0) this.steps.push(before);
  }
}

function heldBy(sheet: ModelSheet): Held {
  const { id: _, ...held } = sheet;
  return structuredClone<Held>({ ...held });
}
