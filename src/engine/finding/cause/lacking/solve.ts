import { Decimal } from 'decimal.js';

/** A sum of unknown amounts, each so many times. */
export type Form = ReadonlyMap<string, number>;

interface Reduced {
  readonly pivot: string;
  readonly form: ReadonlyMap<string, Decimal>;
  readonly value: Decimal;
}

const ZERO = new Decimal(0);
/** What is left of a division that does not come out even. */
const NEXT_TO_NOTHING = new Decimal('1e-9');

const isNothing = (value: Decimal): boolean => value.abs().lessThan(NEXT_TO_NOTHING);

/** What some sums of unknown amounts come to, and what follows from it. */
export class Amounts {
  private readonly rows: Reduced[] = [];

  /** Takes in that a sum comes to this; false where it contradicts what is known. */
  add(form: Form, value: Decimal): boolean {
    const left = this.reduced(form, value);
    const [first] = left.form;
    if (!first) return isNothing(left.value);
    const [pivot, times] = first;
    const scaled = new Map([...left.form].map(([unknown, count]) => [unknown, count.div(times)]));
    const row = { pivot, form: scaled, value: left.value.div(times) };
    for (const [index, other] of this.rows.entries()) {
      const count = other.form.get(pivot);
      if (count) this.rows[index] = { pivot: other.pivot, ...minus(other.form, other.value, row, count) };
    }
    this.rows.push(row);
    return true;
  }

  /** What a sum must come to; undefined where that does not follow. */
  of(form: Form): Decimal | undefined {
    const left = this.reduced(form, ZERO);
    return left.form.size === 0 ? left.value.negated() : undefined;
  }

  private reduced(form: Form, value: Decimal): Omit<Reduced, 'pivot'> {
    let left = { form: new Map([...form].map(([unknown, times]) => [unknown, new Decimal(times)])), value };
    for (const row of this.rows) {
      const count = left.form.get(row.pivot);
      if (count) left = minus(left.form, left.value, row, count);
    }
    return left;
  }
}

function minus(
  form: ReadonlyMap<string, Decimal>,
  value: Decimal,
  row: Reduced,
  count: Decimal,
): { readonly form: Map<string, Decimal>; readonly value: Decimal } {
  const left = new Map(form);
  for (const [unknown, times] of row.form) {
    const after = (left.get(unknown) ?? ZERO).minus(times.times(count));
    if (isNothing(after)) left.delete(unknown);
    else left.set(unknown, after);
  }
  return { form: left, value: value.minus(row.value.times(count)) };
}
