import type { ModelCell, ModelSheet } from '../model/workbook';
import { lookOf } from '../model/cell';
import { HostError } from '../server/host-error';
import { STANDARD_HEIGHT, STANDARD_WIDTH } from './formats';
import type { RangeSelf } from './ranges';

type Options = Readonly<Record<string, unknown>>;
type Reader<Of> = (of: Of, options: unknown) => unknown;

const EDGES = { top: 'EdgeTop', bottom: 'EdgeBottom', left: 'EdgeLeft', right: 'EdgeRight' } as const;

/** What was asked for, property by property; anything that this model does not know is refused. */
function answer<Of>(of: Of, options: unknown, readers: Readonly<Record<string, Reader<Of>>>): object {
  if (typeof options !== 'object' || options === null)
    throw new HostError('InvalidArgument', 'The properties to load are given by an object.');
  const asked = Object.entries(options as Options).filter(([, wanted]) => wanted !== false && wanted !== undefined);
  return Object.fromEntries(
    asked.map(([name, wanted]) => {
      const read = readers[name];
      if (!read) throw new HostError('ApiNotFound', `The test host does not answer ${name} here.`);
      return [name, read(of, wanted)];
    }),
  );
}

const look =
  (prefix: string, names: readonly string[]): Reader<ModelCell | undefined> =>
  (cell, options) =>
    answer(cell, options, Object.fromEntries(names.map((name) => [name, (of) => lookOf(of, `${prefix}${name}`)])));

const FORMAT: Readonly<Record<string, Reader<ModelCell | undefined>>> = {
  fill: look('fill/', ['color', 'pattern']),
  font: look('font/', ['bold', 'italic', 'underline', 'strikethrough', 'color', 'name', 'size']),
  borders: (cell, options) =>
    Object.fromEntries(
      Object.entries(EDGES).map(([name, edge]) => [
        name,
        look(`borders/${edge}/`, ['style', 'color', 'weight'])(cell, options),
      ]),
    ),
  protection: (cell) => ({ locked: cell?.locked ?? true, formulaHidden: false }),
  ...Object.fromEntries(
    ['wrapText', 'horizontalAlignment', 'verticalAlignment', 'indentLevel'].map((name) => [
      name,
      (cell: ModelCell | undefined) => lookOf(cell, name),
    ]),
  ),
};

/** `getCellProperties`: an object a cell, in rows. */
export function cellProperties(self: RangeSelf, options: unknown): unknown {
  const { top, left, bottom, right } = self.area;
  return span(top, bottom).map((row) =>
    span(left, right).map((column) =>
      answer(self.sheet.cell(row, column), options, { format: (cell, wanted) => answer(cell, wanted, FORMAT) }),
    ),
  );
}

interface Line {
  readonly sheet: ModelSheet;
  readonly index: number;
}

/** `getRowProperties`: an object a row. */
export function rowProperties(self: RangeSelf, options: unknown): unknown {
  return lines(self.sheet, self.area.top, self.area.bottom).map((line) =>
    answer(line, options, {
      rowIndex: ({ index }) => index,
      rowHidden: ({ sheet, index }) => sheet.hiddenRows.has(index),
      format: (of, wanted) =>
        answer(of, wanted, {
          rowHeight: ({ sheet, index }) => sheet.rowHeights.get(index) ?? STANDARD_HEIGHT,
          useStandardHeight: ({ sheet, index }) => !sheet.rowHeights.has(index),
        }),
    }),
  );
}

/** `getColumnProperties`: an object a column. */
export function columnProperties(self: RangeSelf, options: unknown): unknown {
  return lines(self.sheet, self.area.left, self.area.right).map((line) =>
    answer(line, options, {
      columnIndex: ({ index }) => index,
      columnHidden: ({ sheet, index }) => sheet.hiddenColumns.has(index),
      format: (of, wanted) =>
        answer(of, wanted, {
          columnWidth: ({ sheet, index }) => sheet.columnWidths.get(index) ?? STANDARD_WIDTH,
          useStandardWidth: ({ sheet, index }) => !sheet.columnWidths.has(index),
        }),
    }),
  );
}

const lines = (sheet: ModelSheet, from: number, to: number): readonly Line[] =>
  span(from, to).map((index) => ({ sheet, index }));

const span = (from: number, to: number): readonly number[] =>
  Array.from({ length: to - from + 1 }, (_, index) => from + index);
