import type { Book, Figure } from '../book/book';
import { figuresOf } from '../book/book';
import type { ResolvedEquation } from '../edition/resolve';
import { scopeAt, type Scope, type Members } from '../scope/scope';
import type { Steps } from '../steps/steps';
import type { Equation } from './equation';
import type { Speakers } from './speakers';
import { express, type Expression } from './express';

/** The declared equations of an edition at every point of a book where they apply; nothing in between, so that it can be paused. */
export function* declaredEquations(book: Book, speakers: Speakers): Generator<Equation | undefined> {
  const shapes = yield* shapesOf(book);
  for (const equation of book.edition.equations) {
    if (!isDemanded(equation, speakers)) continue;
    yield undefined;
    let tried = 0;
    for (const point of yield* pointsOf(equation, shapes)) {
      if (++tried % POINTS_A_STEP === 0) yield undefined;
      const derived = atPoint(speakers, equation, point);
      if (derived) yield derived;
    }
  }
}

function isDemanded({ declared }: ResolvedEquation, speakers: Speakers): boolean {
  const isThere = (members: Members): boolean => hasMoney(speakers, members);
  return declared.unless?.some(isThere) !== true && declared.when?.some(isThere) !== false;
}

function hasMoney(speakers: Speakers, members: Members): boolean {
  const said = sayIn(speakers, scopeAt(members), []);
  return said?.expression.figures.some(({ value }) => value !== undefined && !value.isZero()) === true;
}

const SCOPES_A_STEP = 1000;
const POINTS_A_STEP = 500;

/** Scopes that have members in the same dimensions. */
interface Shape {
  readonly dimensions: readonly string[];
  readonly scopes: ReadonlyMap<string, Scope>;
}

/** The scopes of a book by the dimensions in which they have members: an equation asks for few of these, and there are few. */
function* shapesOf(book: Book): Steps<readonly Shape[]> {
  const shapes = new Map<string, { readonly dimensions: readonly string[]; readonly scopes: Map<string, Scope> }>();
  let looked = 0;
  for (const { scope } of figuresOf(book)) {
    if (++looked % SCOPES_A_STEP === 0) yield;
    const dimensions = Object.keys(scope.at);
    const name = dimensions.join();
    let shape = shapes.get(name);
    if (!shape) {
      shape = { dimensions, scopes: new Map() };
      shapes.set(name, shape);
    }
    shape.scopes.set(scope.key, scope);
  }
  return [...shapes.values()];
}

/** The points in the `per` and `each` dimensions at which some figure stands that a term of the equation means. */
function* pointsOf(equation: ResolvedEquation, shapes: readonly Shape[]): Steps<readonly Members[]> {
  const { per = [], each = [] } = equation.declared;
  if (per.length + each.length === 0) return [{}];
  const points = new Map<string, Members>();
  let looked = 0;
  for (const term of [...equation.left, ...equation.right]) {
    const fixed = Object.keys(term);
    const free = [...per, ...each].filter((dimension) => !(dimension in term));
    for (const { dimensions, scopes } of shapes) {
      if (!fixed.every((dimension) => dimensions.includes(dimension))) continue;
      if (!each.every((dimension) => dimension in term || dimensions.includes(dimension))) continue;
      if (!dimensions.every((dimension) => dimension in term || free.includes(dimension))) continue;
      for (const scope of scopes.values()) {
        if (++looked % SCOPES_A_STEP === 0) yield;
        if (!fixed.every((dimension) => scope.at[dimension] === term[dimension])) continue;
        const point: Record<string, string> = {};
        for (const dimension of free) {
          const member = scope.at[dimension];
          if (member !== undefined) point[dimension] = member;
        }
        points.set(free.map((dimension) => point[dimension] ?? '').join(';') + free.join(), point);
      }
    }
  }
  return [...points.values()];
}

function atPoint(speakers: Speakers, equation: ResolvedEquation, point: Members): Equation | undefined {
  const { declared } = equation;
  const [leftTable, ...rightTables] = declared.between ?? [];
  const side = (terms: readonly Members[], tables: readonly string[]) =>
    terms.map((term) => {
      const scope = scopeAt(point, term);
      return { scope, said: sayIn(speakers, scope, tables) };
    });
  // A floor stands on the parts that are known; an equality needs all of them. The right sides are looked at first: of two points
  // one has none.
  const right = side(equation.right, rightTables);
  const known = right.filter((term) => term.said !== undefined).length;
  if (known === 0 || (equation.op === '=' && known < right.length)) return undefined;
  const left = side(equation.left, leftTable === undefined ? [] : [leftTable]);
  if (left.some((term) => term.said === undefined)) return undefined;
  const figures = (terms: typeof left): readonly Figure[] =>
    terms.flatMap((term) => term.said?.expression.figures ?? []);
  const leftFigures = figures(left);
  const rightFigures = figures(right);
  // A row that is not printed matters only where nothing else stands on its side: one fund of several may well have none.
  const missing = leftFigures.length === 0 ? left[0] : rightFigures.length === 0 ? right[0] : undefined;
  if (missing && declared.whereBoth) return undefined;
  if (missing && [...leftFigures, ...rightFigures].every((figure) => figure.reading.kind === 'blank')) return undefined;
  const [first] = left;
  return {
    rule: declared.id,
    severity: declared.severity,
    op: equation.op,
    left: leftFigures,
    right: rightFigures,
    because: { kind: 'declared', declared, at: scopeAt(point) },
    table: first?.said?.table ?? leftFigures[0]?.table ?? '',
    ...(missing?.said ? { missingRow: { table: missing.said.table, scope: missing.scope } } : {}),
  };
}

interface Said {
  readonly table: string;
  readonly expression: Expression;
}

/**
 * What the book says of a scope: the first table that prints it, else the first that can say it by a sum; any table, or one of `among`
 * where it names some.
 */
function sayIn(speakers: Speakers, scope: Scope, among: readonly string[]): Said | undefined {
  let bySum: Said | undefined;
  let byAbsence: Said | undefined;
  for (const { table, block } of speakers.of(scope.at)) {
    if (among.length > 0 && !among.includes(table.declared.id)) continue;
    const expression = express(block, scope);
    if (!expression) continue;
    const said = { table: table.declared.id, expression };
    if (expression.direct) return said;
    if (expression.figures.length > 0) bySum ??= said;
    else byAbsence ??= said;
  }
  // A form is one of several: it speaks only where it is asked for.
  for (const id of among) {
    const expression = speakers.formsOf(id).express(scope);
    if (expression?.direct) return { table: id, expression };
    if (expression) bySum ??= { table: id, expression };
  }
  return bySum ?? byAbsence;
}
