import { useCallback, useEffect, useRef, useState } from 'react';
import { answerReason } from '../../commands/answer';
import { reasonWords } from '../../engine/asked/reason-words';
import type { CellRef } from '../../engine/snapshot/address';
import type { Language } from '../../i18n/language';
import type { Session } from '../session/session';
import type { Narrated, ReasonItem } from '../text/narrated';
import { Drafts } from './drafts';
import { keepDraft } from './keep';

/** In milliseconds: who has not typed for so long has paused. */
const PAUSE = 1500;

export interface DraftsView {
  readonly drafts: Drafts;
  readonly type: (item: ReasonItem, text: string) => void;
  /** Saves what was typed, as it is asked for; gives back what there is to be done by then. */
  readonly save: (item: ReasonItem) => Drafts;
  /** A word is being composed: nothing is written until it stands. */
  readonly composes: (whether: boolean) => void;
  /** What was typed goes; the box shows what the sheet holds. */
  readonly drop: (item: ReasonItem) => void;
  /** Somebody has turned to something else: it does not wait for a pause. */
  readonly keep: () => void;
}

/** What is typed as reasons: it goes into the sheet after each pause, and when the box is left. */
export function useDrafts(session: Session, text: Narrated, language: Language): DraftsView {
  const [drafts, setDrafts] = useState(Drafts.none);
  const [seen, setSeen] = useState(text);
  const latest = useRef({ drafts, reasons: text.reasons, language });
  const composing = useRef(false);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  // What was saved is read from the sheet again as soon as the text is that of the sheet.
  if (seen !== text) {
    setSeen(text);
    if (text.snapshot === session.state().checked?.snapshot) setDrafts(drafts.settled());
  }
  useEffect(() => {
    latest.current = { drafts, reasons: text.reasons, language };
  }, [drafts, text, language]);
  const change = useCallback((how: (now: Drafts) => Drafts): Drafts => {
    const now = how(latest.current.drafts);
    latest.current = { ...latest.current, drafts: now };
    setDrafts(how);
    return now;
  }, []);
  const keep = useCallback((): void => {
    clearTimeout(timer.current);
    if (composing.current) return;
    const { drafts: now, reasons, language: speaking } = latest.current;
    for (const draft of now.pending) {
      const { key } = draft;
      const at = reasons.findIndex(({ asked }) => asked.key === key);
      const asked = reasons[at]?.asked;
      if (!asked?.answerCell) continue;
      // Emptied it would not be asked for any more, and its box would go while somebody types in it: that waits for their word.
      if (asked.isSpared && reasonWords(draft.text) === undefined) continue;
      void keepDraft(session, asked, at + 1, draft, speaking).then((kept) =>
        change((then) => {
          if (kept === 'not-now') return then;
          if (kept === 'undone') return then.without(key);
          return kept === 'written' ? then.saved(key, draft.text, true) : then.taken(key, kept.taken);
        }),
      );
    }
  }, [change, session]);
  const soon = useCallback((): void => {
    clearTimeout(timer.current);
    timer.current = setTimeout(keep, PAUSE);
  }, [keep]);
  // Another screen comes in its place: what was typed is kept.
  useEffect(() => keep, [keep]);
  return {
    drafts,
    type: (item, typed) => {
      change((now) => now.typed(item, typed));
      soon();
    },
    composes: (whether) => {
      composing.current = whether;
      if (!whether) soon();
    },
    keep,
    drop: ({ asked }) => void change((now) => now.without(asked.key)),
    save: (item) => {
      const { key } = item.asked;
      const typed = latest.current.drafts.of(item);
      let cell: CellRef | undefined;
      void session
        .write({
          name: { reason: text.reasons.indexOf(item) + 1 },
          waits: true,
          patch: async (present, _, edition) => {
            const answered = await answerReason(present, item.asked, typed, language, edition);
            cell = answered?.cell;
            return answered?.patch;
          },
          wrote: () => ({ what: 'reason', sheet: cell?.sheet ?? '', row: (cell?.row ?? 0) + 1 }),
        })
        .then((receipt) =>
          change((now) => now.saved(key, typed, receipt !== undefined && receipt.refused.length === 0)),
        );
      return change((now) => now.saving(item, typed));
    },
  };
}
