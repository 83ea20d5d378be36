import type { Snapshot } from '../../engine/snapshot/snapshot';
import type { Compression } from './compression';
import { Draft } from './draft';
import { BEFORE_NAMES } from './edit-sheets';
import type { OpenedBook } from './opened-book';
import { addToOrMake, removeElements } from './xml-edit';
import { encode } from './xml-text';
import type { ZipEntry } from './zip-read';

/** A hidden name of the workbook: its value tells what stood in its cells when the tool wrote it. */
const SEAL = '_budget_as_written';

/** The parts of a workbook with a seal on it, in the place of an earlier one. */
export function sealed({ parts, workbook, snapshot }: OpenedBook): readonly ZipEntry[] {
  const draft = new Draft(parts);
  const names = ['workbook', 'definedNames', 'definedName'] as const;
  draft.edit(
    workbook.path,
    removeElements(draft.read(workbook.path), names, (scan) => scan.attribute('name') === SEAL),
  );
  const xml = `<definedName name="${SEAL}" hidden="1">"${sealOf(snapshot, parts.packing.compression)}"</definedName>`;
  draft.edit(
    workbook.path,
    addToOrMake(draft.read(workbook.path), 'workbook', 'definedNames', BEFORE_NAMES, xml, undefined),
  );
  return draft.entries();
}

/** Whether a workbook bears a seal and nothing has been typed into it, or taken out of it, since. */
export function isAsSealed({ parts, workbook, snapshot }: OpenedBook): boolean {
  const seal = workbook.names.find(({ name, localSheet }) => name === SEAL && localSheet === undefined);
  return seal?.text === `"${sealOf(snapshot, parts.packing.compression)}"`;
}

/**
 * What is typed into a workbook as a short text. Formulas are left out, since programs write and calculate them each in its own way,
 * and so are looks and the order of sheets: opening and saving alone breaks no seal.
 */
function sealOf({ sheets }: Snapshot, compression: Compression): string {
  let [first, second] = [0, 0x5bd1e995];
  let pieces: string[] = [];
  const take = (): void => {
    const bytes = encode(pieces.join(''));
    first = compression.crc32(bytes, first);
    second = compression.crc32(bytes, second);
    pieces = [];
  };
  for (const { name, rows } of [...sheets].sort((a, b) => (a.name < b.name ? -1 : 1))) {
    for (const { row, cells } of rows) {
      const before = pieces.length;
      for (const { column, value, formula } of cells) {
        if (formula !== undefined || value === null || value === '') continue;
        if (pieces.length === before) pieces.push(`${name}\u0000${row}\n`);
        pieces.push(`${column}\u0000${typeof value}\u0000${value}\n`);
      }
      // Some hundred rows at a time: a long ledger as one text would take more memory than the ledger.
      if (pieces.length > MOST_PIECES) take();
    }
  }
  take();
  const hex = (number: number): string => number.toString(16).padStart(8, '0');
  return hex(first) + hex(second);
}

const MOST_PIECES = 4000;
