import { deflateSync, strFromU8, strToU8 } from 'fflate';
import type { Journal, PackedJournal } from './journal';

/** Settings of an add-in hold one or two megabytes; more than this is not risked. */
const LONGEST = 900_000;

/** A journal as it is kept; without its patches where they are too long for that. */
export function packed({ id, command, patches }: Journal): PackedJournal {
  const data = patches && btoa(strFromU8(deflateSync(strToU8(JSON.stringify(patches))), true));
  return { id, command, state: 'writing', ...(data === undefined || data.length > LONGEST ? {} : { data }) };
}
