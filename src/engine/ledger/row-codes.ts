import { readCode, type CodeReading } from '../classification/code';
import { systemOf } from '../classification/code-tree';
import type { CellValue } from '../snapshot/snapshot';
import { normaliseText } from '../text/normalise';
import type { LedgerCells } from './ledger-cells';

type System = 'functional' | 'economic';

/** The codes of a ledger's rows. */
export class RowCodes {
  // The same few codes stand in thousands of rows.
  private readonly known = {
    functional: new Map<CellValue, CodeReading>(),
    economic: new Map<CellValue, CodeReading>(),
  };

  constructor(private readonly cells: LedgerCells) {}

  /** What a row says in a cell, or in cells of one level each. */
  of(row: number, system: System): CodeReading {
    const said = this.cells.code(row, system);
    const key = isSeveral(said) ? said.join('|') : said;
    const codes = this.known[system];
    let known = codes.get(key);
    if (known === undefined)
      codes.set(key, (known = readCode((isSeveral(said) ? said : [said]).map(unbracketed), system)));
    return known;
  }

  /** Its code, where it is one of the system that the column is of. */
  own(row: number, system: System): string | undefined {
    const reading = this.of(row, system);
    return reading.kind === 'code' && systemOf(reading.code) === system ? reading.code : undefined;
  }
}

const isSeveral = (said: CellValue | readonly CellValue[]): said is readonly CellValue[] => Array.isArray(said);

/** [30201]办公费 → 30201办公费. */
function unbracketed(value: CellValue): CellValue {
  const [, code, name = ''] = typeof value === 'string' ? (/^\((\d+)\)(.*)$/.exec(normaliseText(value)) ?? []) : [];
  return code === undefined ? value : `${code}${name}`;
}
