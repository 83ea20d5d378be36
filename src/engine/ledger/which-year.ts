import { normaliseText } from '../text/normalise';
import type { Grid } from '../recognise/grid';
import type { SheetSnapshot } from '../snapshot/snapshot';
import type { ResolvedEdition } from '../edition/resolve';
import { headOf, ledgerHeader, type LedgerHeader } from './columns';
import { withFundColumns } from './fund-columns';
import { withKindColumn } from './kind-column';
import { withUnitColumn } from './unit-column';
import { ledgerWords, type LedgerWords } from './words';

/** A sheet that has the header of a ledger. */
export interface FoundLedger {
  readonly sheet: SheetSnapshot;
  readonly head: Grid;
  readonly header: LedgerHeader;
  /** Its header as it is read where no year is stated: what was stated is not what the sheet says of itself. */
  readonly alone: () => LedgerHeader;
}

/** What the ledgers of one workbook are to each other. */
export interface LedgersByYear {
  /** This year's. */
  readonly now: FoundLedger;
  /** Last year's, one sheet each. */
  readonly before: readonly FoundLedger[];
  /** Of other years. */
  readonly others: readonly (FoundLedger & { readonly year: number })[];
  /** Nothing tells them from this year's. */
  readonly same: readonly FoundLedger[];
}

interface Dated {
  readonly found: FoundLedger;
  /** This year by its headers, its title or its name. */
  readonly year: number | undefined;
  /** The sheet is called 上年. */
  readonly isLastYears: boolean;
}

/** The sheets that have the header of a ledger, in the order of the workbook. */
export function foundLedgers(
  sheets: readonly SheetSnapshot[],
  stated: number | undefined,
  edition: ResolvedEdition,
): readonly FoundLedger[] {
  const words = (): LedgerWords => ledgerWords(edition);
  return sheets.flatMap((sheet) => {
    const head = headOf(sheet);
    const headerFor = (year: number | undefined): LedgerHeader | undefined => {
      const found = ledgerHeader(head, year);
      return found && withFundColumns(withColumnsByCells(found, head, sheet, words), head, edition, year);
    };
    const header = headerFor(stated);
    if (!header) return [];
    const alone = (): LedgerHeader => headerFor(undefined) ?? header;
    return [{ sheet, head, header, alone }];
  });
}

/** … and the columns that are known by what stands in them. */
const withColumnsByCells = (
  header: LedgerHeader,
  head: Grid,
  sheet: SheetSnapshot,
  words: () => LedgerWords,
): LedgerHeader => withKindColumn(withUnitColumn(header, head, sheet), head, sheet, words);

/**
 * Tells this year's ledger from last year's: by the year that was stated, else the later one is this year's. Where their years are not
 * known the first is this year's, and nothing tells the others from it. Undefined where there is none.
 */
export function ledgersByYear(found: readonly FoundLedger[], stated: number | undefined): LedgersByYear | undefined {
  const [first, another] = found;
  if (!first) return undefined;
  if (!another) return { now: first, before: [], others: [], same: [] };
  const dated = found.map(datedOf);
  const eligible = dated.filter(({ isLastYears }) => !isLastYears);
  const now = chosen(eligible.length > 0 ? eligible : dated, stated);
  if (!now) return undefined;
  const year = now.year ?? stated;
  const rest = dated.filter((one) => one !== now);
  const relation = (one: Dated): 'before' | 'other' | 'same' => {
    if (one.year === undefined || year === undefined) return one.isLastYears ? 'before' : 'same';
    if (one.year === year - 1) return 'before';
    return one.year === year ? 'same' : 'other';
  };
  const that = (is: ReturnType<typeof relation>): readonly Dated[] => rest.filter((one) => relation(one) === is);
  return {
    now: now.found,
    before: that('before').map((one) => one.found),
    others: that('other').flatMap((one) => (one.year === undefined ? [] : [{ ...one.found, year: one.year }])),
    same: that('same').map((one) => one.found),
  };
}

function chosen(candidates: readonly Dated[], stated: number | undefined): Dated | undefined {
  const of = (year: number | undefined): Dated | undefined => candidates.find((one) => one.year === year);
  const [first] = candidates;
  if (stated !== undefined && of(stated)) return of(stated);
  // One of an unknown year is of the year that was stated; where none was, nobody can tell.
  if (of(undefined)) return stated === undefined ? first : of(undefined);
  return of(Math.max(...candidates.map(({ year = 0 }) => year)));
}

const LAST_YEARS = /上年|上一年|去年/;
const THIS_YEARS = /本年|今年/;
const YEARS = /(?<!\d)20\d\d(?!\d)/g;

function datedOf(found: FoundLedger): Dated {
  const name = normaliseText(found.sheet.name);
  const [named, another] = new Set(name.match(YEARS));
  const ofName = named === undefined || another !== undefined ? undefined : parseInt(named, 10);
  const header = found.alone();
  return {
    found,
    year: header.years.byHeaders ?? header.title?.year ?? ofName,
    isLastYears: LAST_YEARS.test(name) && !THIS_YEARS.test(name),
  };
}
