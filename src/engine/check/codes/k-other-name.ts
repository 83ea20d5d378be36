import { plainName, sameButForEnding } from '../../classification/names';
import { findingId } from '../../finding/id';
import { grouped, lowered, namePlace, type CodeCheck } from './coded-row';
import { nameVerdict, WELL_ATTESTED_SINCE } from './name-verdict';

const FEW_DOCUMENTS = 2;
const SHORTEST_CUT = 4;

/**
 * A code under another name than the published one. A warning; a note where only the ending differs or is cut off, where few
 * documents attest the name, and in years whose names are not well attested.
 */
export const otherNameCheck: CodeCheck = (rows, context) =>
  grouped(rows, (row) => {
    const verdict = nameVerdict(row, context);
    return verdict.kind === 'other-name' ? `${verdict.code} ${verdict.name}` : undefined;
  }).flatMap((group) => {
    const [row] = group;
    const verdict = nameVerdict(row, context);
    if (verdict.kind !== 'other-name') return [];
    const { code: printed, name, published } = verdict;
    const documents = context.catalogue.documentsOf(printed);
    const cutOff = plainName(published).startsWith(plainName(name)) && plainName(name).length >= SHORTEST_CUT;
    const thin =
      cutOff ||
      documents <= FEW_DOCUMENTS ||
      sameButForEnding(name, published) ||
      (context.year ?? WELL_ATTESTED_SINCE) < WELL_ATTESTED_SINCE;
    const severity = thin ? 'note' : 'warning';
    return [
      {
        id: findingId('k-other-name', row.table, printed, name),
        rule: 'k-other-name',
        severity: group.some((same) => same.hasAmounts) ? severity : lowered(severity),
        facts: { code: 'code-other-name' as const, place: namePlace(row), printed, name, published, documents },
        cells: group.map((same) => same.nameCell ?? same.cell),
        table: row.table,
      },
    ];
  });
