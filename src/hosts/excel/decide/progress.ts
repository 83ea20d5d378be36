import { a1OfArea } from '../../../engine/snapshot/address';
import type { Edit, Patch } from '../../../engine/snapshot/patch';
import type { CellFlag } from '../../../engine/snapshot/snapshot';
import { digestOf, sameContent } from '../api/contents';
import { planOf } from './decide-sheets';
import { joinFlags } from '../write/flags';
import type { Sighting } from '../look/look';

/** How far an application got before Excel stopped it, in cells. */
export interface Progress {
  readonly written: number;
  readonly left: number;
}

/** How many of the cells of a patch hold what it writes. */
export function progressOf(patch: Patch, sighting: Sighting): Progress {
  const held = patch.edits.flatMap((edit) =>
    edit.do === 'setValue' || edit.do === 'setFormula' ? [isThere(edit, sighting)] : [],
  );
  const written = held.filter((is) => is).length;
  return { written, left: held.length - written };
}

/** Whether a workbook looks as if all of a patch had been written into it. */
export function hasHappened(patch: Patch, sighting: Sighting): boolean {
  return patch.edits.every((edit) => isThere(edit, sighting));
}

function isThere(edit: Edit, sighting: Sighting): boolean {
  switch (edit.do) {
    case 'setValue':
    case 'setFormula': {
      const seen = sighting.sheet(edit.at.sheet);
      const wanted = edit.do === 'setFormula' ? { formula: edit.to } : { value: edit.to };
      return seen.state === 'there' && sameContent(seen.grid.held(edit.at.row, edit.at.column), wanted);
    }
    case 'setFlags': {
      const seen = sighting.sheet(edit.sheet);
      return seen.state === 'there' && flagsText(seen.flags) === flagsText(edit.flags);
    }
    case 'removeSheet':
      return sighting.sheet(edit.sheet).state === 'missing';
    case 'putSheet':
    case 'drawSheet':
    case 'restoreSheet': {
      const seen = sighting.sheet(edit.do === 'restoreSheet' ? edit.sheet : edit.sheet.name);
      if (seen.state !== 'there' || !seen.captured) return false;
      return digestOf(seen.captured.cells) === digestOf(planOf(edit).cells);
    }
    // Of rows alone it cannot be told; what is written into them tells.
    case 'insertRows':
    case 'deleteRows':
    case 'setNotes':
      return true;
  }
}

/** Canonical enough: a host writes areas in the order in which it was given them. */
const flagsText = (flags: readonly CellFlag[]): string =>
  JSON.stringify(joinFlags(flags).map(({ severity, areas }) => [severity, areas.map(a1OfArea)]));
