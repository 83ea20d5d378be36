import { Decimal } from 'decimal.js';
import { parseA1 } from '../../engine/snapshot/address';
import type { CellRef } from '../../engine/snapshot/address';
import type { OwnCell, OwnRow, OwnSheet } from '../../engine/snapshot/patch';
import { SEVERITIES } from './flag-rules';
import { AMOUNT_STYLES } from './own-sheet-xml';
import type { OwnStyleName, OwnStyles } from './own-styles';
import { readRichText } from './read-strings';
import { Token, XmlScanner } from './xml-scanner';
import { unescapeCellText } from './xml-text';

interface RawCell {
  readonly style: number;
  readonly value: number | string | undefined;
}

interface RawSheet {
  readonly rows: Map<number, { readonly level: 0 | 1; readonly cells: Map<number, RawCell> }>;
  readonly widths: Map<number, number>;
  readonly links: Map<string, string>;
  frozenColumns: number;
  landscape: boolean;
}

/**
 * One of our own sheets as it was described, so that replacing or removing it can be undone. What people typed into it is in it. Where another program has
 * saved the file since, the looks cannot be told any more: texts then come without severity and columns without their kind.
 */
export function readOwnSheet(
  bytes: Uint8Array,
  about: { readonly name: string; readonly kind: OwnSheet['kind'] },
  strings: readonly string[],
  styles: OwnStyles | undefined,
): OwnSheet {
  const raw = readRaw(bytes, strings);
  const names = new Map(
    (Object.entries(styles ?? {}) as [OwnStyleName, number][]).map(([name, style]) => [style, name]),
  );
  const textAt = (row: number, column: number): string => String(raw.rows.get(row)?.cells.get(column)?.value ?? '');
  const header = raw.rows.get(1)?.cells ?? new Map<number, RawCell>();
  const columns = [...header.keys()].map((column) => {
    const look = names.get(header.get(column)?.style ?? -1);
    const input = look === 'headerInput' || look === 'headerInputWrap';
    const wrap = look === 'headerWrap' || look === 'headerInputWrap';
    const width = raw.widths.get(column) ?? 10;
    return {
      header: textAt(1, column),
      width,
      ...(input ? { input: true as const } : {}),
      ...(wrap ? { wrap: true as const } : {}),
    };
  });
  const last = Math.max(1, ...raw.rows.keys());
  const rows: OwnRow[] = [];
  for (let row = 2; row <= last; row++) {
    const { level = 0, cells = new Map<number, RawCell>() } = raw.rows.get(row) ?? {};
    const length = Math.max(-1, ...cells.keys()) + 1;
    rows.push({
      level,
      cells: Array.from({ length }, (_, column) =>
        ownCell(cells.get(column), raw.links.get(`${row},${column}`), names),
      ),
    });
  }
  return { ...about, guide: textAt(0, 0), columns, frozenColumns: raw.frozenColumns, rows, landscape: raw.landscape };
}

function ownCell(
  cell: RawCell | undefined,
  link: string | undefined,
  names: ReadonlyMap<number, OwnStyleName>,
): OwnCell {
  if (cell?.value === undefined) return { kind: 'blank' };
  const look = names.get(cell.style);
  if (typeof cell.value === 'number') {
    const decimals = look === undefined ? -1 : AMOUNT_STYLES.indexOf(look);
    return { kind: 'amount', amount: new Decimal(cell.value).toFixed(), decimals: decimals < 0 ? 2 : decimals };
  }
  const to = link === undefined ? undefined : parseLocation(link);
  if (to) return { kind: 'link', text: cell.value, to };
  const severity = SEVERITIES.find((known) => known === look);
  return { kind: 'text', text: cell.value, ...(severity ? { severity } : {}) };
}

function parseLocation(location: string): CellRef | undefined {
  const bang = location.lastIndexOf('!');
  const at = parseA1(location.slice(bang + 1));
  if (bang < 0 || !at) return undefined;
  const written = location.slice(0, bang);
  return { sheet: written.startsWith("'") ? written.slice(1, -1).replaceAll("''", "'") : written, ...at };
}

function readRaw(bytes: Uint8Array, strings: readonly string[]): RawSheet {
  const scan = new XmlScanner(bytes);
  const raw: RawSheet = { rows: new Map(), widths: new Map(), links: new Map(), frozenColumns: 0, landscape: false };
  let cells = new Map<number, RawCell>();
  let row = -1;
  for (let token = scan.next(); token !== Token.end; token = scan.next()) {
    if (token !== Token.open) continue;
    if (scan.is('pane')) raw.frozenColumns = Number(scan.attribute('xSplit') ?? '0');
    else if (scan.is('pageSetup')) raw.landscape = scan.attribute('orientation') === 'landscape';
    else if (scan.is('col')) {
      for (let c = Number(scan.attribute('min')); c <= Math.min(Number(scan.attribute('max')), 64); c++)
        raw.widths.set(c - 1, Number(scan.attribute('width')));
    } else if (scan.is('hyperlink')) {
      const at = parseA1(scan.attribute('ref') ?? '');
      if (at) raw.links.set(`${at.row},${at.column}`, scan.attribute('location') ?? '');
    } else if (scan.is('row')) {
      row = Number(scan.attribute('r') ?? row + 2) - 1;
      cells = new Map();
      raw.rows.set(row, { level: scan.attribute('outlineLevel') === '1' ? 1 : 0, cells });
    } else if (scan.is('c')) {
      const column = parseA1(scan.attribute('r') ?? '')?.column ?? cells.size;
      cells.set(column, rawCell(scan, strings));
    }
  }
  return raw;
}

function rawCell(scan: XmlScanner, strings: readonly string[]): RawCell {
  const style = Number(scan.attribute('s') ?? '0');
  const type = scan.attribute('t');
  const outside = scan.depth - 1;
  let value: number | string | undefined;
  while (scan.depth > outside) {
    const token = scan.next();
    if (token === Token.end) break;
    if (token !== Token.open) continue;
    if (scan.is('is')) value = readRichText(scan);
    else if (scan.is('v')) {
      const text = scan.textContent();
      value =
        type === 's'
          ? strings[Number(text)]
          : type === undefined || type === 'n'
            ? Number(text)
            : unescapeCellText(text);
    }
  }
  return { style, value };
}
