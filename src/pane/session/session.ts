import type { NamedEdition } from '../../commands/editions';
import { valuesPatch } from '../../commands/fix';
import type { Change } from '../../commands/fix';
import type { CheckReport } from '../../engine/finding/report';
import { addressOf, cellKey } from '../../engine/snapshot/address';
import type { CellRef } from '../../engine/snapshot/address';
import type { Patch, Receipt } from '../../engine/snapshot/patch';
import type { Snapshot } from '../../engine/snapshot/snapshot';
import { PatchInterrupted } from '../../hosts/excel/interrupted';
import { problemOf } from '../../hosts/excel/problem';
import type { Language } from '../../i18n/language';
import { loadLanguage } from '../../i18n/load-language';
import type { UndoableCommand } from '../../i18n/pane/words';
import { markedCells } from './flagged-cells';
import { follow } from './follow';
import type { SessionTimes } from './follow';
import { mergeUndo } from './merge-undo';
import { Reader } from './reader';
import { mayRedo, redoOf } from './redo';
import type { PaneServices } from './services';
import type { Checked, PaneEvent, PaneState, Wrote } from './state';
import { INITIAL, isUpToDate, reduce } from './state';

/** Something that the user has looked at and wants written. */
export interface WriteWish {
  readonly name: UndoableCommand;
  /** Typed by hand: it waits for its turn where another command is being carried out, instead of being passed over. */
  readonly waits?: true;
  /**
   * The patch for the workbook as it stands; undefined where that is not the one that was looked at: then nothing is written, and
   * whoever shows a preview makes it anew. `edition` is the one that was chosen for it.
   */
  readonly patch: (
    snapshot: Snapshot,
    report: CheckReport,
    edition: string | undefined,
  ) => Patch | undefined | Promise<Patch | undefined>;
  /** What is said once it is written. */
  readonly wrote: (receipt: Receipt, patch: Patch) => Wrote;
}

/** Something that is being typed in the pane and goes into the workbook meanwhile. */
export interface KeepWish {
  readonly name: UndoableCommand;
  /** The patch for the workbook as it stands; undefined where nothing is to be written there. */
  readonly patch: (snapshot: Snapshot, edition: string | undefined) => Promise<Patch | undefined>;
}

/** What the pane can do. Nothing is written but by `mark`, `removeMarks`, `accept`, `write`, `keep`, `undo`, `redo` and `finish`. */
export interface Session {
  readonly state: () => PaneState;
  readonly subscribe: (listener: () => void) => () => void;
  readonly check: () => Promise<void>;
  /** Checks against this edition from now on, as long as the pane is open; undefined: against the one that fits best. Nothing is written. */
  readonly chooseEdition: (edition: NamedEdition | undefined) => Promise<void>;
  /** Says everything in another language from now on. */
  readonly speak: (language: Language) => Promise<void>;
  readonly mark: () => Promise<void>;
  readonly removeMarks: () => Promise<void>;
  /** Writes these changes, as far as the figures still ask for just them, and checks again. */
  readonly accept: (changes: readonly Change[]) => Promise<void>;
  /** The cell that has the focus in Excel; undefined where that cannot be told now. */
  readonly focused: () => Promise<CellRef | undefined>;
  /** Writes what was looked at. The receipt; undefined where nothing was written. */
  readonly write: (wish: WriteWish) => Promise<Receipt | undefined>;
  /**
   * Writes what is being typed, without a word: where Excel takes no call now, or refuses, it is left, and whoever types it tries again
   * later. Its undo is one with that of the same name before it. The receipt; undefined where nothing was written.
   */
  readonly keep: (wish: KeepWish) => Promise<Receipt | undefined>;
  readonly undo: () => Promise<void>;
  /** Does once more what was taken back last, unless something was changed meanwhile that it would no longer fit. */
  readonly redo: () => Promise<void>;
  /** What an earlier pane left half done is taken back, or stays as it is and only its traces are cleaned up. */
  readonly finish: (how: 'undo' | 'clean') => Promise<void>;
  /** Nothing is done about it for now. */
  readonly leaveUnfinished: () => void;
  readonly select: (cell: CellRef) => Promise<void>;
  /** A mistake of ours outside of any command: said like any other. */
  readonly report: (error: unknown) => void;
  readonly dismiss: () => void;
  /** Checks again after each change until the function that it gives back is called. */
  readonly watch: () => () => void;
  /**
   * Somebody comes back to the pane: all is read again, without a word, for Excel does not tell of every change. Nothing that is in the
   * way is spoken of, and what was read a short while ago is not read again, unless something is known to have been written.
   */
  readonly lookAgain: (how?: 'surely') => Promise<void>;
}

const TIMES: SessionTimes = { first: 5, settle: 250, longest: 2000, retry: 1500, recent: 5000, rest: 100 };

/** A session over one workbook. */
export function createSession(services: PaneServices, speaking: Language, times: SessionTimes = TIMES): Session {
  const { host } = services;
  const reader = new Reader(services, speaking);
  let language = speaking;
  let state = INITIAL;
  let running: Promise<void> = Promise.resolve();
  let isRecent = false;
  let cancelWait: (() => void) | undefined;
  const listeners = new Set<() => void>();

  const send = (event: PaneEvent): void => {
    state = reduce(state, event);
    for (const listener of listeners) listener();
  };

  const readAll = async (): Promise<Checked> => {
    const checked = await reader.read();
    isRecent = true;
    setTimeout(() => (isRecent = false), times.recent);
    return checked;
  };

  /** Everything that reads or writes, one after the other. */
  const inLine = (work: () => Promise<void>): Promise<void> => {
    running = running.then(work);
    return running;
  };

  /** Excel takes no call while somebody types in a cell: try again after a while, unless that was called off. */
  const untilTypingEnds = (): Promise<'again' | 'cancelled'> =>
    new Promise((resolve) => {
      const timer = setTimeout(() => resolve('again'), times.retry);
      cancelWait = () => {
        clearTimeout(timer);
        resolve('cancelled');
      };
    });

  /** One after the other: a check that meets a command waits for it, so that nothing is read half written. */
  const inTurn = (
    command: UndoableCommand | undefined,
    work: (wasFresh: boolean) => Promise<void>,
    isUndo = false,
  ): Promise<void> => {
    const attempt = async (): Promise<void> => {
      const wasFresh = isUpToDate(state);
      send({ type: 'started', command: command !== undefined });
      try {
        await work(wasFresh);
      } catch (error) {
        const interrupted = error instanceof PatchInterrupted ? error : undefined;
        const problem = interrupted ? interrupted.problem : problemOf(error);
        if (problem.key === 'cell-edit' && !interrupted) {
          send({ type: 'waiting' });
          if ((await untilTypingEnds()) === 'again') return attempt();
          return send({ type: 'stopped' });
        }
        // An undo that stopped half way is gone on with, not undone.
        const patch = isUndo ? interrupted?.rest : interrupted?.undo;
        // What an earlier pane has left half done is taken back first.
        const earlier = problem.key === 'unfinished' ? host.unfinished()?.patches?.undo : undefined;
        send({
          type: 'failed',
          problem,
          ...(patch && command ? { undo: { name: command, patch } } : {}),
          ...(earlier ? { undo: { name: 'unfinished', patch: earlier } } : {}),
          ...(interrupted?.progress ? { progress: interrupted.progress } : {}),
        });
      }
    };
    return inLine(attempt);
  };

  const show = (checked: Checked, followed = false): void => {
    // What this pane leaves half done itself is spoken of when it happens.
    const left = state.checked && !state.left ? undefined : host.unfinished();
    send({ type: 'checked', checked, isBehind: reader.isBehind, left, followed });
  };

  const refresh = async (): Promise<void> => show(await readAll());

  /** Of one reason that is written again and again all is taken back at once. */
  const withEarlier = (name: UndoableCommand, undo: Patch): Patch => {
    const { lastCommand } = state;
    const isSame = lastCommand && !lastCommand.isPartial && isSameReason(lastCommand.name, name);
    return (isSame ? mergeUndo(lastCommand.undo, undo) : undefined) ?? undo;
  };

  return {
    state: () => state,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    check: () => inTurn(undefined, () => refresh()),
    chooseEdition: (edition) => {
      send({ type: 'edition-chosen', edition });
      return inTurn(undefined, () => {
        reader.takeFor(edition?.id);
        return refresh();
      });
    },
    speak: (to) =>
      inLine(async () => {
        await loadLanguage(to);
        language = to;
        const checked = reader.speak(to);
        if (checked) send({ type: 'reworded', checked });
      }),
    mark: () =>
      inTurn('mark', async () => {
        const { snapshot, report } = await readAll();
        const patch = await services.annotation(snapshot, report, language);
        const receipt = await host.applyPatch(patch);
        const sheet = patch.edits.flatMap((edit) => (edit.do === 'putSheet' ? edit.sheet.name : []))[0] ?? '';
        await refresh();
        const cells = state.checked ? markedCells(state.checked.snapshot) : 0;
        send({
          type: 'written',
          name: 'mark',
          undo: receipt.undo,
          message: { kind: 'marked', cells, sheet, refused: worthSaying(receipt) },
        });
      }),
    removeMarks: () =>
      inTurn('remove-marks', async () => {
        const { patch, kept } = await services.removal(await host.readSnapshot());
        const receipt = await host.applyPatch(patch);
        await refresh();
        send({
          type: 'written',
          name: 'remove-marks',
          undo: receipt.undo,
          message: { kind: 'removed', kept, refused: worthSaying(receipt) },
        });
      }),
    accept: (changes) => {
      // A second click, or Ctrl+Enter held down, is not a second wish.
      if (state.busy || changes.length === 0) return Promise.resolve();
      return inTurn({ changed: changes.map(({ cell }) => addressOf(cell)) }, async () => {
        const { snapshot, fixes } = await readAll();
        const valid = new Set([...fixes.values()].flat().map(changeKey));
        const wanted = changes.filter((change) => valid.has(changeKey(change)));
        const patch = valuesPatch(snapshot, wanted);
        const receipt = wanted.length > 0 ? await host.applyPatch(patch) : undefined;
        await refresh();
        const refused = new Set(receipt?.refused.map(({ edit }) => edit));
        const written = wanted.filter((_, index) => {
          const edit = patch.edits[index];
          return edit !== undefined && !refused.has(edit);
        });
        const addresses = written.map(({ cell }) => addressOf(cell));
        if (!receipt) return send({ type: 'said', message: { kind: 'outdated', refused: [] } });
        const message = { kind: 'changed', addresses, refused: receipt.refused } as const;
        if (written.length === 0) return send({ type: 'said', message });
        send({ type: 'written', name: { changed: addresses }, undo: receipt.undo, message });
      });
    },
    write: async ({ name, waits, patch, wrote }) => {
      // A second click is not a second wish.
      if (state.busy && waits !== true) return undefined;
      let written: Receipt | undefined;
      await inTurn(name, async (wasFresh) => {
        // What is known to have changed is read before it is written to.
        const before = wasFresh && state.checked ? state.checked : await readAll();
        const made = await patch(before.snapshot, before.report, before.edition);
        if (!made) {
          show(before);
          return send({ type: 'said', message: { kind: 'preview-outdated', refused: [] } });
        }
        const receipt = await host.applyPatch(made);
        await refresh();
        const message = { kind: 'wrote', wrote: wrote(receipt, made), refused: worthSaying(receipt) } as const;
        written = receipt;
        if (receipt.undo.edits.length === 0) return send({ type: 'said', message });
        send({ type: 'written', name, undo: withEarlier(name, receipt.undo), message });
      });
      return written;
    },
    keep: async ({ name, patch }) => {
      let written: Receipt | undefined;
      await inLine(async () => {
        try {
          const before = isUpToDate(state) && state.checked ? state.checked : await readAll();
          if (before !== state.checked) show(before, true);
          const made = await patch(before.snapshot, before.edition);
          if (!made) return;
          written = await host.applyPatch(made);
          if (written.undo.edits.length > 0) send({ type: 'kept', name, undo: withEarlier(name, written.undo) });
          await refresh();
        } catch (error) {
          const isInterrupted = error instanceof PatchInterrupted;
          // Nobody has asked for it: that it could not be written now is not spoken of, what stands half written is.
          if (!isInterrupted && !written) return;
          const problem = isInterrupted ? error.problem : problemOf(error);
          send({ type: 'failed', problem, ...(isInterrupted ? { undo: { name, patch: error.undo } } : {}) });
        }
      });
      return written;
    },
    undo: () => {
      const command = state.lastCommand;
      if (!command) return Promise.resolve();
      const undo = async (): Promise<void> => {
        // More of it may have been written while this waited for its turn.
        const { lastCommand } = state;
        const isMore = lastCommand && isSameReason(lastCommand.name, command.name);
        const receipt = await host.applyPatch((isMore ? lastCommand : command).undo);
        await refresh();
        const redo = command.isPartial ? undefined : redoOf(receipt);
        const after = state.checked?.snapshot;
        send({
          type: 'undone',
          message: { kind: 'undone', command: command.name, refused: worthSaying(receipt) },
          undone: redo && after && { name: command.name, redo, after },
        });
      };
      return inTurn(command.name, undo, true);
    },
    redo: () => {
      const undone = state.lastUndone;
      if (!undone || state.busy) return Promise.resolve();
      const { name: command, redo } = undone;
      return inTurn(command, async () => {
        const before = await readAll();
        if (!mayRedo(undone, before.snapshot)) {
          show(before);
          return send({ type: 'undone', message: { kind: 'redo-outdated', command, refused: [] } });
        }
        const receipt = await host.applyPatch(redo);
        await refresh();
        const message = { kind: 'redone', command, refused: worthSaying(receipt) } as const;
        if (receipt.undo.edits.length === 0) return send({ type: 'undone', message });
        send({ type: 'written', name: command, undo: receipt.undo, message });
      });
    },
    finish: (how) => {
      if (state.busy || !state.left) return Promise.resolve();
      const work = async (): Promise<void> => {
        const undo = how === 'undo' ? host.unfinished()?.patches?.undo : undefined;
        if (!undo) {
          await host.cleanUp();
          await refresh();
          return send({ type: 'said', message: { kind: 'cleaned', refused: [] } });
        }
        const receipt = await host.applyPatch(undo);
        await refresh();
        send({
          type: 'undone',
          message: { kind: 'undone', command: 'unfinished', refused: worthSaying(receipt) },
        });
      };
      return inTurn('unfinished', work, true);
    },
    leaveUnfinished: () => send({ type: 'leftAlone' }),
    select: async (cell) => {
      try {
        await host.selectCell(cell);
      } catch (error) {
        send({ type: 'hindered', problem: problemOf(error) });
      }
    },
    focused: async () => {
      try {
        return await host.activeCell();
      } catch (error) {
        send({ type: 'hindered', problem: problemOf(error) });
        return undefined;
      }
    },
    report: (error) => send({ type: 'hindered', problem: problemOf(error) }),
    dismiss: () => {
      if (state.freshness === 'waiting') cancelWait?.();
      send({ type: 'dismissed' });
    },
    watch: () => follow({ services, reader, times, state: () => state, send, show, inLine }),
    lookAgain: (how) =>
      inLine(async () => {
        if ((isRecent && how !== 'surely') || !isUpToDate(state)) return;
        const before = state.checked;
        // Nobody has asked: where Excel is busy, the next time will do.
        const now = await readAll().catch(() => undefined);
        if (now && now !== before) show(now, true);
      }),
  };
}

function isSameReason(one: UndoableCommand, other: UndoableCommand): boolean {
  if (typeof one === 'string' || typeof other === 'string') return false;
  return 'reason' in one && 'reason' in other && one.reason === other.reason;
}

function changeKey({ cell, old, new: amount }: Change): string {
  return JSON.stringify([cellKey(cell), old, amount]);
}

/** Notes cannot be written by this Excel at all; the flags say the same, so that is not held up to the user each time. */
function worthSaying(receipt: Receipt): Receipt['refused'] {
  return receipt.refused.filter((refusal) => refusal.edit.do !== 'setNotes');
}
