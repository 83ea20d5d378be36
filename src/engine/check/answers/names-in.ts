import { Decimal } from 'decimal.js';
import { amountIn, convertMoney } from '../../amount/money-unit';
import { readAmount } from '../../amount/read-amount';
import { normaliseText } from '../../text/normalise';

/** How many there may be: from the fewest to the most, one number where it is clear. */
export interface Range {
  readonly fewest: number;
  readonly most: number;
}

/**
 * How many names an answer lists: parted by 、 or the like. Words that may join two names or belong to one (文化和旅游科) count both
 * ways; what stands in brackets counts for nothing, and after 等 there may be any number of others.
 */
export function namesIn(text: string): Range {
  const names = text
    .split(/[\r\n]+/)
    .flatMap((line) =>
      stripEnumeration(line)
        .replace(/[(（][^()（）]*[)）]/g, '')
        .split(/[、,，;；。]/),
    )
    .map((name) => name.trim())
    .filter((name) => name !== '');
  const isOpen = /等(?:\d+[个家]?.{0,6})?$/.test(names.at(-1) ?? '');
  const joined = names.reduce((sum, name) => sum + (name.match(/[和及与]|\s+/g)?.length ?? 0), 0);
  return { fewest: names.length, most: isOpen ? Infinity : names.length + joined };
}

/** A line without its number; the words in it are left as they are typed. */
function stripEnumeration(line: string): string {
  return line.replace(
    /^\s*(?:[(（]?\d+[)）]?[.．、]?|[(（][一二三四五六七八九十]+[)）]|[一二三四五六七八九十]+、)\s*(?=\D)/,
    '',
  );
}

const AMOUNT = /\d[\d,]*(?:\.\d+)?(?:万元|元)/g;
const NESTED = /其中|包括|包含|含|共计|合计|总计|共|每|标准/;

/** An amount, and by how much it may differ from it as it was rounded. */
export interface StatedSum {
  readonly amount: Decimal;
  readonly rounding: Decimal;
}

/**
 * What the amounts that an answer names come to, in 万元: their sum; the largest of them where words say that some are parts of others, or
 * no amounts of the whole at all. Undefined where it names none.
 */
export function amountsIn(text: string): StatedSum | undefined {
  const flat = normaliseText(text);
  const amounts = (flat.match(AMOUNT) ?? []).flatMap((found): readonly StatedSum[] => {
    const reading = readAmount(found);
    if (reading.kind !== 'amount') return [];
    const unit = reading.suffix ?? '万元';
    const last = new Decimal(10).pow(-(/\.(\d+)/.exec(found)?.[1]?.length ?? 0));
    return [{ amount: amountIn(reading, '万元'), rounding: convertMoney(last, unit, '万元').div(2) }];
  });
  if (amounts.length === 0) return undefined;
  const whole = NESTED.test(flat)
    ? amounts
        .slice()
        .sort((a, b) => b.amount.comparedTo(a.amount))
        .slice(0, 1)
    : amounts;
  return {
    amount: Decimal.sum(...whole.map(({ amount }) => amount)),
    rounding: Decimal.sum(...whole.map(({ rounding }) => rounding)),
  };
}
