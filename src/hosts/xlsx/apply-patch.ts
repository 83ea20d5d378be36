import { cellKey } from '../../engine/snapshot/address';
import type { CellRef } from '../../engine/snapshot/address';
import type { DrawnSheet } from '../../engine/snapshot/drawn';
import type { Edit, Patch, Receipt, Refusal, RefusalCode } from '../../engine/snapshot/patch';
import { cellAt, sheetNamed } from '../../engine/snapshot/snapshot';
import type { CellFlag, SheetSnapshot } from '../../engine/snapshot/snapshot';
import { Draft, PartUnreadable } from './draft';
import type { DrawnPart, DrawnParts } from './drawn-content';
import { drawnSheetXml } from './drawn-sheet-xml';
import { DrawnStyles } from './drawn-styles';
import { writeCells } from './edit-cells';
import type { NewContent } from './edit-cells';
import { writeFlags } from './edit-flags';
import { writeNotes } from './edit-notes';
import { SheetList } from './edit-sheets';
import { StyleEditor } from './edit-styles';
import { unlockedCells } from './locked-cells';
import type { OpenedBook } from './opened-book';
import { readBook } from './read-book';
import { readOwnSheet } from './read-own-sheet';
import { putRowsIn, takeRowsOut } from './rows/change-rows';
import type { RefusedRows } from './rows/refusals';
import type { RowsIn, RowsOut } from './rows/row-change';
import { stampOf } from './stamp';
import type { ZipEntry } from './zip-read';

type Of<Kind extends Edit['do']> = Extract<Edit, { readonly do: Kind }>;

/** An edit that changes no rows. */
type Plain = Exclude<Edit, RowsIn | RowsOut>;

/** What a patch made of a workbook: the entries of its package, not compressed yet where they are new. */
export interface Applied {
  readonly entries: readonly ZipEntry[];
  readonly receipt: Receipt;
  readonly drawn: DrawnParts;
}

/** Carries a patch out on an opened workbook. See `XlsxWorkbook.apply`. */
export function applyPatch(book: OpenedBook, patch: Patch): Applied {
  if (patch.for !== book.snapshot.stamp) return nothingDone(book, patch, () => 'changed-meanwhile');
  const { edits } = patch;
  const rowsIn = edits.filter((edit): edit is RowsIn => edit.do === 'insertRows');
  const rowsOut = edits.filter((edit): edit is RowsOut => edit.do === 'deleteRows');
  const plain = edits.filter((edit): edit is Plain => edit.do !== 'insertRows' && edit.do !== 'deleteRows');
  const widened = rowsIn.length > 0 ? putRowsIn(book, rowsIn) : undefined;
  if (widened?.ok === false) return nothingDone(book, patch, reasonIn(widened.refused));
  const there = widened ? reopened(widened.entries, book) : book;
  const application = new Application(there);
  application.run(plain);
  const written = application.draft.entries();
  const narrowed = rowsOut.length > 0 ? takeRowsOut(reopened(written, book), rowsOut) : undefined;
  if (narrowed?.ok === false) return nothingDone(book, patch, reasonIn(narrowed.refused));
  const entries = narrowed?.entries ?? written;
  const undo: Patch = {
    for: stampOf(entries),
    command: 'undo',
    edits: [...(narrowed?.undo ?? []), ...application.undo.reverse(), ...(widened?.undo ?? [])],
  };
  return { entries, receipt: { undo, refused: application.refused }, drawn: application.drawnParts };
}

function nothingDone(book: OpenedBook, { edits }: Patch, because: (edit: Edit) => RefusalCode): Applied {
  const refused = edits.map((edit): Refusal => ({ edit, because: because(edit) }));
  const undo: Patch = { for: book.snapshot.stamp, command: 'undo', edits: [] };
  return { entries: book.parts.entries, receipt: { undo, refused }, drawn: new Map() };
}

/** Why each edit of a patch is refused whose rows could not be put in or taken out: what it speaks of would stand elsewhere. */
function reasonIn(refused: readonly RefusedRows[]): (edit: Edit) => RefusalCode {
  const reasons = new Map(refused.map(({ edit, because }) => [edit, because]));
  return (edit) => reasons.get(edit) ?? 'rows-refused';
}

/** What has just been written, read again: everything else of the patch is found in it where it stands now. */
function reopened(entries: readonly ZipEntry[], before: OpenedBook): OpenedBook {
  const book = readBook(entries, before.parts.packing, { before });
  if (!book.ok) throw new Error(`what was written does not open: ${book.because} ${book.detail ?? ''}`);
  return book.value;
}

class Application {
  readonly draft: Draft;
  readonly undo: Edit[] = [];
  readonly refused: Refusal[] = [];
  readonly drawnParts = new Map<Uint8Array, DrawnPart>();
  private readonly list: SheetList;
  private readonly styles: StyleEditor;
  private drawn: DrawnStyles | undefined;
  /** Drawn sheets that are yet to be added, by their names in capitals: Excel compares them so. */
  private readonly drawings = new Map<string, Of<'drawSheet'>>();
  private readonly flags = new Map<string, readonly CellFlag[]>();

  constructor(private readonly book: OpenedBook) {
    this.draft = new Draft(book.parts);
    this.list = new SheetList(this.draft, book.workbook.path);
    this.styles = new StyleEditor(this.draft, book.workbook);
  }

  run(edits: readonly Plain[]): void {
    const cells = edits.filter(
      (edit): edit is Of<'setValue'> | Of<'setFormula'> => edit.do === 'setValue' || edit.do === 'setFormula',
    );
    this.attempt(cells, () => this.setCells(cells));
    for (const edit of edits) {
      if (edit.do === 'setValue' || edit.do === 'setFormula') continue;
      if (edit.do !== 'drawSheet') this.addDrawn();
      this.attempt([edit], () => {
        switch (edit.do) {
          case 'setFlags':
            return this.setFlags(edit);
          case 'setNotes':
            return this.setNotes(edit);
          case 'putSheet':
            return this.putSheet(edit);
          case 'removeSheet':
            return this.removeSheet(edit);
          case 'drawSheet':
            return this.drawSheet(edit);
          case 'restoreSheet':
            return this.restoreSheet(edit);
        }
      });
    }
    this.addDrawn();
    if (edits.some((edit) => edit.do === 'drawSheet' || edit.do === 'putSheet'))
      this.attempt([], () => this.dropPlaceholder());
    if (edits.some((edit) => edit.do === 'setFlags')) this.attempt([], () => this.styles.dropUnusedFlagLooks());
    if (
      edits.some((edit) => edit.do === 'removeSheet') &&
      !this.list.sheets().some((sheet) => this.list.ownKind(sheet))
    ) {
      this.attempt([], () => this.styles.dropOwnStyles());
    }
  }

  // Undoing leaves the placeholder to whoever undoes: a workbook cannot be without a sheet.
  private dropPlaceholder(): void {
    const placeholder = this.list.placeholder();
    if (placeholder && this.list.sheets().length > 1) this.list.remove(placeholder);
  }

  // Edits are all or nothing where a part they need cannot be read (a damaged drawing, say): such parts are not looked at when opening.
  private attempt(edits: readonly Edit[], run: () => void): void {
    const before = this.draft.mark();
    const undone = this.undo.length;
    try {
      run();
    } catch (problem) {
      if (!(problem instanceof PartUnreadable)) throw problem;
      this.draft.backTo(before);
      this.undo.length = undone;
      for (const edit of edits) this.refuse(edit, 'unsupported');
    }
  }

  private refuse(edit: Edit, because: RefusalCode, at?: CellRef): void {
    this.refused.push(at ? { edit, because, at } : { edit, because });
  }

  private sheetOf(edit: Edit, name: string): { readonly path: string; readonly sheet: SheetSnapshot } | undefined {
    const sheet = sheetNamed(this.book.snapshot, name);
    const path = this.book.workbook.sheets.find((entry) => entry.name === name)?.path;
    if (sheet && path !== undefined && this.list.named(name)) return { sheet, path };
    this.refuse(edit, 'sheet-missing');
    return undefined;
  }

  private setCells(edits: readonly (Of<'setValue'> | Of<'setFormula'>)[]): void {
    const bySheet = new Map<string, Map<number, Map<number, NewContent>>>();
    let touchesFormula = false;
    const undo: (Of<'setValue'> | Of<'setFormula'>)[] = [];
    // The workbook part is read once a sheet, not once a cell.
    const isListed = new Map<string, boolean>();
    for (const name of new Set(edits.map(({ at }) => at.sheet)))
      isListed.set(name, this.list.named(name) !== undefined);
    const accepted = edits.filter((edit) => this.acceptsCell(edit, isListed.get(edit.at.sheet) === true));
    const open = this.unlocked(accepted);
    for (const edit of accepted) {
      const { sheet: name, row, column } = edit.at;
      if (!open(edit.at)) {
        this.refuse(edit, 'protected');
        continue;
      }
      const rows = bySheet.get(name) ?? new Map<number, Map<number, NewContent>>();
      const cells = rows.get(row) ?? new Map<number, NewContent>();
      const sheet = sheetNamed(this.book.snapshot, name);
      const before = sheet && cellAt(sheet, row, column);
      const again = cells.has(column);
      touchesFormula ||= edit.do === 'setFormula' || before?.formula !== undefined;
      const fits = edit.do === 'setValue' && edit.fitsRow ? { fitsRow: edit.fitsRow } : {};
      const format = { ...(edit.format ? { format: edit.format } : {}), ...fits };
      const value = edit.do === 'setFormula' ? (edit.value ?? null) : edit.to;
      cells.set(column, edit.do === 'setFormula' ? { formula: edit.to, value, ...format } : { value, ...format });
      bySheet.set(name, rows.set(row, cells));
      if (again) continue;
      undo.push(
        before?.formula === undefined
          ? { do: 'setValue', at: edit.at, to: before?.value ?? null }
          : { do: 'setFormula', at: edit.at, to: before.formula, value: before.value },
      );
    }
    const formats = new Map<string, string>();
    for (const [name, contents] of bySheet) {
      const path = this.book.workbook.sheets.find((entry) => entry.name === name)?.path;
      if (path === undefined) continue;
      const written = writeCells(this.draft.read(path), contents, (at, style, format) => {
        const was = this.book.context.styles.formats[Number(style ?? '0')] ?? 'General';
        if (was === format.code || (!format.always && was !== 'General' && was !== '@')) return style;
        formats.set(cellKey({ sheet: name, ...at }), was);
        return String(this.styles.withNumberFormat(Number(style ?? '0'), format.code));
      });
      this.draft.write(path, written);
    }
    for (const edit of undo) {
      const code = formats.get(cellKey(edit.at));
      this.undo.push(code === undefined ? edit : { ...edit, format: { code, always: true } });
    }
    if (bySheet.size === 0) return;
    if (touchesFormula) this.list.dropCalculationChain();
    if (
      touchesFormula ||
      this.book.snapshot.sheets.some(({ rows }) =>
        rows.some(({ cells }) => cells.some(({ formula }) => formula !== undefined)),
      )
    ) {
      this.list.recalculateOnLoad();
    }
  }

  private acceptsCell(edit: Of<'setValue'> | Of<'setFormula'>, isListed: boolean): boolean {
    const sheet = isListed ? sheetNamed(this.book.snapshot, edit.at.sheet) : undefined;
    if (!sheet) {
      this.refuse(edit, 'sheet-missing');
      return false;
    }
    const { row, column } = edit.at;
    const covered = sheet.merges.find(
      (area) => row >= area.top && row <= area.bottom && column >= area.left && column <= area.right,
    );
    if (covered && (covered.top !== row || covered.left !== column)) {
      this.refuse(edit, 'merged');
      return false;
    }
    // One cell of an array formula cannot be changed without the others, in Excel neither.
    const array = this.book.arrays
      .get(edit.at.sheet)
      ?.find((area) => row >= area.top && row <= area.bottom && column >= area.left && column <= area.right);
    const isPart = array !== undefined && (array.top !== array.bottom || array.left !== array.right);
    const isNoNumber = edit.do === 'setValue' && typeof edit.to === 'number' && !Number.isFinite(edit.to);
    if (isPart || isNoNumber) this.refuse(edit, 'unsupported');
    return !isPart && !isNoNumber;
  }

  // In a file a protected sheet could be written all the same; who locked a cell wanted its value to stay.
  private unlocked(edits: readonly { readonly at: CellRef }[]): (at: CellRef) => boolean {
    const bySheet = new Map<string, (at: CellRef) => boolean>();
    for (const name of new Set(edits.map(({ at }) => at.sheet))) {
      const sheet = sheetNamed(this.book.snapshot, name);
      const path = this.book.workbook.sheets.find((entry) => entry.name === name)?.path;
      if (sheet?.isProtected && path !== undefined)
        bySheet.set(name, unlockedCells(this.draft.read(path), this.book.context.styles.locked));
    }
    return (at) => bySheet.get(at.sheet)?.(at) ?? true;
  }

  private setFlags(edit: Of<'setFlags'>): void {
    const there = this.sheetOf(edit, edit.sheet);
    if (!there) return;
    this.undo.push({ do: 'setFlags', sheet: edit.sheet, flags: this.flags.get(edit.sheet) ?? there.sheet.flags });
    this.flags.set(edit.sheet, edit.flags);
    writeFlags(this.draft, there.path, edit.flags, (severity) => this.styles.flagLook(severity));
  }

  private setNotes(edit: Of<'setNotes'>): void {
    const there = this.sheetOf(edit, edit.sheet);
    if (!there) return;
    const users = new Set(there.sheet.notes.filter(({ ours }) => !ours).map(({ row, column }) => `${row},${column}`));
    const accepted = edit.notes.filter((note) => {
      const isFree = !users.has(`${note.row},${note.column}`);
      if (!isFree) this.refuse(edit, 'user-note', { sheet: edit.sheet, row: note.row, column: note.column });
      return isFree;
    });
    const before = there.sheet.notes.filter(({ ours }) => ours).map(({ row, column, text }) => ({ row, column, text }));
    this.undo.push({ do: 'setNotes', sheet: edit.sheet, notes: before });
    writeNotes(this.draft, there.path, accepted);
  }

  private putSheet(edit: Of<'putSheet'>): void {
    const there = this.list.named(edit.sheet.name);
    const kind = there && this.list.ownKind(there);
    if (there && !kind) return this.refuse(edit, 'not-ours');
    if (there && kind) {
      this.undo.push({
        do: 'putSheet',
        sheet: readOwnSheet(
          this.draft.read(there.path),
          { name: there.name, kind },
          this.book.context.strings,
          this.styles.presentOwnStyles(),
        ),
      });
      this.list.replace(there, edit.sheet, this.styles.ownStyles(), this.styles.fontSize());
    } else {
      this.undo.push({ do: 'removeSheet', sheet: edit.sheet.name });
      this.list.add(edit.sheet, this.styles.ownStyles(), this.styles.fontSize());
    }
  }

  private drawSheet(edit: Of<'drawSheet'>): void {
    const { sheet } = edit;
    // A sheet drawn twice: the second takes the place of the first.
    if (this.drawings.has(sheet.name.toUpperCase())) this.addDrawn();
    const there = this.list.named(sheet.name);
    const isPlaceholder = there !== undefined && this.list.placeholder()?.name === there.name;
    if (there && !isPlaceholder && !this.list.isDrawn(there)) return this.refuse(edit, 'not-ours');
    if (!there) {
      this.drawings.set(sheet.name.toUpperCase(), edit);
      return;
    }
    this.undo.push({ do: 'restoreSheet', sheet: sheet.name, kept: this.list.kept(there) });
    this.list.replaceDrawn(there, sheet, this.drawnXml(sheet));
  }

  /** What has been drawn since the last edit of another kind comes into the workbook's lists, in one go. */
  private addDrawn(): void {
    const drawings = [...this.drawings.values()];
    this.drawings.clear();
    this.attempt(drawings, () => {
      const drawn = this.list.addDrawn(drawings.map(({ sheet }) => ({ sheet, xml: this.drawnXml(sheet) })));
      this.undo.push(...drawings.map(({ sheet }): Edit => ({ do: 'removeSheet', sheet: sheet.name })));
      if (!drawn.some(hasFormula)) return;
      this.list.dropCalculationChain();
      this.list.recalculateOnLoad();
    });
  }

  private drawnXml(sheet: DrawnSheet): Uint8Array {
    const styles = (this.drawn ??= new DrawnStyles(this.styles.lists()));
    const xml = drawnSheetXml(sheet, styles);
    this.drawnParts.set(xml, { sheet, styles });
    return xml;
  }

  private restoreSheet(edit: Of<'restoreSheet'>): void {
    const there = this.list.named(edit.sheet);
    if (there && !this.list.isDrawn(there)) return this.refuse(edit, 'not-ours');
    if (there) this.undo.push({ do: 'restoreSheet', sheet: edit.sheet, kept: this.list.kept(there) });
    else this.undo.push({ do: 'removeSheet', sheet: edit.sheet });
    this.list.restore(edit.sheet, edit.kept);
  }

  private removeSheet(edit: Of<'removeSheet'>): void {
    const there = this.list.named(edit.sheet);
    if (!there) return this.refuse(edit, 'sheet-missing');
    if (this.list.isDrawn(there)) {
      this.undo.push({ do: 'restoreSheet', sheet: there.name, kept: this.list.kept(there) });
      this.list.remove(there);
      return;
    }
    const kind = this.list.ownKind(there);
    if (!kind) return this.refuse(edit, 'not-ours');
    this.undo.push({
      do: 'putSheet',
      sheet: readOwnSheet(
        this.draft.read(there.path),
        { name: there.name, kind },
        this.book.context.strings,
        this.styles.presentOwnStyles(),
      ),
    });
    this.list.remove(there);
  }
}

function hasFormula(sheet: DrawnSheet): boolean {
  return sheet.rows.some(({ cells }) => cells.some(({ formula }) => formula !== undefined));
}
