import { levelOf, type CodeLevel } from '../classification/code-tree';
import type { Block, Row } from '../edition/edition';
import { membersAt, type Member, type Members } from '../scope/scope';
import type { Source } from '../source/source';
import { spelledBy } from '../source/spelled';

/** A row that a table prints. */
export interface PlannedRow {
  readonly role: 'tree' | 'total' | 'label' | 'ordinal';
  readonly members: Members;
  /** As it reads in its name cell; '' for a row without one. */
  readonly name: string;
  /** Of a row of codes. */
  readonly code?: Member;
  /** The member of the finest dimension (a project), where the table lists such, and how it is printed. */
  readonly detail?: Member;
  readonly detailName?: string;
}

type Tree = Extract<Row, { tree: string }>;

const LENGTH: Readonly<Record<CodeLevel, number>> = { 类: 3, 款: 5, 项: 7 };

/**
 * The rows of a block, in the order in which it declares them: of a tree every code that has an amount in one of the block's columns,
 * with the codes above it that the table prints; of a class list all of it.
 */
export function plannedRows(
  block: Block,
  fixed: Members,
  source: Source,
  nameOf: (code: Member) => string,
): readonly PlannedRow[] {
  return block.rows.flatMap((row): readonly PlannedRow[] => {
    if ('tree' in row) return treeRows(row, block, fixed, source, nameOf);
    if ('total' in row) return [{ role: 'total', members: {}, name: row.total[0] ?? '' }];
    if ('label' in row) {
      const isPrinted = row.whereFilled !== true || hasMoney(block, fixed, source, row.scope);
      return isPrinted ? [{ role: 'label', members: row.scope, name: row.label }] : [];
    }
    return [{ role: 'ordinal', members: row.scope, name: '' }];
  });
}

/** Whether there is an amount in one of a block's columns. */
function hasMoney(block: Block, fixed: Members, source: Source, members: Members): boolean {
  return block.columns.some((column) => {
    const told = source.told(membersAt(fixed, members, column.scope ?? {}));
    return told !== undefined && !told.value.isZero();
  });
}

function treeRows(
  tree: Tree,
  block: Block,
  fixed: Members,
  source: Source,
  nameOf: (code: Member) => string,
): readonly PlannedRow[] {
  const printed = new Map(
    (tree.list ?? []).map((line) => {
      const [code = '', name = ''] = line.split(' ');
      return [code, name];
    }),
  );
  const isFilled = (members: Members): boolean => hasMoney(block, fixed, source, members);
  const codes = source
    .points({}, [tree.tree])
    .flatMap((point) => point[tree.tree] ?? [])
    .filter((code) => isFilled({ [tree.tree]: code }));
  const detailsOf = detailsByCode(tree, source);
  return codesToPrint([...codes, ...printed.keys()], tree.levels).flatMap((code) => {
    const row: PlannedRow = {
      role: 'tree',
      members: { [tree.tree]: code },
      name: printed.get(code) ?? nameOf(code),
      code,
    };
    return tree.detail === undefined
      ? [row]
      : withDetails(row, tree, tree.detail, detailsOf.get(code) ?? [], fixed, source, isFilled);
  });
}

/**
 * A code of the deepest level that members of a finer dimension divide is printed once for each of them; itself only where they do
 * not make it up.
 */
function withDetails(
  row: PlannedRow,
  tree: Tree,
  dimension: string,
  details: readonly Member[],
  fixed: Members,
  source: Source,
  hasMoney: (members: Members) => boolean,
): readonly PlannedRow[] {
  const { code = '' } = row;
  if (levelOf(code) !== tree.levels[tree.levels.length - 1]) return [row];
  const rows = details.flatMap((detail): readonly PlannedRow[] => {
    const members = { [tree.tree]: code, [dimension]: detail };
    return hasMoney(members) ? [{ ...row, members, detail, detailName: spelledBy(source, detail) }] : [];
  });
  const whole = source.told(membersAt(fixed, row.members));
  const sum = rows.flatMap(({ members }) => source.told(membersAt(fixed, members))?.value ?? []);
  const isWhole = whole !== undefined && sum.length === rows.length && sumsTo(sum, whole.value);
  return rows.length > 0 && isWhole ? rows : [row, ...rows];
}

/** The members of the finer dimension at each code of the deepest level, as they were first named. */
function detailsByCode(tree: Tree, source: Source): ReadonlyMap<Member, readonly Member[]> {
  const { tree: along, detail } = tree;
  if (detail === undefined) return new Map();
  const deepest = Math.max(...tree.levels.map((level) => LENGTH[level]));
  const found = new Map<Member, Set<Member>>();
  for (const point of source.points({}, [along, detail])) {
    const code = (point[along] ?? '').slice(0, deepest);
    const details = found.get(code) ?? new Set<Member>();
    found.set(code, details.add(point[detail] ?? ''));
  }
  return new Map([...found].map(([code, details]) => [code, [...details]]));
}

type Amount = NonNullable<ReturnType<Source['told']>>['value'];

const sumsTo = (parts: readonly Amount[], whole: Amount): boolean =>
  parts.reduce((rest, part) => rest.minus(part), whole).isZero();

/**
 * Codes as a table prints them, parents before their children: those of its levels, cut to the deepest where they are finer. A code
 * that stands above all levels and that nothing divides is printed all the same, so that its money is not lost.
 */
function codesToPrint(codes: readonly Member[], levels: readonly CodeLevel[]): readonly Member[] {
  const lengths = levels.map((level) => LENGTH[level]);
  const deepest = Math.max(...lengths);
  const cut = new Set(codes.map((code) => code.slice(0, deepest)));
  const all = new Set<Member>();
  for (const code of cut) {
    for (const length of lengths) if (length <= code.length) all.add(code.slice(0, length));
  }
  for (const code of cut) {
    if (lengths.includes(code.length)) continue;
    if (![...cut].some((other) => other !== code && other.startsWith(code))) all.add(code);
  }
  return [...all].sort();
}
