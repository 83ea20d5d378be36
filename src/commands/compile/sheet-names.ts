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
  const firstFree = (names: (n: number) => string, from: number): number => {
    let n = from;
    while (taken.has(names(n).toLowerCase())) n++;
    return n;
  };
  // What is taken stays so: the forms of four hundred projects are not counted through anew for each.
  const given = new Map<string, number>();
  return {
    tableSheet(id) {
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
