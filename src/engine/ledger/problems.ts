import type { Place } from '../finding/facts';
import type { Finding, Severity } from '../finding/finding';
import { findingId } from '../finding/id';
import type { CellRef } from '../snapshot/address';
import type { LedgerHeader } from './columns';
import type { LedgerProblem } from './problem';
import { rowsOf } from './row-runs';

const SEVERITIES: Readonly<Record<LedgerProblem, Severity>> = {
  'code-none': 'error',
  'code-malformed': 'error',
  'code-unknown': 'error',
  'code-unlisted': 'warning',
  'code-no-leaf': 'error',
  'code-other-name': 'warning',
  'economic-none': 'error',
  'economic-unknown': 'error',
  'economic-unlisted': 'warning',
  'economic-government': 'error',
  'economic-no-leaf': 'error',
  'economic-other-name': 'warning',
  'economic-unplaced': 'warning',
  'economic-other-kind': 'error',
  'kind-none': 'error',
  'kind-unknown': 'error',
  'kind-by-project': 'warning',
  'kind-of-name': 'note',
  'project-none': 'error',
  'project-of-basic': 'warning',
  'project-called-basic': 'warning',
  'project-spelled': 'note',
  'fund-none': 'error',
  'fund-unknown': 'error',
  'amount-none': 'error',
  'amount-unreadable': 'error',
  'amount-merged': 'error',
  negative: 'warning',
  'now-none': 'note',
  'unit-of-row': 'warning',
  'unit-of-column': 'warning',
  'unit-of-all': 'warning',
  'unit-other': 'error',
  'unit-assumed': 'warning',
  twice: 'warning',
  'total-row': 'note',
  'total-differs': 'warning',
  'class-row': 'note',
  'text-row': 'note',
  merged: 'note',
  'hidden-rows': 'note',
  'hidden-columns': 'note',
  rounded: 'note',
  'rounded-away': 'warning',
  'department-found': 'note',
  'department-of-rows': 'note',
  'year-found': 'note',
  'year-conflict': 'error',
  'year-unclear': 'error',
  'year-of-title': 'warning',
  'column-unused': 'note',
  'column-unknown': 'note',
  'column-missing': 'error',
  'column-twice': 'error',
  'funds-said': 'note',
  'fund-other': 'warning',
  'before-undivided': 'warning',
  'before-taken': 'note',
  'before-unused': 'warning',
  'other-year': 'warning',
  'second-ledger': 'error',
};

/** A finding about the ledger; its first cell is the one it names. Its id goes by that cell: rows of a ledger have no other name. */
export function ledgerFinding(
  problem: LedgerProblem,
  place: Place,
  value: string,
  proposed?: string,
  severity: Severity = SEVERITIES[problem],
  cells: readonly CellRef[] = [place.cell],
): Finding {
  const { cell } = place;
  const rule = `l-${problem}`;
  return {
    id: findingId(rule, cell.sheet, String(cell.row), String(cell.column)),
    rule,
    severity,
    facts: {
      code: 'ledger',
      problem,
      place,
      count: cells.length,
      rows: rowsOf(cells),
      value,
      ...(proposed === undefined ? {} : { proposed }),
    },
    cells,
    sheet: cell.sheet,
  };
}

interface Said {
  readonly problem: LedgerProblem;
  readonly place: Place;
  readonly value: string;
  readonly proposed: string | undefined;
  readonly severity: Severity | undefined;
  readonly cells: CellRef[];
  /** Of the cells. */
  readonly rows: Set<number>;
}

/** What is said of a ledger while it is read. The same of many rows of a column is one finding with all their cells. */
export class LedgerRemarks {
  private readonly said = new Map<string, Said>();
  private errors = 0;

  constructor(
    private readonly sheet: string,
    private readonly header: Pick<LedgerHeader, 'row' | 'headers'>,
  ) {}

  /** How often an error was said so far. */
  get errorCount(): number {
    return this.errors;
  }

  /** In the order in which each was said first. */
  get findings(): readonly Finding[] {
    return [...this.said.values()].map(({ problem, place, value, proposed, severity, cells }) =>
      ledgerFinding(problem, place, value, proposed, severity, cells),
    );
  }

  say(
    problem: LedgerProblem,
    { row, column }: { readonly row: number; readonly column: number },
    value: string,
    proposed?: string,
    severity?: Severity,
  ): void {
    if ((severity ?? SEVERITIES[problem]) === 'error') this.errors += 1;
    const cell: CellRef = { sheet: this.sheet, row, column };
    const key = [problem, column, value, proposed].join('|');
    const known = this.said.get(key);
    if (known) {
      // A row that is read for each of its funds says it once.
      if (!known.rows.has(row)) known.cells.push(cell);
      known.rows.add(row);
      return;
    }
    // What stands above the headers belongs to no column.
    const isInColumn = problem !== 'column-missing' && row >= this.header.row;
    const header = isInColumn ? this.header.headers.get(column) : undefined;
    const place: Place = { cell, table: this.sheet, ...(header === undefined ? {} : { column: header }) };
    this.said.set(key, { problem, place, value, proposed, severity, cells: [cell], rows: new Set([row]) });
  }
}

/** Whether some of last year's amounts are of nobody knows which fund: what is known of the others says little of that year. */
export const hasUndivided = (findings: readonly Finding[]): boolean =>
  findings.some(({ facts }) => facts.code === 'ledger' && facts.problem === 'before-undivided');
