import { locate } from '../xml-edit';
import { Token, XmlScanner } from '../xml-scanner';

/** Visits each row that a worksheet part writes down, counted from 0; the scanner stands on its opening tag, and may go on to its closing one. */
export function eachRow(bytes: Uint8Array, visit: (row: number, scan: XmlScanner) => void): void {
  const data = locate(bytes, ['worksheet', 'sheetData']);
  if (!data || data.selfClosing) return;
  const scan = new XmlScanner(bytes, data.start);
  scan.next();
  let row = -1;
  while (scan.depth > 0) {
    const token = scan.next();
    if (token === Token.end) break;
    if (token !== Token.open || !scan.is('row')) continue;
    row = Number(scan.attribute('r') ?? row + 2) - 1;
    const outside = scan.depth - 1;
    visit(row, scan);
    while (scan.depth > outside && scan.next() !== Token.end);
  }
}
