import type { Area } from '../../../engine/snapshot/address';
import type { Cell, CellValue, SnapshotRow, Span } from '../../../engine/snapshot/snapshot';

/** A rectangle of cells as office.js gives it: three arrays of the same shape. */
export interface CellBlock {
  readonly top: number;
  readonly left: number;
  readonly values: readonly (readonly unknown[])[];
  readonly formulas: readonly (readonly unknown[])[];
  readonly formats: readonly (readonly unknown[])[];
}

/** The rows of a block that hold something. */
export function rowsOfBlock(block: CellBlock): readonly SnapshotRow[] {
  return block.values.flatMap((values, index) => {
    const cells = values.flatMap((value, offset) => {
      const cell = cellOf(block.left + offset, value, block.formulas[index]?.[offset], block.formats[index]?.[offset]);
      return cell ? [cell] : [];
    });
    return cells.length === 0 ? [] : [{ row: block.top + index, cells }];
  });
}

function cellOf(column: number, raw: unknown, written: unknown, format: unknown): Cell | undefined {
  const value = valueOf(raw);
  const formula = formulaOf(raw, written);
  if (value === null && formula === undefined) return undefined;
  return {
    column,
    value,
    ...(formula === undefined ? {} : { formula }),
    ...(typeof format === 'string' && format !== 'General' ? { format } : {}),
  };
}

/** The formula of a cell, without its `=`; undefined where it holds a constant. */
export function formulaOf(raw: unknown, written: unknown): string | undefined {
  // A text that begins with `=` comes back alike in both arrays; a formula never shows itself as its value.
  return typeof written === 'string' && written.startsWith('=') && written !== raw ? written.slice(1) : undefined;
}

/** An empty cell reads as an empty text. */
export function valueOf(raw: unknown): CellValue {
  if (typeof raw === 'number' || typeof raw === 'boolean') return raw;
  return typeof raw === 'string' && raw !== '' ? raw : null;
}

/** The spans of what is true in a row of flags; the first stands for the index `from`. */
export function spansOf(flags: readonly boolean[], from: number): readonly Span[] {
  const spans: { from: number; to: number }[] = [];
  flags.forEach((flag, index) => {
    if (!flag) return;
    const last = spans.at(-1);
    if (last && last.to === from + index - 1) last.to = from + index;
    else spans.push({ from: from + index, to: from + index });
  });
  return spans;
}

/** Spans of neighbouring blocks grown together. */
export function joinSpans(spans: readonly Span[]): readonly Span[] {
  const joined: Span[] = [];
  for (const span of spans) {
    const last = joined.at(-1);
    if (last && last.to === span.from - 1) joined[joined.length - 1] = { from: last.from, to: span.to };
    else joined.push(span);
  }
  return joined;
}

export function cellCount(area: Area): number {
  return (area.bottom - area.top + 1) * (area.right - area.left + 1);
}
