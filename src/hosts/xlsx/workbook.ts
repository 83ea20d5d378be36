import type { Patch, Receipt } from '../../engine/snapshot/patch';
import type { Snapshot } from '../../engine/snapshot/snapshot';
import { applyPatch, type Applied } from './apply-patch';
import type { OpenedBook } from './opened-book';
import { readBook } from './read-book';
import { isAsSealed, sealed } from './seal';
import type { ZipEntry } from './zip-read';
import { deflated, writeZip } from './zip-write';

/** An opened .xlsx file: what it holds, and the way to write to it. Immutable: writing gives another one. */
export class XlsxWorkbook {
  constructor(private readonly book: OpenedBook) {}

  get snapshot(): Snapshot {
    return this.book.snapshot;
  }

  /**
   * Carries a patch out by editing the parts concerned in place; every other part keeps its bytes. The receipt's `undo` is made
   * for the written file. A patch made for another snapshot is refused as a whole (`changed-meanwhile`). Undoing gives back values,
   * formulas, flags, notes and sheets; a text that had several fonts in one cell comes back in the cell's own.
   */
  apply(patch: Patch): WrittenWorkbook {
    return new WrittenWorkbook(this.book, applyPatch(this.book, patch));
  }

  /** The same file with a hidden note of what stands in its cells. */
  sealed(): Uint8Array {
    return packed(sealed(this.book), this.book);
  }

  /** Whether the file was sealed, and nobody has typed into it since. */
  get isAsSealed(): boolean {
    return isAsSealed(this.book);
  }
}

/** A workbook after a patch: as a file, and opened. */
export class WrittenWorkbook {
  readonly receipt: Receipt;
  private file: Uint8Array | undefined;
  private opened: XlsxWorkbook | undefined;

  constructor(
    private readonly before: OpenedBook,
    private readonly applied: Applied,
  ) {
    this.receipt = applied.receipt;
  }

  /** The file. It is compressed once it is asked for. */
  get bytes(): Uint8Array {
    return (this.file ??= packed(this.applied.entries, this.before));
  }

  /** The same as opening the file: of it only what is new, and was not drawn by ourselves, is read. What we wrote does open. */
  get workbook(): XlsxWorkbook {
    if (this.opened) return this.opened;
    const { before, applied } = this;
    const book = readBook(applied.entries, before.parts.packing, { before, drawn: applied.drawn });
    if (!book.ok) throw new Error(`what was written does not open: ${book.because} ${book.detail ?? ''}`);
    return (this.opened = new XlsxWorkbook(book.value));
  }
}

const packed = (entries: readonly ZipEntry[], { parts: { packing } }: OpenedBook): Uint8Array =>
  writeZip(entries.map((entry) => deflated(entry, packing.compression)));
