import type { NamedEdition } from '../../commands/editions';
import type { Change } from '../../commands/fix';
import type { CheckReport } from '../../engine/finding/report';
import type { Patch, Refusal } from '../../engine/snapshot/patch';
import type { Snapshot } from '../../engine/snapshot/snapshot';
import type { Progress } from '../../hosts/excel/decide/progress';
import type { Unfinished } from '../../hosts/excel/excel-host';
import type { HostProblem } from '../../hosts/excel/problem';
import type { UndoableCommand, Wrote } from '../../i18n/pane/words';
import type { Undone } from './redo';

export type { Wrote };

/** How far the results shown are those of the workbook as it stands; `updated`: they are, and just followed a change. */
export type Freshness = 'fresh' | 'updated' | 'changed' | 'checking' | 'waiting' | 'stopped';

/** Whether nothing is known to have changed since what is shown was read. */
export function isUpToDate({ freshness }: PaneState): boolean {
  return freshness === 'fresh' || freshness === 'updated';
}

/** The newest thing that has to be said about the whole; one at a time. */
export type Message =
  | {
      readonly kind: 'problem';
      readonly problem: HostProblem;
      readonly partlyWritten: boolean;
      /** In cells, where something had been written and it is known how much. */
      readonly progress?: Progress;
    }
  | { readonly kind: 'marked'; readonly cells: number; readonly sheet: string; readonly refused: readonly Refusal[] }
  | { readonly kind: 'removed'; readonly kept: readonly string[]; readonly refused: readonly Refusal[] }
  | { readonly kind: 'changed'; readonly addresses: readonly string[]; readonly refused: readonly Refusal[] }
  /** Nothing was written: the figures say something else by now. */
  | { readonly kind: 'outdated'; readonly refused: readonly Refusal[] }
  /** The same of something that was previewed as a whole. */
  | { readonly kind: 'preview-outdated'; readonly refused: readonly Refusal[] }
  | { readonly kind: 'wrote'; readonly wrote: Wrote; readonly refused: readonly Refusal[] }
  | { readonly kind: 'undone' | 'redone'; readonly command: UndoableCommand; readonly refused: readonly Refusal[] }
  /** Nothing was written: the workbook is another than the one in which the command was taken back. */
  | { readonly kind: 'redo-outdated'; readonly command: UndoableCommand; readonly refused: readonly Refusal[] }
  /** The traces of an earlier pane are gone; what it had written stands as it stood. */
  | { readonly kind: 'cleaned'; readonly refused: readonly Refusal[] };

/** A workbook, and the edition that was chosen for it: whatever is shown of it is made for that one. */
export interface Seen {
  readonly snapshot: Snapshot;
  /** The edition that was wished for; undefined where the one that fits best was taken. */
  readonly edition?: string | undefined;
}

export interface Checked extends Seen {
  /** How long it took, in milliseconds. */
  readonly took: { readonly read: number; readonly check: number };
  /** What the figures determine, by the id of its cause. */
  readonly fixes: ReadonlyMap<string, readonly Change[]>;
  readonly report: CheckReport;
}

/** All that the pane shows. Old results stay until new ones are there. */
export interface PaneState {
  readonly checked: Checked | undefined;
  /**
   * What has been found since, while the search for the wrong cells goes on: to be looked at, and nothing else. Whatever is written,
   * counted on or copied stands on what was `checked`.
   */
  readonly soFar: CheckReport | undefined;
  readonly freshness: Freshness;
  readonly message: Message | undefined;
  readonly lastCommand:
    | {
        readonly name: UndoableCommand;
        readonly undo: Patch;
        /** It stopped half way: taking it back is not followed by doing it once more. */
        readonly isPartial?: true;
      }
    | undefined;
  /** What was taken back last and can be done once more; undefined as soon as anything else is written. */
  readonly lastUndone: Undone | undefined;
  /** A command is being carried out: no second one is started. */
  readonly busy: boolean;
  /** What an earlier pane left half done, as long as nobody has said what becomes of it. */
  readonly left: Unfinished | undefined;
  /** The edition that the workbook is to be taken for, as long as this pane is open; undefined: the one that fits best. */
  readonly edition: NamedEdition | undefined;
}

export type PaneEvent =
  | { readonly type: 'started'; readonly command: boolean }
  | {
      readonly type: 'checked';
      readonly checked: Checked;
      /** What came of a change that somebody made. */
      readonly followed: boolean;
      /** Something has changed again meanwhile. */
      readonly isBehind: boolean;
      readonly left: Unfinished | undefined;
    }
  /** What a change has brought about is known, but not yet which cells are wrong. */
  | { readonly type: 'found'; readonly soFar: CheckReport }
  | { readonly type: 'edition-chosen'; readonly edition: NamedEdition | undefined }
  /** The same results, said in another language. */
  | { readonly type: 'reworded'; readonly checked: Checked }
  /** What was left half done may stay so. */
  | { readonly type: 'leftAlone' }
  | { readonly type: 'written'; readonly name: UndoableCommand; readonly undo: Patch; readonly message: Message }
  /** The same of what nobody asked for: what is being typed. Nothing is said. */
  | { readonly type: 'kept'; readonly name: UndoableCommand; readonly undo: Patch }
  | { readonly type: 'undone'; readonly message: Message; readonly undone?: Undone | undefined }
  | { readonly type: 'said'; readonly message: Message }
  | {
      readonly type: 'failed';
      readonly problem: HostProblem;
      readonly undo?: { readonly name: UndoableCommand; readonly patch: Patch };
      readonly progress?: Progress;
    }
  /** Something small did not work; the results are still those of the workbook. */
  | { readonly type: 'hindered'; readonly problem: HostProblem }
  | { readonly type: 'waiting' }
  | { readonly type: 'stopped' }
  | { readonly type: 'changed' }
  | { readonly type: 'dismissed' };

export const INITIAL: PaneState = {
  checked: undefined,
  soFar: undefined,
  freshness: 'checking',
  message: undefined,
  lastCommand: undefined,
  lastUndone: undefined,
  busy: false,
  left: undefined,
  edition: undefined,
};

/** The state after an event. */
export function reduce(state: PaneState, event: PaneEvent): PaneState {
  switch (event.type) {
    case 'started':
      if (state.freshness === 'waiting') return state;
      return {
        ...state,
        busy: event.command,
        freshness: state.freshness === 'changed' ? 'changed' : 'checking',
        message: event.command || state.message?.kind === 'problem' ? undefined : state.message,
      };
    case 'checked':
      return {
        ...state,
        checked: event.checked,
        soFar: undefined,
        freshness: event.isBehind ? 'changed' : event.followed ? 'updated' : 'fresh',
        busy: false,
        left: event.left,
        message: state.freshness === 'waiting' ? undefined : state.message,
      };
    case 'written':
      return {
        ...state,
        message: event.message,
        lastCommand: { name: event.name, undo: event.undo },
        lastUndone: undefined,
      };
    case 'kept':
      return { ...state, lastCommand: { name: event.name, undo: event.undo }, lastUndone: undefined };
    case 'said':
      return { ...state, message: event.message };
    case 'undone':
      return { ...state, message: event.message, lastCommand: undefined, lastUndone: event.undone };
    case 'failed':
      return {
        ...state,
        busy: false,
        soFar: undefined,
        freshness: 'stopped',
        message: {
          kind: 'problem',
          problem: event.problem,
          partlyWritten: event.undo !== undefined,
          ...(event.progress ? { progress: event.progress } : {}),
        },
        lastCommand: event.undo
          ? { name: event.undo.name, undo: event.undo.patch, isPartial: true }
          : state.lastCommand,
        lastUndone: event.undo ? undefined : state.lastUndone,
      };
    case 'hindered':
      return { ...state, message: { kind: 'problem', problem: event.problem, partlyWritten: false } };
    case 'stopped':
      return { ...state, busy: false, freshness: 'stopped', message: undefined };
    case 'waiting':
      return {
        ...state,
        freshness: 'waiting',
        message: {
          kind: 'problem',
          problem: { key: 'cell-edit', code: 'InvalidOperationInCellEditMode' },
          partlyWritten: false,
        },
      };
    case 'changed':
      return { ...state, freshness: isUpToDate(state) ? 'changed' : state.freshness };
    case 'found':
      return { ...state, soFar: event.soFar };
    case 'edition-chosen':
      return { ...state, edition: event.edition };
    case 'reworded':
      return { ...state, checked: event.checked };
    case 'leftAlone':
      return { ...state, left: undefined };
    case 'dismissed':
      return { ...state, message: undefined };
  }
}
