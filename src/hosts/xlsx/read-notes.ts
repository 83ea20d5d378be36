import { parseA1Area } from '../../engine/snapshot/address';
import type { CellNote } from '../../engine/snapshot/snapshot';
import { readRichText } from './read-strings';
import { Token } from './xml-scanner';
import type { XmlScanner } from './xml-scanner';
import { unescapeCellText } from './xml-text';

/** The author of our notes: by it they are known again, in whatever program the file has been saved since. */
export const OUR_AUTHOR = '预算审核';

/** Reads a part of legacy comments. */
export function readComments(scan: XmlScanner): readonly CellNote[] {
  const authors: string[] = [];
  const notes: CellNote[] = [];
  for (let token = scan.next(); token !== Token.end; token = scan.next()) {
    if (token !== Token.open) continue;
    if (scan.is('author')) authors.push(scan.textContent());
    else if (scan.is('comment')) {
      const at = parseA1Area(scan.attribute('ref') ?? '');
      const ours = authors[Number(scan.attribute('authorId'))] === OUR_AUTHOR;
      const text = commentText(scan);
      if (at) notes.push({ row: at.top, column: at.left, text, ours });
    }
  }
  return notes;
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
export function mergeNotes(comments: readonly CellNote[], threads: readonly CellNote[]): readonly CellNote[] {
  const at = new Map(comments.map((note) => [`${note.row},${note.column}`, note]));
  for (const note of threads) at.set(`${note.row},${note.column}`, note);
  return [...at.values()].sort((a, b) => a.row - b.row || a.column - b.column);
}
