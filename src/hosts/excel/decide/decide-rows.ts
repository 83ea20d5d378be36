import { moveReferences } from '../../../engine/formula/move';
import type { Edit, Refusal, RefusalCode } from '../../../engine/snapshot/patch';
import type { RowMoves } from '../../../engine/snapshot/row-moves';
import { rowsPutIn, rowsTakenOut } from '../../../engine/snapshot/row-moves';
import type { CellDecision } from './decide-cells';
import type { Seen, SeenSheet, Sighting } from '../look/look';
import type { Done, RowEdit, RowOperation } from './row-operations';
import { isWitness, rowsOf } from './row-operations';
import type { RowLooks } from '../write/row-steps';
import { deleteStep, insertStep, looksStep, takeBackDeletion, takeBackInsertion } from '../write/row-steps';
import type { Step } from '../api/step';

/**
 * What has to be done to the rows of one sheet: operations of the patch, or operations of an interrupted one to be taken back.
 * Insertions and deletions never come together.
 */
export interface RowWork {
  readonly insertions: readonly RowWorkItem[];
  readonly deletions: readonly RowWorkItem[];
  /** Rows that have been put in, perhaps without their looks: it may have stopped just between. */
  readonly bare?: readonly Done[];
}

/** Counted in the rows as they are, in the order of carrying out. */
export interface RowWorkItem {
  readonly operation: RowOperation;
  /** What is taken back. */
  readonly back?: Done;
}

export const NO_ROW_WORK: RowWork = { insertions: [], deletions: [] };

/** Why rows cannot be put into a sheet; undefined where they can. */
export function insertionRefused(seen: SeenSheet): RefusalCode | undefined {
  if (seen.state !== 'there') return seen.state === 'missing' ? 'sheet-missing' : 'sheet-renamed';
  if (seen.facts.isProtected) return 'protected';
  return seen.isFiltered ? 'filtered' : undefined;
}

/** Puts rows in, from below upwards. */
export function insertionSteps(seen: Seen, { insertions, bare = [] }: RowWork): readonly Step[] {
  const there = bare.map((done) => {
    const { edit } = done.operation;
    const at = done.below - edit.count;
    return looksStep({ ...edit, at }, looksOf(seen, bareLike(done), bareLike(done), at));
  });
  let done: readonly RowEdit[] = [];
  const added = insertions.map(({ operation, back }) => {
    const at = back?.below ?? operation.edit.at;
    const edit = { ...operation.edit, at };
    const like = likeOf(edit, at);
    done = [...done, edit];
    const likeThen = done.reduce((row, one) => (one.at <= like ? row + one.count : row), like);
    const looks = looksOf(seen, like, likeThen, at);
    return back
      ? takeBackDeletion(operation, back.below, looks)
      : insertStep(operation, looks, witnessesIn(seen).includes(operation.witness));
  });
  return [...there, ...added];
}

/** The row, as the sheet stands, whose looks rows take that have been put in. */
export function bareLike({ operation: { edit }, below }: Done): number {
  const like = likeOf(edit, below - edit.count);
  return like < below - edit.count ? like : like + edit.count;
}

const likeOf = ({ like }: RowEdit, at: number): number => like ?? Math.max(0, at - 1);

/** The witnesses that stand in a sheet. */
export function witnessesIn(seen: SeenSheet): readonly string[] {
  return seen.state === 'there' ? seen.facts.names.map(({ name }) => name).filter(isWitness) : [];
}

function looksOf(seen: Seen, like: number, likeThen: number, at: number): RowLooks {
  const through = [...seen.facts.merges, ...seen.grid.merges].filter(
    ({ top, bottom }) => top < bottom && ((top <= like && like <= bottom) || (top < at && at <= bottom)),
  );
  return {
    like: likeThen,
    height: seen.rowHeight(like),
    without: through.map(({ left, right }) => ({ from: left, to: right })),
    right: seen.facts.formatted?.right ?? 0,
  };
}

/** What takes insertions back: the rows as they are once all have happened. */
export function undoOfInsertions(items: readonly RowWorkItem[]): readonly Edit[] {
  return rowsOf(items.map(({ operation }) => operation)).map(({ edit, at }) => ({
    do: 'deleteRows',
    sheet: edit.sheet,
    at,
    count: edit.count,
    ...(edit.like === undefined ? {} : { like: edit.like }),
  }));
}

export interface DeletionDecision {
  readonly steps: readonly Step[];
  /** What is carried out. */
  readonly taken: readonly RowWorkItem[];
  readonly undo: readonly Edit[];
  readonly refused: readonly Refusal[];
  /** Rows that stay with all they hold, since somebody has written into them or refers to them. */
  readonly stays: (row: number) => boolean;
}

/**
 * Takes rows out, unless somebody has written into them meanwhile, or a formula would lose what it refers to. `cells` says what the
 * same patch writes into the sheets before.
 */
export function decideDeletions(
  sheet: string,
  seen: SeenSheet,
  items: readonly RowWorkItem[],
  cells: readonly CellDecision[],
  sighting: Sighting,
): DeletionDecision {
  const judged = items.map((item) => {
    const { operation, back } = item;
    const from = back ? back.below - operation.edit.count : operation.edit.at;
    const rows = { from, to: from + operation.edit.count - 1 };
    return { item, rows, refused: deletionRefused(operation.edit, sheet, seen, rows, cells, sighting) };
  });
  const taken = judged.filter(({ refused }) => !refused);
  return {
    steps: taken.map(({ item: { operation, back } }) =>
      back
        ? takeBackInsertion(operation, back.below)
        : deleteStep(operation, witnessesIn(seen).includes(operation.witness)),
    ),
    taken: taken.map(({ item }) => item),
    undo: undoOfDeletions(taken.map(({ item, rows }) => ({ edit: item.operation.edit, at: rows.from }))),
    refused: judged.flatMap(({ refused }) => refused ?? []),
    stays: (row) => judged.some(({ refused, rows }) => refused && row >= rows.from && row <= rows.to),
  };
}

function deletionRefused(
  edit: RowEdit,
  sheet: string,
  seen: SeenSheet,
  rows: { readonly from: number; readonly to: number },
  cells: readonly CellDecision[],
  sighting: Sighting,
): Refusal | undefined {
  if (seen.state !== 'there') return { edit, because: seen.state === 'missing' ? 'sheet-missing' : 'sheet-renamed' };
  if (seen.facts.isProtected) return { edit, because: 'protected' };
  const written = new Map(
    cells.flatMap(({ edit: { at }, write }) =>
      write ? [[`${at.sheet}\u0000${at.row},${at.column}`, write] as const] : [],
    ),
  );
  const right = Math.max(seen.facts.formatted?.right ?? 0, seen.facts.used?.right ?? 0);
  for (let row = rows.from; row <= rows.to; row++) {
    for (let column = 0; column <= right; column++) {
      const held = written.get(`${sheet}\u0000${row},${column}`)?.held ?? seen.grid.held(row, column);
      if (!('value' in held) || held.value !== null)
        return { edit, because: 'changed-meanwhile', at: { sheet, row, column }, found: held };
    }
  }
  const moves = rowsTakenOut([{ at: rows.from, count: edit.count }]);
  const loser = sighting.formulas.find((standing) => {
    const isIn = sameName(standing.sheet, sheet) && standing.row >= rows.from && standing.row <= rows.to;
    const isReplaced = written.has(`${standing.sheet}\u0000${standing.row},${standing.column}`);
    if (isIn || isReplaced) return false;
    const after = moveReferences(standing.formula, standing.sheet, (name) =>
      sameName(name, sheet) ? moves : undefined,
    );
    return lost(after) > lost(standing.formula);
  });
  if (!loser) return undefined;
  const at = { sheet: loser.sheet, row: loser.row, column: loser.column };
  return { edit, because: 'changed-meanwhile', at, found: { formula: loser.formula } };
}

const sameName = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();

/** How many references of a formula point nowhere. */
const lost = (formula: string): number => formula.split('#REF!').length;

/** Where the rows of a sheet go when rows are put in; undefined where none are. */
export function movesOf(items: readonly RowWorkItem[]): RowMoves | undefined {
  if (items.length === 0) return undefined;
  return rowsPutIn(
    items.map(({ operation, back }) => ({ at: back?.below ?? operation.edit.at, count: operation.edit.count })),
  );
}

/** Rows come back above the row that is there once all are gone. */
function undoOfDeletions(taken: readonly { readonly edit: RowEdit; readonly at: number }[]): readonly Edit[] {
  return taken.map(({ edit, at }) => {
    const gone = taken.reduce((sum, one) => (one.at < at ? sum + one.edit.count : sum), 0);
    const above = at - gone;
    return {
      do: 'insertRows',
      sheet: edit.sheet,
      at: above,
      count: edit.count,
      like: edit.like ?? Math.max(0, above - 1),
    };
  });
}
