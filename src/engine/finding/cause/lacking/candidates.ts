import { axisKey } from '../../../book/axis';
import {
  figuresOf,
  isSomething,
  type Book,
  type Figure,
  type RecognisedBlock,
  type RecognisedTable,
  type RowNode,
} from '../../../book/book';
import { once } from '../../../memo/once';
import { scopeAt, type DimensionId, type Members } from '../../../scope/scope';
import { shortName } from '../../quote';
import { sameProject } from '../../../text/project-name';

/** A row that other tables have and that a table which lists such rows has not. */
export interface Lacking {
  readonly table: RecognisedTable;
  readonly block: RecognisedBlock;
  /** What the row would mean, along the rows of its block. */
  readonly members: Members;
  /** '' of a row that has a label and no code. */
  readonly code: string;
  /** As it is printed: of the project, where the table lists such; else of the code. */
  readonly name: string;
  /** The figures of the rows of this code (or project) elsewhere: row by row, none of them without an amount. */
  readonly holders: readonly (readonly Figure[])[];
  /** The figures of all rows of this code elsewhere, those without an amount included. */
  readonly elsewhere: readonly Figure[];
  /** Places in the block of the rows that it would go into, the nearest first; several where a row stands twice. */
  readonly above: readonly (readonly number[])[];
  /** The figures of the rows in the block that are parts of it, of a label: without it they are added up in its place. */
  readonly parts?: ReadonlySet<Figure>;
}

/** A row of the deepest code that its table prints. */
interface DeepRow {
  readonly block: RecognisedBlock;
  readonly node: RowNode;
  readonly code: string;
  readonly figures: readonly Figure[];
}

/** All rows that a table lacks and others have: what the law has it print, and what it leaves out by right. */
export const lackingIn = once((book: Book): readonly Lacking[] => {
  const byDimension = new Map<DimensionId, Map<string, DeepRow[]>>();
  for (const { blocks } of book.tables)
    for (const block of blocks)
      for (const row of deepRowsOf(block)) {
        const dimension = block.rows.dimensions[0] ?? '';
        const codes = byDimension.get(dimension) ?? new Map<string, DeepRow[]>();
        byDimension.set(dimension, codes);
        const known = codes.get(row.code);
        if (known) known.push(row);
        else codes.set(row.code, [row]);
      }
  return book.tables.flatMap((table) =>
    table.blocks.flatMap((block): readonly Lacking[] => {
      // What could not be read may be the row that is looked for.
      if (block.strangeRows.length > 0 || table.blank) return [];
      if (block.deepestCode === undefined) return lackedLabels(table, block, book);
      const [dimension, detail, ...finer] = block.rows.dimensions;
      const codes = dimension === undefined ? undefined : byDimension.get(dimension);
      if (dimension === undefined || !codes || finer.length > 0) return [];
      return detail === undefined
        ? lackedCodes(table, block, dimension, codes)
        : lackedDetails(table, block, [dimension, detail], codes, book);
    }),
  );
});

function* deepRowsOf(block: RecognisedBlock): Generator<DeepRow> {
  for (const [at, node] of block.rows.nodes.entries()) {
    if (node.role !== 'tree' || node.code?.kind !== 'code' || node.code.code.length !== block.deepestCode) continue;
    yield { block, node, code: node.code.code, figures: block.figures[at] ?? [] };
  }
}

function lackedCodes(
  table: RecognisedTable,
  block: RecognisedBlock,
  dimension: DimensionId,
  codes: ReadonlyMap<string, readonly DeepRow[]>,
): readonly Lacking[] {
  return [...codes].flatMap(([code, rows]): readonly Lacking[] => {
    const members = { [dimension]: code };
    if (code.length !== block.deepestCode || block.rows.at.has(axisKey(block.rows.dimensions, members))) return [];
    const elsewhere = rows.map(({ figures }) => figures);
    const holders = elsewhere.filter((figures) => figures.some(isSomething));
    if (holders.length === 0) return [];
    // The row that lists the code alone is called by its name; one of a project is called by that.
    const named = rows.find((row) => row.block.rows.dimensions.length === 1) ?? rows[0];
    const above = rowsAbove(block, dimension, code);
    const { detailCell, detailName, name = '' } = named?.node ?? {};
    const printed = (detailCell && detailName) ?? shortName(name);
    return [{ table, block, members, code, name: printed, holders, elsewhere: elsewhere.flat(), above }];
  });
}

/** Labels that a block may list and does not, of which another table has an amount. */
function lackedLabels(table: RecognisedTable, block: RecognisedBlock, book: Book): readonly Lacking[] {
  const { rows, fixed, declared } = block;
  const totals = rows.at.get(axisKey(rows.dimensions, {}));
  if (!totals) return [];
  return declared.rows.flatMap((row): readonly Lacking[] => {
    if (!('label' in row) || Object.keys(row.scope).length === 0) return [];
    const members = row.scope;
    if (rows.at.has(axisKey(rows.dimensions, members))) return [];
    const holders = figuresBy(book)
      .get(scopeAt(fixed, members).key)
      ?.filter((figure) => figure.table !== table.declared.id && isSomething(figure))
      .map((figure) => [figure]);
    if (!holders || holders.length === 0) return [];
    const above = [...labelsAbove(block, members, book), totals];
    const parts = partsOf(block, members, book);
    return [
      {
        ...{ table, block, members, code: '', holders, elsewhere: holders.flat(), above, parts },
        name: shortName(row.label),
      },
    ];
  });
}

/** The figures of the rows that are parts of a label's member, however far below it. */
function partsOf({ rows, figures }: RecognisedBlock, members: Members, book: Book): ReadonlySet<Figure> {
  const { parentOf } = book.edition.dimensions;
  const isBelow = (dimension: DimensionId, member: string | undefined, whole: string): boolean => {
    for (let at = member && parentOf(dimension, member); at; at = parentOf(dimension, at))
      if (at === whole) return true;
    return false;
  };
  return new Set(
    rows.nodes.flatMap((node, index) =>
      Object.entries(members).some(([dimension, whole]) => isBelow(dimension, node.members[dimension], whole))
        ? (figures[index] ?? [])
        : [],
    ),
  );
}

/** The rows of what a label's member is a part of, the nearest first. */
function labelsAbove({ rows }: RecognisedBlock, members: Members, book: Book): readonly (readonly number[])[] {
  const found: (readonly number[])[] = [];
  for (const [dimension, member] of Object.entries(members)) {
    const { parentOf } = book.edition.dimensions;
    for (let parent = parentOf(dimension, member); parent; parent = parentOf(dimension, parent)) {
      const nodes = rows.at.get(axisKey(rows.dimensions, { ...members, [dimension]: parent }));
      if (nodes) found.push(nodes);
    }
  }
  return found;
}

const figuresBy = once((book: Book): ReadonlyMap<string, readonly Figure[]> => {
  const figures = new Map<string, Figure[]>();
  for (const figure of figuresOf(book)) {
    const known = figures.get(figure.scope.key);
    if (known) known.push(figure);
    else figures.set(figure.scope.key, [figure]);
  }
  return figures;
});

/** Projects that forms speak of and a table does not list: under which code is for the equations to say. */
function lackedDetails(
  table: RecognisedTable,
  block: RecognisedBlock,
  [dimension, detail]: readonly [DimensionId, DimensionId],
  codes: ReadonlyMap<string, readonly DeepRow[]>,
  book: Book,
): readonly Lacking[] {
  const listed = new Set(block.rows.nodes.flatMap(({ members }) => members[detail] ?? []));
  const spoken = new Map<string, Figure[][]>();
  const written = new Map<string, string>();
  for (const form of book.forms) {
    const figures = form.amounts.map(({ figure }) => figure);
    const name = figures[0]?.scope.at[detail];
    if (name === undefined || !figures.some(isSomething)) continue;
    if (listed.has(name) || [...listed].some((one) => sameProject(one, name) !== undefined)) continue;
    spoken.set(name, [...(spoken.get(name) ?? []), figures]);
    if (form.subject && !written.has(name)) written.set(name, form.subject.written);
  }
  return [...spoken].flatMap(([name, holders]) =>
    [...codes].flatMap(([code, rows]): readonly Lacking[] => {
      if (code.length !== block.deepestCode) return [];
      const members = { [dimension]: code, [detail]: name };
      const elsewhere = [...holders, ...rows.map(({ figures }) => figures)].flat();
      return [
        {
          ...{ table, block, members, code, holders, elsewhere },
          name: written.get(name) ?? name,
          above: rowsAbove(block, dimension, code, true),
        },
      ];
    }),
  );
}

/** The rows of the codes above a code (`itself` included, where it is divided further), the nearest first, then the total's. */
function rowsAbove(
  { rows }: RecognisedBlock,
  dimension: DimensionId,
  code: string,
  itself = false,
): readonly (readonly number[])[] {
  const found: (readonly number[])[] = [];
  for (let length = itself ? code.length : code.length - 2; length >= 3; length -= 2) {
    const nodes = rows.at.get(axisKey(rows.dimensions, { [dimension]: code.slice(0, length) }));
    if (nodes) found.push(nodes);
  }
  const totals = rows.at.get(axisKey(rows.dimensions, {}));
  return totals ? [...found, totals] : found;
}
