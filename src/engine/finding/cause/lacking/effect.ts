import type { Figure, RecognisedBlock } from '../../../book/book';
import type { Equation } from '../../../equation/equation';
import { linearTerms, type LinearTerm } from '../../../formula/linear';
import { once } from '../../../memo/once';
import type { Members } from '../../../scope/scope';
import type { Following } from '../follow';
import type { Lacking } from './candidates';
import type { Form } from './solve';

/** What becomes of equations once a row is put in: of left − right, in the amounts that the row would hold. */
export interface Effect {
  /** Empty where nothing becomes of it. */
  readonly on: (equation: Equation) => Form;
  /** What the row would hold in a column, as a sum of its amounts in those that are not divided further. */
  readonly inColumn: (column: number) => Form;
}

const NOTHING: Form = new Map();

/**
 * The ways in which a row may be put in: where formulas point at a blank row of its table, into that; else as a new row which the sums
 * above it take in. `name` tells its amounts from those of other rows.
 */
export function effectsOf(row: Lacking, following: Following, name: string): readonly Effect[] {
  const inColumn = columnForms(row.block, name);
  if (!following.hasFormulas) return [effectOf(row, new Map(), following, inColumn)];
  const above = row.above.flat().flatMap((at) => row.block.figures[at] ?? []);
  const pointing = new Pointing(row, [...above, ...row.elsewhere]);
  const blanks = pointing.blankRows().map((blank) => pointing.to(blank, inColumn));
  return [...blanks, asNewRow(row, following, inColumn)].map((moved) => effectOf(row, moved, following, inColumn));
}

/** Formulas that move with the row, each by what. */
type Moved = ReadonlyMap<Figure, Form>;

/** The sums above: those that others of them do not take along. */
function asNewRow({ block, above }: Lacking, following: Following, inColumn: Effect['inColumn']): Moved {
  const moved = new Map<Figure, Form>();
  const columns = [...block.columns.nodes.keys()].sort(
    (a, b) => (block.columns.children[a]?.length ?? 0) - (block.columns.children[b]?.length ?? 0),
  );
  for (const column of columns)
    for (const at of above.flat()) {
      const figure = block.figures[at]?.[column];
      if (figure?.formula === undefined) continue;
      const sum = following.sumOf(figure);
      if (![...moved.keys()].some((other) => sum.has(other))) moved.set(figure, inColumn(column));
    }
  return moved;
}

function effectOf(row: Lacking, moved: Moved, following: Following, inColumn: Effect['inColumn']): Effect {
  const { block, table, members, above } = row;
  const [nearest = []] = above;
  const wholes = new Map<Figure, number>();
  for (const at of nearest)
    for (const [column, figure] of (block.figures[at] ?? []).entries()) wholes.set(figure, column);
  const columnOf = columnsOf(block);

  /** What the side of an equation holds more, by itself. */
  const within = (side: readonly Figure[], at: Members, isMissing: boolean): Form => {
    if (isMissing) {
      const column = block.columns.nodes.findIndex((node) =>
        block.columns.dimensions.every((dimension) => node.members[dimension] === at[dimension]),
      );
      return column < 0 ? NOTHING : inColumn(column);
    }
    if (!addsUpSuchRows(row, at)) return NOTHING;
    const columns = new Set(side.flatMap((figure) => columnOf.get(figure) ?? []));
    return sumOf([...columns].map((column) => [inColumn(column), 1]));
  };

  const on = (equation: Equation): Form => {
    const forms: (readonly [Form, number])[] = [];
    if (moved.size > 0) {
      const answer = following.answerOf(equation);
      for (const [figure, form] of moved) {
        const times = answer.get(figure);
        if (times) forms.push([form, times]);
      }
    }
    const { left, right, because, missingRow } = equation;
    const [whole] = left;
    if (because.kind === 'parts') {
      const column = whole && right[0]?.cell.row !== whole.cell.row ? wholes.get(whole) : undefined;
      // What its parts are added up to in its place is what it would hold.
      const isInParts = right.some((figure) => row.parts?.has(figure));
      if (column !== undefined && !isInParts) forms.push([inColumn(column), -1]);
    } else if (missingRow) {
      const isOwn =
        missingRow.table === table.declared.id &&
        block.rows.dimensions.every((dimension) => missingRow.scope.at[dimension] === members[dimension]);
      if (isOwn) forms.push([within([], missingRow.scope.at, true), left.length === 0 ? 1 : -1]);
    } else {
      const at = because.kind === 'same' ? because.scope.at : because.at.at;
      forms.push([within(left, at, false), 1], [within(right, at, false), -1]);
    }
    return forms.length === 0 ? NOTHING : sumOf(forms);
  };
  return { on, inColumn };
}

/** Asked once for each row that may be lacking, and a block may have thousands of rows. */
const columnsOf = once((block: RecognisedBlock): ReadonlyMap<Figure, number> => {
  const columnOf = new Map<Figure, number>();
  for (const figures of block.figures) for (const [column, figure] of figures.entries()) columnOf.set(figure, column);
  return columnOf;
});

/** Whether the block has no row of its own for what an equation is about, and the row would be one of those that it adds up for it. */
function addsUpSuchRows({ block, members, above }: Lacking, at: Members): boolean {
  const [dimension = '', ...finer] = block.rows.dimensions;
  const own = members[dimension] ?? '';
  const asked = at[dimension] ?? '';
  if (!own.startsWith(asked) || (asked === own && finer.length === 0)) return false;
  if (finer.some((detail) => at[detail] !== undefined)) return false;
  const nearest = block.rows.nodes[above[0]?.[0] ?? -1]?.members[dimension] ?? '';
  const isThere = above.some((nodes) => (block.rows.nodes[nodes[0] ?? -1]?.members[dimension] ?? '') === asked);
  return !isThere && nearest.length < asked.length;
}

/** Formulas as far as they point at rows of a table in which nothing stands. */
class Pointing {
  private readonly terms: readonly (readonly [Figure, readonly LinearTerm[]])[];
  private readonly taken: ReadonlySet<number>;
  private readonly sheet: string;

  constructor(
    private readonly row: Lacking,
    figures: readonly Figure[],
  ) {
    this.sheet = row.table.frame.sheet.toUpperCase();
    this.terms = figures.flatMap((figure) => {
      const terms = figure.formula === undefined ? [] : (linearTerms(figure.formula) ?? []);
      const own = terms.filter(({ sheet }) => (sheet ?? figure.cell.sheet).toUpperCase() === this.sheet);
      return own.length > 0 && figure.moneyUnit === row.table.frame.moneyUnit ? [[figure, own] as const] : [];
    });
    this.taken = new Set(row.block.rows.nodes.map((node) => node.row));
  }

  /** Rows within the table that single cells of formulas are taken from, or that lie in what they add up. */
  blankRows(): readonly number[] {
    const place = this.row.table.places.find(({ sheet }) => sheet.toUpperCase() === this.sheet);
    if (!place || this.row.table.places.length > 1) return [];
    const found = new Set<number>();
    for (const [, terms] of this.terms)
      for (const { area } of terms)
        for (let row = Math.max(area.top, place.header.bottom + 1); row <= Math.min(area.bottom, place.bottom); row++)
          if (!this.taken.has(row)) found.add(row);
    return [...found].slice(0, MOST_BLANK_ROWS);
  }

  to(blank: number, inColumn: Effect['inColumn']): Moved {
    const { nodes } = this.row.block.columns;
    const moved = new Map<Figure, Form>();
    for (const [figure, terms] of this.terms) {
      const forms = terms.flatMap(({ area, coefficient }) =>
        [...nodes.entries()].flatMap(([index, { column }]) =>
          area.top <= blank && blank <= area.bottom && area.left <= column && column <= area.right
            ? [[inColumn(index), coefficient.toNumber()] as const]
            : [],
        ),
      );
      if (forms.length > 0) moved.set(figure, sumOf(forms));
    }
    return moved;
  }
}

/** More blank rows than these are no row that was cleared. */
const MOST_BLANK_ROWS = 6;

function columnForms({ columns }: RecognisedBlock, name: string): Effect['inColumn'] {
  const known = new Map<number, Form>();
  const formOf = (column: number): Form => {
    const before = known.get(column);
    if (before) return before;
    const parts = columns.children[column] ?? [];
    const form =
      parts.length === 0 ? new Map([[`${name} ${column}`, 1]]) : sumOf(parts.map((part) => [formOf(part), 1]));
    known.set(column, form);
    return form;
  };
  return formOf;
}

/** Several sums together, each so many times; what cancels out is left out. */
export function sumOf(forms: readonly (readonly [Form, number])[]): Form {
  const sum = new Map<string, number>();
  for (const [form, times] of forms)
    for (const [unknown, count] of form) {
      const after = (sum.get(unknown) ?? 0) + count * times;
      if (after === 0) sum.delete(unknown);
      else sum.set(unknown, after);
    }
  return sum;
}
