import { isToBeFilled } from '../amount/reading';
import type { Book, Figure } from '../book/book';
import type { Equation } from '../equation/equation';
import type { Evaluated, NotChecked } from '../equation/evaluate';
import { specimenEquations } from '../equation/specimen';
import type { Unchecked } from '../finding/finding';
import { placeOf } from '../finding/quote';
import { addressOf } from '../snapshot/address';

/**
 * What cannot be checked because it is not there at all: tables, columns and rows of totals. No equation of the workbook
 * speaks of these; the edition's own (`specimenEquations`) say how many kinds of equations go with each.
 */
export function notThere(book: Book): readonly Unchecked[] {
  const gaps = [...missingTables(book), ...missingColumns(book), ...missingTotals(book)];
  if (gaps.length === 0) return [];
  const equations = specimenEquations(book.edition);
  const counted = new Set<Equation>();
  return gaps.flatMap((gap) => {
    const lost = equations.filter((equation) => !counted.has(equation) && gap.takes(equation));
    for (const equation of lost) counted.add(equation);
    return lost.length > 0 ? [gap.tell(lost.length)] : [];
  });
}

interface Gap {
  takes(equation: Equation): boolean;
  tell(count: number): Unchecked;
}

const someFigure = (equation: Equation, test: (figure: Figure) => boolean): boolean =>
  [...equation.left, ...equation.right].some(test);

function missingTables(book: Book): readonly Gap[] {
  const found = new Set(book.tables.map((table) => table.declared.id));
  return book.edition.declared.tables
    .filter((table) => !found.has(table.id) && !table.optional)
    .map((table) => ({
      takes: (equation) => someFigure(equation, (figure) => figure.table === table.id),
      tell: (count) => ({
        rule: 's-table-missing',
        facts: { code: 'unchecked-table', title: table.title, count },
        cells: [],
        count,
      }),
    }));
}

/** A row divided into columns of which one is missing is counted row by row (`notEvaluated`): not again here. */
const isWithinRow = ({ because, left, right }: Equation): boolean =>
  because.kind === 'parts' && right.every((part) => part.cell.row === left[0]?.cell.row);

function missingColumns(book: Book): readonly Gap[] {
  return book.tables.flatMap((table) =>
    table.blocks.flatMap((block) =>
      block.missingColumns
        .filter((column) => !column.optional)
        .map(({ header }): Gap => {
          const isIt = (figure: Figure): boolean => figure.table === block.table && figure.columnName === header;
          return {
            takes: (equation) =>
              someFigure(equation, isIt) &&
              !(isWithinRow(equation) && equation.left[0] !== undefined && !isIt(equation.left[0])),
            tell: (count) => ({
              rule: 's-column-missing',
              facts: { code: 'unchecked-columns', table: block.table, headers: [header], count },
              cells: [],
              count,
            }),
          };
        }),
    ),
  );
}

function missingTotals(book: Book): readonly Gap[] {
  return book.tables.flatMap((table) =>
    table.blank
      ? []
      : table.blocks
          .filter((block) => block.missingTotal)
          .map((block): Gap => {
            const names = block.declared.rows.flatMap((row) => ('total' in row ? row.total : []));
            const name = names[0] ?? '';
            return {
              takes: (equation) =>
                someFigure(equation, (figure) => figure.table === block.table && figure.rowName === name),
              tell: (count) => ({
                rule: 's-total-row',
                facts: { code: 'unchecked-row', table: block.table, row: name, count },
                cells: [],
                count,
              }),
            };
          }),
  );
}

/** Equations that could not be evaluated, one entry a reason. */
export function notEvaluated(evaluated: readonly Evaluated[]): readonly Unchecked[] {
  const entries = new Map<string, Unchecked>();
  for (const { equation, outcome } of evaluated) {
    if (outcome.kind !== 'notChecked') continue;
    const { key, entry } = reasonOf(equation, outcome.because);
    const known = entries.get(key)?.count ?? 0;
    entries.set(key, entry(known + 1));
  }
  return [...entries.values()];
}

function reasonOf(
  equation: Equation,
  because: NotChecked,
): { readonly key: string; readonly entry: (count: number) => Unchecked } {
  const { table } = equation;
  switch (because.code) {
    case 'missing-columns': {
      const { headers } = because;
      return {
        key: `columns:${table}:${headers.join()}`,
        entry: (count) => ({
          rule: 's-column-missing',
          facts: { code: 'unchecked-columns', table, headers, count },
          cells: [],
          count,
        }),
      };
    }
    case 'unread-rows': {
      const cells = because.rows.map((row) => row.cell);
      return {
        key: `rows:${table}:${cells.map(addressOf).join()}`,
        entry: (count) => ({
          rule: 's-row-unread',
          facts: { code: 'unchecked-rows', table, rows: because.rows.map((row) => row.cell.row + 1), count },
          cells,
          count,
        }),
      };
    }
    case 'unreadable': {
      const [first] = because.figures;
      const figure = because.figures.find(({ reading }) => !isToBeFilled(reading)) ?? first;
      if (figure && isToBeFilled(figure.reading)) {
        const of = figure.table;
        return {
          key: `open:${of}`,
          entry: (count) => ({
            rule: 's-placeholder',
            facts: { code: 'unchecked-open', table: of, count },
            cells: [],
            count,
          }),
        };
      }
      if (!figure) throw new Error(`an equation not checked because of no cell: ${equation.rule}`);
      const raw = figure.reading.kind === 'unreadable' ? figure.reading.raw : '';
      return {
        key: `cell:${addressOf(figure.cell)}`,
        entry: (count) => ({
          rule: 's-not-number',
          facts: { code: 'unchecked-cell', place: placeOf(figure), raw, count },
          cells: [figure.cell],
          count,
        }),
      };
    }
  }
}
