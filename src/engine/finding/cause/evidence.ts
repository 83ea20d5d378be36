import type { Decimal } from 'decimal.js';
import { commonPlaces } from '../../amount/interval';
import type { Figure } from '../../book/book';
import { handSlip } from '../../localise/slips';
import type { MistakeKind } from '../../localise/weights';
import type { Slip } from '../facts';
import type { SuspectCause } from '../finding';

const CAUSES: Readonly<Record<MistakeKind, SuspectCause>> = {
  digit: 'typing',
  swapped: 'typing',
  dropped: 'typing',
  doubled: 'typing',
  point: 'typing',
  sign: 'sign',
  omission: 'omission',
  misplaced: 'misplaced',
  exchanged: 'swapped',
  unit: 'unit',
  rounding: 'rounding',
  other: 'arithmetic',
};

/** The cause under which a change is reported. */
export function causeOf(kind: MistakeKind): SuspectCause {
  return CAUSES[kind];
}

/** What a sentence says of a change; undefined where nothing explains how it came about. */
export function wordFor(kind: MistakeKind, figure: Figure, meant: Decimal): Slip | undefined {
  switch (kind) {
    case 'omission':
      return 'blank';
    case 'rounding':
      return figure.value && handSlip(figure.value, meant, commonPlaces(figure.decimals, figure.moneyUnit));
    case 'misplaced':
    case 'exchanged':
    case 'other':
      return undefined;
    case 'digit':
    case 'swapped':
    case 'dropped':
    case 'doubled':
    case 'point':
    case 'sign':
    case 'unit':
      return kind;
  }
}
