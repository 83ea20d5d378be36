/** Why a file cannot be used. */
export type UnusableCode =
  /** Not a single byte. */
  | 'empty'
  /** Neither a zip nor any other kind of file we can name. */
  | 'not-a-zip'
  /** A zip or compound file that holds no spreadsheet (a .docx, a .doc). */
  | 'not-a-workbook'
  /** The end of the file is missing. */
  | 'truncated'
  /** Needs a password to be opened. */
  | 'encrypted'
  /** Excel 97–2003: has to be saved as .xlsx first. */
  | 'old-xls'
  /** .xlsb: has to be saved as .xlsx first. */
  | 'binary-workbook'
  /** Strict Open XML: has to be saved as ordinary .xlsx first. */
  | 'strict-namespace'
  /** Inflates to more than any budget workbook holds. */
  | 'too-large'
  /** An XML part declares a document type or uses an entity of its own. */
  | 'dtd'
  /** A workbook without a single worksheet. */
  | 'no-sheets'
  /** A part is missing, damaged or no well-formed XML; `detail` names it. */
  | 'corrupt-part';

/** A reason why a file cannot be used; `detail` names the part where there is one. */
export interface Unusable {
  readonly ok: false;
  readonly because: UnusableCode;
  readonly detail?: string;
}

/** An outcome: what was read, or why it could not be. */
export type Outcome<T> = { readonly ok: true; readonly value: T } | Unusable;

export function unusable(because: UnusableCode, detail?: string): Unusable {
  return detail === undefined ? { ok: false, because } : { ok: false, because, detail };
}
