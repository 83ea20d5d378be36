import { leftAnswers } from '../../engine/asked/left-answers';
import { contentOf, factKey, projectGroup, rowOf, type Answers } from '../../engine/asked/answers';
import { wordsOf } from '../../engine/asked/own-columns';
import type { AskedFact, Text } from '../../engine/edition/text';
import type { DrawnList, DrawnSheet, Look } from '../../engine/snapshot/drawn';
import type { CellValue } from '../../engine/snapshot/snapshot';
import { askedSheetWords } from '../../i18n/catalogue';
import type { Language } from '../../i18n/language';
import { askedSheet, FIRST_ROW, type AskedCell } from './asked-sheet';

interface FactLine {
  readonly group: string;
  readonly label: string;
  readonly measure: string;
  readonly usedIn: string;
  readonly help: string;
  readonly value: CellValue;
  readonly kind: AskedFact['kind'];
}

/**
 * The sheet of facts (单位情况): a row for each question of the edition and for each question of each project, with what was
 * answered before. Answers to what is no longer asked stand at the end and say so.
 */
export function drawFacts(
  text: Text,
  answers: Answers,
  projects: readonly string[],
  language: Language = 'zh-CN',
): DrawnSheet {
  const words = askedSheetWords(language).facts;
  const asked: readonly { readonly fact: AskedFact; readonly project?: string }[] = [
    ...text.asks.map((fact) => ({ fact })),
    ...projects.flatMap((project) => text.asksOfProjects.map((fact) => ({ fact, project }))),
  ];
  const taken = new Set<string>();
  const lines = asked.map(({ fact, project }): FactLine => {
    const row = rowOf(answers, fact, project);
    if (row) taken.add(`${row.cell.row}`);
    const group = project === undefined ? fact.group : projectGroup(fact, project);
    const own = fact.kind === 'amount' ? (fact.moneyUnit ?? '') : (fact.measure ?? '');
    const { label, usedIn, help, kind } = fact;
    const isAnswered = row !== undefined && wordsOf(row.value) !== '';
    // The measure beside an answer says in what it was answered.
    const measure = isAnswered && row.measure !== '' ? row.measure : own;
    return { group, label, measure, usedIn, help, kind, value: isAnswered ? contentOf(row, fact) : null };
  });
  const known = new Map(lines.map((line) => [factKey(line.group, line.label), line]));
  // What was answered under the former name of a project says which name it may have now.
  const renamed = new Map(
    leftAnswers(answers, text.asksOfProjects, projects).flatMap(({ rows, renamed: to }) =>
      to ? rows.map((row) => [row.cell.row, to] as const) : [],
    ),
  );
  const left = answers.rows
    .filter(({ cell, value }) => wordsOf(value) !== '' && !taken.has(`${cell.row}`))
    // A question that stands there twice and is answered twice alike was read once and lost nothing.
    .filter(({ group, label, value }) => known.get(factKey(group, label))?.value !== value)
    .map(({ group, label, measure, value, cell }): FactLine => {
      const to = renamed.get(cell.row);
      const help = to ? words.renamed(to.project, to.group) : words.notUsed;
      return { group, label, measure, value, usedIn: '', help, kind: 'text' };
    });
  const all = [...lines, ...left];
  return askedSheet({
    name: answers.sheet ?? words.name,
    guide: words.guide,
    columns: [
      { header: words.headers.group, width: 12 },
      { header: words.headers.label, width: 28 },
      { header: words.headers.content, width: 40 },
      { header: words.headers.measure, width: 8 },
      { header: words.headers.usedIn, width: 16 },
      { header: words.headers.help, width: 36 },
    ],
    frozenColumns: 2,
    landscape: false,
    rows: all.map((line): readonly AskedCell[] => [
      { value: line.group, look: 'madeWrap' },
      { value: line.label, look: 'madeWrap' },
      { value: line.value, look: LOOKS[line.kind] },
      { value: line.measure === '' ? null : line.measure, look: 'made' },
      { value: line.usedIn === '' ? null : line.usedIn, look: 'madeWrap' },
      { value: line.help, look: 'madeWrap' },
    ]),
    lists: yesNoLists(all, [words.yes, words.no]),
  });
}

const CONTENT = 2;

// A count is shown as it was typed: an area may have decimals.
const LOOKS: Readonly<Record<AskedFact['kind'], Look>> = {
  text: 'inputWrap',
  paragraphs: 'inputWrap',
  amount: 'inputAmount',
  count: 'input',
  percent: 'input',
  'yes-no': 'input',
};

function yesNoLists(lines: readonly FactLine[], from: readonly string[]): readonly DrawnList[] {
  return lines.flatMap(({ kind }, index): readonly DrawnList[] => {
    const row = FIRST_ROW + index;
    return kind === 'yes-no' ? [{ area: { top: row, left: CONTENT, bottom: row, right: CONTENT }, from }] : [];
  });
}
