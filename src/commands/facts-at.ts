import { Decimal } from 'decimal.js';
import type { FactsByCode, FindingFacts } from '../engine/finding/facts';
import { cellKey, type CellRef } from '../engine/snapshot/address';

/**
 * The facts of a finding about several cells as they are said at one of them, which then comes first: what it holds and should hold, and
 * what has nothing to do with it left out. As they are at the first cell, and where the sentence speaks of no other.
 */
export function factsAt(facts: FindingFacts, cell: CellRef): FindingFacts {
  if (facts.code !== 'cells-determined' && facts.code !== 'ledger-differs') return facts;
  const at = facts.cells.findIndex((one) => cellKey(one.cell) === cellKey(cell));
  if (at < 1) return facts;
  if (facts.code === 'cells-determined') return mistakeAt(facts, at);
  const { cells, says, differences } = facts;
  return { ...facts, cells: first(cells, at), says: first(says, at), differences: first(differences, at) };
}

type Mistake = { readonly code: 'cells-determined' } & FactsByCode['cells-determined'];

function mistakeAt({ ledger, blank: _, ...facts }: Mistake, at: number): Mistake {
  const [cells, expected] = [first(facts.cells, at), first(facts.expected, at)];
  const [{ amount } = {}, [meant = '0']] = [cells[0], expected];
  const isReceiving = facts.how === 'misplaced' && at === 1;
  return {
    ...facts,
    cells,
    expected,
    difference: new Decimal(amount ?? 0).minus(meant).toFixed(),
    // The slip is that of the first; of the others only the amounts follow.
    slip: undefined,
    how: facts.how === 'misplaced' ? (isReceiving ? 'received' : 'carried') : at > 1 ? 'carried' : facts.how,
    // What the ledger says is said of where a misplaced amount belongs, else of the first.
    ...(ledger && isReceiving ? { ledger } : {}),
  };
}

/** A list with one of its items in front. */
const first = <T>(list: readonly T[], at: number): readonly T[] => [
  ...list.slice(at, at + 1),
  ...list.slice(0, at),
  ...list.slice(at + 1),
];
