import type { Figure } from '../../engine/book/book';
import type { Equation } from '../../engine/equation/equation';
import { describeZhCN as words } from '../../i18n/describe/zh-CN';
import { unique, type SpecimenMap, type Spot } from './specimen-map';
import { groupBy } from '../../engine/lists/group-by';

interface Relation {
  readonly equation: Equation;
  readonly left: readonly Spot[];
  readonly right: readonly Spot[];
  /** The row that all its figures stand in, where it is called the same in all tables. */
  readonly row: string | undefined;
}

/** What a line says besides the equation itself: the rule with its severity behind it, the table of each figure. */
export interface Saying {
  readonly rule: boolean;
  readonly tables: boolean;
  /** Codes that the specimen's stand for: rows of these are called by the codes themselves. */
  readonly codes?: ReadonlyMap<string, string>;
}

/** Fewer pairs than these are clearer as lines of their own. */
const FEWEST_PAIRS = 3;

/**
 * Equations between places, a line for those that say the same of different rows (同一行), or of the rows of one table and
 * the columns of another.
 */
export function relationLines(equations: readonly Equation[], map: SpecimenMap, say: Saying): readonly string[] {
  const relations = equations.map((equation): Relation => {
    const spotOf = (figure: Figure): Spot => named(map.spotOf(figure), say.codes);
    const left = equation.left.map(spotOf);
    const right = equation.right.map(spotOf);
    return { equation, left, right, row: commonRow([...left, ...right]) };
  });
  return groupBy(relations, keyOf).flatMap((group) => {
    const [first] = group;
    const suffix = say.rule ? words.rule(first.equation.rule, first.equation.severity) : '';
    return textsOf(group, say).map((text) => text + suffix);
  });
}

function named(spot: Spot, codes: Saying['codes']): Spot {
  const code = Object.values(spot.figure.scope.at).find((member) => codes?.has(member));
  return code === undefined || !spot.inTree ? spot : { ...spot, row: codes?.get(code) };
}

function commonRow(spots: readonly Spot[]): string | undefined {
  const [first] = spots;
  return spots.length > 1 && first?.row !== undefined && spots.every((spot) => spot.row === first.row)
    ? first.row
    : undefined;
}

function keyOf(relation: Relation): string {
  const { equation, left, right, row } = relation;
  const start = `${equation.rule}|${equation.severity}|${equation.op}|`;
  const [a] = left;
  const [b] = right;
  if (row !== undefined)
    return `${start}row|${[...left, ...right].map((spot) => `${spot.block}:${spot.column}`).join()}`;
  if (a && b && left.length + right.length === 2)
    return `${start}pair|${a.block}:${a.column}|${b.block}:${b.row ?? ''}`;
  return `${start}${[...left, ...right].map((spot) => `${spot.block}:${spot.row ?? ''}:${spot.column}`).join()}`;
}

function textsOf(group: readonly [Relation, ...Relation[]], say: Saying): readonly string[] {
  const [first] = group;
  if (first.row !== undefined && group.length > 1) {
    const rows = unique(group.flatMap((relation) => relation.row ?? []));
    return [words.sameRow(rows, sidesOf(first, say, false))];
  }
  const [a] = first.left;
  const [b] = first.right;
  if (first.row === undefined && a && b && group.length >= FEWEST_PAIRS) {
    const pairs = group.map(({ left, right }) => [left[0]?.row ?? '', right[0]?.column ?? ''] as const);
    return [
      words.pairs(
        words.figure(a.table, a.part, undefined, a.column),
        words.figure(b.table, b.part, b.row, undefined),
        first.equation.op,
        pairs,
      ),
    ];
  }
  return group.map((relation) => sidesOf(relation, say, true));
}

function sidesOf({ equation, left, right }: Relation, say: Saying, withRows: boolean): string {
  const side = (spots: readonly Spot[]): string =>
    spots.length === 0
      ? words.zero
      : words.plus(
          spots.map((spot) =>
            words.figure(say.tables ? spot.table : '', spot.part, withRows ? spot.row : undefined, spot.column),
          ),
        );
  return words.sides(side(left), equation.op, side(right));
}
