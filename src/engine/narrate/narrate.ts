import { answerTo, yesNo } from '../asked/answers';
import { wordsOf } from '../asked/own-columns';
import { projectsAsked } from '../asked/projects';
import type { ResolvedEdition } from '../edition/resolve';
import type { AskedFact } from '../edition/text';
import { cellKey } from '../snapshot/address';
import type { Source } from '../source/source';
import { normaliseText } from '../text/normalise';
import { materialOf, type Material, type NarrateAbout, type NarrateAnswers } from './material';
import type { MissingPiece, Narration, NarratedSection } from './narration';
import { REASONS_FROM_MEASURES, statedFrom } from './reasons-from';
import { notesOf, plainSection } from './said';
import { sectionSaid } from './walk';

export type { NarrateAbout, NarrateAnswers } from './material';

/**
 * Writes the explanatory text of an edition: this year's figures, last year's where there are any, what people answered. Every
 * number that is worked out is a figure span; what is not known is marked and listed, never invented. Undefined where the edition
 * declares no text.
 */
export function narrate(
  edition: ResolvedEdition,
  now: Source,
  before: Source | undefined,
  answers: NarrateAnswers,
  about: NarrateAbout,
): Narration | undefined {
  const { text } = edition;
  if (!text) return undefined;
  const material = materialOf(edition, text, now, before, answers, about);
  const said = [...text.facts, ...text.sections].map((section) => ({
    id: section.declared.id,
    paragraphs: sectionSaid(material, section),
  }));
  const plain = said.map(({ id, paragraphs }) => plainSection(id, paragraphs));
  const { reasons, missing, remarks } = notesOf(said.flatMap(({ paragraphs }) => paragraphs));
  return {
    facts: plain.slice(0, text.facts.length),
    sections: plain.slice(text.facts.length),
    glossary: glossaryOf(text.declared.glossary),
    reasons,
    missing: [...unreadFrom(material), ...unreadChoices(material, missing), ...missing],
    remarks: [...(about.remarks ?? []), ...remarks],
  };
}

/**
 * From which change on reasons are given, where that was answered by something that is no number: all are asked for then, and what
 * was meant is asked for too, though no sentence speaks of it.
 */
function unreadFrom({ text, answers }: Material): readonly MissingPiece[] {
  return REASONS_FROM_MEASURES.flatMap((measure): readonly MissingPiece[] => {
    const { fact, cell, unread } = statedFrom(text.declared, answers.facts, measure) ?? {};
    if (!fact || !cell || unread === undefined) return [];
    const { missing } = text.declared.phrases;
    const { label } = fact;
    return [
      { what: 'fact', text: missing.fact.replace('{fact}', label), about: label, section: '', fill: cell, unread },
    ];
  });
}

/**
 * Questions of 是 or 否 that were answered by something else and of which no sentence speaks: the text goes on as if nothing had been
 * answered. Of projects those that are asked of.
 */
function unreadChoices(
  { edition, text, answers: { facts }, now }: Material,
  listed: readonly MissingPiece[],
): readonly MissingPiece[] {
  const known = new Set(listed.flatMap(({ fill }) => (fill ? [cellKey(fill)] : [])));
  const unread = (fact: AskedFact, project?: string): readonly MissingPiece[] => {
    const answer = answerTo(facts, fact, project);
    if (answer.kind !== 'unreadable' || !answer.cell || known.has(cellKey(answer.cell))) return [];
    const { cell: fill, raw, wanted } = answer;
    const about = project === undefined ? fact.label : `${project}·${fact.label}`;
    const said = text.declared.phrases.missing.fact.replace('{fact}', fact.label);
    return [{ what: 'fact', text: said, about, section: '', fill, unread: raw, ...(wanted ? { wanted } : {}) }];
  };
  const isChoice = ({ kind }: AskedFact): boolean => kind === 'yes-no';
  const ofProjects = text.declared.asksOfProjects.filter(isChoice);
  const isTyped = ofProjects.some(({ label }) =>
    facts.rows.some(
      (row) =>
        row.value !== null &&
        normaliseText(row.label) === normaliseText(label) &&
        yesNo(wordsOf(row.value)).kind === 'unreadable',
    ),
  );
  // Most have answered all of them: the projects need not be looked for.
  const projects = isTyped ? projectsAsked(edition, now) : [];
  return [
    ...text.declared.asks.filter(isChoice).flatMap((fact) => unread(fact)),
    ...projects.flatMap((project) => ofProjects.flatMap((fact) => unread(fact, project))),
  ];
}

function glossaryOf(terms: readonly { readonly term: string; readonly says: string }[]): readonly NarratedSection[] {
  if (terms.length === 0) return [];
  const paragraphs = terms.map(({ term, says }) => ({
    level: 0 as const,
    spans: [{ kind: 'words' as const, text: `${term}：${says}` }],
  }));
  return [{ id: 'glossary', paragraphs }];
}
