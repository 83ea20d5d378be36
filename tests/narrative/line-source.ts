import { Decimal } from 'decimal.js';
import type { ResolvedEdition } from '../../src/engine/edition/resolve';
import { scopeOf, type DimensionId, type Member, type Members } from '../../src/engine/scope/scope';
import type { Source, Told } from '../../src/engine/source/source';
import { FOLLOWS } from './amounts';

type Row = Readonly<Record<DimensionId, Member>>;

/**
 * A department's money for one year, a line item a line: `2010301 | 人员经费 | 30101 | | 一般公共预算 | 120 | 115`: function, kind,
 * economic class, project, fund, this year, last year. Every line is revenue and expenditure.
 */
export function lineSource(lines: readonly string[], year: 'now' | 'before', edition: ResolvedEdition): Source {
  const rows = lines.map((line, row) => {
    const [functional = '', kind = '', economic = '', project = '', fund = '', now = '', before = ''] = line
      .split('|')
      .map((word) => word.trim());
    const amount = year === 'now' ? now : before;
    const threePublic = FOLLOWS[economic];
    const at: Row = {
      functional,
      kind,
      economic,
      fund,
      ...(project === '' ? {} : { project }),
      ...(threePublic === undefined ? {} : { threePublic }),
    };
    return { at, row, value: amount === '' ? undefined : new Decimal(amount) };
  });
  const { dimensions } = edition;
  const isPartOf = (dimension: DimensionId, member: Member, whole: Member): boolean => {
    if (dimensions.byId.get(dimension)?.kind === 'code') return member.startsWith(whole);
    for (let at: Member | undefined = member; at !== undefined && at !== ''; at = dimensions.parentOf(dimension, at))
      if (at === whole) return true;
    return false;
  };
  const within = (scope: Members): typeof rows =>
    rows.filter(
      ({ at, value }) =>
        Object.entries(scope).every(
          ([dimension, member]) =>
            dimension === 'flow' || (at[dimension] !== undefined && isPartOf(dimension, at[dimension], member)),
        ) && value !== undefined,
    );
  return {
    told(scope): Told {
      const found = within(scope);
      return {
        value: found.reduce((sum, { value }) => sum.plus(value ?? 0), new Decimal(0)),
        cells: found.map(({ row }) => ({ sheet: '台账', row: row + 2, column: year === 'now' ? 7 : 8 })),
        blank: found.length === 0,
      };
    },
    points(scope, wanted) {
      const points = within(scope).flatMap(({ at }) => {
        const point: Record<DimensionId, Member> = {};
        for (const dimension of wanted) if (at[dimension] !== undefined) point[dimension] = at[dimension];
        return wanted.every((dimension) => point[dimension] !== undefined) ? [point] : [];
      });
      return [...new Map(points.map((point) => [scopeOf(point).key, point])).values()];
    },
  };
}
