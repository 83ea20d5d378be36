import type { TextPlace } from '../../commands/mentions';
import { useCallback, useRef, useState } from 'react';
import { focusAgain } from '../app/focus';
import { useComputed } from '../app/use-computed';
import type { Computed } from '../app/use-computed';
import { useLoaded } from '../app/use-loaded';
import type { Session } from '../session/session';
import type { Seen } from '../session/state';
import type { Narrated } from './narrated';

const loadText = () => import('./part');
const notYet = (): Promise<never> => new Promise(() => undefined);

/** What the screens of the text know and do. */
export interface TextView {
  /** Undefined until it is loaded. */
  readonly part: Awaited<ReturnType<typeof loadText>> | undefined;
  readonly told: Computed<Narrated>;
  /** What is open in the text; undefined as long as it was not written. */
  readonly open: number | undefined;
  /** What only people know is being asked, beginning with this reason. */
  readonly asking: { readonly reason: string | undefined } | undefined;
  /** To that question, */
  readonly ask: (reason: string | undefined) => void;
  /** and back. */
  readonly back: () => void;
  /** Somebody wants to see this paragraph. A new wish is a new object. */
  readonly at: TextPlace | undefined;
  readonly lookAt: (place: TextPlace) => void;
}

/** The text is loaded when it is looked at, and then written again after each change as long as it is wanted. */
export function useText(session: Session, seen: Seen | undefined, isShown: boolean, isWanted: boolean): TextView {
  const [asking, setAsking] = useState<{ readonly reason: string | undefined }>();
  const [at, setAt] = useState<TextPlace>();
  const opener = useRef<Element | null>(null);
  const part = useLoaded(loadText, isShown, session.report);
  const told = useComputed(part && seen, part?.narrated ?? notYet, isWanted, session.report);
  const ask = useCallback((reason: string | undefined): void => {
    opener.current = document.activeElement;
    setAsking({ reason });
  }, []);
  const back = useCallback(() => {
    setAsking(undefined);
    focusAgain(opener.current);
  }, []);
  const lookAt = useCallback((place: TextPlace): void => {
    setAsking(undefined);
    setAt({ ...place });
  }, []);
  return { part, told, open: told.value?.result.narration?.missing.length, asking, ask, back, at, lookAt };
}
