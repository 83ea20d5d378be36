import { isToBeFilled } from '../amount/reading';
import { axisKey, type Axis } from '../book/axis';
import type { Figure, RecognisedBlock } from '../book/book';
import { once } from '../memo/once';
import type { Scope, Members } from '../scope/scope';

/** What a block says of a scope: the figures whose sum it is. */
export interface Expression {
  readonly figures: readonly Figure[];
  /** One figure that means the scope itself, not a sum of parts. */
  readonly direct: boolean;
  /** The block lists such rows and has none for it: the sum is zero. */
  readonly missingRow: boolean;
}

/**
 * What a block that speaks of a scope (`Speakers`) says of it, or undefined where it cannot say: a finer level than it prints,
 * a member for which it has no column.
 */
export function express(block: RecognisedBlock, scope: Scope): Expression | undefined {
  const columns = pointsOn(block.columns, scope.at);
  if (!columns || (isSum(block.columns, scope.at) && lacksColumns(block))) return undefined;
  const rows = pointsOn(block.rows, scope.at);
  if (!rows) {
    return listsEvery(block, scope) && !isUntold(block, columns)
      ? { figures: [], direct: false, missingRow: true }
      : undefined;
  }
  const figures = rows.flatMap((row) => columns.flatMap((column) => block.figures[row]?.[column] ?? []));
  const direct = figures.length === 1 && figures[0]?.scope.key === scope.key;
  return { figures, direct, missingRow: false };
}

/** Whether a point has no node of its own and is said by what stands below it. */
function isSum<Node>(axis: Axis<Node>, at: Members): boolean {
  return axis.dimensions.length > 0 && !axis.at.has(axisKey(axis.dimensions, at));
}

/** A sum over columns of which one was not found is no sum. */
const lacksColumns = (block: RecognisedBlock): boolean => block.missingColumns.some((column) => !column.optional);

/** The nodes that make up a point: the nodes at it, or the topmost ones below it. */
function pointsOn<Node extends { readonly members: Members }>(
  axis: Axis<Node>,
  at: Members,
): readonly number[] | undefined {
  if (axis.dimensions.length === 0)
    return axis.nodes.length > 0 ? axis.nodes.map((_node, index) => index).slice(0, 1) : undefined;
  const key = axisKey(axis.dimensions, at);
  const exact = axis.at.get(key);
  if (exact) return repeated(axis, exact);
  const below = axis.below.get(key);
  if (below) return below;
  const finest = axis.dimensions[axis.dimensions.length - 1] ?? '';
  const detail = at[finest];
  const coarserOpen = axis.dimensions.slice(0, -1).every((dimension) => at[dimension] === undefined);
  return detail !== undefined && axis.dimensions.length > 1 && coarserOpen ? axis.byDetail.get(detail) : undefined;
}

/** A code printed twice is divided over its rows; a label and a total that mean the same say the same twice: one of them will do. */
function repeated<Node>(axis: Axis<Node>, nodes: readonly number[]): readonly number[] {
  if (nodes.length === 1) return nodes;
  const additive = nodes.every((node) => isTreeNode(axis.nodes[node]));
  return additive ? nodes : nodes.slice(0, 1);
}

function isTreeNode(node: unknown): boolean {
  return typeof node === 'object' && node !== null && 'role' in node && node.role === 'tree';
}

/** Where something is still to be filled in, rows may be too. */
function isUntold(block: RecognisedBlock, columns: readonly number[]): boolean {
  return untoldColumns(block).some((column) => columns.includes(column));
}

/** The columns in which an amount is still to be filled in. */
const untoldColumns = once((block: RecognisedBlock): readonly number[] =>
  block.columns.nodes.flatMap((_column, index) =>
    block.figures.some((row) => row[index] !== undefined && isToBeFilled(row[index].reading)) ? [index] : [],
  ),
);

/** A tree of codes lists every code that has money, down to the level it prints. */
function listsEvery(block: RecognisedBlock, scope: Scope): boolean {
  // A row that could not be read may be the one that is looked for.
  if (block.deepestCode === undefined || block.strangeRows.length > 0) return false;
  const [dimension, ...finer] = block.rows.dimensions;
  const code = dimension === undefined ? undefined : scope.at[dimension];
  if (code === undefined || code.length > block.deepestCode) return false;
  if (finer.some((detail) => scope.at[detail] !== undefined)) return false;
  // A row above it without rows below: this table stops there, and does not say how it is divided.
  for (let length = code.length - 2; length >= 3; length -= 2) {
    const above = block.rows.at.get(axisKey(block.rows.dimensions, { [dimension ?? '']: code.slice(0, length) }));
    if (above) return above.some((node) => (block.rows.children[node]?.length ?? 0) > 0);
  }
  return block.rows.nodes.length > 0;
}
