import type { Decimal } from 'decimal.js';
import { formatAmount } from '../amount/format';
import { isTurned, reasonRow } from '../asked/read-reasons';
import { isCounted } from '../asked/reason-words';
import { changeOf, speaksAgainst } from '../asked/reason-direction';
import type { ChangeWords } from '../edition/text';
import type { Members } from '../scope/scope';
import { compare, type Change } from './change';
import { figure, percentText } from './figures';
import type { Material } from './material';
import { missingReason } from './missing';
import type { AskedReason, FigureCell, Remark } from './narration';
import type { Place } from './place';
import { isSpared } from './reasons-from';
import type { Said } from './said';
import { fillTemplate, withoutClause } from './spans';

/** An amount, or a count, of this year and of last year. */
export interface Compared {
  readonly now: Decimal;
  readonly before: Decimal;
  readonly scope: Members;
  /** This year's, then last year's. */
  readonly cells: readonly FigureCell[];
}

/** This year's and last year's amount at a scope; which of them is not told. */
export function comparedAt({ now, before }: Material, scope: Members): Compared | 'no-now' | 'no-before' {
  const present = now.told(scope);
  if (!present) return 'no-now';
  const past = before?.told(scope);
  if (!past) return 'no-before';
  return { now: present.value, before: past.value, scope, cells: [...present.cells, ...past.cells] };
}

/** 比上年预算增加…万元，增长…%: the words go by the sign, the numbers have none. */
export function changeSpans(material: Material, compared: Compared, said: ChangeWords): readonly Said[] {
  const { decimals } = material.phrases;
  const change = compare(compared.now, compared.before, decimals);
  const difference = change.difference.abs();
  const template = change.percent === undefined ? withoutClause(said[change.kind], 'percent') : said[change.kind];
  return fillTemplate(template, {
    difference: [figure('difference', formatAmount(difference, decimals), difference, compared)],
    percent: change.percent ? [percentSpan(material, change.percent.abs(), compared, said)] : [],
  });
}

function percentSpan(material: Material, percent: Decimal, compared: Compared, said: ChangeWords): Said {
  return figure('percent', percentText(material, percent) ?? said.percentTooSmall, percent, compared);
}

/** 比上年增加3人: the measure is that of the count. */
export function changeOfCountSpans(
  { phrases }: Material,
  compared: Compared,
  measure: readonly Said[],
): readonly Said[] {
  const { more, less, same, never } = phrases.changeOfCount;
  const signed = compared.now.minus(compared.before);
  const difference = signed.abs();
  const none = compared.now.isZero() ? never : same;
  return fillTemplate(signed.isZero() ? none : signed.isPositive() ? more : less, {
    difference: [figure('difference', difference.toFixed(), difference, compared), ...measure],
  });
}

/**
 * ，主要原因是…: nothing where nothing changed, a mark where the reason was not given, or for a change the other way. Of a change that is too small to be asked about
 * nothing is said either, unless somebody has given a reason all the same.
 */
export function reasonSpans(
  material: Material,
  compared: Compared,
  subject: { readonly id: string; readonly about: string; readonly of: 'amount' | 'count' },
  place: Place,
): readonly Said[] {
  const { phrases, answers } = material;
  const change = compare(compared.now, compared.before, phrases.decimals);
  if (change.difference.isZero()) return [];
  const { id: section, name } = place.section.declared;
  const row = reasonRow(answers.reasons, name, subject.about);
  const turned = row?.reason !== undefined && isTurned(row, compared);
  const answer = turned ? undefined : row?.reason;
  const spared = isSpared(change, material.reasonsFrom, subject.of, phrases.percentDecimals);
  if (spared && answer === undefined) return [];
  const asks = askedReason(
    compared,
    change,
    { key: `${section}|${subject.id}`, section, sectionName: name },
    subject.about,
    {
      answer,
      answerCell: row?.cell,
      ...(spared ? { isSpared: true } : {}),
    },
  );
  return fillTemplate(answer !== undefined && isCounted(answer) ? phrases.countedReasons : phrases.reason, {
    reason: [
      answered(asks) ?? withNote(missingReason(material, asks, turned ? 'turned' : { typed: row?.typed ?? '' }), asks),
    ],
  });
}

function askedReason(
  { now, before, cells }: Compared,
  { difference, percent }: Change,
  where: Pick<AskedReason, 'key' | 'section' | 'sectionName'>,
  about: string,
  given: Pick<AskedReason, 'answer' | 'answerCell' | 'isSpared'>,
): AskedReason {
  return { ...where, about, now, before, difference, percent, cells, ...given };
}

function answered(asks: AskedReason): Said | undefined {
  const { answer, answerCell, key, section, about } = asks;
  if (answer === undefined || !answerCell) return undefined;
  const change = changeOf(asks);
  const remarks: readonly Remark[] = speaksAgainst(answer, change)
    ? [{ kind: 'against', section, about, reason: answer, change, cell: answerCell }]
    : [];
  return { kind: 'words-of-person', text: answer, from: answerCell, reason: key, notes: { asks, remarks } };
}

const withNote = (said: Said, asks: AskedReason): Said => ({ ...said, notes: { ...said.notes, asks } });
