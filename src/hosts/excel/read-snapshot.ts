import type { Area } from '../../engine/snapshot/address';
import type { CellFlag, SheetSnapshot, Snapshot, SnapshotRow, Span } from '../../engine/snapshot/snapshot';
import { areaOf, areasOf, loadPlace, loadPlaces } from './areas';
import { joinFlags, loadRules, rulesOfOurs } from './flags';
import type { FlagMemory } from './memory';
import { isMarkedOurs } from './own-sheet';
import { isTooBig } from './problem';
import type { ExcelRun } from './run';
import type { CellBlock } from './sheet-cells';
import { rowsOfBlock, spansOf } from './sheet-cells';
import { stampOf } from './stamp';

/** How much one answer may hold. */
export interface ReadLimits {
  /** Cells asked for in one batch once the workbook has proved too big for a single one; halved when that is still too much. */
  readonly cellsPerBatch: number;
}

// About 60 bytes a cell (value, formula, format) keep an answer under the 5 MB that Excel on the web takes.
const LIMITS: ReadLimits = { cellsPerBatch: 80_000 };

const VISIBILITY: Readonly<Record<string, SheetSnapshot['visibility']>> = {
  Visible: 'visible',
  Hidden: 'hidden',
  VeryHidden: 'veryHidden',
};
const CELLS = 'values,formulas,numberFormat';

/**
 * Reads the whole workbook: one batch for the names of the sheets, one for all they hold, a third where flags of ours stand.
 * A workbook too big for one answer is read in blocks of rows, a batch each.
 */
export async function readSnapshot(run: ExcelRun, memory: FlagMemory, limits: ReadLimits = LIMITS): Promise<Snapshot> {
  try {
    return await run(async (context) => {
      const parts = await openSheets(context);
      const blocks = parts.map((part) => loadCells(part.used));
      await context.sync();
      if (parts.some((part) => cellsWithheld(part.used))) throw new TooManyCells();
      const rows = parts.map((part, index) => (part.used.isNullObject ? noRows : (blocks[index] ?? (() => noRows))()));
      return finish(context, parts, rows, memory);
    });
  } catch (error) {
    if (!isTooBig(error) && !(error instanceof TooManyCells)) throw error;
    return readInBlocks(run, memory, limits.cellsPerBatch);
  }
}

/** The typings do not say so, but an answer that would be too big is null, without an error. */
function cellsWithheld(used: Excel.Range): boolean {
  const values: unknown = used.isNullObject ? [] : used.values;
  return values === null;
}

/** Beyond five million cells Excel answers null instead of values, without an error. */
class TooManyCells extends Error {}

async function readInBlocks(run: ExcelRun, memory: FlagMemory, cellsPerBatch: number): Promise<Snapshot> {
  return run(async (context) => {
    const parts = await openSheets(context);
    await context.sync();
    const rows = parts.map((): RowsRead => ({ rows: [], hiddenRows: [], hiddenColumns: [] }));
    for (const piece of piecesOf(
      parts.map((part) => (part.used.isNullObject ? undefined : areaOf(part.used))),
      cellsPerBatch,
    )) {
      const part = parts[piece.sheet];
      const read = rows[piece.sheet];
      if (part && read) await readPiece(context, part.sheet, piece.area, read);
    }
    return finish(context, parts, rows, memory);
  });
}

/** The used areas cut into blocks of whole rows, none with more than the given number of cells (a single row always fits). */
export function piecesOf(
  areas: readonly (Area | undefined)[],
  cells: number,
): readonly { readonly sheet: number; readonly area: Area }[] {
  return areas.flatMap((area, sheet) => {
    if (!area) return [];
    const height = Math.max(1, Math.floor(cells / (area.right - area.left + 1)));
    const pieces = [];
    for (let top = area.top; top <= area.bottom; top += height) {
      pieces.push({ sheet, area: { ...area, top, bottom: Math.min(area.bottom, top + height - 1) } });
    }
    return pieces;
  });
}

async function readPiece(
  context: Excel.RequestContext,
  sheet: Excel.Worksheet,
  area: Area,
  into: RowsRead,
): Promise<void> {
  const range = sheet.getRangeByIndexes(area.top, area.left, area.bottom - area.top + 1, area.right - area.left + 1);
  const take = loadCells(loadPlace(range));
  try {
    await context.sync();
  } catch (error) {
    if (!isTooBig(error) || area.top === area.bottom) throw error;
    const middle = (area.top + area.bottom) >> 1;
    await readPiece(context, sheet, { ...area, bottom: middle }, into);
    await readPiece(context, sheet, { ...area, top: middle + 1 }, into);
    return;
  }
  const read = take();
  into.rows.push(...read.rows);
  into.hiddenRows.push(...read.hiddenRows);
  into.hiddenColumns = [...read.hiddenColumns];
}

interface RowsRead {
  readonly rows: SnapshotRow[];
  readonly hiddenRows: Span[];
  hiddenColumns: readonly Span[];
}

const noRows: RowsRead = { rows: [], hiddenRows: [], hiddenColumns: [] };

/** Asks for what the cells of a range hold and for its hidden rows and columns; to be called once after the sync. */
function loadCells(range: Excel.Range): () => RowsRead {
  range.load(CELLS);
  const rows = range.getRowProperties({ rowHidden: true });
  const columns = range.getColumnProperties({ columnHidden: true });
  return () => {
    const { top, left } = areaOf(range);
    const block: CellBlock = { top, left, values: range.values, formulas: range.formulas, formats: range.numberFormat };
    return {
      rows: [...rowsOfBlock(block)],
      hiddenRows: [
        ...spansOf(
          rows.value.map((row) => row.rowHidden === true),
          top,
        ),
      ],
      hiddenColumns: spansOf(
        columns.value.map((column) => column.columnHidden === true),
        left,
      ),
    };
  };
}

interface SheetParts {
  readonly sheet: Excel.Worksheet;
  readonly name: string;
  readonly visibility: string;
  readonly used: Excel.Range;
  readonly merges: Excel.RangeAreas;
  readonly names: Excel.NamedItemCollection;
  readonly rules: Excel.ConditionalFormatCollection;
}

/** The first batch (names), and the requests for all but the cells of the second. */
async function openSheets(context: Excel.RequestContext): Promise<readonly SheetParts[]> {
  const sheets = context.workbook.worksheets;
  sheets.load('items/name,items/visibility');
  await context.sync();
  return sheets.items.map((sheet) => {
    const { name, visibility } = sheet;
    // Values only: a format can stretch the used range to a million rows.
    const used = loadPlace(sheet.getUsedRangeOrNullObject(true));
    const merges = loadPlaces(used.getMergedAreasOrNullObject());
    sheet.names.load('items/name');
    sheet.protection.load('protected');
    return { sheet, name, visibility, used, merges, names: sheet.names, rules: loadRules(sheet) };
  });
}

async function finish(
  context: Excel.RequestContext,
  parts: readonly SheetParts[],
  rows: readonly RowsRead[],
  memory: FlagMemory,
): Promise<Snapshot> {
  const flags = await readFlags(context, parts, memory);
  const sheets = parts.map((part, index): SheetSnapshot => {
    const read = rows[index] ?? noRows;
    return {
      name: part.name,
      visibility: VISIBILITY[part.visibility] ?? 'visible',
      rows: read.rows,
      merges: areasOf(part.merges),
      hiddenRows: joinSpans(read.hiddenRows),
      hiddenColumns: read.hiddenColumns,
      // Notes are not readable below ExcelApi 1.18, which the library we may serve does not have.
      notes: [],
      flags: flags[index] ?? [],
      isProtected: part.sheet.protection.protected,
      ours: part.names.items.some((item) => isMarkedOurs(item.name)),
    };
  });
  return { stamp: stampOf(sheets), sheets };
}

/** Rules do not say where they stand without being asked: the extra batch is spent only where there are rules of ours. */
async function readFlags(
  context: Excel.RequestContext,
  parts: readonly SheetParts[],
  memory: FlagMemory,
): Promise<readonly (readonly CellFlag[])[]> {
  const found = parts.map((part) =>
    rulesOfOurs(part.rules).map((rule) => ({ ...rule, ranges: loadPlaces(rule.format.getRanges()) })),
  );
  if (found.every((rules) => rules.length === 0)) return parts.map(() => []);
  await context.sync();
  return found.map((rules) => {
    const flags = rules.map(({ id, severity, ranges }) => {
      const flag = { severity, areas: areasOf(ranges) };
      memory.remember(id, flag);
      return flag;
    });
    return joinFlags(flags);
  });
}

/** Spans of neighbouring blocks grown together. */
function joinSpans(spans: readonly Span[]): readonly Span[] {
  const joined: Span[] = [];
  for (const span of spans) {
    const last = joined.at(-1);
    if (last && last.to === span.from - 1) joined[joined.length - 1] = { from: last.from, to: span.to };
    else joined.push(span);
  }
  return joined;
}
