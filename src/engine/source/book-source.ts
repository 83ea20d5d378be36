import { Decimal } from 'decimal.js';
import { figuresOf, type Book, type Figure } from '../book/book';
import type { ResolvedEquation } from '../edition/resolve';
import { express, expressInForms } from '../equation/express';
import { Speakers } from '../equation/speakers';
import { scopeAt, scopeOf, withMembers, type DimensionId, type Member, type Members, type Scope } from '../scope/scope';
import type { Source, Told } from './source';

/**
 * The recognised tables of a workbook, this year's or last year's, as a source of amounts. What a scope comes to is taken, in
 * this order, from a figure that means it, from the figures it is the sum of, from the members it is divided into, from the other
 * side of a declared equation; it is zero where only blanks stand there, where tables that list such rows have none, and for a
 * member without a line where the others make up the whole.
 * Answers are remembered: a question asked twice costs nothing.
 */
export function bookSource(book: Book): Source {
  return new BookSource(book);
}

class BookSource implements Source {
  private readonly speakers: Speakers;
  private readonly known = new Map<string, Told | undefined>();
  /** Scopes that are being worked out: two members that are defined by each other tell nothing. */
  private readonly open = new Set<string>();
  private readonly pointsKnown = new Map<string, readonly Members[]>();
  private stated: readonly Scope[] | undefined;

  constructor(private readonly book: Book) {
    this.speakers = new Speakers(book);
  }

  told(members: Members): Told | undefined {
    const scope = scopeOf(members);
    if (this.known.has(scope.key)) return this.known.get(scope.key);
    if (this.open.has(scope.key)) return undefined;
    this.open.add(scope.key);
    const told = this.find(scope);
    this.open.delete(scope.key);
    // What was found while another question was open may have lacked that one's answer: only amounts are certain.
    if (this.open.size === 0 || (told && !told.blank && told.cells.length > 0)) this.known.set(scope.key, told);
    return told;
  }

  private find(scope: Scope): Told | undefined {
    const said = this.saidInTables(scope);
    if (said.amount) return said.amount;
    const worked = this.sumOfMembers(scope) ?? this.throughEquation(scope);
    if (worked && !worked.blank && worked.cells.length > 0) return worked;
    return said.blank ?? (said.unreadable ? undefined : (worked ?? said.absent ?? this.restOfWhole(scope)));
  }

  /** Nothing, for a member without a line where the lines of the others make up the whole; else it cannot be told. */
  private restOfWhole(scope: Scope): Told | undefined {
    const { dimensions } = this.book.edition;
    for (const dimension of dimensions.list) {
      const member = scope.at[dimension.id];
      if (dimension.kind !== 'members' || member === undefined) continue;
      const parent = dimensions.parentOf(dimension.id, member);
      if (parent === undefined) continue;
      const printed = (other: Member): Told | undefined => {
        const at = withMembers(scope, { [dimension.id]: other === '' ? undefined : other });
        const said = this.saidInTables(at);
        return said.amount ?? said.blank ?? said.absent;
      };
      const parts = parent === '' ? dimension.whole : (dimension.members.find(({ is }) => is === parent)?.parts ?? []);
      const others = parts.flatMap((part) => (part === member ? [] : (printed(part) ?? [])));
      if (others.length > 0 && printed(parent)?.value.equals(together(others).value)) return NOTHING;
    }
    return undefined;
  }

  /** Out of the tables that speak of the scope: an amount, else blanks, else the absence of a row that would be listed. */
  private saidInTables(scope: Scope): {
    readonly amount: Told | undefined;
    readonly blank: Told | undefined;
    readonly absent: Told | undefined;
    readonly unreadable: boolean;
  } {
    let bySum: Told | undefined;
    let blank: Told | undefined;
    let absent: Told | undefined;
    let unreadable = false;
    const expressions = this.speakers.of(scope.at).map(({ block }) => express(block, scope));
    for (const expression of [...expressions, expressInForms(this.book.forms, scope)]) {
      if (!expression) continue;
      if (expression.missingRow) {
        absent = NOTHING;
        continue;
      }
      const told = addUp(expression.figures);
      if (!told) unreadable = true;
      else if (told.blank) blank ??= told;
      else if (expression.direct) return { amount: told, blank, absent, unreadable };
      else bySum ??= told;
    }
    return { amount: bySum, blank, absent, unreadable };
  }

  /** The sum of the members that one of its members, or the whole of a dimension, is divided into. All of them must be told. */
  private sumOfMembers(scope: Scope): Told | undefined {
    for (const dimension of this.book.edition.dimensions.list) {
      if (dimension.kind !== 'members') continue;
      const member = scope.at[dimension.id];
      // The parts of a whole are many, and not every workbook says them all: only a member's own will do.
      const parts = member === undefined ? [] : (dimension.members.find(({ is }) => is === member)?.parts ?? []);
      if (parts.length === 0) continue;
      const told: Told[] = [];
      for (const part of parts) {
        const one = this.told(scopeAt(scope.at, { [dimension.id]: part }).at);
        if (!one) break;
        told.push(one);
      }
      if (told.length === parts.length) return together(told);
    }
    return undefined;
  }

  /** 收入 where only 支出 is told, at points for which the edition says that they are equal. */
  private throughEquation(scope: Scope): Told | undefined {
    for (const equation of this.book.edition.equations) {
      if (equation.op !== '=' || equation.declared.between) continue;
      for (const [one, other] of [
        [equation.left, equation.right],
        [equation.right, equation.left],
      ] as const) {
        const [term] = one;
        const point = one.length === 1 && term ? pointOf(scope, term, equation) : undefined;
        if (!point) continue;
        const told = other.map((side) => this.told(scopeAt(point, side).at));
        const all = told.filter((side): side is Told => side !== undefined);
        if (all.length === told.length) return together(all);
      }
    }
    return undefined;
  }

  points(within: Members, dimensions: readonly DimensionId[]): readonly Members[] {
    const key = `${scopeOf(within).key}|${dimensions.join()}`;
    const known = this.pointsKnown.get(key);
    if (known) return known;
    const found = new Map<string, Record<DimensionId, Member>>();
    for (const { at } of this.statedScopes()) {
      if (dimensions.some((dimension) => at[dimension] === undefined) || !this.isWithin(at, within)) continue;
      const point: Record<DimensionId, Member> = {};
      for (const dimension of dimensions) point[dimension] = at[dimension] ?? '';
      found.set(dimensions.map((dimension) => at[dimension]).join(), point);
    }
    const points = [...found.values()];
    const codes = dimensions.filter((dimension) => this.kindOf(dimension) === 'code');
    const byCode = (a: Members, b: Members): number => {
      const apart = codes.find((dimension) => a[dimension] !== b[dimension]);
      return apart === undefined ? 0 : (a[apart] ?? '') < (b[apart] ?? '') ? -1 : 1;
    };
    const sorted = codes.length === 0 ? points : points.sort(byCode);
    this.pointsKnown.set(key, sorted);
    return sorted;
  }

  /** The different scopes at which an amount stands, typed zeros included. */
  private statedScopes(): readonly Scope[] {
    if (this.stated) return this.stated;
    const scopes = new Map<string, Scope>();
    for (const figure of figuresOf(this.book)) {
      if (figure.reading.kind === 'amount') scopes.set(figure.scope.key, figure.scope);
    }
    return (this.stated = [...scopes.values()]);
  }

  private isWithin(at: Members, within: Members): boolean {
    for (const dimension in within) {
      const member = at[dimension];
      if (member === undefined || !this.isPartOf(dimension, member, within[dimension] ?? '')) return false;
    }
    return true;
  }

  private isPartOf(dimension: DimensionId, member: Member, whole: Member): boolean {
    if (member === whole) return true;
    if (this.kindOf(dimension) === 'code') return member.startsWith(whole);
    const { dimensions } = this.book.edition;
    for (let above = dimensions.parentOf(dimension, member); above; above = dimensions.parentOf(dimension, above)) {
      if (above === whole) return true;
    }
    return false;
  }

  private kindOf(dimension: DimensionId): 'members' | 'code' | 'open' | undefined {
    return this.book.edition.dimensions.byId.get(dimension)?.kind;
  }
}

const NOTHING: Told = { value: new Decimal(0), cells: [], blank: false };

/** Figures added up; undefined where one of them cannot be read. */
function addUp(figures: readonly Figure[]): Told | undefined {
  let value = NOTHING.value;
  let blank = true;
  for (const figure of figures) {
    if (figure.value === undefined) return undefined;
    value = value.plus(figure.value);
    if (figure.reading.kind !== 'blank') blank = false;
  }
  return { value, cells: figures.map((figure) => figure.cell), blank };
}

function together(told: readonly Told[]): Told {
  return {
    value: told.reduce((sum, { value }) => sum.plus(value), NOTHING.value),
    cells: told.flatMap(({ cells }) => cells),
    blank: told.every(({ blank }) => blank),
  };
}

/** The point of an equation at which one of its terms means the scope; undefined where none does. */
function pointOf(scope: Scope, term: Members, { declared }: ResolvedEquation): Members | undefined {
  if (Object.keys(term).some((dimension) => scope.at[dimension] !== term[dimension])) return undefined;
  const point: Record<DimensionId, Member> = {};
  for (const [dimension, member] of Object.entries(scope.at)) {
    if (dimension in term) continue;
    if (!declared.per?.includes(dimension) && !declared.each?.includes(dimension)) return undefined;
    point[dimension] = member;
  }
  return declared.each?.some((dimension) => !(dimension in scope.at)) ? undefined : point;
}
