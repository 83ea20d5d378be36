import { findingLines } from '../commands/findings-sheet';
import type { CheckReport } from '../engine/finding/report';
import type { Snapshot } from '../engine/snapshot/snapshot';
import type { OpenResult } from '../hosts/xlsx/open-xlsx';
import type { Language } from '../i18n/language';
import type { FileResult, InputProblem } from './file-result';
import type { FileError } from './io';
import type { Io } from './io';

/** What the commands do with a file's bytes; tests may give their own. */
export interface Tools {
  open(bytes: Uint8Array): OpenResult;
  /** Ids of all editions. */
  readonly editionIds: readonly string[];
  check(snapshot: Snapshot, options: { readonly edition?: string }): Promise<CheckReport>;
}

/** How the files of one command are to be checked. Plain data, so that a worker can be told. */
export interface Job {
  readonly edition: string | undefined;
  /** Language of the lines for a report sheet; undefined where none is made. */
  readonly linesIn: Language | undefined;
}

/** Reads and checks one file. Never throws: a mistake of ours is told of that file, and the others are still checked. */
export async function checkFile(
  file: string,
  job: Job,
  io: Pick<Io, 'files' | 'now'>,
  tools: Tools,
): Promise<FileResult> {
  try {
    return await readAndCheck(file, job, io, tools);
  } catch (error) {
    const detail = error instanceof Error ? (error.stack ?? error.message) : String(error);
    return { file, kind: 'unusable', because: 'own-mistake', detail };
  }
}

async function readAndCheck(file: string, job: Job, io: Pick<Io, 'files' | 'now'>, tools: Tools): Promise<FileResult> {
  const started = io.now();
  const read = await io.files.read(file);
  if (!read.ok) return { file, kind: 'unusable', because: inputProblem(read.because) };
  const opened = tools.open(read.bytes);
  if (!opened.ok) {
    const { because, detail } = opened;
    return { file, kind: 'unusable', because, ...(detail === undefined ? {} : { detail }) };
  }
  const { snapshot } = opened.workbook;
  const report = await tools.check(snapshot, job.edition === undefined ? {} : { edition: job.edition });
  const lines = job.linesIn === undefined ? [] : findingLines(report, snapshot, job.linesIn);
  return { file, kind: 'checked', report, lines, seconds: (io.now() - started) / 1000 };
}

/** Why reading failed, as far as it is told to the user. */
export function inputProblem(because: FileError): InputProblem {
  switch (because) {
    case 'not-found':
    case 'is-folder':
    case 'no-permission':
      return because;
    default:
      return 'unreadable';
  }
}
