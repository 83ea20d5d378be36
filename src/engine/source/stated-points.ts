import { figuresOf, type Book } from '../book/book';
import type { ResolvedDimensions } from '../edition/dimensions';
import type { DimensionId, Member, Members } from '../scope/scope';

/**
 * Amounts whose scopes differ in codes and open members only: thousands of rows of one column are one family, and what does not
 * differ among them is compared once.
 */
interface Family {
  /** What all of them share: members of dimensions that list theirs. */
  readonly fixed: Members;
  readonly scopes: Members[];
}

/** The points at which a book states an amount, typed zeros included. */
export class StatedPoints {
  private readonly families = new Map<string, Family>();
  private readonly known = new Map<string, readonly Members[]>();

  constructor(
    book: Book,
    private readonly dimensions: ResolvedDimensions,
  ) {
    for (const { scope, reading } of figuresOf(book)) {
      if (reading.kind === 'amount') this.add(scope.at);
    }
  }

  /** No amount stands anywhere. */
  get none(): boolean {
    return this.families.size === 0;
  }

  /** The different points in these dimensions within a scope: by code, else in the order of first mention. */
  within(within: Members, dimensions: readonly DimensionId[]): readonly Members[] {
    const key = `${JSON.stringify(within)}|${dimensions.join()}`;
    const known = this.known.get(key);
    if (known) return known;
    const found = new Map<string, Members>();
    for (const family of this.families.values()) this.collect(family, within, dimensions, found);
    const points = this.sorted([...found.values()], dimensions);
    this.known.set(key, points);
    return points;
  }

  private add(at: Members): void {
    let key = '';
    const fixed: Record<DimensionId, Member> = {};
    for (const dimension in at) {
      const member = at[dimension] ?? '';
      const isListed = this.kindOf(dimension) === 'members';
      if (isListed) fixed[dimension] = member;
      key += isListed ? `${dimension}=${member};` : `${dimension};`;
    }
    const family = this.families.get(key);
    if (family) family.scopes.push(at);
    else this.families.set(key, { fixed, scopes: [at] });
  }

  private collect(
    { fixed, scopes }: Family,
    within: Members,
    dimensions: readonly DimensionId[],
    found: Map<string, Members>,
  ): void {
    const [sample] = scopes;
    const has = (dimension: DimensionId): boolean => sample?.[dimension] !== undefined;
    if (!dimensions.every(has) || !Object.keys(within).every(has)) return;
    const varying: [DimensionId, Member][] = [];
    for (const [dimension, whole] of Object.entries(within)) {
      const own = fixed[dimension];
      if (own === undefined) varying.push([dimension, whole]);
      else if (!this.isPartOf(dimension, own, whole)) return;
    }
    const isOne = varying.length === 0 && dimensions.every((dimension) => dimension in fixed);
    for (const at of isOne ? scopes.slice(0, 1) : scopes) {
      if (!varying.every(([dimension, whole]) => this.isPartOf(dimension, at[dimension] ?? '', whole))) continue;
      const key = dimensions.map((dimension) => at[dimension]).join('\u0000');
      if (found.has(key)) continue;
      const point: Record<DimensionId, Member> = {};
      for (const dimension of dimensions) point[dimension] = at[dimension] ?? '';
      found.set(key, point);
    }
  }

  private sorted(points: Members[], dimensions: readonly DimensionId[]): readonly Members[] {
    const codes = dimensions.filter((dimension) => this.kindOf(dimension) === 'code');
    if (codes.length === 0) return points;
    return points.sort((a, b) => {
      const apart = codes.find((dimension) => a[dimension] !== b[dimension]);
      return apart === undefined ? 0 : (a[apart] ?? '') < (b[apart] ?? '') ? -1 : 1;
    });
  }

  private isPartOf(dimension: DimensionId, member: Member, whole: Member): boolean {
    if (member === whole) return true;
    if (this.kindOf(dimension) === 'code') return member.startsWith(whole);
    const { parentOf } = this.dimensions;
    for (let above = parentOf(dimension, member); above; above = parentOf(dimension, above)) {
      if (above === whole) return true;
    }
    return false;
  }

  private kindOf(dimension: DimensionId): 'members' | 'code' | 'open' | undefined {
    return this.dimensions.byId.get(dimension)?.kind;
  }
}
