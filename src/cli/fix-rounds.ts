import { Decimal } from 'decimal.js';
import { fixPatch, type Change, type FixOptions, type Left } from '../commands/fix';
import type { CheckReport } from '../engine/finding/report';
import { cellKey } from '../engine/snapshot/address';
import type { Receipt } from '../engine/snapshot/patch';
import type { XlsxWorkbook } from '../hosts/xlsx/workbook';

/** A workbook after all that could be mended surely. */
export interface MendedWorkbook {
  readonly workbook: XlsxWorkbook;
  /** Of the workbook as it is now. */
  readonly report: CheckReport;
  /** One for each cell: from what stood there at first to what stands there now. */
  readonly changes: readonly Change[];
  /** What is left of it as it is now. */
  readonly left: readonly Left[];
  readonly receipts: readonly Receipt[];
}

/** What is mended brings out what was hidden behind it; after so many rounds the rest is left to people. */
const MOST_ROUNDS = 6;

/**
 * Mends what the figures determine, checks again, and goes on as long as that brings out more. No cell is given an amount a second
 * time that it has held or refused: it never goes round in circles.
 */
export async function mendedInRounds(
  given: XlsxWorkbook,
  found: CheckReport,
  check: (workbook: XlsxWorkbook) => Promise<CheckReport>,
  options: Omit<FixOptions, 'except'>,
): Promise<MendedWorkbook> {
  const except = new Map<string, Set<string>>();
  const never = ({ cell }: Change, amount: string | undefined): void => {
    const key = cellKey(cell);
    const amounts = except.get(key) ?? new Set();
    if (amount !== undefined) amounts.add(new Decimal(amount).toFixed());
    except.set(key, amounts);
  };
  const made = new Map<string, Change>();
  const receipts: Receipt[] = [];
  let [workbook, report] = [given, found];
  for (let round = 1; ; round++) {
    const fix = fixPatch(workbook.snapshot, report, { ...options, except });
    const last = round > MOST_ROUNDS || fix.changes.length === 0;
    // What was refused has been told with the reason for it.
    const left = fix.left.filter(
      ({ because, cells }) => because !== 'same-cell' || cells.every((cell) => made.has(cellKey(cell))),
    );
    if (last) return { workbook, report, changes: [...made.values()], left, receipts };
    const written = workbook.apply(fix.patch);
    const { receipt } = written;
    receipts.push(receipt);
    const refused = new Set(receipt.refused.map(({ edit }) => edit));
    for (const [index, change] of fix.changes.entries()) {
      never(change, change.old);
      never(change, change.new);
      const edit = fix.patch.edits[index];
      if (!edit || refused.has(edit)) continue;
      const key = cellKey(change.cell);
      const before = made.get(key);
      made.set(key, before ? throughout(before, change) : change);
    }
    ({ workbook } = written);
    report = await check(workbook);
  }
}

/** Two changes of a cell, one after the other, as one. */
function throughout(first: Change, second: Change): Change {
  const { old, stood } = first;
  return {
    ...second,
    old,
    ...(stood === undefined ? {} : { stood }),
    difference: stood === undefined ? new Decimal(second.new).minus(old ?? 0).toFixed() : undefined,
  };
}
