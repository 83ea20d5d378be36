import type { Member } from '../scope/scope';
import type { Ledger, LedgerRow, TitledDepartment } from './ledger';
import { ledgerFinding } from './problems';

/** `401001-`, `[401001]`: the code in front of a unit's name. */
const CODE = /^[([（［【]?\d{3,}[)\]）］】]?[-－—_:：]?\s*/;
/** 个, 辆 count things. */
const SHORTEST = 2;

/** A unit's name as it is written, without its code; '' where a code, an amount of money or a measure stands there. */
export function unitNamed(text: string): string {
  const name = text.trim().replace(CODE, '');
  return name.length < SHORTEST || name.endsWith('元') || /^[\d.]+$/.test(name) ? '' : name;
}

/** The unit of each project all of whose rows are of one. */
export function unitsOfProjects(rows: readonly LedgerRow[]): ReadonlyMap<Member, string> {
  const units = new Map<Member, string>();
  for (const { project, unit } of rows) {
    if (project === undefined) continue;
    const known = units.get(project);
    units.set(project, known === undefined || known === unit ? unit : '');
  }
  return new Map([...units].filter(([, unit]) => unit !== ''));
}

/** The unit of all rows of a ledger that names no department: it may well be that. */
export function departmentOfRows({
  sheet,
  rows,
  columns,
  headers,
}: Pick<Ledger, 'sheet' | 'rows' | 'columns' | 'headers'>): TitledDepartment | undefined {
  const [first] = rows;
  const column = columns.get('unit');
  if (!first || first.unit === '' || column === undefined) return undefined;
  if (rows.some(({ unit }) => unit !== first.unit)) return undefined;
  const place = { cell: { sheet, row: first.nowCell.row, column }, table: sheet, column: headers.get(column) ?? '' };
  return { department: undefined, finding: ledgerFinding('department-of-rows', place, first.unit) };
}
