import { convertMoney } from '../amount/money-unit';
import { assembleBlock } from '../book/assemble';
import type { Book, ColumnNode, Figure, RecognisedTable, RowNode } from '../book/book';
import { figuresOf } from '../book/book';
import type { Column } from '../edition/edition';
import type { ResolvedEdition } from '../edition/resolve';
import type { Conflict } from '../fill/plan';
import { settle } from '../fill/settle';
import { membersAt, type Member } from '../scope/scope';
import { cellKey, type CellRef } from '../snapshot/address';
import type { Cell } from '../snapshot/snapshot';
import type { DrawnSheet } from '../snapshot/drawn';
import type { Source } from '../source/source';
import { drawForms, type DrawnForm, type FormContent } from './draw-form';
import { drawTable } from './draw-table';
import { FRAME_ROW, placeTable, TITLE_ROW, type PlacedRows, type PlacedTable } from './place';

/** Whom the tables are about, and how codes are called. */
export interface CompileAbout {
  readonly department: string | undefined;
  readonly year: number | undefined;
  nameOf(code: Member): string;
  /** The name of a table's sheet. */
  tableSheet(id: string): string;
  /** The name of a new sheet for a form: another one each time. */
  nextFormSheet(id: string): string;
}

export interface CompileOptions {
  /** Amounts instead of formulas. */
  readonly values?: boolean;
  /** Blank rows of a table that has no row of codes. */
  readonly spareRows?: number;
  /** Everything is to be filled in: an empty table is not said to be one, and there is one form without a project. */
  readonly isBlank?: boolean;
  /** Projects (members of a form's subject) that have their form already. */
  readonly projectsWithForm?: ReadonlySet<Member>;
  /** What people have written into the forms of projects elsewhere. */
  readonly formContents?: ReadonlyMap<Member, FormContent>;
  /** The unit that each project is of; others are the department's. */
  readonly projectUnits?: ReadonlyMap<Member, string>;
}

/** The tables of an edition, made from a source of amounts. */
export interface Compilation {
  /** What the drawn tables mean, as if they had been recognised. */
  readonly book: Book;
  /** One a table, then one a form. */
  readonly sheets: readonly DrawnSheet[];
  readonly forms: readonly DrawnForm[];
  /** Amounts that the tables print and the source does not tell. */
  readonly untold: readonly Figure[];
  /** Amounts of the source that are not the sum of its own parts: printed as it tells them. */
  readonly conflicts: readonly Conflict[];
}

const SPARE_ROWS = 3;

/**
 * Lays out the tables that an edition prints and fills them: what nothing else determines is an amount of the source, everything
 * else a formula. The order of what the source tells does not matter.
 */
export function compileTables(
  edition: ResolvedEdition,
  source: Source,
  about: CompileAbout,
  options: CompileOptions = {},
): Compilation {
  const placed = edition.declared.tables.map((table) =>
    placeTable(table, source, (code) => about.nameOf(code), options.spareRows ?? SPARE_ROWS),
  );
  const untold = new Map<string, CellRef>();
  const tables = placed.map((table) => toldTable(table, edition, source, about, untold));
  const book: Book = { edition, department: about.department, year: about.year, tables, forms: [] };
  const { fills, conflicts } = settle(book, {
    agreeing: 'formula',
    covered: new Set(),
    circular: new Set(),
    untold: new Set(untold.keys()),
    // Drawn tables have the formats of their columns already.
    formats: { of: () => 'General' },
  });
  const filled = new Map(fills.map((fill) => [cellKey(fill.cell), fill]));
  const unfilled = [...figuresOf(book)].filter(({ cell }) => untold.has(cellKey(cell)) && !filled.has(cellKey(cell)));
  const forms = drawForms(edition.declared.forms, source, about, options);
  return {
    book,
    sheets: [
      ...placed.map((table, index) =>
        drawTable(table, tables[index], filled, about, {
          values: options.values === true,
          isBlank: options.isBlank === true,
          // A form that is to be filled in says so by being blank.
          untold: new Set(options.isBlank === true ? [] : unfilled.map(({ cell }) => cellKey(cell))),
        }),
      ),
      ...forms.map(({ sheet }) => sheet),
    ],
    forms,
    untold: unfilled,
    conflicts,
  };
}

function toldTable(
  placed: PlacedTable,
  edition: ResolvedEdition,
  source: Source,
  about: CompileAbout,
  untold: Map<string, CellRef>,
): RecognisedTable {
  const { declared } = placed;
  const sheet = about.tableSheet(declared.id);
  const at = (row: number, column: number): CellRef => ({ sheet, row, column });
  let hasAmount = false;
  const blocks = placed.blocks.map((block) => {
    const hasMoney = block.rows.some((row) =>
      block.at.block.columns.some((column) => !(toldAt(block, row, column)?.isZero() ?? true)),
    );
    hasAmount ||= hasMoney;
    const rows = new Map(block.rows.map((row) => [row.row, row]));
    return assembleBlock({
      table: declared,
      block: block.at.block,
      rows: block.rows.map((row) => rowNode(block, row, sheet)),
      columns: block.at.block.columns.map((column, index): ColumnNode => {
        const under = column.under?.[0];
        const column0 = block.at.columns[index] ?? 0;
        return {
          members: column.scope ?? {},
          column: column0,
          header: under === undefined ? column.header : `${under}${column.header}`,
          headerCell: at(placed.top - 1, column0),
          decimals: declared.decimals,
        };
      }),
      moneyUnit: declared.moneyUnit,
      dimensions: edition.dimensions,
      strangeRows: [],
      missingColumns: [],
      keyColumns: block.at.keys,
      cellAt: (node) => {
        const row = rows.get(node.row);
        return (column0) => {
          const column = block.at.block.columns[block.at.columns.indexOf(column0)];
          return row && column && cellOf(block, row, column, column0, hasMoney);
        };
      },
    });
  });
  return {
    declared,
    frame: {
      sheet,
      top: 0,
      bottom: placed.end,
      title: { text: declared.title, cell: at(TITLE_ROW, 0) },
      moneyUnit: declared.moneyUnit,
      unitCell: at(FRAME_ROW, placed.header.columns - 1),
      foreignUnit: undefined,
      department: undefined,
      year: undefined,
    },
    places: [],
    blocks,
    emptyNote: undefined,
    blank: !hasAmount,
    strangeColumns: [],
  };

  function toldAt(block: PlacedRows, row: PlacedRows['rows'][number], column: Column) {
    return source.told(membersAt(block.fixed, row.members, column.scope ?? {}))?.value;
  }

  function cellOf(
    block: PlacedRows,
    row: PlacedRows['rows'][number],
    column: Column,
    column0: number,
    hasMoney: boolean,
  ): Cell | undefined {
    const value = toldAt(block, row, column);
    if (value === undefined) {
      const cell = at(row.row, column0);
      untold.set(cellKey(cell), cell);
      return undefined;
    }
    // Rows without a label are told by their place among those that hold amounts: a zero keeps it.
    if (value.isZero() && !(row.role === 'ordinal' && hasMoney)) return undefined;
    return { column: column0, value: convertMoney(value, '万元', declared.moneyUnit).toNumber() };
  }
}

function rowNode(block: PlacedRows, row: PlacedRows['rows'][number], sheet: string): RowNode {
  const cellIn = (key: string): CellRef | undefined => {
    const index = block.at.block.keys.findIndex((declared) => declared.key === key);
    const column = block.at.keys[index]?.[0];
    return column === undefined ? undefined : { sheet, row: row.row, column };
  };
  return {
    members: row.members,
    sheet,
    role: row.role,
    row: row.row,
    name: row.detailName ?? (row.name === '' ? undefined : row.name),
    ...(row.detailName === undefined ? {} : { detailName: row.detailName }),
    ...(row.detailName === undefined || row.name === '' ? {} : { codeName: row.name }),
    keyCell: cellIn('code') ?? cellIn('label'),
    nameCell: cellIn('name'),
    code: row.code === undefined ? undefined : { kind: 'code', code: row.code, name: row.name },
  };
}
