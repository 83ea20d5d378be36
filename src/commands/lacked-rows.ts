import type { CheckReport } from '../engine/finding/report';
import { cellKey } from '../engine/snapshot/address';
import { namedCells, openEntriesOf, type Entry } from './entries';

/** What is said of a row that a table lacks, and the cells (`cellKey`) that differ from what is computed because of it. */
export interface LackedEntry {
  readonly entry: Entry;
  readonly cells: ReadonlySet<string>;
}

/** The rows that a check misses in tables, told by what other tables or the ledger have: what is off because of them is right as it stands. */
export function lackedRows(report: CheckReport): readonly LackedEntry[] {
  return openEntriesOf(report)
    .filter(isLacked)
    .map((entry) => {
      const differing = [entry.speaker, ...entry.symptoms].filter(({ difference }) => difference !== undefined);
      return { entry, cells: new Set(differing.flatMap(namedCells).map(cellKey)) };
    });
}

function isLacked({ facts, severity }: Entry): boolean {
  switch (facts.code) {
    case 'row-lacked':
      return true;
    case 'ledger-row':
      // Under another name it is there; and where nothing disagrees without it, nobody knows whether the tables should have it.
      return facts.renamed.length === 0 && severity === 'error';
    case 'code-leaf':
      return facts.item !== undefined;
    default:
      return false;
  }
}
