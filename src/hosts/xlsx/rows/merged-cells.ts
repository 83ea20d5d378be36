import { a1OfArea, parseA1Area } from '../../../engine/snapshot/address';
import type { Area } from '../../../engine/snapshot/address';
import { prefixed } from '../xml-edit';
import { Token } from '../xml-scanner';
import type { XmlScanner } from '../xml-scanner';
import type { ByteWriter } from './byte-writer';
import { movedArea } from './row-change';
import type { SheetRowChange } from './row-change';

interface Merge {
  readonly start: number;
  readonly end: number;
  readonly valueStart: number;
  readonly valueEnd: number;
  readonly area: Area | undefined;
}

/**
 * Moves the merged cells of a sheet; the scanner stands on the opening `mergeCells`. A new row is merged as the row is whose looks
 * it takes, as far as that goes across one row only.
 */
export function moveMerges(scan: XmlScanner, { moves, added }: SheetRowChange, writer: ByteWriter): void {
  if (scan.selfClosing) return;
  const start = scan.start;
  const prefix = scan.prefix();
  const count = scan.findAttribute('count') ? { from: scan.valueStart, to: scan.valueEnd } : undefined;
  const merges = readMerges(scan);
  const kept = merges.filter(({ area }) => !area || movedArea(area, moves));
  const copies = added.flatMap(({ like, row }) =>
    merges.flatMap(({ area }) =>
      area?.top === like && area.bottom === like ? [{ ...area, top: row, bottom: row }] : [],
    ),
  );
  if (kept.length + copies.length === 0) {
    writer.replace(start, scan.after, '');
    return;
  }
  if (count && kept.length + copies.length !== merges.length)
    writer.replaceNumber(count.from, count.to, kept.length + copies.length);
  for (const { start: from, end, valueStart, valueEnd, area } of merges) {
    const there = area && movedArea(area, moves);
    if (area && !there) writer.replace(from, end, '');
    else if (there && a1OfArea(there) !== a1OfArea(area)) writer.replace(valueStart, valueEnd, a1OfArea(there));
  }
  const xml = copies.map((area) => `<mergeCell ref="${a1OfArea(area)}"/>`).join('');
  if (xml !== '') writer.replace(scan.start, scan.start, prefixed(xml, prefix));
}

/** The scanner stands on the closing tag afterwards. */
function readMerges(scan: XmlScanner): readonly Merge[] {
  const outside = scan.depth - 1;
  const merges: Merge[] = [];
  while (scan.depth > outside) {
    const token = scan.next();
    if (token === Token.end) break;
    if (token !== Token.open || !scan.is('mergeCell')) continue;
    const { start } = scan;
    const area = parseA1Area(scan.attribute('ref') ?? '');
    const { valueStart, valueEnd } = scan;
    scan.skip();
    merges.push({ start, end: scan.after, valueStart, valueEnd, area });
  }
  return merges;
}
