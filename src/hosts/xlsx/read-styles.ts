import { builtinFormat } from './builtin-formats';
import { Token } from './xml-scanner';
import type { XmlScanner } from './xml-scanner';

/** What the cell formats of a workbook say, by the number that a cell's `s` gives. */
export interface StyleContent {
  /** Number format code, undefined for General. */
  readonly formats: readonly (string | undefined)[];
  /** Whether a cell of that format is locked once its sheet is protected. */
  readonly locked: readonly boolean[];
}

export const NO_STYLES: StyleContent = { formats: [], locked: [] };

/** Reads number formats and locks out of the styles part. */
export function readStyles(scan: XmlScanner): StyleContent {
  const custom = new Map<number, string>();
  const ids: number[] = [];
  const locked: boolean[] = [];
  let inCellFormats = false;
  for (let token = scan.next(); token !== Token.end; token = scan.next()) {
    if (token === Token.close) {
      if (scan.is('cellXfs')) inCellFormats = false;
      continue;
    }
    if (token !== Token.open) continue;
    if (scan.is('cellXfs')) inCellFormats = true;
    else if (scan.is('dxfs')) scan.skip();
    else if (scan.is('numFmt')) custom.set(Number(scan.attribute('numFmtId')), scan.attribute('formatCode') ?? '');
    else if (inCellFormats && scan.is('xf')) {
      ids.push(Number(scan.attribute('numFmtId') ?? '0'));
      locked.push(true);
    } else if (inCellFormats && scan.is('protection')) {
      const value = scan.attribute('locked');
      locked[locked.length - 1] = value !== '0' && value !== 'false';
    }
  }
  const formats = ids.map((id) => {
    const code = custom.get(id) ?? builtinFormat(id);
    return code === undefined || code === '' || code.toLowerCase() === 'general' ? undefined : code;
  });
  return { formats, locked };
}
