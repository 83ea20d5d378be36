import type { Patch } from '../../../engine/snapshot/patch';
import type { CellFlag } from '../../../engine/snapshot/snapshot';
import { areasOf, loadPlaces, rangeOf } from '../api/areas';
import { captureAll, requestCapture } from './capture';
import type { Capture } from './capture';
import { bytesOfLooks } from './looks-read';
import { BATCH_BYTES } from '../api/bytes';
import { isTooBig } from '../problem';
import { cellCount, formulaOf } from '../api/sheet-cells';
import { groupsOf } from '../api/step';
import type { Grid, GridRequest } from './grid';
import { readGrid, requestGrid } from './grid';
import type { Journal } from '../write/journal';
import { loadJournal, readJournal } from '../write/journal';
import type { Memory } from '../memory';
import type { ExcelClient } from '../run';
import { EXCEL_2021 } from '../run';
import type { SheetPlan } from '../sheets/sheet-plan';
import type { SheetFacts, SheetRequest } from '../read/sheet-request';
import { requestSheet } from '../read/sheet-request';
import type { SheetInterest } from './interests';
import { interestsOf } from './interests';

/** A sheet that a patch speaks of, as it stands. */
export type SeenSheet =
  | { readonly state: 'missing' }
  /** The sheet that the patch was made for bears another name. */
  | { readonly state: 'renamed' }
  | Seen;

export interface Seen {
  readonly state: 'there';
  readonly facts: SheetFacts;
  readonly grid: Grid;
  /** Ours that stand in it. */
  readonly flags: readonly CellFlag[];
  readonly hasFilter: boolean;
  /** Rows are hidden by a filter. */
  readonly isFiltered: boolean;
  /** In points; undefined where a row is as high as rows are. */
  readonly rowHeight: (row: number) => number | undefined;
  /** All of it, where it is one that the tool made and the patch replaces it or takes it away. */
  readonly captured: SheetPlan | undefined;
}

/** A formula that stands in some sheet of the workbook. */
export interface StandingFormula {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
  readonly formula: string;
}

/** What a patch meets. */
export interface Sighting {
  readonly sheet: (name: string) => SeenSheet;
  readonly isStructureProtected: boolean;
  /** How many sheets the workbook has, hidden ones too. */
  readonly sheetCount: number;
  readonly journal: Journal | undefined;
  /** Of all sheets, where rows are to be taken out. */
  readonly formulas: readonly StandingFormula[];
}

/**
 * Looks at everything that a patch is about to change, in one batch; in more where the answer would be too big for one, where flags
 * stand whose places nobody knows yet, and where a whole sheet has to be kept that was not read before or that holds lists.
 */
export async function lookAt(client: ExcelClient, memory: Memory, patch: Patch): Promise<Sighting> {
  return client.run(async (context) => {
    const takesRowsOut = patch.edits.some((edit) => edit.do === 'deleteRows');
    const together = requestHead(context, takesRowsOut ? memory : undefined);
    const { asked, wasTooBig } = await askAll(context, client, interestsOf(patch, memory));
    const head = wasTooBig ? await readHead(context, takesRowsOut ? memory : undefined) : await together();
    const flags = await flagsOf(context, memory, asked);
    const captured = await captureAll(
      context,
      asked.map(({ interest, request, capture }, index) => {
        const facts = interest.keepsAll ? request.facts() : undefined;
        if (!facts || facts.mark === undefined) return undefined;
        return { sheet: request.sheet, facts, flags: flags[index] ?? [], asked: capture };
      }),
    );
    const seen = new Map(
      asked.map((one, index) => [one.interest.name, seenSheet(one, flags[index] ?? [], captured[index])] as const),
    );
    return {
      sheet: (name) => seen.get(name) ?? { state: 'missing' },
      ...head,
    };
  });
}

/** What is asked besides what is asked of the sheets. */
type Head = Omit<Sighting, 'sheet'>;

/** Asks for the formulas too, where a memory is given. */
function requestHead(context: Excel.RequestContext, memory: Memory | undefined): () => Promise<Head> {
  const journal = loadJournal(context);
  const { protection } = context.workbook;
  protection.load('protected');
  const sheetCount = context.workbook.worksheets.getCount();
  const formulas = memory ? requestFormulas(context, memory) : (): readonly StandingFormula[] => [];
  return async () => ({
    isStructureProtected: protection.protected,
    sheetCount: sheetCount.value,
    journal: await readJournal(journal),
    formulas: formulas(),
  });
}

/** The same in a batch of its own. */
async function readHead(context: Excel.RequestContext, memory: Memory | undefined): Promise<Head> {
  try {
    const head = requestHead(context, memory);
    await context.sync();
    return await head();
  } catch (error) {
    if (!isTooBig(error) || !memory) throw error;
    return { ...(await readHead(context, undefined)), formulas: formulasRead(memory) };
  }
}

/** Asks about all sheets, as many in one batch as one answer is expected to hold; an answer too big all the same, in halves. */
async function askAll(
  context: Excel.RequestContext,
  client: ExcelClient,
  interests: readonly SheetInterest[],
): Promise<Answers> {
  const groups = groupsOf(
    interests.map((interest) => ({ ...interest, bytes: bytesExpected(interest) })),
    BATCH_BYTES,
  );
  const answers: Answers[] = [];
  for (const group of groups.length > 0 ? groups : [[]]) answers.push(await askGroup(context, client, group));
  return { asked: answers.flatMap(({ asked }) => asked), wasTooBig: answers.some(({ wasTooBig }) => wasTooBig) };
}

interface Answers {
  readonly asked: readonly Asked[];
  /** An answer was refused, and with it all that had been asked for together. */
  readonly wasTooBig: boolean;
}

async function askGroup(
  context: Excel.RequestContext,
  client: ExcelClient,
  interests: readonly SheetInterest[],
): Promise<Answers> {
  try {
    const asked = interests.map((interest) => ask(context, client, interest));
    await context.sync();
    return { asked, wasTooBig: false };
  } catch (error) {
    if (!isTooBig(error)) throw error;
    const [only] = interests;
    if (!only) return { asked: [], wasTooBig: true };
    if (interests.length < 2) return { asked: [await askInPieces(context, client, only)], wasTooBig: true };
    const middle = interests.length >> 1;
    const first = await askGroup(context, client, interests.slice(0, middle));
    const second = await askGroup(context, client, interests.slice(middle));
    return { asked: [...first.asked, ...second.asked], wasTooBig: true };
  }
}

/** What one sheet is asked is too much for one answer: its cells are asked for by themselves, block by block. */
async function askInPieces(
  context: Excel.RequestContext,
  client: ExcelClient,
  interest: SheetInterest,
): Promise<Asked> {
  // The looks of its cells are read later, where they are wanted.
  const rest = ask(context, client, { ...interest, areas: [], keepsAll: false });
  await context.sync();
  const isLocked = interest.known?.isProtected === true;
  return { ...rest, interest, grid: await readGrid(context, rest.request.sheet, interest.areas, isLocked) };
}

/** A cell with what it holds, its format and its lock. */
const BYTES_A_CELL = 90;
const BYTES_A_SHEET = 3000;

function bytesExpected({ areas, keepsAll, known }: SheetInterest): number {
  const cells = areas.reduce((sum, area) => sum + cellCount(area), 0);
  const looks = keepsAll ? bytesOfLooks(known?.formatted) : 0;
  return BYTES_A_SHEET + cells * BYTES_A_CELL + looks;
}

interface Asked {
  readonly interest: SheetInterest;
  readonly request: SheetRequest;
  readonly grid: GridRequest;
  readonly filter: Excel.AutoFilter;
  readonly heights:
    { readonly top: number; readonly rows: OfficeExtension.ClientResult<Excel.RowProperties[]> } | undefined;
  /** Asked for at once where the size of the sheet is known. */
  readonly capture: Capture | undefined;
}

function ask(context: Excel.RequestContext, client: ExcelClient, interest: SheetInterest): Asked {
  const { known } = interest;
  const sheet = context.workbook.worksheets.getItemOrNullObject(interest.id ?? interest.name);
  const request = requestSheet(sheet, client.supports(EXCEL_2021) ? known?.rules : undefined);
  const grid = requestGrid(sheet, interest.areas, known?.isProtected === true);
  const filter = sheet.autoFilter.load('enabled,isDataFiltered');
  const { likes } = interest;
  const heights = likes && {
    top: likes.from,
    rows: rangeOf(sheet, { top: likes.from, left: 0, bottom: likes.to, right: 0 }).getRowProperties({
      format: { rowHeight: true, useStandardHeight: true },
    }),
  };
  const isKept = interest.keepsAll && known?.isOwn === true;
  return {
    interest,
    request,
    grid,
    filter,
    heights,
    capture: isKept ? requestCapture(sheet, known.formatted) : undefined,
  };
}

/** Where our flags stand; an extra batch where that was not told at once. */
async function flagsOf(
  context: Excel.RequestContext,
  memory: Memory,
  asked: readonly Asked[],
): Promise<readonly (readonly CellFlag[])[]> {
  const rules = asked.map(({ interest, request }) => {
    const facts = interest.flags || interest.keepsAll ? request.facts() : undefined;
    return (facts?.rules ?? []).map((rule) => {
      const known = facts?.flags.get(rule.id) ?? memory.flag(rule.id);
      return { rule, known, ranges: known ? undefined : loadPlaces(rule.format.getRanges()) };
    });
  });
  if (rules.some((of) => of.some(({ ranges }) => ranges))) await context.sync();
  return rules.map((of) =>
    of.map(({ rule, known, ranges }) => known ?? { severity: rule.severity, areas: ranges ? areasOf(ranges) : [] }),
  );
}

function seenSheet(asked: Asked, flags: readonly CellFlag[], captured: SheetPlan | undefined): SeenSheet {
  const facts = asked.request.facts();
  if (!facts) return { state: 'missing' };
  // Excel does not mind in which case a name is written.
  if (facts.name.toLowerCase() !== asked.interest.name.toLowerCase()) return { state: 'renamed' };
  return {
    state: 'there',
    facts,
    grid: asked.grid.read(),
    flags,
    hasFilter: asked.filter.enabled,
    isFiltered: asked.filter.isDataFiltered,
    rowHeight: (row) => {
      const format = asked.heights?.rows.value[row - asked.heights.top]?.format;
      return format?.useStandardHeight === false ? format.rowHeight : undefined;
    },
    captured,
  };
}

/** The formulas of all sheets that are known; of a workbook too big for one answer as they were when it was read last. */
function requestFormulas(context: Excel.RequestContext, memory: Memory): () => readonly StandingFormula[] {
  const known = memory.sheets ?? [];
  if (known.reduce((sum, { bytes }) => sum + bytes, 0) > BATCH_BYTES / 2) return () => formulasRead(memory);
  const asked = known.map(({ id }) => {
    const sheet = context.workbook.worksheets.getItemOrNullObject(id);
    sheet.load('name');
    const used = sheet.getUsedRangeOrNullObject(true);
    used.load('values,formulas,rowIndex,columnIndex');
    return { sheet, used };
  });
  return () =>
    asked.flatMap(({ sheet, used }) => {
      if (sheet.isNullObject || used.isNullObject) return [];
      return used.values.flatMap((values: readonly unknown[], row: number) =>
        values.flatMap((value, column) => {
          const formula = formulaOf(value, used.formulas[row]?.[column]);
          if (formula === undefined) return [];
          return [{ sheet: sheet.name, row: used.rowIndex + row, column: used.columnIndex + column, formula }];
        }),
      );
    });
}

function formulasRead(memory: Memory): readonly StandingFormula[] {
  return (memory.lastSnapshot()?.snapshot.sheets ?? []).flatMap(({ name, rows }) =>
    rows.flatMap(({ row, cells }) =>
      cells.flatMap(({ column, formula }) => (formula === undefined ? [] : [{ sheet: name, row, column, formula }])),
    ),
  );
}
