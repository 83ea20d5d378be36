import type { Members } from '../scope/scope';
import type { ResolvedDimensions } from '../edition/dimensions';

/**
 * The rows or the columns of a block as a tree: a node's children are the nearest nodes below it in meaning that the
 * block shows, whatever levels it leaves out. What a whole must equal is the sum of its node's children.
 */
export interface Axis<Node> {
  /** The dimensions along which its nodes differ, coarse to fine (functional, then project). */
  readonly dimensions: readonly string[];
  readonly nodes: readonly Node[];
  /** children[i]: indexes of the nodes that node i is divided into; empty for a leaf. */
  readonly children: readonly (readonly number[])[];
  /** parents[i]: the node that node i is a part of, or -1. */
  readonly parents: readonly number[];
  /** Nodes at exactly these members. */
  readonly at: ReadonlyMap<string, readonly number[]>;
  /** The topmost nodes below members that have no node of their own. */
  readonly below: ReadonlyMap<string, readonly number[]>;
  /** Nodes by their member in the finest dimension, whatever the coarser ones are. */
  readonly byDetail: ReadonlyMap<string, readonly number[]>;
}

/** The key of a point on an axis. Most axes have one dimension, or two. */
export function axisKey(dimensions: readonly string[], members: Members): string {
  let key = members[dimensions[0] ?? ''] ?? '';
  for (let at = 1; at < dimensions.length; at++) key += `\u0000${members[dimensions[at] ?? ''] ?? ''}`;
  return key;
}

/**
 * Builds the tree. Linear in the number of nodes. Where several rows stand at the same point, the children that follow
 * one of them belong to it (a label and a total may mean the same; a code may be printed twice). `base` is what the whole
 * block covers: nothing above it can be said by its nodes.
 */
export function buildAxis<Node extends { readonly members: Members }>(
  nodes: readonly Node[],
  dimensions: readonly string[],
  meaning: ResolvedDimensions,
  base: Members,
): Axis<Node> {
  const at = new Map<string, number[]>();
  const byDetail = new Map<string, number[]>();
  const finest = dimensions[dimensions.length - 1];
  nodes.forEach((node, index) => {
    push(at, axisKey(dimensions, node.members), index);
    const detail = finest === undefined ? undefined : node.members[finest];
    if (detail !== undefined) push(byDetail, detail, index);
  });

  const below = new Map<string, number[]>();
  const children: number[][] = nodes.map(() => []);
  const parents: number[] = nodes.map(() => -1);
  nodes.forEach((node, index) => {
    for (const ancestor of ancestors(node.members, dimensions, meaning, base)) {
      const key = axisKey(dimensions, ancestor);
      const present = at.get(key);
      if (present) {
        const parent = nearestBefore(present, index);
        parents[index] = parent;
        children[parent]?.push(index);
        return;
      }
      push(below, key, index);
    }
  });
  return { dimensions, nodes, children, parents, at, below, byDetail };
}

/** The points above these members, nearest first: the finest dimension is given up step by step, then the next. */
function* ancestors(
  members: Members,
  dimensions: readonly string[],
  meaning: ResolvedDimensions,
  base: Members,
): Generator<Members> {
  let current: Members = members;
  for (let position = dimensions.length - 1; position >= 0; position--) {
    const dimension = dimensions[position] ?? '';
    for (let member = current[dimension]; member !== undefined; member = current[dimension]) {
      if (member === base[dimension]) break;
      const parent = meaning.parentOf(dimension, member);
      if (parent === undefined) return;
      const { [dimension]: _given, ...rest } = current;
      current = parent === '' ? rest : { ...rest, [dimension]: parent };
      yield current;
    }
  }
}

function nearestBefore(sorted: readonly number[], index: number): number {
  let best = sorted[0] ?? -1;
  for (const candidate of sorted) {
    if (candidate < index) best = candidate;
    else break;
  }
  return best;
}

function push(map: Map<string, number[]>, key: string, value: number): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
