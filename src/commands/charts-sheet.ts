import { Decimal } from 'decimal.js';
import { figuresOf } from '../engine/book/book';
import type { Book, Figure } from '../engine/book/book';
import { compared } from '../engine/chart/compared';
import type { ComparedMember } from '../engine/chart/compared';
import { sumOutside } from '../engine/equation/sides';
import { formulaFor } from '../engine/fill/formula';
import { a1, cellKey, quoteSheetName } from '../engine/snapshot/address';
import type { DrawnCell, DrawnChart, DrawnRow, DrawnSheet, Look } from '../engine/snapshot/drawn';
import type { Edit, Patch } from '../engine/snapshot/patch';
import type { CellValue, SheetSnapshot, Snapshot } from '../engine/snapshot/snapshot';
import { cellAt, sheetNamed } from '../engine/snapshot/snapshot';
import { bookSource } from '../engine/source/book-source';
import { codeNames } from '../engine/source/code-names';
import { firstThatTells, inThisYearsCodes } from '../engine/source/prior-year';
import type { Source, Told } from '../engine/source/source';
import { annotateWords } from '../i18n/catalogue';
import { LANGUAGES } from '../i18n/language';
import type { Language } from '../i18n/language';
import { catalogue } from './catalogue';
import { isNothing, recogniseBest } from './check';
import { freeName } from './free-name';
import { typedYearBefore } from './narrate';

/** A sheet of charts and the patch that draws it. */
export interface ChartsSheet {
  readonly patch: Patch;
  readonly sheet: string;
  /** None where the tables hold no amounts, or the edition declares no charts: then the patch is empty. */
  readonly charts: number;
  /** How many of them draw the year before beside this one. */
  readonly withPrior: number;
}

/**
 * The sheet of charts (图表): for each chart of the edition a range of live formulas over the tables, and the chart beside it. One that
 * was made before is replaced. Undefined where nothing was recognised.
 */
export async function chartsSheet(
  snapshot: Snapshot,
  language: Language,
  edition?: string,
): Promise<ChartsSheet | undefined> {
  const recognition = await recogniseBest(snapshot, edition);
  if (!recognition || isNothing(recognition)) return undefined;
  const { book } = recognition;
  const years = yearsOf(snapshot, book);
  const panels = (book.edition.declared.charts ?? []).flatMap((declared): readonly Panel[] => {
    const members = compared(declared, years.now, years.before, book.edition.dimensions);
    const hasPrior = members.some(({ before }) => before !== undefined);
    return members.length > 0 ? [{ title: declared.title, members, hasPrior }] : [];
  });
  const [old, ...others] = snapshot.sheets.filter(isChartsSheet);
  const sheet = old?.name ?? freeName(snapshot, annotateWords(language).charts.sheetName);
  const edits: readonly Edit[] =
    panels.length === 0
      ? []
      : [
          ...others.map(({ name }): Edit => ({ do: 'removeSheet', sheet: name })),
          { do: 'drawSheet', sheet: drawn(sheet, panels, writerOf(snapshot, book), years, language) },
        ];
  return {
    patch: { for: snapshot.stamp, command: 'charts', edits },
    sheet,
    charts: panels.length,
    withPrior: panels.filter(({ hasPrior }) => hasPrior).length,
  };
}

/** One that this tool made, in any language. */
function isChartsSheet(sheet: SheetSnapshot): boolean {
  const guide = cellAt(sheet, 0, 0)?.value;
  return sheet.ours && LANGUAGES.some((language) => annotateWords(language).charts.guide === guide);
}

interface Panel {
  readonly title: string;
  readonly members: readonly ComparedMember[];
  readonly hasPrior: boolean;
}

interface Years {
  readonly year: number | undefined;
  readonly now: Source;
  /** Undefined where nothing was typed. */
  readonly before: Source | undefined;
  readonly nameOf: (member: string) => string;
}

function yearsOf(snapshot: Snapshot, book: Book): Years {
  const year = book.year ?? book.edition.declared.year;
  const now = bookSource(book);
  const printed = codeNames(book);
  const typed = typedYearBefore(snapshot, book.edition).map(
    (one) =>
      inThisYearsCodes(
        { ...one, year: one.year ?? year - 1 },
        { source: now, year, printed },
        book.edition.dimensions,
        catalogue(),
      ).source,
  );
  return {
    year: book.year,
    now,
    before: typed.length > 0 ? firstThatTells(typed) : undefined,
    nameOf: (member) => printed.get(member) ?? catalogue().nameOf(member, year) ?? member,
  };
}

/** Writes what was told as a formula over the cells that told it, in 万元; as an amount where no formula gets at them. */
type Writer = (told: Told) => { readonly value: number; readonly formula?: string };

function writerOf(snapshot: Snapshot, book: Book): Writer {
  const figures = new Map([...figuresOf(book)].map((figure) => [cellKey(figure.cell), figure]));
  const valueAt = ({ sheet: name, row, column }: Figure['cell']): CellValue => {
    const sheet = sheetNamed(snapshot, name);
    return (sheet && cellAt(sheet, row, column)?.value) ?? null;
  };
  const formulaOf = ({ cells, value }: Told): string | undefined => {
    const ofTables = cells.flatMap((cell) => figures.get(cellKey(cell)) ?? []);
    if (ofTables.length === cells.length) {
      const side = sumOutside(ofTables, '万元', formulaFor, ({ cell }) => valueAt(cell));
      return side.value.equals(value) ? side.formula : undefined;
    }
    // Last year's amounts stand in a sheet of their own, in 万元.
    const held = cells.map(valueAt).filter((one) => typeof one === 'number');
    const isSum = held.length === cells.length && Decimal.sum(0, ...held).equals(value);
    const terms = cells.map((cell) => `${quoteSheetName(cell.sheet)}!${a1(cell)}`).join(',');
    return isSum && terms.length < LONGEST_SUM ? `SUM(${terms})` : undefined;
  };
  return (told) => {
    const formula = told.cells.length === 0 ? undefined : formulaOf(told);
    return { value: told.value.toNumber(), ...(formula === undefined ? {} : { formula }) };
  };
}

const LONGEST_SUM = 8000;

const WIDTHS = [34, 16, 16, 3];
/** How many columns a chart lies over, and how wide they are. */
const CHART = { columns: 8, width: 10 };
const LEAST_ROWS = 12;

function drawn(name: string, panels: readonly Panel[], write: Writer, years: Years, language: Language): DrawnSheet {
  const words = annotateWords(language).charts;
  const rows: DrawnRow[] = [{ cells: [cell(0, words.guide, 'guide')] }];
  const charts: DrawnChart[] = [];
  for (const { title, members, hasPrior } of panels) {
    const series = hasPrior ? 2 : 1;
    rows.push({ cells: [] });
    const top = rows.length;
    const first = top + 2;
    const last = first + members.length - 1;
    rows.push(
      { cells: [cell(0, words.title(title), 'frameLeft')] },
      {
        cells: [
          cell(0, words.name, 'ownHeader'),
          cell(1, words.thisYear(years.year), 'ownHeader'),
          ...(hasPrior ? [cell(2, words.yearBefore(years.year), 'ownHeader')] : []),
        ],
      },
      ...members.map(({ member, now, before }): DrawnRow => {
        const amounts = [now, ...(hasPrior ? [before] : [])];
        return {
          cells: [cell(0, years.nameOf(member), 'made'), ...amounts.map((told, at) => amount(at + 1, told, write))],
        };
      }),
      {
        cells: [
          cell(0, words.total, 'ownHeader'),
          ...['B', 'C'].slice(0, series).map((letter, at): DrawnCell => {
            const told = members.map(({ now, before }) => (at === 0 ? now : before)?.value ?? new Decimal(0));
            const value = told.reduce((sum, one) => sum.plus(one), new Decimal(0)).toNumber();
            return { ...cell(at + 1, value, 'madeAmount'), formula: `SUM(${letter}${first + 1}:${letter}${last + 1})` };
          }),
        ],
      },
    );
    const bottom = top + Math.max(LEAST_ROWS, Math.ceil(members.length * (series + 0.5)) + 4);
    charts.push({
      from: { top: first - 1, left: 0, bottom: last, right: series },
      at: { top, left: WIDTHS.length, bottom, right: WIDTHS.length + CHART.columns - 1 },
    });
    while (rows.length <= bottom) rows.push({ cells: [] });
  }
  return {
    name,
    kind: 'made',
    columns: [...WIDTHS, ...Array.from({ length: CHART.columns }, () => CHART.width)].map((width) => ({ width })),
    rows,
    merges: [],
    frozen: { rows: 0, columns: 0 },
    page: { landscape: true },
    lists: [],
    charts,
  };
}

const cell = (column: number, value: CellValue, look: Look): DrawnCell => ({ column, value, look });

/** Blank where it is not known: nothing is drawn there. */
function amount(column: number, told: Told | undefined, write: Writer): DrawnCell {
  return told === undefined
    ? cell(column, null, 'madeAmount')
    : { ...cell(column, null, 'madeAmount'), ...write(told) };
}
