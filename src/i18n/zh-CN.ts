import { codes } from './findings/zh-CN/codes';
import { besideLedger } from './findings/zh-CN/beside-ledger';
import { ledgerUnits } from './findings/zh-CN/ledger-units';
import { ledgerUnused } from './findings/zh-CN/ledger-unused';
import { answers } from './findings/zh-CN/answers';
import { performance } from './findings/zh-CN/performance';
import { structure } from './findings/zh-CN/structure';
import { tables } from './findings/zh-CN/tables';
import { unchecked } from './findings/zh-CN/unchecked';
import type { Sentences } from './findings/sentences';

/** Chinese sentences of every kind of finding. */
export const zhCN = {
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
