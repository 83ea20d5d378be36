import type { FactColumn } from '../../engine/asked/read-facts';
import type { PriorColumn } from '../../engine/asked/read-prior';
import type { LedgerColumn } from '../../engine/ledger/ledger';
import type { ReasonColumn } from '../../engine/asked/read-reasons';

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
  };
  readonly reasons: {
    readonly name: string;
    readonly guide: string;
    readonly headers: Readonly<Record<ReasonColumn, string>>;
    readonly open: string;
    readonly answered: string;
    /** The figures are not those that stood beside the answer when it was given. */
    readonly changed: string;
    readonly notUsed: string;
  };
  readonly prior: {
    readonly name: string;
    readonly guide: string;
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
