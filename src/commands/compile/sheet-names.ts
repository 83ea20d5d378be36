import type { Book } from '../../engine/book/book';
import type { SheetSnapshot } from '../../engine/snapshot/snapshot';

/** Names for the sheets of compiled tables and forms. */
export interface SheetNames {
  /** Where the tool drew the table before, whatever somebody calls that sheet now; else as declared (表五), unless a sheet bears that name. */
  tableSheet(id: string): string;
  /** 绩效1, 绩效2 …: the next that nobody has; a form of the tool's is drawn over only where it is no longer needed. */
  nextFormSheet(id: string): string;
}

/**
 * Names that are free in a workbook; `kept` are sheets of the tool's that somebody filled in, `before` the tables that stand in it. Excel
 * compares names without case.
 */
export function freeSheetNames(sheets: readonly SheetSnapshot[], kept: ReadonlySet<string>, before?: Book): SheetNames {
  const drawn = drawnTables(sheets, before);
  const taken = new Set(
    sheets
      .filter(({ name, drawnTable }) => drawnTable !== true || kept.has(name))
      .map(({ name }) => name.toLowerCase()),
  );
  const firstFree = (names: (n: number) => string, from: number): number => {
    let n = from;
    while (taken.has(names(n).toLowerCase())) n++;
    return n;
  };
  // What is taken stays so: the forms of four hundred projects are not counted through anew for each.
  const given = new Map<string, number>();
  for (const sheet of drawn.values()) taken.add(sheet.toLowerCase());
  return {
    tableSheet(id) {
      const before = drawn.get(id);
      if (before !== undefined) return before;
      const name = (n: number): string => (n === 1 ? id : `${id} (${n})`);
      return name(firstFree(name, 1));
    },
    nextFormSheet(id) {
      const n = firstFree((number) => `${id}${number}`, (given.get(id) ?? 0) + 1);
      given.set(id, n);
      taken.add(`${id}${n}`.toLowerCase());
      return `${id}${n}`;
    },
  };
}

/** The sheets of tables that the tool drew, by the tables; of one that was copied the sheet that is called like its table. */
function drawnTables(sheets: readonly SheetSnapshot[], before: Book | undefined): ReadonlyMap<string, string> {
  const drawn = new Set(sheets.filter(({ drawnTable }) => drawnTable === true).map(({ name }) => name));
  const found = new Map<string, string>();
  for (const { declared, frame } of before?.tables ?? []) {
    if (!drawn.has(frame.sheet)) continue;
    if (!found.has(declared.id) || frame.sheet === declared.id) found.set(declared.id, frame.sheet);
  }
  return found;
}
