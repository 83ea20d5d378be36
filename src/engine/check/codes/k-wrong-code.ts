import { findingId } from '../../finding/id';
import { codePlace, grouped, lowered, type CodeCheck } from './coded-row';
import { nameVerdict, WELL_ATTESTED_SINCE } from './name-verdict';

/** A name that is published under one other code only. A note in years whose codes are not well attested. */
export const wrongCodeCheck: CodeCheck = (rows, context) =>
  grouped(rows, (row) => {
    const verdict = nameVerdict(row, context);
    return verdict.kind === 'wrong-code' ? `${verdict.code} ${verdict.name}` : undefined;
  }).flatMap((group) => {
    const [row] = group;
    const verdict = nameVerdict(row, context);
    if (verdict.kind !== 'wrong-code') return [];
    const { code: printed, name, right } = verdict;
    const severity = (context.year ?? WELL_ATTESTED_SINCE) < WELL_ATTESTED_SINCE ? 'note' : 'warning';
    return [
      {
        id: findingId('k-wrong-code', row.table, printed, name),
        rule: 'k-wrong-code',
        severity: group.some((same) => same.hasAmounts) ? severity : lowered(severity),
        facts: { code: 'code-wrong-code' as const, place: codePlace(row), printed, name, right },
        cells: group.map((same) => same.cell),
        table: row.table,
      },
    ];
  });
