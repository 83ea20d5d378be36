import { useRef, useState } from 'react';
import type { Entry } from '../../commands/entries';
import { useLoaded } from '../app/use-loaded';
import { useLanguage } from '../app/words-context';
import type { Explained } from '../explain/wishes';
import type { Session } from '../session/session';
import type { Checked } from '../session/state';
import { placeOf } from './card-focus';

const loadExplain = () => import('../explain/part');

/** What the cards of findings need so that their entries can be explained. */
export interface Explaining {
  /** The box of an entry that is being explained; null for all others. */
  /** The entry that is being explained, by its id. */
  readonly id: string | undefined;
  readonly box: (entry: Entry) => React.ReactNode;
  readonly open: (entry: Entry) => void;
  readonly withdraw: (entry: Entry) => void;
}

/** Explains entries in the boxes of their cards, one at a time. `left` is called once a card may be gone, with where it stood. */
export function useExplaining(
  session: Session,
  checked: Checked | undefined,
  busy: boolean,
  left: (at: number) => void,
): Explaining {
  const language = useLanguage();
  const [id, setId] = useState<string>();
  const [wanted, setWanted] = useState(false);
  const drafts = useRef(new Map<string, Explained>());
  const part = useLoaded(loadExplain, wanted, session.report);
  const close = (entry: Entry, at: number): void => {
    setId((now) => (now === entry.id ? undefined : now));
    setTimeout(() => left(at));
  };
  return {
    id: part && id,
    box: (entry) => {
      if (!part || !checked || entry.id !== id) return null;
      return (
        <part.ExplainBox
          key={entry.id}
          entry={entry}
          snapshot={checked.snapshot}
          busy={busy}
          drafts={drafts.current}
          onCancel={() => close(entry, placeOf(entry))}
          onSave={(typed) => {
            const at = placeOf(entry);
            const wish = part.explaining(entry, checked.snapshot, typed, today(), language);
            void session.write(wish).then((receipt) => {
              // What was not written stays as it was typed.
              if (!receipt || receipt.refused.length > 0) return;
              drafts.current.delete(entry.id);
              close(entry, at);
            });
          }}
        />
      );
    },
    open: (entry) => {
      setWanted(true);
      setId(entry.id);
    },
    withdraw: (entry) => {
      const at = placeOf(entry);
      void loadExplain().then(
        ({ withdrawing }) => session.write(withdrawing(entry, language)).then(() => setTimeout(() => left(at))),
        session.report,
      );
    },
  };
}

/** As the clock on the wall says: `2026-11-26`. */
function today(): string {
  const now = new Date();
  const two = (number: number): string => String(number).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
