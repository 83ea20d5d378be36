import type { Book, Figure } from '../book/book';
import { figuresOf } from '../book/book';
import { deriveEquations } from '../equation/derive';
import type { Equation } from '../equation/equation';
import { scopeAt } from '../scope/scope';

/** What a cell may be computed from: the sum of these, by this equation. */
export interface Definition {
  readonly sources: readonly Figure[];
  readonly equation: Equation;
  /** Another cell that nothing divides either: it may be referred to where an amount is typed into it. */
  readonly isLeaf: boolean;
}

/** One side of an equation between two tables, and the equation. */
interface Side {
  readonly figures: readonly Figure[];
  readonly equation: Equation;
}

/**
 * Which way round the equations of a book are read: what each cell is computed from. A whole comes from the parts in its own
 * table, along the rows before along the columns; a cell that its table does not divide comes from where it is divided, the
 * same scope before a declared equation, and at last from another cell that is not divided. Wholes are never filled from
 * elsewhere, nor anything from a whole by difference, so that no cell comes to depend on itself.
 */
export class Definitions {
  private readonly rows = new Map<Figure, Definition>();
  private readonly columns = new Map<Figure, Definition>();
  /** Amounts of forms, by figure: what the tables say of the same. */
  private readonly ofForms = new Map<Figure, readonly Definition[]>();
  /** By the key of their scope: all the places that say it. */
  private readonly saying = new Map<string, Side[]>();
  /** By the key of a scope: the sides that must equal it by a declared equation, with the keys of their scopes. */
  private readonly declared = new Map<string, (Side & { readonly scope: string })[]>();
  private readonly position = new Map<Figure, number>();
  /** Tables by figure: two tables of one id are not filled from each other. */
  private readonly depth = new Map<string, number>();

  constructor(book: Book) {
    for (const figure of figuresOf(book)) this.position.set(figure, this.position.size);
    for (const table of book.tables) {
      const deepest = table.blocks.map((block) => block.deepestCode ?? 0);
      this.depth.set(table.declared.id, Math.max(0, ...deepest));
    }
    const forms = new Set(book.forms.map((form) => form.declared.id));
    for (const equation of deriveEquations(book)) {
      if (equation.op !== '=' || equation.left.length === 0 || equation.right.length === 0) continue;
      const isOfForms = ({ table }: Figure): boolean => forms.has(table);
      if ([...equation.left, ...equation.right].some(isOfForms)) this.takeOfForms(equation, isOfForms);
      else this.take(equation, book);
    }
  }

  /** What a figure may be computed from, in the order of preference; nothing for a figure that has to be typed. */
  of(figure: Figure): readonly Definition[] {
    const within = [this.rows.get(figure), this.columns.get(figure)].filter((found) => found !== undefined);
    return within.length > 0 ? within : [...(this.ofForms.get(figure) ?? []), ...this.across(figure)];
  }

  /** In the order of the book. */
  compare(a: Figure, b: Figure): number {
    return (this.position.get(a) ?? 0) - (this.position.get(b) ?? 0);
  }

  private take(equation: Equation, book: Book): void {
    const { because, left, right } = equation;
    if (because.kind === 'parts') {
      const [whole] = left;
      const [part] = right;
      if (!whole || !part) return;
      const isAlongColumns =
        part.cell.row === whole.cell.row &&
        part.cell.sheet === whole.cell.sheet &&
        part.cell.column !== whole.cell.column;
      (isAlongColumns ? this.columns : this.rows).set(whole, { sources: right, equation, isLeaf: false });
    } else if (because.kind === 'same') {
      this.say(because.scope.key, left, equation);
      this.say(because.scope.key, right, equation);
    } else {
      const resolved = book.edition.equations.find((one) => one.declared === because.declared);
      const [leftTerm, ...otherLeft] = resolved?.left ?? [];
      const [rightTerm, ...otherRight] = resolved?.right ?? [];
      if (!leftTerm || !rightTerm || otherLeft.length + otherRight.length > 0) return;
      const leftScope = scopeAt(because.at.at, leftTerm).key;
      const rightScope = scopeAt(because.at.at, rightTerm).key;
      this.say(leftScope, left, equation);
      this.say(rightScope, right, equation);
      push(this.declared, leftScope, { figures: right, equation, scope: rightScope });
      push(this.declared, rightScope, { figures: left, equation, scope: leftScope });
    }
  }

  /** A form's amount follows from the others of its form and from the tables; no table follows from a form. */
  private takeOfForms(equation: Equation, isOfForms: (figure: Figure) => boolean): void {
    const { because, severity, left, right } = equation;
    for (const [[figure, ...others], sources] of [
      [left, right],
      [right, left],
    ] as const) {
      if (!figure || others.length > 0 || !isOfForms(figure)) continue;
      if (because.kind === 'parts') {
        if (figure === left[0]) this.rows.set(figure, { sources, equation, isLeaf: false });
      } else if (severity === 'error' && !sources.some(isOfForms)) {
        const definitions = this.ofForms.get(figure) ?? [];
        this.ofForms.set(figure, [...definitions, { sources, equation, isLeaf: false }]);
      }
    }
  }

  private say(scope: string, figures: readonly Figure[], equation: Equation): void {
    const known = this.saying.get(scope) ?? [];
    if (known.some((side) => side.figures[0] === figures[0] && side.figures.length === figures.length)) return;
    push(this.saying, scope, { figures, equation });
  }

  private across(figure: Figure): readonly Definition[] {
    const scope = figure.scope.key;
    const same = this.saying.get(scope) ?? [];
    // One of several rows that say a scope together is not that scope.
    if (!same.some((side) => side.figures.length === 1 && side.figures[0] === figure)) return [];
    const declared = (this.declared.get(scope) ?? []).flatMap((side) => [
      side,
      ...(this.saying.get(side.scope) ?? []).map((other) => ({ ...other, equation: side.equation })),
    ]);
    const seen = new Set<Figure>([figure]);
    const ranked = [
      ...same.map((side) => ({ ...side, isDeclared: false })),
      ...declared.map((side) => ({ ...side, isDeclared: true })),
    ].flatMap(({ figures, equation, isDeclared }) => {
      const [first] = figures;
      if (!first || seen.has(first) || figures.includes(figure)) return [];
      seen.add(first);
      if (first.table === figure.table && !isSameBlock(first, figure)) return [];
      const isLeaf = figures.length === 1 && !this.rows.has(first) && !this.columns.has(first);
      return [{ sources: figures, equation, isLeaf, rank: this.rank(figure, figures, isLeaf, isDeclared) }];
    });
    return ranked.sort((a, b) => compareRanks(a.rank, b.rank));
  }

  /** The smallest is best: a whole before a leaf, the same scope before a declared one, the own table, the one that divides it most. */
  private rank(figure: Figure, sources: readonly Figure[], isLeaf: boolean, isDeclared: boolean): readonly number[] {
    const [first] = sources;
    const table = first?.table ?? '';
    return [
      isLeaf ? 1 : 0,
      isDeclared ? 1 : 0,
      table === figure.table ? 0 : 1,
      -(this.depth.get(table) ?? 0),
      sources.length > 1 ? 1 : 0,
      first ? (this.position.get(first) ?? 0) : 0,
    ];
  }
}

/** A label and a total of one block stand below each other; anything else of the same table id is a second copy of the table. */
const isSameBlock = (a: Figure, b: Figure): boolean => a.cell.sheet === b.cell.sheet && a.cell.column === b.cell.column;

function compareRanks(a: readonly number[], b: readonly number[]): number {
  for (const [index, rank] of a.entries()) {
    const difference = rank - (b[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

function push<T>(map: Map<string, T[]>, key: string, value: T): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
