import { Decimal } from 'decimal.js';
import type { Figure } from '../engine/book/book';
import { deriveEquations } from '../engine/equation/derive';
import type { Equation } from '../engine/equation/equation';
import { evaluate } from '../engine/equation/evaluate';
import type { Evaluated } from '../engine/equation/evaluate';
import { writtenOut } from '../engine/equation/sides';
import type { Held, Side, WrittenEquation } from '../engine/equation/sides';
import { formulaFor } from '../engine/fill/formula';
import { placeOf } from '../engine/finding/quote';
import { addressOf, columnLetters } from '../engine/snapshot/address';
import type { DrawnSheet } from '../engine/snapshot/drawn';
import type { Edit, Patch } from '../engine/snapshot/patch';
import type { SheetSnapshot, Snapshot } from '../engine/snapshot/snapshot';
import { cellAt, rowAt, sheetNamed } from '../engine/snapshot/snapshot';
import { annotateWords } from '../i18n/catalogue';
import { ruleDemands } from '../i18n/describe/rule-names';
import { LANGUAGES } from '../i18n/language';
import type { Language } from '../i18n/language';
import { cellList } from './areas';
import { isNothing, recogniseBest } from './check';
import { freeName } from './free-name';
import { askedSheet, FIRST_ROW } from './sheets/asked-sheet';
import type { AskedCell } from './sheets/asked-sheet';

/** A sheet that lists every equation of a workbook, and the patch that draws it. */
export interface EquationsSheet {
  readonly patch: Patch;
  readonly sheet: string;
  readonly equations: number;
}

/**
 * The sheet of equations (勾稽表): both sides of each as live formulas, their difference and what comes of it, table by table, nothing
 * left out. One that was made before is replaced. Undefined where nothing was recognised.
 */
export async function equationsSheet(
  snapshot: Snapshot,
  language: Language,
  edition?: string,
): Promise<EquationsSheet | undefined> {
  const recognition = await recogniseBest(snapshot, edition);
  if (!recognition || isNothing(recognition)) return undefined;
  const { book } = recognition;
  const evaluated = evaluate(deriveEquations(book));
  const titles = new Map(
    [...book.tables, ...book.forms].map(({ declared, frame }) => [declared.id, frame.title?.text ?? declared.title]),
  );
  const groups = [...titles].flatMap(([id, title]): readonly Group[] => {
    const own = evaluated.filter(({ equation }) => equation.table === id);
    return own.length > 0 ? [{ heading: `${id} ${title}`, evaluated: own }] : [];
  });
  const [old, ...others] = snapshot.sheets.filter(isEquationsSheet);
  const name = old?.name ?? freeName(snapshot, annotateWords(language).equations.sheetName);
  const edits: readonly Edit[] = [
    ...others.map((sheet): Edit => ({ do: 'removeSheet', sheet: sheet.name })),
    { do: 'drawSheet', sheet: drawn(name, groups, heldIn(snapshot), language) },
  ];
  return { patch: { for: snapshot.stamp, command: 'equations', edits }, sheet: name, equations: evaluated.length };
}

/** One that this tool made, in any language. */
function isEquationsSheet(sheet: SheetSnapshot): boolean {
  if (!sheet.ours) return false;
  const labels = rowAt(sheet, FIRST_ROW - 1)?.cells.map(({ value }) => value) ?? [];
  return LANGUAGES.some((language) => {
    const { relation, left, right, result } = annotateWords(language).equations.headers;
    return [relation, left, right, result].every((label) => labels.includes(label));
  });
}

function heldIn(snapshot: Snapshot): Held {
  return ({ cell }) => {
    const sheet = sheetNamed(snapshot, cell.sheet);
    return (sheet && cellAt(sheet, cell.row, cell.column)?.value) ?? null;
  };
}

interface Group {
  readonly heading: string;
  readonly evaluated: readonly Evaluated[];
}

const COLUMNS = [
  ['number', 6],
  ['kind', 8],
  ['relation', 44],
  ['left', 14],
  ['right', 14],
  ['difference', 12],
  ['result', 10],
  ['leftPlace', 14],
  ['rightPlace', 18],
  ['basis', 28],
] as const;
type Column = (typeof COLUMNS)[number][0];
const lettersOf = (column: Column): string => columnLetters(COLUMNS.findIndex(([one]) => one === column));

function drawn(name: string, groups: readonly Group[], held: Held, language: Language): DrawnSheet {
  const { guide, headers } = annotateWords(language).equations;
  const rows: (readonly AskedCell[])[] = [];
  let number = 0;
  for (const { heading, evaluated } of groups) {
    const top = FIRST_ROW + rows.length;
    const lines = evaluated.map((one, index) => lineOf(one, ++number, top + 1 + index, held, language));
    rows.push(headingOf(heading, lines, top, language), ...lines.map(({ cells }) => cells));
  }
  return askedSheet({
    name,
    guide,
    columns: COLUMNS.map(([column, width]) => ({ header: headers[column], width })),
    frozenColumns: 3,
    landscape: true,
    rows,
    kind: 'made',
  });
}

interface Line {
  readonly cells: readonly AskedCell[];
  readonly result: string;
}

/** The line over the equations of a table: its name, and how they stand, counted by a formula. */
function headingOf(heading: string, lines: readonly Line[], row: number, language: Language): readonly AskedCell[] {
  const { agrees, differs, tally } = annotateWords(language).equations;
  const results = `${lettersOf('result')}${row + 2}:${lettersOf('result')}${row + 1 + lines.length}`;
  const count = (result: string): number => lines.filter((line) => line.result === result).length;
  const counted = (word: string, result: string): string => `"  ${word}"&COUNTIF(${results},"${result}")`;
  const blank: AskedCell = { value: null, look: 'ownHeader' };
  const title: AskedCell = {
    value: `${heading}  ${tally.agrees}${count(agrees)}  ${tally.differs}${count(differs)}`,
    look: 'ownHeader',
    formula: `${textIn(heading)}&${counted(tally.agrees, agrees)}&${counted(tally.differs, differs)}`,
  };
  return COLUMNS.map(([column]) => (column === 'relation' ? title : blank));
}

function lineOf({ equation, outcome }: Evaluated, number: number, row: number, held: Held, language: Language): Line {
  const words = annotateWords(language);
  const { equations } = words;
  const { left, right } = equation;
  const written = outcome.kind === 'notChecked' ? undefined : writtenOut(equation, formulaFor, held);
  const result = written ? resultOf(equation, written, row, language) : undefined;
  const fixed = written ? written.left.fixed + written.right.fixed : 0;
  const separator = language === 'en' ? ', ' : '，';
  const difference = written && written.left.value.minus(written.right.value);
  const cells: Readonly<Record<Column, AskedCell>> = {
    number: { value: number, look: 'made' },
    kind: { value: isWithin(equation) ? equations.within : equations.between, look: 'made' },
    relation: { value: relationOf(equation, language), look: 'madeWrap' },
    left: sideCell(written?.left, written),
    right: sideCell(written?.right, written),
    difference: written
      ? {
          ...sideCell({ formula: undefined, value: difference ?? ZERO, fixed: 0 }, written),
          formula: `ROUND(${lettersOf('left')}${row + 1}-${lettersOf('right')}${row + 1},${PLACES})`,
        }
      : { value: null, look: 'madeAmount' },
    result: result
      ? { value: result.value, look: 'made', formula: result.formula }
      : { value: equations.notChecked, look: 'made' },
    leftPlace: placesIn(left, separator),
    rightPlace: placesIn(right, separator),
    basis: { value: basisOf(equation, fixed, language), look: 'madeWrap' },
  };
  return { cells: COLUMNS.map(([column]) => cells[column]), result: result?.value ?? equations.notChecked };
}

const ZERO = new Decimal(0);

function sideCell(side: Side | undefined, written: WrittenEquation | undefined): AskedCell {
  if (!side || !written) return { value: null, look: 'madeAmount' };
  const { formula, value } = side;
  return {
    value: value.toDecimalPlaces(PLACES).toNumber(),
    look: 'madeAmount',
    decimals: Math.max(2, written.decimals),
    ...(formula === undefined ? {} : { formula }),
  };
}

/** Digits after the point beyond which a difference is one of how a computer counts. */
const PLACES = 6;

/** Reads `√ 相符` as long as the sides agree: the formula, and what it comes to now. */
function resultOf(
  equation: Equation,
  { left, right, tolerance }: WrittenEquation,
  row: number,
  language: Language,
): { readonly formula: string; readonly value: string } {
  const { agrees, rounding, differs, blank } = annotateWords(language).equations;
  const apart = left.value.minus(right.value).toDecimalPlaces(PLACES);
  const cell = `${lettersOf('difference')}${row + 1}`;
  const near = tolerance.toDecimalPlaces(PLACES);
  const within = near.isZero() ? undefined : near.toString();
  const cells = cellList(
    [...equation.left, ...equation.right].map((figure) => figure.cell),
    ',',
  );
  const [judged, now] =
    equation.op === '>='
      ? [
          `IF(${cell}>=-${near.toString()},"${agrees}","${differs}")`,
          apart.greaterThanOrEqualTo(near.negated()) ? agrees : differs,
        ]
      : [
          within === undefined
            ? `IF(${cell}=0,"${agrees}","${differs}")`
            : `IF(${cell}=0,"${agrees}",IF(ABS(${cell})<=${within},"${rounding}","${differs}"))`,
          apart.isZero() ? agrees : apart.abs().lessThanOrEqualTo(near) ? rounding : differs,
        ];
  // A long list of cells is cut short, and never all blank.
  if (cells.endsWith('…') || cells.length > LONGEST_LIST) return { formula: judged, value: now };
  const figures = [...equation.left, ...equation.right];
  // Of amounts kept as text none is counted.
  if (figures.some(({ reading }) => reading.kind === 'amount' && reading.asText))
    return { formula: judged, value: now };
  const isBlank = figures.every(({ reading }) => reading.kind === 'blank');
  return { formula: `IF(COUNT(${cells})=0,"${blank}",${judged})`, value: isBlank ? blank : now };
}

const LONGEST_LIST = 2000;

const isWithin = ({ left, right, missingRow, table }: Equation): boolean =>
  missingRow === undefined && [...left, ...right].every((figure) => figure.table === table);

/** More names than these are counted. */
const MOST_NAMES = 4;

/** `表三“行政运行”合计 = 基本支出＋项目支出`. */
function relationOf({ left, right, op, missingRow }: Equation, language: Language): string {
  const words = annotateWords(language).equations;
  const side = (figures: readonly Figure[], other: readonly Figure[]): string => {
    const [only] = figures;
    if (!only) return words.noRow(missingRow?.table ?? '');
    if (figures.length === 1) return words.place(placeOf(only));
    const [whole] = other;
    return words.sum(
      figures.slice(0, MOST_NAMES).map((figure) => partName(figure, whole, words)),
      figures.length,
    );
  };
  return `${side(left, right)} ${op === '>=' ? '≥' : '='} ${side(right, left)}`;
}

/** A part as it is told from the others: by its column beside its whole, by its row below it, else in full. */
function partName(
  part: Figure,
  whole: Figure | undefined,
  { place }: { readonly place: (at: ReturnType<typeof placeOf>) => string },
): string {
  const at = placeOf(part);
  if (whole && whole.cell.sheet === part.cell.sheet) {
    if (whole.cell.row === part.cell.row && at.column !== undefined) return at.column;
    if (whole.cell.column === part.cell.column && at.row !== undefined) return `“${at.row}”`;
  }
  return place(at);
}

/** A formula of Excel holds no text longer than this. */
const LONGEST_TEXT = 255;

/** Where the figures of a side stand; leads there, or to the first of several places. */
function placesIn(figures: readonly Figure[], separator: string): AskedCell {
  const [one] = figures;
  if (!one) return { value: null, look: 'madeWrap' };
  const places = cellList(
    figures.map(({ cell }) => cell),
    separator,
  );
  const to = places.includes(separator) ? addressOf(one.cell) : places;
  if (places.length > LONGEST_TEXT) return { value: places, look: 'madeWrap' };
  return { value: places, look: 'madeLink', formula: `HYPERLINK(${textIn(`#${to}`)},${textIn(places)})` };
}

/** A text as a formula writes it. */
const textIn = (text: string): string => `"${text.replaceAll('"', '""')}"`;

/** Why it must hold, in the words of its edition; else what the rule is about. */
function basisOf({ because, rule }: Equation, fixed: number, language: Language): string {
  const words = annotateWords(language);
  const said = because.kind === 'declared' ? because.declared.because : ruleDemands(rule, language);
  return [said, ...(fixed > 0 ? [words.equations.fixed(fixed)] : [])].join(words.equations.join);
}
