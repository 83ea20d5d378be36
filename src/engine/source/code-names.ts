import type { Book } from '../book/book';
import type { Member } from '../scope/scope';

/** What the rows of a workbook call their codes, of several names the first. */
export function codeNames(book: Book): ReadonlyMap<Member, string> {
  const names = new Map<Member, string>();
  for (const table of book.tables) {
    for (const block of table.blocks) {
      for (const { code, name } of block.rows.nodes) {
        const said = code?.kind === 'code' ? (name ?? code.name) : undefined;
        if (code?.kind === 'code' && said !== undefined && said !== '' && !names.has(code.code))
          names.set(code.code, said);
      }
    }
  }
  return names;
}
