import type { ResolvedSection, ResolvedSentence } from '../edition/resolve-text';
import { apart, remarked, type Year } from './apart';
import { holds } from './conditions';
import { itemsOf } from './items';
import type { Material } from './material';
import type { Remark } from './narration';
import { chineseNumeral } from './numerals';
import { piecesSaid } from './phrases';
import { narrowed, type Place } from './place';
import { words, type Said, type SaidParagraph } from './said';
import { joinSpans, paragraphsOf } from './spans';

type Of<Kind extends ResolvedSentence['kind']> = Extract<ResolvedSentence, { kind: Kind }>;

/** A section below its heading. */
export function sectionSaid(material: Material, section: ResolvedSection): readonly SaidParagraph[] {
  const place: Place = { section, scope: section.declared.scope ?? {} };
  const heading = joinSpans(piecesSaid(material, section.heading, place));
  return [{ level: 1, spans: heading }, ...sentencesSaid(material, section.says, place)];
}

function sentencesSaid(material: Material, says: readonly ResolvedSentence[], place: Place): readonly SaidParagraph[] {
  return says.flatMap((sentence) => sentenceSaid(material, sentence, place));
}

function sentenceSaid(material: Material, sentence: ResolvedSentence, place: Place): readonly SaidParagraph[] {
  switch (sentence.kind) {
    case 'sentence':
      return paragraphsOf(piecesSaid(material, sentence.pieces, place));
    case 'each':
      return eachSaid(material, sentence, place);
    case 'joined':
      return joinedSaid(material, sentence, place);
    case 'choice':
      return sentencesSaid(material, holds(material, sentence.if, place) ? sentence.says : sentence.otherwise, place);
    case 'part':
      return partSaid(material, sentence, place);
  }
}

function partSaid(material: Material, part: Of<'part'>, place: Place): readonly SaidParagraph[] {
  const inside = narrowed(place, part.scope);
  const below = sentencesSaid(material, part.says, inside);
  if (below.length === 0) return [];
  return [{ level: 2, spans: joinSpans(piecesSaid(material, part.heading, inside)) }, ...below];
}

function joinedSaid(material: Material, joined: Of<'joined'>, place: Place): readonly SaidParagraph[] {
  const said = sentencesSaid(material, joined.says, place);
  if (said.length === 0) return [];
  return paragraphsOf([
    ...piecesSaid(material, joined.before, place),
    ...said.flatMap(({ spans }, index) => (index === 0 ? spans : [words(joined.between), ...spans])),
    ...piecesSaid(material, joined.after, place),
  ]);
}

function eachSaid(material: Material, each: Of<'each'>, place: Place): readonly SaidParagraph[] {
  const items = itemsOf(material, each, place);
  const said = items
    .map(({ place: at, has }) =>
      has ? sentencesSaid(material, each.says, at) : paragraphsOf(piecesSaid(material, each.none ?? [], at)),
    )
    .filter((paragraphs) => paragraphs.length > 0)
    .flatMap((paragraphs, index) => numbered(paragraphs, markOf(each.declared.numbered, index + 1)));
  if (said.length === 0) return [];
  const around = items[0]?.place.around ?? {};
  const scopes = items.map(({ place: at }) => at.scope);
  const years: readonly Year[] = each.speaksOfChange ? ['now', 'before'] : ['now'];
  const remarks = years.flatMap((year) => apart(material, year, scopes, around, place) ?? []);
  return [...paragraphsOf(piecesSaid(material, each.lead, place)), ...withRemarks(said, remarks)];
}

function withRemarks(paragraphs: readonly SaidParagraph[], remarks: readonly Remark[]): readonly SaidParagraph[] {
  const at = paragraphs.findIndex(({ spans }) => spans.some(({ kind }) => kind === 'figure'));
  return paragraphs.map((paragraph, index) =>
    index === at ? { ...paragraph, spans: remarked(paragraph.spans, remarks) } : paragraph,
  );
}

function numbered(paragraphs: readonly SaidParagraph[], mark: Said | undefined): readonly SaidParagraph[] {
  const [first, ...others] = paragraphs;
  return first && mark ? [{ ...first, spans: joinSpans([mark, ...first.spans]) }, ...others] : paragraphs;
}

function markOf(how: '1.' | '（一）' | undefined, number: number): Said | undefined {
  if (how === undefined) return undefined;
  return words(how === '1.' ? `${number}.` : `（${chineseNumeral(number)}）`);
}
