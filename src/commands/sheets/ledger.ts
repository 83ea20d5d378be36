import { columnLetters, quoteSheetName } from '../../engine/snapshot/address';
import type { ResolvedEdition } from '../../engine/edition/resolve';
import type { LedgerColumn } from '../../engine/ledger/ledger';
import { ledgerWords } from '../../engine/ledger/words';
import type { DrawnList, DrawnSheet, Look } from '../../engine/snapshot/drawn';
import type { CellValue } from '../../engine/snapshot/snapshot';
import { askedSheetWords } from '../../i18n/catalogue';
import type { Language } from '../../i18n/language';
import { askedSheet, FIRST_ROW, type AskedCell } from './asked-sheet';
import type { CodeRange, CodesSheet } from './codes';

/** A line item to be written into a ledger. */
export type LedgerLine = Readonly<Partial<Record<LedgerColumn, CellValue>>>;

const COLUMNS: readonly { readonly column: LedgerColumn; readonly width: number; readonly look: Look }[] = [
  { column: 'functional', width: 12, look: 'inputCode' },
  { column: 'functionalName', width: 24, look: 'madeWrap' },
  { column: 'kind', width: 10, look: 'input' },
  { column: 'economic', width: 12, look: 'inputCode' },
  { column: 'economicName', width: 22, look: 'madeWrap' },
  { column: 'project', width: 26, look: 'inputWrap' },
  { column: 'fund', width: 16, look: 'input' },
  { column: 'now', width: 14, look: 'inputAmount' },
  { column: 'before', width: 14, look: 'inputAmount' },
  { column: 'remark', width: 20, look: 'inputWrap' },
  { column: 'check', width: 48, look: 'madeWrap' },
];
const FROZEN = 5;
/** Rows with names and lists of their own, beyond the lines given; more can be typed below. */
const SPARE_ROWS = 200;

/**
 * The ledger of an edition, blank or with line items: codes bring their names by formula, lists propose codes, kinds and funds. All
 * may be typed over; what an edition does not know is said when the ledger is compiled.
 */
export function drawLedger(
  edition: ResolvedEdition,
  codes: CodesSheet,
  lines: readonly LedgerLine[] = [],
  language: Language = 'zh-CN',
): DrawnSheet {
  const words = askedSheetWords(language).ledger;
  const count = lines.length + SPARE_ROWS;
  const letters = new Map(COLUMNS.map(({ column }, index) => [column, columnLetters(index)]));
  const rows = Array.from({ length: count }, (_row, index) => {
    const line = lines[index] ?? {};
    return COLUMNS.map(({ column, look }): AskedCell => {
      if (column === 'functionalName') return nameOf(line.functional, 'functional', codes.functional, index);
      if (column === 'economicName') return nameOf(line.economic, 'economic', codes.economic, index);
      return { value: line[column] ?? null, look, decimals: 2 };
    });
  });
  const { kinds, fundNames, wholeBasic } = ledgerWords(edition);
  const projectKind = edition.declared.ledger?.projectKind;
  const kindList = [...kinds.values()].filter((kind) => kind === wholeBasic || kind === projectKind);
  return askedSheet({
    name: words.name,
    guide: words.guide,
    columns: COLUMNS.map(({ column, width }) => ({ header: words.headers[column], width })),
    frozenColumns: FROZEN,
    landscape: true,
    rows,
    lists: [
      list('functional', codes.functional.codes),
      list('kind', kindList),
      list('economic', codes.economic.codes),
      list('fund', fundNames),
    ],
  });

  function nameOf(
    code: CellValue | undefined,
    column: 'functional' | 'economic',
    range: CodeRange,
    index: number,
  ): AskedCell {
    const cell = `${letters.get(column) ?? ''}${FIRST_ROW + index + 1}`;
    return {
      value: range.names.get(String(code ?? '')) ?? '',
      look: 'madeWrap',
      formula: `IF(${cell}="","",IFERROR(VLOOKUP(${cell}&"",${range.withNames},2,FALSE),""))`,
    };
  }

  function list(column: 'functional' | 'kind' | 'economic' | 'fund', from: DrawnList['from']): DrawnList {
    const left = COLUMNS.findIndex((one) => one.column === column);
    return {
      area: { top: FIRST_ROW, left, bottom: FIRST_ROW + count - 1, right: left },
      from: typeof from === 'string' ? quoted(from) : from,
      prompt: { title: words.headers[column], text: words.prompts[column] },
    };
  }
}

/** The sheet's name of a range, quoted where Excel wants it. */
function quoted(range: string): string {
  const at = range.lastIndexOf('!');
  return `${quoteSheetName(range.slice(0, at))}${range.slice(at)}`;
}
