import type { CodeLevel } from '../classification/code-tree';
import type { DimensionId, Member, Members } from '../scope/scope';
import { spelledBy } from '../source/spelled';
import type { Material } from './material';
import type { Item, Place } from './place';

/** What a member is called: a code's name, a project's as it is printed, the edition's word for any other. Undefined for a code whose name nobody knows. */
export function nameOf({ edition, text, about, now }: Material, { dimension, member }: Item): string | undefined {
  const kind = edition.dimensions.byId.get(dimension)?.kind;
  if (kind === 'code') return about.nameOf(member);
  if (kind === 'open') return spelledBy(now, member);
  return text.declared.names?.[member] ?? member;
}

/** Whether only the workbook knows the members of a dimension: projects. */
export function isOpen({ edition }: Material, dimension: DimensionId): boolean {
  return edition.dimensions.byId.get(dimension)?.kind === 'open';
}

/** What a scope is about within its section: 基本支出, 2010301 行政运行. */
export function subjectOf(material: Material, scope: Members, { section }: Place): string {
  const fixed = section.declared.scope ?? {};
  const { list } = material.edition.dimensions;
  const own = list.filter(({ id }) => scope[id] !== undefined && scope[id] !== fixed[id]);
  const said = own.length > 0 ? own : list.filter(({ id }) => scope[id] !== undefined).slice(-1);
  return said
    .map(({ id, kind }) => {
      const member = scope[id] ?? '';
      const name = nameOf(material, { dimension: id, member });
      return kind === 'code' ? [member, name ?? ''].join(' ').trim() : (name ?? member);
    })
    .join('·');
}

/** One level of a code: its own name, and the digits that it adds. */
export interface Step {
  readonly code: Member;
  readonly level: CodeLevel;
  readonly digits: string;
}

/** A code from its 类 down: 201, 20103, 2010301. */
export function stepsOf(code: Member): readonly Step[] {
  return LEVELS.filter(({ length }) => code.length >= length).map(({ level, length, added }) => {
    const own = code.slice(0, length);
    return { code: own, level, digits: own.slice(-added) };
  });
}

const LEVELS: readonly { readonly level: CodeLevel; readonly length: number; readonly added: number }[] = [
  { level: '类', length: 3, added: 3 },
  { level: '款', length: 5, added: 2 },
  { level: '项', length: 7, added: 2 },
];
