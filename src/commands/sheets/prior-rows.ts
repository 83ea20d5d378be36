import type { Decimal } from 'decimal.js';
import { formatAmount } from '../../engine/amount/format';
import { readAmount } from '../../engine/amount/read-amount';
import { wordsOf } from '../../engine/asked/own-columns';
import { priorLines, type PriorLine } from '../../engine/asked/prior-lines';
import { scopeOfRow, type PriorRow } from '../../engine/asked/read-prior';
import type { Catalogue } from '../../engine/classification/catalogue';
import type { ResolvedEdition } from '../../engine/edition/resolve';
import { firstThatTells } from '../../engine/source/prior-year';
import type { Source } from '../../engine/source/source';
import { normaliseText } from '../../engine/text/normalise';
import type { AskedSheetWords } from '../../i18n/sheets/words';

/** Last year's workbook as the sheet of last year's figures is filled from it. */
export interface PriorFile {
  /** Its amounts, in this year's codes. */
  readonly source: Source;
  readonly name: string;
  /** Rows that say they come from it follow it: it stands in the same workbook, where people change it. */
  readonly isFollowed: boolean;
  /** The code that a code of this year was last year; undefined where it was the same. */
  formerCode(code: string): string | undefined;
}

export interface FilledPrior {
  readonly rows: readonly PriorRow[];
  /** How many rows were filled in from last year's workbook. */
  readonly filled: number;
  /** Rows that were filled in before and say something else than last year's workbook; they were left as they are. */
  readonly differing: readonly DifferingPrior[];
  /** Rows that say they come from what they follow and held something else, with what it tells: they hold that now. */
  readonly overwritten: readonly OverwrittenPrior[];
}

export interface DifferingPrior {
  readonly row: PriorRow;
  /** What last year's workbook tells, in 万元. */
  readonly told: Decimal;
}

export interface OverwrittenPrior {
  /** As it stood. */
  readonly row: PriorRow;
  /** In 万元; undefined where it is not told any more. */
  readonly now: Decimal | undefined;
}

/**
 * The rows of the sheet of last year's figures with those of last year's workbook filled in where nothing stands yet, codes that
 * are gone this year among them. What stands there stays, whatever the workbook says: a difference is said beside it. `open` are the
 * words, of all languages, that stand in the place of an amount that was not told.
 */
export function fillPriorRows(
  edition: ResolvedEdition,
  now: Source | undefined,
  before: readonly PriorRow[],
  file: PriorFile,
  catalogue: Pick<Catalogue, 'nameOf'>,
  words: AskedSheetWords['prior'],
  open: readonly string[],
): FilledPrior {
  const sources = [...(now ? [now] : []), file.source];
  const lines = priorLines(edition.declared, firstThatTells(sources), (code) => catalogue.nameOf(code));
  const known = new Map<string, PriorRow>();
  for (const row of before) {
    const first = known.get(lineKey(row));
    if (first === undefined || isOpen(first, open)) known.set(lineKey(row), row);
  }
  const asked = new Set(lines.map(lineKey));
  const fromOf = ({ code }: PriorLine): string =>
    words.from(file.name, code === '' ? undefined : file.formerCode(code));
  const differing: DifferingPrior[] = [];
  const overwritten: OverwrittenPrior[] = [];
  let filled = 0;
  const rows = lines.flatMap((line): readonly PriorRow[] => {
    const row = known.get(lineKey(line));
    const told = toldOf(edition, file.source, { nowCode: '', ...line });
    const from = fromOf(line);
    if (row && !isOpen(row, open) && !(file.isFollowed && row.from === from)) {
      if (told === undefined || says(row, told)) return [row];
      if (readAmount(row.value).kind === 'amount') differing.push({ row, told });
      return [{ ...row, from: words.differs(file.name, formatAmount(told, 2)) }];
    }
    if (row && !isOpen(row, open) && !says(row, told)) overwritten.push({ row, now: told });
    const cell = row?.cell ?? { sheet: '', row: 0, column: 0 };
    if (told !== undefined) filled += 1;
    // A blank would be read as nothing; what the workbook does not tell stays open.
    const value = told === undefined ? words.open : told.toDecimalPlaces(6).toNumber();
    const name = line.name === '' ? (row?.name ?? '') : line.name;
    return [{ ...line, name, nowCode: row?.nowCode ?? '', value, from: told === undefined ? '' : from, cell }];
  });
  const others = before.filter((row) => !asked.has(lineKey(row)));
  // What the workbook itself told, and does not tell any more, is nobody's figure now.
  const isNothing = (told: Decimal | undefined): boolean => told === undefined || told.isZero();
  const gone = new Set(
    others.filter((row) => file.isFollowed && row.from === fromOf(row) && isNothing(toldOf(edition, file.source, row))),
  );
  for (const row of gone) if (!isOpen(row, open)) overwritten.push({ row, now: undefined });
  return { rows: [...rows, ...others.filter((row) => !gone.has(row))], filled, differing, overwritten };
}

const isOpen = ({ value }: PriorRow, open: readonly string[]): boolean =>
  wordsOf(value) === '' || open.includes(wordsOf(value));

/** Whether a row holds this amount; one that is followed is written with six decimals. */
function says({ value }: PriorRow, amount: Decimal | undefined): boolean {
  const reading = readAmount(value);
  return reading.kind === 'amount' && amount?.toDecimalPlaces(6).equals(reading.value.toDecimalPlaces(6)) === true;
}

function toldOf(edition: ResolvedEdition, source: Source, row: PriorLine & { readonly nowCode: string }) {
  const table = edition.declared.tables.find(({ id }) => id === row.table);
  const scope = table && scopeOfRow(row, table);
  return scope && source.told(scope.at)?.value;
}

function lineKey({ table, code, name, column }: PriorLine): string {
  return [table, code === '' ? name : code, column].map(normaliseText).join('|');
}
