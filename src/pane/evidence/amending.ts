import { amendPatch, type Way } from '../../commands/amend';
import { addressOf } from '../../engine/snapshot/address';
import type { WriteWish } from '../session/session';

/** The wish to give cells other amounts. */
export function amending(way: Way): WriteWish {
  const addresses = way.map(({ amendable }) => addressOf(amendable.figure.cell));
  return {
    name: { changed: addresses },
    patch: (snapshot) => amendPatch(snapshot, way),
    wrote: ({ refused }) => ({ what: 'amended', addresses: refused.length > 0 ? [] : addresses }),
  };
}
