import { useEffect } from 'react';
import { hearWritten } from './between-pages';
import type { Session } from './session';

/** Checks once and then after each change, and looks again when somebody comes back to the pane. */
export function useFollowing(session: Session): void {
  useEffect(() => {
    // Watched first: what is changed while the workbook is read for the first time is told.
    const end = session.watch();
    void session.check();
    const lookAgain = (): void => void session.lookAgain();
    window.addEventListener('focus', lookAgain);
    // A button of the ribbon works in a page of its own.
    const deaf = hearWritten(() => void session.lookAgain('surely'));
    return () => {
      window.removeEventListener('focus', lookAgain);
      deaf();
      end();
    };
  }, [session]);
}
