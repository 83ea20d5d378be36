import { deriveEquations } from '../engine/equation/derive';
import { evaluate } from '../engine/equation/evaluate';
import type { Evaluated } from '../engine/equation/evaluate';
import { figuresOf } from '../engine/book/book';
import type { Figure } from '../engine/book/book';
import type { CheckReport } from '../engine/finding/report';
import { cellKey } from '../engine/snapshot/address';
import type { CellRef } from '../engine/snapshot/address';
import type { Patch } from '../engine/snapshot/patch';
import type { Snapshot } from '../engine/snapshot/snapshot';
import { cellAt } from '../engine/snapshot/snapshot';
import { isNothing, recogniseBest } from './check';
import { namedCells } from './entries';
import { tickEdits } from './flags';
import { hasRoom } from './tick-room';

/** Why a figure bears no √: it disagrees, is text, is held by no equation that says something, or its column is too narrow for an icon. */
export type WithoutTick = 'failed' | 'text' | 'unconfirmed' | 'narrow';

/** The figures of a workbook, blank ones left out, by whether they bear a √. Each cell is counted once. */
export interface Ticks {
  readonly ticked: readonly CellRef[];
  readonly without: Readonly<Record<WithoutTick, number>>;
}

/** The figures of a checked workbook that agree, by the edition that it was checked against; none where nothing was recognised. */
export async function ticksIn(snapshot: Snapshot, report: CheckReport): Promise<Ticks> {
  const recognition = report.edition && (await recogniseBest(snapshot, report.edition.id));
  if (!recognition || isNothing(recognition)) return ticksOf([], [], report, snapshot);
  const { book } = recognition;
  return ticksOf([...figuresOf(book)], evaluate(deriveEquations(book)), report, snapshot);
}

/**
 * The figures that at least one satisfied equation confirms and no failed one touches, nor any error or warning of the report. A floor
 * (≥) confirms nothing, and neither does an equation in which no other cell holds an amount: that a figure is not against blanks says
 * little. Only cells that hold a number: Excel draws no icon beside a text.
 */
export function ticksOf(
  figures: readonly Figure[],
  evaluated: readonly Evaluated[],
  report: CheckReport,
  snapshot: Snapshot,
): Ticks {
  const confirmed = new Set<string>();
  const failed = new Set(
    report.findings
      .filter(({ severity }) => severity !== 'note')
      .flatMap((finding) => namedCells(finding).map(cellKey)),
  );
  for (const { equation, outcome } of evaluated) {
    if (outcome.kind !== 'passed' && outcome.kind !== 'failed') continue;
    const held = [...equation.left, ...equation.right].filter(({ reading }) => reading.kind !== 'blank');
    const keys = new Set(held.map(({ cell }) => cellKey(cell)));
    if (outcome.kind === 'failed') for (const key of keys) failed.add(key);
    else if (equation.op === '=' && keys.size > 1) for (const key of keys) confirmed.add(key);
  }
  const sheets = new Map(snapshot.sheets.map((sheet) => [sheet.name, sheet]));
  const ticked: CellRef[] = [];
  const without = { failed: 0, text: 0, unconfirmed: 0, narrow: 0 };
  const seen = new Set<string>();
  for (const { cell, reading } of figures) {
    const key = cellKey(cell);
    if (reading.kind === 'blank' || seen.has(key)) continue;
    seen.add(key);
    const sheet = sheets.get(cell.sheet);
    const held = sheet && cellAt(sheet, cell.row, cell.column);
    if (failed.has(key)) without.failed++;
    else if (!sheet || typeof held?.value !== 'number') without.text++;
    else if (!confirmed.has(key)) without.unconfirmed++;
    else if (!hasRoom(sheet, cell, held.value, held.format)) without.narrow++;
    else ticked.push(cell);
  }
  return { ticked, without };
}

/** Puts a √ on these figures and takes away those that stood before; flags and notes stay as they are. */
export function tickPatch(snapshot: Snapshot, ticked: readonly CellRef[]): Patch {
  return {
    for: snapshot.stamp,
    command: ticked.length > 0 ? 'tick' : 'remove-ticks',
    edits: tickEdits(snapshot, ticked),
  };
}
