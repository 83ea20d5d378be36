import { readMoneyUnit } from '../amount/money-unit';
import { readAmount } from '../amount/read-amount';
import { valueOf } from '../book/assemble';
import { readingOf } from '../book/reading-of';
import type { Figure, Indicator, RecognisedForm } from '../book/book';
import type { Form } from '../edition/edition';
import { scopeOf } from '../scope/scope';
import { a1, type CellRef } from '../snapshot/address';
import type { Cell } from '../snapshot/snapshot';
import { normaliseText, readable, writtenIn } from '../text/normalise';
import { frameOf } from './frame';
import { cellIn, refOf, type Grid, type GridCell, type GridRow } from './grid';
import { matchTitle, type TitleRules } from './title';

/** Finds the forms on a sheet: each begins at its title (`rules`), or at its subject where the title is missing. */
export function recogniseForms(grid: Grid, form: Form, rules: TitleRules): readonly RecognisedForm[] {
  const starts: { readonly index: number; readonly title: GridCell | undefined }[] = [];
  grid.rows.forEach((row, index) => {
    const title = row.cells.find((cell) => matchTitle(cell.text, rules));
    if (title) starts.push({ index, title });
  });
  if (starts.length === 0) {
    const index = grid.rows.findIndex((row) =>
      row.cells.some((cell) => labelRest(cell.text, form.subject.labels) !== undefined),
    );
    const header = grid.rows.some((row) =>
      row.cells.some((cell) => cell.text === normaliseText(form.indicators.headers.level2)),
    );
    if (index >= 0 && header) starts.push({ index, title: undefined });
  }
  return starts.flatMap((start, position) => {
    const rows = grid.rows.slice(start.index, starts[position + 1]?.index ?? grid.rows.length);
    return recogniseForm(grid, form, rows, start.title);
  });
}

function recogniseForm(
  grid: Grid,
  form: Form,
  rows: readonly GridRow[],
  title: GridCell | undefined,
): readonly RecognisedForm[] {
  const allLabels = [
    ...form.subject.labels,
    ...form.budgetUnit.labels,
    ...form.amounts.flatMap((amount) => amount.labels),
  ];
  const subject = fieldOf(grid, rows, form.subject.labels, allLabels);
  const amounts = besideTheirLabels(
    form.amounts.map((amount) => ({ amount, field: fieldOf(grid, rows, amount.labels, allLabels) })),
  );
  // A title alone (a list of contents, a heading) is no form.
  if (!subject && amounts.every(({ field }) => !field)) return [];
  if (!subject && form.except?.some((word) => title?.text.includes(word))) return [];
  const first = rows[0]?.row ?? 0;
  const last = rows[rows.length - 1]?.row ?? first;
  const frame = frameOf(grid, { top: first, header: Math.min(first + 2, last), bottom: last }, title, form.moneyUnit);
  const unit = unitOf(rows) ?? form.moneyUnit;
  const subjectName = subject?.text ?? '';
  return [
    {
      declared: form,
      frame: { ...frame, moneyUnit: unit },
      subject: subject && { text: subject.text, cell: subject.cell, written: written(subject) },
      subjectLabel: subject?.label,
      ...budgetUnit(fieldOf(grid, rows, form.budgetUnit.labels, allLabels)),
      amounts: amounts.flatMap(({ amount, field }) => {
        if (!field) return [];
        const members = subjectName === '' ? {} : { [form.subject.dimension]: subjectName };
        const reading = field.holds ? readingOf(field.holds) : readAmount(field.text);
        const figure: Figure = {
          scope: scopeOf({ ...form.scope, ...amount.scope, ...members }),
          table: form.id,
          cell: field.cell,
          reading,
          formula: field.holds?.formula,
          value: valueOf(reading, unit),
          moneyUnit: unit,
          decimals: form.decimals,
          rowName: subjectName === '' ? undefined : subjectName,
          rowWritten: subject && subjectName !== '' ? written(subject) : undefined,
          columnName: amount.name,
        };
        return [{ name: amount.name, figure, ...(field.inside ? { inside: true as const } : {}) }];
      }),
      missingAmounts: amounts.filter(({ field }) => !field).map(({ amount }) => amount.name),
      indicators: indicatorsOf(grid, form, rows),
    },
  ];
}

const budgetUnit = (field: Field | undefined) => ({
  budgetUnit: field && { text: field.text, cell: field.cell },
  budgetUnitLabel: field?.label,
});

interface Field {
  readonly label: CellRef;
  /** The cell that holds the value, or should. */
  readonly cell: CellRef;
  readonly text: string;
  /** The value stands behind the label in the label's own cell. */
  readonly inside: boolean;
  /** The cell of the value, where that is one of its own and holds something. */
  readonly holds?: Cell;
}

/** A field: its label anywhere, its value after the colon, to the right or (where another label stands to the right) below. */
function fieldOf(
  grid: Grid,
  rows: readonly GridRow[],
  labels: readonly string[],
  allLabels: readonly string[],
): Field | undefined {
  for (const [index, row] of rows.entries()) {
    for (const cell of row.cells) {
      const rest = labelRest(cell.text, labels);
      if (rest === undefined) continue;
      const label = refOf(grid, cell);
      const found = (value: GridCell): Field => ({
        label,
        cell: refOf(grid, value),
        text: value.text,
        inside: false,
        holds: value.cell,
      });
      if (rest !== '') return { label, cell: label, text: rest, inside: true };
      const right = row.cells.find((later) => later.column > cell.column && holdsSomething(later));
      const rightIsLabel = right !== undefined && labelRest(right.text, allLabels) !== undefined;
      if (right && !rightIsLabel) return found(right);
      const below = rows[index + 1];
      const under = rightIsLabel && below?.row === row.row + 1 ? cellIn(below, cell.column) : undefined;
      if (under && labelRest(under.text, allLabels) === undefined) return found(under);
      const area = grid.mergeFrom.get(a1(label));
      const next = { row: row.row, column: (area?.right ?? cell.column) + 1 };
      // A merged area beside a label is made for what it labels.
      const hasPlace = grid.mergeFrom.has(a1(next));
      if (cell.text.endsWith(':') && !hasPlace) return { label, cell: label, text: '', inside: true };
      return {
        label,
        cell: { sheet: grid.sheet, ...next },
        text: '',
        inside: false,
      };
    }
  }
  return undefined;
}

/** A field as it stands in its cell, in one line; behind its label, or where it is no text, as it is read. */
function written({ holds, text }: Field): string {
  return writtenIn(holds) ?? readable(text);
}

/** A blank amount whose label ends with a colon belongs where the other amounts of its form stand: beside their labels, or behind them. */
function besideTheirLabels<Amount>(
  amounts: readonly { readonly amount: Amount; readonly field: Field | undefined }[],
): readonly { readonly amount: Amount; readonly field: Field | undefined }[] {
  const filled = amounts.flatMap(({ field }) => (field && field.text !== '' ? [field] : []));
  const [beside] = filled;
  if (!beside || filled.some(({ inside, cell, label }) => inside || cell.row !== label.row)) return amounts;
  return amounts.map(({ amount, field }) => {
    if (!field?.inside) return { amount, field };
    return { amount, field: { ...field, inside: false, cell: { ...field.label, column: beside.cell.column } } };
  });
}

/** A formula holds something, even where nobody has calculated it. */
const holdsSomething = ({ text, cell }: GridCell): boolean => text !== '' || cell.formula !== undefined;

/** What follows a label in its cell: '' where nothing does, undefined where the cell is no such label. */
function labelRest(text: string, labels: readonly string[]): string | undefined {
  for (const label of labels) {
    const normal = normaliseText(label);
    if (text === normal) return '';
    if (text.startsWith(`${normal}:`)) return text.slice(normal.length + 1);
    // Nearly all cells end here: expressions are dear.
    if (!text.startsWith(`${normal}(`)) continue;
    const bracket = new RegExp(`^${escape(normal)}\\([^)]*\\):?(.*)$`).exec(text);
    if (bracket) return bracket[1] ?? '';
  }
  return undefined;
}

const escape = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

function unitOf(rows: readonly GridRow[]): Figure['moneyUnit'] | undefined {
  for (const row of rows) {
    for (const cell of row.cells) {
      if (!cell.text.includes('资金') || typeof cell.cell.value !== 'string') continue;
      const reading = readMoneyUnit(cell.cell.value);
      if (reading?.supported) return reading.unit;
    }
  }
  return undefined;
}

function indicatorsOf(grid: Grid, form: Form, rows: readonly GridRow[]): readonly Indicator[] {
  const { headers } = form.indicators;
  const header = rows.findIndex((row) => row.cells.some((cell) => cell.text === normaliseText(headers.level2)));
  const headerRow = rows[header];
  if (!headerRow) return [];
  const column = (name: string): number | undefined =>
    headerRow.cells.find((cell) => cell.text.startsWith(normaliseText(name)))?.column;
  const level2 = column(headers.level2);
  const level3 = column(headers.level3);
  const value = column(headers.value);
  if (level2 === undefined || level3 === undefined || value === undefined) return [];
  const indicators: Indicator[] = [];
  let kind = '';
  let kindRow = headerRow.row;
  for (const row of rows.slice(header + 1)) {
    const own = cellIn(row, level2)?.text ?? '';
    if (own !== '') {
      kind = own;
      kindRow = row.row;
    }
    const name = cellIn(row, level3)?.text ?? '';
    const said = cellIn(row, value)?.text ?? '';
    if (own === '' && name === '' && said === '') continue;
    const at = (columnIndex: number, rowIndex = row.row): CellRef => ({
      sheet: grid.sheet,
      row: rowIndex,
      column: columnIndex,
    });
    indicators.push({
      row: row.row,
      level2: kind,
      level3: name,
      value: said,
      level2Cell: at(level2, kindRow),
      level3Cell: at(level3),
      valueCell: at(value),
    });
  }
  return indicators;
}
