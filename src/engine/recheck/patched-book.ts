import { valueOf } from '../book/assemble';
import { readingOf } from '../book/reading-of';
import type { Book, Figure, RecognisedBlock, RecognisedTable } from '../book/book';
import { textOf } from '../recognise/grid';
import { cellKey } from '../snapshot/address';
import type { Cell, Snapshot } from '../snapshot/snapshot';
import { sheetNamed } from '../snapshot/snapshot';
import type { Steps } from '../steps/steps';
import type { ChangedCell } from './changed-cells';
import type { FigurePlace } from './figure-index';

/** A book in which some figures say something else. */
export interface PatchedBook {
  readonly book: Book;
  /** By the key of its cell: the figures that took the place of others. */
  readonly replaced: ReadonlyMap<Figure, Figure>;
  /** The same equations hold as before: which ones do depends on what is blank and what is zero. */
  readonly sameEquations: boolean;
}

const CELLS_A_STEP = 1000;

/**
 * The book that recognition would make of the changed workbook, without recognising it again. Undefined where the change may reach
 * further than the figures it is in: a word, a code, what nobody can read as an amount, a row that begins or ceases to hold amounts.
 */
export function* patchedBook(
  book: Book,
  places: ReadonlyMap<string, readonly FigurePlace[]>,
  changed: readonly ChangedCell[],
  after: Snapshot,
): Steps<PatchedBook | undefined> {
  const patch = new BookPatch(book);
  let cells = 0;
  for (const change of changed) {
    if (++cells % CELLS_A_STEP === 0) yield;
    const found = places.get(cellKey(change.at));
    if (!found) {
      if (looksTheSame(change.before, change.after)) continue;
      return undefined;
    }
    if (holdsWords(change.before) || holdsWords(change.after)) return undefined;
    for (const place of found) if (!patch.take(place, change)) return undefined;
  }
  return patch.isWithinRows() && isWithinSheet(patch.flips, changed, after) ? patch.result() : undefined;
}

type Standing = 'blank' | 'zero' | 'amount' | 'unreadable';

function standingOf({ reading }: Figure): Standing {
  return reading.kind === 'amount' ? (reading.value.isZero() ? 'zero' : 'amount') : reading.kind;
}

class BookPatch {
  /** Cells that are blank now and were not, or the other way round. */
  readonly flips: ChangedCell[] = [];
  private readonly rows = new Map<RecognisedBlock, Map<number, Figure[]>>();
  private readonly replaced = new Map<Figure, Figure>();
  private readonly flipped = new Map<RecognisedBlock, Set<number>>();
  private readonly patchable = new Map<RecognisedBlock, boolean>();
  private sameEquations = true;

  constructor(private readonly book: Book) {}

  /** Takes a changed cell in; false where more than its figure may change with it. */
  take(place: FigurePlace, change: ChangedCell): boolean {
    const table = this.book.tables[place.table];
    const block = table?.blocks[place.block];
    const figure = block?.figures[place.row]?.[place.column];
    if (!table || !block || !figure || !this.canBePatched(table, block)) return false;
    const reading = readingOf(change.after);
    const now: Figure = {
      ...figure,
      reading,
      formula: change.after?.formula,
      value: valueOf(reading, figure.moneyUnit),
    };
    const [before, after] = [standingOf(figure), standingOf(now)];
    if (before === 'unreadable' || after === 'unreadable') return false;
    if (before !== after) this.sameEquations = false;
    if ((before === 'blank') !== (after === 'blank')) {
      this.flips.push(change);
      const rows = this.flipped.get(block) ?? new Set();
      this.flipped.set(block, rows.add(place.row));
    }
    const lines = this.rows.get(block) ?? new Map<number, Figure[]>();
    this.rows.set(block, lines);
    const line = lines.get(place.row) ?? [...(block.figures[place.row] ?? [])];
    lines.set(place.row, line);
    line[place.column] = now;
    this.replaced.set(figure, now);
    return true;
  }

  private canBePatched(table: RecognisedTable, block: RecognisedBlock): boolean {
    const known = this.patchable.get(block) ?? canBePatched(this.book, table, block);
    this.patchable.set(block, known);
    return known;
  }

  /** Whether each row in which something became blank, or ceased to be, held an amount before that it still holds. */
  isWithinRows(): boolean {
    for (const [block, rows] of this.flipped) {
      for (const row of rows) {
        const before = block.figures[row] ?? [];
        const after = this.rows.get(block)?.get(row) ?? [];
        const isHeld = before.some((figure, column) => {
          const now = after[column];
          return figure.reading.kind === 'amount' && now?.reading.kind === 'amount';
        });
        if (!isHeld) return false;
      }
    }
    return true;
  }

  result(): PatchedBook {
    const tables = this.book.tables.map((table): RecognisedTable => {
      if (!table.blocks.some((block) => this.rows.has(block))) return table;
      return {
        ...table,
        blocks: table.blocks.map((block) => {
          const lines = this.rows.get(block);
          return lines ? { ...block, figures: block.figures.map((line, row) => lines.get(row) ?? line) } : block;
        }),
      };
    });
    return { book: { ...this.book, tables }, replaced: this.replaced, sameEquations: this.sameEquations };
  }
}

/** Where amounts decide upon nothing but themselves. */
function canBePatched(book: Book, table: RecognisedTable, block: RecognisedBlock): boolean {
  // In another unit than the edition's the decimals of a column are those that are seen most.
  if (table.frame.moneyUnit !== table.declared.moneyUnit) return false;
  // Rows that are told by their order are told by which of them hold amounts, and by whether the first is the sum of the others.
  if (block.declared.rows.some((row) => 'ordinal' in row)) return false;
  const sheets = new Set(block.rows.nodes.map(({ sheet }) => sheet));
  return !book.forms.some(({ frame }) => sheets.has(frame.sheet));
}

/** Titles, units, years, notes and names are words. */
function holdsWords(cell: Cell | undefined): boolean {
  return typeof cell?.value === 'string' && /\p{L}/u.test(cell.value);
}

/** Whether recognition sees the same in a cell that is no figure. */
function looksTheSame(before: Cell | undefined, after: Cell | undefined): boolean {
  const [old, now] = [before?.value ?? null, after?.value ?? null];
  if (old !== now) return false;
  return textOf(old) !== '' || (before?.formula === undefined) === (after?.formula === undefined);
}

/** A header without merged cells reaches as far to the right as anything in its sheet: a cell must not be the only one out there. */
function isWithinSheet(flips: readonly ChangedCell[], changed: readonly ChangedCell[], after: Snapshot): boolean {
  if (flips.length === 0) return true;
  const inQuestion = new Set(changed.map(({ at }) => cellKey(at)));
  const right = new Map<string, number>();
  for (const { at } of flips) {
    let last = right.get(at.sheet);
    if (last === undefined) {
      last = -1;
      for (const { row, cells } of sheetNamed(after, at.sheet)?.rows ?? []) {
        for (const { column, value, formula } of cells) {
          if (column <= last || (textOf(value) === '' && formula === undefined)) continue;
          if (!inQuestion.has(cellKey({ sheet: at.sheet, row, column }))) last = column;
        }
      }
      right.set(at.sheet, last);
    }
    if (at.column > last) return false;
  }
  return true;
}
