import { Decimal } from 'decimal.js';
import type { Figure } from '../../book/book';
import type { Evaluated } from '../../equation/evaluate';
import { localise } from '../../localise/localise';
import type { Group } from '../../localise/system';
import { rankExplanations, type Ranked } from '../../localise/weights';
import type { CellRef } from '../../snapshot/address';
import type { FailedEquation } from '../equation-findings';
import type { FindingFacts } from '../facts';
import { plainAmount, quoted } from '../quote';
import { causeOf, wordFor } from './evidence';
import { waysByActs } from './acts';
import { causeFor, gravest, type CauseGroup } from './group';
import { factsOf, figuresOf, modelOf, type Model, type Repair } from './model';

/** Steps of the search: enough for the errors that people make, few enough that nobody waits. What is not settled by then is said to be open. */
const MOST_WORK = 400_000;
/** Every row of a table may hold two exchanged figures of two columns; only digits tell which. */
const MOST_ALTERNATIVES = 100;
/** More ties than these do not show where to look. */
const MOST_TIES = 8;
/** Among equally many cells: the share of all likelihood from which one of them is taken for the wrong one. */
const CLEAR_SHARE = 0.9;
/** How often the likeliest cell of a single failed equation is the wrong one (`npm run bench:localise`). */
const BY_DIGITS_ALONE = 0.8;

/**
 * Explains failed equations by the fewest cells that must be changed for all of them to hold while none that holds breaks.
 * Where that is too hard for all of them together, those that share figures are explained by themselves: one hard place is
 * no reason to say nothing of the others.
 */
export function cellGroups(failed: readonly FailedEquation[], evaluated: readonly Evaluated[]): readonly CauseGroup[] {
  const together = explained(failed, evaluated);
  const clusters = together.proved ? [] : clustersOf(failed);
  const groups =
    clusters.length > 1 ? clusters.flatMap((cluster) => explained(cluster, evaluated).groups) : together.groups;
  return withoutEmptiedRows(groups);
}

function explained(
  failed: readonly FailedEquation[],
  evaluated: readonly Evaluated[],
): { readonly groups: readonly CauseGroup[]; readonly proved: boolean } {
  if (failed.length === 0) return { groups: [], proved: true };
  const model = modelOf(failed, evaluated);
  const { groups, proved } = localise(model.system, { maxWork: MOST_WORK, maxAlternatives: MOST_ALTERNATIVES });
  return { groups: groups.flatMap((group) => explainedGroup(group, model)), proved };
}

/** By the fewest cells; where these leave it open, by the fewest mistakes, of which one may concern two cells. */
function explainedGroup(group: Group, model: Model): readonly CauseGroup[] {
  const byCells = groupsOf(group, model);
  if (byCells.some(({ suspect }) => suspect)) return byCells;
  const members = membersOf(group, model);
  const { ways, acts } = waysByActs(members, model);
  const [first, second] = ways;
  if (!first || members.length < acts) return byCells;
  if (!second) return determined(first, members);
  return byCells.length > 0 || ways.length > MOST_TIES ? byCells : [pairTie(ways, members)];
}

const membersOf = (group: Group, model: Model): readonly FailedEquation[] =>
  group.rows.flatMap((row) => model.failedAt[row] ?? []);

/** Failed equations that hang together by the figures they share. */
function clustersOf(failed: readonly FailedEquation[]): readonly (readonly FailedEquation[])[] {
  let clusters: { readonly members: FailedEquation[]; readonly figures: Set<Figure> }[] = [];
  for (const member of failed) {
    const own = [...member.equation.left, ...member.equation.right];
    const touching = clusters.filter(({ figures }) => own.some((figure) => figures.has(figure)));
    const merged = {
      members: [...touching.flatMap(({ members }) => members), member],
      figures: new Set([...touching.flatMap(({ figures }) => [...figures]), ...own]),
    };
    clusters = [...clusters.filter((cluster) => !touching.includes(cluster)), merged];
  }
  return clusters.map(({ members }) => members);
}

const ZERO = new Decimal(0);

/**
 * A row under a wrong code looks as if all of its money should not be there: that is no reason to delete it. One amount that
 * was typed where nothing belongs is another matter.
 */
function withoutEmptiedRows(groups: readonly CauseGroup[]): readonly CauseGroup[] {
  const emptied = new Map<string, number>();
  for (const { repaired } of groups) {
    if (!repaired?.value.isZero()) continue;
    const row = rowKey(repaired.figure.cell);
    emptied.set(row, (emptied.get(row) ?? 0) + 1);
  }
  return groups.filter(({ repaired }) => !repaired?.value.isZero() || emptied.get(rowKey(repaired.figure.cell)) === 1);
}

const rowKey = (cell: CellRef): string => `${cell.sheet}!${cell.row}`;

function groupsOf(group: Group, model: Model): readonly CauseGroup[] {
  const members = membersOf(group, model);
  if (!group.proved || group.more || members.length === 0) return [];
  const ranked = rankExplanations(group.alternatives, (variable) => factsOf(model.figures[variable]));
  const alternatives = ranked.flatMap((one) => repairsOf(one, model));
  const [first] = alternatives;
  if (!first || alternatives.length < ranked.length) return [];
  const [only, another] = members;
  if (only && !another && first.length === 1) return oneEquation(only, alternatives, ranked[0]?.share ?? 0);
  // As many free values as equations can always be made to fit: only where more fail than cells change is that evidence,
  // or where the values that fit are those of each other's cells.
  if (members.length < first.length || (members.length === first.length && !isOneAct(first))) return [];
  if (alternatives.length === 1) return determined(first, members);
  if ((ranked[0]?.share ?? 0) >= CLEAR_SHARE) return determined(first, members, alternatives);
  if (first.length === 1) return alternatives.length > MOST_TIES ? [] : [tieGroup(alternatives, members)];
  const pairs = likeliest(ranked, alternatives);
  return pairs.every(isOneAct) ? [pairTie(pairs, members)] : partlyDetermined(alternatives, members);
}

/**
 * A single equation is mended in any of its cells that nothing else holds. Where that is but one, its neighbours being confirmed by
 * the equations that hold, it is that one, unless it is a blank: what belongs there nobody has said. Of several only the digits can
 * tell, and where they do, that is no more than a guess to look at first. What is left within rounding, a floor that may be
 * exceeded by anything and a row that is not there say nothing about a cell.
 */
function oneEquation(
  member: FailedEquation,
  alternatives: readonly (readonly Repair[])[],
  share: number,
): readonly CauseGroup[] {
  const { equation, outcome, finding } = member;
  if (equation.op !== '=' || equation.missingRow || outcome.rank !== 'error') return [];
  const [best] = alternatives[0] ?? [];
  const isAlone = alternatives.length === 1 && best?.figure.value?.isZero() === false && !best.value.isZero();
  if (best && isAlone) return [cellGroup(best, [member], [member], 0, [])];
  const isLikely =
    share >= CLEAR_SHARE && alternatives.length > 1 && best !== undefined && best.evidence.kind !== 'other';
  const suggestion = best && plainAmount(best.value, best.figure.moneyUnit, best.figure.decimals);
  return [
    {
      members: [member],
      ...(isLikely && suggestion !== undefined
        ? {
            suspect: {
              cell: best.figure.cell,
              suggestion,
              cause: causeOf(best.evidence.kind),
              confidence: BY_DIGITS_ALONE,
            },
          }
        : {}),
      cause: causeFor('equation', [member], finding.facts, {
        severity: finding.severity,
        determined: false,
        confidence: isLikely ? BY_DIGITS_ALONE : 1 / alternatives.length,
        alternatives: alternatives.map(asAlternative),
      }),
    },
  ];
}

/** The fewest explanations that are together as likely as one that is taken for right. */
function likeliest(
  ranked: readonly Ranked[],
  alternatives: readonly (readonly Repair[])[],
): readonly (readonly Repair[])[] {
  let share = 0;
  return alternatives.filter((_repairs, index) => {
    if (share >= CLEAR_SHARE) return false;
    share += ranked[index]?.share ?? 0;
    return true;
  });
}

/** Two figures in each other's place, or one beside its own: two cells and one mistake. */
const isOneAct = (repairs: readonly Repair[]): boolean =>
  repairs.length === 2 && repairs.every(({ evidence: { kind } }) => kind === 'exchanged' || kind === 'misplaced');

/** What all explanations change alike is known, though one more cell is not. */
function partlyDetermined(
  alternatives: readonly (readonly Repair[])[],
  members: readonly FailedEquation[],
): readonly CauseGroup[] {
  const isKnown = (repair: Repair): boolean =>
    alternatives.every((repairs) =>
      repairs.some(({ figure, value }) => figure === repair.figure && value.equals(repair.value)),
    );
  const known = (alternatives[0] ?? []).filter(isKnown);
  const open = alternatives.map((repairs) => repairs.filter((repair) => !isKnown(repair)));
  const holds = (member: FailedEquation, repairs: readonly Repair[]): boolean =>
    repairs.some(({ figure }) => figuresOf(member).includes(figure));
  const ofOpen = members.filter((member) => !holds(member, known) && open.every((repairs) => holds(member, repairs)));
  const rest = members.filter((member) => !ofOpen.includes(member));
  if (known.length === 0 || open.length > MOST_TIES || open.some(({ length }) => length !== 1)) return [];
  if (ofOpen.length === 0 || rest.length <= known.length) return [];
  return [...determined(known, rest), tieGroup(open, ofOpen)];
}

/** The repairs of one alternative; none where a value stays open. */
function repairsOf({ changes, evidence }: Ranked, model: Model): readonly (readonly Repair[])[] {
  const repairs = changes.flatMap(({ variable, to }, index) => {
    const figure = model.figures[variable];
    const why = evidence[index];
    return figure && why && to.kind === 'value' && to.exact ? [{ figure, value: to.value, evidence: why }] : [];
  });
  return repairs.length === changes.length ? [repairs] : [];
}

/** Each cell is a cause of its own, with the failed equations that hold it; one that holds two goes with the larger change. */
function determined(
  repairs: readonly Repair[],
  members: readonly FailedEquation[],
  tied: readonly (readonly Repair[])[] = [],
): readonly CauseGroup[] {
  const bySize = [...repairs].sort((a, b) => changeOf(b).comparedTo(changeOf(a)));
  const owned = new Map<Repair, FailedEquation[]>(repairs.map((repair) => [repair, []]));
  const holdersOf = (member: FailedEquation): readonly Repair[] =>
    bySize.filter(({ figure }) => figuresOf(member).includes(figure));
  const speakers = speakersOf(bySize, members, holdersOf);
  for (const member of members) {
    const owner = speakers.get(member) ?? holdersOf(member)[0];
    if (owner) owned.get(owner)?.push(member);
  }
  const redundancy = members.length - repairs.length;
  return repairs.flatMap((repair) => {
    const own = owned.get(repair) ?? [];
    const touched = members.filter((member) => figuresOf(member).includes(repair.figure));
    return own.length > 0 ? [cellGroup(repair, own, touched, redundancy, tied)] : [];
  });
}

/** For each cell one failed equation that speaks for it, so that none goes unsaid because others share all of its equations. */
function speakersOf(
  repairs: readonly Repair[],
  members: readonly FailedEquation[],
  holdersOf: (member: FailedEquation) => readonly Repair[],
): ReadonlyMap<FailedEquation, Repair> {
  const speaks = new Map<FailedEquation, Repair>();
  // An equation that holds nothing but this cell's change is a better symptom of it than one that several share.
  const byHolders = members
    .map((member) => ({ member, holders: holdersOf(member) }))
    .sort((a, b) => a.holders.length - b.holders.length);
  const give = (repair: Repair, asked: Set<FailedEquation>): boolean =>
    byHolders.some(({ member, holders }) => {
      if (asked.has(member) || !holders.includes(repair)) return false;
      asked.add(member);
      const present = speaks.get(member);
      if (present && !give(present, asked)) return false;
      speaks.set(member, repair);
      return true;
    });
  for (const repair of repairs) give(repair, new Set());
  return speaks;
}

const changeOf = ({ figure, value }: Repair): Decimal => value.minus(figure.value ?? ZERO).abs();

/** `members` are its own symptoms; `touched` are all equations that fail because of it, those of another cause included. */
function cellGroup(
  repair: Repair,
  members: readonly FailedEquation[],
  touched: readonly FailedEquation[],
  redundancy: number,
  tied: readonly (readonly Repair[])[],
): CauseGroup {
  const { figure, value, evidence } = repair;
  const slip = wordFor(evidence.kind, figure, value);
  const unit = figure.moneyUnit;
  const expected = plainAmount(value, unit, figure.decimals);
  const facts: FindingFacts = {
    code: 'cell-determined',
    cell: quoted(figure, unit),
    expected,
    difference: plainAmount((figure.value ?? ZERO).minus(value), unit, figure.decimals),
    slip,
    settles: touched.length,
    moneyUnit: unit,
  };
  const confidence = tied.length > 0 ? 0.8 : confidenceOf(redundancy, evidence.kind !== 'other');
  // Of several cells that go together each is written by itself: what else explains them all is no other way for one.
  const others = tied.filter((repairs) => repairs.length === 1 && repairs[0] !== repair);
  return {
    members,
    repaired: { figure, value },
    suspect: { cell: figure.cell, suggestion: expected, cause: causeOf(evidence.kind), confidence },
    cause: causeFor('cell', members, facts, {
      severity: gravest(members),
      determined: others.length === 0,
      confidence,
      alternatives: [[repair], ...others].map(asAlternative),
    }),
  };
}

/** The more equations agree beyond what is needed, the surer; a slip of the hand that explains the digits adds to it. */
function confidenceOf(redundancy: number, explained: boolean): number {
  if (redundancy >= 2) return explained ? 0.98 : 0.95;
  return explained ? 0.95 : 0.9;
}

const asAlternative = (repairs: readonly Repair[]) =>
  repairs.map(({ figure, value }) => ({
    cell: figure.cell,
    suggestion: plainAmount(value, figure.moneyUnit, figure.decimals),
  }));

/** Two rows' sums may have been exchanged as well as their parts: which, the figures leave open. */
function pairTie(ways: readonly (readonly Repair[])[], members: readonly FailedEquation[]): CauseGroup {
  const [speaker] = members;
  if (!speaker) throw new Error('a cause without failed equations');
  return {
    members,
    cause: causeFor('pair', members, speaker.finding.facts, {
      severity: gravest(members),
      determined: false,
      confidence: 1 / ways.length,
      alternatives: ways.map(asAlternative),
    }),
  };
}

function tieGroup(alternatives: readonly (readonly Repair[])[], members: readonly FailedEquation[]): CauseGroup {
  const cells = alternatives.flatMap((repairs) => repairs.map(({ figure }) => figure));
  const unit = cells[0]?.moneyUnit ?? '万元';
  const facts: FindingFacts = {
    code: 'cell-tie',
    cells: cells.map((figure) => quoted(figure, figure.moneyUnit)),
    difference: plainAmount(members[0]?.outcome.difference.abs() ?? ZERO, unit, cells[0]?.decimals ?? 2),
    settles: members.length,
    moneyUnit: unit,
  };
  return {
    members,
    cause: causeFor('cell', members, facts, {
      severity: gravest(members),
      determined: false,
      confidence: 1 / alternatives.length,
      alternatives: alternatives.map(asAlternative),
    }),
  };
}
