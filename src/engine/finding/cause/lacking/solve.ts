import { Decimal } from 'decimal.js';

/** A sum of unknown amounts, each so many times. */
export type Form = ReadonlyMap<string, number>;

/** So many times what each source of a sum says. */
type Weights<Source> = ReadonlyMap<Source, Decimal>;

interface Left<Source> {
  readonly form: ReadonlyMap<string, Decimal>;
  readonly value: Decimal;
  readonly from: Weights<Source>;
}

interface Reduced<Source> extends Left<Source> {
  readonly pivot: string;
}

const ZERO = new Decimal(0);
const ONE = new Decimal(1);
/** What is left of a division that does not come out even. */
const NEXT_TO_NOTHING = new Decimal('1e-9');

const isNothing = (value: Decimal): boolean => value.abs().lessThan(NEXT_TO_NOTHING);

/** What some sums of unknown amounts come to, what follows from it, and from which of them. */
export class Amounts<Source = unknown> {
  private readonly rows: Reduced<Source>[] = [];

  /** Takes in that a sum comes to this; false where it contradicts what is known. `source` is who says so, where that matters. */
  add(form: Form, value: Decimal, source?: Source): boolean {
    const left = this.reduced(form, value, source);
    const [first] = left.form;
    if (!first) return isNothing(left.value);
    const [pivot, times] = first;
    const row = {
      pivot,
      form: new Map([...left.form].map(([unknown, count]) => [unknown, count.div(times)])),
      value: left.value.div(times),
      from: new Map([...left.from].map(([one, count]) => [one, count.div(times)])),
    };
    for (const [index, other] of this.rows.entries()) {
      const count = other.form.get(pivot);
      if (count) this.rows[index] = { pivot: other.pivot, ...minus(other, row, count) };
    }
    this.rows.push(row);
    return true;
  }

  /** What a sum must come to; undefined where that does not follow. */
  of(form: Form): Decimal | undefined {
    const left = this.reduced(form, ZERO);
    return left.form.size === 0 ? left.value.negated() : undefined;
  }

  /** What it comes to as a sum of what the sources say; undefined where it does not follow. */
  sourcesOf(form: Form): Weights<Source> | undefined {
    const left = this.reduced(form, ZERO);
    if (left.form.size > 0) return undefined;
    return new Map([...left.from].map(([one, count]) => [one, count.negated()]));
  }

  private reduced(form: Form, value: Decimal, source?: Source): Left<Source> {
    let left: Left<Source> = {
      form: new Map([...form].map(([unknown, times]) => [unknown, new Decimal(times)])),
      value,
      from: source === undefined ? new Map() : new Map([[source, ONE]]),
    };
    for (const row of this.rows) {
      const count = left.form.get(row.pivot);
      if (count) left = minus(left, row, count);
    }
    return left;
  }
}

const minus = <Source>(left: Left<Source>, row: Left<Source>, count: Decimal): Left<Source> => ({
  form: lessOf(left.form, row.form, count),
  value: left.value.minus(row.value.times(count)),
  from: lessOf(left.from, row.from, count),
});

function lessOf<Key>(
  from: ReadonlyMap<Key, Decimal>,
  other: ReadonlyMap<Key, Decimal>,
  count: Decimal,
): ReadonlyMap<Key, Decimal> {
  const left = new Map(from);
  for (const [key, times] of other) {
    const after = (left.get(key) ?? ZERO).minus(times.times(count));
    if (isNothing(after)) left.delete(key);
    else left.set(key, after);
  }
  return left;
}
