import type { Catalogue } from '../classification/catalogue';
import { parentOf } from '../classification/code-tree';
import { isGenericName, plainName, sameName } from '../classification/names';
import type { ResolvedDimensions } from '../edition/dimensions';
import type { Remark } from '../narrate/narration';
import type { DimensionId, Member, Members } from '../scope/scope';
import type { Source } from './source';

/** What codes are called in a year's workbook and in the catalogue. */
export interface YearOfCodes {
  readonly source: Source;
  readonly year: number | undefined;
  /** As the rows of the workbook print them, where there is one. */
  readonly printed: ReadonlyMap<Member, string>;
}

/**
 * Last year's amounts in this year's codes: a code of this year that last year did not have, and one of last year that is gone,
 * are the same where they have the same name and nothing else has it. What was matched, and codes whose names changed, are said.
 */
export function inThisYearsCodes(
  before: YearOfCodes,
  now: YearOfCodes,
  dimensions: ResolvedDimensions,
  catalogue: Catalogue,
): { readonly source: Source; readonly remarks: readonly Remark[] } {
  const remarks: Remark[] = [];
  /** By dimension: last year's code of this year's. */
  const old = new Map<DimensionId, ReadonlyMap<Member, Member>>();
  for (const { id, kind } of dimensions.list) {
    if (kind !== 'code') continue;
    const own = codesOf(now.source, id);
    const theirs = codesOf(before.source, id);
    old.set(id, renumbered({ ...before, codes: theirs }, { ...now, codes: own }, catalogue, remarks));
    for (const code of own) {
      if (!theirs.has(code)) continue;
      const names = renamed(code, before, now, catalogue);
      if (names) remarks.push({ kind: 'renamed', code, ...names });
    }
  }
  return { source: new Renumbered(before.source, old), remarks };
}

const codesOf = (source: Source, dimension: DimensionId): ReadonlySet<Member> =>
  new Set(source.points({}, [dimension]).flatMap((point) => point[dimension] ?? []));

type WithCodes = YearOfCodes & { readonly codes: ReadonlySet<Member> };

function renumbered(
  before: WithCodes,
  now: WithCodes,
  catalogue: Catalogue,
  remarks: Remark[],
): ReadonlyMap<Member, Member> {
  const added = [...now.codes].filter((code) => !before.codes.has(code)).sort();
  const gone = [...before.codes].filter((code) => !now.codes.has(code));
  const oldOf = new Map<Member, Member>();
  for (const code of added) {
    const name = nameOf(code, now, catalogue);
    if (name === undefined) continue;
    const above = oldOf.get(parentOf(code) ?? '');
    const same = gone.filter((other) => {
      if (other.length !== code.length || other[0] !== code[0]) return false;
      const theirs = nameOf(other, before, catalogue);
      if (theirs === undefined || plainName(theirs) !== plainName(name)) return false;
      // 行政运行 stands under many: it is the same one only below a code that is itself the same.
      return isGenericName(name) ? above !== undefined && parentOf(other) === above : true;
    });
    const [only] = same;
    if (only === undefined || same.length > 1) continue;
    if (added.some((other) => other !== code && oldOf.get(other) === only)) continue;
    oldOf.set(code, only);
    remarks.push({ kind: 'renumbered', name, before: only, now: code });
  }
  return oldOf;
}

function renamed(
  code: Member,
  before: YearOfCodes,
  now: YearOfCodes,
  catalogue: Catalogue,
): { readonly before: string; readonly now: string } | undefined {
  const present = catalogue.nameOf(code, now.year);
  const old =
    catalogue.staleName(code, before.printed.get(code) ?? '', now.year)?.name ?? catalogue.nameOf(code, before.year);
  return present === undefined || old === undefined || sameName(old, present)
    ? undefined
    : { before: old, now: present };
}

/** The catalogue's name in the year, else what the workbook prints. */
function nameOf(code: Member, { printed, year }: YearOfCodes, catalogue: Catalogue): string | undefined {
  return catalogue.nameOf(code, year) ?? printed.get(code);
}

class Renumbered implements Source {
  private readonly present: ReadonlyMap<DimensionId, ReadonlyMap<Member, Member>>;
  private readonly asked = new WeakMap<Members, Members>();

  constructor(
    private readonly source: Source,
    private readonly old: ReadonlyMap<DimensionId, ReadonlyMap<Member, Member>>,
  ) {
    this.present = new Map(
      [...old].map(([dimension, codes]) => [dimension, new Map([...codes].map(([now, before]) => [before, now]))]),
    );
  }

  told(scope: Members) {
    const known = this.asked.get(scope) ?? exchanged(scope, this.old);
    this.asked.set(scope, known);
    return this.source.told(known);
  }

  points(within: Members, dimensions: readonly DimensionId[]) {
    return this.source.points(exchanged(within, this.old), dimensions).map((point) => exchanged(point, this.present));
  }
}

function exchanged(members: Members, codes: ReadonlyMap<DimensionId, ReadonlyMap<Member, Member>>): Members {
  const at: Record<DimensionId, Member> = {};
  for (const [dimension, member] of Object.entries(members))
    at[dimension] = codes.get(dimension)?.get(member) ?? member;
  return at;
}

/** Sources in order of trust: what the first does not tell is asked of the next. Undefined where there are none. */
export function firstThatTells(sources: readonly Source[]): Source | undefined {
  if (sources.length < 2) return sources[0];
  return {
    told(scope) {
      for (const source of sources) {
        const told = source.told(scope);
        if (told) return told;
      }
      return undefined;
    },
    points(within, dimensions) {
      const found = new Map<string, Members>();
      for (const source of sources) {
        for (const point of source.points(within, dimensions)) {
          const key = dimensions.map((dimension) => point[dimension]).join();
          if (!found.has(key)) found.set(key, point);
        }
      }
      return [...found.values()];
    },
  };
}
