import type { Equation } from '../../engine/equation/equation';
import { describeZhCN as words } from '../../i18n/describe/zh-CN';
import { grouped, unique, type SpecimenMap, type Spot } from './specimen-map';

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
}

/** Fewer pairs than these are clearer as lines of their own. */
const FEWEST_PAIRS = 3;

/**
 * Equations between places, a line for those that say the same of different rows (同一行), or of the rows of one table and
 * the columns of another.
 */
export function relationLines(equations: readonly Equation[], map: SpecimenMap, say: Saying): readonly string[] {
  const relations = equations.map((equation): Relation => {
    const left = equation.left.map(map.spotOf);
    const right = equation.right.map(map.spotOf);
    return { equation, left, right, row: equation.missingRow ? undefined : commonRow([...left, ...right]) };
  });
  return grouped(relations, keyOf).flatMap((group) => {
    const [first] = group;
    const suffix = say.rule ? words.rule(first.equation.rule, first.equation.severity) : '';
    return textsOf(group, map, say).map((text) => text + suffix);
  });
}

function commonRow(spots: readonly Spot[]): string | undefined {
  const [first] = spots;
  return spots.length > 1 && first?.row !== undefined && spots.every((spot) => spot.row === first.row) ? first.row : undefined;
}

function keyOf(relation: Relation): string {
  const { equation, left, right, row } = relation;
  const start = `${equation.rule}|${equation.severity}|${equation.op}|`;
  const [a] = left;
  const [b] = right;
  if (row !== undefined) return `${start}row|${[...left, ...right].map((spot) => `${spot.block}:${spot.column}`).join()}`;
  if (a && b && left.length + right.length === 2) return `${start}pair|${a.block}:${a.column}|${b.block}:${b.row ?? ''}`;
  return `${start}${equation.id}`;
}

function textsOf(group: readonly [Relation, ...Relation[]], map: SpecimenMap, say: Saying): readonly string[] {
  const [first] = group;
  if (first.row !== undefined && group.length > 1) {
    const rows = unique(group.flatMap((relation) => relation.row ?? []));
    return [words.sameRow(rows, sidesOf(first, map, say, false))];
  }
  const [a] = first.left;
  const [b] = first.right;
  if (first.row === undefined && a && b && group.length >= FEWEST_PAIRS) {
    const pairs = group.map(({ left, right }) => [left[0]?.row ?? '', right[0]?.column ?? ''] as const);
    return [words.pairs(words.figure(a.table, a.part, undefined, a.column), words.figure(b.table, b.part, b.row, undefined), first.equation.op, pairs)];
  }
  return group.map((relation) => sidesOf(relation, map, say, true));
}

function sidesOf({ equation, left, right }: Relation, map: SpecimenMap, say: Saying, withRows: boolean): string {
  const side = (spots: readonly Spot[]): string =>
    spots.length === 0 ? missingText(equation, map) : words.plus(spots.map((spot) => words.figure(say.tables ? spot.table : '', spot.part, withRows ? spot.row : undefined, spot.column)));
  return words.sides(side(left), equation.op, side(right));
}

/** A code that the specimen has no row for: 表六“30231”. */
function missingText({ missingRow }: Equation, map: SpecimenMap): string {
  if (!missingRow) return words.none;
  const code = Object.entries(missingRow.scope.at).find(([dimension]) => map.edition.dimensions.byId.get(dimension)?.kind === 'code');
  return words.figure(missingRow.table, '', code?.[1], undefined);
}
