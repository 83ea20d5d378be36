import type { RefusalCode } from '../../engine/snapshot/patch';
import type { TickedWords } from '../words/ticks';

/** What the command line says, apart from the findings themselves. */
export interface CliWords {
  readonly help: {
    readonly general: string;
    readonly check: string;
    readonly annotate: string;
    readonly fix: string;
    readonly new: string;
    readonly compile: string;
    readonly narrate: string;
    readonly fill: string;
  };
  readonly usage: {
    readonly unknownCommand: (command: string) => string;
    /** `meant`: the one that was most likely meant. */
    readonly unknownOption: (option: string, meant: string | undefined) => string;
    readonly needsValue: (option: string) => string;
    readonly takesNoValue: (option: string) => string;
    readonly badValue: (option: string, value: string, allowed: string) => string;
    readonly twice: (option: string) => string;
    readonly together: (first: string, second: string) => string;
    /** An edition of which no workbook can be made. */
    readonly editionNotMade: (edition: string, known: readonly string[]) => string;
    readonly unknownEdition: (edition: string, known: readonly string[]) => string;
    readonly noInput: string;
    readonly emptyName: string;
    readonly oneInput: string;
    readonly noOutput: string;
    /** The command takes no input. */
    readonly noFiles: (given: string) => string;
    readonly needsOption: (option: string) => string;
    readonly noDocument: string;
    readonly seeHelp: string;
  };
  /** Why a file cannot be used, by the code of the reason. */
  readonly unusable: {
    readonly [
      Because in
        | 'empty'
        | 'not-a-zip'
        | 'not-a-workbook'
        | 'truncated'
        | 'encrypted'
        | 'old-xls'
        | 'binary-workbook'
        | 'strict-namespace'
        | 'too-large'
        | 'dtd'
        | 'no-sheets'
        | 'corrupt-part'
        | 'not-found'
        | 'is-folder'
        | 'no-permission'
        | 'unreadable'
        | 'own-mistake'
    ]: (detail: string | undefined) => string;
  };
  readonly unwritable: {
    readonly [
      Because in
        | 'is-input'
        | 'no-folder'
        | 'is-folder'
        | 'no-permission'
        | 'no-space'
        | 'unwritable'
        | 'not-xlsx'
        | 'not-xlsm'
        | 'not-document'
    ]: string;
  };
  /** Why a file that is there already is not written over. */
  readonly earlier: {
    /** People typed into it what the new one does not hold; `goOn` is the command that begins with that file, up to the name of its output. */
    readonly lost: (what: readonly string[], goOn: string | undefined) => string;
    /** Behind what stands in these cells, and in more. */
    readonly at: (cells: readonly string[], more: boolean) => string;
    /** It cannot be looked into. */
    readonly unseen: (because: string) => string;
    readonly kinds: {
      readonly [
        Kind in
          | 'reasons'
          | 'facts'
          | 'prior'
          | 'explanations'
          | 'remarks'
          | 'text'
          | 'forms'
          | 'ledger'
          | 'figures'
          | 'sheets'
          | 'notes'
          | 'beside'
      ]: (count: number) => string;
    };
  };
  /** 文件：说明 */
  readonly ofFile: (file: string, text: string) => string;
  readonly nothingRecognised: (sheets: number) => string;
  readonly sheetLine: (sheet: string, reason: string) => string;
  readonly year: (year: number) => string;
  readonly tablesFound: (tables: number, forms: number) => string;
  /** So many equations fail for it, in so many places, which are listed after it. */
  readonly symptoms: (count: number, places: number) => string;
  readonly andPlaces: (count: number) => string;
  readonly notesHidden: (count: number) => string;
  readonly explainedHidden: (count: number) => string;
  readonly unchecked: (count: number, reason: string) => string;
  readonly moreUnchecked: (count: number) => string;
  /** Stands before a sheet that was taken for no table. */
  readonly notRecognised: string;
  readonly equations: (counts: {
    readonly total: number;
    readonly passed: number;
    readonly failed: number;
    readonly notApplicable: number;
    readonly notChecked: number;
  }) => string;
  readonly took: (seconds: string) => string;
  /** 错误2 */
  readonly counted: (word: string, count: number) => string;
  readonly overview: {
    readonly file: string;
    /** `blank`: nothing in them could be compared. None of the four counts a file twice, except that `files` counts all. */
    readonly total: (counts: {
      readonly files: number;
      readonly withErrors: number;
      readonly unusable: number;
      readonly blank: number;
    }) => string;
    readonly unusable: string;
    readonly progress: (done: number, of: number) => string;
  };
  readonly annotated: (file: string, cells: number, notes: number, sheet: string) => string;
  /** `cells` bear a colour, `ticks` a √. */
  readonly removed: (
    file: string,
    counts: { readonly cells: number; readonly ticks: number; readonly notes: number; readonly sheets: number },
  ) => string;
  /** How many figures bear a √, and why the others do not. */
  readonly ticked: TickedWords;
  readonly nothingToRemove: (file: string) => string;
  readonly equationsListed: (sheet: string, equations: number) => string;
  readonly keptSheet: (sheet: string) => string;
  readonly reportWritten: (file: string, findings: number) => string;
  readonly refused: { readonly [Because in RefusalCode]: (where: string) => string };
  /** The results could not be written to where the output was sent. */
  readonly outputFailed: (because: 'no-space' | 'unwritable') => string;
  readonly ownMistake: string;
  readonly ownMistakeDetails: string;
}
