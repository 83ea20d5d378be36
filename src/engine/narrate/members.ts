import type { Decimal } from 'decimal.js';
import type { CodeLevel } from '../classification/code-tree';
import type { ResolvedDimensions } from '../edition/dimensions';
import { membersAt, type DimensionId, type Member, type Members } from '../scope/scope';
import type { Source, Told } from '../source/source';
import { printed } from './change';

const CODE_LENGTH: Readonly<Record<CodeLevel, number>> = { 类: 3, 款: 5, 项: 7 };

/** Whether an amount is one to a reader: one that is printed as zero is none. */
export function isMoney(told: Told | undefined, decimals: number): told is Told {
  return told !== undefined && !printed(told.value, decimals).isZero();
}

/** A member of a dimension that has money, and how much (exact, 万元). */
export interface MemberWithMoney {
  readonly member: Member;
  readonly told: Told;
  readonly value: Decimal;
}

/** The members of a dimension that have money within a scope, in the order in which they are spoken of. */
export function membersWithMoney(
  source: Source,
  dimensions: ResolvedDimensions,
  within: Members,
  along: { readonly dimension: DimensionId; readonly level?: CodeLevel | undefined },
  decimals: number,
): readonly MemberWithMoney[] {
  return candidates(source, dimensions, within, along).flatMap((member) => {
    const told = source.told(membersAt(within, { [along.dimension]: member }));
    return isMoney(told, decimals) ? [{ member, told, value: told.value }] : [];
  });
}

function candidates(
  source: Source,
  dimensions: ResolvedDimensions,
  within: Members,
  { dimension, level }: { readonly dimension: DimensionId; readonly level?: CodeLevel | undefined },
): readonly Member[] {
  const declared = dimensions.byId.get(dimension);
  if (declared?.kind === 'members') return dimensions.partsOf(dimension, within[dimension] ?? '');
  const members = [...new Set(source.points(within, [dimension]).flatMap((point) => point[dimension] ?? []))];
  return declared?.kind === 'code' ? codesAt(members, level) : members;
}

/**
 * Codes of a level, or the finest ones. A code that the tables do not divide down to the level stands for what is below it;
 * one that they print only in parts is put together.
 */
export function codesAt(codes: readonly Member[], level: CodeLevel | undefined): readonly Member[] {
  const length = level === undefined ? Infinity : CODE_LENGTH[level];
  const cut = [...new Set(codes.map((code) => code.slice(0, length)))].sort();
  return cut.filter((code, index) => !(cut[index + 1] ?? '').startsWith(code));
}
