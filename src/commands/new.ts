import { Decimal } from 'decimal.js';
import type { Answers } from '../engine/asked/answers';
import { ABOUT_LABELS } from '../engine/asked/read-facts';
import { NO_REASONS } from '../engine/asked/read-reasons';
import { compileTables } from '../engine/compile/compile';
import type { Text } from '../engine/edition/text';
import type { Edit } from '../engine/snapshot/patch';
import type { DrawnSheet } from '../engine/snapshot/drawn';
import type { CellValue } from '../engine/snapshot/snapshot';
import type { Source } from '../engine/source/source';
import type { Language } from '../i18n/language';
import { catalogue } from './catalogue';
import { editionById } from './check';
import { freeSheetNames } from './compile/sheet-names';
import { drawCodes } from './sheets/codes';
import { drawFacts } from './sheets/facts';
import { drawLedger, type LedgerLine } from './sheets/ledger';
import { drawPrior } from './sheets/prior';
import { drawReasons } from './sheets/reasons';

export interface NewWish {
  /** An edition that can be compiled. */
  readonly edition: string;
  readonly department: string;
  readonly year: number;
  /** Line items to begin with. */
  readonly lines?: readonly LedgerLine[];
  readonly language?: Language;
}

/** Everything is nothing: the tables are blank. */
const NOTHING: Source = { told: () => ({ value: new Decimal(0), cells: [], blank: true }), points: () => [] };

/** Rows of a table of codes that is to be filled in by hand. */
const SPARE_ROWS = 12;

/**
 * The sheets of an empty standard workbook: first where people begin, the ledger and the sheets in which they answer, and the codes
 * that the ledger's lists propose; then the edition's tables as they are printed and a performance table, behind which those of
 * further projects are put.
 */
export async function newSheets(wish: NewWish): Promise<readonly DrawnSheet[]> {
  const { department, year, language } = wish;
  const edition = await editionById(wish.edition);
  const compilation = compileTables(
    edition,
    NOTHING,
    { department, year, ...freeSheetNames([], new Set()), nameOf: (code) => catalogue().nameOf(code, year) ?? code },
    { isBlank: true, spareRows: SPARE_ROWS },
  );
  const codes = drawCodes(catalogue(), year, language);
  const { text } = edition.declared;
  return [
    drawLedger(edition, codes, wish.lines, language),
    ...(text
      ? [
          drawFacts(text, answersOf(text, wish), [], language),
          drawPrior(edition.declared, undefined, [], catalogue(), language),
          drawReasons([], NO_REASONS, language),
        ]
      : []),
    codes.sheet,
    ...compilation.sheets,
  ];
}

/** What is known when the workbook is made: who, when and by which edition. */
function answersOf({ asks }: Text, { department, year, edition }: NewWish): Answers {
  const known = new Map<string, CellValue>([
    [ABOUT_LABELS.department, department],
    [ABOUT_LABELS.year, year],
    [ABOUT_LABELS.edition, edition],
  ]);
  return {
    sheet: undefined,
    rows: asks.flatMap(({ group, label }, row) => {
      const value = known.get(label);
      return value === undefined ? [] : [{ group, label, measure: '', value, cell: { sheet: '', row, column: 0 } }];
    }),
  };
}

/** The edits that draw an empty standard workbook. */
export async function newEdits(wish: NewWish): Promise<readonly Edit[]> {
  return (await newSheets(wish)).map((sheet): Edit => ({ do: 'drawSheet', sheet }));
}
