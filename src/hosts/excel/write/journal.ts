import type { CommandId, Patch } from '../../../engine/snapshot/patch';
import { isRecord } from '../api/record';

/**
 * What is being written, kept in the workbook while it is: a setting of the add-in's, which nobody sees and which goes with the
 * last write. One that is found stands for an application that stopped half way.
 */
export interface Journal {
  readonly id: string;
  readonly command: CommandId;
  /** `written`: all has happened but for the clearing up. */
  readonly state: 'writing' | 'written';
  /** What was to be written, and what takes it back; missing where they were too long to be kept. */
  readonly patches?: { readonly rest: Patch; readonly undo: Patch };
}

const KEY = 'budget.unfinished';

/** The stamps by which the patches of an application are known again. */
export const undoStamp = (id: string): string => `undo:${id}`;
export const restStamp = (id: string): string => `rest:${id}`;

/** The id of the application that a patch takes back or goes on with; undefined for a patch of a command. */
export function applicationOf(patch: Patch): { readonly id: string; readonly way: 'undo' | 'rest' } | undefined {
  const match = /^(undo|rest):(.*)$/.exec(patch.for);
  return match?.[2] === undefined ? undefined : { id: match[2], way: match[1] === 'undo' ? 'undo' : 'rest' };
}

/** An id that no other application has. */
export function newApplicationId(): string {
  return Math.random().toString(36).slice(2, 12);
}

export function loadJournal(context: Excel.RequestContext): Excel.Setting {
  return context.workbook.settings.getItemOrNullObject(KEY).load('value');
}

/** The journal of a loaded setting; undefined where there is none, or one of another make. */
export async function readJournal(setting: Excel.Setting): Promise<Journal | undefined> {
  if (setting.isNullObject) return undefined;
  const value: unknown = setting.value;
  if (!isRecord(value)) return undefined;
  const { id, command, state, data } = value;
  if (typeof id !== 'string' || typeof command !== 'string' || (state !== 'writing' && state !== 'written'))
    return undefined;
  // Hardly a workbook has one when it is opened: how to unpack it need not be there before the first screen.
  const patches = typeof data === 'string' ? (await import('./unpack-journal')).unpacked(data) : undefined;
  // A command of a later version is none of ours to name; its patches say what they do all the same.
  return { id, command: command as CommandId, state, ...(patches ? { patches } : {}) };
}

/** A journal as it is kept. */
export type PackedJournal = Readonly<Record<string, string>>;

export function writeJournal(context: Excel.RequestContext, journal: PackedJournal): void {
  context.workbook.settings.add(KEY, journal);
}

/** From here on the application has happened. */
export function markWritten(context: Excel.RequestContext, { id, command }: Pick<Journal, 'id' | 'command'>): void {
  context.workbook.settings.add(KEY, { id, command, state: 'written' });
}

export function eraseJournal(context: Excel.RequestContext): void {
  context.workbook.settings.getItem(KEY).delete();
}
