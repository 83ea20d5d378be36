import type { Answer, WantedAnswer } from '../asked/answers';
import type { AskedFact, ChangeWords } from '../edition/text';
import { spelledBy } from '../source/spelled';
import { scopeOf, type DimensionId, type Member, type Members } from '../scope/scope';
import type { CellRef } from '../snapshot/address';
import type { Material } from './material';
import { subjectOf } from './names';
import type { AskedReason, Missing } from './narration';
import type { Place } from './place';
import { words, type Said } from './said';

/*
 * What is not known is marked in the text, in the words of the sheet in which it is answered, and noted to be listed. A fact or
 * a name is lacking once, wherever it is marked; an amount, a reason, a figure of last year once a section.
 */

interface Gap {
  readonly what: Missing;
  readonly text: string;
  readonly about: string;
  readonly key: string;
  readonly section: string;
  readonly fill?: CellRef | undefined;
  readonly unread?: string | undefined;
  readonly wanted?: WantedAnswer | undefined;
}

function mark({ what, text, about, key, section, fill, unread, wanted }: Gap): Said {
  const cell = fill ? { fill } : {};
  const piece = {
    ...{ what, text, about, section, ...cell },
    ...(unread === undefined ? {} : { unread }),
    ...(wanted === undefined ? {} : { wanted }),
  };
  return { kind: 'missing', text, what, ...cell, notes: { lacks: [{ key: `${what}|${key}`, piece }] } };
}

/** An amount that the tables do not tell. */
export function missingAmount(material: Material, scope: Members, place: Place): Said {
  const section = place.section.declared.id;
  return mark({
    what: 'amount',
    text: material.phrases.missing.amount,
    about: subjectOf(material, scope, place),
    key: `${section}|${scopeOf(scope).key}`,
    section,
  });
}

/** A question that was not answered, or not by what belongs there. */
export function missingFact(
  { phrases, now }: Material,
  fact: AskedFact,
  project: string | undefined,
  place: Place,
  answer: Answer | undefined,
): Said {
  return mark({
    what: 'fact',
    text: phrases.missing.fact.replace('{fact}', fact.label),
    about: project === undefined ? fact.label : `${spelledBy(now, project)}·${fact.label}`,
    key: `${fact.id}|${project ?? ''}`,
    section: place.section.declared.id,
    fill: answer?.cell,
    ...(answer?.kind === 'unreadable' ? { unread: answer.raw, wanted: answer.wanted } : {}),
  });
}

/** A question that was not answered. */
interface OpenFact {
  readonly fact: AskedFact;
  readonly project: string | undefined;
  readonly answer: Answer;
}

/**
 * A sum of answers of which some are open. It is asked of nobody: its mark names the parts that it waits for, leads to the first of
 * them, and makes known each as lacking, which stand in other words where they are marked themselves.
 */
export function missingSum(material: Material, parts: readonly OpenFact[], place: Place): Said {
  const { sum } = material.phrases.missing;
  const marks = parts.map(({ fact, project, answer }) => missingFact(material, fact, project, place, answer));
  const labels = parts.map(({ fact }) => fact.label).join(material.phrases.listSeparator);
  const fill = parts.find(({ answer }) => answer.cell)?.answer.cell;
  return {
    kind: 'missing',
    text: sum.replace('{facts}', labels),
    what: 'fact',
    ...(fill ? { fill } : {}),
    notes: { lacks: marks.flatMap(({ notes }) => notes?.lacks ?? []) },
  };
}

/** A share of an amount that the tables do not tell: what is missing is the amount, in a place where its share belongs. */
export function missingShare(material: Material, of: Members, place: Place): Said {
  return { ...missingAmount(material, of, place), text: material.phrases.missing.share };
}

/**
 * An amount of last year. Where nobody knows that year it is lacking as a whole, once a section: whoever has one of the figures has
 * the others.
 */
export function missingPrior(material: Material, scope: Members, said: ChangeWords, place: Place): readonly Said[] {
  const section = place.section.declared.id;
  const about = material.before ? subjectOf(material, scope, place) : '';
  const text = material.phrases.missing.prior;
  const { cell: fill, unread } = (material.before && material.about.priorCellOf?.(scope)) ?? {};
  return [...leadOf(said), mark({ what: 'prior', text, about, key: `${section}|${about}`, section, fill, unread })];
}

/** The comma that a change begins with, so that a mark in its place is parted from the words before. */
export function leadOf(said: ChangeWords): readonly Said[] {
  return said.more.startsWith('，') ? [words('，')] : [];
}

/** A reason that was asked for and not given (`typed` is none), or was given for a change the other way. */
export function missingReason(
  { phrases }: Material,
  asks: AskedReason,
  given: 'turned' | { readonly typed: string },
): Said {
  const { key, about, section, answerCell: fill } = asks;
  const { reason, turnedReason } = phrases.missing;
  const text = given === 'turned' ? turnedReason : reason;
  const unread = given === 'turned' || given.typed === '' ? undefined : given.typed;
  const gap = mark({ what: 'reason', text, about, key, section, fill, unread });
  return gap.kind === 'missing' ? { ...gap, reason: key } : gap;
}

/** The name of a code that neither the catalogue nor a table knows. */
export function missingCodeName({ phrases, about }: Material, code: Member, place: Place): Said {
  const text = phrases.missing.codeName.replace('{code}', code);
  const fill = about.nameCellOf?.(code);
  return mark({ what: 'name', text, about: code, key: code, section: place.section.declared.id, fill });
}

/** The members of an open dimension where there is money but no table names them. */
export function missingMemberNames({ edition, phrases }: Material, dimension: DimensionId, place: Place): Said {
  const about = edition.dimensions.byId.get(dimension)?.label ?? dimension;
  const text = phrases.missing.memberNames.replace('{dimension}', about);
  return mark({ what: 'name', text, about, key: dimension, section: place.section.declared.id });
}
