import type { FindingLine } from '../commands/findings-sheet';
import type { CheckReport } from '../engine/finding/report';
import type { FileError } from './io';
import type { UnusableCode } from '../hosts/xlsx/open-xlsx';

/** Why a file could not be checked. */
export type InputProblem =
  UnusableCode | Extract<FileError, 'not-found' | 'is-folder' | 'no-permission' | 'unreadable'> | 'own-mistake';

/** What became of one input file. Plain data, so that a worker can hand it over. */
export type FileResult = CheckedFile | UnusableFile;

export interface CheckedFile {
  readonly file: string;
  readonly kind: 'checked';
  readonly report: CheckReport;
  /** For the report sheet; empty where none was asked for. */
  readonly lines: readonly FindingLine[];
  readonly seconds: number;
}

export interface UnusableFile {
  readonly file: string;
  readonly kind: 'unusable';
  readonly because: InputProblem;
  /** Names the damaged part; for a mistake of ours, where it happened. */
  readonly detail?: string;
}

/** True where nothing of any edition was found in the file. */
export function nothingRecognised(result: CheckedFile): boolean {
  return result.report.edition === undefined && result.report.tables.length === 0;
}

/** How many checks of a report could not be run. */
export function uncheckedCount(report: CheckReport): number {
  return report.unchecked.reduce((sum, { count }) => sum + count, 0);
}
