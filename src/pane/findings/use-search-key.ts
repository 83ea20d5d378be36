import { useEffect, useRef } from 'react';
import { asksForSearch } from '../app/keys';
import { focusSearch } from './search-focus';

/** Ctrl+F goes to the search box of the findings from anywhere; `turn` shows them. The browser's own search finds nothing in cells. */
export function useSearchKey(turn: () => void): void {
  const latest = useRef(turn);
  useEffect(() => {
    latest.current = turn;
  });
  useEffect(() => {
    const pressed = (event: KeyboardEvent): void => {
      if (!asksForSearch(event)) return;
      event.preventDefault();
      if (event.repeat) return;
      // Before anything is shown or hidden: whoever has the focus now gets it back.
      focusSearch();
      latest.current();
    };
    window.addEventListener('keydown', pressed);
    return () => window.removeEventListener('keydown', pressed);
  }, []);
}
