import type { CellRef } from '../snapshot/address';
import { addressOf } from '../snapshot/address';
import type { Finding } from '../finding/finding';
import type { LedgerHeader } from './columns';
import type { StatedYear } from './ledger';
import { ledgerFinding } from './problems';

/** What is to be said of the year of a ledger: where it comes from, and what contradicts it. */
export function yearFindings(
  sheet: string,
  header: LedgerHeader,
  stated: StatedYear | undefined,
): { readonly year: number | undefined; readonly findings: readonly Finding[] } {
  const { years, title, row } = header;
  const at = (column: number): CellRef => ({ sheet, row, column });
  const text = (column: number): string => header.headers.get(column) ?? '';
  const say = (
    problem: Parameters<typeof ledgerFinding>[0],
    cells: readonly CellRef[],
    value: string,
    proposed?: string,
  ): Finding[] => {
    const [cell] = cells;
    if (!cell) return [];
    const column = cell.row === row ? text(cell.column) : '';
    const place = { cell, table: sheet, ...(column === '' ? {} : { column }) };
    return [ledgerFinding(problem, place, value, proposed, undefined, cells)];
  };
  const labelled = years.labelled.map(at);
  const labels = years.labelled.map(text).join('|');
  if (years.problem === 'unclear') return { year: undefined, findings: say('year-unclear', labelled, labels) };
  if (years.problem === 'conflict') {
    const whose = stated?.cell === undefined ? '' : addressOf(stated.cell);
    const said = [stated?.year ?? '', whose, years.byHeaders ?? ''].join('|');
    return { year: stated?.year, findings: say('year-conflict', labelled, labels, said) };
  }
  const year = stated?.year ?? years.byHeaders ?? title?.year;
  const titleCell = title?.cell ? { sheet, ...title.cell } : at(header.columns.get('now') ?? 0);
  const found = ((): readonly Finding[] => {
    if (stated !== undefined || year === undefined) return [];
    if (years.byHeaders === undefined) return say('year-found', [titleCell], String(year), title?.text);
    const column = years.labelled.find((one) => years.now.includes(one)) ?? years.labelled[0];
    return say('year-found', column === undefined ? [] : [at(column)], String(year));
  })();
  const isOther = title?.cell !== undefined && title.year !== year;
  return {
    year,
    findings: [
      ...found,
      ...(isOther ? say('year-of-title', [titleCell], title.text, `${title.year}|${year ?? ''}`) : []),
      ...say('column-unused', years.unused.map(at), years.unused.map(text).join('|')),
    ],
  };
}
