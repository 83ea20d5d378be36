import { useCallback, useEffect, useState } from 'react';
import { copyToClipboard, type Copied } from '../app/clipboard';

const SHOWN_FOR = 4000;

/** Copying, and how it went: `done` for some seconds, or the text that the user has to copy themselves. */
export interface Copying {
  readonly outcome: 'done' | Copied | undefined;
  readonly copy: (what: Copied) => void;
}

export function useCopying(): Copying {
  const [outcome, setOutcome] = useState<'done' | Copied>();
  const copy = useCallback((what: Copied): void => {
    void copyToClipboard(what).then((done) => setOutcome(done ? 'done' : what));
  }, []);
  useEffect(() => {
    if (outcome !== 'done') return undefined;
    const timer = setTimeout(() => setOutcome(undefined), SHOWN_FOR);
    return () => clearTimeout(timer);
  }, [outcome]);
  return { outcome, copy };
}
