/** What the user should be told when Excel did not do something; each is a key of the pane's catalogue. */
export type HostProblemKey =
  /** Somebody is typing in a cell: Excel takes no call until that ends. */
  | 'cell-edit'
  | 'protected'
  /** A sheet, name or format went away meanwhile. */
  | 'gone'
  /** It is there, but hidden: it cannot be shown. */
  | 'hidden'
  | 'client-too-old'
  | 'filtered'
  | 'merged'
  /** Tables or array formulas in the way, or cells that would be pushed off the sheet. */
  | 'structure'
  | 'too-big'
  | 'other-workbook'
  /** An earlier step stopped half way and has neither been taken back nor gone on with. */
  | 'unfinished'
  /** Ours: shown as a step that was not completed, with diagnostics. */
  | 'own-mistake';

export interface HostProblem {
  readonly key: HostProblemKey;
  /** Excel's code and the member it names, for the diagnostics: never shown in a sentence. */
  readonly code: string;
  readonly where?: string;
}

const KEY_OF_CODE: Readonly<Record<string, HostProblemKey>> = {
  InvalidOperationInCellEditMode: 'cell-edit',
  AccessDenied: 'protected',
  ItemNotFound: 'gone',
  InvalidReference: 'gone',
  ApiNotFound: 'client-too-old',
  NotImplemented: 'client-too-old',
  UnsupportedOperation: 'client-too-old',
  InsertDeleteConflict: 'structure',
  MergedRangeConflict: 'merged',
  FilteredRangeConflict: 'filtered',
  NonBlankCellOffSheet: 'structure',
  RequestPayloadSizeLimitExceeded: 'too-big',
  ResponsePayloadSizeLimitExceeded: 'too-big',
  RangeExceedsLimit: 'too-big',
  OperationCellsExceedLimit: 'too-big',
  FormulaLengthExceedsLimit: 'too-big',
  InvalidSelection: 'other-workbook',
  InactiveWorkbook: 'other-workbook',
};

/** What only the host can know of a failure, in the place of Excel's error. */
export class HostFailure extends Error {
  constructor(readonly problem: HostProblem) {
    super(`${problem.key}: ${problem.code}`);
    this.name = 'HostFailure';
  }
}

/** What an error thrown by office.js means to the user. Codes are never localised, messages are: only codes are read. */
export function problemOf(error: unknown): HostProblem {
  if (error instanceof HostFailure) return error.problem;
  const code = codeOf(error);
  const debugInfo = typeof error === 'object' && error !== null && 'debugInfo' in error ? error.debugInfo : undefined;
  const where = textAt(debugInfo, 'errorLocation');
  return { key: KEY_OF_CODE[code] ?? 'own-mistake', code, ...(where === undefined ? {} : { where }) };
}

/** Excel's code of an error, or the name of one of ours. */
export function codeOf(error: unknown): string {
  return textAt(error, 'code') ?? (error instanceof Error ? error.name : 'Unknown');
}

/** True where the same thing asked for in smaller pieces may succeed. */
export function isTooBig(error: unknown): boolean {
  return problemOf(error).key === 'too-big';
}

/** True where a request was not even looked at, because of its size: it can be sent again in pieces. */
export function isRequestTooBig(error: unknown): boolean {
  return codeOf(error) === 'RequestPayloadSizeLimitExceeded';
}

/** True where a batch was refused as a whole: nothing of it has happened. */
export function isNotBegun(error: unknown): boolean {
  return isRequestTooBig(error) || codeOf(error) === 'InvalidOperationInCellEditMode';
}

function textAt(value: unknown, key: string): string | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const text: unknown = Reflect.get(value, key);
  return typeof text === 'string' ? text : undefined;
}
