import { Decimal } from 'decimal.js';
import type { Members } from '../scope/scope';
import { isMoney } from './members';
import { printed } from './change';
import type { Material } from './material';
import { subjectOf } from './names';
import type { Remark } from './narration';
import type { Place } from './place';
import type { Said } from './said';

/** The year whose amounts are added up. */
export type Year = 'now' | 'before';

/**
 * The remark that a list does not add up to its whole, both as printed. The text says what the tables say; that they say it
 * twice and not alike, or that the figures of last year lack one, is for the writer to mend. Undefined where they agree, or where an
 * amount is not told.
 */
export function apart(
  material: Material,
  year: Year,
  scopes: readonly Members[],
  around: Members,
  place: Place,
): Remark | undefined {
  const { decimals } = material.phrases;
  const source = material[year];
  const whole = source?.told(around);
  if (!source || !isMoney(whole, decimals) || scopes.length === 0) return undefined;
  let parts = new Decimal(0);
  for (const scope of scopes) {
    const told = source.told(scope);
    if (!told) return undefined;
    parts = parts.plus(printed(told.value, decimals));
  }
  const total = printed(whole.value, decimals);
  if (parts.equals(total)) return undefined;
  const about = subjectOf(material, around, place);
  return { kind: 'apart', year, section: place.section.declared.id, about, whole: total, parts };
}

/** The spans with remarks noted on the first that is a figure. */
export function remarked(spans: readonly Said[], remarks: readonly Remark[]): readonly Said[] {
  const at = remarks.length === 0 ? -1 : spans.findIndex(({ kind }) => kind === 'figure');
  return spans.map((span, index) => (index === at ? { ...span, notes: { ...span.notes, remarks } } : span));
}
