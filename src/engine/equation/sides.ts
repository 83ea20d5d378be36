import { Decimal } from 'decimal.js';
import { convertMoney } from '../amount/money-unit';
import type { MoneyUnit } from '../amount/reading';
import { commonPlaces, halfUnit } from '../amount/interval';
import type { Figure } from '../book/book';
import { a1, quoteSheetName } from '../snapshot/address';
import type { CellValue } from '../snapshot/snapshot';
import type { Equation } from './equation';

/** One side of an equation as a cell of its own can hold it, in the money unit of the equation's first figure. */
export interface Side {
  /** Without the leading `=`; undefined where Excel could not take it. */
  readonly formula: string | undefined;
  readonly value: Decimal;
  /** Amounts that stand within words: no formula gets at them, they are written as they are now. */
  readonly fixed: number;
}

/** An equation that can be written out beside the tables. */
export interface WrittenEquation {
  readonly unit: MoneyUnit;
  readonly decimals: number;
  readonly left: Side;
  readonly right: Side;
  /** How far the sides may be apart by rounding alone; zero where both are a single cell. */
  readonly tolerance: Decimal;
}

/** The sides of an equation as live formulas in another sheet; undefined where one of its figures cannot be read. */
export function writtenOut(equation: Equation, write: SumWriter, held: Held): WrittenEquation | undefined {
  const { left, right } = equation;
  const figures = [...left, ...right];
  const [first] = figures;
  if (!first || figures.some(({ value }) => value === undefined)) return undefined;
  const unit = first.moneyUnit;
  return {
    unit,
    decimals: Math.max(...figures.map(({ decimals, moneyUnit }) => commonPlaces(decimals, moneyUnit))) - shift(unit),
    left: sideOf(left, first, write, held),
    right: sideOf(right, first, write, held),
    tolerance: left.length === 1 && right.length === 1 ? ZERO : halvesOf(figures, unit),
  };
}

/** Writes the sum of some figures, of one money unit, as a formula of a cell. */
export type SumWriter = (target: Figure, sources: readonly Figure[]) => string | undefined;

/** What the cell of a figure holds: of a form the figure may be a part of its words only. */
export type Held = (figure: Figure) => CellValue;

/** The sum of some figures as a cell of another sheet can hold it, in the given money unit. None of them may be unreadable. */
export function sumOutside(figures: readonly Figure[], unit: MoneyUnit, write: SumWriter, held: Held): Side {
  const [first] = figures;
  return first
    ? sideOf(figures, { ...first, moneyUnit: unit }, write, held)
    : { formula: undefined, value: ZERO, fixed: 0 };
}

const ZERO = new Decimal(0);

// Four places more in 万元 are the same figure in 元.
const shift = (unit: MoneyUnit): number => (unit === '元' ? 4 : 0);

function halvesOf(figures: readonly Figure[], unit: MoneyUnit): Decimal {
  const halves = figures
    .filter(({ value }) => value?.isZero() === false)
    .reduce((sum, { decimals, moneyUnit }) => sum.plus(halfUnit(decimals, moneyUnit)), ZERO);
  return convertMoney(halves, '万元', unit);
}

function sideOf(figures: readonly Figure[], first: Figure, write: SumWriter, held: Held): Side {
  // Where the formula stands no table is at hand.
  const target: Figure = { ...first, cell: { sheet: '', row: 0, column: 0 } };
  const value = figures.reduce((sum, figure) => sum.plus(figure.value ?? ZERO), ZERO);
  const inWords = figures.filter((figure) => kindOf(figure, held) === 'words');
  const texts = figures.filter((figure) => kindOf(figure, held) === 'text');
  const numbers = figures.filter((figure) => kindOf(figure, held) === 'number');
  const units = [...new Set(numbers.map(({ moneyUnit }) => moneyUnit))];
  const sums = units.map((unit) => {
    const own = numbers.filter(({ moneyUnit }) => moneyUnit === unit);
    const sum = write(target, own);
    // A cell that looks blank may hold a space, which is no number; a sum passes over it.
    return own.length === 1 && sum !== undefined ? `SUM(${sum})` : sum;
  });
  const terms = [
    ...sums,
    ...texts.map((figure) => `${numberIn(referenceTo(figure))}${factorOf(figure, target)}`),
    ...inWords.map((figure) => convertMoney(figure.value ?? ZERO, '万元', target.moneyUnit).toString()),
  ];
  const whole = terms.every((term) => term !== undefined) ? terms.join('+') : undefined;
  return {
    formula: whole === '' ? '0' : whole !== undefined && whole.length <= LONGEST_FORMULA ? whole : undefined,
    value: convertMoney(value, '万元', target.moneyUnit),
    fixed: inWords.length,
  };
}

const LONGEST_FORMULA = 8000;

/** The number in a cell, also where it is kept as text, with spaces of whatever width in it; zero where there is none. */
const numberIn = (reference: string): string =>
  `IFERROR(${reference}*1,IFERROR(SUBSTITUTE(SUBSTITUTE(${reference},"\u3000","")," ","")*1,0))`;

const referenceTo = ({ cell }: Figure): string => `${quoteSheetName(cell.sheet)}!${a1(cell)}`;

function factorOf({ moneyUnit }: Figure, target: Figure): string {
  if (moneyUnit === target.moneyUnit) return '';
  return moneyUnit === '元' ? '/10000' : '*10000';
}

/** A sum passes over what is kept as text; a text that Excel itself reads as a number can be asked for it. */
function kindOf(figure: Figure, held: Held): 'number' | 'text' | 'words' {
  const { reading } = figure;
  if (reading.kind !== 'amount') return 'number';
  const value = held(figure);
  if (typeof value !== 'string') return 'number';
  return reading.dash === true || (reading.suffix === undefined && NUMBER_AS_TEXT.test(value)) ? 'text' : 'words';
}

const NUMBER_AS_TEXT = /^[ \u3000]*[+-]?[0-9, \u3000]+(?:\.[0-9 \u3000]+)?$/;
