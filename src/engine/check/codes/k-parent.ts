import { isAncestor, parentOf, systemOf } from '../../classification/code-tree';
import { findingId } from '../../finding/id';
import { codePlace, lowered, type CodeCheck, type CodedRow } from './coded-row';

interface Line {
  readonly row: CodedRow;
  readonly code: string;
}

/**
 * A code that stands among the children of a code it does not belong to. Checked only in tables that print the parents of
 * their other rows; an error where rows of that parent go on behind it, a warning where the row may merely lack its own
 * parent (or stands apart from it).
 */
export const parentCheck: CodeCheck = (rows) => {
  const lines = rows.flatMap((row): readonly Line[] =>
    // A code of another classification is k-domain's to tell.
    row.code.kind === 'code' && !row.classList && systemOf(row.code.code) === row.system
      ? [{ row, code: row.code.code }]
      : [],
  );
  const printed = new Set(lines.map((line) => line.code));
  const hasParent = ({ code }: Line): boolean => printed.has(parentOf(code) ?? '');
  const above = linesAbove(lines);

  return lines.flatMap((line, at) => {
    const shallower = above[at];
    if (!shallower || isAncestor(shallower.code, line.code)) return [];
    // Tables that leave out the parents of this level have no row above to follow.
    const peers = lines.filter((other) => other.code.length === line.code.length && other.code !== line.code);
    if (
      peers.filter(hasParent).length * 2 < peers.length ||
      peers.some((other) => !hasParent(other) && isAncestor(shallower.code, other.code))
    )
      return [];

    const next = lines.find((other, index) => index > at && !isAncestor(line.code, other.code));
    const goesOn = next !== undefined && isAncestor(shallower.code, next.code) && !hasParent(line);
    const severity = goesOn ? 'error' : 'warning';
    return [
      {
        id: findingId('k-parent', line.row.table, line.code, shallower.code),
        rule: 'k-parent',
        severity: line.row.hasAmounts ? severity : lowered(severity),
        facts: { code: 'code-parent' as const, place: codePlace(line.row), printed: line.code, above: shallower.code },
        cells: [line.row.cell, shallower.row.cell],
        table: line.row.table,
      },
    ];
  });
};

/** For each line the nearest one before it that stands higher in the tree. */
function linesAbove(lines: readonly Line[]): readonly (Line | undefined)[] {
  const open: Line[] = [];
  return lines.map((line, at) => {
    // A line hides the deeper ones before it: what follows stands under it.
    while ((open.at(-1)?.code.length ?? 0) >= line.code.length) open.pop();
    const shallower = open.at(-1);
    // A mistyped code that its own children do not follow must not make each of them a finding.
    const next = lines[at + 1];
    const misplaced = shallower !== undefined && !isAncestor(shallower.code, line.code);
    if (!misplaced || (next !== undefined && isAncestor(line.code, next.code))) open.push(line);
    return shallower;
  });
}
