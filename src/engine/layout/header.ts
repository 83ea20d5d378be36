import type { Block, Column, Key } from '../edition/edition';

/** A cell of a header; what a merged cell covers is not listed. Rows count from the header's first, columns from the table's. */
export interface HeaderCell {
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly columnSpan: number;
  readonly text: string;
}

/** Where the columns of a block stand, counted from the table's first. */
export interface PlacedBlock {
  readonly block: Block;
  /** For each key its columns: one, or one a level where codes are printed apart. */
  readonly keys: readonly (readonly number[])[];
  readonly columns: readonly number[];
}

/** The header of a table as it is printed: the blocks side by side, the words over several columns merged. */
export interface Header {
  readonly blocks: readonly PlacedBlock[];
  readonly cells: readonly HeaderCell[];
  readonly rows: number;
  readonly columns: number;
}

const LEVELS: Readonly<Record<'functional' | 'economic' | 'governmentEconomic', readonly string[]>> = {
  functional: ['类', '款', '项'],
  economic: ['类', '款'],
  governmentEconomic: ['类', '款'],
};

/** The words of a header with what they span, before they are placed: a tree of at most three levels. */
interface Words {
  readonly text: string;
  readonly below: readonly Words[];
}

export function headerOf(blocks: readonly Block[]): Header {
  let at = 0;
  const placed: PlacedBlock[] = [];
  const trees: { readonly left: number; readonly words: readonly Words[] }[] = [];
  for (const block of blocks) {
    const left = at;
    const keys = block.keys.map((key) => Array.from({ length: widthOf(key) }, () => at++));
    const columns = block.columns.map(() => at++);
    placed.push({ block, keys, columns });
    trees.push({ left, words: wordsOf(block) });
  }
  const rows = Math.max(...trees.map(({ words }) => depthOf(words)));
  return {
    blocks: placed,
    cells: trees.flatMap(({ left, words }) => place(words, 0, left, rows)),
    rows,
    columns: at,
  };
}

function wordsOf(block: Block): readonly Words[] {
  const keys = block.keys.map((key): Words => ({
    text: key.headers[0] ?? '',
    below: widthOf(key) === 1 ? [] : levelsOf(key).map((text) => ({ text, below: [] })),
  }));
  const columns = grouped(block.columns);
  const over = block.under?.[0];
  if (over === undefined) return [...keys, ...columns];
  if (block.keysUnder === undefined) return [{ text: over, below: [...keys, ...columns] }];
  return [
    { text: block.keysUnder, below: keys },
    { text: over, below: columns },
  ];
}

/** Neighbours with the same words above them share them. */
function grouped(columns: readonly Column[]): readonly Words[] {
  const groups: { text: string; below: Words[] }[] = [];
  for (const { header, under, printUnder } of columns) {
    const last = groups[groups.length - 1];
    const leaf: Words = { text: header, below: [] };
    const over = under?.[0] ?? printUnder;
    if (over === undefined) groups.push({ text: header, below: [] });
    else if (last?.text === over && last.below.length > 0) last.below.push(leaf);
    else groups.push({ text: over, below: [leaf] });
  }
  return groups;
}

const levelsOf = (key: Key): readonly string[] => (key.key === 'code' ? LEVELS[key.system] : []);
const widthOf = (key: Key): number => (key.key === 'code' && key.apart === true ? LEVELS[key.system].length : 1);

const depthOf = (words: readonly Words[]): number => Math.max(0, ...words.map(({ below }) => 1 + depthOf(below)));
const spanOf = ({ below }: Words): number =>
  below.length === 0 ? 1 : below.reduce((sum, one) => sum + spanOf(one), 0);

function place(words: readonly Words[], row: number, left: number, rows: number): readonly HeaderCell[] {
  let column = left;
  return words.flatMap((one) => {
    const columnSpan = spanOf(one);
    const isLeaf = one.below.length === 0;
    const cell: HeaderCell = { row, column, rowSpan: isLeaf ? rows - row : 1, columnSpan, text: one.text };
    const below = place(one.below, row + 1, column, rows);
    column += columnSpan;
    return [cell, ...below];
  });
}
