import { Decimal } from 'decimal.js';
import { amountIn } from '../../amount/money-unit';
import { readAmount } from '../../amount/read-amount';
import { answerTo, type Answers } from '../../asked/answers';
import { readPriorRows } from '../../asked/read-prior';
import type { AskedTerm } from '../../edition/asked-relations';
import type { ResolvedEdition } from '../../edition/resolve';
import type { AskedRelation } from '../../edition/text';
import type { AnswerSaid } from '../../finding/facts';
import { membersAt, type Members } from '../../scope/scope';
import type { CellRef } from '../../snapshot/address';
import type { Snapshot } from '../../snapshot/snapshot';
import type { Source } from '../../source/source';
import { amountsIn, namesIn } from './names-in';

/** What is asked, of the department or of one project, and what the tables tell. */
export interface AskedAbout {
  readonly answers: Answers;
  readonly snapshot: Snapshot;
  readonly edition: ResolvedEdition;
  readonly project: string | undefined;
  now(): Source;
}

/** A side of a relation: a number, or from the least to the most that it may be. */
export interface Side {
  readonly low: Decimal;
  readonly high: Decimal;
  readonly cells: readonly CellRef[];
  readonly said: AnswerSaid;
}

interface Told {
  readonly low: Decimal;
  readonly high: Decimal;
  readonly cells: readonly CellRef[];
  readonly name: string;
  readonly says: string;
  readonly measure: string;
  readonly counted?: AnswerSaid['counted'];
}

/** The terms of a side added up; undefined where one of them was not answered, or cannot be read: that is said elsewhere. */
export function sideOf(terms: readonly AskedTerm[], about: AskedAbout, relation: AskedRelation): Side | undefined {
  const told = terms.map((term) => termTold(term, about, relation));
  const known = told.filter((one) => one !== undefined);
  const [first] = known;
  const cell = first?.cells[0];
  if (!first || !cell || known.length < told.length) return undefined;
  const low = Decimal.sum(...known.map((one) => one.low));
  const high = Decimal.sum(...known.map((one) => one.high));
  return {
    low,
    high,
    cells: known.flatMap(({ cells }) => cells),
    said: {
      cell,
      table: cell.sheet,
      row: first.name,
      names: known.map(({ name }) => name),
      says: known.length === 1 ? first.says : low.toFixed(),
      measure: first.measure,
      ...(first.counted === undefined ? {} : { counted: first.counted }),
      ...(known.length === 1 ? {} : { each: known.map(({ name, says, measure }) => ({ name, says, measure })) }),
    },
  };
}

function termTold(term: AskedTerm, about: AskedAbout, relation: AskedRelation): Told | undefined {
  const { answers, edition, project } = about;
  if (term.kind === 'prior') return priorTold(about);
  if (term.kind === 'table') return relation.table && tableTold(relation.table, about);
  if (term.kind === 'project')
    return project === undefined ? undefined : projectTold(project, relation.project ?? [], about);
  const { fact } = term;
  const isOfProject = edition.text?.asks.get(fact.id) !== fact;
  const answer = answerTo(answers, fact, isOfProject ? project : undefined);
  // What the edition says instead of a blank was not answered by anybody.
  if (!answer.cell) return undefined;
  const times = (term.kind === 'answer' && term.times) || 1;
  // Twice nothing is no measure of anything.
  if (times > 1 && answer.kind === 'count' && answer.value.isZero()) return undefined;
  const label = times === 1 ? fact.label : `${fact.label}的${times}倍`;
  const name = isOfProject && project !== undefined ? `${project}·${label}` : label;
  const at = { cells: [answer.cell], name };
  const number = (low: Decimal, says: string, measure: string, high = low): Told => ({
    ...at,
    low,
    high,
    says,
    measure,
  });
  switch (answer.kind) {
    case 'amount':
      return number(answer.value.times(times), answer.value.times(times).toFixed(), '万元');
    case 'count': {
      const value = answer.value.times(times);
      return number(value, value.toFixed(), fact.measure ?? '');
    }
    case 'yes-no':
      return number(new Decimal(answer.yes ? 1 : 0), answer.yes ? '是' : '否', '');
    case 'none':
      return term.kind === 'names' ? { ...number(new Decimal(0), '0', ''), counted: 'names' } : undefined;
    case 'text': {
      if (term.kind === 'names') {
        const { fewest, most } = namesIn(answer.text);
        return { ...number(new Decimal(fewest), String(fewest), '', new Decimal(most)), counted: 'names' };
      }
      const stated = amountsIn(answer.text);
      if (!stated) return undefined;
      const { amount, rounding } = stated;
      const sides = [amount.minus(rounding), amount.toFixed(), '万元', amount.plus(rounding)] as const;
      return { ...number(...sides), counted: 'amounts' };
    }
    case 'blank':
    case 'unreadable':
      return undefined;
  }
}

/** The first of last year's figures that is an amount other than zero. */
function priorTold({ snapshot }: AskedAbout): Told | undefined {
  for (const { table, name, column, value, cell } of readPriorRows(snapshot)) {
    const reading = readAmount(value);
    if (reading.kind !== 'amount' || reading.value.isZero()) continue;
    const amount = amountIn(reading, '万元');
    const what = [...new Set([table, name, column])].join('');
    return { low: amount, high: amount, cells: [cell], name: what, says: amount.toFixed(), measure: '万元' };
  }
  return undefined;
}

/** A figure of the tables; undefined where they do not tell it. A blank is nothing once they have what it would be a part of. */
function tableTold(
  { scope, label }: NonNullable<AskedRelation['table']>,
  { edition, now }: AskedAbout,
): Told | undefined {
  const told = now().told(scope);
  if (!told || told.cells.length === 0 || (told.blank && !hasWhole(scope, edition, now()))) return undefined;
  const { value, cells } = told;
  const said = { name: label, says: value.toFixed(), measure: '万元', counted: 'table' as const };
  return { low: value, high: value, cells: cells.slice(0, 1), ...said };
}

/** Whether the tables have the amount that one at a scope would be a part of, however it is divided: of 公用经费 all expenditure. */
function hasWhole(scope: Members, { dimensions }: ResolvedEdition, now: Source): boolean {
  const whole = Object.entries(scope).filter(
    ([dimension, member]) => dimensions.parentOf(dimension, member) === undefined,
  );
  return whole.length < Object.keys(scope).length && now.told(Object.fromEntries(whole))?.value.isZero() === false;
}

/** The amount of a project, at the first scope that the tables tell. */
function projectTold(
  project: string,
  scopes: NonNullable<AskedRelation['project']>,
  { edition, now }: AskedAbout,
): Told | undefined {
  const open = [...edition.dimensions.byId.values()].find(({ kind }) => kind === 'open');
  if (!open) return undefined;
  for (const scope of scopes) {
    const told = now().told(membersAt(scope, { [open.id]: project }));
    if (!told || told.blank || told.cells.length === 0) continue;
    return {
      low: told.value,
      high: told.value,
      cells: told.cells.slice(0, 1),
      name: project,
      says: told.value.toFixed(),
      measure: '万元',
    };
  }
  return undefined;
}
