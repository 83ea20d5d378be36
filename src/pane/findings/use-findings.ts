import { useEffect, useRef, useState } from 'react';
import type { Entry } from '../../commands/entries';
import type { Change } from '../../commands/fix';
import type { CellRef } from '../../engine/snapshot/address';
import { focusAgain } from '../app/focus';
import { useLoaded } from '../app/use-loaded';
import type { Session } from '../session/session';
import type { PaneState } from '../session/state';
import { focusCard, placeOf } from './card-focus';
import { useExplaining } from './use-explaining';
import type { Explaining } from './use-explaining';

const loadTicking = () => import('./ticking');
const loadEvidence = () => import('../evidence/part');

/** What the screens of the findings know and do; it outlives them while another tab is looked at. */
export interface FindingsView {
  /** The entry whose cell was selected last, as it stood then. */
  readonly selected: Entry | undefined;
  /** The evidence of a cell is being looked at. */
  readonly looking: { readonly cell: CellRef } | undefined;
  /** Undefined until it is loaded. */
  readonly evidence: Awaited<ReturnType<typeof loadEvidence>> | undefined;
  /** It is being asked whether these suggestions are to be accepted, or all certain ones. */
  readonly confirming: readonly Change[] | 'reliable' | undefined;
  readonly explaining: Explaining;
  readonly show: (entry: Entry, cell: CellRef) => void;
  readonly tick: (wish: 'ticking' | 'unticking') => void;
  readonly accept: (entry: Entry, change: Change) => void;
  readonly acceptAll: (changes: readonly Change[]) => void;
  readonly confirm: (what: readonly Change[] | 'reliable') => void;
  /** Out of that question again. */
  readonly leave: () => void;
  /** To what an entry's cell rests on, */
  readonly look: (entry: Entry) => void;
  /** and back. */
  readonly back: () => void;
  /** Another screen is looked at: what was pushed over the list is gone when somebody comes back to it. */
  readonly reset: () => void;
}

/** `startsAtCell`: the evidence of the selected cell is shown as soon as the workbook was checked. */
export function useFindings(session: Session, { checked, busy }: PaneState, startsAtCell: boolean): FindingsView {
  const [selected, setSelected] = useState<Entry>();
  const [confirming, setConfirming] = useState<FindingsView['confirming']>();
  const [looking, setLooking] = useState<{ readonly cell: CellRef }>();
  const opener = useRef<Element | null>(null);
  const evidence = useLoaded(loadEvidence, looking !== undefined, session.report);
  const explaining = useExplaining(session, checked, busy, focusCard);
  const isChecked = checked !== undefined;
  useEffect(() => {
    if (startsAtCell && isChecked) void session.focused().then((cell) => cell && setLooking({ cell }));
  }, [session, startsAtCell, isChecked]);
  const leave = (): void => {
    setConfirming(undefined);
    setTimeout(() => focusCard(0));
  };
  return {
    selected,
    looking,
    evidence,
    confirming,
    explaining,
    show: (entry, cell) => {
      setSelected(entry);
      const focused = document.activeElement;
      // Excel on the web may take the focus when a cell is selected; it belongs to the card.
      void session
        .select(cell)
        .then(() => focused instanceof HTMLElement && focused.isConnected && focused.focus({ preventScroll: true }));
    },
    tick: (wish) => {
      void loadTicking().then((part) => session.write(part[wish]()), session.report);
    },
    accept: (entry, change) => {
      const at = placeOf(entry);
      void session.accept([change]).then(() => setTimeout(() => focusCard(at)));
    },
    acceptAll: (changes) => void session.accept(changes).then(leave),
    confirm: setConfirming,
    leave,
    look: (entry) => {
      const [cell] = entry.cells;
      opener.current = document.activeElement;
      if (cell) setLooking({ cell });
    },
    back: () => {
      setLooking(undefined);
      focusAgain(opener.current);
    },
    reset: () => {
      setConfirming(undefined);
      setLooking(undefined);
    },
  };
}
