import type { Book } from '../book/book';
import { parentOf } from '../classification/code-tree';
import type { Member } from '../scope/scope';
import { normaliseText, stripTrailingBracket } from '../text/normalise';

/**
 * What the rows of a workbook call their codes, of several names the first: as it is said in a sentence, without spaces and without
 * the name of the 款 that platforms put into a bracket behind (行政运行（人大事务）).
 */
export function codeNames(book: Book): ReadonlyMap<Member, string> {
  const printed = new Map<Member, string>();
  for (const table of book.tables) {
    for (const block of table.blocks) {
      for (const { code, name } of block.rows.nodes) {
        const said = code?.kind === 'code' ? (name ?? code.name)?.replace(/\s+/g, '') : undefined;
        if (code?.kind === 'code' && said !== undefined && said !== '' && said !== code.code && !printed.has(code.code))
          printed.set(code.code, said);
      }
    }
  }
  return new Map([...printed].map(([code, name]) => [code, withoutSection(name, printed.get(parentOf(code) ?? ''))]));
}

function withoutSection(name: string, section: string | undefined): string {
  if (section === undefined) return name;
  const bare = stripTrailingBracket(name);
  return normaliseText(name) === `${bare}(${normaliseText(section)})` ? name.slice(0, bare.length) : name;
}
