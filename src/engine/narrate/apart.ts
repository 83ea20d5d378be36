import { Decimal } from 'decimal.js';
import type { Members } from '../scope/scope';
import type { Told } from '../source/source';
import { isMoney } from './members';
import { printed } from './change';
import type { Material } from './material';
import { subjectOf } from './names';
import type { Remark } from './narration';
import type { Place } from './place';
import type { Said } from './said';

/**
 * The remark that a list does not add up to its whole, both as printed. The text says what the tables say; that they say it
 * twice and not alike is for the writer to mend. Undefined where they agree, or where an amount is not told.
 */
export function apart(
  material: Material,
  items: readonly (Told | undefined)[],
  around: Members,
  place: Place,
): Remark | undefined {
  const { decimals } = material.phrases;
  const whole = material.now.told(around);
  if (!isMoney(whole, decimals)) return undefined;
  let parts = new Decimal(0);
  for (const item of items) {
    if (!item) return undefined;
    parts = parts.plus(printed(item.value, decimals));
  }
  const total = printed(whole.value, decimals);
  if (items.length === 0 || parts.equals(total)) return undefined;
  const about = subjectOf(material, around, place);
  return { kind: 'apart', section: place.section.declared.id, about, whole: total, parts };
}

/** The spans with a remark noted on the first that is a figure. */
export function remarked(spans: readonly Said[], remark: Remark | undefined): readonly Said[] {
  const at = remark ? spans.findIndex(({ kind }) => kind === 'figure') : -1;
  return at < 0
    ? spans
    : spans.map((span, index) => (index === at && remark ? { ...span, notes: { ...span.notes, remark } } : span));
}
