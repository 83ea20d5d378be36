import { readAmount } from '../amount/read-amount';
import { assembleInSteps } from '../book/assemble';
import type { Book, ColumnNode, RecognisedBlock, RecognisedForm, RecognisedTable, TableFrame } from '../book/book';
import type { Catalogue } from '../classification/catalogue';
import type { Block, Table } from '../edition/edition';
import type { ResolvedEdition } from '../edition/resolve';
import type { Snapshot } from '../snapshot/snapshot';
import type { Steps } from '../steps/steps';
import { runSteps } from '../steps/steps';
import { normaliseText } from '../text/normalise';
import { groupContinuations } from './continuation';
import { frameOf } from './frame';
import { cellIn, firstRowFrom, refOf, type Grid, type GridCell } from './grid';
import type { BlockMatch, HeaderMatch } from './header';
import { lookAtSheet, type SheetOutcome } from './look-at-sheet';
import type { Place } from './places';
import { readRows, type RowSource } from './rows';
import { matchTitle, titleRules } from './title';
import { mostSaid, yearAnywhere } from './year';
import { aboutOf, readFacts } from '../asked/read-facts';

export interface Recognition {
  readonly book: Book;
  readonly sheets: readonly SheetOutcome[];
  /** How well the edition fits: the tables found, weighted by how much of their headers was there. */
  readonly fit: number;
}

/** Finds an edition's tables and forms in a workbook, whatever the names and the order of its sheets. Sheets of our own are passed over. */
export function recognise(snapshot: Snapshot, edition: ResolvedEdition, catalogue: Catalogue): Recognition {
  return runSteps(recogniseInSteps(snapshot, edition, catalogue));
}

/** The same in steps of a sheet or a table. */
export function* recogniseInSteps(
  snapshot: Snapshot,
  edition: ResolvedEdition,
  catalogue: Catalogue,
): Steps<Recognition> {
  const specimens = new Set(edition.declared.specimens.map(normaliseText));
  const places: Place[] = [];
  const forms: RecognisedForm[] = [];
  const outcomes: SheetOutcome[] = [];
  for (const sheet of snapshot.sheets) {
    if (sheet.ours) continue;
    const looked = yield* lookAtSheet(sheet, edition);
    places.push(...looked.places);
    forms.push(...looked.forms);
    outcomes.push(looked.outcome);
  }
  const context: BuildContext = { edition, specimens, catalogue };
  const tables: RecognisedTable[] = [];
  for (const table of edition.declared.tables) {
    for (const group of groupContinuations(places.filter((place) => place.table === table))) {
      yield;
      tables.push(yield* tableAt(table, group, context));
    }
  }
  const fit = places.reduce((sum, place) => sum + place.match.coverage, 0) + (forms.length > 0 ? 0.5 : 0);
  const book: Book = {
    edition,
    department: mostSaid(
      [...tables, ...forms].flatMap((found) => (found.frame.department ? [found.frame.department.name] : [])),
    ),
    year:
      mostSaid([...tables, ...forms].flatMap((found) => (found.frame.year ? [found.frame.year.year] : []))) ??
      yearAnywhere(snapshot) ??
      aboutOf(readFacts(snapshot)).year,
    tables,
    forms,
  };
  return { book, sheets: outcomes, fit };
}

/** A title stands in the first rows of a sheet, or of a table on it: enough to tell editions apart before reading them. */
const TITLE_ROWS = 30;

/** How many of an edition's tables have a title, in so many words, near the top of some sheet; as a share of all of them. */
export function titleShare(snapshot: Snapshot, edition: ResolvedEdition): number {
  const rules = titleRules(edition.declared.tables);
  const found = new Set<string>();
  for (const sheet of snapshot.sheets) {
    if (sheet.ours) continue;
    for (const { cells } of sheet.rows.slice(0, TITLE_ROWS)) {
      for (const { value } of cells) {
        const match = typeof value === 'string' ? matchTitle(normaliseText(value), rules) : undefined;
        if (match && match.score >= 0.9) found.add(match.id);
      }
    }
  }
  return found.size / Math.max(1, edition.declared.tables.length);
}

interface BuildContext {
  readonly edition: ResolvedEdition;
  readonly specimens: ReadonlySet<string>;
  readonly catalogue: Catalogue;
}

interface Built {
  readonly places: readonly Place[];
  readonly catalogue: Catalogue;
  readonly table: RecognisedTable;
}

/** The table that was made of places the last time. */
const built = new WeakMap<Place, Built>();

/** A table made of its places; of the same places the same table as before. */
function* tableAt(declared: Table, places: readonly Place[], context: BuildContext): Steps<RecognisedTable> {
  const [first] = places;
  if (!first) throw new Error(`no place for table ${declared.id}`);
  const before = built.get(first);
  const isSame = before?.places.length === places.length && before.places.every((place, at) => place === places[at]);
  if (before && isSame && before.catalogue === context.catalogue) return before.table;
  const table = yield* buildTable(declared, places, context);
  built.set(first, { places, catalogue: context.catalogue, table });
  return table;
}

function* buildTable(table: Table, places: readonly Place[], context: BuildContext): Steps<RecognisedTable> {
  const [first] = places;
  if (!first) throw new Error(`no place for table ${table.id}`);
  const frame = frameOf(
    first.grid,
    { top: first.top, header: first.band.top, bottom: first.bottom },
    first.title,
    table.moneyUnit,
  );
  const blocks: RecognisedBlock[] = [];
  for (const [index, block] of table.blocks.entries())
    blocks.push(yield* buildBlock(table, block, index, places, frame, context));
  yield;
  const hasAmounts = blocks.some((block) =>
    block.figures.some((row) => row.some((figure) => figure.reading.kind !== 'blank')),
  );
  return {
    declared: table,
    frame,
    places: places.map(({ grid, band, bottom }) => ({
      sheet: grid.sheet,
      header: { top: band.top, bottom: band.bottom },
      bottom,
    })),
    blocks,
    emptyNote: emptyNoteOf(places, blocks),
    blank: !hasAmounts && blocks.every((block) => block.strangeRows.length === 0),
    strangeColumns: places.flatMap((place) => strangeColumnsOf(place)),
  };
}

function* buildBlock(
  table: Table,
  block: Block,
  index: number,
  places: readonly Place[],
  frame: TableFrame,
  context: BuildContext,
): Steps<RecognisedBlock> {
  const sources = places.map((place): RowSource => ({
    grid: place.grid,
    rows: place.rows,
    match: blockMatch(place.match, index),
    first: place.band.bottom + 1,
  }));
  const read = yield* readRows(block, sources, context.specimens, context.catalogue);
  const grids = new Map(places.map((place) => [place.grid.sheet, place.grid]));
  return yield* assembleInSteps({
    table,
    block,
    rows: read.nodes,
    columns: columnNodes(table, block, places, index, read.nodes, frame),
    moneyUnit: frame.moneyUnit,
    dimensions: context.edition.dimensions,
    strangeRows: read.strange,
    missingColumns: block.columns.filter((_column, c) =>
      sources.every((source) => source.match.columns[c] === undefined),
    ),
    keyColumns: sources[0]?.match.keys ?? [],
    cellAt: (row) => {
      const grid = grids.get(row.sheet);
      const gridRow = grid?.rows[firstRowFrom(grid, row.row)];
      return (column) => (gridRow?.row === row.row ? cellIn(gridRow, column)?.cell : undefined);
    },
  });
}

function blockMatch(match: HeaderMatch, index: number): BlockMatch {
  const block = match.blocks[index];
  if (!block) throw new Error(`header match without block ${index}`);
  return block;
}

function columnNodes(
  table: Table,
  block: Block,
  places: readonly Place[],
  index: number,
  rows: readonly { readonly sheet: string; readonly row: number }[],
  frame: TableFrame,
): readonly ColumnNode[] {
  const [first] = places;
  if (!first) return [];
  return block.columns.flatMap((column, c) => {
    const header = blockMatch(first.match, index).columns[c];
    if (!header) return [];
    const headerCell = header.leaf
      ? refOf(first.grid, header.leaf)
      : { sheet: first.grid.sheet, row: first.band.bottom, column: header.column };
    const decimals =
      frame.moneyUnit === table.moneyUnit ? table.decimals : mostSeenDecimals(first.grid, rows, header.column);
    return [
      {
        members: column.scope ?? {},
        column: header.column,
        header: headerWords(header.path, column.under),
        headerCell,
        decimals,
      },
    ];
  });
}

/** `合计` alone says little where it stands under another header. */
function headerWords(path: readonly string[], under: readonly string[] | undefined): string {
  const leaf = path[path.length - 1] ?? '';
  const above = path[path.length - 2];
  return under && above !== undefined ? `${above}${leaf}` : leaf;
}

function mostSeenDecimals(
  grid: Grid,
  rows: readonly { readonly sheet: string; readonly row: number }[],
  column: number,
): number {
  const seen = new Map<number, number>();
  for (const { sheet, row } of rows) {
    const gridRow = sheet === grid.sheet ? grid.rows[firstRowFrom(grid, row)] : undefined;
    const cell = gridRow && cellIn(gridRow, column);
    const reading = cell && readAmount(cell.cell.value);
    if (reading?.kind === 'amount' && !reading.value.isZero())
      seen.set(reading.decimals, (seen.get(reading.decimals) ?? 0) + 1);
  }
  let best = 0;
  let count = 0;
  for (const [decimals, times] of seen) {
    if (times > count || (times === count && decimals > best)) {
      best = decimals;
      count = times;
    }
  }
  return best;
}

const EMPTY_NOTE =
  /空表|表为空|[此本该]表无|无数据|^(?:(?:备注|说明|注)[:.]?)?(?:本|我|该)?(?:部门|单位)?.*(?:没有|未安排|不涉及|无).*(?:表|预算|拨款|支出|安排|收入|经费|基金)/;

/** The note that says so, apart from the rows: a project called 无线电… is none. */
function emptyNoteOf(places: readonly Place[], blocks: readonly RecognisedBlock[]): RecognisedTable['emptyNote'] {
  const taken = new Set(blocks.flatMap((block) => block.rows.nodes.map((node) => `${node.sheet}!${node.row}`)));
  for (const place of places) {
    for (const row of place.rows) {
      if (taken.has(`${place.grid.sheet}!${row.row}`)) continue;
      for (const cell of row.cells) {
        if (typeof cell.cell.value === 'string' && EMPTY_NOTE.test(cell.text)) {
          return { text: cell.cell.value.trim(), cell: refOf(place.grid, cell) };
        }
      }
    }
  }
  return undefined;
}

/** Columns that hold amounts and were taken for nothing: they are told, since nothing checks them. */
function strangeColumnsOf(place: Place): RecognisedTable['strangeColumns'] {
  const used = new Set(
    place.match.blocks.flatMap((block) => [
      ...block.keys.flat(),
      ...block.columns.flatMap((column) => (column ? [column.column] : [])),
    ]),
  );
  const amounts = new Map<number, GridCell[]>();
  for (const row of place.rows) {
    for (const cell of row.cells) {
      if (used.has(cell.column)) continue;
      const reading = readAmount(cell.cell.value);
      if (reading.kind !== 'amount' || reading.dash) continue;
      const list = amounts.get(cell.column);
      if (list) list.push(cell);
      else amounts.set(cell.column, [cell]);
    }
  }
  return [...amounts.entries()].map(([column, cells]) => {
    const header = place.band.columns.find((candidate) => candidate.column === column);
    return {
      header: header?.path[header.path.length - 1] ?? '',
      cell: header?.leaf ? refOf(place.grid, header.leaf) : { sheet: place.grid.sheet, row: place.band.bottom, column },
      amounts: cells.map((cell) => refOf(place.grid, cell)),
    };
  });
}
