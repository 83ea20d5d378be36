import type { Cell, CellValue, SnapshotRow, Span } from '../../engine/snapshot/snapshot';

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
  // A text that begins with `=` comes back alike in both arrays; a formula never shows itself as its value.
  const formula =
    typeof written === 'string' && written.startsWith('=') && written !== raw ? written.slice(1) : undefined;
  if (value === null && formula === undefined) return undefined;
  return {
    column,
    value,
    ...(formula === undefined ? {} : { formula }),
    ...(typeof format === 'string' && format !== 'General' ? { format } : {}),
  };
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
