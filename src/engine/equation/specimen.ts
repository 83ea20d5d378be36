import { assembleBlock } from '../book/assemble';
import type { Book, ColumnNode, RecognisedForm, RecognisedTable, RowNode, TableFrame } from '../book/book';
import type { CodeLevel } from '../classification/code-tree';
import type { Block, Form, Row, Table } from '../edition/edition';
import type { ResolvedEdition } from '../edition/resolve';
import { scopeOf, type Members } from '../scope/scope';
import { deriveEquations } from './derive';
import type { Equation } from './equation';

/** One code a level, standing for all of them. */
export const SPECIMEN_CODES: Readonly<
  Record<'functional' | 'economic' | 'governmentEconomic', Readonly<Record<CodeLevel, string>>>
> = {
  functional: { 类: '201', 款: '20101', 项: '2010101' },
  economic: { 类: '301', 款: '30101', 项: '30101' },
  governmentEconomic: { 类: '501', 款: '50101', 项: '50101' },
};
export const SPECIMEN_PROJECT = '某项目';

/**
 * The equations of an edition, before there is any workbook: derived, by the very code that derives those of a workbook,
 * from a book that has one row of each kind in every table. Sheets are called like their tables.
 */
export function specimenEquations(edition: ResolvedEdition): readonly Equation[] {
  return deriveEquations(specimenBook(edition));
}

/** A blank book with every declared table and form, each declared row and column, and one row a level of a tree. */
export function specimenBook(edition: ResolvedEdition): Book {
  return {
    edition,
    department: undefined,
    year: undefined,
    tables: edition.declared.tables.map((table) => specimenTable(table, edition)),
    forms: edition.declared.forms.map((form) => specimenForm(form)),
  };
}

function frameOf(id: string, moneyUnit: TableFrame['moneyUnit']): TableFrame {
  return {
    sheet: id,
    top: 0,
    bottom: 0,
    title: undefined,
    moneyUnit,
    unitCell: undefined,
    foreignUnit: undefined,
    department: undefined,
    year: undefined,
  };
}

function specimenTable(table: Table, edition: ResolvedEdition): RecognisedTable {
  let column = 0;
  return {
    declared: table,
    frame: frameOf(table.id, table.moneyUnit),
    places: [],
    emptyNote: undefined,
    blank: true,
    strangeColumns: [],
    blocks: table.blocks.map((block) => {
      const columns = block.columns.map((declared): ColumnNode => ({
        members: declared.scope ?? {},
        column: column++,
        header: declared.under ? `${declared.under[0] ?? ''}${declared.header}` : declared.header,
        headerCell: { sheet: table.id, row: 0, column: column - 1 },
        decimals: table.decimals,
      }));
      return assembleBlock({
        table,
        block,
        rows: specimenRows(table.id, block, edition),
        columns,
        moneyUnit: table.moneyUnit,
        dimensions: edition.dimensions,
        strangeRows: [],
        missingColumns: [],
        cellAt: () => () => undefined,
      });
    }),
  };
}

function specimenRows(sheet: string, block: Block, edition: ResolvedEdition): readonly RowNode[] {
  const rows: RowNode[] = [];
  const add = (members: Members, role: RowNode['role'], name: string): void => {
    rows.push({
      members,
      sheet,
      role,
      row: rows.length + 1,
      name,
      keyCell: undefined,
      nameCell: undefined,
      code: undefined,
    });
  };
  for (const row of block.rows) {
    if ('tree' in row) addTree(row, edition, add);
    else if ('total' in row) add({}, 'total', row.total[0] ?? '');
    else if ('label' in row) add(row.scope, 'label', row.label);
    else add(row.scope, 'ordinal', row.name);
  }
  return rows;
}

function addTree(
  row: Extract<Row, { tree: string }>,
  edition: ResolvedEdition,
  add: (members: Members, role: RowNode['role'], name: string) => void,
): void {
  const dimension = edition.dimensions.byId.get(row.tree);
  if (dimension?.kind !== 'code') return;
  const codes = SPECIMEN_CODES[dimension.system];
  const deepest = row.levels[row.levels.length - 1];
  for (const level of row.levels) {
    const members = { [row.tree]: codes[level] };
    if (row.detail !== undefined && level === deepest)
      add({ ...members, [row.detail]: SPECIMEN_PROJECT }, 'tree', SPECIMEN_PROJECT);
    else add(members, 'tree', level);
  }
}

function specimenForm(form: Form): RecognisedForm {
  return {
    declared: form,
    frame: frameOf(form.id, form.moneyUnit),
    subject: undefined,
    subjectLabel: undefined,
    budgetUnit: undefined,
    budgetUnitLabel: undefined,
    missingAmounts: [],
    indicators: [],
    amounts: form.amounts.map((amount, row) => ({
      name: amount.name,
      figure: {
        scope: scopeOf({ ...form.scope, ...amount.scope, [form.subject.dimension]: SPECIMEN_PROJECT }),
        table: form.id,
        cell: { sheet: form.id, row, column: 0 },
        reading: { kind: 'blank' },
        formula: undefined,
        value: undefined,
        moneyUnit: form.moneyUnit,
        decimals: form.decimals,
        rowName: SPECIMEN_PROJECT,
        rowWritten: SPECIMEN_PROJECT,
        columnName: amount.name,
      },
    })),
  };
}
