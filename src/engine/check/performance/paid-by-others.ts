import { Decimal } from 'decimal.js';
import type { Book, Figure, RecognisedForm } from '../../book/book';
import { scopeAt, type DimensionId, type Member, type Members } from '../../scope/scope';
import { bookSource } from '../../source/book-source';
import { isNonZero } from '../look';

/**
 * True where none of a form's money is what a table covers: a project that is paid for by other means is not listed among those of the
 * general public budget. Said by an amount of the form for that fund, or for one that it is a part of, that is zero or blank beside others.
 */
export function isOutside(form: RecognisedForm, within: Members, { edition }: Book): boolean {
  const figures = form.amounts.map(({ figure }) => figure);
  if (!figures.some(isNonZero)) return false;
  return figures.some(
    (figure) =>
      !isNonZero(figure) &&
      figure.reading.kind !== 'unreadable' &&
      Object.entries(figure.scope.at).some(([dimension, member]) => {
        let at: string | undefined = within[dimension];
        const isOwn = form.declared.scope[dimension] !== undefined;
        while (at !== undefined && at !== '' && at !== member) at = edition.dimensions.parentOf(dimension, at);
        return !isOwn && at === member;
      }),
  );
}

/**
 * The forms that may be of projects which no table lists: their amounts are of a whole (财政拨款) of which the tables of projects cover one
 * part (一般公共预算), other parts have money too, and it is enough for them. Where it is enough for all of them but one, that one is left out.
 */
export function payableByOthers(
  forms: readonly RecognisedForm[],
  withins: readonly Members[],
  book: Book,
): ReadonlySet<RecognisedForm> {
  const asked = forms.flatMap((form) => {
    const amount = form.amounts
      .map(({ figure }) => figure)
      .find((figure) => isNonZero(figure) && withins.every((within) => otherParts(figure, within, book).length > 0));
    return amount ? [{ form, figure: amount, value: amount.value ?? ZERO }] : [];
  });
  const [first] = asked;
  const [within] = withins;
  if (!first || !within) return new Set();
  const money = otherMoney(first.form, otherParts(first.figure, within, book), book);
  const payable = asked.filter(({ value }) => value.lte(money));
  const excess = payable.reduce((sum, { value }) => sum.plus(value), ZERO).minus(money);
  const tooMuch = excess.gt(ZERO) ? payable.filter(({ value }) => value.equals(excess)) : [];
  return new Set(
    payable.filter(({ form }) => tooMuch.length !== 1 || form !== tooMuch[0]?.form).map(({ form }) => form),
  );
}

const ZERO = new Decimal(0);

interface Part {
  readonly dimension: DimensionId;
  readonly member: Member;
}

/** The parts of what a figure means that a table does not cover: of 财政拨款 the funds beside 一般公共预算. */
function otherParts({ scope }: Figure, within: Members, { edition }: Book): readonly Part[] {
  const { dimensions } = edition;
  return Object.entries(within).flatMap(([dimension, member]) => {
    const whole = dimensions.parentOf(dimension, member);
    if (whole === undefined || scope.at[dimension] !== whole) return [];
    const parts = dimensions.partsOf(dimension, whole);
    return parts.filter((part) => part !== member).map((part) => ({ dimension, member: part }));
  });
}

/** What the other parts have for projects, in 万元: at most, where only all of their expenditure is told. */
function otherMoney({ declared }: RecognisedForm, parts: readonly Part[], book: Book): Decimal {
  const spending = parts.filter(({ dimension, member }) => isAnywhere(book, dimension, member));
  if (spending.length === 0) return ZERO;
  const source = bookSource(book);
  const { parentOf } = book.edition.dimensions;
  const wider = Object.fromEntries(
    Object.entries(declared.scope).filter(([id, member]) => parentOf(id, member) !== ''),
  );
  let sum = ZERO;
  for (const { dimension, member } of spending) {
    const part = { [dimension]: member };
    const told = source.told(scopeAt(declared.scope, part).at) ?? source.told(scopeAt(wider, part).at);
    if (told) sum = sum.plus(told.value);
  }
  return sum;
}

/** Whether a member has any money at all: most departments have but one fund, and need not be asked further. */
function isAnywhere({ tables }: Book, dimension: DimensionId, member: Member): boolean {
  return tables.some(({ blocks }) =>
    blocks.some(({ figures }) =>
      figures.some((row) => row.some((figure) => figure.scope.at[dimension] === member && isNonZero(figure))),
    ),
  );
}
