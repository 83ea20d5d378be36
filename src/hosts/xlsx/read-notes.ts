import { parseA1Area } from '../../engine/snapshot/address';
import type { CellNote } from '../../engine/snapshot/snapshot';
import { readRichText } from './read-strings';
import { Token } from './xml-scanner';
import type { XmlScanner } from './xml-scanner';
import { unescapeCellText } from './xml-text';

/**
 * The author of our notes. It also heads their text, as Excel itself does it with the notes of people: LibreOffice forgets
 * authors when it saves, so the first line is what a note of ours is surely known by.
 */
export const OUR_AUTHOR = '预算审核';
export const OUR_FIRST_LINE = `${OUR_AUTHOR}：`;

/** One legacy comment of a part, in the order of the part. */
export interface Comment {
  readonly at: { readonly row: number; readonly column: number } | undefined;
  /** Without our first line. */
  readonly text: string;
  readonly ours: boolean;
}

/** Reads a part of legacy comments. */
export function readComments(scan: XmlScanner): readonly Comment[] {
  const authors: string[] = [];
  const comments: Comment[] = [];
  for (let token = scan.next(); token !== Token.end; token = scan.next()) {
    if (token !== Token.open) continue;
    if (scan.is('author')) authors.push(scan.textContent());
    else if (scan.is('comment')) {
      const area = parseA1Area(scan.attribute('ref') ?? '');
      const author = authors[Number(scan.attribute('authorId'))];
      const text = commentText(scan);
      const head = `${OUR_FIRST_LINE}\n`;
      const isHeaded = text.startsWith(head);
      comments.push({
        at: area && { row: area.top, column: area.left },
        text: isHeaded ? text.slice(head.length) : text,
        ours: isHeaded || author === OUR_AUTHOR,
      });
    }
  }
  return comments;
}

function commentText(scan: XmlScanner): string {
  const outside = scan.depth - 1;
  let text = '';
  while (scan.depth > outside) {
    const token = scan.next();
    if (token === Token.end) break;
    if (token === Token.open && scan.is('text')) text += readRichText(scan);
  }
  return text;
}

/** Reads a part of threaded comments: the first text of each thread. */
export function readThreads(scan: XmlScanner): readonly CellNote[] {
  const notes: CellNote[] = [];
  for (let token = scan.next(); token !== Token.end; token = scan.next()) {
    if (token !== Token.open || !scan.is('threadedComment')) continue;
    const at = parseA1Area(scan.attribute('ref') ?? '');
    const isReply = scan.attribute('parentId') !== undefined;
    const outside = scan.depth - 1;
    let text = '';
    while (scan.depth > outside) {
      const inner = scan.next();
      if (inner === Token.end) break;
      if (inner === Token.open && scan.is('text')) text += unescapeCellText(scan.textContent());
    }
    if (at && !isReply) notes.push({ row: at.top, column: at.left, text, ours: false });
  }
  return notes;
}

/** Notes of both kinds in cell order; a thread replaces the explanatory legacy comment that Excel keeps beside it. */
export function mergeNotes(comments: readonly Comment[], threads: readonly CellNote[]): readonly CellNote[] {
  const notes = comments.flatMap(({ at, text, ours }): CellNote[] => (at ? [{ ...at, text, ours }] : []));
  const byCell = new Map(notes.map((note) => [`${note.row},${note.column}`, note]));
  for (const note of threads) byCell.set(`${note.row},${note.column}`, note);
  return [...byCell.values()].sort((a, b) => a.row - b.row || a.column - b.column);
}
