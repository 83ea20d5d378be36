import type { Patch, Receipt } from '../../engine/snapshot/patch';
import type { Snapshot } from '../../engine/snapshot/snapshot';
import { applyPatch, packed } from './apply-patch';
import type { OpenedBook } from './opened-book';
import { readBook } from './read-book';
import { isAsSealed, sealed } from './seal';
import type { Outcome } from './unusable';
import { readZip } from './zip-read';
import { writeZip } from './zip-write';

/** An opened .xlsx file: what it holds, and the way to write to it. Immutable: writing gives new bytes. */
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
  apply(patch: Patch): { readonly bytes: Uint8Array; readonly receipt: Receipt } {
    return applyPatch(this.book, patch);
  }

  /** The same file with a hidden note of what stands in its cells. */
  sealed(): Uint8Array {
    return writeZip(packed(sealed(this.book), this.book));
  }

  /** Whether the file was sealed, and nobody has typed into it since. */
  get isAsSealed(): boolean {
    return isAsSealed(this.book);
  }

  /** Opens what was written: sheets that were left as they are need not be read a second time. */
  reopened(bytes: Uint8Array): Outcome<XlsxWorkbook> {
    const entries = readZip(bytes);
    if (!entries.ok) return entries;
    const book = readBook(entries.value, this.book.parts.packing, this.book);
    return book.ok ? { ok: true, value: new XlsxWorkbook(book.value) } : book;
  }
}
