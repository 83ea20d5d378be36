import type { Book } from '../book/book';
import { figuresOf, type Figure } from '../book/book';
import { valueOf } from '../book/assemble';
import { recalculate } from '../formula/recalculate';
import { readAmount } from '../amount/read-amount';
import { referencedAreas } from '../formula/references';
import { cellKey, type CellRef } from '../snapshot/address';
import { cellAt, sheetNamed, type Cell, type SheetSnapshot, type Snapshot } from '../snapshot/snapshot';
import { applied } from './applied';
import { fillEdits } from './edits';
import type { Follows } from './plan';
import { settle, type SettleOptions, type Settlement } from './settle';

export interface Settled extends Settlement {
  readonly follows: readonly Follows[];
}

/** Formulas of the user's may depend on each other through cells that are filled; more steps than this no workbook takes. */
const MOST_ROUNDS = 12;

/**
 * Works out what every cell should hold in a workbook that has formulas of its own. They come to something else once blanks are
 * filled, and what is filled may rest on them: so the fill is calculated through, and settled again with what they came to, until
 * nothing changes. A fill that would close a circle is left out; a formula that said the right thing and would not any more
 * (a sum over cells that are sums now themselves) is written anew.
 */
export function settleWithFormulas(
  book: Book,
  snapshot: Snapshot,
  read: (snapshot: Snapshot) => Book,
  options: Omit<SettleOptions, 'circular' | 'renewed'>,
): Settled {
  const circular = new Set<string>();
  const renewed = new Set<string>();
  const settleOn = (of: Book, values = options.values): Settlement =>
    settle(of, { ...options, ...(values === undefined ? {} : { values }), circular, renewed });
  if (!snapshot.sheets.some(hasFormula)) return { ...settleOn(book), follows: [] };

  const asRead = new Map([...figuresOf(book)].map((figure) => [cellKey(figure.cell), figure]));
  const fixed = notOurs(snapshot);
  let present = snapshot;
  let presentBook = book;
  for (let round = 0; ; round++) {
    const settlement = settleOn(presentBook);
    const after = calculated(snapshot, settlement, fixed);
    // Amounts close no circle, but what they rest on must not rest on them either.
    const asFormulas = options.values === true ? settleOn(presentBook, false) : settlement;
    const circles = circlesIn(asFormulas, options.values === true ? calculated(snapshot, asFormulas, fixed) : after);
    const unsure = unsureFormulas(snapshot, after, settlement);
    const spoilt = spoiltFormulas(asRead, settlement, after, unsure).filter((key) => !renewed.has(key));
    const next = withResults(present, after);
    const isDone = circles.every((key) => circular.has(key)) && spoilt.length === 0 && next === present;
    if (isDone || round === MOST_ROUNDS)
      return { ...settlement, follows: followsIn(snapshot, after, settlement, unsure) };
    for (const key of circles) circular.add(key);
    for (const key of spoilt) renewed.add(key);
    present = next;
    presentBook = read(present);
  }
}

type Fixed = (sheet: string, row: number, column: number) => string | undefined;

/** What only the host could say of a formula (an array, precision as displayed) is remembered in its cell. */
function notOurs(snapshot: Snapshot): Fixed {
  const reasons = new Map<string, string>();
  for (const { name, rows } of snapshot.sheets) {
    for (const { row, cells } of rows) {
      for (const { column, notRecalculated } of cells) {
        if (notRecalculated === 'array-formula' || notRecalculated === 'precision-as-displayed')
          reasons.set(cellKey({ sheet: name, row, column }), notRecalculated);
      }
    }
  }
  return (sheet, row, column) => reasons.get(cellKey({ sheet, row, column }));
}

function calculated(snapshot: Snapshot, { fills, numbers }: Settlement, fixed: Fixed): Snapshot {
  return recalculate(applied(snapshot, fillEdits({ inserts: [], fills, numbers })), fixed);
}

const hasFormula = (sheet: SheetSnapshot): boolean =>
  sheet.rows.some(({ cells }) => cells.some((cell) => cell.formula !== undefined));

/** The cells filled by a formula that would depend on itself. */
function circlesIn({ fills }: Settlement, after: Snapshot): readonly string[] {
  const sheets = new Map(after.sheets.map((sheet) => [sheet.name, sheet]));
  return fills.flatMap(({ cell, formula }) => {
    const sheet = sheets.get(cell.sheet);
    const there = formula === undefined || !sheet ? undefined : cellAt(sheet, cell.row, cell.column);
    return there?.notRecalculated === 'circular' ? [cellKey(cell)] : [];
  });
}

/** Formulas of the user's that nobody here can calculate, and that refer to cells which are filled. */
function unsureFormulas(before: Snapshot, after: Snapshot, { fills, numbers }: Settlement): ReadonlySet<string> {
  const filled = new Map<string, CellRef[]>();
  for (const { cell } of [...fills, ...numbers]) {
    const list = filled.get(cell.sheet.toUpperCase());
    if (list) list.push(cell);
    else filled.set(cell.sheet.toUpperCase(), [cell]);
  }
  const found = new Set<string>();
  for (const [index, { name, rows }] of before.sheets.entries()) {
    const calculatedSheet = after.sheets[index];
    for (const { row, cells } of rows) {
      for (const { column, formula } of cells) {
        const there = formula === undefined || !calculatedSheet ? undefined : cellAt(calculatedSheet, row, column);
        if (formula === undefined || there?.formula !== formula || there.notRecalculated === undefined) continue;
        const isFilled = referencedAreas(formula, name).some(({ sheet, area }) =>
          filled
            .get(sheet.toUpperCase())
            ?.some(
              (cell) =>
                area.top <= cell.row &&
                cell.row <= area.bottom &&
                area.left <= cell.column &&
                cell.column <= area.right,
            ),
        );
        if (isFilled) found.add(cellKey({ sheet: name, row, column }));
      }
    }
  }
  return found;
}

/**
 * Formulas of the user's that said what follows from the rest, and do not once everything is filled; of those that cannot be
 * calculated it is taken that they do not.
 */
function spoiltFormulas(
  asRead: ReadonlyMap<string, Figure>,
  { byFormula }: Settlement,
  after: Snapshot,
  unsure: ReadonlySet<string>,
): readonly string[] {
  return [...byFormula].flatMap(([key, computed]) => {
    const figure = asRead.get(key);
    const sheet = figure && sheetNamed(after, figure.cell.sheet);
    if (!figure || !sheet || figure.value === undefined || !figure.value.equals(computed)) return [];
    const value = valueOf(
      readAmount(cellAt(sheet, figure.cell.row, figure.cell.column)?.value ?? null),
      figure.moneyUnit,
    );
    return value?.equals(computed) === true && !unsure.has(key) ? [] : [key];
  });
}

/** The workbook as it is, its own formulas with what they come to after the fill. */
function withResults(snapshot: Snapshot, after: Snapshot): Snapshot {
  const sheets = snapshot.sheets.map((sheet, index) => {
    const calculatedSheet = after.sheets[index];
    if (!calculatedSheet || !hasFormula(sheet)) return sheet;
    const rows = sheet.rows.map((row) => {
      if (row.cells.every((cell) => cell.formula === undefined)) return row;
      const cells = row.cells.map((cell) => withResult(cell, cellAt(calculatedSheet, row.row, cell.column)));
      return cells.every((cell, i) => cell === row.cells[i]) ? row : { ...row, cells };
    });
    return rows.every((row, i) => row === sheet.rows[i]) ? sheet : { ...sheet, rows };
  });
  return sheets.every((sheet, index) => sheet === snapshot.sheets[index]) ? snapshot : { ...snapshot, sheets };
}

function withResult(cell: Cell, after: Cell | undefined): Cell {
  if (cell.formula === undefined || after?.formula !== cell.formula || after.value === cell.value) return cell;
  return { ...cell, value: after.value };
}

/** The user's formulas that stay and come to something else. */
function followsIn(
  before: Snapshot,
  after: Snapshot,
  { fills }: Settlement,
  unsure: ReadonlySet<string>,
): readonly Follows[] {
  const written = new Set(fills.map(({ cell }) => cellKey(cell)));
  return before.sheets.flatMap((sheet, index) => {
    const calculatedSheet = after.sheets[index];
    if (sheet.ours || !calculatedSheet || !hasFormula(sheet)) return [];
    return sheet.rows.flatMap(({ row, cells }) =>
      cells.flatMap((cell): readonly Follows[] => {
        const at = { sheet: sheet.name, row, column: cell.column };
        if (cell.formula === undefined || written.has(cellKey(at))) return [];
        const value = unsure.has(cellKey(at)) ? undefined : (cellAt(calculatedSheet, row, cell.column)?.value ?? null);
        return value === cell.value ? [] : [{ cell: at, formula: cell.formula, before: cell.value, after: value }];
      }),
    );
  });
}
