import { Decimal } from 'decimal.js';
import type { ResolvedSentence } from '../edition/resolve-text';
import { membersAt, type Member, type Members } from '../scope/scope';
import type { Told } from '../source/source';
import type { Material } from './material';
import { codesAt, isMoney, membersWithMoney } from './members';
import { isOpen } from './names';
import type { Place } from './place';
import { sharesOf } from './shares';

type Each = Extract<ResolvedSentence, { kind: 'each' }>;

/** A member that an `Each` speaks of. */
export interface EachItem {
  readonly place: Place;
  readonly told: Told | undefined;
  /** It has money, or nobody tells: that is asked for where the words speak of it. */
  readonly has: boolean;
}

/** Of whom an `Each` speaks, in order, each with its share of the scope around it. */
export function itemsOf(material: Material, each: Each, place: Place): readonly EachItem[] {
  const { phrases, now } = material;
  const { each: dimension } = each.declared;
  const around = membersAt(place.scope, each.declared.scope ?? {});
  const members = each.declared.only ? named(material, each, around) : found(material, each, around);
  const items = members.map((member) => {
    const scope = membersAt(around, { [dimension]: member });
    return { member, scope, told: now.told(scope) };
  });
  const whole = now.told(around);
  const amounts = items.map(({ told }) => told?.value ?? new Decimal(0));
  const shares = whole ? sharesOf(amounts, whole.value, phrases) : [];
  return items.map(({ member, scope, told }, index) => ({
    place: {
      ...place,
      scope,
      around,
      item: { dimension, member },
      share: shares[index],
      ...(isOpen(material, dimension) ? { project: member } : {}),
    },
    told,
    has: told === undefined || isMoney(told, phrases.decimals),
  }));
}

/** Those of the declared members that are spoken of. */
function named({ now, before, phrases }: Material, each: Each, around: Members): readonly Member[] {
  const { each: dimension, only = [], passOver = [] } = each.declared;
  const has = (source: typeof now | undefined, member: Member): boolean =>
    isMoney(source?.told(membersAt(around, { [dimension]: member })), phrases.decimals);
  return only.filter(
    (member) => has(now, member) || (each.none !== undefined && (!passOver.includes(member) || has(before, member))),
  );
}

/** Those that have money, and those that had some last year where the words speak of the change. */
function found(material: Material, each: Each, around: Members): readonly Member[] {
  const { edition, now, before, phrases } = material;
  const { each: dimension, level } = each.declared;
  const withMoney = (source: typeof now): readonly Member[] =>
    membersWithMoney(source, edition.dimensions, around, { dimension, level }, phrases.decimals).map(
      ({ member }) => member,
    );
  const present = withMoney(now);
  if (!each.speaksOfChange || !before) return present;
  const known = new Set(present);
  const gone = withMoney(before).filter(
    (member) => !known.has(member) && !isMoney(now.told(membersAt(around, { [dimension]: member })), phrases.decimals),
  );
  const all = [...present, ...gone];
  if (edition.dimensions.byId.get(dimension)?.kind !== 'code') return all;
  // Last year's tables may have said finer, or coarser, what this year's say.
  const leaves = new Set(codesAt(all, level));
  return all.filter((member) => known.has(member) || leaves.has(member)).sort();
}
