import type { Area } from '../../../engine/snapshot/address';
import type { RowMoves } from '../../../engine/snapshot/row-moves';
import { isOn } from '../read-sheet';
import { Token, type XmlScanner } from '../xml-scanner';
import { eachRow } from './each-row';

/**
 * For a row that is taken out a row that looks the same, as it stands afterwards, so that it can be put in again: the nearest
 * one with the same height, formats and merged cells, else the nearest one that stays.
 */
export function likenesses(
  bytes: Uint8Array,
  merges: readonly Area[],
  moves: RowMoves | undefined,
): (row: number) => number {
  const looks = looksIn(bytes);
  for (const { top, bottom, left, right } of merges)
    if (top === bottom) looks.set(top, `${looks.get(top) ?? PLAIN} ${left}:${right}`);
  // A row that is not written down looks like any that is not; the first one below all others is one.
  const below = Math.max(-1, ...looks.keys()) + 1;
  looks.set(below, PLAIN);
  return (row) => {
    const wanted = looks.get(row) ?? PLAIN;
    let best: number | undefined;
    let isAlike = false;
    for (const [other, look] of looks) {
      if (moves?.row(other) === undefined) continue;
      const alike = look === wanted;
      const nearer = best === undefined || Math.abs(other - row) < Math.abs(best - row);
      if ((alike && !isAlike) || (alike === isAlike && nearer)) [best, isAlike] = [other, alike];
    }
    return moves?.row(best ?? row) ?? Math.max(0, row - 1);
  };
}

/** Of a row without a height of its own and without formats. */
const PLAIN = ' ';

function looksIn(bytes: Uint8Array): Map<number, string> {
  const looks = new Map<number, string>();
  eachRow(bytes, (row, scan) => looks.set(row, lookOf(scan)));
  return looks;
}

/** The scanner stands on the opening `row`, and on its closing tag afterwards. */
function lookOf(scan: XmlScanner): string {
  const look = [isOn(scan.attribute('customHeight'), false) ? scan.attribute('ht') : '', scan.attribute('s') ?? ''];
  const outside = scan.depth - 1;
  while (scan.depth > outside) {
    const token = scan.next();
    if (token === Token.end) break;
    const style = token === Token.open && scan.is('c') ? scan.attribute('s') : undefined;
    if (style !== undefined) look.push(`${/^[A-Z]*/.exec(scan.attribute('r') ?? '')?.[0] ?? ''}${style}`);
  }
  return look.join(' ');
}
