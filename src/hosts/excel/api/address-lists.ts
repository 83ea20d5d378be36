import type { Area } from '../../../engine/snapshot/address';
import { a1OfArea } from '../../../engine/snapshot/address';

/** Longer addresses are cut by Excel without an error (at 8192 characters). */
const ADDRESS_LIMIT = 8000;

/** `A1,B2:C3 …`: the addresses of areas in as few lists as Excel's limit allows. */
export function addressLists(
  areas: readonly Area[],
  limit: number = ADDRESS_LIMIT,
): readonly { readonly addresses: string; readonly areas: readonly Area[] }[] {
  const lists: { addresses: string; areas: Area[] }[] = [];
  for (const area of areas) {
    const address = a1OfArea(area);
    const last = lists.at(-1);
    if (last && last.addresses.length + 1 + address.length <= limit) {
      last.addresses += `,${address}`;
      last.areas.push(area);
    } else {
      lists.push({ addresses: address, areas: [area] });
    }
  }
  return lists;
}
