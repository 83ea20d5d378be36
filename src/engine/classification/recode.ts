import type { CellValue } from '../snapshot/snapshot';
import { normaliseText } from '../text/normalise';
import { readCode } from './code';
import type { CodeSystem } from './code-tree';

/**
 * The code cells of a row with another code of the same length in them, each written the way it is now: in three columns 201|03|01, in
 * cumulative ones, in one, with or without a name behind it. Undefined where the cells could not be read back as that code.
 */
export function recoded(
  cells: readonly CellValue[],
  code: string,
  system: CodeSystem,
): readonly CellValue[] | undefined {
  let read = '';
  const written = cells.map((value): CellValue => {
    const text = value === null || typeof value === 'boolean' ? '' : normaliseText(String(value));
    const [digits] = /^[0-9]+/.exec(text) ?? [];
    if (digits === undefined) return value;
    const isCumulative = read !== '' && digits.length > read.length && digits.startsWith(read);
    const length = isCumulative || read === '' ? digits.length : read.length + Math.max(2, digits.length);
    const own = isCumulative || read === '' ? code.slice(0, length) : code.slice(read.length, length);
    read = isCumulative || read === '' ? digits : read + digits.padStart(2, '0');
    return own + text.slice(digits.length);
  });
  const reading = readCode(written, system);
  return reading.kind === 'code' && reading.code === code ? written : undefined;
}
