import type { CellRef } from '../../engine/snapshot/address';
import type { Edit, NumberFormat, Patch, Receipt, Refusal } from '../../engine/snapshot/patch';
import type { CellFlag } from '../../engine/snapshot/snapshot';
import { areasOf, loadPlaces } from './areas';
import { addFlags, joinFlags, loadRules, rulesOfOurs } from './flags';
import type { HostMemory } from './memory';
import { drawOwnSheet, isMarkedOurs } from './own-sheet';
import type { HostProblem } from './problem';
import { problemOf } from './problem';
import type { ExcelRun } from './run';
import { valueOf } from './sheet-cells';

/**
 * Excel refused something half way. Nothing says that a batch is all or nothing: what came before has happened.
 * The undo takes all of it back; what was not yet done it leaves as it is.
 */
export class PatchInterrupted extends Error {
  constructor(
    readonly problem: HostProblem,
    readonly undo: Patch,
  ) {
    super(`patch interrupted: ${problem.code}`);
    this.name = 'PatchInterrupted';
  }
}

/** What an edit needs to know of the workbook before it can be decided upon; called after the sync. */
type Step = (context: Excel.RequestContext) => Decision;

interface Decision {
  /** The inverse edits, in the order in which they have to be carried out. */
  readonly undo: readonly Edit[];
  readonly refused?: Refusal;
  readonly write?: (context: Excel.RequestContext) => void;
  /** What there is to note once the writes have happened. */
  readonly afterwards?: () => void;
}

/**
 * Writes a patch: one batch that looks at what is there, one that writes (and one between them where flags of ours stand
 * that were not seen before). What cannot be written is refused by itself and named in the receipt; the rest is written.
 */
export async function applyPatch(run: ExcelRun, memory: HostMemory, patch: Patch): Promise<Receipt> {
  return run(async (context) => {
    const looks = patch.edits.map((edit) => lookAt(context, edit, memory));
    await context.sync();
    const asked = looks.map((look) => look.ask());
    if (asked.some((needed) => needed)) await context.sync();
    const decisions = looks.map((look) => look.decide(context));
    const undo: Patch = {
      for: patch.for,
      command: 'undo',
      edits: decisions
        .map((decision) => decision.undo)
        .reverse()
        .flat(),
    };
    const refused = decisions.flatMap((decision) => decision.refused ?? []);
    if (decisions.every((decision) => !decision.write)) return { undo, refused };
    try {
      for (const decision of decisions) decision.write?.(context);
      await context.sync();
    } catch (error) {
      throw new PatchInterrupted(problemOf(error), undo);
    }
    for (const decision of decisions) decision.afterwards?.();
    return { undo, refused };
  });
}

interface Look {
  /** After the first batch: asks for more where that is needed, and says so. */
  ask(): boolean;
  readonly decide: Step;
}

const nothingMore = (): boolean => false;
const refuse = (edit: Edit, because: Refusal['because'], at?: CellRef): Decision => ({
  undo: [],
  refused: { edit, because, ...(at ? { at } : {}) },
});

function lookAt(context: Excel.RequestContext, edit: Edit, memory: HostMemory): Look {
  switch (edit.do) {
    case 'setValue':
    case 'setFormula':
      return lookAtCell(context, edit);
    case 'setFlags':
      return lookAtFlags(context, edit, memory);
    case 'setNotes':
      // Legacy notes came with ExcelApi 1.18; the library that can be served offline has none of it.
      return { ask: nothingMore, decide: () => refuse(edit, 'unsupported') };
    case 'putSheet':
    case 'removeSheet':
      return lookAtOwnSheet(context, edit, memory);
    case 'drawSheet':
    case 'restoreSheet':
    case 'insertRows':
    case 'deleteRows':
      return { ask: nothingMore, decide: () => refuse(edit, 'unsupported') };
  }
}

function lookAtSheet(context: Excel.RequestContext, name: string): Excel.Worksheet {
  const sheet = context.workbook.worksheets.getItemOrNullObject(name);
  sheet.load('name');
  sheet.protection.load('protected');
  return sheet;
}

function lookAtCell(
  context: Excel.RequestContext,
  edit: Extract<Edit, { readonly do: 'setValue' | 'setFormula' }>,
): Look {
  const { at } = edit;
  const sheet = lookAtSheet(context, at.sheet);
  const cell = sheet.getRangeByIndexes(at.row, at.column, 1, 1);
  cell.load('values,formulas,numberFormat');
  cell.format.protection.load('locked');
  const merged = loadPlaces(cell.getMergedAreasOrNullObject());
  return {
    ask: nothingMore,
    decide: () => {
      if (sheet.isNullObject) return refuse(edit, 'sheet-missing', at);
      if (sheet.protection.protected && cell.format.protection.locked) return refuse(edit, 'protected', at);
      const anchor = areasOf(merged)[0];
      if (anchor && (anchor.top !== at.row || anchor.left !== at.column)) return refuse(edit, 'merged', at);
      const was = String(cell.numberFormat[0]?.[0] ?? 'General');
      const format = newFormat(edit.format, was);
      const inverse = inverseOf(at, cell.values[0]?.[0], cell.formulas[0]?.[0]);
      return {
        undo: [format === undefined ? inverse : { ...inverse, format: { code: was, always: true } }],
        write: () => {
          // First: a formula that is put into a cell formatted as text would become one.
          if (format !== undefined) cell.numberFormat = [[format]];
          if (edit.do === 'setFormula') cell.formulas = [[`=${edit.to}`]];
          else cell.values = [[typedAsIs(edit.to)]];
        },
      };
    },
  };
}

/** The number format that a cell gets; undefined where it keeps its own. */
function newFormat(wanted: NumberFormat | undefined, was: string): string | undefined {
  if (!wanted || wanted.code === was) return undefined;
  return wanted.always || was === 'General' || was === '@' ? wanted.code : undefined;
}

function inverseOf(
  at: CellRef,
  value: unknown,
  written: unknown,
): Extract<Edit, { readonly do: 'setValue' | 'setFormula' }> {
  const isFormula = typeof written === 'string' && written.startsWith('=') && written !== value;
  return isFormula ? { do: 'setFormula', at, to: written.slice(1) } : { do: 'setValue', at, to: valueOf(value) };
}

/** A text is parsed as if typed unless it begins with an apostrophe, which Excel takes off. */
function typedAsIs(value: string | number | boolean | null): string | number | boolean {
  if (value === null) return '';
  return typeof value === 'string' ? `'${value}` : value;
}

function lookAtFlags(
  context: Excel.RequestContext,
  edit: Extract<Edit, { readonly do: 'setFlags' }>,
  memory: HostMemory,
): Look {
  const sheet = lookAtSheet(context, edit.sheet);
  const rules = loadRules(sheet);
  const asked = new Map<string, Excel.RangeAreas>();
  return {
    ask: () => {
      if (sheet.isNullObject) return false;
      for (const { id, format } of rulesOfOurs(rules)) {
        if (!memory.recall(id)) asked.set(id, loadPlaces(format.getRanges()));
      }
      return asked.size > 0;
    },
    decide: () => {
      if (sheet.isNullObject) return refuse(edit, 'sheet-missing');
      const standing = rulesOfOurs(rules);
      const undo: Edit = {
        do: 'setFlags',
        sheet: edit.sheet,
        flags: joinFlags(standing.flatMap((rule) => flagOf(rule, asked, memory))),
      };
      if (standing.length === 0 && edit.flags.length === 0) return { undo: [] };
      if (sheet.protection.protected) return refuse(edit, 'protected');
      let added: ReturnType<typeof addFlags> = [];
      return {
        undo: [undo],
        write: () => {
          for (const { format } of standing) format.delete();
          added = addFlags(sheet, edit.flags);
        },
        afterwards: () => {
          for (const { format, flag } of added) memory.remember(format.id, flag);
        },
      };
    },
  };
}

function flagOf(
  rule: ReturnType<typeof rulesOfOurs>[number],
  asked: ReadonlyMap<string, Excel.RangeAreas>,
  memory: HostMemory,
): readonly CellFlag[] {
  const ranges = asked.get(rule.id);
  if (ranges) return [{ severity: rule.severity, areas: areasOf(ranges) }];
  const known = memory.recall(rule.id);
  return known ? [known] : [];
}

function lookAtOwnSheet(
  context: Excel.RequestContext,
  edit: Extract<Edit, { readonly do: 'putSheet' | 'removeSheet' }>,
  memory: HostMemory,
): Look {
  const name = edit.do === 'putSheet' ? edit.sheet.name : edit.sheet;
  const sheet = lookAtSheet(context, name);
  sheet.names.load('items/name');
  return {
    ask: nothingMore,
    decide: () => {
      const exists = !sheet.isNullObject;
      if (exists && !sheet.names.items.some((item) => isMarkedOurs(item.name))) return refuse(edit, 'not-ours');
      if (!exists && edit.do === 'removeSheet') return refuse(edit, 'sheet-missing');
      const before = memory.ownSheets.get(name);
      const restore: readonly Edit[] = exists && before ? [{ do: 'putSheet', sheet: before }] : [];
      if (edit.do === 'removeSheet') {
        return { undo: restore, write: () => sheet.delete(), afterwards: () => void memory.ownSheets.delete(name) };
      }
      return {
        undo: restore.length > 0 ? restore : [{ do: 'removeSheet', sheet: name }],
        write: (within) => {
          if (exists) sheet.delete();
          drawOwnSheet(within, edit.sheet);
        },
        afterwards: () => void memory.ownSheets.set(name, edit.sheet),
      };
    },
  };
}
