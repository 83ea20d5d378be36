import { useEffect } from 'react';
import type { Session } from './session';

/** Checks once and then after each change, and looks again when somebody comes back to the pane. */
export function useFollowing(session: Session): void {
  useEffect(() => {
    // Watched first: what is changed while the workbook is read for the first time is told.
    const end = session.watch();
    void session.check();
    const lookAgain = (): void => void session.lookAgain();
    window.addEventListener('focus', lookAgain);
    return () => {
      window.removeEventListener('focus', lookAgain);
      end();
    };
  }, [session]);
}
