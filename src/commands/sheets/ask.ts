import { rowOf, type Answers, type FactRow } from '../../engine/asked/answers';
import { FACT_HEADERS, readFacts } from '../../engine/asked/read-facts';
import { PRIOR_HEADERS, readPriorRows } from '../../engine/asked/read-prior';
import { readReasons, REASON_HEADERS } from '../../engine/asked/read-reasons';
import type { ResolvedEdition } from '../../engine/edition/resolve';
import type { Text } from '../../engine/edition/text';
import { projectsAsked } from '../../engine/asked/projects';
import type { DrawnSheet } from '../../engine/snapshot/drawn';
import type { Narration } from '../../engine/narrate/narration';
import type { Patch } from '../../engine/snapshot/patch';
import type { Snapshot } from '../../engine/snapshot/snapshot';
import type { Source } from '../../engine/source/source';
import { spelledBy } from '../../engine/source/spelled';
import { askedSheetWords } from '../../i18n/catalogue';
import { LANGUAGES, type Language } from '../../i18n/language';
import { catalogue } from '../catalogue';
import { withOwnContent, type AskedKind } from './carried';
import { drawFacts } from './facts';
import { drawPrior } from './prior';
import { fillPriorRows, type FilledPrior } from './prior-rows';
import { drawReasons } from './reasons';

export interface AskWish {
  readonly language?: Language;
  /** What last year's workbook is called in the column 来源; its figures are filled in where the result was written with one. */
  readonly priorName?: string;
  /** Last year's figures stand in the workbook itself: rows that come from there follow it. */
  readonly priorIsOwn?: true;
  /** What is answered in the sheet of facts, where that is to be another than the workbook says. */
  readonly facts?: Answers;
}

/** A text and what it was written from. */
export interface AskedText {
  readonly edition: ResolvedEdition | undefined;
  readonly narration: Narration | undefined;
  readonly now: Source | undefined;
  /** Last year's amounts, in this year's codes. */
  readonly prior: { readonly source: Source } | undefined;
  readonly about: { readonly department: string | undefined; readonly year: number | undefined };
  /** How this year's tables call their codes, for those that no catalogue has. */
  readonly names?: ReadonlyMap<string, string>;
}

/** The sheets in which the open questions of a text are answered, and the patch that draws them. */
export interface Asked {
  readonly patch: Patch;
  readonly sheets: { readonly facts: string; readonly reasons: string; readonly prior: string };
  /** Figures of last year that were filled in from last year's workbook. */
  readonly filled: number;
  /** Figures of last year that were typed before and are others in last year's workbook. They were left as they are. */
  readonly differing: FilledPrior['differing'];
  /** Figures of last year that said where they come from, and held something else: they hold what stands there now. */
  readonly overwritten: FilledPrior['overwritten'];
}

/**
 * Draws or updates the sheets 单位情况, 增减原因 and 上年数 of a workbook: what is asked now, with all that was answered before. Nothing
 * that people wrote is lost: answers that nothing asks for any more, columns of their own, notes, formulas stay. A sheet of the user's
 * that bears the name of one of them is left alone; its answers are taken over into another. Undefined where the edition has no text.
 */
export function askSheets(snapshot: Snapshot, result: AskedText, wish: AskWish = {}): Asked | undefined {
  const { language = 'zh-CN', priorName = '', priorIsOwn } = wish;
  const { edition, narration, now, prior } = result;
  const text = edition?.declared.text;
  if (!edition || !narration || !text) return undefined;
  const words = askedSheetWords(language);
  const facts = wish.facts ?? readFacts(snapshot);
  const former = new Map(
    narration.remarks.flatMap((remark) => (remark.kind === 'renumbered' ? [[remark.now, remark.before] as const] : [])),
  );
  const ofCodes = { nameOf: (code: string) => catalogue().nameOf(code) ?? result.names?.get(code) };
  const before = readPriorRows(snapshot);
  const filled = prior
    ? fillPriorRows(
        edition,
        now,
        before,
        {
          source: prior.source,
          name: priorName,
          isFollowed: priorIsOwn === true,
          formerCode: (code) => former.get(code),
        },
        ofCodes,
        words.prior,
        LANGUAGES.map((one) => askedSheetWords(one).prior.open),
      )
    : { rows: before, filled: 0, differing: [], overwritten: [] };
  const projects = now ? projectsAsked(edition, now).map((project) => spelledBy(now, project)) : [];
  const drawn = {
    facts: carried(drawFacts(text, withKnown(facts, text, result), projects, language), FACTS, 'facts'),
    reasons: carried(drawReasons(narration.reasons, readReasons(snapshot), language), REASONS, 'reasons'),
    prior: carried(drawPrior(edition.declared, now, filled.rows, ofCodes, language), PRIOR, 'prior'),
  };
  const taken = new Set(snapshot.sheets.filter(({ ours }) => !ours).map(({ name }) => name.toLowerCase()));
  const named = (sheet: DrawnSheet, usual: string): DrawnSheet => {
    if (sheet.name !== '' && !taken.has(sheet.name.toLowerCase())) return sheet;
    for (let n = 1; ; n += 1) {
      const name = n === 1 ? usual : `${usual}${n}`;
      if (!taken.has(name.toLowerCase())) return { ...sheet, name };
    }
  };
  const sheets = [
    named(drawn.facts, words.facts.name),
    named(drawn.reasons, words.reasons.name),
    named(drawn.prior, words.prior.name),
  ] as const;
  return {
    patch: { for: snapshot.stamp, command: 'narrate', edits: sheets.map((sheet) => ({ do: 'drawSheet', sheet })) },
    sheets: { facts: sheets[0].name, reasons: sheets[1].name, prior: sheets[2].name },
    filled: filled.filled,
    differing: filled.differing,
    overwritten: filled.overwritten,
  };

  function carried<Column extends string>(
    sheet: DrawnSheet,
    kind: AskedKind<Column>,
    which: 'facts' | 'reasons' | 'prior',
  ): DrawnSheet {
    const guides = LANGUAGES.flatMap((one) => {
      const said: { readonly guide: string; readonly formerGuides?: readonly string[] } = askedSheetWords(one)[which];
      return [said.guide, ...(said.formerGuides ?? [])];
    });
    return withOwnContent(sheet, snapshot, kind, { notes: words.notes, guides });
  }
}

const FACTS = {
  headers: FACT_HEADERS,
  needed: ['label', 'content'],
  keys: ['group', 'label'],
  answer: 'content',
} as const;
const REASONS = {
  headers: REASON_HEADERS,
  needed: ['section', 'about', 'reason'],
  keys: ['section', 'about'],
  answer: 'reason',
} as const;
const PRIOR = {
  headers: PRIOR_HEADERS,
  needed: ['table', 'name', 'amount'],
  keys: ['table', 'code', 'name', 'column'],
  answer: 'amount',
} as const;

/** Who, when and in which edition, as the workbook says it, where the sheet was not told: nobody is asked what is known. */
function withKnown(answers: Answers, text: Text, { about, edition }: AskedText): Answers {
  const known: Readonly<Record<string, string | number | undefined>> = {
    department: about.department,
    year: about.year,
    edition: edition?.declared.id,
  };
  const last = Math.max(0, ...answers.rows.map(({ cell }) => cell.row));
  const rows = text.asks.flatMap((fact, index): readonly FactRow[] => {
    const value = known[fact.id];
    const row = rowOf(answers, fact);
    if (value === undefined || (row && String(row.value ?? '').trim() !== '')) return [];
    // A row of its own, which no row of the sheet is.
    const cell = { sheet: answers.sheet ?? '', row: last + 1 + index, column: 0 };
    return [{ group: fact.group, label: fact.label, measure: '', value, cell }];
  });
  return { ...answers, rows: [...rows, ...answers.rows] };
}
