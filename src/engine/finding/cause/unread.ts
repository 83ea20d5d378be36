import { Decimal } from 'decimal.js';
import { convertMoney } from '../../amount/money-unit';
import { isToBeFilled } from '../../amount/reading';
import { figuresOf, type Book, type Figure } from '../../book/book';
import { bookWith, withAmount } from '../../book/with-amounts';
import type { Equation } from '../../equation/equation';
import { evaluateAlone, type Evaluated } from '../../equation/evaluate';
import { followingIn, type Following } from './follow';

/** What the equations say of a cell that was typed and holds no amount. */
export interface Settled {
  /** In 万元. */
  readonly value: Decimal;
  /** So many equations give it, each by itself. */
  readonly equations: number;
}

/** Cells that were typed and hold no amount (`约120`): what stands on them, and what belongs there. */
export interface Unread {
  /**
   * The equations, those that stand on such a cell not checked because of it: directly, or through formulas that add it up and left it
   * out or could not be computed for it.
   */
  readonly evaluated: readonly Evaluated[];
  /** The cells for which the equations leave no choice. */
  readonly settled: ReadonlyMap<Figure, Settled>;
  /** How to look for what lies behind failed equations where they leave one. */
  readonly supposed?: Supposed;
}

/** A workbook in which the cells that equations do not agree upon are supposed to hold the number that is written in them, or nothing. */
export interface Supposed {
  readonly book: Book;
  /** In the order of the equations. */
  readonly evaluated: readonly Evaluated[];
  /** Equations that stand on such cells. */
  readonly standing: ReadonlySet<Equation>;
  /** The cells as they are. */
  readonly figures: readonly Figure[];
}

/** The cells that were typed and hold no amount. */
export function unreadIn(book: Book): readonly Figure[] {
  return [...figuresOf(book)].filter(({ reading, formula }) => reading.kind === 'unreadable' && formula === undefined);
}

/** Formulas that cannot be read because a cell that they add up cannot: the cell is to blame, not they. */
export function followersOfUnread(book: Book): ReadonlySet<Figure> {
  const unread = unreadIn(book);
  const formulas =
    unread.length === 0
      ? []
      : [...figuresOf(book)].filter(({ reading, formula }) => reading.kind === 'unreadable' && formula !== undefined);
  if (formulas.length === 0) return new Set();
  const { sumOf } = followingIn(book);
  return new Set(formulas.filter((figure) => unread.some((typed) => sumOf(figure).has(typed))));
}

/** Sets apart what stands on unread cells, so that nothing else is held against anything for their sake. */
export function withoutUnread(book: Book, evaluated: readonly Evaluated[]): Unread {
  const unread = new Set(unreadIn(book));
  if (unread.size === 0) return { evaluated, settled: new Map() };
  const following = followingIn(book);
  const standing = evaluated.map(({ equation }) => standsOn(equation, unread, following));
  const told = evaluated.map((one, index): Evaluated => {
    const { equation, outcome } = one;
    const figures = standing[index] ?? [];
    const isTold = outcome.kind === 'notApplicable' || figures.length === 0;
    if (isTold || (outcome.kind === 'notChecked' && outcome.because.code !== 'unreadable')) return one;
    return { equation, outcome: { kind: 'notChecked', because: { code: 'unreadable', figures } } };
  });
  const settled = settledBy(told, unread, following);
  // Of what is still to be filled in nothing is supposed: it is not wrong, and others are not either for its sake.
  const open = [...unread].filter(
    (figure) => !isToBeFilled(figure.reading) && !settled.has(figure) && standing.some((on) => on.includes(figure)),
  );
  if (open.length === 0) return { evaluated: told, settled };
  const isOpen = (index: number): boolean => {
    const on = standing[index] ?? [];
    return on.length > 0 && on.every((figure) => !isToBeFilled(figure.reading) && !settled.has(figure));
  };
  return { evaluated: told, settled, supposed: supposing(open, told, isOpen, { book, unread, following }) };
}

interface Known {
  readonly book: Book;
  readonly unread: ReadonlySet<Figure>;
  readonly following: Following;
}

function supposing(
  open: readonly Figure[],
  evaluated: readonly Evaluated[],
  isOpen: (index: number) => boolean,
  { book, unread, following }: Known,
): Supposed {
  const amounts = amountsWithout(unread, following);
  const supposed = new Map(open.map((figure) => [figure, numberIn(figure)]));
  const replaced = new Map<Figure, Figure>();
  for (const figure of figuresOf(book)) {
    const own = supposed.get(figure);
    if (own) replaced.set(figure, withAmount(figure, own));
    if (figure.formula === undefined) continue;
    const sum = [...following.sumOf(figure)].filter(([part]) => supposed.has(part));
    const amount = amounts(figure);
    if (sum.length === 0 || !amount) continue;
    const more = sum.reduce((total, [part, times]) => total.plus((supposed.get(part) ?? ZERO).times(times)), ZERO);
    replaced.set(figure, withAmount(figure, amount.plus(more)));
  }
  const now = (figures: readonly Figure[]): readonly Figure[] =>
    figures.map((figure) => replaced.get(figure) ?? figure);
  const standing = new Set<Equation>();
  const again = evaluated.map((one, index): Evaluated => {
    const { equation, outcome } = one;
    const isTouched = [...equation.left, ...equation.right].some((figure) => replaced.has(figure));
    if (!isTouched && !isOpen(index)) return one;
    const instead = { ...equation, left: now(equation.left), right: now(equation.right) };
    if (outcome.kind === 'notChecked' && !isOpen(index)) return { equation: instead, outcome };
    if (isOpen(index)) standing.add(instead);
    return evaluateAlone(instead);
  });
  return { book: bookWith(book, now), evaluated: again, standing, figures: open };
}

/** The only number in what is written in a cell, in 万元; nothing where there is none or several. */
function numberIn({ reading, moneyUnit }: Figure): Decimal {
  const raw = reading.kind === 'unreadable' ? reading.raw.replaceAll(',', '') : '';
  const [only, ...more] = raw.match(/[0-9]+(?:\.[0-9]+)?/g) ?? [];
  return only === undefined || more.length > 0 ? ZERO : convertMoney(new Decimal(only), moneyUnit, '万元');
}

/** The unread cells that an equation stands on: those in it, and those that move what it compares. */
function standsOn(equation: Equation, unread: ReadonlySet<Figure>, { answerOf, sumOf }: Following): readonly Figure[] {
  const { left, right } = equation;
  const found = new Set([...left, ...right].filter((figure) => unread.has(figure)));
  for (const figure of answerOf(equation).keys()) if (unread.has(figure)) found.add(figure);
  for (const figure of [...left, ...right])
    if (figure.value === undefined) for (const part of sumOf(figure).keys()) if (unread.has(part)) found.add(part);
  return [...found];
}

/**
 * The values that all equations agree on which have but one unread cell left in them. What fails by itself speaks for none, and a
 * value that one of them does not bear out is no value.
 */
function settledBy(
  evaluated: readonly Evaluated[],
  unread: ReadonlySet<Figure>,
  following: Following,
): ReadonlyMap<Figure, Settled> {
  const amounts = amountsWithout(unread, following);
  const equations = evaluated.flatMap(({ equation, outcome }) => {
    if (outcome.kind !== 'notChecked' || outcome.because.code !== 'unreadable') return [];
    const residual = residualOf(equation, amounts);
    const terms = [...following.answerOf(equation)].filter(([figure]) => unread.has(figure));
    return residual === undefined || terms.length === 0 ? [] : [{ op: equation.op, residual, terms }];
  });
  const settled = new Map<Figure, Settled>();
  for (let found = true; found;) {
    found = false;
    const given = new Map<Figure, Decimal[]>();
    for (const { op, residual, terms } of equations) {
      const open = terms.filter(([figure]) => !settled.has(figure));
      const [[figure, times] = [], another] = open;
      if (op !== '=' || !figure || times === undefined || another) continue;
      const rest = terms.reduce(
        (sum, [known, count]) => sum.plus((settled.get(known)?.value ?? ZERO).times(count)),
        residual,
      );
      given.set(figure, [...(given.get(figure) ?? []), rest.negated().div(times)]);
    }
    for (const [figure, [value, ...others]] of given) {
      if (!value || value.isNegative() || others.some((other) => !other.equals(value))) continue;
      settled.set(figure, { value, equations: 1 + others.length });
      found = true;
    }
  }
  const isBorneOut = ({ op, residual, terms }: (typeof equations)[number]): boolean => {
    if (terms.some(([figure]) => !settled.has(figure))) return true;
    const sum = terms.reduce(
      (total, [figure, times]) => total.plus((settled.get(figure)?.value ?? ZERO).times(times)),
      residual,
    );
    return op === '=' ? sum.isZero() : !sum.isNegative();
  };
  for (const equation of equations.filter((one) => !isBorneOut(one)))
    for (const [figure] of equation.terms) settled.delete(figure);
  return settled;
}

const ZERO = new Decimal(0);

/** What each figure comes to if nothing stood in the unread cells; undefined where that is not known. */
function amountsWithout(unread: ReadonlySet<Figure>, { partsOf }: Following): (figure: Figure) => Decimal | undefined {
  const known = new Map<Figure, Decimal | undefined>();
  const amountOf = (figure: Figure): Decimal | undefined => {
    if (figure.value !== undefined) return figure.value;
    if (unread.has(figure)) return ZERO;
    if (known.has(figure)) return known.get(figure);
    // A formula that leads back to itself is not known.
    known.set(figure, undefined);
    const parts = partsOf(figure);
    const amount = parts.reduce<Decimal | undefined>((sum, { figure: part, times }) => {
      const value = amountOf(part);
      return value && sum?.plus(value.times(times));
    }, ZERO);
    known.set(figure, parts.length === 0 ? undefined : amount);
    return known.get(figure);
  };
  return amountOf;
}

function residualOf({ left, right }: Equation, amountOf: (figure: Figure) => Decimal | undefined): Decimal | undefined {
  let residual: Decimal | undefined = ZERO;
  for (const [sign, figures] of [
    [1, left],
    [-1, right],
  ] as const)
    for (const figure of figures) {
      const amount = amountOf(figure);
      residual = amount && residual?.plus(amount.times(sign));
    }
  return residual;
}
