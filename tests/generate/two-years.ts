import { Decimal } from 'decimal.js';
import fc from 'fast-check';
import { recogniseBest } from '../../src/commands/check';
import type { ResolvedEdition } from '../../src/engine/edition/resolve';
import { bookSource } from '../../src/engine/source/book-source';
import type { Source } from '../../src/engine/source/source';
import { amountsOf, type Amounts } from '../narrative/amounts';
import type { Years } from '../narrative/laws';
import { department, type Department, type Payment } from './department';
import { layOut } from './layout';

/** A department this year and last. */
export interface TwoYears {
  readonly now: Department;
  readonly before: Department | undefined;
}

/** What it had last year: some of it the same, some more or less, some gone, some of it no more. */
export const twoYears: fc.Arbitrary<TwoYears> = fc
  .record({
    now: department,
    fates: fc.array(fc.constantFrom('same', 'same', 'more', 'less', 'hardly', 'none'), {
      minLength: 15,
      maxLength: 15,
    }),
    other: department,
    withOthers: fc.boolean(),
  })
  .map(({ now, fates, other, withOthers }) => ({
    now,
    before: {
      ...now,
      payments: [
        ...now.payments.flatMap((payment, index) => lastYear(payment, fates[index % fates.length] ?? 'same')),
        ...(withOthers ? other.payments : []),
      ],
    },
  }))
  .filter(({ before: { payments } }) => payments.length > 0);

function lastYear(payment: Payment, fate: string): readonly Payment[] {
  switch (fate) {
    case 'more':
      return [{ ...payment, cents: payment.cents * 2 }];
    case 'less':
      return [{ ...payment, cents: Math.ceil(payment.cents / 3) }];
    case 'hardly':
      return [{ ...payment, cents: payment.cents + 1 }];
    case 'none':
      return [];
    default:
      return [payment];
  }
}

/** The tables of a department as a source. */
export async function tablesOf(
  given: Department,
): Promise<{ readonly edition: ResolvedEdition; readonly source: Source }> {
  const recognised = await recogniseBest(layOut(given).snapshot, 'xinjiang-2021');
  if (!recognised) throw new Error('not recognised');
  return { edition: recognised.book.edition, source: bookSource(recognised.book) };
}

/** What the payments come to, in 万元. */
export const inWan = ({ payments }: Department): Amounts =>
  amountsOf(payments.map((payment) => ({ ...payment, amount: new Decimal(payment.cents).div(100) })));

export const truthOf = ({ now, before }: TwoYears): Years => ({ now: inWan(now), before: before && inWan(before) });
