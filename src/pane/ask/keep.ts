import { answerReason, type ReasonAnswered } from '../../commands/answer';
import { readReasons, reasonRow } from '../../engine/asked/read-reasons';
import { contentText } from '../../engine/snapshot/edits';
import type { Language } from '../../i18n/language';
import type { Session } from '../session/session';
import type { PendingDraft } from './drafts';

/** What came of a draft. */
export type Kept =
  | 'written'
  /** It could not be written now; it stays in the box. */
  | 'not-now'
  /** What had been written of it was taken back meanwhile. */
  | 'undone'
  /** Somebody else has put something into its cell, which stays. */
  | { readonly taken: string };

/**
 * Writes what is being typed into the cell of its reason, where there is one: no sheet is drawn because somebody pauses. A cell that
 * holds something else than was last written or found there is left alone. `position` is that of the reason in its list, from 1.
 */
export async function keepDraft(
  session: Session,
  reason: ReasonAnswered,
  position: number,
  { text, origin, base }: PendingDraft,
  language: Language,
): Promise<Kept> {
  let found: Kept = 'not-now';
  const receipt = await session.keep({
    name: { reason: position },
    patch: async (present, edition) => {
      const row = reasonRow(readReasons(present), reason.sectionName, reason.about);
      if (!row) return undefined;
      if (row.typed !== base) {
        found = row.typed === text ? 'written' : row.typed === origin ? 'undone' : { taken: row.typed };
        return undefined;
      }
      return (await answerReason(present, reason, text, language, edition))?.patch;
    },
  });
  if (!receipt) return found;
  const overtaken = receipt.refused.find(({ because }) => because === 'changed-meanwhile');
  if (overtaken) return { taken: contentText(overtaken.found) };
  return receipt.refused.length === 0 ? 'written' : 'not-now';
}
