import { similarity } from '../text/normalise';
import { isInRange, levelOf, parentOf, systemOf, type CodeLevel, type CodeSystem } from './code-tree';
import { inferredNames } from './inferred';
import { entriesOf, outlineOf, type ClassificationData } from './data';
import { isGenericName, plainName, sameButForEnding, sameName, spellingsOf } from './names';

/** A name that a code had before. */
export interface OldName {
  readonly name: string;
  /** What it is called now. */
  readonly present: string;
  /** First year of the present name, where known. */
  readonly since?: number;
}

export interface NamedCode {
  readonly code: string;
  readonly name: string;
}

/** What is known about classification codes. Names are as published; all lookups forgive spelling (brackets, spaces, width). */
export interface Catalogue {
  /** In any list, present or old; a functional 类 of 201–234 always; a code with known descendants too. */
  isKnown(code: string): boolean;
  /** The name of a code in a year (the present one without); undefined where no present name is published or follows from what is. */
  nameOf(code: string, year?: number): string | undefined;
  /** In how many published documents the present name stands beside the code; 0 of one that is known otherwise. */
  documentsOf(code: string): number;
  /** True where the code was called so at any time that `year` may belong to. */
  accepts(code: string, name: string, year?: number): boolean;
  /** Present codes of a name; none for generic names. */
  codesNamed(name: string): readonly string[];
  /** The old name that a cell's text is; undefined where it is none, or was still right in `year`. */
  staleName(code: string, name: string, year?: number): OldName | undefined;
  /** The right code that comes nearest: by its name first, then by its digits. Undefined where nothing is near. */
  nearest(code: string, name?: string): NamedCode | undefined;
  /** Every published code of a system at a level, with the name it has in a year, in the order of codes. */
  codesAt(system: CodeSystem, level: CodeLevel, year?: number): readonly NamedCode[];
  /** Department economic 款 that a government economic 款 is made of; empty where that is not published. */
  departmentCodesOf(governmentCode: string): readonly string[];
}

/**
 * Renames without a known year happened between 2010 and 2020 (the newest is first seen in documents of 2020): what was
 * right in an earlier year cannot be told.
 */
const RENAMED_BY = 2020;
const ECONOMIC_REFORM = 2018;
const LIKE_ENOUGH = 0.7;
const SHORT_BRACKET = /\([^()]{1,2}\)$/;

/** Builds the lookups of a catalogue from its data. */
export function createCatalogue(data: ClassificationData): Catalogue {
  const present = new Map<string, { readonly name: string; readonly documents: number }>();
  for (const [code = '', documents = '', name = ''] of entriesOf(data.published, 3)) {
    present.set(code, { name, documents: parseInt(documents, 10) });
  }
  const since = new Map<string, number>();
  for (const text of [data.departmentEconomic, data.governmentEconomic]) {
    for (const [code = '', year = '', name = ''] of entriesOf(text, 3)) {
      if (name !== '=' && !present.has(code)) present.set(code, { name, documents: 0 });
      if (year !== '-') since.set(code, parseInt(year, 10));
    }
  }

  const listed = new Set(present.keys());
  const former = new Map<string, { readonly name: string; readonly from: number | undefined }[]>();
  const remember = (code: string, name: string, from: number | undefined): void => {
    listed.add(code);
    if (name === '=') return;
    const names = former.get(code);
    if (names) names.push({ name, from });
    else former.set(code, [{ name, from }]);
  };
  for (const [code = '', year = '', name = ''] of entriesOf(data.renames, 3))
    remember(code, name, year === '-' ? undefined : parseInt(year, 10));
  const older = outlineOf(data.functional2009);
  const printed = new Map([...present].map(([code, { name }]) => [code, name]));
  for (const [code, name] of inferredNames(printed, older))
    if (!present.has(code)) present.set(code, { name, documents: 0 });
  for (const [code, name] of older) remember(code, name, undefined);
  for (const [code = '', name = ''] of entriesOf(data.departmentEconomic2009, 2)) remember(code, name, ECONOMIC_REFORM);

  const inner = new Set<string>();
  for (const code of listed) {
    for (let parent = parentOf(code); parent !== undefined; parent = parentOf(parent)) inner.add(parent);
  }
  const crosswalk = new Map(
    entriesOf(data.economicCrosswalk, 2).map(([code = '', rest = '']) => [code, rest.split(' ')]),
  );

  const alternatives = new Map(
    entriesOf(data.alternatives, 2).map(([code = '', name = '']) => [code, plainName(name)]),
  );

  const isStale = (entry: OldName, year: number | undefined): boolean =>
    year === undefined || year >= (entry.since ?? RENAMED_BY);

  // Thousands of names are there, and a workbook asks for the few that it does not print as they are now.
  const oldNames = new Map<string, readonly OldName[]>();
  function oldNamesOf(code: string): readonly OldName[] {
    const known = oldNames.get(code);
    if (known) return known;
    const now = present.get(code)?.name;
    const entries = (former.get(code) ?? []).flatMap(({ name, from }): readonly OldName[] => {
      if (now !== undefined && sameName(now, name)) return [];
      return [from === undefined ? { name, present: now ?? name } : { name, present: now ?? name, since: from }];
    });
    oldNames.set(code, entries);
    return entries;
  }

  let byName: ReadonlyMap<string, readonly string[]> | undefined;
  function codesCalled(plain: string): readonly string[] | undefined {
    byName ??= namesOf(present);
    return byName.get(plain);
  }

  function nameOf(code: string, year?: number): string | undefined {
    const before = oldNamesOf(code).find(
      (entry) => entry.since !== undefined && year !== undefined && year < entry.since,
    );
    if (before) return before.name;
    // A code of the reform has no name in the years before it.
    if (year !== undefined && year < (since.get(code) ?? 0)) return undefined;
    return present.get(code)?.name;
  }

  function accepts(code: string, name: string, year?: number): boolean {
    const now = present.get(code)?.name;
    const plain = plainName(name);
    if (alternatives.get(code) === plain || (now !== undefined && plainName(now) === plain)) return true;
    // 资本性支出（基本建设） with its bracket is another code's name, not this one's with a platform's bracket.
    const others = codesCalled(plain);
    const isOthers = others !== undefined && !others.includes(code);
    if (now !== undefined && !isOthers && sameName(name, now)) return true;
    return wasRight(code, name, year);
  }

  function wasRight(code: string, name: string, year?: number): boolean {
    const now = present.get(code)?.name;
    return oldNamesOf(code).some((entry) => sameName(name, entry.name) && (now === undefined || !isStale(entry, year)));
  }

  function codesNamed(name: string): readonly string[] {
    if (isGenericName(name)) return [];
    // A short bracket (（二）, （本级）) tells things apart; only the 款 that platforms append may be taken off.
    const spellings = SHORT_BRACKET.test(plainName(name)) ? [plainName(name)] : spellingsOf(name);
    for (const spelling of spellings) {
      const codes = codesCalled(spelling);
      if (codes) return codes;
    }
    return [];
  }

  function staleName(code: string, name: string, year?: number): OldName | undefined {
    if (!present.has(code) || accepts(code, name, year)) return undefined;
    return oldNamesOf(code).find(
      (entry) => sameName(name, entry.name) && isStale(entry, year) && !sameButForEnding(entry.name, entry.present),
    );
  }

  /** Codes of the same level and classification: nothing else is taken for a slip of this one. */
  // Every unknown code is compared with all of its kind: they are gathered and spelled plainly once.
  const kinds = new Map<string, readonly (NamedCode & { readonly plain: string })[]>();
  function peers(code: string): readonly (NamedCode & { readonly plain: string })[] {
    const kind = `${code.slice(0, 1)}${code.length}`;
    const known = kinds.get(kind);
    if (known) return known;
    const gathered = [...present].flatMap(([other, { name }]) =>
      other.length === code.length && other[0] === code[0] ? [{ code: other, name, plain: plainName(name) }] : [],
    );
    kinds.set(kind, gathered);
    return gathered;
  }

  const nearestOf = new Map<string, NamedCode | undefined>();
  function nearest(code: string, name?: string): NamedCode | undefined {
    const key = `${code} ${name ?? ''}`;
    if (!nearestOf.has(key)) nearestOf.set(key, findNearest(code, name));
    return nearestOf.get(key);
  }

  function findNearest(code: string, name?: string): NamedCode | undefined {
    // Among codes equally near by their digits, the one that begins alike: slips are more common in the last digits.
    const digits = (other: string): number => similarity(other, code) + commonPrefix(other, code) / 100;
    const spellings = name === undefined ? undefined : spellingsOf(name);
    const ranked = peers(code)
      .flatMap(({ plain, ...candidate }) => {
        const named = spellings === undefined ? 1 : likeness(spellings, plain);
        return candidate.code === code || named < LIKE_ENOUGH
          ? []
          : [{ candidate, named, digits: digits(candidate.code) }];
      })
      .sort((a, b) => b.named - a.named || b.digits - a.digits);
    const [best, second] = ranked;
    if (best === undefined) return undefined;
    // Without a name, or with one that stands everywhere, the digits alone must single it out.
    const byDigits = name === undefined || isGenericName(name);
    if (
      byDigits &&
      (similarity(best.candidate.code, code) < LIKE_ENOUGH ||
        (second?.named === best.named && second.digits === best.digits))
    )
      return undefined;
    return best.candidate;
  }

  return {
    isKnown: (code) =>
      listed.has(code) || inner.has(code) || (code.length === 3 && code.startsWith('2') && isInRange(code)),
    nameOf,
    documentsOf: (code) => present.get(code)?.documents ?? 0,
    accepts,
    codesNamed,
    staleName,
    nearest,
    codesAt: (system, level, year) =>
      [...present.keys()]
        .filter((code) => systemOf(code) === system && levelOf(code) === level)
        .sort()
        .flatMap((code) => {
          const name = nameOf(code, year);
          return name === undefined ? [] : [{ code, name }];
        }),
    departmentCodesOf: (code) => crosswalk.get(code) ?? [],
  };
}

/** The codes of each name. */
function namesOf(present: ReadonlyMap<string, { readonly name: string }>): ReadonlyMap<string, readonly string[]> {
  const codes = new Map<string, string[]>();
  for (const [code, { name }] of present) {
    const plain = plainName(name);
    const called = codes.get(plain);
    if (called) called.push(code);
    else codes.set(plain, [code]);
  }
  return codes;
}

function likeness(spellings: readonly string[], plain: string): number {
  return spellings.reduce((best, spelling) => Math.max(best, similarity(spelling, plain, LIKE_ENOUGH)), 0);
}

function commonPrefix(a: string, b: string): number {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length += 1;
  return length;
}
