import { useMemo } from 'react';
import { entriesOf } from '../../commands/entries';
import type { Entry } from '../../commands/entries';
import { RELIABLE } from '../../commands/fix';
import type { Change } from '../../commands/fix';
import { hasTicks } from '../../commands/has-ticks';
import { cellKey } from '../../engine/snapshot/address';
import { countEntries } from '../findings/visible-entries';
import { flaggedCells } from './flagged-cells';
import { hasMarks } from './has-marks';
import { openReasons } from './open-reasons';
import type { Checked } from './state';

/** How a workbook stands, as far as several screens speak of it. */
export interface Standing {
  readonly entries: readonly Entry[];
  readonly counts: ReturnType<typeof countEntries>;
  /** The cells that causes suspect, by their keys. */
  readonly suspects: ReadonlySet<string>;
  /** Changes that may be accepted together. */
  readonly reliable: readonly Change[];
  /** Cells that bear a flag of ours. */
  readonly marks: number;
  /** There are marks or lists of ours to take away. */
  readonly removable: boolean;
  /** A √ stands on figures. */
  readonly ticked: boolean;
  /** Rows of the sheet of reasons that are not answered. */
  readonly askedReasons: number;
}

/** Works out how things stand whenever something else was checked; everything empty before the first time. */
export function useStanding(checked: Checked | undefined): Standing {
  const entries = useMemo(() => (checked ? entriesOf(checked.report) : []), [checked]);
  return {
    entries,
    counts: useMemo(() => countEntries(entries), [entries]),
    suspects: useMemo(() => suspectedCells(entries), [entries]),
    reliable: useMemo(() => reliableChanges(checked), [checked]),
    marks: useMemo(() => (checked ? flaggedCells(checked.snapshot) : 0), [checked]),
    removable: useMemo(() => checked !== undefined && hasMarks(checked.snapshot), [checked]),
    ticked: useMemo(() => checked !== undefined && hasTicks(checked.snapshot), [checked]),
    askedReasons: useMemo(() => (checked ? openReasons(checked.snapshot) : 0), [checked]),
  };
}

function suspectedCells(entries: readonly Entry[]): ReadonlySet<string> {
  const ways = entries.flatMap(({ cause }) => cause?.alternatives ?? []);
  return new Set(ways.flatMap((way) => way.map(({ cell }) => cellKey(cell))));
}

/** Changes that may be accepted together: certain enough, and one a cell. */
function reliableChanges(checked: Checked | undefined): readonly Change[] {
  const certain = [...(checked?.fixes.values() ?? [])].flat().filter((change) => change.confidence >= RELIABLE);
  return certain.filter(
    (change, index) => certain.findIndex((other) => cellKey(other.cell) === cellKey(change.cell)) === index,
  );
}
