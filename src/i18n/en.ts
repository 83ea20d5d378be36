import { codes } from './findings/en/codes';
import { besideLedger } from './findings/en/beside-ledger';
import { ledgerUnits } from './findings/en/ledger-units';
import { ledgerUnused } from './findings/en/ledger-unused';
import { answers } from './findings/en/answers';
import { performance } from './findings/en/performance';
import { structure } from './findings/en/structure';
import { tables } from './findings/en/tables';
import { unchecked } from './findings/en/unchecked';
import type { Sentences } from './findings/sentences';

/** English sentences of every kind of finding. */
export const en = {
  ...tables,
  ...structure,
  ...codes,
  ...performance,
  ...answers,
  ...ledgerUnits,
  ...besideLedger,
  ...ledgerUnused,
  ...unchecked,
} satisfies Sentences;
