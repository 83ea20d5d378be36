import type { SheetSnapshot } from '../../engine/snapshot/snapshot';

/** Names for the sheets of compiled tables and forms. */
export interface SheetNames {
  /** As declared (表五), unless a sheet of the user's bears that name; a table that the tool drew is drawn anew. */
  tableSheet(id: string): string;
  /** 绩效1, 绩效2 …: the next that nobody has; a form of the tool's is drawn over only where it is no longer needed. */
  nextFormSheet(id: string): string;
}

/** Names that are free in a workbook; `kept` are sheets of the tool's that somebody filled in. Excel compares names without case. */
export function freeSheetNames(sheets: readonly SheetSnapshot[], kept: ReadonlySet<string>): SheetNames {
  const taken = new Set(
    sheets
      .filter(({ name, drawnTable }) => drawnTable !== true || kept.has(name))
      .map(({ name }) => name.toLowerCase()),
  );
  const free = (names: (n: number) => string): string => {
    for (let n = 1; ; n++) if (!taken.has(names(n).toLowerCase())) return names(n);
  };
  return {
    tableSheet: (id) => free((n) => (n === 1 ? id : `${id} (${n})`)),
    nextFormSheet(id) {
      const name = free((n) => `${id}${n}`);
      taken.add(name.toLowerCase());
      return name;
    },
  };
}
