import type { Members } from '../scope/scope';
import { FormFigures } from './form-figures';
import type { Book, RecognisedBlock, RecognisedTable } from '../book/book';

/** A block that speaks of a scope, and its table. */
export interface Speaker {
  readonly table: RecognisedTable;
  readonly block: RecognisedBlock;
}

/**
 * Which blocks of a book speak of a scope at all. Found once for all scopes that are alike to every block: those with the same
 * dimensions, and the same members where some block stands at a fixed one.
 */
export class Speakers {
  private readonly all: readonly Speaker[];
  private readonly fixed = new Map<string, Set<string>>();
  private readonly known = new Map<string, readonly Speaker[]>();

  private readonly forms = new Map<string, FormFigures>();

  constructor(private readonly book: Book) {
    this.all = book.tables.flatMap((table) => table.blocks.map((block) => ({ table, block })));
    for (const { block } of this.all) {
      for (const [dimension, member] of Object.entries(block.fixed)) {
        const members = this.fixed.get(dimension);
        if (members) members.add(member);
        else this.fixed.set(dimension, new Set([member]));
      }
    }
  }

  /** What the forms of a declaration say; nothing where there are none. */
  formsOf(id: string): FormFigures {
    const known = this.forms.get(id) ?? new FormFigures(this.book.forms.filter((form) => form.declared.id === id));
    this.forms.set(id, known);
    return known;
  }

  /** In the order of the book's tables. */
  of(at: Members): readonly Speaker[] {
    let kind = '';
    for (const dimension in at) {
      const member = at[dimension] ?? '';
      kind += this.fixed.get(dimension)?.has(member) ? `${dimension}=${member};` : `${dimension};`;
    }
    const known = this.known.get(kind);
    if (known) return known;
    const found = this.all.filter(({ block }) => covers(block, at));
    this.known.set(kind, found);
    return found;
  }
}

/** Whether the block speaks of these members, wherever along its rows and columns. */
function covers({ fixed, rows, columns }: RecognisedBlock, at: Members): boolean {
  const isSaid = (dimension: string): boolean =>
    at[dimension] === fixed[dimension] || rows.dimensions.includes(dimension) || columns.dimensions.includes(dimension);
  for (const dimension in fixed) if (!isSaid(dimension)) return false;
  for (const dimension in at) if (!isSaid(dimension)) return false;
  return true;
}
