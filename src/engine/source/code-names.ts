import type { Book, RecognisedTable, RowNode } from '../book/book';
import { parentOf } from '../classification/code-tree';
import type { Member } from '../scope/scope';
import type { CellRef } from '../snapshot/address';
import { normaliseText, stripTrailingBracket } from '../text/normalise';

/**
 * What the rows of a workbook call their codes, of several names the first: as it is said in a sentence, without spaces and without
 * the name of the 款 that platforms put into a bracket behind (行政运行（人大事务）).
 */
export function codeNames(book: Book): ReadonlyMap<Member, string> {
  const printed = new Map<Member, string>();
  for (const table of book.tables) {
    for (const block of table.blocks) {
      for (const row of block.rows.nodes) {
        const { code } = row;
        const said = code?.kind === 'code' ? (ownName(row) ?? code.name)?.replace(/\s+/g, '') : undefined;
        if (code?.kind === 'code' && said !== undefined && said !== '' && said !== code.code && !printed.has(code.code))
          printed.set(code.code, said);
      }
    }
  }
  return new Map([...printed].map(([code, name]) => [code, withoutSection(name, printed.get(parentOf(code) ?? ''))]));
}

/** What a row calls its code: never what the project is called that divides it. */
function ownName({ name, detailName = '', codeName }: RowNode): string | undefined {
  return detailName === '' ? name : codeName;
}

/** Where the name of each code belongs that no row names: the first row's cell of names. */
export function namelessCells(book: Book): ReadonlyMap<Member, CellRef> {
  const printed = codeNames(book);
  const cells = new Map<Member, CellRef>();
  for (const { row, cell } of book.tables.flatMap(nameCells)) {
    if (row.code?.kind === 'code' && !printed.has(row.code.code) && !cells.has(row.code.code))
      cells.set(row.code.code, cell);
  }
  return cells;
}

/** The rows of a table that have a code, with their cells of names, blank or not. */
export function nameCells({ blocks }: RecognisedTable): readonly { readonly row: RowNode; readonly cell: CellRef }[] {
  return blocks.flatMap(({ declared, keyColumns, rows }) => {
    const column = keyColumns[declared.keys.findIndex(({ key }) => key === 'name')]?.[0];
    return rows.nodes.flatMap((row) => {
      const { code, sheet, nameCell } = row;
      const cell = nameCell ?? (column === undefined ? undefined : { sheet, row: row.row, column });
      return code?.kind === 'code' && cell ? [{ row, cell }] : [];
    });
  });
}

function withoutSection(name: string, section: string | undefined): string {
  if (section === undefined) return name;
  const bare = stripTrailingBracket(name);
  return normaliseText(name) === `${bare}(${normaliseText(section)})` ? name.slice(0, bare.length) : name;
}
