import type { Book, RecognisedBlock, RowNode } from '../book/book';
import type { Catalogue } from '../classification/catalogue';
import { systemOf } from '../classification/code-tree';
import { isGenericName, spellingsOf } from '../classification/names';
import { recoded } from '../classification/recode';
import { deriveInSteps } from '../equation/derive';
import { evaluate, type Evaluated } from '../equation/evaluate';
import { equationFindingsInSteps, figuresOf, type FailedEquation } from '../finding/equation-findings';
import { withoutUnread } from '../finding/cause/unread';
import type { Finding } from '../finding/finding';
import { recogniseInSteps } from '../recognise/recognise';
import { cellKey, type CellRef } from '../snapshot/address';
import type { CellValue, Snapshot } from '../snapshot/snapshot';
import { rowName } from './codes/coded-row';
import type { Steps } from '../steps/steps';
import { cellOf, figuresOfRow, isNonZero } from './look';

/** A row under a wrong code, and what goes away once it has the right one. */
export interface Miscoded {
  /** The first code cell that has to be changed. */
  readonly cell: CellRef;
  readonly table: string;
  readonly printed: string;
  readonly right: string;
  readonly name: string | undefined;
  readonly settles: readonly FailedEquation[];
}

/** A workbook as far as its equations go. */
export interface Reading {
  readonly snapshot: Snapshot;
  readonly book: Book;
  readonly evaluated: readonly Evaluated[];
  readonly failed: readonly FailedEquation[];
}

/** Rows after which nobody looks for more: each trial reads the workbook once more. */
const MOST_ROWS = 3;
const MOST_TRIALS = 8;

/**
 * Rows whose code is wrong, told by what follows if they had another one: some of the failed equations hold, and none fails that
 * held. Tried are the codes that checks of codes propose, and those under which other tables have a row of that name. Comes with the
 * workbook as it is with the right codes: what still fails has other causes.
 */
export function* miscodedRows(
  given: Reading,
  findings: readonly Finding[],
  catalogue: Catalogue,
): Steps<{ readonly rows: readonly Miscoded[]; readonly mended: Reading }> {
  const rows: Miscoded[] = [];
  let mended = given;
  while (mended.failed.length > 0 && rows.length < MOST_ROWS) {
    const trials: Outcome[] = [];
    const proposed = yield* trialsOf(mended, findings);
    for (const trial of proposed.slice(0, MOST_TRIALS)) {
      yield;
      const outcome = yield* outcomeOf(trial, mended, catalogue);
      if (outcome) trials.push(outcome);
    }
    const most = Math.max(0, ...trials.map(({ settles }) => settles.length));
    const [best, ...asGood] = trials.filter(({ settles }) => settles.length === most);
    if (!best || asGood.length > 0) break;
    const known = new Map(given.failed.map((member) => [member.finding.id, member]));
    const settles = best.settles.map((member) => known.get(member.finding.id) ?? member);
    rows.push({ ...best.trial, settles });
    mended = best.mended;
  }
  return { rows, mended };
}

interface Trial extends Omit<Miscoded, 'settles'> {
  readonly edits: readonly { readonly cell: CellRef; readonly value: CellValue }[];
}

interface Outcome {
  readonly trial: Trial;
  readonly mended: Reading;
  readonly settles: readonly FailedEquation[];
}

function* outcomeOf(trial: Trial, before: Reading, catalogue: Catalogue): Steps<Outcome | undefined> {
  const snapshot = edited(before.snapshot, trial);
  const { book } = yield* recogniseInSteps(snapshot, before.book.edition, catalogue);
  yield;
  const { evaluated } = withoutUnread(book, evaluate(yield* deriveInSteps(book)));
  yield;
  const failed = yield* equationFindingsInSteps(evaluated);
  const known = new Set(before.failed.map(({ finding }) => finding.id));
  if (failed.some(({ finding }) => !known.has(finding.id))) return undefined;
  const still = new Set(failed.map(({ finding }) => finding.id));
  const settles = before.failed.filter(({ finding }) => !still.has(finding.id));
  return settles.length === 0 ? undefined : { trial, mended: { snapshot, book, evaluated, failed }, settles };
}

function edited(snapshot: Snapshot, { cell, edits }: Trial): Snapshot {
  const values = new Map(edits.map((edit) => [edit.cell.column, edit.value]));
  return {
    ...snapshot,
    sheets: snapshot.sheets.map((sheet) =>
      sheet.name !== cell.sheet
        ? sheet
        : {
            ...sheet,
            rows: sheet.rows.map((row) =>
              row.row !== cell.row
                ? row
                : {
                    ...row,
                    cells: row.cells.map((one) => {
                      const value = values.get(one.column);
                      return value === undefined ? one : { column: one.column, value };
                    }),
                  },
            ),
          },
    ),
  };
}

/** A row with a code, and the block it stands in. */
interface CodeRow {
  readonly block: RecognisedBlock;
  readonly node: RowNode;
  /** As printed; undefined where it makes no code. */
  readonly code: string | undefined;
}

const FINDINGS_A_STEP = 200;

function* trialsOf(reading: Reading, findings: readonly Finding[]): Steps<readonly Trial[]> {
  const rows = codeRowsOf(reading.book);
  yield;
  const elsewhere = new CodesElsewhere(rows);
  const failing = new Set(reading.failed.flatMap((member) => figuresOf(member).map(({ cell }) => lineOf(cell))));
  const byLine = new Map(rows.map((row) => [lineOf(row.node), row]));
  const trials = new Map<string, Trial>();
  const propose = (row: CodeRow | undefined, right: string | undefined): void => {
    if (!row || right === undefined || right === row.code || !failing.has(lineOf(row.node))) return;
    const trial = trialOf(row, right, reading.snapshot);
    if (trial) trials.set(`${cellKey(trial.cell)} ${trial.right}`, trial);
  };
  const rowAt = (cell: CellRef | undefined): CodeRow | undefined => cell && byLine.get(lineOf(cell));
  let looked = 0;
  for (const { facts, cells } of findings) {
    if (++looked % FINDINGS_A_STEP === 0) yield;
    const row = rowAt(cells[0]);
    if (facts.code === 'code-wrong-code') propose(row, facts.right);
    else if (facts.code === 'code-unknown') propose(row, facts.nearest?.code);
    else if (facts.code === 'code-parent') {
      propose(row, facts.above + facts.printed.slice(facts.above.length));
      propose(rowAt(cells[1]), facts.printed.slice(0, facts.above.length));
    } else if (facts.code !== 'code-other-name' && facts.code !== 'code-shape') continue;
    for (const right of yield* elsewhere.of(row)) propose(row, right);
  }
  for (const member of reading.failed) {
    if (++looked % FINDINGS_A_STEP === 0) yield;
    if (!member.equation.missingRow) continue;
    for (const { cell } of figuresOf(member))
      for (const right of yield* elsewhere.of(rowAt(cell))) propose(rowAt(cell), right);
  }
  return [...trials.values()];
}

const lineOf = ({ sheet, row }: { readonly sheet: string; readonly row: number }): string => `${sheet}!${row}`;

function codeRowsOf(book: Book): readonly CodeRow[] {
  return book.tables.flatMap(({ blocks }) =>
    blocks.flatMap((block) =>
      block.rows.nodes.flatMap((node): readonly CodeRow[] =>
        node.role === 'tree' && node.code && node.code.kind !== 'none'
          ? [{ block, node, code: node.code.kind === 'code' ? node.code.code : undefined }]
          : [],
      ),
    ),
  );
}

const ROWS_A_STEP = 200;

/** Codes under which other tables have a row of a name, and that a table does not print. */
class CodesElsewhere {
  /** Rows by what their names may stand for, each list in the order of the tables; made when it is first asked for. */
  private bySpelling: ReadonlyMap<string, readonly CodeRow[]> | undefined;
  private readonly printed = new Map<RecognisedBlock, ReadonlySet<string>>();
  private readonly places: ReadonlyMap<CodeRow, number>;

  constructor(private readonly rows: readonly CodeRow[]) {
    this.places = new Map(rows.map((row, place) => [row, place]));
  }

  /** A name that stands under many codes says it under its own 款 only. */
  *of(row: CodeRow | undefined): Steps<readonly string[]> {
    const { name } = row?.node ?? {};
    if (!row || name === undefined) return [];
    const bySpelling = (this.bySpelling ??= yield* rowsBySpelling(this.rows));
    const printed = this.printedIn(row.block);
    const isPossible = ({ block, code }: CodeRow): boolean =>
      block !== row.block &&
      code !== undefined &&
      !printed.has(code) &&
      (row.code === undefined || code.length === row.code.length) &&
      (!isGenericName(name) || row.code === undefined || code.slice(0, -2) === row.code.slice(0, -2));
    const alike = new Set(
      spellingsOf(name)
        .flatMap((spelling) => bySpelling.get(spelling) ?? [])
        .filter(isPossible),
    );
    const inOrder = [...alike].sort((a, b) => this.placeOf(a) - this.placeOf(b));
    return [...new Set(inOrder.flatMap(({ code }) => code ?? []))];
  }

  private placeOf(row: CodeRow): number {
    return this.places.get(row) ?? 0;
  }

  private printedIn(block: RecognisedBlock): ReadonlySet<string> {
    const known = this.printed.get(block);
    if (known) return known;
    const own = this.rows.filter((row) => row.block === block);
    const printed = new Set(own.flatMap(({ code }) => code ?? []));
    this.printed.set(block, printed);
    return printed;
  }
}

function* rowsBySpelling(rows: readonly CodeRow[]): Steps<ReadonlyMap<string, readonly CodeRow[]>> {
  const found = new Map<string, CodeRow[]>();
  for (const [index, row] of rows.entries()) {
    if (index % ROWS_A_STEP === ROWS_A_STEP - 1) yield;
    if (row.node.name === undefined) continue;
    for (const spelling of spellingsOf(row.node.name)) {
      const known = found.get(spelling);
      if (known) known.push(row);
      else found.set(spelling, [row]);
    }
  }
  return found;
}

function trialOf({ block, node, code }: CodeRow, right: string, snapshot: Snapshot): Trial | undefined {
  if (!figuresOfRow(block, node).some(isNonZero)) return undefined;
  const keys = block.declared.keys.findIndex(({ key }) => key === 'code');
  const columns = block.keyColumns[keys] ?? [];
  const cells = columns.map((column) => ({ sheet: node.sheet, row: node.row, column }));
  const values = cells.map((cell) => cellOf(snapshot, cell)?.value ?? null);
  const system = systemOf(right);
  const written = system && recoded(values, right, system);
  const edits = (written ?? []).flatMap((value, index) => {
    const cell = cells[index];
    return cell && String(value) !== String(values[index]) ? [{ cell, value }] : [];
  });
  const [first] = edits;
  if (!first) return undefined;
  const printed = code ?? values.filter((value) => value !== null).join('');
  return { cell: first.cell, table: block.table, printed, right, name: node.name && rowName(node.name), edits };
}
