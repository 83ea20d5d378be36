import type { Edit, Refusal, RefusalCode } from '../../../engine/snapshot/patch';
import { clearStep, removeStep } from '../write/clear-sheet';
import { digestOf } from '../api/contents';
import { planOfDrawnSheet } from '../sheets/drawn-plan';
import { flagSteps } from '../write/flags';
import type { Seen, Sighting } from '../look/look';
import type { Memory } from '../memory';
import { chartIndex, isDrawnMark } from '../api/own-marker';
import { planOfOwnSheet } from '../sheets/own-plan';
import type { ChartPlan, PlanCell, SheetPlan } from '../sheets/sheet-plan';
import type { Step } from '../api/step';
import type { Journal } from '../write/journal';
import { createStep, fillSteps } from '../write/write-plan';

export type SheetEdit = Extract<Edit, { readonly do: 'putSheet' | 'drawSheet' | 'restoreSheet' | 'removeSheet' }>;

/** What becomes of an edit of a whole sheet. */
export interface SheetDecision {
  readonly edit: SheetEdit;
  readonly refused?: Refusal;
  readonly undo?: SheetEdit;
  /** Before anything is written that may refer to it. */
  readonly create: readonly Step[];
  readonly fill: readonly Step[];
  /** After nothing refers to it any more. */
  readonly remove: readonly Step[];
}

const NOTHING = { create: [], fill: [], remove: [] };

/** What a sheet meets besides itself. */
export interface SheetQuestion {
  readonly sighting: Sighting;
  /** How many the workbook has when all that the patch makes are there: none is taken away before. */
  readonly sheetCount: number;
  readonly memory: Memory;
  /** An application goes on, or is taken back, that stopped half way: what it left unfinished is no user's doing. */
  readonly goesOn: boolean;
  /** A formula of a sheet as it will read once the patch's rows have been put in. */
  readonly moved: (formula: string, sheet: string) => string;
}

export function decideSheet(
  edit: SheetEdit,
  { sighting, sheetCount, memory, goesOn, moved }: SheetQuestion,
): SheetDecision {
  const name = nameOf(edit);
  const seen = sighting.sheet(name);
  const there = seen.state === 'there' ? seen : undefined;
  const because = refusal(edit, there, sighting, goesOn);
  if (because) return { edit, refused: { edit, because }, ...NOTHING };
  const kept = there?.captured && withMoved(there.captured, moved);
  if (edit.do === 'removeSheet') {
    if (!there) return { edit, ...NOTHING };
    const undo = kept ? restoring(kept) : undefined;
    const remove = [removeStep(name, there.facts.visibility === 'veryHidden')];
    return { edit, ...(undo ? { undo } : {}), ...NOTHING, remove };
  }
  const plan = planOf(edit);
  const expects = digestOf(plan.cells);
  const names = new Set(there?.facts.names.map((one) => one.name));
  const fill = [
    ...fillSteps({
      ...withinWorkbook(plan, sheetCount),
      names: plan.names.filter((one) => !names.has(one.name)),
    }),
    ...flagSteps(name, [], plan.flags, memory),
  ];
  if (!there) {
    return { edit, undo: { do: 'removeSheet', sheet: name, expects }, create: [createStep(plan)], fill, remove: [] };
  }
  const standing = {
    name,
    mark: there.facts.mark,
    isProtected: there.facts.isProtected,
    hasFilter: there.hasFilter,
    names: there.facts.names,
    charts: chartsToErase(name, kept?.charts ?? [], edit, goesOn ? sighting.journal : undefined),
    formatted: there.facts.formatted,
  };
  const undo: SheetEdit = kept ? { ...restoring(kept), expects } : { do: 'removeSheet', sheet: name, expects };
  return { edit, undo, create: [], fill: [clearStep(standing, plan.mark), ...fill], remove: [] };
}

const nameOf = (edit: SheetEdit): string =>
  edit.do === 'putSheet' || edit.do === 'drawSheet' ? edit.sheet.name : edit.sheet;

/** Whether an edit makes a sheet that is not there. */
export const creates = (edit: SheetEdit, sighting: Sighting): boolean =>
  edit.do !== 'removeSheet' && sighting.sheet(nameOf(edit)).state !== 'there';

/** A sheet that is brought back stands where it stood, or last where others that stood before it are gone: Excel takes no other place. */
const withinWorkbook = (plan: SheetPlan, sheets: number): SheetPlan =>
  plan.position === undefined ? plan : { ...plan, position: Math.min(plan.position, sheets - 1) };

/**
 * The charts that go when a sheet is drawn anew: those of the tool's. Where an earlier application stopped before it had named one,
 * that one too: it stands behind those of the user's, of which there are as many as there were before.
 */
function chartsToErase(
  sheet: string,
  standing: readonly ChartPlan[],
  edit: SheetEdit,
  journal: Journal | undefined,
): readonly ChartPlan[] {
  const [others, own] = [standing.filter(isOther), standing.filter((chart) => !isOther(chart))];
  if (!journal) return own;
  const before = [edit, ...(journal.patches?.undo.edits ?? [])].flatMap((one) =>
    one.do === 'restoreSheet' && one.sheet === sheet ? planOf(one).charts.filter(isOther).length : [],
  );
  return [...own, ...others.slice(before[0] ?? 0)];
}

const isOther = ({ name }: ChartPlan): boolean => chartIndex(name) === undefined;

function withMoved(plan: SheetPlan, moved: SheetQuestion['moved']): SheetPlan {
  const cells = plan.cells.map((cell) =>
    'formula' in cell.held ? { ...cell, held: { formula: moved(cell.held.formula, plan.name) } } : cell,
  );
  return { ...plan, cells };
}

/** The sheet that an edit leaves. */
export function planOf(edit: Exclude<SheetEdit, { readonly do: 'removeSheet' }>): SheetPlan {
  switch (edit.do) {
    case 'putSheet':
      return planOfOwnSheet(edit.sheet);
    case 'drawSheet':
      return planOfDrawnSheet(edit.sheet);
    case 'restoreSheet':
      // Written by `restoring`, and by nobody else; before there were charts, without them.
      return { charts: [], ...(JSON.parse(edit.kept.part) as Omit<SheetPlan, 'charts'>) };
  }
}

function restoring(plan: SheetPlan): Extract<SheetEdit, { readonly do: 'restoreSheet' }> {
  return { do: 'restoreSheet', sheet: plan.name, kept: { part: JSON.stringify(plan), names: [] } };
}

function refusal(
  edit: SheetEdit,
  there: Seen | undefined,
  sighting: Sighting,
  goesOn: boolean,
): RefusalCode | undefined {
  if (!there) {
    if (edit.do === 'removeSheet') return goesOn ? undefined : 'sheet-missing';
    return sighting.isStructureProtected ? 'workbook-protected' : undefined;
  }
  const { mark, used, isProtected } = there.facts;
  // Made, and stopped before it was marked: nobody has written into it.
  const isUnmarked = goesOn && mark === undefined && used === undefined;
  if (!isUnmarked && !mayTouch(edit, mark)) return 'not-ours';
  if (edit.do === 'removeSheet' && sighting.isStructureProtected) return 'workbook-protected';
  if (isProtected && !isDrawnMark(mark)) return 'protected';
  const expects = edit.do === 'removeSheet' || edit.do === 'restoreSheet' ? edit.expects : undefined;
  if (expects === undefined) return undefined;
  const isChanged = goesOn
    ? holdsOthers(edit, there, sighting.journal)
    : digestOf(there.captured?.cells ?? []) !== expects;
  return isChanged ? 'changed-meanwhile' : undefined;
}

/**
 * Whether somebody has written into a sheet that an application left half drawn: something stands where neither what was to be drawn has
 * anything nor what stood there before.
 */
function holdsOthers(edit: SheetEdit, { captured }: Seen, journal: Journal | undefined): boolean {
  const drawn = journal?.patches?.rest.edits.flatMap((one) => {
    const plan = isDrawing(one) ? planOf(one) : undefined;
    return plan && plan.name === captured?.name ? [plan] : [];
  });
  if (!drawn || drawn.length === 0 || !captured) return false;
  const plans = [...drawn, ...(edit.do === 'removeSheet' ? [] : [planOf(edit)])];
  const own = new Set(plans.flatMap(({ cells }) => cells.filter(holdsSomething).map(placeOf)));
  return captured.cells.some((cell) => holdsSomething(cell) && !own.has(placeOf(cell)));
}

const isDrawing = (edit: Edit): edit is Exclude<SheetEdit, { readonly do: 'removeSheet' }> =>
  edit.do === 'putSheet' || edit.do === 'drawSheet' || edit.do === 'restoreSheet';

const holdsSomething = ({ held }: PlanCell): boolean => 'formula' in held || held.value !== null;

const placeOf = ({ row, column }: PlanCell): string => `${row},${column}`;

/** A list of the tool's is replaced by such a list, a drawn sheet by a drawn one. */
function mayTouch(edit: SheetEdit, mark: string | undefined): boolean {
  if (mark === undefined) return false;
  if (edit.do === 'putSheet') return !isDrawnMark(mark);
  return edit.do !== 'drawSheet' || isDrawnMark(mark) || mark === 'blank';
}
