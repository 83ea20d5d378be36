import type { Table } from '../edition/edition';
import type { ResolvedEdition } from '../edition/resolve';
import { lastOf } from '../lists/last';
import { normaliseText } from '../text/normalise';
import { firstRowFrom, type Grid, type GridCell, type GridRow } from './grid';
import { bandsFrom, matchHeader, mayBeHeader, sharesWords, type HeaderBand, type HeaderMatch } from './header';
import { isContinuation, matchTitle, type TitleRules } from './title';

/** A table that a sheet is not, and the headers that it lacks for it. */
export interface NearestTable {
  readonly table: string;
  readonly missing: readonly string[];
}

/** A table's place: title, header, and the rows below it up to the next table. */
export interface Place {
  readonly table: Table;
  readonly grid: Grid;
  readonly title: GridCell | undefined;
  readonly band: HeaderBand;
  readonly match: HeaderMatch;
  readonly rows: readonly GridRow[];
  readonly top: number;
  readonly bottom: number;
  readonly continues: boolean;
}

interface Candidate {
  readonly table: Table;
  readonly band: HeaderBand;
  readonly match: HeaderMatch;
  readonly title: GridCell | undefined;
  readonly score: number;
}

const LEAST_COVERAGE_WITH_TITLE = 0.5;
const LEAST_COVERAGE_ALONE = 0.75;
const TITLE_REACH = 12;
/** The words as declared, perhaps with something in front. */
const CLEAR_TITLE = 0.9;

/** The tables on a sheet, from top to bottom, and titles that stand there without one. */
export function placesOn(
  grid: Grid,
  edition: ResolvedEdition,
  vocabulary: ReadonlySet<string>,
  rules: TitleRules,
): { readonly places: readonly Place[]; readonly barTitles: readonly string[] } {
  const titles = grid.rows.flatMap((row, index) =>
    row.cells.flatMap((cell) => {
      const match = matchTitle(cell.text, rules);
      return match ? [{ ...match, cell, index }] : [];
    }),
  );
  const chosen: Candidate[] = [];
  for (let index = 0; index < grid.rows.length; index++) {
    const row = grid.rows[index];
    if (!row || !startsHeader(row, vocabulary)) continue;
    const candidates = candidatesAt(grid, index, edition, vocabulary, titles, chosen);
    const best = candidates[0];
    if (!best) continue;
    chosen.push(best);
    index = firstRowFrom(grid, best.band.bottom + 1) - 1;
  }
  const places = chosen.map((candidate, position): Place => {
    const next = chosen[position + 1];
    const titleRow = candidate.title?.row ?? candidate.band.top;
    const top = position === 0 ? Math.min(titleRow, grid.rows[0]?.row ?? 0) : Math.min(titleRow, candidate.band.top);
    const end = next
      ? Math.min(next.title?.row ?? next.band.top, next.band.top) - 1
      : (grid.rows[grid.rows.length - 1]?.row ?? 0);
    const rows = grid.rows.slice(firstRowFrom(grid, candidate.band.bottom + 1), firstRowFrom(grid, end + 1));
    const before = chosen[position - 1];
    const repeated =
      before?.table === candidate.table && (candidate.title === undefined || candidate.title === before.title);
    return {
      table: candidate.table,
      grid,
      title: candidate.title,
      band: candidate.band,
      match: candidate.match,
      rows,
      top,
      bottom: end,
      continues: repeated || (candidate.title !== undefined && isContinuation(candidate.title.text)),
    };
  });
  const used = new Set(chosen.flatMap((candidate) => (candidate.title ? [candidate.title] : [])));
  const barTitles = titles
    .filter((title) => !used.has(title.cell) && title.score >= CLEAR_TITLE)
    .map((title) => title.id);
  return { places, barTitles };
}

/** The table that a sheet comes nearest to that is taken for none, and what it lacks of it. */
export function nearestTable(
  grid: Grid,
  edition: ResolvedEdition,
  vocabulary: ReadonlySet<string>,
): NearestTable | undefined {
  let nearest: NearestTable | undefined;
  let bestCoverage = 0;
  for (const [index, row] of grid.rows.entries()) {
    if (!startsHeader(row, vocabulary)) continue;
    for (const band of bandsFrom(grid, index)) {
      for (const table of edition.declared.tables) {
        const match = matchHeader(band, table);
        if (match.coverage <= bestCoverage) continue;
        bestCoverage = match.coverage;
        nearest = { table: table.id, missing: match.missing };
      }
    }
  }
  return nearest;
}

/** A header begins where at least half of a row's words are words of headers. */
function startsHeader(row: GridRow, vocabulary: ReadonlySet<string>): boolean {
  if (!mayBeHeader(row)) return false;
  const words = row.cells.filter((cell) => cell.text !== '');
  const known = words.filter((cell) => vocabulary.has(cell.text)).length;
  return known > 0 && known * 2 >= words.length;
}

function candidatesAt(
  grid: Grid,
  index: number,
  edition: ResolvedEdition,
  vocabulary: ReadonlySet<string>,
  titles: readonly { readonly id: string; readonly score: number; readonly cell: GridCell; readonly index: number }[],
  chosen: readonly Candidate[],
): readonly Candidate[] {
  const before = chosen[chosen.length - 1];
  const from = before ? before.band.bottom : -1;
  const title = lastOf(
    titles,
    (candidate) => candidate.index <= index && candidate.cell.row > from && index - candidate.index <= TITLE_REACH,
  );
  const candidates: Candidate[] = [];
  // The words 合计 of a blank row of totals read like a header: no header reaches over the title of the next table.
  const below =
    titles.find((candidate) => candidate.index > index && candidate.score >= CLEAR_TITLE)?.cell.row ?? Infinity;
  for (const band of bandsFrom(grid, index)) {
    if (band.bottom >= below) break;
    for (const table of edition.declared.tables) {
      const titled = title?.id === table.id;
      if (!titled && !sharesWords(band, table)) continue;
      const match = matchHeader(band, table);
      if (match.coverage < (titled ? LEAST_COVERAGE_WITH_TITLE : LEAST_COVERAGE_ALONE)) continue;
      const strangerTitle = title !== undefined && !titled;
      const score =
        match.coverage * 2 +
        (titled ? 3 * title.score : strangerTitle ? -1 : 0) +
        (match.underFound ? 0.5 : 0) +
        sheetNameScore(grid.sheet, table) +
        (before && !title && before.table === table ? 1 : 0) +
        headerRowsScore(grid, band, vocabulary);
      candidates.push({ table, band, match, title: titled ? title.cell : undefined, score });
    }
  }
  return candidates.sort((a, b) => b.score - a.score);
}

/** More header rows are better as long as they hold nothing but words of headers (类 款 项 below 科目编码). */
function headerRowsScore(grid: Grid, band: HeaderBand, vocabulary: ReadonlySet<string>): number {
  let score = 0;
  for (let index = firstRowFrom(grid, band.top); index < grid.rows.length; index++) {
    const row = grid.rows[index];
    if (!row || row.row > band.bottom) break;
    score += row.cells.every((cell) => cell.text === '' || vocabulary.has(cell.text)) ? 0.02 : -0.05;
  }
  return score;
}

/** A sheet's name is weak evidence: people copy sheets and forget to rename them. */
function sheetNameScore(sheet: string, table: Table): number {
  const name = normaliseText(sheet);
  const titles = [table.id, table.title, ...(table.aliases ?? [])].map(normaliseText);
  return titles.some((title) => title === name)
    ? 0.3
    : titles.some((title) => name.length >= 4 && title.includes(name))
      ? 0.2
      : 0;
}

/** All words that stand in the headers of an edition, in one spelling. */
export function headerVocabulary(edition: ResolvedEdition): ReadonlySet<string> {
  const words = new Set(['类', '款', '项', '项目', '科目']);
  for (const table of edition.declared.tables) {
    for (const block of table.blocks) {
      for (const word of block.under ?? []) words.add(normaliseText(word));
      for (const key of block.keys) for (const word of key.headers) words.add(normaliseText(word));
      for (const column of block.columns) {
        for (const word of [column.header, ...(column.aliases ?? []), ...(column.under ?? [])])
          words.add(normaliseText(word));
      }
    }
  }
  return words;
}
