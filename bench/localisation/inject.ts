import type { Decimal } from 'decimal.js';
import { figuresOf, type Book, type Figure } from '../../src/engine/book/book';
import type { Evaluated } from '../../src/engine/equation/evaluate';
import type { CellValue, Snapshot } from '../../src/engine/snapshot/snapshot';
import { placeOf, valueAt, type Place } from '../../tests/fixtures/edit';
import { amountIn, withAmount, wrongAmount, type Kind } from './errors';
import type { Random } from './random';
import { rivalsIn, type HasRival } from './rivals';

/** A workbook without errors and what its figures stand in. */
export interface Ground {
  readonly name: string;
  readonly snapshot: Snapshot;
  /** Amounts other than zero that stand in an equation. */
  readonly figures: readonly Figure[];
  /** At least two equations touch it, and no other cell stands in just the same ones. */
  readonly singledOut: ReadonlySet<Place>;
  /** Of two amounts in each other's places: whether the equations cannot tell them from two others. */
  readonly hasRival: HasRival;
  /** Figures of one equation, where it holds at least two of `figures`. */
  readonly equations: readonly (readonly Figure[])[];
  /** Blank cells in the next column of the same row. */
  readonly blankBeside: ReadonlyMap<Place, Figure>;
  /** All cells in which an amount stands or could stand. */
  readonly size: number;
}

/** What a workbook offers to errors; `evaluated` are its equations as they come out without any. */
export function groundOf(name: string, snapshot: Snapshot, book: Book, evaluated: readonly Evaluated[]): Ground {
  const standsIn = new Map<Place, number[]>();
  const sums = evaluated.filter(({ equation, outcome }) => equation.op === '=' && outcome.kind !== 'notChecked');
  for (const [index, { equation }] of sums.entries()) {
    for (const { cell } of [...equation.left, ...equation.right]) {
      const place = placeOf(cell);
      standsIn.set(place, [...(standsIn.get(place) ?? []), index]);
    }
  }
  const alike = new Map<string, number>();
  for (const indexes of standsIn.values()) alike.set(indexes.join(), (alike.get(indexes.join()) ?? 0) + 1);
  const singledOut = [...standsIn].flatMap(([place, indexes]) =>
    indexes.length >= 2 && alike.get(indexes.join()) === 1 ? [place] : [],
  );
  const all = [...figuresOf(book)];
  const figures = all.filter(
    ({ cell, value }) =>
      standsIn.has(placeOf(cell)) && value?.isZero() === false && amountIn(valueAt(snapshot, placeOf(cell))),
  );
  const amounts = new Set(figures);
  return {
    name,
    snapshot,
    figures,
    singledOut: new Set(singledOut),
    hasRival: rivalsIn(sums.map(({ equation }) => equation)),
    equations: sums
      .map(({ equation }) => [...equation.left, ...equation.right].filter((figure) => amounts.has(figure)))
      .filter((members) => members.length >= 2),
    blankBeside: blankBeside(book, standsIn),
    size: all.length,
  };
}

function blankBeside(book: Book, standsIn: ReadonlyMap<Place, unknown>): ReadonlyMap<Place, Figure> {
  const beside = new Map<Place, Figure>();
  for (const { blocks } of book.tables) {
    for (const row of blocks.flatMap((block) => block.figures)) {
      for (const [index, { cell }] of row.entries()) {
        const next = [row[index + 1], row[index - 1]].find(
          (other) => other?.reading.kind === 'blank' && standsIn.has(placeOf(other.cell)),
        );
        if (next) beside.set(placeOf(cell), next);
      }
    }
  }
  return beside;
}

/** A workbook made wrong, and what belongs in the cells that are. */
export interface Injected {
  readonly changes: Readonly<Record<Place, CellValue>>;
  /** In the unit of each cell's table; zero for what belongs blank. */
  readonly truth: ReadonlyMap<Place, Decimal>;
  /** All cells are, and of two amounts in each other's places no two others could be instead. */
  readonly singledOut: boolean;
}

/** Where several errors are to be. */
export type Where = 'anywhere' | 'in one equation';

/** So many errors, each of the kind that `kindOf` names; undefined where the draw did not come out. */
export function inject(
  ground: Ground,
  count: number,
  kindOf: () => Kind,
  where: Where,
  random: Random,
): Injected | undefined {
  const pool = where === 'anywhere' ? ground.figures : (random.oneOf(ground.equations) ?? []);
  const changes: Record<Place, CellValue> = {};
  const truth = new Map<Place, Decimal>();
  let isRivalled = false;
  for (let error = 0; error < count; error++) {
    const figure = random.oneOf(pool);
    const written = figure && errorAt(ground, figure, kindOf(), random);
    if (!written || written.some(({ place }) => truth.has(place))) return undefined;
    const [first, second] = written;
    if (first && second) isRivalled ||= ground.hasRival(first.place, second.place);
    for (const { place, value, meant } of written) {
      changes[place] = value;
      truth.set(place, meant);
    }
  }
  const singledOut = !isRivalled && [...truth.keys()].every((place) => ground.singledOut.has(place));
  return { changes, truth, singledOut };
}

interface Written {
  readonly place: Place;
  readonly value: CellValue;
  readonly meant: Decimal;
}

function errorAt(ground: Ground, figure: Figure, kind: Kind, random: Random): readonly Written[] | undefined {
  const place = placeOf(figure.cell);
  const before = valueAt(ground.snapshot, place);
  const meant = amountIn(before);
  if (!meant) return undefined;
  if (kind === 'misplaced') {
    const beside = ground.blankBeside.get(place);
    return (
      beside && [
        { place, value: null, meant },
        { place: placeOf(beside.cell), value: before, meant: meant.times(0) },
      ]
    );
  }
  if (kind === 'exchanged') {
    const other = random.oneOf(ground.figures.filter(({ table, cell }) => isNear(figure, table, cell.row)));
    const second = other && placeOf(other.cell);
    const amount = second === undefined ? undefined : amountIn(valueAt(ground.snapshot, second));
    if (second === undefined || !amount || amount.equals(meant)) return undefined;
    return [
      { place, value: withAmount(before, amount.toFixed()), meant },
      { place: second, value: withAmount(valueAt(ground.snapshot, second), meant.toFixed()), meant: amount },
    ];
  }
  const text = wrongAmount(meant, kind, figure.moneyUnit === '元', random);
  return text === undefined ? undefined : [{ place, value: withAmount(before, text), meant }];
}

/** Figures are exchanged within a row or with one of the rows beside. */
const isNear = (figure: Figure, table: string, row: number): boolean =>
  figure.table === table && Math.abs(figure.cell.row - row) <= 1;
