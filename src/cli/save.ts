import path from 'node:path';
import { cliWords } from '../i18n/cli/catalogue';
import type { Language } from '../i18n/language';
import type { FileError, Io } from './io';

/** How the name of a workbook may end. */
export type Suffix = '.xlsx' | '.xlsm';

/** How the name of a document may end: the ending says what is written. */
export const DOCUMENT_SUFFIXES = ['.docx', '.txt', '.md'] as const;

/** How the name of a copy has to end: Excel opens no workbook whose macros its name denies, nor the other way round. */
export function suffixOfCopy(input: string): Suffix {
  return path.extname(input).toLowerCase() === '.xlsm' ? '.xlsm' : '.xlsx';
}

/**
 * Writes an output and says on stderr why it could not; true where it was written. Without bytes it only makes sure
 * beforehand that the name is one that may be written to, so that nobody waits for nothing.
 */
export async function saveTo(
  output: string,
  inputs: readonly string[],
  language: Language,
  io: Io,
  bytes: Uint8Array | undefined,
  suffix: Suffix | 'document' = '.xlsx',
): Promise<boolean> {
  const { unwritable, ofFile } = cliWords(language);
  const because =
    (await refusal(output, inputs, suffix, io)) ??
    (bytes ? outputProblem(await io.files.write(output, bytes)) : undefined);
  if (because === undefined) return true;
  io.stderr.write(`${ofFile(output, unwritable[because])}\n`);
  return false;
}

type OutputProblem =
  | 'is-input'
  | 'no-folder'
  | 'is-folder'
  | 'no-permission'
  | 'no-space'
  | 'unwritable'
  | 'not-xlsx'
  | 'not-xlsm'
  | 'not-document';

async function refusal(
  output: string,
  inputs: readonly string[],
  suffix: Suffix | 'document',
  io: Io,
): Promise<OutputProblem | undefined> {
  for (const input of inputs) {
    // A path that does not exist yet has no identity, yet writing to the very name of an input must not depend on that.
    if (path.resolve(input) === path.resolve(output) || (await io.files.same(input, output))) return 'is-input';
  }
  const ending = path.extname(output).toLowerCase();
  if (suffix === 'document') return DOCUMENT_SUFFIXES.some((known) => known === ending) ? undefined : 'not-document';
  if (ending === suffix) return undefined;
  return suffix === '.xlsm' ? 'not-xlsm' : 'not-xlsx';
}

function outputProblem(because: FileError | undefined): OutputProblem | undefined {
  switch (because) {
    case undefined:
    case 'no-folder':
    case 'is-folder':
    case 'no-permission':
    case 'no-space':
      return because;
    default:
      return 'unwritable';
  }
}
