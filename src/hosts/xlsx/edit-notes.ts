import { a1 } from '../../engine/snapshot/address';
import type { NewNote } from '../../engine/snapshot/patch';
import type { Draft } from './draft';
import { OUR_AUTHOR, OUR_FIRST_LINE, readComments } from './read-notes';
import { spliceBytes } from './splice';
import type { Splice } from './splice';
import { hasShapes, vmlPart, withShapes, withoutNoteShapes } from './vml';
import type { Position } from './vml';
import { addElement, childrenOf, locate, placeAfter, prefixed, removeElements } from './xml-edit';
import { Token, XmlScanner } from './xml-scanner';
import { BEFORE_LEGACY_DRAWING } from './worksheet-order';
import { encode, escapeCellText, escapeXml } from './xml-text';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE_RELATIONSHIPS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const COMMENTS_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml';
const VML_TYPE = 'application/vnd.openxmlformats-officedocument.vmlDrawing';

/** Makes the sheet carry exactly these notes of ours, beside the user's. Cells that hold a user's note must have been left out. */
export function writeNotes(draft: Draft, sheetPath: string, notes: readonly NewNote[]): void {
  removeNotes(draft, sheetPath);
  if (notes.length > 0) addNotes(draft, sheetPath, notes);
}

function target(
  draft: Draft,
  sheetPath: string,
  type: string,
): { readonly id: string; readonly target: string } | undefined {
  return draft.relationships(sheetPath).find((relationship) => relationship.type === type && !relationship.external);
}

// A sheet may have a second VML part, for pictures in its header; only the legacy drawing holds notes.
function legacyDrawing(draft: Draft, sheetPath: string): { readonly id: string; readonly target: string } | undefined {
  const bytes = draft.read(sheetPath);
  const element = locate(bytes, ['worksheet', 'legacyDrawing']);
  if (!element) return undefined;
  const scan = new XmlScanner(bytes, element.start);
  scan.next();
  const id = scan.attributeOfAnyPrefix('id');
  return draft.relationships(sheetPath).find((relationship) => relationship.id === id && !relationship.external);
}

function removeNotes(draft: Draft, sheetPath: string): void {
  const comments = target(draft, sheetPath, 'comments');
  if (!comments) return;
  const bytes = draft.read(comments.target);
  const written = readComments(new XmlScanner(bytes));
  if (!written.some(({ ours }) => ours)) return;
  const cells = written.flatMap(({ at, ours }) => (ours && at ? [at] : []));
  const authors = authorsOf(bytes).flatMap((name, i) => (name === OUR_AUTHOR ? [i] : []));
  let left = spliceBytes(
    bytes,
    removeElements(bytes, ['comments', 'commentList', 'comment'], (_, index) => written[index]?.ours ?? false),
  );
  left = spliceBytes(left, [
    ...removeElements(left, ['comments', 'authors', 'author'], (_, index) => authors.includes(index)),
    ...renumberedAuthors(left, authors),
  ]);
  // LibreOffice leaves a nameless author behind, whoever wrote.
  const isEmpty =
    authorsOf(left).every((name) => name.trim() === '') && childrenOf(left, ['comments', 'commentList']).length === 0;
  if (isEmpty) {
    draft.unrelate(sheetPath, comments.id);
    draft.discard(comments.target);
  } else draft.write(comments.target, left);
  removeShapes(draft, sheetPath, cells);
}

function removeShapes(draft: Draft, sheetPath: string, cells: readonly Position[]): void {
  const drawing = legacyDrawing(draft, sheetPath);
  if (!drawing) return;
  const left = withoutNoteShapes(draft.read(drawing.target), cells);
  if (hasShapes(left)) {
    draft.write(drawing.target, left);
    return;
  }
  draft.edit(
    sheetPath,
    removeElements(draft.read(sheetPath), ['worksheet', 'legacyDrawing'], () => true),
  );
  draft.unrelate(sheetPath, drawing.id);
  draft.discard(drawing.target);
}

function addNotes(draft: Draft, sheetPath: string, notes: readonly NewNote[]): void {
  const comments = target(draft, sheetPath, 'comments');
  if (comments) {
    const bytes = draft.read(comments.target);
    const author = authorsOf(bytes).length;
    const xml = notes.map((note) => commentElement(note, author)).join('');
    draft.edit(comments.target, [
      ...addElement(bytes, ['comments', 'authors'], `<author>${escapeXml(OUR_AUTHOR)}</author>`),
      ...addElement(bytes, ['comments', 'commentList'], xml, notes.length),
    ]);
  } else {
    const path = draft.freePath('xl/comments', '.xml');
    const list = notes.map((note) => commentElement(note, 0)).join('');
    const xml = `<comments xmlns="${MAIN}"><authors><author>${escapeXml(OUR_AUTHOR)}</author></authors><commentList>${list}</commentList></comments>`;
    draft.write(path, encode(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${xml}`));
    draft.declare(path, COMMENTS_TYPE);
    draft.relate(sheetPath, 'comments', path);
  }
  addShapes(draft, sheetPath, notes);
}

function addShapes(draft: Draft, sheetPath: string, notes: readonly NewNote[]): void {
  const drawing = legacyDrawing(draft, sheetPath);
  if (drawing) {
    draft.write(drawing.target, withShapes(draft.read(drawing.target), notes));
    return;
  }
  const path = draft.freePath('xl/drawings/vmlDrawing', '.vml');
  draft.write(path, vmlPart(notes));
  // An override, not a default for .vml: it can be taken out again without asking whose it was.
  draft.declare(path, VML_TYPE);
  const id = draft.relate(sheetPath, 'vmlDrawing', path);
  const bytes = draft.read(sheetPath);
  const { offset, prefix } = placeAfter(bytes, 'worksheet', BEFORE_LEGACY_DRAWING);
  const element = `<legacyDrawing xmlns:r="${OFFICE_RELATIONSHIPS}" r:id="${id}"/>`;
  draft.edit(sheetPath, [{ from: offset, to: offset, text: prefixed(element, prefix) }]);
}

function authorsOf(bytes: Uint8Array): string[] {
  const scan = new XmlScanner(bytes);
  const authors: string[] = [];
  for (let token = scan.next(); token !== Token.end; token = scan.next()) {
    if (token !== Token.open) continue;
    if (scan.is('commentList')) break;
    if (scan.is('author')) authors.push(scan.textContent());
  }
  return authors;
}

function renumberedAuthors(bytes: Uint8Array, removed: readonly number[]): Splice[] {
  const scan = new XmlScanner(bytes);
  const splices: Splice[] = [];
  for (let token = scan.next(); token !== Token.end; token = scan.next()) {
    if (token !== Token.open || !scan.is('comment') || !scan.findAttribute('authorId')) continue;
    const [from, to] = [scan.valueStart, scan.valueEnd];
    const author = Number(scan.attribute('authorId'));
    const before = removed.filter((index) => index < author).length;
    if (before > 0) splices.push({ from, to, text: String(author - before) });
  }
  return splices;
}

function commentElement(note: NewNote, author: number): string {
  const run = (bold: string, text: string): string =>
    `<r><rPr>${bold}<sz val="9"/><color indexed="81"/><rFont val="宋体"/><charset val="134"/></rPr><t xml:space="preserve">${escapeCellText(text)}</t></r>`;
  return `<comment ref="${a1(note)}" authorId="${author}"><text>${run('<b/>', `${OUR_FIRST_LINE}\n`)}${run('', note.text)}</text></comment>`;
}
