import { Decimal } from 'decimal.js';
import type { Book, Figure, RecognisedBlock, RecognisedTable } from '../book/book';
import type { ResolvedEquation } from '../edition/resolve';
import { express } from '../equation/express';
import { FormFigures } from '../equation/form-figures';
import { Speakers, type Speaker } from '../equation/speakers';
import {
  membersAt,
  scopeOf,
  withMembers,
  type DimensionId,
  type Member,
  type Members,
  type Scope,
} from '../scope/scope';
import type { Source, Told } from './source';
import { StatedPoints } from './stated-points';

/**
 * The recognised tables of a workbook, this year's or last year's, as a source of amounts. What a scope comes to is taken, in
 * this order, from a figure that means it, from the figures it is the sum of, from the members it is divided into, from the other
 * side of a declared equation; it is zero where only blanks stand there, where tables that list such rows have none, in a table
 * without any amount (one that lists items and is not said to be empty was not filled in: it tells nothing), and for a member without
 * a line where the others make up the whole. Where tables say different things, the first one is believed; a blank says nothing to one
 * that has an amount, unless the amounts beside it make up their whole. Blanks that others do not tell of and that their whole lacks
 * are not told: somebody forgot them. A workbook without any amount tells nothing, unless all of its tables say that they are empty:
 * that is a budget of nothing at all. Answers are remembered: a question asked twice costs nothing.
 */
export function bookSource(book: Book): Source {
  return new BookSource(book);
}

class BookSource implements Source {
  private readonly speakers: Speakers;
  private readonly forms: FormFigures;
  private readonly stated: StatedPoints;
  private readonly known = new Map<string, Told | undefined>();
  /** The sentences of an item ask for the same members again and again. */
  private readonly scopes = new WeakMap<Members, Scope>();
  /** Scopes that are being worked out: two members that are defined by each other tell nothing. */
  private readonly open = new Set<string>();
  private readonly empty = new Map<RecognisedTable, boolean>();
  /** No amount stands anywhere, and the tables do not say either that they are empty: nobody has filled anything in. */
  private readonly saysNothing: boolean;
  /** No amount stands anywhere, and all tables say that this is so: their blanks were not forgotten. */
  private readonly isOfNothing: boolean;
  private spellings: ReadonlyMap<Member, string> | undefined;

  constructor(private readonly book: Book) {
    this.speakers = new Speakers(book);
    this.forms = new FormFigures(book.forms);
    this.stated = new StatedPoints(book, book.edition.dimensions);
    const { tables } = book;
    this.isOfNothing =
      this.stated.none && tables.length > 0 && tables.every(({ emptyNote }) => emptyNote !== undefined);
    this.saysNothing = this.stated.none && !this.isOfNothing;
  }

  told(members: Members): Told | undefined {
    if (this.saysNothing) return undefined;
    const scope = this.scopeOf(members);
    if (this.known.has(scope.key)) return this.known.get(scope.key);
    if (this.open.has(scope.key)) return undefined;
    this.open.add(scope.key);
    const found = this.find(scope);
    const told = found && this.isOfNothing ? { ...found, blank: false } : found;
    this.open.delete(scope.key);
    // What was found while another question was open may have lacked that one's answer: only amounts are certain.
    if (this.open.size === 0 || (told && !told.blank && told.cells.length > 0)) this.known.set(scope.key, told);
    return told;
  }

  spelled(member: Member): string | undefined {
    this.spellings ??= spellingsIn(this.book);
    return this.spellings.get(member);
  }

  private scopeOf(members: Members): Scope {
    const known = this.scopes.get(members) ?? scopeOf(members);
    this.scopes.set(members, known);
    return known;
  }

  private find(scope: Scope): Told | undefined {
    const said = this.saidInTables(scope);
    if (said.amount) return said.amount;
    const worked = this.sumOfMembers(scope) ?? this.throughEquation(scope);
    if (worked && !worked.blank && worked.cells.length > 0) return worked;
    const nothing = said.blank ?? (said.unreadable ? undefined : (worked ?? said.absent ?? this.restOfWhole(scope)));
    return nothing?.blank === true && this.isForgotten(scope) ? undefined : nothing;
  }

  private printed(scope: Scope): Told | undefined {
    const said = this.saidInTables(scope);
    return said.amount ?? said.blank ?? said.absent;
  }

  /** Nothing, for a member without a line where the lines of the others make up the whole; else it cannot be told. */
  private restOfWhole(scope: Scope): Told | undefined {
    return this.besides(scope, (at) => this.printed(at)).includes('all') ? NOTHING : undefined;
  }

  /** Whether blanks stand where amounts beside them do not make up their whole: somebody forgot one. */
  private isForgotten(scope: Scope): boolean {
    return this.besides(scope, (at) => this.printed(at)).includes('less');
  }

  /**
   * For each dimension in which a scope is a part of a whole that has an amount: whether the other parts are all of it, or less (or
   * more); nothing where that cannot be told. `says` is where they are looked up.
   */
  private besides(scope: Scope, says: (scope: Scope) => Told | undefined): readonly ('all' | 'less')[] {
    const { dimensions } = this.book.edition;
    return dimensions.list.flatMap((dimension) => {
      const member = scope.at[dimension.id];
      const parent = member === undefined ? undefined : dimensions.parentOf(dimension.id, member);
      if (dimension.kind !== 'members' || parent === undefined) return [];
      const at = (other: Member): Told | undefined =>
        says(withMembers(scope, { [dimension.id]: other === '' ? undefined : other }));
      const whole = at(parent);
      if (!whole || whole.blank) return [];
      const parts = dimensions.partsOf(dimension.id, parent).filter((part) => part !== member);
      const others = parts.flatMap((part) => at(part) ?? []);
      if (others.length === 0) return [];
      const sum = together(others).value;
      if (whole.value.equals(sum)) return ['all'];
      // A part that no table speaks of may be what is left.
      return others.length < parts.length && sum.lessThan(whole.value) ? [] : ['less'];
    });
  }

  /** Out of the tables that speak of the scope: an amount, else blanks, else the absence of a row that would be listed. */
  private saidInTables(scope: Scope): SaidInTables {
    let bySum: Told | undefined;
    let blank: Told | undefined;
    let absent: Told | undefined;
    let unreadable = false;
    const expressions = this.speakers.of(scope.at).map((speaker) => ({ speaker, said: express(speaker.block, scope) }));
    for (const { speaker, said } of [...expressions, { said: this.forms.express(scope), speaker: undefined }]) {
      if (speaker && this.isUnfilled(speaker.table)) continue;
      if (!said) {
        if (speaker && this.isEmpty(speaker)) absent = NOTHING;
        continue;
      }
      if (said.missingRow) {
        absent = NOTHING;
        continue;
      }
      const told = addUp(said.figures);
      if (!told) unreadable = true;
      else if (told.blank && !(said.direct && speaker && this.isSettled(speaker.block, scope))) blank ??= told;
      else if (said.direct) return { amount: told, blank, absent, unreadable };
      else bySum ??= told;
    }
    return { amount: bySum, blank, absent, unreadable };
  }

  /** A table, found whole, in which no amount stands: there is nothing at all of what it speaks of. */
  private isEmpty({ table, block }: Speaker): boolean {
    if (block.strangeRows.length > 0 || block.missingColumns.some(({ optional }) => !optional)) return false;
    return this.hasNoAmount(table);
  }

  /** A table in which items are listed and no amount stands was not filled in yet, unless a note says that it is empty. */
  private isUnfilled(table: RecognisedTable): boolean {
    return (
      table.emptyNote === undefined &&
      this.hasNoAmount(table) &&
      table.blocks.some(({ rows }) => rows.nodes.some(({ code }) => code !== undefined))
    );
  }

  private hasNoAmount(table: RecognisedTable): boolean {
    const known = this.empty.get(table) ?? hasNoAmount(table);
    this.empty.set(table, known);
    return known;
  }

  /** A blank beside amounts that make up their whole was not forgotten: it says that there is nothing. */
  private isSettled(block: RecognisedBlock, scope: Scope): boolean {
    const inBlock = (at: Scope): Told | undefined => {
      const said = express(block, at);
      return said && !said.missingRow ? addUp(said.figures) : undefined;
    };
    return this.besides(scope, inBlock).includes('all');
  }

  /** The sum of the members that one of its members, or the whole of a dimension, is divided into. All of them must be told. */
  private sumOfMembers(scope: Scope): Told | undefined {
    const { dimensions } = this.book.edition;
    for (const { id } of dimensions.list) {
      const member = scope.at[id];
      // The parts of a whole are many, and not every workbook says them all: only a member's own will do.
      const parts = member === undefined ? [] : dimensions.partsOf(id, member);
      if (parts.length === 0) continue;
      const told: Told[] = [];
      for (const part of parts) {
        const one = this.told(membersAt(scope.at, { [id]: part }));
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
        const told = other.map((side) => this.told(membersAt(point, side)));
        const all = told.filter((side): side is Told => side !== undefined);
        if (all.length === told.length) return together(all);
      }
    }
    return undefined;
  }

  points(within: Members, dimensions: readonly DimensionId[]): readonly Members[] {
    return this.stated.within(within, dimensions);
  }
}

/** How the rows of a book write the members that divide their codes, of several spellings the first. */
function spellingsIn({ tables }: Book): ReadonlyMap<Member, string> {
  const spellings = new Map<Member, string>();
  for (const { rows } of tables.flatMap(({ blocks }) => blocks)) {
    const finest = rows.dimensions[rows.dimensions.length - 1] ?? '';
    for (const { members, detailName } of rows.nodes) {
      const member = members[finest];
      if (member !== undefined && detailName !== undefined && !spellings.has(member)) spellings.set(member, detailName);
    }
  }
  return spellings;
}

interface SaidInTables {
  readonly amount: Told | undefined;
  readonly blank: Told | undefined;
  readonly absent: Told | undefined;
  /** Some cell that the scope stands on cannot be read. */
  readonly unreadable: boolean;
}

const NOTHING: Told = { value: new Decimal(0), cells: [], blank: false };

function hasNoAmount({ blocks }: RecognisedTable): boolean {
  return blocks.every(({ figures }) => figures.every((row) => row.every(({ reading }) => reading.kind === 'blank')));
}

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
