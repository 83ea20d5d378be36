import type { Decimal } from 'decimal.js';
import { commonPlaces } from '../../amount/interval';
import { NOTHING_STATED, type StatedAmounts } from '../../amount/stated';
import type { Figure } from '../../book/book';
import type { Equation } from '../../equation/equation';
import { NO_LEDGER, type LedgerEvidence } from '../../ledger-evidence/evidence';
import type { Knowledge } from '../../localise/mistakes';
import type { CellFacts } from '../../localise/weights';

/** Of rows that hold nothing: in a table that prints a row for every code they are many, in others one is hardly there by right. */
const RAREST_BLANK_ROW = 0.02;
const COMMONEST_BLANK_ROW = 0.5;

/** What speaks for and against cells beside the equations. */
export interface Evidence {
  /** Where by the edition's word no amount belongs. */
  readonly misfits: ReadonlySet<Figure>;
  /** What the sentences of the workbook state. */
  readonly stated: StatedAmounts;
  /** What the ledger beside the tables gives for their figures. */
  readonly ledger: LedgerEvidence;
  /** Equations that lack rows which were found, each as the sum of equations that is to be read for it. */
  readonly without?: ReadonlyMap<Equation, EquationSum>;
}

/** So many times each of some equations, taken as left − right. */
export type EquationSum = ReadonlyMap<Equation, Decimal>;

export const NO_EVIDENCE: Evidence = { misfits: new Set(), stated: NOTHING_STATED, ledger: NO_LEDGER };

interface Grounds extends Evidence {
  /** Sums left blank over what they add up. */
  readonly gaps: ReadonlySet<Figure>;
  /** Sums of others. */
  readonly wholes: ReadonlySet<Figure>;
  /** The equations that hold, by their rows, with a variable in them. */
  readonly equationsWith: (variable: number) => readonly number[];
}

/** What is known of the variables' cells beyond their places in the rows. */
export function knowledgeOf(
  figures: readonly Figure[],
  { gaps, wholes, misfits, stated, ledger, equationsWith }: Grounds,
): Required<Knowledge> {
  const known = new Map<number, CellFacts>();
  let blankRows: ((figure: Figure) => number | undefined) | undefined;
  const factsOf = (variable: number): CellFacts => {
    const before = known.get(variable);
    if (before) return before;
    const figure = figures[variable];
    if (!figure) throw new Error(`no variable ${variable}`);
    const blankByRight =
      figure.reading.kind === 'blank' ? (blankRows ??= shareOfBlankRows(figures))(figure) : undefined;
    const facts: CellFacts = {
      value: figure.reading.kind === 'blank' ? null : (figure.value ?? null),
      decimals: commonPlaces(figure.decimals, figure.moneyUnit),
      at: figure.cell,
      ...(gaps.has(figure) ? { gap: true } : {}),
      ...(wholes.has(figure) ? { derived: true } : {}),
      ...(misfits.has(figure) ? { misfit: true } : {}),
      ...(ledger.agrees(figure) ? { confirmed: true } : {}),
      ...(blankByRight === undefined ? {} : { blankByRight }),
    };
    known.set(variable, facts);
    return facts;
  };
  const hangTogether = (variable: number, other: number): boolean => {
    const others = equationsWith(other);
    return equationsWith(variable).some((row) => others.includes(row));
  };
  return { factsOf, hangTogether, isStated: stated.has };
}

/** For a figure in a row that holds nothing at all: the share of such rows in its table. Undefined for every other. */
function shareOfBlankRows(figures: readonly Figure[]): (figure: Figure) => number | undefined {
  const tables = new Map<string, Map<number, boolean>>();
  const tableOf = ({ table, cell }: Figure): string => `${table}|${cell.sheet}`;
  for (const figure of figures) {
    const rows = tables.get(tableOf(figure)) ?? new Map<number, boolean>();
    tables.set(tableOf(figure), rows);
    const isBlank = figure.reading.kind === 'blank' && rows.get(figure.cell.row) !== false;
    rows.set(figure.cell.row, isBlank);
  }
  return (figure) => {
    const rows = tables.get(tableOf(figure));
    if (rows?.get(figure.cell.row) !== true) return undefined;
    // Told by the other rows, of which two are not enough to say that none is ever blank (the rule of succession).
    const blank = [...rows.values()].filter(Boolean).length - 1;
    return Math.min(COMMONEST_BLANK_ROW, Math.max(RAREST_BLANK_ROW, (blank + 1) / (rows.size + 1)));
  };
}
