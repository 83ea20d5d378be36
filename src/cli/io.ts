/** Why a path could not be read or written. */
export type FileError =
  'not-found' | 'no-folder' | 'is-folder' | 'no-permission' | 'no-space' | 'unreadable' | 'unwritable';

/** Somewhere to write text to. */
export interface Output {
  write(text: string): void;
  readonly isTerminal: boolean;
  /** Columns of the terminal; undefined where it is none. */
  readonly columns: number | undefined;
}

/** All that the command line touches of the world; tests give their own. */
export interface Io {
  readonly stdout: Output;
  readonly stderr: Output;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Milliseconds since some moment. */
  now(): number;
  readonly files: Files;
}

export type Read =
  { readonly ok: true; readonly bytes: Uint8Array } | { readonly ok: false; readonly because: FileError };

/** The file system as the commands need it. Whatever the user's disk is the cause of comes back as a value. */
export interface Files {
  read(path: string): Promise<Read>;
  /** True where both paths lead to one file, over links of any kind; false where either does not exist. */
  same(a: string, b: string): Promise<boolean>;
  /** Writes beside the target under another name, then moves it into place: the target is never half written. Gives why it was not. */
  write(path: string, bytes: Uint8Array): Promise<FileError | undefined>;
}
