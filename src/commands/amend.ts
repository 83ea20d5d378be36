import { Decimal } from 'decimal.js';
import { amountIn } from '../engine/amount/money-unit';
import { readAmount } from '../engine/amount/read-amount';
import type { MoneyUnit, Reading } from '../engine/amount/reading';
import type { Figure } from '../engine/book/book';
import { addressOf, cellKey, type CellRef } from '../engine/snapshot/address';
import type { CellContent, Edit, Patch } from '../engine/snapshot/patch';
import { cellAt, sheetNamed, type CellValue, type Snapshot } from '../engine/snapshot/snapshot';
import { standingOf, type Entry } from './entries';
import { rewritten } from './rewrite';

/** A cell of a finding that somebody may give another amount. Amounts are plain decimals in the unit of its table. */
export interface Amendable {
  readonly figure: Figure;
  readonly isFormula: boolean;
  /** What it holds: where it holds something else by the time of writing, it is left alone. */
  readonly holds: CellContent;
  /** What the figures determine, and how certainly (0 … 1). */
  readonly determined: { readonly amount: string; readonly confidence: number } | undefined;
  /** What would make them agree where they do not determine it: one way of several, with the cells that change along with it. */
  readonly settles: { readonly amount: string; readonly along: readonly string[] } | undefined;
}

/** More candidates than these do not show which one to take. */
const MOST = 6;

/**
 * The cells that may be given another amount where a cell is looked at: the cell itself where a finding that counts and is more than a
 * note speaks of it, and those that the finding could be mended in instead. Of several findings it is the one that knows most. Cells
 * that hold no single amount are left out: their words would be lost.
 */
export function amendablesAt(
  cell: CellRef,
  entries: readonly Entry[],
  snapshot: Snapshot,
  figureAt: (cell: CellRef) => Figure | undefined,
): readonly Amendable[] {
  const isHere = (one: CellRef): boolean => cellKey(one) === cellKey(cell);
  const found = entries
    .filter((entry) => standingOf(entry) === 'error' || standingOf(entry) === 'warning')
    .filter((entry) => candidatesOf(entry).some(isHere))
    .sort((one, other) => knowledge(other) - knowledge(one))[0];
  if (!found) return [];
  const amendables = [...new Map(candidatesOf(found).map((one) => [cellKey(one), one])).values()].flatMap((one) => {
    const figure = figureAt(one);
    return (figure && amendable(figure, found, snapshot)) ?? [];
  });
  const own = amendables.find(({ figure }) => isHere(figure.cell));
  if (!own) return [];
  // Where it is determined there is nothing to choose from.
  const others = own.determined ? [] : amendables.filter((one) => one !== own);
  return [own, ...others].slice(0, MOST);
}

/** Cells that are given other amounts together. */
export type Way = readonly { readonly amendable: Amendable; readonly amount: Decimal }[];

/** The ways to make the figures agree that take more than one of these cells. */
export function waysOf(amendables: readonly Amendable[]): readonly Way[] {
  const ways = new Map<string, Way>();
  for (const { figure, settles } of amendables) {
    const addresses = [addressOf(figure.cell), ...(settles?.along ?? [])].sort();
    const way = amendables.flatMap((amendable) =>
      amendable.settles && addresses.includes(addressOf(amendable.figure.cell))
        ? [{ amendable, amount: new Decimal(amendable.settles.amount) }]
        : [],
    );
    if (addresses.length > 1 && way.length === addresses.length) ways.set(addresses.join(), way);
  }
  return [...ways.values()];
}

/** How much an entry knows of what is to be done: one amount, several ways, nothing. */
function knowledge({ cause }: Entry): number {
  if (!cause || cause.alternatives.length === 0) return 0;
  return cause.determined ? 2 : 1;
}

/** The cells in which an entry can be mended; those that it names where nobody knows. */
function candidatesOf({ cause, cells }: Entry): readonly CellRef[] {
  const ways = cause?.alternatives.flatMap((way) => way.map(({ cell }) => cell)) ?? [];
  return ways.length > 0 ? ways : cells;
}

function amendable(figure: Figure, { cause }: Entry, snapshot: Snapshot): Amendable | undefined {
  const { cell, moneyUnit } = figure;
  const sheet = sheetNamed(snapshot, cell.sheet);
  const present = sheet && cellAt(sheet, cell.row, cell.column);
  if (contentWith(present?.value ?? null, '0', moneyUnit) === undefined) return undefined;
  const isHere = (one: { readonly cell: CellRef }): boolean => cellKey(one.cell) === cellKey(cell);
  const way = cause?.alternatives.find((one) => one.some(isHere));
  const amount = way?.find(isHere)?.suggestion;
  const isDetermined = cause?.determined === true && cause.alternatives.length === 1;
  return {
    figure,
    isFormula: present?.formula !== undefined,
    holds: present?.formula === undefined ? { value: present?.value ?? null } : { formula: present.formula },
    determined: cause && isDetermined && amount !== undefined ? { amount, confidence: cause.confidence } : undefined,
    settles:
      way && !isDetermined && amount !== undefined
        ? { amount, along: way.filter((one) => !isHere(one)).map((one) => addressOf(one.cell)) }
        : undefined,
  };
}

/**
 * The content of a cell with another amount, in the cell's own manner. Words without any number (待定, #REF!) make way for it; undefined
 * where a sentence with several numbers would.
 */
function contentWith(value: CellValue, amount: string, unit: MoneyUnit): CellValue | undefined {
  const { to } = rewritten(value, amount, unit) ?? {};
  if (to !== undefined) return to;
  const isBare = typeof value === 'boolean' || typeof value === 'string';
  return isBare && (!/\d/.test(String(value)) || readsAsError(value)) ? new Decimal(amount).toNumber() : undefined;
}

function readsAsError(value: CellValue): boolean {
  const reading = readAmount(value);
  return reading.kind === 'unreadable' && reading.because !== 'not-a-number';
}

/** What somebody typed as an amount in the unit of a table, the way cells are read; undefined where nothing was typed. */
export function readTypedAmount(typed: string, unit: MoneyUnit): Decimal | undefined | 'unreadable' {
  const reading = readAmount(typed);
  if (reading.kind === 'blank') return undefined;
  return reading.kind === 'amount' ? amountIn(reading, unit) : 'unreadable';
}

/** Whether an amount is the one that a figure shows already; a blank is none. */
export function isSameAmount({ reading, moneyUnit }: Pick<Figure, 'reading' | 'moneyUnit'>, amount: Decimal): boolean {
  // A number that is kept as text becomes one when it is written.
  return reading.kind === 'amount' && !reading.asText && amountIn(reading, moneyUnit).equals(amount);
}

/** By how much a cell says more than it should; undefined where it says no amount. */
export function differenceOf(reading: Reading, amount: string, unit: MoneyUnit): string | undefined {
  return reading.kind === 'amount' ? amountIn(reading, unit).minus(amount).toFixed() : undefined;
}

/**
 * The patch that gives cells other amounts, undefined where one of them holds words that would be lost. A cell that holds something else
 * than when it was looked at is left alone, and said to be.
 */
export function amendPatch(snapshot: Snapshot, way: Way): Patch | undefined {
  const edits = way.flatMap(({ amendable: { figure, holds }, amount }): readonly Edit[] => {
    const value = 'value' in holds ? holds.value : null;
    const to = contentWith(value, amount.toFixed(), figure.moneyUnit);
    return to === undefined ? [] : [{ do: 'setValue', at: figure.cell, to, expects: holds }];
  });
  return edits.length < way.length ? undefined : { for: snapshot.stamp, command: 'apply-suggestion', edits };
}
