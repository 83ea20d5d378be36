import type { RecognisedBlock, RowNode } from '../book/book';
import { readCode } from '../classification/code';
import type { CodeSystem } from '../classification/code-tree';
import { cellAt, type CellValue, type SheetSnapshot } from '../snapshot/snapshot';
import { normaliseText } from '../text/normalise';

/** What is written into a key cell of a row: column counted from 0, as it reads, and as it is stored. */
export interface WrittenKey {
  readonly column: number;
  readonly text: string;
  readonly value: CellValue;
}

/** Of one code column of a row: how the code's digits are written there, for another code of any level. */
type Spelling = (code: string, name: string) => CellValue;

/**
 * How a block on one sheet writes the codes and names of its rows, read off the rows that stand there: one column or one a level,
 * text or number, digits parted by dots or run together with the name, names set in by spaces.
 */
export class RowManner {
  private readonly codeColumns: readonly number[];
  private readonly nameColumn: number | undefined;
  private readonly system: CodeSystem;

  constructor(
    block: RecognisedBlock,
    private readonly sheet: SheetSnapshot,
  ) {
    const code = block.declared.keys.findIndex((key) => key.key === 'code');
    const name = block.declared.keys.findIndex((key) => key.key === 'name');
    const declared = block.declared.keys[code];
    this.system = declared?.key === 'code' ? declared.system : 'functional';
    this.codeColumns = block.keyColumns[code] ?? [];
    this.nameColumn = block.keyColumns[name]?.[0];
  }

  /**
   * The key cells of a row for a code, written like the first of these rows whose manner can be taken over; `above` is the code
   * of the row that will stand above it. Undefined where none of them shows how.
   */
  keys(
    code: string,
    name: string,
    neighbours: readonly RowNode[],
    above: string | undefined,
  ): readonly WrittenKey[] | undefined {
    for (const neighbour of neighbours) {
      const values = this.codeValues(neighbour, code, name);
      if (!values) continue;
      const reading = readCode(values, this.system, above);
      if (reading.kind !== 'code' || reading.code !== code || reading.local !== undefined) continue;
      const keys = this.codeColumns.flatMap((column, index) => keyOf(column, values[index] ?? null));
      const isNamed = reading.name !== undefined && !neighbour.nameCell;
      if (isNamed || this.nameColumn === undefined || this.codeColumns.includes(this.nameColumn)) return keys;
      return [...keys, ...keyOf(this.nameColumn, this.indentFor(code, neighbours) + name)];
    }
    return undefined;
  }

  private codeValues(neighbour: RowNode, code: string, name: string): readonly CellValue[] | undefined {
    const written = neighbour.code?.kind === 'code' ? neighbour.code.code : undefined;
    if (written === undefined || this.codeColumns.length === 0) return undefined;
    const cells = this.codeColumns.map((column) => this.valueAt(neighbour.row, column));
    const indent = this.indentFor(code, [neighbour]);
    const spellings =
      cells.length === 1
        ? [wholeSpelling(cells[0] ?? null, written, indent)]
        : cells.map((cell, level) => levelSpelling(cell, written, level));
    if (spellings.some((spelling) => spelling === undefined)) return undefined;
    const depth = depthOf(code);
    return spellings.map((spelling, level) =>
      cells.length > 1 && level > depth ? null : (spelling?.(code, name) ?? null),
    );
  }

  /** The spaces in front of a name of that level, as the nearest row has them that tells. */
  private indentFor(code: string, neighbours: readonly RowNode[]): string {
    const [neighbour] = neighbours;
    const column = this.nameColumn ?? this.codeColumns[0];
    if (!neighbour || column === undefined || neighbour.code?.kind !== 'code') return '';
    const value = this.valueAt(neighbour.row, column);
    const indent = typeof value === 'string' ? (/^\s*/u.exec(value)?.[0] ?? '') : '';
    const [depth, wanted] = [depthOf(neighbour.code.code), depthOf(code)];
    // A row two levels down that is set in by four spaces speaks of two a level.
    return depth === 0 ? indent : indent.slice(0, Math.floor((indent.length * wanted) / depth));
  }

  private valueAt(row: number, column: number): CellValue {
    const value = cellAt(this.sheet, row, column)?.value ?? null;
    return typeof value === 'string' && normaliseText(value) === '' ? null : value;
  }
}

/** 类 0, 款 1, 项 2. */
const depthOf = (code: string): number => (code.length - 3) / 2;

const keyOf = (column: number | undefined, value: CellValue): readonly WrittenKey[] =>
  column === undefined || value === null ? [] : [{ column, text: String(value), value }];

const CODE_AND_NAME = /^\s*([0-9]{3,7})([^0-9\p{Script=Han}]*)(?=\p{Script=Han})/u;
const PARTED = /^[0-9]{3}([-./])[0-9]/;

/** The whole code in one cell, perhaps with the name behind it. */
function wholeSpelling(cell: CellValue, written: string, indent: string): Spelling | undefined {
  if (typeof cell === 'number') return String(cell) === written ? (code) => parseInt(code, 10) : undefined;
  if (typeof cell !== 'string') return undefined;
  const text = normaliseText(cell);
  if (text === written) return (code) => code;
  const [, digits, between = ''] = CODE_AND_NAME.exec(cell.normalize('NFKC')) ?? [];
  if (digits === written) return (code, name) => `${indent}${code}${between}${name}`;
  const parting = PARTED.exec(text)?.[1];
  if (parting === undefined || text.replaceAll(parting, '') !== written) return undefined;
  return (code) => partsOf(code).join(parting);
}

/** One of several code cells: 201 | 03 | 01, 201 | 20103 | 2010301, or 301 | 103, which says the last digit of the 类 again. */
function levelSpelling(cell: CellValue, written: string, level: number): Spelling | undefined {
  const own = partsOf(written)[level];
  // A row of a higher level says nothing of the lower columns, a row that goes on from the one above nothing of the upper ones.
  if (cell === null) return () => null;
  if (own === undefined) return undefined;
  const text = typeof cell === 'string' ? normaliseText(cell) : String(cell);
  const as = (of: (code: string) => string): Spelling =>
    typeof cell === 'number' ? (code) => parseInt(of(code), 10) : of;
  const partOf = (code: string): string => partsOf(code)[level] ?? '';
  if (text === own) return as(partOf);
  if (text === written.slice(0, 3 + 2 * level)) return as((code) => code.slice(0, 3 + 2 * level));
  if (level === 1 && text === `${written[2] ?? ''}${own}`) return as((code) => `${code[2] ?? ''}${partOf(code)}`);
  if (/^[0-9]$/.test(text) && text.padStart(2, '0') === own) return as((code) => String(parseInt(partOf(code), 10)));
  return undefined;
}

/** 2010301 → 201, 03, 01. */
const partsOf = (code: string): readonly string[] =>
  [code.slice(0, 3), code.slice(3, 5), code.slice(5, 7)].filter((part) => part !== '');
