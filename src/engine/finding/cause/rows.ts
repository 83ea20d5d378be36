import { Decimal } from 'decimal.js';
import type { Figure } from '../../book/book';
import type { Evaluated } from '../../equation/evaluate';
import type { FailedEquation } from '../equation-findings';
import type { FindingFacts } from '../facts';
import { plainAmount, quoted } from '../quote';
import type { Steps } from '../../steps/steps';
import { breaksAny, isTelling, undone } from './deeds';
import type { Following } from './follow';
import { causeFor, gravestOf, type CauseGroup } from './group';
import type { Repair } from './way';

/** More rows than these in failed equations are no two rows in each other's places. */
const MOST_ROWS = 30;
/** Two cells in each other's places are told as such; a row has more. */
const FEWEST_COLUMNS = 2;
/** Two failed equations may be off by two cells alone. */
const FEWEST_SETTLED = 3;
const SURE = 0.95;

/**
 * Two rows of a table whose amounts stand in each other's places, in all columns: exchanged, they let the failed equations they stand in
 * hold, and none that holds fails. What they explain is taken out of `open`.
 */
export function* rowGroups(
  open: Set<FailedEquation>,
  evaluated: readonly Evaluated[],
  following: Following,
): Steps<readonly CauseGroup[]> {
  if (open.size < FEWEST_SETTLED) return [];
  const inQuestion = rowsIn([...open], following);
  if (inQuestion.size < 2 || inQuestion.size > MOST_ROWS) return [];
  yield;
  const rows = [...rowsOf(evaluated, new Set(inQuestion.keys())).entries()];
  const groups: CauseGroup[] = [];
  for (const [index, [key, row]] of rows.entries()) {
    yield;
    for (const [otherKey, other] of rows.slice(index + 1)) {
      const touched = new Set([...(inQuestion.get(key) ?? []), ...(inQuestion.get(otherKey) ?? [])]);
      const failing = [...touched].filter((member) => open.has(member));
      if (failing.length < FEWEST_SETTLED) continue;
      const repairs = exchanged(row, other);
      if (repairs.length < FEWEST_COLUMNS * 2) continue;
      const found = undone(repairs, failing, following);
      if (found.settles.length < FEWEST_SETTLED || !isTelling(found)) continue;
      if (breaksAny(repairs, evaluated, following)) continue;
      groups.push(groupOf(row, other, repairs, found.settles));
      for (const member of found.settles) open.delete(member);
    }
  }
  return groups;
}

/** Figures of one row of a table, by column. */
type Row = ReadonlyMap<number, Figure>;

const keyOf = ({ table, cell }: Figure): string => `${table}|${cell.sheet}|${cell.row}`;

/** Rows with typed amounts that failed equations answer to, each with these. */
function rowsIn(
  open: readonly FailedEquation[],
  { answerOf }: Following,
): ReadonlyMap<string, ReadonlySet<FailedEquation>> {
  const found = new Map<string, Set<FailedEquation>>();
  for (const member of open) {
    for (const figure of answerOf(member.equation).keys()) {
      if (figure.formula !== undefined) continue;
      const key = keyOf(figure);
      found.set(key, (found.get(key) ?? new Set()).add(member));
    }
    if (found.size > MOST_ROWS) break;
  }
  return found;
}

function rowsOf(evaluated: readonly Evaluated[], wanted: ReadonlySet<string>): ReadonlyMap<string, Row> {
  const rows = new Map<string, Map<number, Figure>>();
  for (const { equation } of evaluated)
    for (const side of [equation.left, equation.right])
      for (const figure of side) {
        const key = keyOf(figure);
        if (!wanted.has(key)) continue;
        const row = rows.get(key) ?? new Map<number, Figure>();
        rows.set(key, row.set(figure.cell.column, figure));
      }
  return rows;
}

/** What two rows would hold with their amounts exchanged; nothing where they are not of one table, or a formula stands against an amount. */
function exchanged(row: Row, other: Row): readonly Repair[] {
  const repairs: Repair[] = [];
  for (const [column, here] of row) {
    const there = other.get(column);
    if (!there || there.table !== here.table || there.cell.sheet !== here.cell.sheet) return [];
    if ((here.formula === undefined) !== (there.formula === undefined)) return [];
    const [a, b] = [here.value, there.value];
    if (!a || !b) return [];
    if (here.formula !== undefined || a.equals(b)) continue;
    repairs.push({ figure: here, value: b }, { figure: there, value: a });
  }
  return repairs;
}

const written = ({ figure, value }: Repair): string => plainAmount(value, figure.moneyUnit, figure.decimals);

function groupOf(row: Row, other: Row, repairs: readonly Repair[], members: readonly FailedEquation[]): CauseGroup {
  const [repair] = repairs;
  // The leftmost column that tells them apart: a total where there is one, though a formula.
  const columns = [...row.keys()].sort((a, b) => a - b);
  const column = columns.find((one) => !amountAt(row, one).equals(amountAt(other, one)));
  const [here, there] = column === undefined ? [] : [row.get(column), other.get(column)];
  if (!repair || !here || !there) throw new Error("rows in each other's places that do not differ");
  const facts: FindingFacts = {
    code: 'rows-exchanged',
    table: here.table,
    first: quoted(here, here.moneyUnit),
    second: quoted(there, here.moneyUnit),
    rows: [here.cell.row + 1, there.cell.row + 1],
    count: repairs.length,
    moneyUnit: here.moneyUnit,
  };
  return {
    members,
    repaired: repairs,
    suspectOf: () => ({
      cell: repair.figure.cell,
      suggestion: written(repair),
      cause: 'swapped',
      confidence: SURE,
    }),
    cause: causeFor('pair', members, facts, {
      severity: gravestOf(members),
      determined: true,
      confidence: SURE,
      alternatives: [repairs.map((one) => ({ cell: one.figure.cell, suggestion: written(one) }))],
    }),
  };
}

const amountAt = (row: Row, column: number): Decimal => row.get(column)?.value ?? new Decimal(0);
