import type { CellRef } from '../../engine/snapshot/address';
import type { Edit, Patch, Receipt, Refusal } from '../../engine/snapshot/patch';
import type { Overrun, Plan } from './decide/decide';
import { decide } from './decide/decide';
import { PatchInterrupted } from './interrupted';
import type { Journal } from './write/journal';
import { applicationOf, eraseJournal, newApplicationId, restStamp, undoStamp } from './write/journal';
import type { Sighting } from './look/look';
import { lookAt } from './look/look';
import type { Memory } from './memory';
import type { HostProblem } from './problem';
import { HostFailure, problemOf } from './problem';
import { hasHappened, progressOf } from './decide/progress';
import { readSnapshot } from './read/read-snapshot';
import { forgetStep } from './write/row-steps';
import type { ExcelClient } from './run';
import { Sender } from './write/send';
import type { Step } from './api/step';
import type { Way } from './decide/way';
import { wayOf } from './decide/way';

/**
 * Writes a patch: one batch that looks at what is there, one that writes (more where it does not fit into one request). What cannot
 * be written is refused by itself and named in the receipt; the rest is written. Throws `PatchInterrupted` where Excel stopped half
 * way, and Excel's own error where nothing has been written (or a `HostFailure`, where an earlier application is to be finished first).
 */
export async function applyPatch(client: ExcelClient, memory: Memory, patch: Patch): Promise<Receipt> {
  // Rows are taken out only if no formula of any sheet stands on them.
  if (!memory.sheets && patch.edits.some((edit) => edit.do === 'deleteRows')) await readSnapshot(client, memory);
  const sighting = await lookAt(client, memory, patch);
  const way = wayOf(patch, sighting, memory.unfinished);
  const lost = way.kind === 'fresh' ? lostReceipt(patch, sighting, memory) : undefined;
  if (lost) return lost;
  const application = newApplication(patch, decide(patch, sighting, memory, way), way);
  if (application.plan.steps.length === 0 && !application.isJournalled)
    return { undo: application.undo, refused: application.plan.refused };
  // Only one is kept in the workbook: what takes the other back would be lost.
  if (way.kind === 'fresh' && sighting.journal?.state === 'writing' && sighting.journal.patches)
    throw new HostFailure({ key: 'unfinished', code: sighting.journal.command });
  await carryOut(client, memory, application);
  return withoutOverruns(client, memory, application);
}

/**
 * What somebody wrote just before we wrote over it comes back, and is named; the rest stays as it is. Undoing leaves it alone.
 */
async function withoutOverruns(client: ExcelClient, memory: Memory, { plan, undo }: Application): Promise<Receipt> {
  const { overruns, refused } = plan;
  if (overruns.length === 0) return { undo, refused };
  await applyPatch(client, memory, { for: 'any', command: 'undo', edits: overruns.flatMap(bringingBack) });
  const isOverrun = ({ row, column, sheet }: CellRef): boolean =>
    overruns.some(({ edit: { at } }) => at.sheet === sheet && at.row === row && at.column === column);
  const left = undo.edits.filter((edit) => (edit.do !== 'setValue' && edit.do !== 'setFormula') || !isOverrun(edit.at));
  const told = overruns.map(({ edit, found }): Refusal => ({
    edit,
    because: 'changed-meanwhile',
    at: edit.at,
    found: 'formula' in found ? found : { value: found.value },
  }));
  return { undo: { ...undo, edits: left }, refused: [...refused, ...told] };
}

function bringingBack({ at, write, found }: Overrun): readonly Edit[] {
  if (!at) return [];
  const { held: wrote, present } = write;
  const care = {
    expects: 'formula' in wrote ? { formula: wrote.formula } : { value: wrote.value },
    format: { code: present, always: true as const },
  };
  if ('formula' in found) return [{ do: 'setFormula', at, to: found.formula, ...care }];
  return [{ do: 'setValue', at, to: found.value, ...(found.isError ? { isError: true as const } : {}), ...care }];
}

interface Application {
  readonly plan: Plan;
  readonly journal: Journal & Required<Pick<Journal, 'patches'>>;
  /** It stands in the workbook already: an earlier attempt is gone on with, or taken back. */
  readonly isJournalled: boolean;
  /** What takes back what is done now, and what goes on with it. */
  readonly undo: Patch;
  readonly rest: Patch;
}

function newApplication(patch: Patch, plan: Plan, way: Way): Application {
  if (way.kind === 'goesOn' && way.journal.patches) {
    const { patches } = way.journal;
    const [undo, rest] = way.back ? [patches.rest, patches.undo] : [patches.undo, patches.rest];
    return { plan, journal: { ...way.journal, patches }, isJournalled: true, undo, rest };
  }
  const id = newApplicationId();
  const undo: Patch = { for: undoStamp(id), command: 'undo', edits: plan.undo };
  const rest: Patch = { for: restStamp(id), command: patch.command, edits: plan.accepted };
  return {
    plan,
    journal: { id, command: patch.command, state: 'writing', patches: { rest, undo } },
    isJournalled: false,
    undo,
    rest,
  };
}

/** An answer may have got lost after everything had happened: then there is nothing left to go on with. */
function lostReceipt(patch: Patch, sighting: Sighting, memory: Memory): Receipt | undefined {
  const application = applicationOf(patch);
  const { unfinished } = memory;
  if (application?.way !== 'rest' || unfinished?.id !== application.id || !unfinished.patches) return undefined;
  return hasHappened(patch, sighting) ? { undo: unfinished.patches.undo, refused: [] } : undefined;
}

async function carryOut(client: ExcelClient, memory: Memory, application: Application): Promise<void> {
  const { plan, journal } = application;
  memory.unfinished = journal;
  memory.hasWritten = true;
  const sender = new Sender(client, {
    journal,
    keepJournal: !application.isJournalled && !isAtomic(plan.steps),
    eraseJournal: application.isJournalled || !isAtomic(plan.steps),
    witnesses: plan.witnesses,
  });
  try {
    await sender.send(plan.steps);
  } catch (error) {
    if (sender.hasWritten) await interrupted(client, memory, application, error, sender.sent === 0);
    else {
      memory.unfinished = application.isJournalled ? journal : undefined;
      throw error;
    }
  }
  memory.unfinished = undefined;
}

/** One write alone has happened or not: nothing has to be kept for the case that it stops half way. */
function isAtomic(steps: readonly Step[]): boolean {
  return steps.length === 1 && steps[0]?.isAtomic === true;
}

/** Finds out how far it got, and throws what there is to be said; comes back where all has happened after all. */
async function interrupted(
  client: ExcelClient,
  memory: Memory,
  { journal, isJournalled, undo, rest, plan }: Application,
  error: unknown,
  inFirstBatch: boolean,
): Promise<void> {
  const problem = problemOf(error);
  const sighting = await lookAt(client, memory, rest).catch(() => undefined);
  if (!sighting) throw new PatchInterrupted(problem, undo, rest);
  const standing = sighting.journal?.id === journal.id ? sighting.journal.state : undefined;
  if (standing === 'written') return tidyUp(client, sighting, plan);
  if (standing === 'writing') {
    // A second attempt would be refused like the first: what little there is is taken back, and nothing has been written.
    if (isJournalled || !IN_THE_WAY.includes(problem.key))
      throw new PatchInterrupted(problem, undo, rest, progressOf(rest, sighting));
    if (await takeBack(client, memory, undo, inFirstBatch)) throw error;
    throw new PatchInterrupted(problem, undo, rest);
  }
  // Its journal goes with the last write: nothing has happened, or everything.
  if (isJournalled || hasHappened(rest, sighting)) return;
  memory.unfinished = undefined;
  throw error;
}

/** What stands in the way until somebody takes it out of the way. */
const IN_THE_WAY: readonly HostProblem['key'][] = ['protected', 'gone', 'merged', 'filtered', 'structure'];

/**
 * Takes all of it back at once; false where not all of it came back. A sheet that is gone holds nothing of ours, nor does one that bore
 * another name before the first batch could reach it.
 */
async function takeBack(client: ExcelClient, memory: Memory, undo: Patch, inFirstBatch: boolean): Promise<boolean> {
  try {
    const { refused } = await applyPatch(client, memory, undo);
    return refused.every(({ because }) => because === 'sheet-missing' || (inFirstBatch && because === 'sheet-renamed'));
  } catch {
    // Then it is said how far it got, and offered again.
    return false;
  }
}

/** Takes away what is left of an application that is complete. */
async function tidyUp(client: ExcelClient, sighting: Sighting, { witnesses }: Plan): Promise<void> {
  const standing = witnesses.filter(({ sheet, name }) => {
    const seen = sighting.sheet(sheet);
    return seen.state === 'there' && seen.facts.names.some((one) => one.name === name);
  });
  await client.run(async (context) => {
    forgetStep(standing).write(context);
    eraseJournal(context);
    await context.sync();
  });
}
