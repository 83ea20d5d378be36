import { Decimal } from 'decimal.js';
import { readAmount } from '../amount/read-amount';
import type { RowNode, StrangeRow } from '../book/book';
import type { Catalogue } from '../classification/catalogue';
import { readCode, type CodeReading } from '../classification/code';
import type { CodeSystem } from '../classification/code-tree';
import type { Block, Key, Row } from '../edition/edition';
import type { Members } from '../scope/scope';
import type { CellValue } from '../snapshot/snapshot';
import type { Steps } from '../steps/steps';
import { normaliseText, similarity, stripLeadingEnumeration, stripTrailingBracket, writtenIn } from '../text/normalise';
import type { BlockMatch } from './header';
import { cellIn, refOf, type Grid, type GridRow } from './grid';

/** What the rows of a block are, in sheet order. */
export interface BlockRows {
  readonly nodes: readonly RowNode[];
  readonly strange: readonly StrangeRow[];
}

/** Rows of one sheet that belong to a block. */
export interface RowSource {
  readonly grid: Grid;
  readonly rows: readonly GridRow[];
  readonly match: BlockMatch;
  /** The row below the header, whether anything stands in it or not. */
  readonly first: number;
}

const ROWS_A_STEP = 500;

/** Reads what each row covers. A row that holds amounts and cannot be read is kept as strange, never dropped. */
export function* readRows(
  block: Block,
  sources: readonly RowSource[],
  specimens: ReadonlySet<string>,
  catalogue: Catalogue,
): Steps<BlockRows> {
  const reader = new RowReader(block, specimens, catalogue);
  let read = 0;
  for (const source of sources) {
    for (const row of source.rows) {
      reader.read(source, row);
      if (++read % ROWS_A_STEP === 0) yield;
    }
  }
  return reader.finish();
}

const LEAST_LABEL_LIKENESS = 0.6;

class RowReader {
  private readonly nodes: RowNode[] = [];
  private readonly strange: StrangeRow[] = [];
  private readonly labelled: {
    readonly source: RowSource;
    readonly row: GridRow;
    readonly label: string;
    readonly column: number;
  }[] = [];
  private readonly tree: Extract<Row, { tree: string }> | undefined;
  private readonly totals: ReadonlySet<string>;
  private readonly ordinals: readonly Extract<Row, { ordinal: number }>[];
  private readonly labels: readonly Extract<Row, { label: string }>[];
  private readonly numbered: { readonly source: RowSource; readonly row: GridRow }[] = [];
  private lastCode: string | undefined;

  constructor(
    private readonly block: Block,
    private readonly specimens: ReadonlySet<string>,
    private readonly catalogue: Catalogue,
  ) {
    this.tree = block.rows.find((row): row is Extract<Row, { tree: string }> => 'tree' in row);
    this.totals = new Set(
      block.rows.flatMap((row) => ('total' in row ? row.total : [])).map((name) => normaliseText(name)),
    );
    this.ordinals = block.rows.filter((row): row is Extract<Row, { ordinal: number }> => 'ordinal' in row);
    this.labels = block.rows.filter((row): row is Extract<Row, { label: string }> => 'label' in row);
  }

  read(source: RowSource, row: GridRow): void {
    if (this.ordinals.length > 0) this.readOrdinal(source, row);
    else if (this.readTotal(source, row)) return;
    else if (this.tree) this.readTree(source, row, this.tree);
    else this.noteLabel(source, row);
  }

  finish(): BlockRows {
    this.numberRows();
    this.matchLabels();
    this.nodes.sort((a, b) => (a.sheet === b.sheet ? a.row - b.row : 0));
    return { nodes: this.nodes, strange: this.strange };
  }

  private readOrdinal(source: RowSource, row: GridRow): void {
    if (this.amountCells(source, row).length > 0 && !isNote(row)) this.numbered.push({ source, row });
  }

  /**
   * Rows without a label are told by their order. Where fewer hold amounts than are declared, a blank row among the first below
   * the header keeps its place: it is one that nobody has filled in yet.
   */
  private numberRows(): void {
    const placed = this.rowsInPlace();
    if (placed) {
      for (const [index, row] of placed.rows.entries()) this.addOrdinal(placed.source, row, index + 1);
      return;
    }
    this.numbered.forEach(({ source, row }, index) => {
      if (!this.addOrdinal(source, row, index + 1)) this.noteStrange(source, row, '');
    });
  }

  private addOrdinal(source: RowSource, row: GridRow, ordinal: number): boolean {
    const declared = this.ordinals.find((candidate) => candidate.ordinal === ordinal);
    if (declared)
      this.add(source, row, { members: declared.scope, role: 'ordinal', name: declared.name, keyColumn: undefined });
    return declared !== undefined;
  }

  /** The rows from the header down to the last one with amounts, where that many may stand there and all others are blank. */
  private rowsInPlace(): { readonly source: RowSource; readonly rows: readonly GridRow[] } | undefined {
    const [first] = this.numbered;
    const last = this.numbered[this.numbered.length - 1];
    if (!first || !last || this.numbered.length >= this.ordinals.length) return undefined;
    const { source } = first;
    const count = last.row.row - source.first + 1;
    if (this.numbered.some((one) => one.source !== source) || count > this.ordinals.length) return undefined;
    if (this.numbered.length === count || this.isSumOfOthers(source, first.row)) return undefined;
    const rows = Array.from({ length: count }, (_row, index) => {
      const row = source.first + index;
      return this.numbered.find((one) => one.row.row === row)?.row ?? { row, cells: [] };
    });
    const blank = rows.filter((row) => row.cells.length === 0).map((row) => row.row);
    return source.rows.some((row) => blank.includes(row.row)) ? undefined : { source, rows };
  }

  /** A first row that is what the others come to is the whole, wherever it stands. */
  private isSumOfOthers(source: RowSource, row: GridRow): boolean {
    const others = this.numbered.filter((one) => one.row !== row);
    return (
      others.length > 0 &&
      source.match.columns.every((column) => {
        if (!column) return true;
        const amount = (of: GridRow) => amountAt(of, column.column);
        return others.reduce((sum, one) => sum.plus(amount(one.row)), ZERO).equals(amount(row));
      })
    );
  }

  private readTotal(source: RowSource, row: GridRow): boolean {
    const columns = source.match.keys.flat();
    for (const column of columns) {
      const cell = cellIn(row, column);
      if (!cell || !this.totals.has(stripLeadingEnumeration(cell.text))) continue;
      this.add(source, row, {
        members: {},
        role: 'total',
        name: stripLeadingEnumeration(cell.text),
        keyColumn: column,
      });
      return true;
    }
    return false;
  }

  private readTree(source: RowSource, row: GridRow, tree: Extract<Row, { tree: string }>): void {
    const codeKey = this.keyIndex('code');
    const nameColumn = source.match.keys[this.keyIndex('name')]?.[0];
    const codeColumns = source.match.keys[codeKey] ?? [];
    const detailColumn = source.match.keys[this.keyIndex('open')]?.[0];
    const detail = detailColumn === undefined ? '' : (cellIn(row, detailColumn)?.text ?? '');
    const nameText = nameColumn === undefined ? '' : (cellIn(row, nameColumn)?.text ?? '');
    const amounts = this.amountCells(source, row);
    const words = [...codeColumns.map((column) => cellIn(row, column)?.text ?? ''), nameText, detail].filter(
      (text) => text !== '',
    );
    if (words.length > 0 && words.every((text) => this.isSpecimen(text))) {
      if (amounts.length > 0) this.noteStrange(source, row, words.join(''));
      return;
    }

    const values: readonly CellValue[] = codeColumns.map((column) => cellIn(row, column)?.cell.value ?? null);
    const reading = readCode(values, this.codeSystem(codeKey), this.lastCode);
    let code = codeOf(reading);
    if (code === undefined) {
      if (detail !== '' && this.lastCode !== undefined && words.length === 1) code = this.lastCode;
      else code = this.codeByName(nameText !== '' ? nameText : words.join(''));
    }
    if (code === undefined) {
      if (amounts.length > 0) this.noteStrange(source, row, words.join(' '));
      return;
    }
    // A name in the place of a code gives a row only where the row holds amounts: a note may name a class too.
    if (reading.kind === 'none' && amounts.length === 0) return;
    this.lastCode = code;
    const members: Members =
      tree.detail !== undefined && detail !== '' ? { [tree.tree]: code, [tree.detail]: detail } : { [tree.tree]: code };
    const ownName = reading.kind === 'code' ? reading.name : undefined;
    this.add(source, row, {
      members,
      role: 'tree',
      name: detail !== '' ? detail : nameText !== '' ? nameText : (ownName ?? this.catalogue.nameOf(code) ?? code),
      keyColumn: codeColumns.find((column) => cellIn(row, column)) ?? nameColumn ?? detailColumn,
      nameColumn: nameText !== '' ? nameColumn : undefined,
      detailColumn: detail !== '' ? detailColumn : undefined,
      detailName: detailColumn === undefined ? undefined : writtenIn(cellIn(row, detailColumn)?.cell),
      codeName: detail !== '' && nameText !== '' ? nameText : undefined,
      code: reading,
    });
  }

  private codeByName(text: string): string | undefined {
    const name = stripTrailingBracket(stripLeadingEnumeration(text));
    if (name === '') return undefined;
    const codes = this.catalogue.codesNamed(name);
    return codes.length === 1 ? codes[0] : undefined;
  }

  private noteLabel(source: RowSource, row: GridRow): void {
    const column = source.match.keys[0]?.[0];
    const cell = column === undefined ? undefined : cellIn(row, column);
    const label = cell ? stripLeadingEnumeration(cell.text) : '';
    if (label === '' || column === undefined) {
      if (this.amountCells(source, row).length > 0) this.noteStrange(source, row, '');
      return;
    }
    this.labelled.push({ source, row, label, column });
  }

  /** Exact labels first, then the nearest of what is left; each declared row is given once. */
  private matchLabels(): void {
    const free = new Set(this.labels);
    const open = [...this.labelled];
    const give = (entry: (typeof open)[number], declared: Extract<Row, { label: string }>, exact: boolean): void => {
      free.delete(declared);
      this.add(entry.source, entry.row, {
        members: declared.scope,
        role: 'label',
        name: entry.label,
        keyColumn: entry.column,
        ...(exact ? {} : { nearestLabel: declared.label }),
      });
    };
    const rest = open.filter((entry) => {
      const declared = [...free].find((candidate) => labelNames(candidate).includes(entry.label));
      if (declared) give(entry, declared, true);
      return !declared;
    });
    const pairs = rest
      .flatMap((entry) =>
        [...free].map((declared) => ({
          entry,
          declared,
          alike: Math.max(...labelNames(declared).map((name) => labelLikeness(entry.label, name))),
        })),
      )
      .filter((pair) => pair.alike >= LEAST_LABEL_LIKENESS)
      .sort((a, b) => b.alike - a.alike);
    const given = new Set<(typeof open)[number]>();
    for (const { entry, declared } of pairs) {
      if (given.has(entry) || !free.has(declared)) continue;
      given.add(entry);
      give(entry, declared, false);
    }
    for (const entry of rest) {
      if (!given.has(entry) && this.amountCells(entry.source, entry.row).length > 0)
        this.noteStrange(entry.source, entry.row, entry.label);
    }
  }

  private keyIndex(kind: Key['key']): number {
    return this.block.keys.findIndex((key) => key.key === kind);
  }

  private codeSystem(index: number): CodeSystem {
    const key = this.block.keys[index];
    return key?.key === 'code' ? key.system : 'functional';
  }

  private isSpecimen(text: string): boolean {
    return (
      this.specimens.has(text) ||
      this.specimens.has(stripLeadingEnumeration(text)) ||
      /^[一二三四五六七八九十]+、?$/.test(text)
    );
  }

  /** Cells of the block's amount columns that hold something: an amount, or what should be one. */
  private amountCells(source: RowSource, row: GridRow) {
    return source.match.columns.flatMap((column) => {
      const cell = column && cellIn(row, column.column);
      return cell && readAmount(cell.cell.value).kind !== 'blank' ? [refOf(source.grid, cell)] : [];
    });
  }

  private noteStrange(source: RowSource, row: GridRow, text: string): void {
    const amounts = this.amountCells(source, row);
    const first = amounts[0];
    if (first) this.strange.push({ cell: first, text, amounts });
  }

  private add(
    source: RowSource,
    row: GridRow,
    given: {
      readonly members: Members;
      readonly role: RowNode['role'];
      readonly name: string;
      readonly keyColumn: number | undefined;
      readonly nameColumn?: number | undefined;
      readonly detailColumn?: number | undefined;
      readonly detailName?: string | undefined;
      readonly codeName?: string | undefined;
      readonly code?: CodeReading;
      readonly nearestLabel?: string;
    },
  ): void {
    const at = (column: number | undefined) =>
      column === undefined ? undefined : { sheet: source.grid.sheet, row: row.row, column };
    const detailCell = at(given.detailColumn);
    this.nodes.push({
      sheet: source.grid.sheet,
      row: row.row,
      members: given.members,
      role: given.role,
      name: given.name,
      keyCell: at(given.keyColumn),
      nameCell: at(given.nameColumn),
      ...(detailCell ? { detailCell } : {}),
      ...(given.detailName === undefined ? {} : { detailName: given.detailName }),
      ...(given.codeName === undefined ? {} : { codeName: given.codeName }),
      code: given.code,
      ...(given.nearestLabel === undefined ? {} : { nearestLabel: given.nearestLabel }),
    });
  }
}

const ZERO = new Decimal(0);

function amountAt(row: GridRow, column: number): Decimal {
  const reading = readAmount(cellIn(row, column)?.cell.value ?? null);
  return reading.kind === 'amount' ? reading.value : ZERO;
}

/** Words below a table that has no column for words: a single cell, longer than anything typed in the place of an amount. */
function isNote(row: GridRow): boolean {
  const cells = row.cells.filter((cell) => cell.text !== '');
  const [only] = cells;
  return (
    only !== undefined &&
    cells.length === 1 &&
    only.text.length > LONGEST_SLIP &&
    readAmount(only.cell.value).kind === 'unreadable'
  );
}

const LONGEST_SLIP = 8;

/** The code of a row; where it is malformed (2010301a), the one that its digits make, so that the row still counts where it belongs. */
function codeOf(reading: CodeReading): string | undefined {
  if (reading.kind === 'code') return reading.code;
  if (reading.kind === 'none') return undefined;
  const digits = reading.raw.replace(/\D/g, '');
  return /^[235]\d\d(\d\d){0,2}$/.test(digits) ? digits : undefined;
}

const labelNames = (row: Extract<Row, { label: string }>): readonly string[] =>
  [row.label, ...(row.aliases ?? [])].map((name) => stripLeadingEnumeration(name));

/** Labels grow and shrink at the end (国有资本经营预算预算, 财政拨款收入): one that begins with the other is near. */
function labelLikeness(found: string, declared: string): number {
  const shorter = Math.min(found.length, declared.length);
  if (shorter >= 4 && (found.startsWith(declared) || declared.startsWith(found)))
    return Math.max(0.7, similarity(found, declared));
  return similarity(found, declared, LEAST_LABEL_LIKENESS);
}
