import { readAmount } from '../engine/amount/read-amount';
import { groupBy } from '../engine/lists/group-by';
import type { Conflict, Filled, FillPlan, InsertedRow, LeftOpen, NumberWritten } from '../engine/fill/plan';
import { placeOf } from '../engine/finding/quote';
import { lostReferences } from '../engine/formula/lost';
import { addressOf, cellKey } from '../engine/snapshot/address';
import type { CellRef } from '../engine/snapshot/address';
import type { Edit } from '../engine/snapshot/patch';
import type { CellValue } from '../engine/snapshot/snapshot';
import { areaList } from './areas';
import { fillWords } from '../i18n/fill/catalogue';
import type { FillNumbers, KeptAmount } from '../i18n/fill/words';
import type { Language } from '../i18n/language';
import { amountText } from '../i18n/words/amounts';

/** What a plan comes to in numbers; with a table's id of that table alone. */
export function fillNumbers({ fills, inserts, numbers }: FillPlan, table?: string): FillNumbers {
  const cells = fills.filter((filled) => table === undefined || filled.table === table);
  const formulas = cells.filter(({ formula }) => formula !== undefined).length;
  return {
    formulas,
    values: cells.length - formulas,
    rows: inserts.filter((row) => !row.wasBlank && (table === undefined || row.table === table)).length,
    numbers: numbers.filter((number) => table === undefined || number.table === table).length,
  };
}

/** A row that is put in, or that was blank and is taken. */
export function rowSentence({ row, code, name, wasBlank }: InsertedRow, language: Language): string {
  const words = fillWords(language);
  return (wasBlank ? words.blankRowTaken : words.insertedRow)(row + 1, code === '' ? name : `${code} ${name}`);
}

/** What stood in a cell that is filled. */
export function heldBefore({ before, renewed }: Filled, language: Language): string {
  if (before !== undefined) return amountText(before);
  return renewed === undefined ? fillWords(language).blank : '#REF!';
}

/** The formula of the user's that another takes the place of, and why; '' where there was none. */
export function formulaBefore({ renewed }: Filled, language: Language): string {
  if (renewed === undefined) return '';
  const words = fillWords(language);
  return (lostReferences(renewed) > 0 ? words.restored : words.renewed)(renewed);
}

/** What of a plan was written, where some of its edits were refused. */
export function numbersWithout(plan: FillPlan, refused: readonly Edit[]): FillNumbers {
  const cells = new Set(
    refused.flatMap((edit) => (edit.do === 'setFormula' || edit.do === 'setValue' ? [cellKey(edit.at)] : [])),
  );
  const isWritten = ({ cell }: Filled | NumberWritten): boolean => !cells.has(cellKey(cell));
  return fillNumbers({ ...plan, fills: plan.fills.filter(isWritten), numbers: plan.numbers.filter(isWritten) });
}

/** A typed amount that differs from what is computed, as sentences speak of it. */
export function keptAmount({ figure, typed, computed, formula }: Conflict): KeptAmount {
  return {
    place: placeOf(figure),
    typed: typed.toFixed(),
    computed: computed.toFixed(),
    difference: typed.minus(computed).toFixed(),
    unit: figure.moneyUnit,
    formula,
  };
}

/** Where more cells of a table wait for others than these, only those are told that have to be filled in first. */
const MOST_WAITING = 3;
/** More areas than these nobody reads in a sentence. */
const MOST_AREAS = 3;

/** What stays open, and why. Cells of one table that share the reason, and rows that are not put in, are said together. */
export function leftSentences(
  left: readonly LeftOpen[],
  language: Language,
): readonly { readonly cell: CellRef; readonly sentence: string }[] {
  const words = fillWords(language);
  const groups = groupBy(left, ({ table, because, cells }) => [table, because, ...cells.map(addressOf)].join('\u0000'));
  const open = new Set(left.map(({ cell }) => cellKey(cell)));
  const waiting = manyWaiting(groups);
  return groups.flatMap((group) => {
    const [first] = group;
    const { cell, table, because, cells } = first;
    const all = because === 'left-open' ? waiting.get(table) : undefined;
    if (all) {
      if (all[0] !== first) return [];
      return [{ cell, sentence: words.leftWaiting(placeOf(first), all.length - 1, firstToFill(all, open)) }];
    }
    const sentence = because.startsWith('row-')
      ? words.leftRows(
          table,
          group.map(({ rowName = '' }) => rowName),
          because,
        )
      : words.leftCells(placeOf(first), group.length - 1, because, cells.map(addressOf));
    return [{ cell, sentence }];
  });
}

/** A value that a formula comes to, as people read it; a sum of doubles without their noise. */
export function followedValue(value: CellValue | undefined, language: Language): string {
  const words = fillWords(language);
  if (value === undefined) return words.unknown;
  if (value === null) return words.blank;
  const reading = readAmount(value);
  return typeof value === 'number' && reading.kind === 'amount' ? amountText(reading.value.toFixed()) : String(value);
}

/** By table, the cells that wait for others, where these are many different ones. */
function manyWaiting(
  groups: readonly (readonly [LeftOpen, ...LeftOpen[]])[],
): ReadonlyMap<string, readonly LeftOpen[]> {
  const waiting = groups.filter(([{ because }]) => because === 'left-open');
  const tables = groupBy(waiting, ([{ table }]) => table).filter((ofTable) => ofTable.length > MOST_WAITING);
  return new Map(tables.map((ofTable) => [ofTable[0][0].table, ofTable.flat()] as const));
}

/** The cells for which others wait and which wait for none themselves: as areas, and how many cells there are in all. */
function firstToFill(waiting: readonly LeftOpen[], open: ReadonlySet<string>) {
  const needed = new Map(waiting.flatMap(({ cells }) => cells).map((cell) => [cellKey(cell), cell]));
  const first = [...needed.values()].filter((cell) => !open.has(cellKey(cell)));
  const areas = areaList(first);
  return {
    areas: areas.slice(0, MOST_AREAS),
    more: areas.length > MOST_AREAS,
    cells: first.length,
  };
}
