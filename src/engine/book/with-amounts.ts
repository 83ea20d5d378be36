import type { Decimal } from 'decimal.js';
import { convertMoney } from '../amount/money-unit';
import type { Book, Figure } from './book';

/** A figure that says another amount (in 万元); nothing is written in place of zero. */
export function withAmount(figure: Figure, value: Decimal): Figure {
  if (value.isZero()) return { ...figure, reading: { kind: 'blank' }, value };
  const inTable = convertMoney(value, '万元', figure.moneyUnit);
  const raw = inTable.toFixed();
  const decimals = inTable.decimalPlaces();
  return { ...figure, reading: { kind: 'amount', value: inTable, decimals, raw, asText: false }, value };
}

/** A book with other figures in place of some. */
export function bookWith(book: Book, now: (figures: readonly Figure[]) => readonly Figure[]): Book {
  return {
    ...book,
    tables: book.tables.map((table) => ({
      ...table,
      blocks: table.blocks.map((block) => ({ ...block, figures: block.figures.map(now) })),
    })),
    forms: book.forms.map((form) => ({
      ...form,
      amounts: form.amounts.map((amount) => ({ ...amount, figure: now([amount.figure])[0] ?? amount.figure })),
    })),
  };
}
