import type { Area } from '../../../engine/snapshot/address';
import { startsAsTable } from '../../../engine/snapshot/own-sheet';
import type { CellFlag, SheetSnapshot, Snapshot } from '../../../engine/snapshot/snapshot';
import { areasOf, loadPlaces } from '../api/areas';
import { BATCH_BYTES } from '../api/bytes';
import type { ChangedSheet } from './changed-areas';
import { isLessThanAll, requestChanged } from './changed-areas';
import type { CellsRead } from './cell-request';
import { CellsWithheld, NO_CELLS, requestCells } from './cell-request';
import { joinFlags } from '../write/flags';
import { loadJournal, readJournal } from '../write/journal';
import type { KnownSheet, Memory } from '../memory';
import { TABLE_MARK } from '../api/own-marker';
import { isWitness } from '../decide/row-operations';
import { isTooBig } from '../problem';
import { readBlocks, requestSample } from './read-blocks';
import type { ExcelClient } from '../run';
import { EXCEL_2021 } from '../run';
import { aTurn } from '../turn';
import { cellCount, joinSpans } from '../api/sheet-cells';
import type { SheetFacts, SheetRequest } from './sheet-request';
import { requestSheet } from './sheet-request';
import { withSameRows } from './same-rows';
import { stampOf } from './stamp';

/** How a reading may be cut short: for what is known not to have changed. */
export interface ReadWish {
  /**
   * Ids of the sheets that may hold something else by now. The others are taken from the last reading, unless they hold formulas,
   * whose values may have changed with any of them. Without it everything is read.
   */
  readonly changed?: ReadonlySet<string>;
  /**
   * Of some of these sheets, where they may hold something else: the rest of them is taken from the last reading too, unless they hold
   * formulas.
   */
  readonly areas?: ReadonlyMap<string, readonly Area[]>;
}

/**
 * Reads the workbook. The first time in two batches: the names of the sheets, then all they hold; later in one, since the sheets are
 * known, with one more for sheets that are new. One more where flags of ours stand whose places are not known, and as many as it
 * takes where all does not fit into one answer.
 */
export async function readSnapshot(
  client: ExcelClient,
  memory: Memory,
  wish: ReadWish = {},
  limit: number = BATCH_BYTES,
): Promise<Snapshot> {
  const known = memory.sheets ?? [];
  const bytes = known.reduce((sum, sheet) => sum + sheet.bytes, 0);
  const ids = new Set(known.map(({ id }) => id));
  if (bytes <= limit) {
    try {
      return await client.run((context) => readTogether(context, client, memory, wish, ids));
    } catch (error) {
      if (!isTooBig(error) && !(error instanceof CellsWithheld)) throw error;
    }
  }
  return client.run((context) => readPieces(context, client, memory, ids, limit));
}

interface Opened {
  readonly id: string;
  readonly request: SheetRequest;
  /** Undefined where it was not asked for enough. */
  readonly cells: () => CellsRead | undefined;
}

/** Everything in as few batches as the sheets are known. The ids of the sheets that it comes to know are added to `ids`. */
async function readTogether(
  context: Excel.RequestContext,
  client: ExcelClient,
  memory: Memory,
  wish: ReadWish,
  ids: Set<string>,
): Promise<Snapshot> {
  const { worksheets } = context.workbook;
  worksheets.load('items/id,items/name');
  const journal = loadJournal(context);
  const { kept, partly } = keptSheets(memory, wish);
  const known = (memory.sheets ?? []).filter(({ id }) => !kept.has(id));
  const open = (id: string, sheet: Excel.Worksheet, rules: readonly string[] = [], changed?: ChangedSheet): Opened => {
    const request = requestSheet(sheet, rules);
    return { id, request, cells: changed ? requestChanged(request, changed) : requestCells(request.used) };
  };
  const rulesOf = ({ rules }: KnownSheet): readonly string[] => (client.supports(EXCEL_2021) ? rules : []);
  const opened = known.map((sheet) =>
    open(sheet.id, worksheets.getItemOrNullObject(sheet.id), rulesOf(sheet), partly.get(sheet.id)),
  );
  await context.sync();
  const read = opened.map((one) => ({ ...one, read: one.cells() }));
  const isRead = new Set([...kept.keys(), ...read.flatMap((one) => (one.read ? [one.id] : []))]);
  for (const { id } of worksheets.items) ids.add(id);
  const added = worksheets.items.filter(({ id }) => !isRead.has(id)).map((sheet) => open(sheet.id, sheet));
  if (added.length > 0) await context.sync();
  memory.unfinished = await readJournal(journal);
  const byId = new Map([...read, ...added.map((one) => ({ ...one, read: one.cells() }))].map((one) => [one.id, one]));
  const parts = worksheets.items.flatMap(({ id, name }): Part[] => {
    const before = kept.get(id);
    if (before) return [{ known: { ...before.known, name }, kept: { ...before.sheet, name } }];
    const one = byId.get(id);
    const facts = one?.request.facts();
    return one?.read && facts ? [{ facts, cells: one.read }] : [];
  });
  return finish(context, parts, memory);
}

/** A workbook too big for one answer, in blocks of rows. `ids` are those of the sheets that are known to be there. */
async function readPieces(
  context: Excel.RequestContext,
  client: ExcelClient,
  memory: Memory,
  ids: ReadonlySet<string>,
  limit: number,
): Promise<Snapshot> {
  const sheets = await openParts(context, client, memory, ids, true).catch((error: unknown) => {
    // Even a corner of each sheet may be too much.
    if (isTooBig(error)) return openParts(context, client, memory, ids, false);
    throw error;
  });
  const blocks = sheets.map(({ request, facts, bytesACell }) => {
    return { sheet: request.sheet, area: facts.used, bytesACell: bytesACell() };
  });
  const cells = await readBlocks(context, blocks, limit);
  const parts = sheets.map(({ facts }, index): Part => ({ facts, cells: cells[index] ?? NO_CELLS }));
  return finish(context, parts, memory);
}

/** All but the cells of each sheet, in the order of the workbook; with what a cell takes in an answer, learnt from a sample. */
async function openParts(
  context: Excel.RequestContext,
  client: ExcelClient,
  memory: Memory,
  ids: ReadonlySet<string>,
  withSample: boolean,
): Promise<readonly (OpenedPart & { readonly facts: SheetFacts })[]> {
  const { worksheets } = context.workbook;
  worksheets.load('items/id');
  const journal = loadJournal(context);
  const known = new Map((memory.sheets ?? []).map((sheet) => [sheet.id, sheet]));
  const open = (id: string, sheet: Excel.Worksheet): OpenedPart => {
    const before = known.get(id);
    const request = requestSheet(sheet, client.supports(EXCEL_2021) ? before?.rules : undefined);
    if (before) return { id, request, bytesACell: () => lastBytesACell(before) };
    return { id, request, bytesACell: withSample ? requestSample(sheet, request) : () => undefined };
  };
  const openKnown = [...ids].map((id) => open(id, worksheets.getItemOrNullObject(id)));
  await context.sync();
  const added = worksheets.items.filter(({ id }) => !ids.has(id)).map((sheet) => open(sheet.id, sheet));
  if (added.length > 0) await context.sync();
  memory.unfinished = await readJournal(journal);
  const byId = new Map([...openKnown, ...added].map((one) => [one.id, one]));
  return worksheets.items.flatMap(({ id }) => {
    const one = byId.get(id);
    const facts = one?.request.facts();
    return one && facts ? [{ ...one, facts }] : [];
  });
}

interface OpenedPart {
  readonly id: string;
  readonly request: SheetRequest;
  /** What a cell takes in an answer, as far as that is known; after the sync. */
  readonly bytesACell: () => number | undefined;
}

function lastBytesACell({ used, bytes }: KnownSheet): number | undefined {
  return used && bytes / cellCount(used);
}

/** A sheet as it was read just now, or as it was before. */
type Part =
  | { readonly facts: SheetFacts; readonly cells: CellsRead }
  | { readonly known: KnownSheet; readonly kept: SheetSnapshot };

/** What the last reading can be relied upon for. */
interface KeptSheets {
  /** Sheets that cannot have changed: nobody touched them, and they hold no formulas. */
  readonly kept: ReadonlyMap<string, { readonly known: KnownSheet; readonly sheet: SheetSnapshot }>;
  /** Sheets without formulas that were touched in some places only. */
  readonly partly: ReadonlyMap<string, ChangedSheet>;
}

function keptSheets(memory: Memory, { changed, areas }: ReadWish): KeptSheets {
  const kept = new Map<string, { readonly known: KnownSheet; readonly sheet: SheetSnapshot }>();
  const partly = new Map<string, ChangedSheet>();
  const last = changed && memory.lastSnapshot();
  if (!changed || !last || memory.hasWritten) return { kept, partly };
  for (const known of memory.sheets ?? []) {
    const sheet = last.snapshot.sheets.find(({ name }) => last.ids.get(name) === known.id);
    if (!sheet || holdsFormulas(sheet)) continue;
    const touched = areas?.get(known.id);
    const one = touched && { known, sheet, areas: touched };
    if (!changed.has(known.id)) {
      if (known.rules.length === 0) kept.set(known.id, { known, sheet });
    } else if (one && isLessThanAll(one)) partly.set(known.id, one);
  }
  return { kept, partly };
}

function holdsFormulas(sheet: SheetSnapshot): boolean {
  return sheet.rows.some(({ cells }) => cells.some(({ formula }) => formula !== undefined));
}

async function finish(context: Excel.RequestContext, parts: readonly Part[], memory: Memory): Promise<Snapshot> {
  const flags = await readFlags(context, parts, memory);
  // Taking the answer apart has held everybody up already.
  await aTurn();
  const last = memory.lastSnapshot();
  const rowsBefore = new Map(last?.snapshot.sheets.map(({ name, rows }) => [last.ids.get(name), rows]));
  const sheets = parts.map((part, index): SheetSnapshot => {
    if ('kept' in part) return part.kept;
    const { facts, cells } = part;
    return {
      name: facts.name,
      visibility: facts.visibility,
      rows: withSameRows(rowsBefore.get(facts.id) ?? [], cells.rows),
      merges: facts.merges,
      hiddenRows: joinSpans(cells.hiddenRows),
      hiddenColumns: cells.hiddenColumns,
      ...(cells.widths ? { widths: cells.widths } : {}),
      // Notes are not readable below ExcelApi 1.18, which the library we may serve does not have.
      notes: [],
      flags: flags[index] ?? [],
      isProtected: facts.isProtected,
      ours: facts.mark !== undefined && facts.mark !== TABLE_MARK && !startsAsTable(cells.rows),
      ...(facts.mark === TABLE_MARK ? { drawnTable: true as const } : {}),
    };
  });
  memory.sheets = parts.map((part): KnownSheet => ('known' in part ? part.known : knownOf(part.facts, part.cells)));
  memory.hasWritten = false;
  const snapshot = { stamp: stampOf(sheets), sheets };
  memory.rememberSnapshot({ snapshot, ids: new Map(memory.sheets.map(({ name, id }) => [name, id])) });
  return snapshot;
}

function knownOf(facts: SheetFacts, { bytes }: CellsRead): KnownSheet {
  const { id, name, used, formatted, isProtected, mark, rules, unsaidRules } = facts;
  return {
    id,
    name,
    used,
    formatted,
    isProtected,
    isOwn: mark !== undefined,
    rules: rules.map((rule) => rule.id),
    left: { names: facts.names.map((one) => one.name).filter(isWitness), rules: unsaidRules },
    bytes,
  };
}

/** Rules do not say where they stand without being asked: the extra batch is spent only where there are some that were not asked yet. */
async function readFlags(
  context: Excel.RequestContext,
  parts: readonly Part[],
  memory: Memory,
): Promise<readonly (readonly CellFlag[])[]> {
  const asked = parts.map((part) =>
    'facts' in part
      ? part.facts.rules.map(({ id, severity, format }) => {
          const known = part.facts.flags.get(id);
          return { id, severity, known, ranges: known ? undefined : loadPlaces(format.getRanges()) };
        })
      : [],
  );
  if (asked.some((rules) => rules.some(({ ranges }) => ranges))) await context.sync();
  return asked.map((rules) =>
    joinFlags(
      rules.map(({ id, severity, known, ranges }): CellFlag => {
        const flag = known ?? { severity, areas: ranges ? areasOf(ranges) : ([] as readonly Area[]) };
        memory.rememberFlag(id, flag);
        return flag;
      }),
    ),
  );
}
