import type { Evidence } from '../../commands/evidence';
import type { Figure } from '../../engine/book/book';
import type { Relation } from '../../engine/evidence/relations';
import { cellKey } from '../../engine/snapshot/address';

/** A figure in the tree of relations. */
export interface FigureNode {
  readonly id: string;
  readonly figure: Figure;
  /** It stands further up on the way to it: its relations are not shown again. */
  readonly isAbove: boolean;
}

/** The figures that one figure leads to in one way. */
export interface GroupNode {
  readonly id: string;
  readonly kind: Relation['kind'];
  /** How many of its equations fail. */
  readonly failed: number;
  readonly figures: readonly FigureNode[];
}

const KINDS: readonly Relation['kind'][] = ['parts', 'same', 'whole', 'rule'];

/** The groups under a figure; `path` are the cells above it, its own included. Made when it is opened: relations go round in circles. */
export function groupsUnder(
  evidence: Evidence,
  figure: Figure,
  id: string,
  path: ReadonlySet<string>,
): readonly GroupNode[] {
  const relations = evidence.relationsOf(figure);
  return KINDS.flatMap((kind): readonly GroupNode[] => {
    const own = relations.filter((relation) => relation.kind === kind);
    const figures = [...new Set(own.flatMap((relation) => relation.figures))];
    if (figures.length === 0) return [];
    const groupId = `${id}/${kind}`;
    return [
      {
        id: groupId,
        kind,
        failed: own.filter(({ outcome }) => outcome.kind === 'failed').length,
        figures: figures.map((one) => {
          const key = cellKey(one.cell);
          return { id: `${groupId}/${key}`, figure: one, isAbove: path.has(key) };
        }),
      },
    ];
  });
}
