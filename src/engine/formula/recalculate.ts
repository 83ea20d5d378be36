import type { Cell, CellValue, SheetSnapshot, Snapshot } from '../snapshot/snapshot';
import { CopiedDown } from './copied-down';
import { evaluate, precedents } from './evaluate';
import type { SheetLookup } from './evaluate';
import { Grid } from './grid';
import type { FormulaNode } from './grid';
import type { NotRecalculatedReason } from './parse';
import { Beyond, fifteenDigits, toCell } from './value';

/** What only the host knows of a formula: why it must not be computed from its text (array formula, data table); undefined if it may. */
export type HostReason = (sheet: string, row: number, column: number) => NotRecalculatedReason | undefined;

/**
 * The snapshot with each formula's present value. Numbers are binary doubles as in Excel, not decimals: the value has to be the one that Excel
 * would have stored, and a cached value that agrees in the 15 digits Excel shows is kept as it is. A formula that is beyond us keeps its
 * cached value (null where there is none) and says why in `notRecalculated`: circular references, unknown functions, other workbooks, defined
 * names, arrays. So does one that rests on such a formula, unless it comes to its cached value anyway. In sheets that are `settled`, as
 * they have been calculated just now, only a formula that has no value yet is computed.
 */
export function recalculate(
  snapshot: Snapshot,
  hostReason: HostReason = () => undefined,
  settled: ReadonlySet<string> = NONE,
): Snapshot {
  const grids = new Map<string, Grid>();
  const constants = new Map<string, SheetSnapshot>();
  const formulas: FormulaNode[] = [];
  const gridFor = (sheet: SheetSnapshot): Grid => gridOf(sheet, hostReason, formulas, settled.has(sheet.name));
  for (const sheet of snapshot.sheets) {
    const name = sheet.name.toUpperCase();
    if (hasFormula(sheet, settled.has(sheet.name))) grids.set(name, gridFor(sheet));
    else constants.set(name, sheet);
  }
  if (formulas.length === 0) return snapshot;
  // A sheet without formulas, a long ledger it may be, is turned for looking up once one refers to it.
  const sheetNamed: SheetLookup = (written) => {
    const name = written.toUpperCase();
    const sheet = constants.get(name);
    if (sheet && !grids.has(name)) grids.set(name, gridFor(sheet));
    return grids.get(name);
  };
  for (const formula of formulas) settle(formula, sheetNamed);
  const done = new Map<Cell, FormulaNode>();
  for (const formula of formulas) {
    if (formula.because !== undefined || formula.value !== formula.cell.value) done.set(formula.cell, formula);
  }
  if (done.size === 0) return snapshot;
  return { ...snapshot, sheets: snapshot.sheets.map((sheet) => withResults(sheet, done)) };
}

const NONE: ReadonlySet<string> = new Set();

const hasFormula = (sheet: SheetSnapshot, isSettled: boolean): boolean =>
  sheet.rows.some(({ cells }) => cells.some((cell) => isToCompute(cell, isSettled)));

function isToCompute({ formula, value }: Cell, isSettled: boolean): boolean {
  return formula !== undefined && !(isSettled && value !== null);
}

function gridOf(sheet: SheetSnapshot, hostReason: HostReason, formulas: FormulaNode[], isSettled: boolean): Grid {
  const grid = new Grid(sheet);
  const copied = new CopiedDown();
  for (const { row, cells } of sheet.rows) {
    for (const cell of cells) {
      const { formula } = cell;
      const node =
        formula !== undefined && isToCompute(cell, isSettled)
          ? formulaNode(grid, row, cell, formula, hostReason, copied)
          : undefined;
      if (node) formulas.push(node);
      grid.add(row, cell, node);
    }
  }
  return grid;
}

function formulaNode(
  sheet: Grid,
  row: number,
  cell: Cell,
  formula: string,
  hostReason: HostReason,
  copied: CopiedDown,
): FormulaNode {
  const reason = hostReason(sheet.snapshot.name, row, cell.column);
  const read = reason === undefined ? copied.read(formula, row, cell.column) : undefined;
  const parsed = read?.parsed;
  const beyond = parsed?.ok === false ? parsed.because : reason;
  return {
    sheet,
    row,
    cell,
    expression: parsed?.ok ? parsed.expression : undefined,
    down: read?.down ?? 0,
    value: cell.value,
    because: beyond,
    state: beyond === undefined ? 'new' : 'done',
  };
}

// Depth first over an explicit stack: a chain of forty thousand cells must not become forty thousand calls.
function settle(formula: FormulaNode, sheetNamed: SheetLookup): void {
  if (formula.state !== 'new') return;
  const path: { readonly node: FormulaNode; readonly needs: readonly FormulaNode[]; next: number }[] = [];
  const enter = (node: FormulaNode): void => {
    node.state = 'open';
    path.push({ node, needs: precedents(node, sheetNamed), next: 0 });
  };
  enter(formula);
  for (let top = path.at(-1); top; top = path.at(-1)) {
    const need = top.needs[top.next++];
    if (!need) {
      path.pop();
      compute(top.node, top.needs, sheetNamed);
      top.node.state = 'done';
    } else if (need.state === 'new') enter(need);
    else if (need.state === 'open') {
      for (let i = path.length - 1; i >= 0; i--) {
        const { node } = path[i] as { node: FormulaNode };
        node.because = 'circular';
        if (node === need) break;
      }
    }
  }
}

function compute(node: FormulaNode, needs: readonly FormulaNode[], sheetNamed: SheetLookup): void {
  if (node.because !== undefined || !node.expression) return;
  const cached = node.cell.value;
  const shaky = needs.some(({ because }) => because !== undefined);
  try {
    const value = toCell(evaluate(node.expression, node, sheetNamed));
    if (agree(value, cached)) return;
    if (shaky) node.because = 'precedent';
    else node.value = value;
  } catch (problem) {
    if (!(problem instanceof Beyond)) throw problem;
    node.because = problem.because;
  }
}

function agree(value: CellValue, cached: CellValue): boolean {
  if (value === cached) return true;
  return typeof value === 'number' && typeof cached === 'number' && fifteenDigits(value) === fifteenDigits(cached);
}

function withResults(sheet: SheetSnapshot, done: ReadonlyMap<Cell, FormulaNode>): SheetSnapshot {
  if (!sheet.rows.some(({ cells }) => cells.some((cell) => done.has(cell)))) return sheet;
  const rows = sheet.rows.map((row) =>
    row.cells.some((cell) => done.has(cell))
      ? { ...row, cells: row.cells.map((cell) => withResult(cell, done.get(cell))) }
      : row,
  );
  return { ...sheet, rows };
}

function withResult(cell: Cell, node: FormulaNode | undefined): Cell {
  if (!node) return cell;
  const { notRecalculated: _, ...rest } = cell;
  return { ...rest, value: node.value, ...(node.because === undefined ? {} : { notRecalculated: node.because }) };
}
