import { moveReferences } from '../../../engine/formula/move';
import type { Area, CellRef } from '../../../engine/snapshot/address';
import { isCellEdit, sheetOf, type CellEdit } from '../../../engine/snapshot/edits';
import type { Edit, Patch, Refusal } from '../../../engine/snapshot/patch';
import type { CellFlag } from '../../../engine/snapshot/snapshot';
import { sheetNamed } from '../../../engine/snapshot/snapshot';
import type { RowMoves } from '../../../engine/snapshot/row-moves';
import { rowsTakenOut } from '../../../engine/snapshot/row-moves';
import type { CellDecision, NewRow } from './decide-cells';
import { decideCells } from './decide-cells';
import type { RowWork, RowWorkItem } from './decide-rows';
import {
  bareLike,
  decideDeletions,
  insertionRefused,
  insertionSteps,
  movesOf,
  undoOfInsertions,
  witnessesIn,
} from './decide-rows';
import type { SheetEdit } from './decide-sheets';
import { creates, decideSheet } from './decide-sheets';
import { flagSteps, joinFlags } from '../write/flags';
import type { Sighting } from '../look/look';
import type { Memory } from '../memory';
import { presentRow, rowsOf } from './row-operations';
import { forgetStep } from '../write/row-steps';
import type { Step } from '../api/step';
import type { SheetWay, Way } from './way';
import { sheetWay } from './way';
import type { Held } from '../api/contents';
import type { CellWrite } from '../write/write-cells';
import { cellSteps } from '../write/write-cells';

/** What a patch comes to on the workbook as it stands. */
export interface Plan {
  /** In the order in which they have to be carried out. */
  readonly steps: readonly Step[];
  /** What takes all of it back, in the same order. */
  readonly undo: readonly Edit[];
  /** The edits that are carried out, each with what it expects to meet. */
  readonly accepted: readonly Edit[];
  readonly refused: readonly Refusal[];
  /** Hidden names to be taken away at the end, by their sheet. */
  readonly witnesses: readonly { readonly sheet: string; readonly name: string }[];
  readonly cells: readonly CellDecision[];
  /** Cells that somebody changed just before they were written; told while the steps are carried out. */
  readonly overruns: readonly Overrun[];
}

/** What was found in a cell when it was written over. */
export interface Overrun {
  readonly edit: CellEdit;
  readonly write: CellWrite;
  readonly found: Held;
  /** Where the cell is when all of the patch has been carried out; undefined where it is taken out. */
  readonly at: CellRef | undefined;
}

type Of<Kind extends Edit['do']> = Extract<Edit, { readonly do: Kind }>;

const isSheetEdit = (edit: Edit): edit is SheetEdit =>
  edit.do === 'putSheet' || edit.do === 'drawSheet' || edit.do === 'restoreSheet' || edit.do === 'removeSheet';

/**
 * Decides upon every edit of a patch. What cannot be written is refused by itself and named, the rest is written: rows are put in
 * first, then come sheets that others may refer to, cells, the contents of sheets, flags; sheets and rows go last.
 */
export function decide(patch: Patch, sighting: Sighting, memory: Memory, way: Way): Plan {
  return new Decision(patch, sighting, memory, way).plan();
}

class Decision {
  private readonly refused: Refusal[] = [];
  private readonly names: readonly string[];
  private readonly ways: ReadonlyMap<string, SheetWay>;
  private readonly moves: ReadonlyMap<string, RowMoves>;

  constructor(
    private readonly patch: Patch,
    private readonly sighting: Sighting,
    private readonly memory: Memory,
    private readonly way: Way,
  ) {
    this.names = [...new Set(patch.edits.map(sheetOf))];
    this.ways = new Map(this.names.map((name) => [name, sheetWay(patch, name, way, sighting)]));
    this.moves = new Map(
      this.names.flatMap((name) => {
        const moves = movesOf(this.rows(name).insertions);
        return moves ? [[name.toLowerCase(), moves] as const] : [];
      }),
    );
  }

  plan(): Plan {
    const held = this.heldBack();
    if (held) return { steps: [], undo: [], accepted: [], refused: held, witnesses: [], cells: [], overruns: [] };
    const cells = this.names.map((name) => this.cellsOf(name)).flat();
    const deletions = this.names.map((name) =>
      decideDeletions(name, this.sighting.sheet(name), this.rows(name).deletions, cells, this.sighting),
    );
    // A row that stays keeps all it holds, not only what somebody has written into it.
    const written = cells.filter(({ edit }) => !deletions[this.names.indexOf(edit.at.sheet)]?.stays(edit.at.row));
    const sheetEdits = this.patch.edits.filter(isSheetEdit);
    const sheets = sheetEdits.map((edit) =>
      decideSheet(edit, {
        sighting: this.sighting,
        sheetCount: this.sighting.sheetCount + sheetEdits.filter((one) => creates(one, this.sighting)).length,
        memory: this.memory,
        goesOn: this.way.kind === 'goesOn',
        moved: (formula, sheet) => this.moved(formula, sheet),
      }),
    );
    const flags = this.patch.edits.flatMap((edit) => (edit.do === 'setFlags' ? [this.flagsOf(edit)] : []));
    const unsupported = this.patch.edits.filter((edit) => edit.do === 'setNotes');
    this.refused.push(
      ...written.flatMap(({ refused }) => refused ?? []),
      ...sheets.flatMap(({ refused }) => refused ?? []),
      ...flags.flatMap(({ refused }) => refused ?? []),
      // Legacy notes came with ExcelApi 1.18; the library that can be served offline has none of it.
      ...unsupported.map((edit): Refusal => ({ edit, because: 'unsupported' })),
      ...deletions.flatMap(({ refused }) => refused),
    );
    const insertions = this.names.flatMap((name) => this.insertionsOf(name));
    const stale = this.way.kind === 'fresh' ? this.standing() : [];
    const toWrite = written.filter(({ write }) => write);
    const overruns: Overrun[] = [];
    const goes = new Map(this.names.map((name, index) => [name, goneRows(deletions[index]?.taken ?? [])]));
    const overrunIn =
      (sheet: string) =>
      (write: CellWrite, found: Held): void => {
        const edit = toWrite.find((one) => one.write === write)?.edit;
        const row = goes.get(sheet)?.row(write.row);
        if (edit)
          overruns.push({
            edit,
            write,
            found,
            at: row === undefined ? undefined : { sheet, row, column: write.column },
          });
      };
    return {
      steps: [
        ...(stale.length > 0 ? [forgetStep(stale)] : []),
        ...insertions,
        ...sheets.flatMap(({ create }) => create),
        ...this.names.flatMap((name) => cellSteps(name, writesOf(name, toWrite), overrunIn(name))),
        ...sheets.flatMap(({ fill }) => fill),
        ...flags.flatMap(({ steps }) => steps),
        ...sheets.flatMap(({ remove }) => remove),
        ...deletions.flatMap(({ steps }) => steps),
      ],
      undo: [
        ...deletions.flatMap(({ undo }) => undo),
        ...toWrite.flatMap(({ undo }) => undo ?? []).reverse(),
        ...sheets.flatMap(({ undo }) => undo ?? []).reverse(),
        ...flags.flatMap(({ undo }) => undo ?? []),
        ...this.names.flatMap((name) => undoOfInsertions(this.rows(name).insertions)),
      ],
      accepted: this.accepted(written),
      refused: this.refused,
      witnesses: this.left(deletions.flatMap(({ taken }) => taken)),
      cells: written,
      overruns,
    };
  }

  private rows(name: string): RowWork {
    return this.ways.get(name)?.rows ?? { insertions: [], deletions: [] };
  }

  /** Where rows cannot be put in, nothing else of the patch is right: all its cells are counted with those rows. */
  private heldBack(): readonly Refusal[] | undefined {
    const reasons = new Map(
      this.names.flatMap((name) => {
        const reason = this.rows(name).insertions.length > 0 ? insertionRefused(this.sighting.sheet(name)) : undefined;
        return reason ? [[name, reason] as const] : [];
      }),
    );
    if (reasons.size === 0) return undefined;
    return this.patch.edits.map((edit): Refusal => {
      const reason = edit.do === 'insertRows' ? reasons.get(edit.sheet) : undefined;
      return { edit, because: reason ?? 'rows-refused' };
    });
  }

  private cellsOf(name: string): readonly CellDecision[] {
    const way = this.ways.get(name);
    const edits = this.patch.edits.filter(isCellEdit).filter(({ at }) => at.sheet === name);
    if (!way || way.cells === 'untouched') return [];
    if (way.cells === 'unclear') {
      return edits.map((edit) => ({
        edit,
        now: { value: null },
        refused: { edit, because: 'changed-meanwhile', at: edit.at },
      }));
    }
    const operations = way.rows.insertions.map(({ operation, back }) => ({
      ...operation,
      edit: { ...operation.edit, at: back?.below ?? operation.edit.at },
    }));
    const blocks = rowsOf(operations);
    const made = this.memory.snapshot(this.patch.for);
    return decideCells({
      seen: this.sighting.sheet(name),
      edits,
      made: made && sheetNamed(made.snapshot, name),
      present: presentRow(operations),
      moved: (formula) => this.moved(formula, name),
      dressedLike: (row) => {
        const bare = way.rows.bare?.find(({ operation: { edit }, below }) => row < below && row >= below - edit.count);
        return bare ? bareLike(bare) : row;
      },
      added: (row): NewRow | undefined => {
        const block = blocks.find(({ at, edit }) => row >= at && row < at + edit.count);
        return block && { above: block.edit.at, like: block.edit.like ?? Math.max(0, block.edit.at - 1) };
      },
    });
  }

  /** A formula as Excel will have it once all rows have been put in. */
  private moved(formula: string, sheet: string): string {
    if (this.moves.size === 0) return formula;
    return moveReferences(formula, sheet, (name) => this.moves.get(name.toLowerCase()));
  }

  private insertionsOf(name: string): readonly Step[] {
    const seen = this.sighting.sheet(name);
    return seen.state === 'there' ? insertionSteps(seen, this.rows(name)) : [];
  }

  private flagsOf(edit: Of<'setFlags'>): {
    readonly steps: readonly Step[];
    readonly undo?: Edit;
    readonly refused?: Refusal;
  } {
    const seen = this.sighting.sheet(edit.sheet);
    if (seen.state !== 'there') {
      const because = seen.state === 'missing' ? 'sheet-missing' : 'sheet-renamed';
      return { steps: [], refused: { edit, because } };
    }
    const unsaid = this.way.kind === 'goesOn' ? seen.facts.unsaidRules.map((id) => ({ id })) : [];
    const rules = [...seen.facts.rules, ...unsaid];
    if (rules.length === 0 && edit.flags.length === 0) return { steps: [] };
    if (seen.facts.isProtected) return { steps: [], refused: { edit, because: 'protected' } };
    const moves = this.moves.get(edit.sheet.toLowerCase());
    const flags = joinFlags(seen.flags).map(({ severity, areas }): CellFlag => {
      return { severity, areas: areas.flatMap((area) => movedArea(area, moves) ?? []) };
    });
    return {
      steps: flagSteps(edit.sheet, rules, edit.flags, this.memory),
      undo: { do: 'setFlags', sheet: edit.sheet, flags },
    };
  }

  private accepted(cells: readonly CellDecision[]): readonly Edit[] {
    const refused = new Set(this.refused.map(({ edit }) => edit));
    const byEdit = new Map<Edit, CellDecision>(cells.map((decision) => [decision.edit, decision]));
    return this.patch.edits.flatMap((edit): Edit[] => {
      if (!isCellEdit(edit)) return refused.has(edit) ? [] : [edit];
      const decision = byEdit.get(edit);
      if (!decision?.write) return [];
      const { now } = decision;
      return [{ ...edit, expects: 'formula' in now ? { formula: now.formula } : { value: now.value } }];
    });
  }

  /** The hidden names that stand in the sheets of the patch. */
  private standing(): Plan['witnesses'] {
    return this.names.flatMap((sheet) => witnessesIn(this.sighting.sheet(sheet)).map((name) => ({ sheet, name })));
  }

  /** Those that will once the given deletions and all insertions have happened. Taking an operation back takes its own away. */
  private left(deletions: readonly RowWorkItem[]): Plan['witnesses'] {
    const items = [...this.names.flatMap((name) => this.rows(name).insertions), ...deletions];
    const named = items.map(({ operation, back }) => ({ sheet: operation.edit.sheet, name: operation.witness, back }));
    const made = named.flatMap(({ sheet, name, back }) => (back ? [] : [{ sheet, name }]));
    if (this.way.kind === 'fresh') return made;
    const isNamed = ({ sheet, name }: { readonly sheet: string; readonly name: string }): boolean =>
      named.some((one) => one.sheet === sheet && one.name === name);
    return [...this.standing().filter((one) => !isNamed(one)), ...made];
  }
}

/** Where rows go when others are taken out. */
function goneRows(taken: readonly RowWorkItem[]): RowMoves {
  return rowsTakenOut(
    taken.map(({ operation: { edit }, back }) => ({ at: back ? back.below - edit.count : edit.at, count: edit.count })),
  );
}

function movedArea(area: Area, moves: RowMoves | undefined): Area | undefined {
  const rows = moves ? moves.span(area.top, area.bottom) : { from: area.top, to: area.bottom };
  return rows && { ...area, top: rows.from, bottom: rows.to };
}

function writesOf(sheet: string, decisions: readonly CellDecision[]) {
  return decisions.flatMap(({ edit, write }) => (write && edit.at.sheet === sheet ? [write] : []));
}
