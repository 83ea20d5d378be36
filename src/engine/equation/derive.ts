import type { Book, Figure, RecognisedBlock, RecognisedTable, StrangeRow } from '../book/book';
import { figuresOf, isBlank } from '../book/book';
import type { CheckName, TableRole } from '../edition/edition';
import type { ResolvedEdition } from '../edition/resolve';
import type { Scope, Members } from '../scope/scope';
import type { Steps } from '../steps/steps';
import { runSteps } from '../steps/steps';
import { express, type Expression } from './express';
import { declaredEquations } from './declared';
import type { Equation } from './equation';
import { Speakers, type Speaker } from './speakers';

/**
 * All equations that hold in a book, from what its figures mean: whole = parts within each block, the same scope in two
 * places, and the declared ones. Linear in the number of figures (times the number of tables).
 */
export function deriveEquations(book: Book): readonly Equation[] {
  return runSteps(deriveInSteps(book));
}

/** The same in steps of some hundred equations. */
export function deriveInSteps(book: Book): Steps<readonly Equation[]> {
  const naming = new Naming(book.edition);
  const speakers = new Speakers(book);
  return unique(
    withinTables(book, naming),
    acrossTables(book, naming, speakers),
    withinForms(book, naming),
    declaredEquations(book, speakers),
  );
}

/** Whole = parts, along the rows and along the columns of each block. */
function* withinTables(book: Book, naming: Naming): Generator<Equation> {
  for (const table of book.tables) {
    for (const block of table.blocks) {
      yield* alongRows(table, block, naming);
      yield* alongColumns(table, block, naming, book.edition);
      yield* repeatedRows(table, block, naming);
    }
  }
}

function* alongRows(table: RecognisedTable, block: RecognisedBlock, naming: Naming): Generator<Equation> {
  for (const [parent, children] of block.rows.children.entries()) {
    if (children.length === 0) continue;
    const along = dimensionBetween(
      block.rows.dimensions,
      block.rows.nodes[parent]?.members,
      block.rows.nodes[children[0] ?? -1]?.members,
    );
    for (const column of block.columns.nodes.keys()) {
      const whole = block.figures[parent]?.[column];
      const parts = children.flatMap((child) => block.figures[child]?.[column] ?? []);
      if (!whole) continue;
      const equation = naming.parts(table.declared.role, whole, parts, along);
      const unread = block.rows.nodes[parent]?.role === 'tree' ? [] : strangeRowsIn(block, column);
      yield unread.length > 0 ? { ...equation, unreadRows: unread } : equation;
    }
  }
}

/** Rows nobody could read that hold an amount in a column: they belong to its total, and to what else cannot be told. */
function strangeRowsIn(block: RecognisedBlock, column: number): readonly StrangeRow[] {
  const at = block.columns.nodes[column]?.column;
  return block.strangeRows.filter((row) => row.amounts.some((cell) => cell.column === at));
}

function* alongColumns(
  table: RecognisedTable,
  block: RecognisedBlock,
  naming: Naming,
  edition: ResolvedEdition,
): Generator<Equation> {
  for (const [parent, children] of block.columns.children.entries()) {
    if (children.length === 0) continue;
    const node = block.columns.nodes[parent];
    const along = dimensionBetween(
      block.columns.dimensions,
      node?.members,
      block.columns.nodes[children[0] ?? -1]?.members,
    );
    const missing = block.missingColumns
      .filter((column) => !column.optional && isPartOf(edition, along, column.scope[along], node?.members[along]))
      .map((column) => column.header);
    for (const row of block.rows.nodes.keys()) {
      const whole = block.figures[row]?.[parent];
      const parts = children.flatMap((child) => block.figures[row]?.[child] ?? []);
      if (!whole) continue;
      const equation = naming.parts(table.declared.role, whole, parts, along);
      yield missing.length > 0 ? { ...equation, missingColumns: missing } : equation;
    }
  }
}

/** A label and a total of one block that mean the same. */
function* repeatedRows(table: RecognisedTable, block: RecognisedBlock, naming: Naming): Generator<Equation> {
  for (const nodes of block.rows.at.values()) {
    const fixedRows = nodes.filter((node) => block.rows.nodes[node]?.role !== 'tree');
    const [first, ...others] = fixedRows;
    if (first === undefined) continue;
    for (const other of others) {
      for (const column of block.columns.nodes.keys()) {
        const a = block.figures[other]?.[column];
        const b = block.figures[first]?.[column];
        if (a && b)
          yield naming.same(
            [table.declared.role, table.declared.role],
            a,
            { figures: [b], direct: true, missingRow: false },
            table.declared.id,
          );
      }
    }
  }
}

function isPartOf(
  edition: ResolvedEdition,
  dimension: string,
  member: string | undefined,
  whole: string | undefined,
): boolean {
  if (member === undefined) return false;
  for (
    let at = edition.dimensions.parentOf(dimension, member);
    at !== undefined;
    at = edition.dimensions.parentOf(dimension, at)
  ) {
    if (at === (whole ?? '')) return true;
    if (at === '') return false;
  }
  return false;
}

function dimensionBetween(
  dimensions: readonly string[],
  whole: Members | undefined,
  part: Members | undefined,
): string {
  return dimensions.find((dimension) => whole?.[dimension] !== part?.[dimension]) ?? dimensions[0] ?? '';
}

/**
 * The same scope in two places: every table that can say it is compared with the first that prints it. A table says a scope
 * by a figure of its own, by the sum of its rows, or, where it lists all codes, by having no row for it.
 */
function* acrossTables(book: Book, naming: Naming, speakers: Speakers): Generator<Equation | undefined> {
  const done = new Set<string>();
  let looked = 0;
  for (const figure of figuresOf(book)) {
    // Where few equations are found, the search itself goes on in steps.
    if (++looked % FIGURES_A_STEP === 0) yield undefined;
    if (done.has(figure.scope.key)) continue;
    done.add(figure.scope.key);
    const able = speakers.of(figure.scope.at);
    // A table is not compared with itself: most scopes are said by one alone.
    if (able.length < 2) continue;
    const said: (Speaker & { readonly expression: Expression })[] = [];
    for (const { table, block } of able) {
      const expression = express(block, figure.scope);
      if (expression) said.push({ table, block, expression });
    }
    const anchor =
      said.find(({ expression }) => expression.direct) ?? said.find(({ expression }) => expression.figures.length > 0);
    if (!anchor) continue;
    for (const other of said) {
      if (other === anchor || other.block === anchor.block) continue;
      // Nothing here and no row there: nobody has said anything.
      if (other.expression.missingRow && anchor.expression.figures.every(isBlank)) continue;
      const roles = [anchor.table.declared.role, other.table.declared.role] as const;
      yield naming.sameSides(
        roles,
        anchor.expression,
        other.expression,
        figure.scope,
        anchor.table.declared.id,
        other.table.declared.id,
      );
    }
  }
}

/** Whole = parts within a form: the amounts of one form are parts of each other where their scopes are. */
function* withinForms(book: Book, naming: Naming): Generator<Equation> {
  for (const form of book.forms) {
    for (const whole of form.amounts) {
      const parts = form.amounts.filter((part) => isDirectPart(book.edition, whole.figure, part.figure));
      if (parts.length === 0) continue;
      const along = dimensionBetween(
        book.edition.dimensions.list.map((dimension) => dimension.id),
        whole.figure.scope.at,
        parts[0]?.figure.scope.at,
      );
      const equation = naming.parts(
        form.declared.role,
        whole.figure,
        parts.map((part) => part.figure),
        along,
      );
      yield form.missingAmounts.length > 0 ? { ...equation, missingColumns: form.missingAmounts } : equation;
    }
  }
}

function isDirectPart(edition: ResolvedEdition, whole: Figure, part: Figure): boolean {
  const differing = edition.dimensions.list
    .map((dimension) => dimension.id)
    .filter((id) => whole.scope.at[id] !== part.scope.at[id]);
  const [dimension] = differing;
  if (dimension === undefined || differing.length !== 1) return false;
  const member = part.scope.at[dimension];
  return member !== undefined && edition.dimensions.parentOf(dimension, member) === (whole.scope.at[dimension] ?? '');
}

/** Gives derived equations their ids and the names under which reviewers know them. */
class Naming {
  constructor(private readonly edition: ResolvedEdition) {}

  parts(role: TableRole, whole: Figure, parts: readonly Figure[], along: string): Equation {
    const member = whole.scope.at[along] ?? '';
    const name = this.find([role], 'parts', along, member, whole.scope);
    return {
      rule: name?.id ?? 'parts',
      severity: name?.severity ?? 'error',
      op: '=',
      left: [whole],
      right: parts,
      because: { kind: 'parts', along, whole: member },
      table: whole.table,
    };
  }

  same(roles: readonly [TableRole, TableRole], figure: Figure, other: Expression, table: string): Equation {
    return this.sameSides(
      roles,
      { figures: [figure], direct: true, missingRow: false },
      other,
      figure.scope,
      figure.table,
      table,
    );
  }

  sameSides(
    roles: readonly [TableRole, TableRole],
    left: Expression,
    right: Expression,
    scope: Scope,
    leftTable: string,
    rightTable: string,
  ): Equation {
    const name = this.find(roles, 'same', undefined, undefined, scope);
    return {
      rule: name?.id ?? 'same-scope',
      severity: name?.severity ?? 'error',
      op: '=',
      left: left.figures,
      right: right.figures,
      because: { kind: 'same', scope },
      table: leftTable,
      ...(right.missingRow ? { missingRow: { table: rightTable, scope } } : {}),
    };
  }

  private find(
    roles: readonly TableRole[],
    derived: CheckName['derived'],
    along: string | undefined,
    whole: string | undefined,
    scope: Scope,
  ): CheckName | undefined {
    return this.edition.declared.checkNames.find((name) => {
      if (name.derived !== derived) return false;
      if (name.flow !== undefined && scope.at['flow'] !== name.flow) return false;
      if (derived === 'same') {
        return fitsBoth(name.roles, roles) && (name.along === undefined || scope.at[name.along] !== undefined);
      }
      if (name.roles && !roles.some((role) => name.roles?.includes(role))) return false;
      return (name.along === undefined || name.along === along) && (name.whole === undefined || name.whole === whole);
    });
  }
}

function fitsBoth(wanted: readonly TableRole[] | undefined, roles: readonly TableRole[]): boolean {
  if (!wanted) return true;
  const [a, b] = wanted;
  return (roles[0] === a && roles[1] === b) || (roles[0] === b && roles[1] === a);
}

const EQUATIONS_A_STEP = 500;
const FIGURES_A_STEP = 1000;

/**
 * One equation for each pair of cells: two derivations may come to the same. The first keeps its name. Only equations
 * between single figures can coincide; a whole and its parts are derived once.
 */
function* unique(...sources: readonly Iterable<Equation | undefined>[]): Steps<readonly Equation[]> {
  const compared = new Map<Figure, Figure[]>();
  const isNew = ({ op, left, right }: Equation): boolean => {
    const [a] = left;
    const [b] = right;
    if (op !== '=' || !a || !b || left.length !== 1 || right.length !== 1) return true;
    const withA = compared.get(a);
    if (withA?.includes(b) || compared.get(b)?.includes(a)) return false;
    if (withA) withA.push(b);
    else compared.set(a, [b]);
    return true;
  };
  const equations: Equation[] = [];
  for (const source of sources) {
    for (const equation of source) {
      if (equation && !isNew(equation)) continue;
      if (equation) equations.push(equation);
      if (!equation || equations.length % EQUATIONS_A_STEP === 0) yield;
    }
  }
  return equations;
}
