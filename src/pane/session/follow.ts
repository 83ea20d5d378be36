import type { EndWatch } from '../../hosts/excel/events';
import { watchBursts } from '../../hosts/excel/gather';
import { problemOf } from '../../hosts/excel/problem';
import type { ReadWish } from '../../hosts/excel/read/read-snapshot';
import type { Reader } from './reader';
import type { PaneServices } from './services';
import type { Checked, PaneEvent, PaneState } from './state';

/** In milliseconds. */
export interface SessionTimes {
  /** A single change is followed after this; */
  readonly first: number;
  /** where more follow, wait for a pause as long as this, */
  readonly settle: number;
  /** but no longer than this. */
  readonly longest: number;
  /** How long to wait before trying again while a cell is being edited. */
  readonly retry: number;
  /** For how long what was read as a whole is not read again only because somebody comes back. */
  readonly recent: number;
  /** How long after the first check to make ready for the first change: what was found is to be shown before. */
  readonly rest: number;
}

/** The parts of a session that following needs. */
export interface FollowedSession {
  readonly services: Pick<PaneServices, 'host' | 'rehearse'>;
  readonly reader: Reader;
  readonly times: SessionTimes;
  readonly state: () => PaneState;
  readonly send: (event: PaneEvent) => void;
  /** Shows it; `followed` where something has changed with it. */
  readonly show: (checked: Checked, followed: boolean) => void;
  /** One after the other with everything else that reads or writes. */
  readonly inLine: (work: () => Promise<void>) => Promise<void>;
}

/** Checks again after each change of others, until the function that it gives back is called. */
export function follow(session: FollowedSession): () => void {
  const { services, reader, times, state, send, show, inLine } = session;
  const { host } = services;
  let isOver = false;

  /** While somebody types it waits without a word: nobody has asked for it. */
  const readChanged = async (): Promise<void> => {
    // It may have been read together with everything else.
    if (isOver || !reader.hasUnread) return;
    if (state().freshness === 'stopped') send({ type: 'started', command: false });
    try {
      const before = state().checked;
      const now = await reader.follow({
        show: (report) => send({ type: 'found', soFar: report }),
        // What was changed meanwhile is read next.
        goesOn: () => !reader.hasUnread,
      });
      if (now) show(now, now !== before);
    } catch (error) {
      const problem = problemOf(error);
      if (problem.key !== 'cell-edit') return send({ type: 'failed', problem });
      setTimeout(readSoon, times.retry);
      // Nobody is left with half an answer for as long as they sit in a cell.
      const rest = await reader.finish();
      if (rest) show(rest, true);
    }
  };
  const readSoon = (): void => void inLine(readChanged);

  const told = {
    began: () => {
      reader.changeBegan();
      send({ type: 'changed' });
    },
    ended: (wish: ReadWish) => {
      reader.changeEnded(wish);
      readSoon();
    },
  };

  const begin = async (): Promise<EndWatch> => {
    for (let wasRefused = false; ; wasRefused = true) {
      try {
        const end = await watchBursts((changed) => host.watchChanges(changed), told, times);
        // Of what was changed before nobody told.
        if (wasRefused) told.ended({});
        return end;
      } catch (error) {
        const problem = problemOf(error);
        if (problem.key !== 'cell-edit') throw error;
        await new Promise((resolve) => setTimeout(resolve, times.retry));
        if (isOver) throw error;
      }
    }
  };
  const watching = begin();
  // Behind the first check, and beside all that anybody may want by then: what comes of it is nothing that could go wrong for them.
  const rehearse = async (): Promise<void> => {
    await watching;
    await inLine(() => Promise.resolve());
    await new Promise((resolve) => setTimeout(resolve, times.rest));
    if (!isOver && state().checked) await services.rehearse();
  };
  rehearse().catch(() => undefined);
  watching.catch((error: unknown) => isOver || send({ type: 'hindered', problem: problemOf(error) }));
  return () => {
    isOver = true;
    // The pane is going away: whether the handler could still be removed makes no difference to anybody.
    void watching.then((end) => end()).catch(() => undefined);
  };
}
