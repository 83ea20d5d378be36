import type { Area } from '../../../src/engine/snapshot/address';
import { HostError } from '../server/host-error';
import { contains, LAST_COLUMN, LAST_ROW } from './addresses';
import { holdsSomething, lookingLike } from './cell';
import type { ModelCell } from './cell';
import type { RowMap } from './references';
import { rowsDeleted, rowsInserted, withMovedRows } from './references';
import type { ModelSheet, ModelSpan } from './sheet';
import type { ModelWorkbook } from './workbook';

/** Puts rows above row `at`; they look like the row above them, as Excel makes them. */
export function insertRows(workbook: ModelWorkbook, sheet: ModelSheet, at: number, count: number): void {
  sheet.mustBeOpen('allowInsertRows');
  if (sheet.filter?.filtered && at > sheet.filter.area.top && at <= sheet.filter.area.bottom)
    throw new HostError('FilteredRangeConflict', 'This operation is not allowed in a filtered range.');
  mustNotSplit(sheet, at);
  for (const [row, cells] of sheet.rows)
    if (row > LAST_ROW - count && [...cells.values()].some(holdsSomething))
      throw new HostError('NonBlankCellOffSheet', 'Cells that hold something would be pushed off the sheet.');
  move(workbook, sheet, rowsInserted(at, count));
  const above = sheet.rows.get(at - 1);
  const height = sheet.rowHeights.get(at - 1);
  for (let row = at; row < at + count; row++) {
    if (above) sheet.rows.set(row, new Map([...above].map(([column, cell]) => [column, lookingLike(cell)])));
    if (height !== undefined) sheet.rowHeights.set(row, height);
  }
  workbook.note({ kind: 'cells', sheet, area: wholeRows(at, at + count - 1), change: 'RowInserted' });
}

export function deleteRows(workbook: ModelWorkbook, sheet: ModelSheet, at: number, count: number): void {
  sheet.mustBeOpen('allowDeleteRows');
  for (const row of [at, at + count]) mustNotSplit(sheet, row);
  for (let row = at; row < at + count; row++) sheet.rows.delete(row);
  move(workbook, sheet, rowsDeleted(at, count));
  workbook.note({ kind: 'cells', sheet, area: wholeRows(at, at + count - 1), change: 'RowDeleted' });
}

const wholeRows = (top: number, bottom: number): Area => ({ top, left: 0, bottom, right: LAST_COLUMN });

function mustNotSplit(sheet: ModelSheet, at: number): void {
  if (sheet.unsplittable.some((area) => area.top < at && at <= area.bottom))
    throw new HostError('InsertDeleteConflict', 'The operation would shift part of a table or an array.');
}

function move(workbook: ModelWorkbook, sheet: ModelSheet, map: RowMap): void {
  sheet.rows = movedKeys(sheet.rows, map);
  sheet.rowHeights = movedKeys(sheet.rowHeights, map);
  sheet.hiddenRows = new Set(movedKeys(new Map([...sheet.hiddenRows].map((row) => [row, true])), map).keys());
  const areas = (given: readonly Area[]): Area[] => given.flatMap((area) => moved(area, map) ?? []);
  // A merged area of which one cell is left is none.
  sheet.merges = areas(sheet.merges).filter((area) => area.top < area.bottom || area.left < area.right);
  sheet.unsplittable = areas(sheet.unsplittable);
  for (const format of sheet.conditionalFormats) format.areas = areas(format.areas);
  sheet.conditionalFormats = sheet.conditionalFormats.filter((format) => format.areas.length > 0);
  for (const validation of sheet.validations) validation.areas = areas(validation.areas);
  sheet.validations = sheet.validations.filter((validation) => validation.areas.length > 0);
  sheet.groups = sheet.groups.flatMap((group) => movedSpan(group, map) ?? []);
  sheet.printTitles = sheet.printTitles && movedSpan(sheet.printTitles, map);
  const filterArea = sheet.filter && moved(sheet.filter.area, map);
  sheet.filter = sheet.filter && filterArea && { ...sheet.filter, area: filterArea };
  workbook.eachFormula((formula, own) => withMovedRows(formula, own, sheet.name, map));
}

function movedKeys<Value>(given: ReadonlyMap<number, Value>, map: RowMap): Map<number, Value> {
  const kept = new Map<number, Value>();
  for (const [row, value] of given) {
    const to = map.row(row);
    if (to !== undefined && to <= LAST_ROW) kept.set(to, value);
  }
  return kept;
}

function moved(area: Area, map: RowMap): Area | undefined {
  if (area.top === 0 && area.bottom === LAST_ROW) return area;
  const span = map.span(area.top, area.bottom);
  return span && { ...area, top: span.from, bottom: span.to };
}

function movedSpan({ from, to }: ModelSpan, map: RowMap): ModelSpan | undefined {
  return map.span(from, to);
}

/**
 * `copyFrom(…, "Formats")`: number formats, looks, locks, merges within the source and the conditional formats on it. A source of
 * fewer rows is repeated. A merged area that is only partly in the source or the target is in the way.
 */
export function copyFormats(sheet: ModelSheet, source: Area, target: Area): void {
  sheet.mustBeOpen('allowFormatCells');
  const height = source.bottom - source.top + 1;
  for (const area of [source, target]) {
    if (sheet.merges.some((merge) => overlaps(merge, area) && !contains(area, merge)))
      throw new HostError('MergedRangeConflict', 'The operation cannot be done to a part of a merged area.');
  }
  sheet.merges = sheet.merges.filter((merge) => !contains(target, merge));
  for (let row = target.top; row <= target.bottom; row++) {
    const from = source.top + ((row - target.top) % height);
    const looks = sheet.rows.get(from) ?? new Map<number, ModelCell>();
    const columns = new Set([...looks.keys(), ...(sheet.rows.get(row)?.keys() ?? [])]);
    for (const column of columns) {
      if (column < source.left || column > source.right) continue;
      const look = looks.get(column);
      const cell = sheet.touch(row, column);
      Object.assign(cell, { format: look?.format ?? 'General', locked: look?.locked ?? true });
      cell.look = new Map(look?.look);
    }
    for (const merge of sheet.merges.filter((one) => contains(source, one) && one.top === from && one.bottom === from))
      sheet.merges.push({ ...merge, top: row, bottom: row });
    for (const format of sheet.conditionalFormats) {
      const row1 = { top: row, left: source.left, bottom: row, right: source.right };
      const there = format.areas.flatMap((area) => cutTo(area, { ...row1, top: from, bottom: from }));
      format.areas = [
        ...format.areas.flatMap((area) => without(area, row1)),
        ...there.map((area) => ({ ...area, top: row, bottom: row })),
      ];
    }
  }
}

const overlaps = (a: Area, b: Area): boolean =>
  a.top <= b.bottom && b.top <= a.bottom && a.left <= b.right && b.left <= a.right;

function cutTo(area: Area, to: Area): readonly Area[] {
  return overlaps(area, to)
    ? [
        {
          top: Math.max(area.top, to.top),
          left: Math.max(area.left, to.left),
          bottom: Math.min(area.bottom, to.bottom),
          right: Math.min(area.right, to.right),
        },
      ]
    : [];
}

/** What is left of an area when a rectangle is cut out of it. */
export function without(area: Area, hole: Area): readonly Area[] {
  const [cut] = cutTo(area, hole);
  if (!cut) return [area];
  return [
    { ...area, bottom: cut.top - 1 },
    { ...area, top: cut.bottom + 1 },
    { top: cut.top, left: area.left, bottom: cut.bottom, right: cut.left - 1 },
    { top: cut.top, left: cut.right + 1, bottom: cut.bottom, right: area.right },
  ].filter((piece) => piece.top <= piece.bottom && piece.left <= piece.right);
}
