import { lostAnswers } from '../commands/lost-answers';
import { hasSheetOfOurs } from '../commands/lost-sheets';
import { addressOf } from '../engine/snapshot/address';
import type { WrittenWorkbook } from '../hosts/xlsx/workbook';
import { cliWords } from '../i18n/cli/catalogue';
import type { Language } from '../i18n/language';
import { inputProblem, type Tools } from './check-file';
import type { Io } from './io';
import { problemText } from './problem-text';
import { saveTo, type Suffix } from './save';

/** A workbook that is to be written to a path. */
export interface WorkbookOutput {
  /** What takes an earlier file for its input, so that what people typed there is gone on from; undefined where nothing does. */
  readonly goOn: 'compile' | 'fill' | 'annotate' | 'fix' | 'narrate' | undefined;
  readonly output: string;
  readonly inputs: readonly string[];
  readonly suffix?: Suffix;
  /** An earlier file is written over, whatever people typed into it. */
  readonly overwrite: boolean;
  readonly written: WrittenWorkbook;
  /** People will go on from it: it is sealed, so that it is known later whether somebody has. */
  readonly isSealed?: true;
}

/**
 * Writes a workbook and says on stderr why it could not; true where it was written. A file that is there already is not written over
 * where people have typed into it what the new one does not hold, or where it cannot be looked into.
 */
export async function saveWorkbook(copy: WorkbookOutput, language: Language, io: Io, tools: Tools): Promise<boolean> {
  const { output, inputs, suffix = '.xlsx', overwrite, written, isSealed } = copy;
  const because = overwrite ? undefined : await kept(copy, language, io, tools);
  if (because === undefined) {
    const bytes = isSealed ? written.workbook.sealed() : written.bytes;
    return saveTo(output, inputs, language, io, bytes, suffix);
  }
  io.stderr.write(`${cliWords(language).ofFile(output, because)}\n`);
  return false;
}

/** So many cells or sheets tell what is meant. */
const MOST_PLACES = 3;

/** Why the file that is there has to stay; undefined where there is none, or none that matters. */
async function kept(
  { goOn, output, written }: WorkbookOutput,
  language: Language,
  io: Io,
  tools: Tools,
): Promise<string | undefined> {
  const { earlier } = cliWords(language);
  const read = await io.files.read(output);
  if (!read.ok) {
    // A folder, or nothing: writing says so, or goes on.
    if (read.because === 'not-found' || read.because === 'is-folder') return undefined;
    return earlier.unseen(problemText({ because: inputProblem(read.because) }, language));
  }
  if (read.bytes.length === 0) return undefined;
  const opened = tools.open(read.bytes);
  if (!opened.ok) return earlier.unseen(problemText(opened, language));
  const { snapshot, isAsSealed } = opened.workbook;
  const lost = await lostAnswers(snapshot, written.workbook.snapshot, { isAsWritten: isAsSealed });
  if (lost.length === 0) return undefined;
  const said = lost.map(({ kind, count, cells = [], names = [] }) => {
    const places = [...cells.map(addressOf), ...names];
    const some = places.slice(0, MOST_PLACES);
    return `${earlier.kinds[kind](count)}${some.length > 0 ? earlier.at(some, places.length > some.length) : ''}`;
  });
  const option = goOn === 'narrate' ? '--ask' : '-o';
  // Nobody goes on from a workbook that the tool has never written to.
  const isEarlier = goOn !== undefined && (hasSheetOfOurs(snapshot) || lost.some(({ kind }) => kind !== 'sheets'));
  return earlier.lost(said, isEarlier ? `budget ${goOn} ${output} ${option}` : undefined);
}
