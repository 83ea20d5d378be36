import { amountIn, convertMoney } from '../amount/money-unit';
import { readAmount } from '../amount/read-amount';
import type { MoneyUnit } from '../amount/reading';
import type { Catalogue } from '../classification/catalogue';
import { readCode } from '../classification/code';
import type { CodeSystem } from '../classification/code-tree';
import { isGenericName } from '../classification/names';
import type { ResolvedEdition } from '../edition/resolve';
import type { Finding, Severity } from '../finding/finding';
import type { Place } from '../finding/facts';
import { findingId } from '../finding/id';
import { gridOf, type Grid } from '../recognise/grid';
import type { Decimal } from 'decimal.js';
import type { Member } from '../scope/scope';
import type { CellRef } from '../snapshot/address';
import { cellAt, type CellValue, type SheetSnapshot, type Snapshot } from '../snapshot/snapshot';
import { normaliseText } from '../text/normalise';
import { ledgerHeader, type LedgerHeader } from './columns';
import { KIND, ledgerWords, type LedgerWords } from './funds';
import type { Ledger, LedgerColumn, LedgerRow } from './ledger';
import type { LedgerProblem } from './problems';

const TOTAL_WORDS = /^(合计|小计|总计|本页合计|累计)/;
const PROJECT = '项目支出';

/**
 * Reads the ledger of a workbook: the first sheet that has one, ours or pasted from elsewhere, whatever the order and the words
 * of its columns. Rows that cannot be read are findings with their cells and are left out; the rest is read. Undefined where
 * no sheet has the headers of a ledger.
 */
export function readLedger(
  snapshot: Snapshot,
  edition: ResolvedEdition,
  catalogue: Catalogue,
  year?: number,
): Ledger | undefined {
  const found = snapshot.sheets.flatMap((sheet) => {
    const grid = gridOf(sheet);
    const header = ledgerHeader(grid, year ?? edition.declared.year);
    return header ? [{ sheet, grid, header }] : [];
  });
  const [first, ...more] = found;
  if (!first) return undefined;
  const reader = new Reader(first.sheet, first.grid, first.header, edition, catalogue, year);
  const ledger = reader.read();
  const others = more.map(({ sheet, header }) =>
    finding(
      'second-ledger',
      {
        cell: { sheet: sheet.name, row: header.row, column: header.functional[0] ?? 0 },
        table: sheet.name,
      },
      sheet.name,
    ),
  );
  return { ...ledger, findings: [...ledger.findings, ...others] };
}

const SEVERITIES: Readonly<Record<LedgerProblem, Severity>> = {
  'code-none': 'error',
  'code-malformed': 'error',
  'code-unknown': 'error',
  'code-no-leaf': 'error',
  'code-other-name': 'warning',
  'economic-none': 'error',
  'economic-unknown': 'error',
  'economic-no-leaf': 'error',
  'economic-other-name': 'warning',
  'economic-unplaced': 'warning',
  'economic-other-kind': 'error',
  'kind-none': 'error',
  'kind-unknown': 'error',
  'project-none': 'error',
  'project-of-basic': 'warning',
  'fund-none': 'error',
  'fund-unknown': 'error',
  'amount-none': 'error',
  'amount-unreadable': 'error',
  negative: 'warning',
  twice: 'warning',
  'total-row': 'note',
  'column-missing': 'error',
  'column-twice': 'error',
  'second-ledger': 'error',
};

function finding(problem: LedgerProblem, place: Place, value: string, proposed?: string): Finding {
  const rule = `l-${problem}`;
  const { cell } = place;
  return {
    id: findingId(rule, cell.sheet, String(cell.row), String(cell.column)),
    rule,
    severity: SEVERITIES[problem],
    facts: { code: 'ledger', problem, place, value, ...(proposed === undefined ? {} : { proposed }) },
    cells: [cell],
    sheet: cell.sheet,
  };
}

const NEEDED: readonly LedgerColumn[] = ['functional', 'kind', 'economic', 'fund', 'now'];

class Reader {
  private readonly words: LedgerWords;
  private readonly findings: Finding[] = [];
  private readonly rows: LedgerRow[] = [];
  /** Cells under a merged area hold what its first one holds. */
  private readonly covered = new Map<string, CellValue>();
  private readonly seen = new Map<string, number>();
  private readonly unit: MoneyUnit;
  private readonly codes = new Map<string, ReturnType<typeof readCode>>();

  constructor(
    private readonly sheet: SheetSnapshot,
    private readonly grid: Grid,
    private readonly header: LedgerHeader,
    private readonly edition: ResolvedEdition,
    private readonly catalogue: Catalogue,
    private readonly year: number | undefined,
  ) {
    this.words = ledgerWords(edition);
    this.unit = header.moneyUnit ?? '万元';
    for (const area of sheet.merges) {
      if (area.top <= header.row || area.bottom === area.top) continue;
      const value = cellAt(sheet, area.top, area.left)?.value ?? null;
      for (let row = area.top + 1; row <= area.bottom; row++) this.covered.set(`${row},${area.left}`, value);
    }
  }

  read(): Ledger {
    const { header, grid } = this;
    for (const column of NEEDED) {
      if (!header.columns.has(column))
        this.say('column-missing', this.at(header.row, header.functional[0] ?? 0), column);
    }
    for (const { column, row, at } of header.twice) this.say('column-twice', this.at(row, at[1] ?? 0), column);
    const canRead = NEEDED.every((column) => header.columns.has(column)) && header.twice.length === 0;
    let lastRow = header.row;
    for (const { row } of grid.rows) {
      if (row <= header.row) continue;
      lastRow = row;
      if (canRead) this.readRow(row);
    }
    return {
      sheet: this.sheet.name,
      moneyUnit: this.unit,
      columns: header.columns,
      headerRow: header.row,
      lastRow,
      rows: this.rows,
      findings: this.findings,
      department: this.labelled(/^(?:编制)?(?:部门|单位)(?:名称)?:(.+)$/),
      year: this.year,
    };
  }

  private readRow(row: number): void {
    const text = (column: LedgerColumn): string => this.textAt(row, column);
    const values = [...NEEDED, 'project', 'before'] as const;
    if (values.every((column) => text(column) === '')) return;
    const before = this.findings.length;
    if (
      TOTAL_WORDS.test(text('functional')) ||
      TOTAL_WORDS.test(text('functionalName')) ||
      TOTAL_WORDS.test(text('project'))
    )
      return this.say('total-row', this.place(row, 'functional'), text('functional') || text('functionalName'));
    // A row of names that somebody wrote between others, without any amount.
    const functional = this.functional(row);
    const kind = this.kind(row);
    const economic = this.economic(row);
    const fund = this.fund(row);
    const project = this.project(row, kind);
    const now = this.amount(row, 'now');
    const prior = this.amount(row, 'before');
    if (now === undefined && prior === undefined && this.findings.length === before)
      this.say('amount-none', this.place(row, 'now'), '');
    const settled = kind === undefined || economic === undefined ? undefined : this.settledKind(row, kind, economic);
    const failed = this.findings.slice(before).some(({ severity }) => severity === 'error');
    if (failed || functional === undefined || economic === undefined || fund === undefined || settled === undefined)
      return;
    const nowCell = this.place(row, 'now');
    const read: LedgerRow = {
      sheet: this.sheet.name,
      row,
      functional,
      kind: settled,
      economic,
      project: settled === PROJECT ? project : undefined,
      fund,
      now,
      before: prior,
      nowCell,
      beforeCell: this.header.columns.has('before') ? this.place(row, 'before') : undefined,
    };
    this.noteTwice(read);
    this.rows.push(read);
  }

  private functional(row: number): string | undefined {
    const cells = this.header.functional.map((column) => this.valueAt(row, column));
    const cell = this.at(row, this.header.functional[0] ?? 0);
    const code = this.code(cells, 'functional');
    if (code.kind === 'none') {
      this.say('code-none', cell, this.textAt(row, 'functional'));
      return undefined;
    }
    if (code.kind === 'malformed') {
      this.say('code-malformed', cell, code.raw);
      return undefined;
    }
    if (code.code.length < 7 || !code.code.startsWith('2')) {
      this.say(code.code.startsWith('2') ? 'code-no-leaf' : 'code-malformed', cell, code.code);
      return undefined;
    }
    const name = this.textAt(row, 'functionalName') || (code.name ?? '');
    if (!this.catalogue.isKnown(code.code)) {
      const near = this.catalogue.nearest(code.code, name === '' ? undefined : name);
      // A list of a present year is published nowhere: an item that a known section may well have is taken.
      const isLikely = this.catalogue.isKnown(code.code.slice(0, 5));
      this.say('code-unknown', cell, code.code, near && `${near.code}${near.name}`, isLikely ? 'warning' : 'error');
      return isLikely ? code.code : undefined;
    }
    this.compareName('code-other-name', row, 'functionalName', code.code, name);
    return code.code;
  }

  private economic(row: number): string | undefined {
    const column = this.header.columns.get('economic');
    if (column === undefined) return undefined;
    const cell = this.at(row, column);
    const code = this.code([this.valueAt(row, column)], 'economic');
    if (code.kind === 'none') {
      this.say('economic-none', cell, this.textAt(row, 'economic'));
      return undefined;
    }
    if (code.kind === 'malformed' || !code.code.startsWith('3') || !this.catalogue.isKnown(code.code)) {
      const printed = code.kind === 'malformed' ? code.raw : code.code;
      const near = code.kind === 'code' ? this.catalogue.nearest(code.code) : undefined;
      this.say('economic-unknown', cell, printed, near && `${near.code}${near.name}`);
      return undefined;
    }
    const name = this.textAt(row, 'economicName') || (code.name ?? '');
    this.compareName('economic-other-name', row, 'economicName', code.code, name);
    return code.code;
  }

  private compareName(problem: LedgerProblem, row: number, column: LedgerColumn, code: string, name: string): void {
    if (name === '' || this.catalogue.accepts(code, name, this.year ?? this.edition.declared.year)) return;
    const [own] = isGenericName(name) ? [] : this.catalogue.codesNamed(name);
    const present = this.catalogue.nameOf(code, this.year);
    const place = this.header.columns.has(column) ? this.place(row, column) : this.place(row, 'functional');
    if (present !== undefined) this.say(problem, place, name, own === undefined ? present : `${present}|${own}`);
  }

  private kind(row: number): Member | undefined {
    const text = this.textAt(row, 'kind');
    if (text === '') {
      this.say('kind-none', this.place(row, 'kind'), '');
      return undefined;
    }
    const kind =
      this.words.kinds.get(text) ?? this.words.kinds.get(`${text}支出`) ?? this.words.kinds.get(`${text}经费`);
    if (kind === undefined)
      this.say('kind-unknown', this.place(row, 'kind'), text, [...this.words.kinds.values()].join('、'));
    return kind;
  }

  /** Basic expenditure is divided by what its economic code is declared to belong to; what was said to be one of them stays. */
  private settledKind(row: number, kind: Member, economic: string): Member | undefined {
    if (kind === PROJECT) return kind;
    const cell = this.place(row, 'economic');
    if (economic.length < 5) {
      this.say('economic-no-leaf', cell, economic);
      return undefined;
    }
    const placement = this.edition.declared.placements?.find(
      ({ dimension, codes }) => dimension === KIND && codes.some((code) => economic.startsWith(code)),
    );
    const parts = this.edition.declared.dimensions.find(({ id }) => id === KIND);
    const isWhole =
      parts?.kind === 'members' && parts.members.some(({ is, parts: own }) => is === kind && own !== undefined);
    if (!isWhole) {
      const isOther = placement !== undefined && placement.member !== kind && !placement.except?.includes(economic);
      if (isOther) this.say('economic-other-kind', cell, economic, placement.member);
      return isOther ? undefined : kind;
    }
    if (placement) return placement.member;
    const { unplaced } = this.edition.declared.ledger ?? {};
    if (unplaced === undefined) return undefined;
    this.say('economic-unplaced', cell, economic, unplaced);
    return unplaced;
  }

  private fund(row: number): Member | undefined {
    const text = this.textAt(row, 'fund');
    if (text === '') {
      this.say('fund-none', this.place(row, 'fund'), '');
      return undefined;
    }
    const fund = this.words.funds.get(text) ?? this.words.funds.get(text.replace(/(拨款|收入|资金)+$/, ''));
    if (fund === undefined) this.say('fund-unknown', this.place(row, 'fund'), text, this.words.fundNames.join('、'));
    return fund;
  }

  private project(row: number, kind: Member | undefined): string | undefined {
    const column = this.header.columns.get('project');
    const raw = column === undefined ? null : this.valueAt(row, column);
    const name = raw === null ? '' : String(raw).trim();
    if (kind === PROJECT && name === '')
      this.say('project-none', column === undefined ? this.place(row, 'kind') : this.at(row, column), '');
    if (kind !== undefined && kind !== PROJECT && name !== '' && column !== undefined)
      this.say('project-of-basic', this.at(row, column), name);
    return name === '' ? undefined : name;
  }

  private amount(row: number, column: 'now' | 'before'): Decimal | undefined {
    const at = this.header.columns.get(column);
    if (at === undefined) return undefined;
    const reading = readAmount(this.valueAt(row, at));
    if (reading.kind === 'blank') return undefined;
    if (reading.kind === 'unreadable') {
      this.say('amount-unreadable', this.at(row, at), reading.raw);
      return undefined;
    }
    const value = convertMoney(amountIn(reading, this.unit), this.unit, '万元');
    if (value.isNegative() && !value.isZero()) this.say('negative', this.at(row, at), reading.raw);
    return value;
  }

  private noteTwice({ row, functional, kind, economic, project = '', fund, now, before, nowCell }: LedgerRow): void {
    const key = [functional, kind, economic, project, fund, now?.toFixed() ?? '', before?.toFixed() ?? ''].join('|');
    const known = this.seen.get(key);
    if (known === undefined) this.seen.set(key, row);
    else this.say('twice', nowCell, String(known + 1));
  }

  // The same few codes stand in thousands of rows.
  private code(cells: readonly CellValue[], system: CodeSystem): ReturnType<typeof readCode> {
    const key = `${system}|${cells.join('|')}`;
    const known = this.codes.get(key) ?? readCode(cells, system);
    this.codes.set(key, known);
    return known;
  }

  private valueAt(row: number, column: number): CellValue {
    const cell = cellAt(this.sheet, row, column);
    if (cell && cell.value !== null && cell.value !== '') return cell.value;
    return this.covered.get(`${row},${column}`) ?? cell?.value ?? null;
  }

  private textAt(row: number, column: LedgerColumn): string {
    const at = this.header.columns.get(column);
    const value = at === undefined ? null : this.valueAt(row, at);
    return value === null ? '' : typeof value === 'string' ? normaliseText(value) : String(value);
  }

  private place(row: number, column: LedgerColumn): CellRef {
    return this.at(row, this.header.columns.get(column) ?? this.header.functional[0] ?? 0);
  }

  private at(row: number, column: number): CellRef {
    return { sheet: this.sheet.name, row, column };
  }

  private labelled(pattern: RegExp): string | undefined {
    for (const { row, cells } of this.grid.rows) {
      if (row >= this.header.row) return undefined;
      for (const { text } of cells) {
        const [, name] = pattern.exec(text) ?? [];
        if (name !== undefined) return name;
      }
    }
    return undefined;
  }

  private say(problem: LedgerProblem, cell: CellRef, value: string, proposed?: string, severity?: Severity): void {
    const header = this.header.headers.get(cell.column);
    const place: Place = {
      cell,
      table: cell.sheet,
      ...(header === undefined || problem === 'column-missing' ? {} : { column: header }),
    };
    const said = finding(problem, place, value, proposed);
    this.findings.push(severity === undefined ? said : { ...said, severity });
  }
}
