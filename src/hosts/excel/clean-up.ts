import type { CommandId, Patch } from '../../engine/snapshot/patch';
import type { KnownSheet, Memory } from './memory';
import { readSnapshot } from './read/read-snapshot';
import type { ExcelClient } from './run';
import { EXCEL_2021 } from './run';
import { eraseJournal } from './write/journal';

/** An application that stopped half way and was never finished, perhaps of a pane that is long gone. */
export interface Unfinished {
  /** Undefined where nothing but traces is left of it. */
  readonly command: CommandId | undefined;
  /** Undefined where they were too long to be kept: then only flags and sheets of ours can be taken away, and its traces. */
  readonly patches: { readonly undo: Patch; readonly rest: Patch } | undefined;
}

/** As of the last reading; undefined where nothing is left of any. */
export function unfinishedIn({ unfinished, sheets = [] }: Memory): Unfinished | undefined {
  if (unfinished?.state === 'writing') return { command: unfinished.command, patches: unfinished.patches };
  if (!unfinished && !sheets.some(hasTraces)) return undefined;
  return { command: undefined, patches: undefined };
}

const hasTraces = ({ left }: KnownSheet): boolean => left.names.length > 0 || left.rules.length > 0;

/** Looks again, and takes away what is there to be taken away. */
export async function cleanUp(client: ExcelClient, memory: Memory): Promise<void> {
  await readSnapshot(client, memory);
  const { unfinished } = memory;
  const traced = (memory.sheets ?? []).filter(hasTraces);
  if (!unfinished && traced.length === 0) return;
  const isQuiet = !client.supports(EXCEL_2021);
  memory.hasWritten = true;
  await client.run(async (context) => {
    if (isQuiet) context.runtime.enableEvents = false;
    for (const { id, left, isProtected } of traced) {
      const sheet = context.workbook.worksheets.getItem(id);
      for (const name of left.names) sheet.names.getItem(name).delete();
      // Of a protected sheet no rule can be taken; one that says nothing is seen by nobody.
      if (!isProtected) for (const rule of left.rules) sheet.getRange().conditionalFormats.getItem(rule).delete();
    }
    if (unfinished) eraseJournal(context);
    if (isQuiet) context.runtime.enableEvents = true;
    await context.sync();
  });
  memory.unfinished = undefined;
  memory.sheets = memory.sheets?.map((sheet) => ({ ...sheet, left: { names: [], rules: [] } }));
}
