import { findingId } from '../../finding/id';
import { grouped, namePlace, type CodeCheck } from './coded-row';
import { nameVerdict } from './name-verdict';

/**
 * A name that the code no longer has in the document's year; runs on the class list of summary tables too. Stays a warning
 * in rows without amounts: the class list is printed whole, and a stale name in it is what reviewers send back.
 */
export const staleNameCheck: CodeCheck = (rows, context) =>
  grouped(rows, (row) => {
    const verdict = nameVerdict(row, context);
    return verdict.kind === 'stale' ? `${verdict.code} ${verdict.name}` : undefined;
  }).flatMap((group) => {
    const [row] = group;
    const verdict = nameVerdict(row, context);
    if (verdict.kind !== 'stale') return [];
    const { code: printed, old } = verdict;
    const since = old.since === undefined ? {} : { since: old.since };
    return [
      {
        id: findingId('k-stale-name', row.table, printed, old.name),
        rule: 'k-stale-name',
        severity: 'warning' as const,
        facts: {
          code: 'code-stale-name' as const,
          place: namePlace(row),
          printed,
          name: old.name,
          present: old.present,
          ...since,
        },
        cells: group.map((same) => same.nameCell ?? same.cell),
        table: row.table,
      },
    ];
  });
