import { useCallback, useEffect, useRef, useState } from 'react';
import { focusAgain } from '../app/focus';
import { asksForKeys } from '../app/keys';
import { useLoaded } from '../app/use-loaded';

const loadKeys = () => import('./part');

export interface KeyListView {
  /** What shows the list; undefined while it is not shown, or not loaded yet. */
  readonly part: Awaited<ReturnType<typeof loadKeys>> | undefined;
  readonly open: () => void;
  /** Gives the focus back to what had it. */
  readonly close: () => void;
  /** The same where somebody has turned to something else: the focus stays there. */
  readonly leave: () => void;
}

/** Whether the list of keys is shown: Ctrl+/ opens and closes it wherever the focus is, Esc closes it. */
export function useKeyList(failed: (error: unknown) => void): KeyListView {
  const [isOpen, setOpen] = useState(false);
  const opener = useRef<Element | null>(null);
  const part = useLoaded(loadKeys, isOpen, failed);
  const open = useCallback(() => {
    opener.current = document.activeElement;
    setOpen(true);
  }, []);
  const close = useCallback(() => {
    setOpen(false);
    focusAgain(opener.current);
  }, []);
  const leave = useCallback(() => setOpen(false), []);
  useEffect(() => {
    const pressed = (event: KeyboardEvent): void => {
      const closes = isOpen && event.key === 'Escape' && !event.isComposing && !event.defaultPrevented;
      if (!closes && !asksForKeys(event)) return;
      event.preventDefault();
      if (event.repeat) return;
      if (isOpen) close();
      else open();
    };
    window.addEventListener('keydown', pressed);
    return () => window.removeEventListener('keydown', pressed);
  }, [isOpen, open, close]);
  return { part: isOpen ? part : undefined, open, close, leave };
}
