import { recalculate, type HostReason } from '../../engine/formula/recalculate';
import { startsAsTable } from '../../engine/snapshot/own-sheet';
import type { CellNote, SheetSnapshot, Snapshot } from '../../engine/snapshot/snapshot';
import { drawnContent, type DrawnParts } from './drawn-content';
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
import type { OpenedBook, ReadSheet } from './opened-book';
import { XmlScanner } from './xml-scanner';
import type { Packing } from './compression';
import type { ZipEntry } from './zip-read';

/** What is known of a workbook before it is read. */
export interface KnownBefore {
  /** The workbook that it was made of: of sheets that stand there as they did, what was read then is taken. */
  readonly before?: OpenedBook;
  /** Sheets that have just been drawn: what they hold, and what their formulas come to, whoever drew them has said. */
  readonly drawn?: DrawnParts;
}

/** Reads a workbook out of the parts of a package; says why where they cannot be used. */
export function readBook(
  entries: readonly ZipEntry[],
  packing: Packing,
  { before, drawn }: KnownBefore = {},
): Outcome<OpenedBook> {
  const parts = new Parts(entries, packing);
  const workbook = readWorkbook(parts);
  if (!workbook.ok) return workbook;
  const context = readContext(parts, workbook.value);
  if (!context.ok) return context;
  const known = before && readsAlike(before.context, context.value) ? before.sheets : undefined;
  const marks = sheetMarks(workbook.value.names);
  const sheets: SheetSnapshot[] = [];
  const arrays = new Map<string, SheetContent['arrays']>();
  const contents = new Map<string, ReadSheet>();
  const settled = new Set<string>();
  for (const entry of workbook.value.sheets) {
    if (!entry.hasCells) continue;
    const asDrawn = drawnIn(parts.entry(entry.path), drawn, context.value);
    if (asDrawn) settled.add(entry.name);
    const read = asDrawn ? { ok: true as const, value: asDrawn } : readCells(parts, entry, context.value, known);
    if (!read.ok) return read;
    const sheet = readOne(parts, entry, read.value.content, marks.get(entry.index));
    if (!sheet.ok) return sheet;
    sheets.push(sheet.value);
    arrays.set(entry.name, read.value.content.arrays);
    contents.set(entry.path, read.value);
  }
  const stored: Snapshot = { stamp: stampOf(parts.entries), sheets };
  const reasonNot: HostReason = (sheet, row, column) => {
    if (workbook.value.asDisplayed) return 'precision-as-displayed';
    const inArray = arrays
      .get(sheet)
      ?.some((a) => row >= a.top && row <= a.bottom && column >= a.left && column <= a.right);
    return inArray ? 'array-formula' : undefined;
  };
  const snapshot = recalculate(stored, reasonNot, workbook.value.asDisplayed ? undefined : settled);
  const value = { parts, workbook: workbook.value, context: context.value, arrays, snapshot, sheets: contents };
  return { ok: true, value };
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

/** Whether a sheet's part means the same in both: the formats it knew are still in their places, and so are all texts. */
function readsAlike(before: ReadingContext, now: ReadingContext): boolean {
  const { formats, locked } = before.styles;
  return (
    before.from1904 === now.from1904 &&
    before.strings.length <= now.strings.length &&
    before.strings.every((text, at) => text === now.strings[at]) &&
    formats.every((format, at) => format === now.styles.formats[at]) &&
    locked.every((isLocked, at) => isLocked === now.styles.locked[at])
  );
}

function drawnIn(
  entry: ZipEntry | undefined,
  drawn: DrawnParts | undefined,
  { styles }: ReadingContext,
): ReadSheet | undefined {
  const part = entry?.isFresh && drawn?.get(entry.compressed);
  return entry && part && { entry, content: drawnContent(part, styles) };
}

function readCells(
  parts: Parts,
  { path }: SheetEntry,
  context: ReadingContext,
  known: OpenedBook['sheets'] | undefined,
): Outcome<ReadSheet> {
  const entry = parts.entry(path);
  const before = known?.get(path);
  if (entry && before && isUnchanged(before.entry, entry)) return { ok: true, value: before };
  const bytes = parts.read(path);
  if (!bytes.ok) return bytes;
  const scan = new XmlScanner(bytes.value);
  const content = readSheet(scan, context);
  if (scan.problem === 'dtd') return unusable('dtd', path);
  return content && entry ? { ok: true, value: { entry, content } } : unusable('corrupt-part', path);
}

function isUnchanged(before: ZipEntry, now: ZipEntry): boolean {
  if (before === now) return true;
  if (before.method !== now.method || before.crc !== now.crc || before.size !== now.size) return false;
  const [a, b] = [before.compressed, now.compressed];
  if (a.length !== b.length) return false;
  for (let at = 0; at < a.length; at++) if (a[at] !== b[at]) return false;
  return true;
}

function readOne(
  parts: Parts,
  entry: SheetEntry,
  content: SheetContent,
  mark: SheetMark | undefined,
): Outcome<SheetSnapshot> {
  const relationships = relationshipsOf(parts, entry.path);
  if (!relationships.ok) return relationships;
  const target = (type: string): string | undefined =>
    relationships.value.find((r) => r.type === type && !r.external)?.target;
  const comments = readPart<readonly Comment[]>(parts, target('comments'), readComments, []);
  if (!comments.ok) return comments;
  const threads = readPart<readonly CellNote[]>(parts, target('threadedComment'), readThreads, []);
  if (!threads.ok) return threads;
  const { rows, merges, hiddenRows, hiddenColumns, widths, isProtected, flags } = content;
  const notes = mergeNotes(comments.value, threads.value);
  return {
    ok: true,
    value: {
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
      ours: mark === 'own' && !startsAsTable(rows),
      ...(mark === 'drawn-table' ? { drawnTable: true } : {}),
    },
  };
}
