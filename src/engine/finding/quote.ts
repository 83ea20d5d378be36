import type { Decimal } from 'decimal.js';
import { formatAmount } from '../amount/format';
import { convertMoney } from '../amount/money-unit';
import type { MoneyUnit } from '../amount/reading';
import type { Figure } from '../book/book';
import { isGenericName } from '../classification/names';
import { readable, stripTrailingBracket } from '../text/normalise';
import type { Place, Quoted } from './facts';

/** An amount in 万元 as a plain decimal in another unit: all its digits, and at least `decimals` after the point. */
export function plainAmount(value: Decimal, unit: MoneyUnit, decimals: number): string {
  const converted = convertMoney(value, '万元', unit);
  return formatAmount(converted, Math.max(decimals, converted.decimalPlaces()));
}

/** Platforms append the 款 to names that repeat under every one: 行政运行（政府办公厅…）. In a sentence that is too much. */
export function shortName(name: string): string {
  return readable(isGenericName(name) ? stripTrailingBracket(name) : name);
}

/** A cell of a table as a sentence names it. */
export function placeOf({
  cell,
  table,
  rowName,
  rowWritten,
  columnName,
}: Pick<Figure, 'cell' | 'table' | 'rowName' | 'rowWritten' | 'columnName'>): Place {
  const row = rowWritten ?? (rowName === undefined ? undefined : shortName(rowName));
  return {
    cell,
    table,
    ...(row === undefined ? {} : { row }),
    ...(columnName === undefined ? {} : { column: readable(columnName) }),
  };
}

/** A figure as a sentence quotes it: its place and, unless it is blank, its amount in the given unit. */
export function quoted(figure: Figure, unit: MoneyUnit): Quoted {
  const place = placeOf(figure);
  if (figure.reading.kind === 'blank' || figure.value === undefined) return place;
  return { ...place, amount: plainAmount(figure.value, unit, figure.decimals) };
}
