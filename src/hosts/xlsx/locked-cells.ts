import { parseA1 } from '../../engine/snapshot/address';
import { isOn } from './read-sheet';
import { Token, XmlScanner } from './xml-scanner';

/** Tells the cells of a protected sheet that may be typed into. A cell that is not there has the format of its row, else of its column. */
export function unlockedCells(
  bytes: Uint8Array,
  locked: readonly boolean[],
): (at: { readonly row: number; readonly column: number }) => boolean {
  const byCell = new Map<string, boolean>();
  const byRow = new Map<number, boolean>();
  const columns: { readonly from: number; readonly to: number; readonly unlocked: boolean }[] = [];
  const scan = new XmlScanner(bytes);
  const unlocked = (style: string | undefined): boolean => locked[Number(style ?? '0')] === false;
  let row = -1;
  let column = -1;
  for (let token = scan.next(); token !== Token.end; token = scan.next()) {
    if (token !== Token.open) continue;
    if (scan.is('col')) {
      columns.push({
        from: Number(scan.attribute('min')) - 1,
        to: Number(scan.attribute('max')) - 1,
        unlocked: unlocked(scan.attribute('style')),
      });
    } else if (scan.is('row')) {
      row = Number(scan.attribute('r') ?? row + 2) - 1;
      column = -1;
      if (isOn(scan.attribute('customFormat'), false)) byRow.set(row, unlocked(scan.attribute('s')));
    } else if (scan.is('c')) {
      column = parseA1(scan.attribute('r') ?? '')?.column ?? column + 1;
      byCell.set(`${row},${column}`, unlocked(scan.attribute('s')));
    }
  }
  return (at) => {
    const ofColumn = columns.find(({ from, to }) => at.column >= from && at.column <= to)?.unlocked;
    return byCell.get(`${at.row},${at.column}`) ?? byRow.get(at.row) ?? ofColumn ?? unlocked(undefined);
  };
}
