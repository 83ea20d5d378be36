import type { Area } from '../../../engine/snapshot/address';
import type { CellFlag } from '../../../engine/snapshot/snapshot';
import { BATCH_BYTES } from '../api/bytes';
import { isDrawnMark } from '../api/own-marker';
import { isTooBig } from '../problem';
import type { SheetFacts } from '../read/sheet-request';
import type { SheetPlan } from '../sheets/sheet-plan';
import type { Arrangement } from './arrangement';
import { requestArrangement } from './arrangement';
import { captureLists } from './capture-lists';
import type { Looks } from './looks-read';
import { bytesOfLooks, NO_LOOKS, readLooks, requestLooks } from './looks-read';

/** What was asked of a sheet of the tool's for bringing it back as it is. */
export interface Capture {
  readonly arrangement: Arrangement;
  /** Of which cells; those of a big sheet are read by themselves. */
  readonly area: Area | undefined;
  readonly looks: (() => Looks) | undefined;
}

/** `area` is what holds something or is formatted, as far as that is known; undefined for an empty sheet. */
export function requestCapture(sheet: Excel.Worksheet, area: Area | undefined): Capture {
  const isSmall = area !== undefined && isOfOneAnswer(area);
  return {
    arrangement: requestArrangement(sheet),
    area,
    looks: isSmall ? requestLooks(sheet, area) : area === undefined ? () => NO_LOOKS : undefined,
  };
}

/** Whether the looks of an area are expected to fit into an answer, with something else in it. */
export function isOfOneAnswer(area: Area | undefined): boolean {
  return bytesOfLooks(area) <= BATCH_BYTES * 0.8;
}

/** A sheet to be kept whole, and what was asked for already. */
export interface Kept {
  readonly sheet: Excel.Worksheet;
  readonly facts: SheetFacts;
  readonly flags: readonly CellFlag[];
  readonly asked: Capture | undefined;
}

/** Sheets of the tool's that are about to be replaced or taken away, whole; in as few batches as what was asked for leaves. */
export async function captureAll(
  context: Excel.RequestContext,
  sheets: readonly (Kept | undefined)[],
): Promise<readonly (SheetPlan | undefined)[]> {
  const captures = sheets.map((one) => one && captureOf(one));
  const isLate = captures.some((capture, index) => capture && capture !== sheets[index]?.asked);
  let areRead = true;
  if (isLate) {
    try {
      await context.sync();
    } catch (error) {
      if (!isTooBig(error)) throw error;
      // Together they are too much: each is read by itself.
      areRead = false;
    }
  }
  const plans: (SheetPlan | undefined)[] = [];
  for (const [index, one] of sheets.entries()) {
    const capture = captures[index];
    plans.push(one && capture ? await planOf(context, one, capture, areRead || capture === one.asked) : undefined);
  }
  return plans;
}

/** What was asked for, where it is what stands there now. */
function captureOf({ sheet, facts, asked }: Kept): Capture {
  return asked && sameArea(asked.area, facts.formatted) ? asked : requestCapture(sheet, facts.formatted);
}

async function planOf(
  context: Excel.RequestContext,
  { sheet, facts, flags }: Kept,
  capture: Capture,
  isRead: boolean,
): Promise<SheetPlan> {
  let { arrangement } = capture;
  if (!isRead) {
    arrangement = requestArrangement(sheet);
    await context.sync();
  }
  const { formatted } = facts;
  const looks =
    isRead && capture.looks ? capture.looks() : formatted ? await readLooks(context, sheet, formatted) : NO_LOOKS;
  const lists = isDrawnMark(facts.mark) ? await captureLists(context, sheet) : [];
  return arrangement(facts, looks, flags, lists);
}

function sameArea(a: Area | undefined, b: Area | undefined): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
