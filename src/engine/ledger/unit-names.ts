import type { Member } from '../scope/scope';
import type { LedgerRow } from './ledger';

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
