import type { FactColumn } from '../../engine/asked/read-facts';
import type { ExplanationColumn } from '../../engine/asked/read-explanations';
import type { PriorColumn } from '../../engine/asked/read-prior';
import type { LedgerColumn } from '../../engine/ledger/ledger';
import type { ReasonColumn } from '../../engine/asked/read-reasons';

/** As far as they are known. */
export interface ExplainedFigures {
  readonly actual?: string;
  readonly expected?: string;
  readonly difference?: string;
}

/** What the sheets say in which people answer. Headers have to be among the words by which the sheets are read again. */
export interface AskedSheetWords {
  /** Header over what people wrote into notes of cells. */
  readonly notes: string;
  readonly facts: {
    readonly name: string;
    readonly guide: string;
    readonly headers: Readonly<Record<FactColumn, string>>;
    readonly yes: string;
    readonly no: string;
    /** Beside an answer that nothing asks for any more. */
    readonly notUsed: string;
    /** … of a project that may be called otherwise now: its name, and what its rows have as their group. */
    readonly renamed: (project: string, group: string) => string;
  };
  readonly reasons: {
    readonly name: string;
    readonly guide: string;
    /** What the guide said before: in the workbooks that have it, it is no word of a person's. */
    readonly formerGuides: readonly string[];
    readonly headers: Readonly<Record<ReasonColumn, string>>;
    readonly open: string;
    readonly answered: string;
    /** The figures are not those for which the answer was given, which are named; it is read again by how it begins. */
    readonly changed: (now: string, before: string) => string;
    readonly notUsed: string;
  };
  readonly explanations: {
    readonly name: string;
    readonly guide: string;
    readonly headers: Readonly<Record<ExplanationColumn, string>>;
    /** What stood there when it was explained, as plain decimals. */
    readonly figures: (figures: ExplainedFigures) => string;
    readonly status: {
      readonly explained: string;
      /** The figures are not those for which it was explained. */
      readonly changed: string;
      /** It is not found any more. */
      readonly gone: string;
      readonly open: string;
    };
  };
  readonly prior: {
    readonly name: string;
    readonly guide: string;
    /** What the guide said before: in the workbooks that have it, it is no word of a person's. */
    readonly formerGuides: readonly string[];
    readonly headers: Readonly<Record<PriorColumn, string>>;
    readonly notUsed: string;
    /** Source of a figure out of last year's workbook; with its code there, where it was another. */
    readonly from: (file: string, code: string | undefined) => string;
    /** Source beside a figure that was there before: what last year's workbook says instead. */
    readonly differs: (file: string, amount: string) => string;
    /** In the place of an amount that last year's workbook does not tell. */
    readonly open: string;
  };
  readonly ledger: {
    readonly name: string;
    readonly guide: string;
    /** The two columns of names are headed alike: each belongs to the code before it. */
    readonly headers: Readonly<Record<LedgerColumn, string>>;
    readonly prompts: Readonly<Record<'functional' | 'kind' | 'economic' | 'fund', string>>;
  };
  /** The codes that the ledger's lists propose. */
  readonly codes: {
    readonly name: string;
    readonly guide: string;
    readonly functional: string;
    readonly economic: string;
    readonly codeName: string;
  };
}
