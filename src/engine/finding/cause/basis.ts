import type { Decimal } from 'decimal.js';
import { figuresOf, type Book, type Figure } from '../../book/book';
import { cellKey } from '../../snapshot/address';
import { figuresOf as figuresOfFailed, type FailedEquation } from '../equation-findings';
import type { FindingFacts } from '../facts';
import { plainAmount, quoted } from '../quote';
import { causeFor, cellsOfFailedParts, gravestOf, type CauseGroup } from './group';
import type { Following } from './follow';
import { tablesOf } from './misplaced';

/** Fewer comparisons than these may be off because of one cell. */
const FEWEST_COMPARISONS = 2;

/**
 * Several comparisons between two tables, off by one and the same amount, while each table by itself is in order at these
 * cells: one of them stands on another basis. Where `unless` says so of the comparisons, they are left to others.
 */
export function basisGroups(
  open: Set<FailedEquation>,
  book: Book,
  unless: (members: readonly FailedEquation[]) => boolean = () => false,
): readonly CauseGroup[] {
  const unsettled = cellsOfFailedParts(open);
  const byTablesAndAmount = new Map<string, FailedEquation[]>();
  for (const member of open) {
    if (
      member.equation.because.kind !== 'same' ||
      member.equation.right.length === 0 ||
      member.equation.left.length === 0
    )
      continue;
    // A blank stands on no basis at all.
    if ([...member.equation.left, ...member.equation.right].some(({ reading }) => reading.kind === 'blank')) continue;
    if (member.finding.cells.some((cell) => unsettled.has(cellKey(cell)))) continue;
    const key = `${tablesOf(member)}|${member.outcome.difference.toFixed()}`;
    const known = byTablesAndAmount.get(key);
    if (known) known.push(member);
    else byTablesAndAmount.set(key, [member]);
  }
  return [...byTablesAndAmount.values()]
    .filter((members) => members.length >= FEWEST_COMPARISONS && !unless(members))
    .map((members) => {
      for (const member of members) open.delete(member);
      return basisGroup(members, book);
    });
}

/**
 * Comparisons that may be off because of one cell: one lies behind all of them, being added up by formulas, or what their figures
 * are compared with elsewhere is off by the same amount.
 */
export function mayBeOneCell(
  members: readonly FailedEquation[],
  open: ReadonlySet<FailedEquation>,
  { answerOf }: Following,
): boolean {
  const [first, ...others] = members.map(({ equation }) => answerOf(equation));
  if ([...(first?.keys() ?? [])].some((figure) => others.every((answer) => answer.has(figure)))) return true;
  const own = new Set(members);
  const figures = new Set(members.flatMap(figuresOfFailed));
  const amount = members[0]?.outcome.difference.abs();
  return [...open].some(
    (other) =>
      !own.has(other) &&
      amount?.equals(other.outcome.difference.abs()) === true &&
      figuresOfFailed(other).some((figure) => figures.has(figure)),
  );
}

function basisGroup(members: readonly FailedEquation[], book: Book): CauseGroup {
  // The widest scope speaks for the rest: the total, not one of its rows.
  const speaker = [...members].sort((a, b) => widthOf(a) - widthOf(b))[0] ?? members[0];
  const first = speaker?.equation.left[0];
  const second = speaker?.equation.right[0];
  if (!speaker || !first || !second) throw new Error('a group of comparisons without figures');
  const unit = first.moneyUnit;
  const also = explainingFigure(first, speaker.outcome.difference.abs(), book);
  const facts: FindingFacts = {
    code: 'table-basis',
    first: quoted(first, unit),
    second: quoted(second, unit),
    difference: plainAmount(speaker.outcome.difference, unit, first.decimals),
    count: members.length,
    also: also && quoted(also.figure, unit),
    alsoMember: also?.member,
    moneyUnit: unit,
  };
  const ordered = [speaker, ...members.filter((member) => member !== speaker)];
  return {
    members: ordered,
    doubtful: ordered.flatMap(({ finding }) => finding.cells),
    cause: causeFor('table', ordered, facts, {
      severity: gravestOf(ordered),
      determined: false,
      confidence: also ? 0.8 : 0.5,
      alternatives: [],
    }),
  };
}

const widthOf = ({ equation }: FailedEquation): number => Object.keys(equation.left[0]?.scope.at ?? {}).length;

/**
 * A figure that holds just the difference under another member of a dimension that the comparison is bound to: what is
 * too much is what came from another fund.
 */
function explainingFigure(
  compared: Figure,
  amount: Decimal,
  book: Book,
): { readonly figure: Figure; readonly member: string } | undefined {
  if (amount.isZero()) return undefined;
  const { parentOf } = book.edition.dimensions;
  for (const figure of figuresOf(book)) {
    const dimensions = Object.keys(figure.scope.at);
    if (dimensions.length > 2 || !figure.value?.equals(amount)) continue;
    for (const dimension of dimensions) {
      const own = compared.scope.at[dimension];
      const other = figure.scope.at[dimension];
      if (own === undefined || other === undefined || own === other) continue;
      if (parentOf(dimension, own) !== undefined && parentOf(dimension, other) !== undefined)
        return { figure, member: other };
    }
  }
  return undefined;
}
