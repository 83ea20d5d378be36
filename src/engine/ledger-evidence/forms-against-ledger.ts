import { isBlank, type Figure, type RecognisedForm } from '../book/book';
import { groupBy } from '../lists/group-by';
import { onceOfTwo } from '../memo/once';
import { scopeAt } from '../scope/scope';
import { differs, type AgainstLedger } from './against-ledger';
import type { StandingLedger } from './standing-ledger';

/** The performance tables held against the ledger, all together: each says little. */
export interface FormsAgainstLedger {
  readonly forms: readonly RecognisedForm[];
  /** Typed amounts that are not what the ledger gives for the project. */
  readonly differing: readonly AgainstLedger[];
  /** Typed amounts that are. */
  readonly agreeing: ReadonlySet<Figure>;
  /** Amounts that nothing in their form divides, of which either says something, and those of them that differ. */
  readonly compared: number;
  readonly apart: number;
}

/**
 * Holds performance tables against the ledger, those of a project that it knows by this name, and that has one of them: once, as long as
 * both are the same.
 */
export const formsAgainstLedger = onceOfTwo(compare);

function compare(forms: readonly RecognisedForm[], ledger: StandingLedger): FormsAgainstLedger {
  const held = groupBy(forms, ({ subject }) => subject?.text ?? '').flatMap(([form, ...others]) =>
    others.length === 0 && isKnown(form, ledger) ? [form] : [],
  );
  const told = held.flatMap((form) => toldIn(form, ledger));
  const differing = told.filter((one) => differs(one, ledger));
  const isApart = new Set(differing);
  const leaves = told.filter(({ isLeaf, figure, told: { value } }) => isLeaf && !(isNothing(figure) && value.isZero()));
  return {
    forms: held,
    differing,
    agreeing: new Set(told.flatMap((one) => (isApart.has(one) || isNothing(one.figure) ? [] : [one.figure]))),
    compared: leaves.length,
    apart: leaves.filter((one) => isApart.has(one)).length,
  };
}

const isNothing = ({ value }: Figure): boolean => value?.isZero() !== false;

/** Of a project that the ledger calls otherwise nothing is known. */
function isKnown({ declared, subject }: RecognisedForm, { source }: StandingLedger): boolean {
  if (!subject || subject.text === '') return false;
  const told = source.told(scopeAt(declared.scope, { [declared.subject.dimension]: subject.text }).at);
  return told !== undefined && told.cells.length > 0;
}

/** The typed amounts of a form; of one that is still to be filled in nothing. */
function toldIn({ amounts }: RecognisedForm, ledger: StandingLedger): readonly AgainstLedger[] {
  const figures = amounts.map(({ figure }) => figure);
  if (figures.every(isBlank)) return [];
  return figures.flatMap((figure): readonly AgainstLedger[] => {
    if (figure.value === undefined || figure.formula !== undefined) return [];
    const told = ledger.source.told(figure.scope.at);
    return told ? [{ figure, told, isLeaf: !figures.some((other) => isPartOf(other, figure)) }] : [];
  });
}

/** Whether an amount of a form is told more narrowly than another: 财政拨款 of 年度资金总额. */
function isPartOf({ scope: { at: part } }: Figure, { scope: { at: whole } }: Figure): boolean {
  const dimensions = Object.keys(whole);
  return Object.keys(part).length > dimensions.length && dimensions.every((dimension) => dimension in part);
}
