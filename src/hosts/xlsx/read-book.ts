import { recalculate } from '../../engine/formula/recalculate';
import type { CellNote, SheetSnapshot, Snapshot } from '../../engine/snapshot/snapshot';
import { sheetMarks, type SheetMark } from './own-marker';
import { Parts, relationshipsOf, xmlUnusable } from './parts';
import { mergeNotes, readComments, readThreads } from './read-notes';
import type { Comment } from './read-notes';
import { readSheet } from './read-sheet';
import type { ReadingContext, SheetContent } from './read-sheet';
import { readSharedStrings } from './read-strings';
import { NO_STYLES, readStyles } from './read-styles';
import { readWorkbook } from './read-workbook';
import type { SheetEntry, WorkbookContent } from './read-workbook';
import { stampOf } from './stamp';
import { unusable } from './unusable';
import type { Outcome } from './unusable';
import type { OpenedBook } from './opened-book';
import { XmlScanner } from './xml-scanner';
import type { Packing } from './compression';
import type { ZipEntry } from './zip-read';

/** Reads a workbook out of the parts of a package; says why where they cannot be used. */
export function readBook(entries: readonly ZipEntry[], packing: Packing): Outcome<OpenedBook> {
  const parts = new Parts(entries, packing);
  const workbook = readWorkbook(parts);
  if (!workbook.ok) return workbook;
  const context = readContext(parts, workbook.value);
  if (!context.ok) return context;
  const marks = sheetMarks(workbook.value.names);
  const sheets: SheetSnapshot[] = [];
  const arrays = new Map<string, SheetContent['arrays']>();
  for (const entry of workbook.value.sheets) {
    if (!entry.hasCells) continue;
    const read = readOne(parts, entry, context.value, marks.get(entry.index));
    if (!read.ok) return read;
    sheets.push(read.value.sheet);
    arrays.set(entry.name, read.value.arrays);
  }
  const stored: Snapshot = { stamp: stampOf(parts.entries), sheets };
  const snapshot = recalculate(stored, (sheet, row, column) => {
    if (workbook.value.asDisplayed) return 'precision-as-displayed';
    const inArray = arrays
      .get(sheet)
      ?.some((a) => row >= a.top && row <= a.bottom && column >= a.left && column <= a.right);
    return inArray ? 'array-formula' : undefined;
  });
  return { ok: true, value: { parts, workbook: workbook.value, context: context.value, arrays, snapshot } };
}

function readContext(parts: Parts, workbook: WorkbookContent): Outcome<ReadingContext> {
  const strings = readPart(parts, workbook.stringsPath, readSharedStrings, []);
  if (!strings.ok) return strings;
  const styles = readPart(parts, workbook.stylesPath, readStyles, NO_STYLES);
  if (!styles.ok) return styles;
  return { ok: true, value: { strings: strings.value, styles: styles.value, from1904: workbook.from1904 } };
}

// A part that is not there at all is allowed (a workbook without texts has no string table); a damaged one is not.
function readPart<T>(
  parts: Parts,
  path: string | undefined,
  read: (scan: XmlScanner) => T | undefined,
  without: T,
): Outcome<T> {
  if (path === undefined || !parts.entry(path)) return { ok: true, value: without };
  const bytes = parts.read(path);
  if (!bytes.ok) return bytes;
  const scan = new XmlScanner(bytes.value);
  const value = read(scan);
  if (scan.problem) return xmlUnusable(scan.problem, path);
  return value === undefined ? unusable('corrupt-part', path) : { ok: true, value };
}

function readOne(
  parts: Parts,
  entry: SheetEntry,
  context: ReadingContext,
  mark: SheetMark | undefined,
): Outcome<{ readonly sheet: SheetSnapshot; readonly arrays: SheetContent['arrays'] }> {
  const bytes = parts.read(entry.path);
  if (!bytes.ok) return bytes;
  const scan = new XmlScanner(bytes.value);
  const content = readSheet(scan, context);
  if (scan.problem === 'dtd') return unusable('dtd', entry.path);
  if (!content) return unusable('corrupt-part', entry.path);
  const relationships = relationshipsOf(parts, entry.path);
  if (!relationships.ok) return relationships;
  const target = (type: string): string | undefined =>
    relationships.value.find((r) => r.type === type && !r.external)?.target;
  const comments = readPart<readonly Comment[]>(parts, target('comments'), readComments, []);
  if (!comments.ok) return comments;
  const threads = readPart<readonly CellNote[]>(parts, target('threadedComment'), readThreads, []);
  if (!threads.ok) return threads;
  const { rows, merges, hiddenRows, hiddenColumns, widths, isProtected, flags, arrays } = content;
  const notes = mergeNotes(comments.value, threads.value);
  return {
    ok: true,
    value: {
      sheet: {
        name: entry.name,
        visibility: entry.visibility,
        rows,
        merges,
        hiddenRows,
        hiddenColumns,
        widths,
        notes,
        flags,
        isProtected,
        ours: mark === 'own',
        ...(mark === 'drawn-table' ? { drawnTable: true } : {}),
      },
      arrays,
    },
  };
}
