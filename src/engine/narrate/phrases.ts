import { answerTo } from '../asked/answers';
import type { Phrase, Piece } from '../edition/phrase';
import type { ChangeWords } from '../edition/text';
import { membersAt, scopeOf, type Member, type Members } from '../scope/scope';
import { arrangedSpans, factChangeSpans, factReasonSpans, factSpans, sumSpans } from './answered';
import { apart, remarked } from './apart';
import { changeSpans, comparedAt, reasonSpans } from './comparison';
import { amountSpans, countSpans, shareSpans } from './figures';
import type { Material } from './material';
import { isMoney, membersWithMoney } from './members';
import { missingAmount, missingCodeName, missingFact, missingMemberNames, missingPrior, missingShare } from './missing';
import { nameOf, stepsOf, subjectOf } from './names';
import type { Item, Place } from './place';
import { words, type Said } from './said';
import { sharesOf } from './shares';
import { fillTemplate } from './spans';

/** The pieces of a sentence, written. */
export function piecesSaid(material: Material, pieces: readonly Piece[], place: Place): readonly Said[] {
  return pieces.flatMap((piece) => (piece.say === 'words' ? [words(piece.text)] : phraseSaid(material, piece, place)));
}

function phraseSaid(material: Material, phrase: Phrase, place: Place): readonly Said[] {
  const { about, phrases } = material;
  const inside = (scope: Members): Members => membersAt(place.scope, scope);
  switch (phrase.say) {
    case 'department':
      return given(material, about.department, 'department', place);
    case 'year':
      return given(material, about.year, 'year', place);
    case 'lastYear':
      return about.year === undefined
        ? given(material, undefined, 'year', place).map((said) => ({ ...said, text: phrases.missing.lastYear }))
        : [words(String(about.year - 1))];
    case 'it':
      return place.item ? [named(material, place.item, place)] : [];
    case 'path':
      return pathSaid(material, place);
    case 'code':
      return [words(place.item?.member ?? '')];
    case 'amount':
      return amountSaid(material, inside(phrase.scope), place);
    case 'share':
      return shareSaid(material, phrase.of, place);
    case 'change':
      return changeSaid(material, inside(phrase.scope), phrases.change, place);
    case 'changeBrief':
      return changeSaid(material, inside(phrase.scope), phrases.changeBrief, place);
    case 'reason':
      return reasonSaid(material, inside(phrase.scope), place);
    case 'list':
      return listSaid(material, phrase, inside(phrase.scope), place);
    case 'count':
      return countSaid(material, phrase, inside(phrase.scope), place);
    case 'fact':
      return factSpans(material, phrase.fact, place);
    case 'arranged':
      return arrangedSpans(material, phrase.fact, place);
    case 'sum':
      return sumSpans(material, phrase.facts, place);
    case 'factChange':
      return factChangeSpans(material, phrase, phrases.change, place);
    case 'factChangeBrief':
      return factChangeSpans(material, phrase, phrases.changeBrief, place);
    case 'factReason':
      return factReasonSpans(material, phrase, place);
  }
}

/** Who and when; what the workbook does not say is asked for among the facts. */
function given(
  material: Material,
  value: string | number | undefined,
  id: 'department' | 'year',
  place: Place,
): readonly Said[] {
  if (value !== undefined) return [words(String(value))];
  const fact = material.text.asks.get(id);
  return fact ? [missingFact(material, fact, undefined, place, answerTo(material.answers.facts, fact))] : [];
}

function named(material: Material, item: Item, place: Place): Said {
  const name = nameOf(material, item);
  return name === undefined ? missingCodeName(material, item.member, place) : words(name);
}

function pathSaid(material: Material, place: Place): readonly Said[] {
  const { item } = place;
  if (!item) return [];
  return stepsOf(item.member).flatMap(({ code, level, digits }) =>
    fillTemplate(material.phrases.path, {
      name: [named(material, { ...item, member: code }, place)],
      level: [words(level)],
      digits: [words(digits)],
    }),
  );
}

function amountSaid(material: Material, scope: Members, place: Place): readonly Said[] {
  const told = material.now.told(scope);
  // Blank cells may have been forgotten: that nothing is arranged is said in other words, where it is certain.
  return told && !told.blank
    ? amountSpans(material, told.value, { scope, cells: told.cells })
    : [missingAmount(material, scope, place)];
}

function shareSaid(material: Material, whole: Members | undefined, place: Place): readonly Said[] {
  const { now, phrases } = material;
  const of = whole === undefined ? (place.around ?? {}) : membersAt(place.scope, whole);
  const part = now.told(place.scope);
  // Without the amount itself, which is marked as missing where it stands, no share of it is asked for.
  if (!part) return [];
  const told = now.told(of);
  if (!told) return [missingShare(material, of, place)];
  const [share] = whole === undefined ? [place.share] : sharesOf([part.value], told.value, phrases);
  return shareSpans(material, share, { scope: place.scope, cells: [...part.cells, ...told.cells], of });
}

function changeSaid(material: Material, scope: Members, said: ChangeWords, place: Place): readonly Said[] {
  if (material.isNew) return [words(said.noPrior)];
  const compared = comparedAt(material, scope);
  // The amount itself is marked as missing already.
  if (compared === 'no-now') return [];
  return compared === 'no-before' ? missingPrior(material, scope, said, place) : changeSpans(material, compared, said);
}

function reasonSaid(material: Material, scope: Members, place: Place): readonly Said[] {
  const compared = material.isNew ? 'no-before' : comparedAt(material, scope);
  if (typeof compared === 'string') return [];
  const subject = { id: scopeOf(scope).key, about: subjectOf(material, scope, place), of: 'amount' } as const;
  return reasonSpans(material, compared, subject, place);
}

function listSaid(
  material: Material,
  { dimension, level }: Extract<Phrase, { say: 'list' }>,
  within: Members,
  place: Place,
): readonly Said[] {
  const { now, edition, phrases } = material;
  const items = membersWithMoney(now, edition.dimensions, within, { dimension, level }, phrases.decimals);
  const scopeOfItem = (member: Member): Members => membersAt(within, { [dimension]: member });
  const scopes = items.map(({ member }) => scopeOfItem(member));
  const remark = apart(material, 'now', scopes, within, place);
  const spans = items.flatMap(({ member, told }, index) => [
    ...(index === 0 ? [] : [words(phrases.listSeparator)]),
    named(material, { dimension, member }, place),
    ...amountSpans(material, told.value, { scope: scopeOfItem(member), cells: told.cells }),
  ]);
  return remarked(spans, remark ? [remark] : []);
}

function countSaid(
  material: Material,
  { dimension }: Extract<Phrase, { say: 'count' }>,
  within: Members,
  place: Place,
): readonly Said[] {
  const { now, edition, phrases } = material;
  const items = membersWithMoney(now, edition.dimensions, within, { dimension }, phrases.decimals);
  const whole = now.told(within);
  // Somebody has the money, or may have it: there are some, and no table says which.
  if (items.length === 0 && (!whole || whole.blank || isMoney(whole, phrases.decimals)))
    return [missingMemberNames(material, dimension, place)];
  return countSpans(
    material,
    items.map(({ told }) => told),
    within,
  );
}
