import { columnIndex, parseA1, parseA1Area, type Area } from '../src/engine/snapshot/address';
import type {
  Cell,
  CellFlag,
  CellNote,
  SheetSnapshot,
  Snapshot,
  SnapshotRow,
  Span,
} from '../src/engine/snapshot/snapshot';

/**
 * A sheet as its user sees it, one string a row, cells parted by ` | `:
 *
 *     workbook({ 表三: ['部门支出总体情况表', '编码 | 名称 | 合计', "'201 | 教育 | 12.50", ' | 合计 | =SUM(C3) → 12.5'] })
 *
 * A cell that reads as a plain number is one (`12.50` with the format 0.00); `03` and `1,234` are texts, as is whatever
 * follows an apostrophe. `=formula → value` is a formula with its present value (`?→`: the stored one, not recalculated), `#REF!` an error, nothing at all no cell.
 */
export type SheetLines =
  | readonly string[]
  | {
      readonly lines: readonly string[];
      /** `A1:C1`. */
      readonly merges?: readonly string[];
      /** Numbers as people count them, `5` or `5:7`. */
      readonly hiddenRows?: readonly string[];
      /** Letters, `C` or `C:D`. */
      readonly hiddenColumns?: readonly string[];
      /** Notes by A1. */
      readonly notes?: Readonly<Record<string, string>>;
      readonly visibility?: SheetSnapshot['visibility'];
      /** Made by the tool: the sheet itself, all of its notes. */
      readonly ours?: boolean;
      readonly flags?: readonly CellFlag[];
    };

/** The snapshot of a workbook with these sheets, in this order. */
export function workbook(sheets: Readonly<Record<string, SheetLines>>): Snapshot {
  return { stamp: 'notation', sheets: Object.entries(sheets).map(([name, lines]) => sheetOf(name, lines)) };
}

function sheetOf(name: string, given: SheetLines): SheetSnapshot {
  const sheet = 'lines' in given ? given : { lines: given };
  return {
    name,
    visibility: sheet.visibility ?? 'visible',
    rows: sheet.lines.flatMap(rowOf),
    merges: (sheet.merges ?? []).map(areaOf),
    hiddenRows: (sheet.hiddenRows ?? []).map((span) => spanOf(span, (row) => parseInt(row, 10) - 1)),
    hiddenColumns: (sheet.hiddenColumns ?? []).map((span) => spanOf(span, columnIndex)),
    notes: Object.entries(sheet.notes ?? {}).map(([at, text]): CellNote => ({
      ...cellOf(at),
      text,
      ours: sheet.ours ?? false,
    })),
    flags: sheet.flags ?? [],
    isProtected: false,
    ours: sheet.ours ?? false,
  };
}

function rowOf(line: string, row: number): readonly SnapshotRow[] {
  const cells = line.split('|').flatMap((text, column) => cellFrom(text.replace(/^ /, '').replace(/ +$/, ''), column));
  return cells.length === 0 ? [] : [{ row, cells }];
}

const PLAIN_NUMBER = /^-?(?:0|[1-9]\d*)(?:\.(\d+))?$/;
const FORMULA = /^=(.+?)(?: (\?)?→ (.*))?$/;

function cellFrom(text: string, column: number): readonly Cell[] {
  if (text === '') return [];
  if (text.startsWith("'")) return [{ column, value: text.slice(1) }];
  const formula = FORMULA.exec(text);
  if (formula) {
    const [, of = '', beyond, value = ''] = formula;
    return [
      {
        column,
        value: null,
        ...cellFrom(value, column)[0],
        formula: of,
        ...(beyond ? { notRecalculated: 'unknown-function' } : {}),
      },
    ];
  }
  const number = PLAIN_NUMBER.exec(text);
  if (!number) return [{ column, value: text }];
  const decimals = number[1]?.length ?? 0;
  return [{ column, value: Number(text), ...(decimals > 0 ? { format: `0.${'0'.repeat(decimals)}` } : {}) }];
}

function areaOf(text: string): Area {
  const area = parseA1Area(text);
  if (!area) throw new Error(`no area: ${text}`);
  return area;
}

function cellOf(text: string): { readonly row: number; readonly column: number } {
  const cell = parseA1(text);
  if (!cell) throw new Error(`no cell: ${text}`);
  return cell;
}

function spanOf(text: string, indexOf: (end: string) => number): Span {
  const [from = '', to = from] = text.split(':');
  return { from: indexOf(from), to: indexOf(to) };
}
