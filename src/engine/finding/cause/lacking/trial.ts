import { Decimal } from 'decimal.js';
import type { Figure } from '../../../book/book';
import type { Evaluated } from '../../../equation/evaluate';
import { groupBy } from '../../../lists/group-by';
import type { Equation } from '../../../equation/equation';
import { once } from '../../../memo/once';
import type { FailedEquation } from '../../equation-findings';
import type { Following } from '../follow';
import type { Lacking } from './candidates';
import { sumOf, type Effect } from './effect';
import { Amounts, type Form } from './solve';

/** So many equations must come out for each that does not. */
const FOR_ONE_AGAINST = 3;

export const isOfRow = ({ equation: { missingRow } }: FailedEquation, { table, members }: Lacking): boolean =>
  missingRow?.table === table.declared.id &&
  Object.entries(members).every(([dimension, member]) => missingRow.scope.at[dimension] === member);

export interface Inserted {
  readonly row: Lacking;
  readonly effect: Effect;
}

/** Rows that, put in, let equations hold, with what they would hold. */
export interface Outcome {
  readonly rows: readonly (Inserted & { readonly total: Decimal; readonly isHeld: boolean })[];
  readonly members: readonly FailedEquation[];
  /** Those that fail with the rows as well, by something else: their differences say nothing before the rows are there. */
  readonly against: readonly FailedEquation[];
  /** As the failed equations say that the rows explain. */
  readonly amounts: Amounts<Equation>;
}

type FormOn = (equation: Evaluated['equation']) => Form;

const formOn =
  (inserted: readonly Inserted[]): FormOn =>
  (equation) =>
    sumOf(inserted.map(({ effect }) => [effect.on(equation), 1] as const));

/** Tries what becomes of the equations when rows are put in. */
export class Trial {
  private readonly others: readonly Evaluated[];

  constructor(
    evaluated: readonly Evaluated[],
    open: ReadonlySet<FailedEquation>,
    private readonly following: Following,
  ) {
    const given = new Set([...open].map(({ equation }) => equation));
    this.others = evaluated.filter(
      ({ equation, outcome }) =>
        !given.has(equation) && (outcome.kind === 'passed' || outcome.kind === 'notApplicable'),
    );
  }

  of(inserted: readonly Inserted[], failed: readonly FailedEquation[]): Outcome | undefined {
    return this.outcomeOf(inserted, failed, formOn(inserted), this.others, FOR_ONE_AGAINST);
  }

  /**
   * The same of a row beside which one typed amount is wrong: with the row, and that amount as it must then be, all that either has a part
   * in comes out. Other tables must have the row with just its amount, and whichever amount is wrong, it must come to the same row.
   */
  besideACell(inserted: Inserted, failed: readonly FailedEquation[]): Outcome | undefined {
    if (failed.length > MOST_BESIDE_A_CELL) return undefined;
    const rowOn = once(formOn([inserted]));
    const touched = failed.filter(({ equation }) => rowOn(equation).size > 0);
    if (touched.length < 2) return undefined;
    const ofRow = this.others.filter(({ equation }) => rowOn(equation).size > 0);
    let agreed: Outcome | undefined;
    for (const figure of this.typedIn(touched)) {
      const ofFigure = this.othersWith(figure);
      const slip: FormOn = (equation) => {
        const times = this.following.answerOf(equation).get(figure);
        return times === undefined ? NOTHING : new Map([[SLIP, times]]);
      };
      // One wrong amount by itself is no reason to look for a row.
      if (isWhollyBy(slip, touched, ofFigure)) return undefined;
      const both: FormOn = (equation) =>
        sumOf([
          [rowOn(equation), 1],
          [slip(equation), 1],
        ] as const);
      const others = [...ofRow, ...ofFigure.filter((one) => !ofRow.includes(one))];
      const outcome = this.outcomeOf([inserted], failed, both, others, Infinity);
      if (!outcome || !isJust(outcome) || outcome.amounts.of(SLIP_ALONE) === undefined) continue;
      if (agreed && !isSameRow(inserted, agreed, outcome)) return undefined;
      agreed ??= outcome;
    }
    if (!agreed) return undefined;
    const { rows, amounts } = agreed;
    const settled = touched.filter((member) => isSettledBy(amounts.of(rowOn(member.equation)), member));
    const byThem = new Amounts<Equation>();
    for (const { equation, outcome } of settled)
      if (equation.op === '=') byThem.add(rowOn(equation), outcome.difference.negated(), equation);
    for (const { equation } of ofRow) if (equation.op === '=') byThem.add(rowOn(equation), ZERO);
    return settled.length === 0 ? undefined : { rows, members: settled, against: [], amounts: byThem };
  }

  /** Rows put in, by what they (and whatever else) do to the equations; undefined where more speaks against them than allowed. */
  private outcomeOf(
    inserted: readonly Inserted[],
    failed: readonly FailedEquation[],
    on: FormOn,
    others: readonly Evaluated[],
    forOneAgainst: number,
  ): Outcome | undefined {
    const amounts = new Amounts<Equation>();
    const members: FailedEquation[] = [];
    const floors: { readonly form: Form; readonly difference: Decimal; readonly member?: FailedEquation }[] = [];
    const against: FailedEquation[] = [];
    const isTooMuch = (): boolean => against.length > 0 && members.length < against.length * forOneAgainst;
    for (const member of this.inOrder(failed, inserted)) {
      const form = on(member.equation);
      if (form.size === 0) continue;
      const { difference } = member.outcome;
      if (member.equation.op === '>=') floors.push({ form, difference, member });
      else if (amounts.add(form, difference.negated(), member.equation)) members.push(member);
      else if (forOneAgainst === Infinity) return undefined;
      else against.push(member);
    }
    if (members.length === 0 || isTooMuch()) return undefined;
    for (const { equation, outcome } of others) {
      const form = on(equation);
      if (form.size === 0) continue;
      if (equation.op === '=') {
        if (!amounts.add(form, ZERO)) return undefined;
      } else if (outcome.kind === 'passed') floors.push({ form, difference: apart(equation) });
    }
    const rows = inserted.flatMap((one) => {
      const total = totalOf(one, amounts);
      return total ? [{ ...one, total, isHeld: holdsJust(one.row, total) }] : [];
    });
    if (rows.length < inserted.length) return undefined;
    const all = rows.reduce((sum, { total }) => sum.plus(total), ZERO);
    for (const { form, difference, member } of floors) {
      // How the row is divided may be open: then it reaches a floor that is not further away than what it holds in all.
      const isReached = !(amounts.of(form) ?? all).plus(difference).lessThan(0);
      if (!isReached && !member) return undefined;
      if (member) (isReached ? members : against).push(member);
    }
    return isTooMuch() ? undefined : { rows, members, against, amounts };
  }

  /** Amounts, and blanks, that no formula makes and that failed equations answer to. */
  private typedIn(failed: readonly FailedEquation[]): ReadonlySet<Figure> {
    const found = new Set<Figure>();
    for (const { equation } of failed)
      for (const figure of this.following.answerOf(equation).keys())
        if (figure.formula === undefined) found.add(figure);
    return found;
  }

  private othersWith(figure: Figure): readonly Evaluated[] {
    this.byFigure ??= this.othersByFigure();
    return this.byFigure.get(figure) ?? [];
  }

  private byFigure: ReadonlyMap<Figure, readonly Evaluated[]> | undefined;

  private othersByFigure(): ReadonlyMap<Figure, readonly Evaluated[]> {
    const found = new Map<Figure, Evaluated[]>();
    for (const one of this.others)
      for (const figure of this.following.answerOf(one.equation).keys()) {
        const known = found.get(figure);
        if (known) known.push(one);
        else found.set(figure, [one]);
      }
    return found;
  }

  /**
   * What is said of the row itself first, then what its table says by itself, then the rest, those first that are off by what most are
   * off by: another mistake is least likely to be among the first.
   */
  private inOrder(failed: readonly FailedEquation[], inserted: readonly Inserted[]): readonly FailedEquation[] {
    const times = new Map<string, number>();
    const amountOf = ({ outcome: { difference } }: FailedEquation): string => difference.abs().toFixed();
    for (const member of failed) times.set(amountOf(member), (times.get(amountOf(member)) ?? 0) + 1);
    const rankOf = (member: FailedEquation): number => {
      if (inserted.some(({ row }) => isOfRow(member, row))) return 0;
      return member.equation.because.kind === 'parts' ? 1 : 2;
    };
    const timesOf = (member: FailedEquation): number => times.get(amountOf(member)) ?? 0;
    return [...failed].sort((a, b) => rankOf(a) - rankOf(b) || timesOf(b) - timesOf(a));
  }
}

const ZERO = new Decimal(0);
const NOTHING: Form = new Map();

/** By what the one wrong amount beside a row is wrong. */
const SLIP = 'slip';
const SLIP_ALONE: Form = new Map([[SLIP, 1]]);

/** With more that fails than this, single amounts beside rows are not looked for. */
const MOST_BESIDE_A_CELL = 60;

export const isJust = ({ rows }: Outcome): boolean => rows.every(({ isHeld }) => isHeld);

/** Whether a row comes to the same in all its columns. */
const isSameRow = ({ row, effect }: Inserted, one: Outcome, other: Outcome): boolean =>
  [...row.block.columns.nodes.keys()].every((column) => {
    const form = effect.inColumn(column);
    return one.amounts.of(form)?.toFixed() === other.amounts.of(form)?.toFixed();
  });

/** Whether one wrong amount explains all of some failed equations, while none that holds breaks. */
function isWhollyBy(slip: FormOn, failed: readonly FailedEquation[], others: readonly Evaluated[]): boolean {
  const amounts = new Amounts();
  return (
    failed.every(({ equation, outcome }) => {
      const form = slip(equation);
      return form.size > 0 && amounts.add(form, outcome.difference.negated());
    }) && others.every(({ equation }) => equation.op !== '=' || amounts.add(slip(equation), ZERO))
  );
}

function isSettledBy(
  added: Decimal | undefined,
  { equation: { op }, outcome: { difference } }: FailedEquation,
): boolean {
  const after = added?.plus(difference);
  return after !== undefined && (op === '=' ? after.isZero() : !after.isNegative());
}

const apart = ({ left, right }: Evaluated['equation']): Decimal =>
  left
    .reduce((sum, { value }) => sum.plus(value ?? 0), ZERO)
    .minus(right.reduce((sum, { value }) => sum.plus(value ?? 0), ZERO));

/** What the row would hold in all; undefined where that cannot be, or more than any table has of it. */
function totalOf({ row, effect }: Inserted, amounts: Amounts): Decimal | undefined {
  const { columns } = row.block;
  const roots = [...columns.nodes.keys()].filter((column) => columns.parents[column] === -1);
  const [root, another] = roots;
  if (root === undefined || another !== undefined) return undefined;
  const total = amounts.of(effect.inColumn(root));
  if (!total?.greaterThan(0)) return undefined;
  for (const column of columns.nodes.keys()) if (amounts.of(effect.inColumn(column))?.lessThan(0)) return undefined;
  const isEnough = heldBy(row).some((held) => held.greaterThanOrEqualTo(total));
  return isEnough ? total : undefined;
}

/** Whether a table has just this amount of a row. */
export const holdsJust = (row: Lacking, total: Decimal): boolean => heldBy(row).some((held) => held.equals(total));

/** The amounts that tables have of the row: what stands in its rows, and what these come to where a table divides it. */
function heldBy({ holders }: Lacking): readonly Decimal[] {
  const single = holders.flatMap((figures) => figures.flatMap(({ value }) => value ?? []));
  const sums = groupBy(holders, ([first]) => first?.table ?? '').map((rows) =>
    rows.reduce((sum, [first]) => sum.plus(first?.value ?? 0), ZERO),
  );
  return [...single, ...sums];
}
