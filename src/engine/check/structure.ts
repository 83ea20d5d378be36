import type { Check } from './check';
import { columnMissing } from './structure/column-missing';
import { columnUnread } from './structure/column-unread';
import { department } from './structure/department';
import { emptyContradiction } from './structure/empty-contradiction';
import { emptyNote } from './structure/empty-note';
import { emptyWrong } from './structure/empty-wrong';
import { externalLink } from './structure/external-link';
import { formulaError } from './structure/formula-error';
import { hidden } from './structure/hidden';
import { hiddenPrecision } from './structure/hidden-precision';
import { labelNear } from './structure/label-near';
import { negative } from './structure/negative';
import { notNumber } from './structure/not-number';
import { notRecalculated } from './structure/not-recalculated';
import { orderCodes } from './structure/order-codes';
import { placeholder } from './structure/placeholder';
import { rowUnread } from './structure/row-unread';
import { tableMissing } from './structure/table-missing';
import { tableTwice } from './structure/table-twice';
import { textNumber } from './structure/text-number';
import { title } from './structure/title';
import { titleYear } from './structure/title-year';
import { totalRow } from './structure/total-row';
import { typedTotal } from './structure/typed-total';
import { unitForeign } from './structure/unit-foreign';
import { unitMissing } from './structure/unit-missing';
import { unitMixed } from './structure/unit-mixed';
import { unitSuffix } from './structure/unit-suffix';

/** What a workbook should hold, and cells that are not what they look like. */
export const structureChecks: readonly Check[] = [
  tableMissing,
  tableTwice,
  title,
  titleYear,
  unitMissing,
  unitMixed,
  unitForeign,
  unitSuffix,
  department,
  columnMissing,
  columnUnread,
  totalRow,
  rowUnread,
  labelNear,
  emptyNote,
  emptyContradiction,
  emptyWrong,
  placeholder,
  hidden,
  formulaError,
  externalLink,
  notRecalculated,
  typedTotal,
  textNumber,
  notNumber,
  hiddenPrecision,
  negative,
  orderCodes,
];
