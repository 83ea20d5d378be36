/** What the user should be told when Excel did not do something; each is a key of the pane's catalogue. */
export type HostProblemKey =
  /** Somebody is typing in a cell: Excel takes no call until that ends. */
  | 'cell-edit'
  | 'protected'
  /** A sheet, name or format went away meanwhile. */
  | 'gone'
  | 'client-too-old'
  /** Merged cells, filters, tables in the way. */
  | 'structure'
  | 'too-big'
  | 'other-workbook'
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
  MergedRangeConflict: 'structure',
  FilteredRangeConflict: 'structure',
  NonBlankCellOffSheet: 'structure',
  RequestPayloadSizeLimitExceeded: 'too-big',
  ResponsePayloadSizeLimitExceeded: 'too-big',
  RangeExceedsLimit: 'too-big',
  OperationCellsExceedLimit: 'too-big',
  FormulaLengthExceedsLimit: 'too-big',
  InvalidSelection: 'other-workbook',
  InactiveWorkbook: 'other-workbook',
};

/** What an error thrown by office.js means to the user. Codes are never localised, messages are: only codes are read. */
export function problemOf(error: unknown): HostProblem {
  const code = textAt(error, 'code') ?? (error instanceof Error ? error.name : 'Unknown');
  const debugInfo = typeof error === 'object' && error !== null && 'debugInfo' in error ? error.debugInfo : undefined;
  const where = textAt(debugInfo, 'errorLocation');
  return { key: KEY_OF_CODE[code] ?? 'own-mistake', code, ...(where === undefined ? {} : { where }) };
}

/** True where the same thing asked for in smaller pieces may succeed. */
export function isTooBig(error: unknown): boolean {
  return problemOf(error).key === 'too-big';
}

function textAt(value: unknown, key: string): string | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const text: unknown = Reflect.get(value, key);
  return typeof text === 'string' ? text : undefined;
}
