import { Decimal } from 'decimal.js';
import { remembered } from '../memo/remembered';
import type { ControlTotal } from './control-totals';
import type { LedgerColumn, LedgerRow } from './ledger';
import type { LedgerCells } from './ledger-cells';

const TOTAL_WORDS = /^(?:合计|小计|总计|本页合计|本页小计|累计|承前页|过次页|转下页)/;
const ENDS_AS_TOTAL = /(?:合计|小计|总计)$/;
/** Asked of every text of every row, and most of them are the same. */
const wordsOfTotal = remembered((text) => {
  const begins = TOTAL_WORDS.test(text);
  return { begins, is: begins || ENDS_AS_TOTAL.test(text) };
});

const HEADED: readonly LedgerColumn[] = ['functional', 'functionalName', 'project'];
const TEXTS: readonly LedgerColumn[] = [
  'functional',
  'functionalName',
  'kind',
  'economic',
  'economicName',
  'project',
  'fund',
];

/** A row of a unit's total may have nothing but its name. */
const TOTALLED: readonly LedgerColumn[] = [...TEXTS, 'unit'];

const AMOUNTS: readonly LedgerColumn[] = ['now', 'before'];

/** The cell that shows that a row is one of totals, and what it says. */
export interface TotalCell {
  readonly column: number;
  readonly said: string;
}

/**
 * The cell that shows that a row is one of totals; undefined where it is none. Of a row without a functional code, which is no item, a
 * word for a total says so wherever it stands: most people write it in the first column, below 序号.
 */
export function totalCell(cells: LedgerCells, row: number, isCoded: () => boolean): TotalCell | undefined {
  const shown = totalColumn(cells, row);
  if (shown !== undefined) return { column: cells.place(row, shown).column, said: cells.text(row, shown) };
  return isCoded() ? undefined : cells.beside(row).find(({ said }) => isTotalAlone(said));
}

/** A text that goes on behind the word may be anything: how something was worked out. */
const isTotalAlone = (text: string): boolean => {
  const plain = text.replace(/(?:数|额|金额)?:?$/, '');
  return plain.length <= LONGEST_TOTAL && (ALONE.test(plain) || ENDS_AS_TOTAL.test(plain));
};
const ALONE = new RegExp(`${TOTAL_WORDS.source}$`);
/** 机关服务中心本级小计. */
const LONGEST_TOTAL = 20;

/** The column of the ledger's own that shows it. */
function totalColumn(cells: LedgerCells, row: number): LedgerColumn | undefined {
  for (const column of HEADED) if (wordsOfTotal(cells.text(row, column)).begins) return column;
  // The name of a project may end in such a word: a row that says what it is for and where the money comes from is an item.
  if (says(cells, row, 'economic') || says(cells, row, 'fund')) return undefined;
  return TOTALLED.find((column) => wordsOfTotal(cells.text(row, column)).is);
}

const says = (cells: LedgerCells, row: number, column: LedgerColumn): boolean => {
  const text = cells.text(row, column);
  return text !== '' && !wordsOfTotal(text).is;
};

/**
 * The column in which a row without amounts begins that is a text, a remark or the headers once more, unless codes or words of it are
 * known; undefined of a row with an amount, and of one that names nothing but a project: that is an item without its amount.
 */
export function textColumn(cells: LedgerCells, row: number): LedgerColumn | undefined {
  if (AMOUNTS.some((column) => cells.amount(row, column).kind === 'amount')) return undefined;
  const shown = TEXTS.find((column) => cells.text(row, column) !== '');
  const isItem = shown === 'project' && TEXTS.every((column) => column === 'project' || cells.text(row, column) === '');
  return isItem ? undefined : shown;
}

/** Of pages or of what was before: not of the items above. */
const OF_PAGES = /累计|承前页|过次页|转下页|本页/;

/** A row of totals as what it may be compared with; undefined of one of pages. `said`: the text that shows it. */
export function controlTotal(
  cells: LedgerCells,
  row: number,
  said: string,
  amounts: ControlTotal['amounts'],
): ControlTotal | undefined {
  if (OF_PAGES.test(said)) return undefined;
  const texts = new Set([said, ...TOTALLED.map((column) => cells.text(row, column))]);
  const names = [...texts].map((text) => text.replace(/小计|合计|总计|^其中|[:：]/g, ''));
  return { row, isSubtotal: said.includes('小计'), names: names.filter((name) => name !== ''), amounts };
}

/** What the items of every code come to, those of the codes below it among them. */
export class CodeSums {
  private readonly sums = new Map<string, { readonly now: Decimal; readonly before: Decimal }>();

  constructor(rows: readonly LedgerRow[]) {
    for (const { functional, now, before } of rows) {
      for (const length of [3, 5, 7]) {
        const code = functional.slice(0, length);
        const known = this.sums.get(code);
        this.sums.set(code, {
          now: (known?.now ?? ZERO).plus(now ?? ZERO),
          before: (known?.before ?? ZERO).plus(before ?? ZERO),
        });
      }
    }
  }

  /** Whether amounts are those of all items of a code; a blank says nothing. */
  are(code: string, now: Decimal | undefined, before: Decimal | undefined): boolean {
    const sums = this.sums.get(code);
    if (!sums) return false;
    return (now === undefined || isNear(now, sums.now)) && (before === undefined || isNear(before, sums.before));
  }
}

const ZERO = new Decimal(0);
/** Printed sums are rounded. */
const NEAR = new Decimal('0.01');

const isNear = (one: Decimal, other: Decimal): boolean => one.minus(other).abs().lessThanOrEqualTo(NEAR);
