import type { Ticks } from '../../commands/ticks';
import { tickPatch, ticksIn } from '../../commands/ticks';
import { cellCountOf } from '../session/flagged-cells';
import type { WriteWish } from '../session/session';

/** The wish to put a √ on the figures that agree. */
export function ticking(): WriteWish {
  let ticks: Ticks | undefined;
  return {
    name: 'tick',
    patch: async (snapshot, report) => {
      ticks = await ticksIn(snapshot, report);
      return tickPatch(snapshot, ticks.ticked);
    },
    wrote: ({ refused }, { edits }) => {
      const left = new Set(refused.map(({ edit }) => edit));
      const written = edits.flatMap((edit) => (edit.do === 'setFlags' && !left.has(edit) ? edit.flags : []));
      const ticked = cellCountOf(written.filter(({ severity }) => severity === 'agreed'));
      return { what: 'tick', ticked, without: ticks?.without ?? { failed: 0, text: 0, unconfirmed: 0, narrow: 0 } };
    },
  };
}

/** The wish to take every √ away again; flags and notes stay. */
export function unticking(): WriteWish {
  return {
    name: 'remove-ticks',
    patch: (snapshot) => tickPatch(snapshot, []),
    wrote: () => ({ what: 'remove-ticks' }),
  };
}
