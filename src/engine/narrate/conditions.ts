import { saysSomething } from '../asked/answers';
import type { Condition } from '../edition/resolve-text';
import { membersAt } from '../scope/scope';
import { answerAt, isNoAnswer } from './answered';
import type { Material } from './material';
import { isMoney, membersWithMoney } from './members';
import type { Place } from './place';

/**
 * Whether a condition holds. What is not told, or not answered yet, counts as something: it is asked for where the words speak of
 * it, and to say that there is none would be invented.
 */
export function holds(material: Material, condition: Condition, place: Place): boolean {
  const { now, before, isNew, phrases } = material;
  if ('facts' in condition) return condition.facts.some((fact) => saysSomething(answerAt(material, fact, place)));
  if ('answered' in condition)
    return condition.answered.some((fact) => {
      const answer = answerAt(material, fact, place);
      return answer.kind !== 'blank' && !isNoAnswer(fact, answer);
    });
  if ('yes' in condition) {
    return condition.yes.some((fact) => {
      const answer = answerAt(material, fact, place);
      return answer.kind === 'yes-no' && answer.yes;
    });
  }
  if ('only' in condition) {
    const part = now.told(membersAt(place.scope, condition.only));
    // 收入 is no part of anything: of the general public budget's revenue the whole is the appropriation's revenue.
    const { parentOf } = material.edition.dimensions;
    const kept = Object.entries(condition.only).filter(
      ([dimension, member]) => parentOf(dimension, member) === undefined,
    );
    const whole = now.told(membersAt(Object.fromEntries(kept), place.scope));
    return isMoney(part, phrases.decimals) && whole?.value.equals(part.value) === true;
  }
  if ('about' in condition)
    return Object.entries(condition.about).every(([dimension, member]) => place.scope[dimension] === member);
  if ('listed' in condition) {
    const { scope, ...along } = condition.listed;
    const within = membersAt(place.scope, scope);
    return membersWithMoney(now, material.edition.dimensions, within, along, phrases.decimals).length > 0;
  }
  if ('amount' in condition) {
    const told = now.told(membersAt(place.scope, condition.amount));
    return told === undefined || isMoney(told, phrases.decimals);
  }
  const scope = membersAt(place.scope, condition.never);
  const told = [now.told(scope), ...(isNew ? [] : [before?.told(scope)])];
  return told.every((year) => year !== undefined && !isMoney(year, phrases.decimals));
}
