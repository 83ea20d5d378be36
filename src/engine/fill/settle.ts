import { Decimal } from 'decimal.js';
import { commonPlaces, comparePrintings, halfUnit, judgeEquality } from '../amount/interval';
import { amountIn, convertMoney } from '../amount/money-unit';
import { isToBeFilled } from '../amount/reading';
import { figuresOf, type Book, type Figure } from '../book/book';
import type { Severity } from '../finding/finding';
import { cellsSpokenOf, lostReferences } from '../formula/lost';
import { cellKey, type CellRef } from '../snapshot/address';
import { Definitions, type Definition } from './definitions';
import { formulaFor } from './formula';
import type { NumberFormats } from './number-formats';
import type { Conflict, Filled, FillOptions, LeftBecause, LeftOpen, NumberWritten } from './plan';

/** What a cell holds once everything is filled, in 万元. */
type Held =
  { readonly kind: 'blank' } | { readonly kind: 'amount'; readonly value: Decimal } | { readonly kind: 'unknown' };

type Computed =
  | { readonly kind: 'blank' }
  | { readonly kind: 'amount'; readonly value: Decimal; readonly by: Definition }
  | { readonly kind: 'left'; readonly because: LeftBecause; readonly cells: readonly CellRef[] };

const BLANK = { kind: 'blank' } as const;
const UNKNOWN = { kind: 'unknown' } as const;
const ZERO = new Decimal(0);

export interface SettleOptions extends FillOptions {
  /** Cells (`cellKey`) that lie under a merged one. */
  readonly covered: ReadonlySet<string>;
  /** Cells (`cellKey`) that a formula of the user's needs in order to be computed from them: they stay as they are. */
  readonly circular: ReadonlySet<string>;
  /** Blank cells (`cellKey`) whose amount nobody knows: no sum takes them for nothing. */
  readonly untold?: ReadonlySet<string>;
  /** Cells (`cellKey`) whose formula no longer says what it said before and is written anew. */
  readonly renewed?: ReadonlySet<string>;
  readonly formats: Pick<NumberFormats, 'of'>;
}

/** What every cell of a book should hold. */
export interface Settlement {
  readonly fills: readonly Filled[];
  readonly conflicts: readonly Conflict[];
  readonly numbers: readonly NumberWritten[];
  readonly left: readonly LeftOpen[];
  /** What the cells that hold a formula of the user's would be computed to, in 万元, by `cellKey`. */
  readonly byFormula: ReadonlyMap<string, Decimal>;
}

/** Works out what every cell of a book should hold, sums after their parts. */
export function settle(book: Book, options: SettleOptions): Settlement {
  return new Settler(book, options).settle();
}

class Settler {
  private readonly definitions: Definitions;
  private readonly held = new Map<Figure, Held>();
  private readonly open = new Set<Figure>();
  private readonly fills: { readonly figure: Figure; readonly filled: Filled }[] = [];
  private readonly conflicts: Conflict[] = [];
  private readonly left: { readonly figure: Figure; readonly left: LeftOpen }[] = [];
  private readonly numbers: { readonly figure: Figure; readonly number: NumberWritten }[] = [];
  private readonly madeNumbers = new Set<Figure>();

  private readonly inLabels: ReadonlySet<Figure>;
  private readonly ofForms: ReadonlySet<Figure>;

  constructor(
    private readonly book: Book,
    private readonly options: SettleOptions,
  ) {
    this.definitions = new Definitions(book);
    const amounts = book.forms.flatMap((form) => form.amounts);
    this.ofForms = new Set(amounts.map(({ figure }) => figure));
    this.inLabels = new Set(amounts.flatMap(({ figure, inside }) => (inside ? [figure] : [])));
  }

  settle(): Settlement {
    const forms = new Set(this.book.forms.map((form) => form.declared.id));
    // What is typed into a form is never set against what follows: the check compares the two.
    for (const figure of figuresOf(this.book)) if (!forms.has(figure.table) || isUnsaid(figure)) this.heldBy(figure);
    const inOrder = (a: { readonly figure: Figure }, b: { readonly figure: Figure }): number =>
      this.definitions.compare(a.figure, b.figure);
    const written = new Set(this.fills.map(({ filled }) => cellKey(filled.cell)));
    return {
      fills: this.fills.sort(inOrder).map(({ filled }) => filled),
      conflicts: this.conflicts.sort(inOrder),
      numbers: this.numbers
        .filter(({ number }) => !written.has(cellKey(number.cell)))
        .sort(inOrder)
        .map(({ number }) => number),
      left: this.left.sort(inOrder).map(({ left }) => left),
      byFormula: this.byFormula(forms),
    };
  }

  // Last, when everything is settled: a formula is taken as it stands, and nothing must wait for what it might be instead.
  private byFormula(forms: ReadonlySet<string>): ReadonlyMap<string, Decimal> {
    const found = new Map<string, Decimal>();
    for (const figure of figuresOf(this.book)) {
      if (figure.formula === undefined || forms.has(figure.table)) continue;
      const computed = this.compute(figure);
      if (computed.kind === 'amount' && !computed.by.isLeaf) found.set(cellKey(figure.cell), computed.value);
    }
    return found;
  }

  private heldBy(figure: Figure): Held {
    const known = this.held.get(figure);
    if (known) return known;
    // Read both ways round, two cells could wait for each other; the one that was asked second is taken as it stands.
    if (this.open.has(figure)) return stated(figure);
    this.open.add(figure);
    const held = this.decide(figure);
    this.open.delete(figure);
    this.held.set(figure, held);
    return held;
  }

  private decide(figure: Figure): Held {
    const { reading } = figure;
    const key = cellKey(figure.cell);
    if (figure.formula !== undefined && lostReferences(figure.formula) > 0) return this.restore(figure, figure.formula);
    if (figure.formula !== undefined)
      return this.options.renewed?.has(key) === true ? this.renew(figure) : stated(figure);
    if (reading.kind === 'unreadable' && !isToBeFilled(reading)) return stated(figure);
    if (reading.kind === 'amount' && this.ofForms.has(figure)) return stated(figure);
    const computed = this.compute(figure);
    if (computed.kind === 'blank') return this.options.untold?.has(key) === true ? UNKNOWN : stated(figure);
    if (reading.kind === 'amount') return this.compareTyped(figure, computed, key);
    if (this.inLabels.has(figure)) return this.leave(figure, 'in-label', []);
    if (computed.kind === 'left') return this.leave(figure, computed.because, computed.cells);
    if (this.options.covered.has(key)) return this.leave(figure, 'merged', []);
    if (this.options.circular.has(key)) return this.leave(figure, 'circular', []);
    const formula = this.write(figure, computed.by);
    if (formula === undefined) return this.leave(figure, 'too-long', []);
    this.fill(figure, computed, formula, false);
    return { kind: 'amount', value: computed.value };
  }

  /** A formula stays a formula, whatever was asked for. */
  private renew(figure: Figure): Held {
    const computed = this.compute(figure);
    if (computed.kind !== 'amount') return stated(figure);
    const formula = this.write(figure, computed.by);
    // Where the same formula stands there already, it is what it refers to that comes to something else.
    if (formula === undefined || formula === figure.formula) return stated(figure);
    this.fill(figure, computed, formula, false);
    return { kind: 'amount', value: computed.value };
  }

  /** A formula that refers to a row which was deleted says nothing any more. One that adds up fewer cells than it did would say less. */
  private restore(figure: Figure, formula: string): Held {
    if (this.options.circular.has(cellKey(figure.cell))) return this.leave(figure, 'circular', []);
    const computed = this.compute(figure);
    const isWhole =
      computed.kind === 'amount' && computed.by.sources.length >= cellsSpokenOf(formula, figure.cell.sheet);
    return isWhole ? this.renew(figure) : this.leave(figure, 'lost-reference', []);
  }

  /** A typed amount stays, unless it was asked otherwise. */
  private compareTyped(figure: Figure, computed: Computed, key: string): Held {
    if (computed.kind !== 'amount' || figure.reading.kind !== 'amount') return stated(figure);
    const typed = figure.value ?? ZERO;
    const agrees = typed.equals(computed.value);
    const isKept = this.options.circular.has(key) || this.options.covered.has(key);
    if (agrees) {
      const becomesFormula = this.options.agreeing === 'formula' && this.options.values !== true && !isKept;
      const formula = becomesFormula ? this.write(figure, computed.by) : undefined;
      if (formula !== undefined) this.fill(figure, computed, formula, true);
      return stated(figure);
    }
    if (computed.by.isLeaf) return stated(figure);
    const formula = formulaFor(figure, computed.by.sources);
    if (formula === undefined) return stated(figure);
    const replaced = !isKept && this.options.replace?.has(key) === true;
    this.conflicts.push({
      figure,
      cell: figure.cell,
      formula,
      typed: amountIn(figure.reading, figure.moneyUnit),
      computed: convertMoney(computed.value, '万元', figure.moneyUnit),
      equation: computed.by.equation,
      severity: this.severityOf(figure, computed),
      replaced,
    });
    if (!replaced) return stated(figure);
    this.write(figure, computed.by);
    this.fill(figure, computed, formula, false);
    return { kind: 'amount', value: computed.value };
  }

  /** As the check would rank it: what rounding explains is a note, the same figure one unit apart or in doubt a warning. */
  private severityOf(figure: Figure, { value, by }: { readonly value: Decimal; readonly by: Definition }): Severity {
    const typed = figure.value ?? ZERO;
    const [only] = by.sources;
    const rank =
      only && by.sources.length === 1
        ? comparePrintings({ value: typed, places: placesOf(figure) }, { value, places: placesOf(only) })
        : judgeEquality(
            [termOf(figure, 1, typed), ...by.sources.map((source) => termOf(source, -1, this.amountHeld(source)))],
            false,
          ).rank;
    if (rank === 'error') return by.equation.severity;
    return rank === 'rounding' ? 'note' : 'warning';
  }

  private amountHeld(figure: Figure): Decimal {
    const held = this.held.get(figure);
    return held?.kind === 'amount' ? held.value : ZERO;
  }

  private compute(figure: Figure): Computed {
    for (const definition of this.definitions.of(figure)) {
      const { sources, equation, isLeaf } = definition;
      if (isLeaf && !this.mayFollow(figure, sources[0])) continue;
      const held = sources.map((source) => this.heldBy(source));
      const unknown = sources.filter((_source, index) => held[index]?.kind === 'unknown');
      if (unknown.length > 0) {
        const unreadable = unknown.filter(({ reading }) => reading.kind === 'unreadable' && !isToBeFilled(reading));
        const [because, inTheWay] =
          unreadable.length > 0 ? (['unreadable', unreadable] as const) : (['left-open', unknown] as const);
        return { kind: 'left', because, cells: inTheWay.map((source) => source.cell) };
      }
      if (held.every((one) => one.kind === 'blank')) continue;
      if (equation.missingColumns) return { kind: 'left', because: 'missing-columns', cells: [] };
      if (equation.unreadRows)
        return { kind: 'left', because: 'unread-rows', cells: equation.unreadRows.map((row) => row.cell) };
      const unseen =
        this.options.values === true
          ? []
          : sources.filter((source) => isTextFormula(source) || this.inLabels.has(source));
      if (unseen.length > 0)
        return { kind: 'left', because: 'text-formula', cells: unseen.map((source) => source.cell) };
      const value = held.reduce((sum, one) => (one.kind === 'amount' ? sum.plus(one.value) : sum), ZERO);
      return { kind: 'amount', value, by: definition };
    }
    return BLANK;
  }

  /** Of two cells that nothing divides, the one that is typed is the source; of two typed ones the first. */
  private mayFollow(figure: Figure, source: Figure | undefined): boolean {
    if (!source || source.reading.kind !== 'amount') return false;
    return isUnsaid(figure) || this.definitions.compare(source, figure) < 0;
  }

  /** The formula of a cell; what it would not see in its sources becomes a number. */
  private write(figure: Figure, by: Definition): string | undefined {
    const formula = formulaFor(figure, by.sources);
    if (formula === undefined || this.options.values === true) return formula;
    for (const source of by.sources) this.makeNumber(source);
    return formula;
  }

  private makeNumber(source: Figure): void {
    const { reading } = source;
    if (reading.kind !== 'amount' || !reading.asText || reading.dash === true || source.formula !== undefined) return;
    if (this.madeNumbers.has(source)) return;
    this.madeNumbers.add(source);
    const amount = amountIn(reading, source.moneyUnit).toFixed();
    this.numbers.push({
      figure: source,
      number: {
        cell: source.cell,
        table: source.table,
        text: reading.raw,
        amount,
        format: this.options.formats.of(source),
      },
    });
  }

  private fill(figure: Figure, computed: { readonly value: Decimal }, formula: string, agreed: boolean): void {
    const { cell, table, rowName, rowWritten, columnName, moneyUnit, reading } = figure;
    this.fills.push({
      figure,
      filled: {
        cell,
        table,
        rowName: rowWritten ?? rowName,
        columnName,
        // Where a formula stood another one takes its place, even if amounts were asked for.
        formula: this.options.values === true && figure.formula === undefined ? undefined : formula,
        amount: convertMoney(computed.value, '万元', moneyUnit).toFixed(),
        format: this.options.formats.of(figure),
        before: reading.kind === 'amount' ? amountIn(reading, moneyUnit).toFixed() : undefined,
        ...(figure.formula === undefined ? {} : { renewed: figure.formula }),
        agreed,
      },
    });
  }

  private leave(figure: Figure, because: LeftBecause, cells: readonly CellRef[]): Held {
    const { cell, table, rowName, rowWritten, columnName } = figure;
    this.left.push({ figure, left: { table, because, cell, rowName: rowWritten ?? rowName, columnName, cells } });
    return because === 'merged' ? BLANK : UNKNOWN;
  }
}

const placesOf = (figure: Figure): number => commonPlaces(figure.decimals, figure.moneyUnit);

const termOf = (figure: Figure, coefficient: 1 | -1, value: Decimal) => ({
  coefficient,
  value,
  half: halfUnit(figure.decimals, figure.moneyUnit),
});

/** Nothing stands in a figure's cell, or that it is still to be filled in. */
const isUnsaid = ({ reading }: Figure): boolean => reading.kind === 'blank' || isToBeFilled(reading);

/** What a cell says as it stands. */
function stated(figure: Figure): Held {
  if (figure.reading.kind === 'blank') return BLANK;
  return figure.value === undefined ? UNKNOWN : { kind: 'amount', value: figure.value };
}

function isTextFormula({ reading, formula }: Figure): boolean {
  return formula !== undefined && reading.kind === 'amount' && reading.asText && reading.dash !== true;
}
