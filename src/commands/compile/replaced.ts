import { figuresOf, type Book, type Figure } from '../../engine/book/book';
import type { DimensionId, Member } from '../../engine/scope/scope';
import { bookSource } from '../../engine/source/book-source';
import { spelledBy } from '../../engine/source/spelled';
import { renamedTo } from '../../engine/text/renamed';
import { cellKey } from '../../engine/snapshot/address';
import type { DrawnSheet } from '../../engine/snapshot/drawn';
import { sheetNamed, type Snapshot } from '../../engine/snapshot/snapshot';

/** An amount that stood in a table of the tool's, as no formula, and that compiling gives another value. In 万元. */
export interface ReplacedAmount {
  /** Where it stood. */
  readonly figure: Figure;
  /** What it is now; undefined where its row is gone. */
  readonly now: string | undefined;
  /** A formula stands there when it is compiled: somebody typed over it. Of others nothing tells whose they were. */
  readonly isTyped: boolean;
  /** The member of an open dimension (a project) that is gone with it, and the new one it may have been renamed to, as they are written. */
  readonly gone?: { readonly member: string; readonly renamed: string | undefined };
}

/**
 * Amounts in tables that the tool drew before and draws anew now, and that the ledger does not give: the ledger was changed since, or
 * somebody typed them; those that somebody surely did come first. Formulas are left out: they follow from the others. `drawn` are the
 * sheets as they are drawn now.
 */
export function replacedAmounts(
  before: Book,
  now: Book,
  snapshot: Snapshot,
  drawn: readonly DrawnSheet[],
): readonly ReplacedAmount[] {
  const replaced = replacedIn(before, now, snapshot, formulaCells(drawn));
  return [...replaced.filter(({ isTyped }) => isTyped), ...replaced.filter(({ isTyped }) => !isTyped)];
}

function formulaCells(drawn: readonly DrawnSheet[]): ReadonlySet<string> {
  return new Set(
    drawn.flatMap(({ name, rows }) =>
      rows.flatMap(({ cells }, row) =>
        cells.flatMap(({ column, formula }) => (formula === undefined ? [] : [cellKey({ sheet: name, row, column })])),
      ),
    ),
  );
}

function replacedIn(
  before: Book,
  now: Book,
  snapshot: Snapshot,
  formulas: ReadonlySet<string>,
): readonly ReplacedAmount[] {
  const present = new Map([...figuresOf(now)].map((figure) => [`${figure.table}|${figure.scope.key}`, figure]));
  // A table that was compiled to values has no formula anywhere.
  const hasFormulas = new Set(
    before.tables.flatMap(({ blocks }) =>
      blocks.flatMap(({ figures }) =>
        figures.flat().flatMap(({ formula, cell }) => (formula === undefined ? [] : [cell.sheet])),
      ),
    ),
  );
  const goneMember = goneMembers(before, now);
  const isDrawn = (figure: Figure): boolean => sheetNamed(snapshot, figure.cell.sheet)?.drawnTable === true;
  return before.tables.flatMap((table) =>
    table.blocks.flatMap(({ figures }) =>
      figures.flat().flatMap((figure): readonly ReplacedAmount[] => {
        const { reading, formula, value } = figure;
        if (reading.kind !== 'amount' || formula !== undefined || value === undefined || !isDrawn(figure)) return [];
        const same = present.get(`${figure.table}|${figure.scope.key}`);
        const amount = same?.value;
        if (amount?.equals(value)) return [];
        const isTyped = same !== undefined && formulas.has(cellKey(same.cell)) && hasFormulas.has(figure.cell.sheet);
        const gone = same === undefined ? goneMember(figure) : undefined;
        return [{ figure, now: amount?.toFixed(), isTyped, ...(gone ? { gone } : {}) }];
      }),
    ),
  );
}

/** Which member of an open dimension that a figure speaks of is there no more, and what it may be called now. */
function goneMembers(before: Book, now: Book): (figure: Figure) => ReplacedAmount['gone'] {
  const dimensions = now.edition.dimensions.list.filter(({ kind }) => kind === 'open').map(({ id }) => id);
  const gone = new Map(
    dimensions.map((id) => {
      const [old, present] = [membersIn(before, id), membersIn(now, id)];
      const lost = [...old].filter((member) => !present.has(member));
      const fresh = [...present].filter((member) => !old.has(member));
      return [id, { lost: new Set(lost), renamed: renamedTo(lost, fresh) }] as const;
    }),
  );
  const written = (book: Book, member: Member): string => spelledBy(bookSource(book), member);
  return ({ scope }) => {
    for (const [id, { lost, renamed }] of gone) {
      const member = scope.at[id];
      if (member === undefined || !lost.has(member)) continue;
      const to = renamed.get(member);
      return { member: written(before, member), renamed: to === undefined ? undefined : written(now, to) };
    }
    return undefined;
  };
}

function membersIn(book: Book, dimension: DimensionId): ReadonlySet<Member> {
  const members = new Set<Member>();
  for (const { scope, table } of figuresOf(book)) {
    const member = scope.at[dimension];
    // A form keeps the name of its project.
    if (member !== undefined && book.tables.some(({ declared }) => declared.id === table)) members.add(member);
  }
  return members;
}
