import { Decimal } from 'decimal.js';
import { answerTo, type Answer } from '../asked/answers';
import type { AskedFact, ChangeWords } from '../edition/text';
import { printed } from './change';
import { changeOfCountSpans, changeSpans, reasonSpans, type Compared } from './comparison';
import { amountSpans, figure } from './figures';
import type { Material } from './material';
import { leadOf, missingFact, missingSum } from './missing';
import type { FigureCell } from './narration';
import type { Place } from './place';
import { words, type Said } from './said';

/** An asked amount or count of this year, and the one of last year. */
export interface FactPair {
  readonly fact: AskedFact;
  readonly before: AskedFact;
}

/** What was answered to a question, of the project where it is one of a project's. */
export function answerAt({ answers, text }: Material, fact: AskedFact, place: Place): Answer {
  return answerTo(answers.facts, fact, projectOf({ text }, fact, place));
}

function projectOf({ text }: Pick<Material, 'text'>, fact: AskedFact, place: Place): string | undefined {
  return text.asks.get(fact.id) === fact ? undefined : place.project;
}

/** The answer with its unit; a mark where there is none. */
export function factSpans(material: Material, fact: AskedFact, place: Place): readonly Said[] {
  const answer = answerAt(material, fact, place);
  switch (answer.kind) {
    case 'blank':
    case 'unreadable':
      return [open(material, fact, place, answer)];
    case 'none':
      if (isNoAnswer(fact, answer))
        return [
          open(material, fact, place, { kind: 'unreadable', raw: answer.text, wanted: 'something', cell: answer.cell }),
        ];
      return saidSpans(answer);
    case 'text':
      return saidSpans(answer);
    case 'yes-no':
      return [words(answer.yes ? '是' : '否')];
    case 'amount':
    case 'count':
      return numberSpans(material, fact, answer.value, cellsOf(answer));
  }
}

/** Whether 无 was answered to what cannot be 无: the duties of a department, what money is used for. */
export const isNoAnswer = ({ neverNone }: AskedFact, { kind }: Answer): boolean =>
  neverNone === true && kind === 'none';

const saidSpans = ({ text, cell }: Extract<Answer, { readonly text: string }>): readonly Said[] => [
  cell ? { kind: 'words-of-person', text, from: cell } : words(text),
];

/** An asked amount of a budget: that nothing is arranged is said in words. */
export function arrangedSpans(material: Material, fact: AskedFact, place: Place): readonly Said[] {
  const answer = answerAt(material, fact, place);
  return answer.kind === 'amount' && answer.value.isZero()
    ? [words(material.phrases.nothing)]
    : factSpans(material, fact, place);
}

/** The answers added up; a mark that names those that are open, where there are any: what the others come to is no total. */
export function sumSpans(material: Material, facts: readonly AskedFact[], place: Place): readonly Said[] {
  const answers = facts.map((fact) => ({ fact, answer: answerAt(material, fact, place) }));
  const missing = answers.filter(({ answer }) => !isNumber(answer));
  if (missing.length > 0) {
    const parts = missing.map(({ fact, answer }) => ({ fact, project: projectOf(material, fact, place), answer }));
    return [missingSum(material, parts, place)];
  }
  const cells: FigureCell[] = [];
  let sum = new Decimal(0);
  for (const { answer } of answers) {
    if (!isNumber(answer)) continue;
    // The parts are printed beside it: they add up as they are printed.
    sum = sum.plus(answer.kind === 'amount' ? printed(answer.value, material.phrases.decimals) : answer.value);
    cells.push(...cellsOf(answer));
  }
  return facts[0] ? numberSpans(material, facts[0], sum, cells) : [];
}

/** How an asked amount, or a count, changed. */
export function factChangeSpans(material: Material, pair: FactPair, said: ChangeWords, place: Place): readonly Said[] {
  if (material.isNew) return [words(said.noPrior)];
  const compared = comparedFacts(material, pair, place);
  if (!('open' in compared)) {
    return pair.fact.kind === 'count'
      ? changeOfCountSpans(material, compared, [words(pair.fact.measure ?? '')])
      : changeSpans(material, compared, said);
  }
  // This year's is marked where it stands itself.
  return compared.open === 'now' ? [] : [...leadOf(said), open(material, pair.before, place, compared.answer)];
}

/** Why it changed. */
export function factReasonSpans(material: Material, pair: FactPair, place: Place): readonly Said[] {
  const compared = material.isNew ? undefined : comparedFacts(material, pair, place);
  if (!compared || 'open' in compared) return [];
  const { id, label, kind } = pair.fact;
  return reasonSpans(material, compared, { id, about: label, of: kind === 'amount' ? 'amount' : 'count' }, place);
}

function comparedFacts(
  material: Material,
  { fact, before }: FactPair,
  place: Place,
): Compared | { readonly open: 'now' | 'before'; readonly answer: Answer } {
  const now = answerAt(material, fact, place);
  if (!isNumber(now)) return { open: 'now', answer: now };
  const then = answerAt(material, before, place);
  if (!isNumber(then)) return { open: 'before', answer: then };
  return { now: now.value, before: then.value, scope: {}, cells: [...cellsOf(now), ...cellsOf(then)] };
}

type NumberAnswer = Extract<Answer, { readonly value: Decimal }>;

const isNumber = (answer: Answer): answer is NumberAnswer => answer.kind === 'amount' || answer.kind === 'count';

function numberSpans(
  material: Material,
  fact: AskedFact,
  value: Decimal,
  cells: readonly FigureCell[],
): readonly Said[] {
  if (fact.kind === 'amount') return amountSpans(material, value, { scope: {}, cells });
  return [figure('count', value.toFixed(), value, { scope: {}, cells }), words(fact.measure ?? '')];
}

function open(material: Material, fact: AskedFact, place: Place, answer: Answer): Said {
  return missingFact(material, fact, projectOf(material, fact, place), place, answer);
}

const cellsOf = (answer: Answer): readonly FigureCell[] => (answer.cell ? [answer.cell] : []);
