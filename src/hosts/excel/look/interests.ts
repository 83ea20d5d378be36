import type { Area } from '../../../engine/snapshot/address';
import { sheetOf } from '../../../engine/snapshot/edits';
import type { Edit, Patch } from '../../../engine/snapshot/patch';
import type { Span } from '../../../engine/snapshot/snapshot';
import type { KnownSheet, Memory } from '../memory';
import { cellCount } from '../api/sheet-cells';

/** What of one sheet has to be looked at before a patch can be decided upon. */
export interface SheetInterest {
  readonly name: string;
  /** The sheet of that name when the patch was made; undefined where nobody knows. */
  readonly id: string | undefined;
  readonly known: KnownSheet | undefined;
  /** Cells with what they hold, their formats and locks. */
  readonly areas: readonly Area[];
  /** Rows whose looks new rows take: their heights. */
  readonly likes: Span | undefined;
  readonly flags: boolean;
  /** All of it, if it is a sheet that the tool made. */
  readonly keepsAll: boolean;
}

/** Beyond this only the cells written to are looked at, not what stands around them. */
const MOST_CELLS = 40_000;

/** What has to be looked at, sheet by sheet, in the order in which the patch comes to speak of them. */
export function interestsOf(patch: Patch, memory: Memory): readonly SheetInterest[] {
  const made = memory.snapshot(patch.for);
  const bySheet = new Map<string, Edit[]>();
  for (const edit of patch.edits) {
    const name = sheetOf(edit);
    const edits = bySheet.get(name);
    if (edits) edits.push(edit);
    else bySheet.set(name, [edit]);
  }
  return [...bySheet].map(([name, edits]) => {
    const keepsAll = edits.some((edit) => KEEPS_ALL.includes(edit.do));
    // A sheet of the tool's is known by its name and its mark; a user's by its id, since its name may be another by now.
    const id = keepsAll ? undefined : (made?.ids.get(name) ?? memory.sheet(name)?.id);
    const known = id === undefined ? memory.sheet(name) : memory.sheets?.find((sheet) => sheet.id === id);
    return {
      name,
      id,
      known,
      areas: areasOfInterest(edits, known?.used),
      likes: likesOf(edits),
      flags: edits.some((edit) => edit.do === 'setFlags'),
      keepsAll,
    };
  });
}

const KEEPS_ALL: readonly Edit['do'][] = ['putSheet', 'drawSheet', 'removeSheet', 'restoreSheet'];

/** The cells written to with what stands around them: by that it is known whether they are still the same cells. */
function areasOfInterest(edits: readonly Edit[], used: Area | undefined): readonly Area[] {
  const moved = edits.reduce(
    (sum, edit) => sum + (edit.do === 'insertRows' || edit.do === 'deleteRows' ? edit.count : 0),
    0,
  );
  // A patch speaks of rows as they will be; how many of its row operations have happened already may have to be found out first.
  const targets = edits.flatMap((edit): readonly Area[] => {
    switch (edit.do) {
      case 'setValue':
      case 'setFormula': {
        const { row, column } = edit.at;
        return [{ top: Math.max(0, row - moved), left: column, bottom: row, right: column }];
      }
      case 'insertRows':
      case 'deleteRows':
        return [{ top: Math.max(0, edit.at - moved), left: 0, bottom: edit.at + edit.count, right: used?.right ?? 0 }];
      default:
        return [];
    }
  });
  if (targets.length === 0) return [];
  const all = bounding(targets);
  const around = used ? bounding([all, used]) : all;
  if (cellCount(around) <= MOST_CELLS) return [around];
  return cellCount(all) <= MOST_CELLS ? [all] : clusters(targets);
}

/** Neighbouring targets together, as far as what lies between them is not too much. */
function clusters(targets: readonly Area[]): readonly Area[] {
  const joined: Area[] = [];
  for (const target of [...targets].sort((a, b) => a.top - b.top || a.left - b.left)) {
    const last = joined.at(-1);
    const together = last && bounding([last, target]);
    if (together && cellCount(together) <= MOST_CELLS) joined[joined.length - 1] = together;
    else joined.push(target);
  }
  return joined;
}

/** The smallest area round some areas, of which there is at least one. */
function bounding(areas: readonly Area[]): Area {
  return areas.reduce((all, area) => ({
    top: Math.min(all.top, area.top),
    left: Math.min(all.left, area.left),
    bottom: Math.max(all.bottom, area.bottom),
    right: Math.max(all.right, area.right),
  }));
}

function likesOf(edits: readonly Edit[]): Span | undefined {
  const insertions = edits.filter((edit) => edit.do === 'insertRows');
  if (insertions.length === 0) return undefined;
  const rows = insertions.map(({ like }) => like);
  const inserted = insertions.reduce((sum, { count }) => sum + count, 0);
  return { from: Math.min(...rows), to: Math.max(...rows) + inserted };
}
