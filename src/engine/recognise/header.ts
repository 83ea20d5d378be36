import { a1 } from '../snapshot/address';
import { readAmount } from '../amount/read-amount';
import { once } from '../memo/once';
import { similarity, stripTrailingBracket, normaliseText } from '../text/normalise';
import type { Block, Column, Table } from '../edition/edition';
import type { Grid, GridCell, GridRow } from './grid';

/** Header rows of a sheet, tried as the head of a table. */
export interface HeaderBand {
  /** Rows of the sheet, counted from 0, inclusive. */
  readonly top: number;
  readonly bottom: number;
  readonly columns: readonly HeaderColumn[];
}

/** One column under a header: the words above it, from top to bottom, merged headers spread over what they cover. */
export interface HeaderColumn {
  readonly column: number;
  readonly path: readonly string[];
  readonly leaf: GridCell | undefined;
}

/** How the columns of a table were found under a header. */
export interface HeaderMatch {
  readonly blocks: readonly BlockMatch[];
  /** Share of the table's required headers that were found, 0 … 1. */
  readonly coverage: number;
  /** The common headers over its blocks are there. */
  readonly underFound: boolean;
  readonly missing: readonly string[];
}

export interface BlockMatch {
  /** Key columns in the order of the block's keys; a code may stand in several columns. */
  readonly keys: readonly (readonly number[])[];
  /** Sheet column of each declared column, or undefined. */
  readonly columns: readonly (HeaderColumn | undefined)[];
}

const MOST_HEADER_ROWS = 4;
const MOST_COLUMNS = 400;
const CODE_LIKE = /^[235]\d\d(\d\d){0,2}([^\d.].*)?$/;

/** A row that may stand in a header: words only, no amount and no code. */
export function mayBeHeader(row: GridRow): boolean {
  return row.cells.every((cell) => {
    if (cell.text === '') return true;
    if (typeof cell.cell.value === 'number') return false;
    return !CODE_LIKE.test(cell.text) && readAmount(cell.cell.value).kind !== 'amount';
  });
}

/** The bands that begin at a grid row, of one to four rows. */
export function bandsFrom(grid: Grid, index: number): readonly HeaderBand[] {
  const rows: GridRow[] = [];
  const bands: HeaderBand[] = [];
  for (let i = index; i < grid.rows.length && rows.length < MOST_HEADER_ROWS; i++) {
    const row = grid.rows[i];
    const above = rows[rows.length - 1];
    if (!row || !mayBeHeader(row) || (above && row.row - above.row > 2)) break;
    rows.push(row);
    const next = grid.rows[i + 1];
    const band = bandOf(grid, rows);
    // A header merged downwards takes the rows beside it in.
    if (next && next.row <= band.bottom && mayBeHeader(next) && rows.length < MOST_HEADER_ROWS) continue;
    bands.push(band);
  }
  return bands;
}

function bandOf(grid: Grid, rows: readonly GridRow[]): HeaderBand {
  const top = rows[0]?.row ?? 0;
  const bottom = rows[rows.length - 1]?.row ?? top;
  const paths = new Map<number, { path: string[]; leaf: GridCell | undefined }>();
  rows.forEach((row, depth) => {
    const lower = rows.slice(depth + 1);
    row.cells.forEach((cell, position) => {
      if (cell.text === '') return;
      const merge = grid.mergeFrom.get(a1(cell));
      const next = row.cells.slice(position + 1).find((later) => later.text !== '');
      let last = merge ? merge.right : cell.column;
      // An unmerged header spreads over the blanks to its right that have words of their own below.
      if (!merge) {
        while (
          last + 1 < (next?.column ?? grid.right + 1) &&
          wordsBelow(lower, last + 1) &&
          wordsBelow(lower, cell.column)
        )
          last++;
      }
      for (let column = cell.column; column <= last && column - cell.column < MOST_COLUMNS; column++) {
        const entry = paths.get(column) ?? { path: [], leaf: undefined };
        if (entry.path[entry.path.length - 1] !== cell.text) entry.path.push(cell.text);
        entry.leaf = cell;
        paths.set(column, entry);
      }
    });
  });
  const columns = [...paths.entries()]
    .map(([column, { path, leaf }]) => ({ column, path, leaf }))
    .sort((a, b) => a.column - b.column);
  return { top, bottom: Math.max(bottom, mergedBottom(grid, rows)), columns };
}

function wordsBelow(rows: readonly GridRow[], column: number): boolean {
  return rows.some((row) => row.cells.some((cell) => cell.column === column && cell.text !== ''));
}

function mergedBottom(grid: Grid, rows: readonly GridRow[]): number {
  let bottom = 0;
  for (const row of rows) {
    for (const cell of row.cells) bottom = Math.max(bottom, grid.mergeFrom.get(a1(cell))?.bottom ?? 0);
  }
  return bottom;
}

const scores = new Map<string, Map<string, number>>();
const MOST_WORDS = 5_000;

/** How well two spellings of a header agree, 0 … 1. The same few words are compared for every table: answers are remembered. */
function headerScore(found: string, declared: string): number {
  if (found === declared) return 1;
  let known = scores.get(found);
  if (!known) {
    if (scores.size >= MOST_WORDS) scores.clear();
    known = new Map();
    scores.set(found, known);
  }
  let score = known.get(declared);
  if (score === undefined) {
    score = likenessOf(found, declared);
    known.set(declared, score);
  }
  return score;
}

function likenessOf(found: string, declared: string): number {
  const a = stripTrailingBracket(withoutOpenBracket(found));
  const b = stripTrailingBracket(declared);
  if (a === b) return 0.9;
  if (Math.min(a.length, b.length) >= 4 && (a.startsWith(b) || b.startsWith(a))) return 0.75;
  const alike = similarity(found, declared, 0.7);
  return alike >= 0.7 ? alike * 0.8 : 0;
}

// Somebody forgot to close the bracket of a long header.
function withoutOpenBracket(text: string): string {
  const open = text.indexOf('(');
  return open > 0 && !text.includes(')') ? text.slice(0, open) : text;
}

function bestScore(column: HeaderColumn, names: readonly string[]): number {
  const leaf = column.path[column.path.length - 1] ?? '';
  const tails = column.path.length > 1 ? column.path.map((_word, depth) => column.path.slice(depth).join('')) : [];
  let best = 0;
  for (const name of names) {
    best = Math.max(best, headerScore(leaf, name));
    // A header broken over two rows reads as one word.
    if (tails.includes(name)) best = Math.max(best, 0.95);
  }
  return best;
}

function standsUnder(column: HeaderColumn, names: readonly string[]): boolean {
  return column.path.slice(0, -1).some((word) => names.some((name) => headerScore(word, name) >= 0.75));
}

/** Declared headers in one spelling; a declaration is spelled once. */
const names = once((headers: readonly string[]): readonly string[] => headers.map(normaliseText));

const namesOf = once((column: Column): readonly string[] =>
  [column.header, ...(column.aliases ?? [])].map(normaliseText),
);

/** The same answer for every band of the same words in the same columns: hundreds of departments print the same headers. */
function rememberedByWords<Result>(compute: (band: HeaderBand, table: Table) => Result): typeof compute {
  const known = once<Table, Map<string, { readonly result: Result }>>(() => new Map());
  return (band, table) => {
    const ofTable = known(table);
    const key = keyOf(band);
    const before = ofTable.get(key);
    if (before) return before.result;
    const result = compute(band, table);
    if (ofTable.size >= MOST_BANDS) ofTable.clear();
    ofTable.set(key, { result });
    return result;
  };
}

const MOST_BANDS = 500;

const keyOf = once((band: HeaderBand): string =>
  band.columns.map(({ column, path }) => [column, ...path].join('\u0000')).join('\n'),
);

const wordsOf = once(
  (band: HeaderBand): ReadonlySet<string> =>
    new Set(band.columns.flatMap((column) => [...column.path, column.path.join('')])),
);

/**
 * Whether a table is worth matching against a band that no title gives to it: at least half of its columns are there in
 * so many words. Nearly all tables are ruled out by this, and matching near words is what takes time.
 */
export const sharesWords = rememberedByWords((band, table): boolean => {
  const words = wordsOf(band);
  const columns = table.blocks.flatMap((block) => block.columns.filter((column) => !column.optional));
  const there = columns.filter((column) => namesOf(column).some((name) => words.has(name))).length;
  return there * 2 >= columns.length;
});

/** Finds a table's key and amount columns under a band of headers, whatever their order. */
export function matchHeader(band: HeaderBand, table: Table): HeaderMatch {
  const match = matchByPlaces(band, table);
  const blocks = match.blocks.map(({ keys, places }) => ({
    keys,
    columns: places.map((place) => band.columns[place]),
  }));
  return { ...match, blocks };
}

/** A match, its columns by their places in the band. */
interface MatchByPlaces extends Omit<HeaderMatch, 'blocks'> {
  readonly blocks: readonly (Pick<BlockMatch, 'keys'> & { readonly places: readonly number[] })[];
}

const matchByPlaces = rememberedByWords((band, table): MatchByPlaces => {
  const match = matchAnew(band, table);
  const blocks = match.blocks.map(({ keys, columns }) => ({
    keys,
    places: columns.map((column) => (column ? band.columns.indexOf(column) : -1)),
  }));
  return { ...match, blocks };
});

function matchAnew(band: HeaderBand, table: Table): HeaderMatch {
  const claims = claimsOf(band, table);
  claims.sort((a, b) => b.score - a.score || a.order - b.order || a.column.column - b.column.column);
  const taken = new Set<number>();
  const given = new Map<string, HeaderColumn>();
  for (const claim of claims) {
    if (taken.has(claim.column.column) || given.has(claim.slot)) continue;
    taken.add(claim.column.column);
    given.set(claim.slot, claim.column);
  }

  let required = 0;
  let found = 0;
  const missing: string[] = [];
  const count = (there: boolean, header: string, optional: boolean): void => {
    if (optional && !there) return;
    required++;
    if (there) found++;
    else missing.push(header);
  };
  const blocks = table.blocks.map((block, b): BlockMatch => {
    const keys = block.keys.map((key, k) => {
      const columns =
        key.key === 'code'
          ? codeColumns(band, block, k, given.get(`${b}.key.${k}`), taken)
          : singleColumn(given.get(`${b}.key.${k}`));
      count(columns.length > 0, key.headers[0] ?? '', false);
      return columns;
    });
    const columns = block.columns.map((column, c) => {
      const header = given.get(`${b}.column.${c}`);
      count(header !== undefined, column.header, column.optional === true);
      return header;
    });
    return { keys: withCodesInNames(block, keys), columns };
  });
  const unders = table.blocks.filter((block) => block.under);
  const underFound =
    unders.length > 0 &&
    unders.every((block) =>
      band.columns.some((column) => column.path.some((word) => names(block.under ?? []).includes(word))),
    );
  return { blocks, coverage: required === 0 ? 0 : found / required, underFound, missing };
}

interface Claim {
  readonly slot: string;
  readonly column: HeaderColumn;
  readonly score: number;
  readonly order: number;
}

function claimsOf(band: HeaderBand, table: Table): Claim[] {
  const claims: Claim[] = [];
  table.blocks.forEach((block, b) => {
    const ownUnder = names(block.under ?? []);
    const otherUnders = table.blocks.filter((other) => other !== block).flatMap((other) => names(other.under ?? []));
    const otherColumnUnders = block.columns.flatMap((column) => names(column.under ?? []));
    for (const column of band.columns) {
      const under = ownUnder.length > 0 && standsUnder(column, ownUnder);
      if (!under && otherUnders.length > 0 && standsUnder(column, otherUnders)) continue;
      const bonus = under ? 0.05 : 0;
      block.keys.forEach((key, k) => {
        const score = keyScore(column, key.headers, key.key === 'code');
        if (score > 0) claims.push({ slot: `${b}.key.${k}`, column, score: score + bonus, order: b * 1000 + k });
      });
      block.columns.forEach((declared, c) => {
        const score = columnScore(column, declared, otherColumnUnders);
        if (score > 0.5)
          claims.push({ slot: `${b}.column.${c}`, column, score: score + bonus, order: b * 1000 + 100 + c });
      });
    }
  });
  return claims;
}

function columnScore(column: HeaderColumn, declared: Column, otherUnders: readonly string[]): number {
  const score = bestScore(column, namesOf(declared));
  if (score === 0) return 0;
  if (declared.under) return standsUnder(column, names(declared.under)) ? score : score * 0.7;
  return otherUnders.length > 0 &&
    standsUnder(
      column,
      otherUnders.filter((under) => !isLeafName(under, declared)),
    ) &&
    isGenericHeader(declared.header)
    ? score * 0.7
    : score;
}

function isLeafName(under: string, declared: Column): boolean {
  return namesOf(declared).includes(under);
}

function isGenericHeader(header: string): boolean {
  return header === '合计' || header === '小计' || header === '总计';
}

function keyScore(column: HeaderColumn, headers: readonly string[], anyLevel: boolean): number {
  const wanted = names(headers);
  const leaf = column.path[column.path.length - 1] ?? '';
  if (wanted.includes(leaf) || wanted.includes(column.path.join(''))) return 1;
  if (anyLevel && column.path.some((word) => wanted.includes(word))) return 0.95;
  return wanted.some((name) => headerScore(leaf, name) >= 0.6) ? 0.7 : 0;
}

const singleColumn = (header: HeaderColumn | undefined): readonly number[] => (header ? [header.column] : []);

/** The columns of a code: all below its common header, or three neighbours headed 类, 款, 项 where that header is missing. */
function codeColumns(
  band: HeaderBand,
  block: Block,
  k: number,
  header: HeaderColumn | undefined,
  taken: Set<number>,
): readonly number[] {
  const key = block.keys[k];
  const wanted = names(key?.headers ?? []);
  const levels = band.columns.filter((column) => LEVEL.has(column.path[column.path.length - 1] ?? ''));
  const below = header ? levels.filter((column) => column.path.some((word) => wanted.includes(word))) : [];
  const columns = below.length > 0 ? below : header ? [header] : levels;
  for (const column of columns) taken.add(column.column);
  return columns.map((column) => column.column);
}

const LEVEL: ReadonlySet<string> = new Set(['类', '款', '项']);

/** Where no column of codes was found the names may carry them: `2010301 行政运行`. */
function withCodesInNames(block: Block, keys: readonly (readonly number[])[]): readonly (readonly number[])[] {
  const name = block.keys.findIndex((key) => key.key === 'name');
  const columns = keys[name];
  return block.keys.map((key, k) =>
    key.key === 'code' && keys[k]?.length === 0 && columns ? columns : (keys[k] ?? []),
  );
}
