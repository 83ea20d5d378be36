import { Decimal } from 'decimal.js';
import { amountIn, convertMoney } from '../amount/money-unit';
import type { AmountReading, MoneyUnit } from '../amount/reading';
import type { Catalogue } from '../classification/catalogue';
import { systemOf } from '../classification/code-tree';
import { isGenericName } from '../classification/names';
import type { ResolvedEdition } from '../edition/resolve';
import type { Member } from '../scope/scope';
import type { Steps } from '../steps/steps';
import { normaliseText } from '../text/normalise';
import { differingTotals, type ControlTotal, type TotalledRow } from './control-totals';
import { ledgerWords, type LedgerWords } from './words';
import type { LedgerColumn, LedgerRow } from './ledger';
import type { LedgerCells } from './ledger-cells';
import type { Meanings } from './meanings';
import { CodeSums, controlTotal, textColumn, totalCell, type TotalCell } from './other-rows';
import type { LedgerRemarks } from './problems';
import { RowCodes } from './row-codes';
import { RowKinds } from './row-kinds';
import { RowsInCommon } from './rows-in-common';
import { unitNamed } from './unit-names';

const SAID: readonly LedgerColumn[] = ['functional', 'kind', 'economic', 'fund', 'project', 'now', 'before'];

/** What a row of sums says nothing of. */
const BESIDE_A_SUM: readonly LedgerColumn[] = ['economic', 'kind', 'fund', 'project'];

/** By how much a total may differ from its items, in the unit of its column. */
const TOLERANCE = new Decimal('0.01');

const ROWS_A_STEP = 300;

/** More codes of one name than these help nobody. */
const MOST_NAMED = 3;

type Place = Parameters<LedgerRemarks['say']>[1];

/** Reads the rows of a ledger one by one; what is wrong in a row is remarked, and a row with an error is left out. */
export class RowReader {
  private readonly words: LedgerWords;
  private readonly units: Readonly<Record<'now' | 'before', MoneyUnit>>;
  private readonly taken: TotalledRow[] = [];
  private readonly sums: { readonly row: number; readonly at: number }[] = [];
  private readonly totals: { readonly at: Place; readonly said: string; readonly row: number }[] = [];
  private readonly codes: RowCodes;
  private readonly year: number;
  private readonly kinds: RowKinds;

  constructor(
    private readonly cells: LedgerCells,
    edition: ResolvedEdition,
    private readonly catalogue: Catalogue,
    year: number | undefined,
    private readonly remarks: LedgerRemarks,
    private readonly meanings: Meanings,
    private readonly common = new RowsInCommon(),
  ) {
    this.words = ledgerWords(edition);
    this.codes = new RowCodes(cells);
    const { now = '万元', before = '万元' } = cells.header.moneyUnits;
    this.units = { now, before };
    this.year = year ?? edition.declared.year;
    this.kinds = new RowKinds(cells, edition, this.words, remarks);
  }

  /** The line items of rows counted from 0, in steps of some hundred of them. */
  *readAll(rows: readonly number[]): Steps<readonly LedgerRow[]> {
    let looked = 0;
    for (const row of rows) {
      if (++looked % ROWS_A_STEP === 0) yield;
      this.take(row);
    }
    return this.finish();
  }

  /**
   * Reads a row, and says what it is; undefined where nothing is to be added up. Blank rows, totals and texts are no line items, nor is one
   * that cannot be read; a row with nothing but a code and amounts is the sum of the items of that code where it comes to what they do.
   */
  take(row: number): TotalledRow | undefined {
    if (this.isBlank(row)) return undefined;
    const ofTotal = this.totalCell(row);
    if (ofTotal) {
      const { column, said } = ofTotal;
      const total = this.controlTotal(row, said);
      this.totals.push({ at: { row, column }, said, row });
      return total && this.add({ is: 'total', total });
    }
    const ofText = this.textColumn(row);
    if (ofText !== undefined) {
      this.remarks.say('text-row', this.cells.place(row, ofText), '');
      return undefined;
    }
    if (this.isBareSum(row)) {
      this.sums.push({ row, at: this.taken.push({ is: 'left-out' }) - 1 });
      return undefined;
    }
    const item = this.read(row);
    return this.add(item ? { is: 'item', item } : { is: 'left-out' });
  }

  /** Takes what was read otherwise for one of the rows above the totals to come. */
  add(read: TotalledRow): TotalledRow {
    this.taken.push(read);
    return read;
  }

  /** After the last row: its items. Sums and totals are held against them. */
  finish(): readonly LedgerRow[] {
    const { taken, sums, totals } = this;
    this.kinds.finish();
    const items = taken.flatMap((row) => (row.is === 'item' ? [row.item] : []));
    // Few ledgers have either: fifty thousand items are not added up for nothing.
    const settled = new Set(sums.length > 0 ? this.settledSums(sums, new CodeSums(items)) : []);
    if (totals.length > 0)
      this.sayTotals(
        totals,
        taken.filter((_row, at) => !settled.has(at)),
      );
    return items;
  }

  private settledSums(
    sums: readonly { readonly row: number; readonly at: number }[],
    known: CodeSums,
  ): readonly number[] {
    return sums.flatMap(({ row, at }) => (this.settleSum(row, known) ? [at] : []));
  }

  /** How each project was written first. */
  get projectSpellings(): ReadonlyMap<Member, string> {
    return this.common.projects.spellings;
  }

  /** Whether a row is one of totals. */
  isTotal(row: number): boolean {
    return this.totalCell(row) !== undefined;
  }

  private totalCell(row: number): TotalCell | undefined {
    return totalCell(this.cells, row, () => this.codes.own(row, 'functional') !== undefined);
  }

  private isBlank(row: number): boolean {
    return SAID.every((column) => this.cells.text(row, column) === '') || !this.cells.saysSomething(row);
  }

  private textColumn(row: number): LedgerColumn | undefined {
    const { cells, words } = this;
    const column = textColumn(cells, row);
    if (column === undefined) return undefined;
    const isCoded = this.codes.own(row, 'functional') !== undefined || this.codes.own(row, 'economic') !== undefined;
    const isWorded =
      words.kindOf(cells.text(row, 'kind')) !== undefined || words.fundOf(cells.text(row, 'fund')) !== undefined;
    return isCoded || isWorded ? undefined : column;
  }

  private controlTotal(row: number, said: string): ControlTotal | undefined {
    const amountOf = (column: 'now' | 'before'): Decimal | undefined =>
      this.cells.isShared(row, column) || this.cells.mergedOver(row, column).length > 0
        ? undefined
        : this.valueOf(row, column);
    return controlTotal(this.cells, row, said, { now: amountOf('now'), before: amountOf('before') });
  }

  /** Rows of totals are no items; those that are not what their items come to are told. */
  private sayTotals(
    totals: readonly { readonly at: Place; readonly said: string; readonly row: number }[],
    read: readonly TotalledRow[],
  ): void {
    const { cells, remarks, units } = this;
    const tolerance = {
      now: convertMoney(TOLERANCE, units.now, '万元'),
      before: convertMoney(TOLERANCE, units.before, '万元'),
    };
    const differing = differingTotals(read, (item, name) => this.isOf(item, name), tolerance);
    for (const { at, said, row } of totals) {
      const own = differing.filter(({ total }) => total.row === row);
      if (own.length === 0) remarks.say('total-row', at, said);
      for (const { total, year, sum } of own) {
        const unit = units[year];
        const [typed, items] = [total.amounts[year] ?? sum, sum].map((amount) => convertMoney(amount, '万元', unit));
        if (!typed || !items) continue;
        const amounts = [typed, items, typed.minus(items).abs()].map((amount) => amount.toFixed());
        remarks.say('total-differs', cells.place(row, year), said, [...amounts, unit].join('|'));
      }
    }
  }

  /** Whether a name in a row of totals is one of an item: its code or one above, its kind, fund, project, unit. */
  private isOf({ functional, functionalName, economic, kind, fund, project, unit }: LedgerRow, name: string): boolean {
    if (/^\d+$/.test(name)) return functional.startsWith(name) || economic.startsWith(name);
    const { words } = this;
    const named = words.kindOf(name);
    if (named !== undefined) return named === kind || (named === words.wholeBasic && kind !== this.kinds.projectKind);
    const ofFund = words.fundOf(name);
    if (ofFund !== undefined) return ofFund === fund;
    return functionalName === name || project === name || normaliseText(unit) === name;
  }

  private isBareSum(row: number): boolean {
    const { cells } = this;
    if (BESIDE_A_SUM.some((column) => cells.text(row, column) !== '')) return false;
    const hasAmount = cells.amount(row, 'now').kind === 'amount' || cells.amount(row, 'before').kind === 'amount';
    return hasAmount && this.codes.own(row, 'functional') !== undefined;
  }

  /** Whether it is the sum of its items. */
  private settleSum(row: number, sums: CodeSums): boolean {
    const code = this.codes.own(row, 'functional') ?? '';
    const [now, before] = (['now', 'before'] as const).map((column) => this.valueOf(row, column));
    const isSum = sums.are(code, now, before);
    if (isSum) this.remarks.say('class-row', this.cells.place(row, 'functional'), code);
    else this.read(row);
    return isSum;
  }

  private read(row: number): LedgerRow | undefined {
    const { cells, remarks } = this;
    const errors = remarks.errorCount;
    const functional = this.functional(row);
    const kind = this.kinds.of(row);
    const economic = this.economic(row);
    const fund = this.fund(row);
    const project = this.kinds.project(row, kind);
    const now = this.amount(row, 'now');
    const before = this.amount(row, 'before');
    if (now === undefined && before === undefined && remarks.errorCount === errors)
      remarks.say('amount-none', cells.place(row, 'now'), '');
    const settled = kind === undefined || economic === undefined ? undefined : this.kinds.settled(row, kind, economic);
    if (remarks.errorCount > errors) return undefined;
    if (functional === undefined || economic === undefined || fund === undefined || settled === undefined)
      return undefined;
    const ofProject =
      settled === this.kinds.projectKind && project !== undefined ? this.projectMember(row, project) : undefined;
    const read: LedgerRow = {
      functional,
      functionalName: cells.text(row, 'functionalName'),
      kind: settled,
      economic,
      economicName: cells.text(row, 'economicName'),
      project: ofProject,
      unit: this.unit(row),
      fund,
      meaning: this.meanings.of(functional, settled, economic, fund, ofProject),
      now,
      before,
      nowCell: cells.place(row, 'now'),
      beforeCell: cells.has('before') ? cells.place(row, 'before') : undefined,
    };
    cells.take(row);
    const first = this.common.sameBefore(read);
    if (first !== undefined) remarks.say('twice', read.nowCell, String(first + 1));
    return read;
  }

  private unit(row: number): string {
    const { cells } = this;
    return cells.text(row, 'unit') === '' ? '' : unitNamed(String(cells.value(row, 'unit')));
  }

  private functional(row: number): string | undefined {
    const { cells, catalogue, remarks } = this;
    const reading = this.codes.of(row, 'functional');
    if (reading.kind !== 'code') {
      const raw = reading.kind === 'malformed' ? reading.raw : cells.text(row, 'functional');
      const named = this.codesNamed(raw === '' ? cells.text(row, 'functionalName') : raw, 'functional');
      remarks.say(raw === '' ? 'code-none' : 'code-malformed', cells.place(row, 'functional'), raw, named);
      return undefined;
    }
    const { code } = reading;
    if (systemOf(code) !== 'functional' || code.length < 7) {
      const problem = systemOf(code) === 'functional' ? 'code-no-leaf' : 'code-malformed';
      remarks.say(problem, cells.place(row, 'functional'), code);
      return undefined;
    }
    const name = cells.text(row, 'functionalName') || (reading.name ?? '');
    if (!catalogue.isKnown(code)) return this.unlisted(row, code, name);
    this.compareName('code-other-name', row, 'functionalName', code, name);
    return code;
  }

  /**
   * A code that no list has. The list of a present year is published nowhere: an item that a known 款 or 类 may well have is taken. Not
   * so where its 款 is unknown too and the name beside it is that of one other code: that code was meant.
   */
  private unlisted(row: number, code: string, name: string): string | undefined {
    const { cells, catalogue, remarks } = this;
    const near = catalogue.nearest(code, name === '' ? undefined : name);
    const nearest = near && `${near.code}${near.name}`;
    const section = code.slice(0, 5);
    const isLikely =
      catalogue.isKnown(section) ||
      (catalogue.isKnown(code.slice(0, 3)) &&
        !/00/.test(`${section.slice(3)}|${code.slice(5)}`) &&
        !this.isOfAnother(name));
    const at = cells.place(row, 'functional');
    if (isLikely) remarks.say('code-unlisted', at, code, `${nearest ?? ''}|${name}`);
    else remarks.say('code-unknown', at, code, nearest);
    return isLikely ? code : undefined;
  }

  /** Whether exactly one item of the lists is called so. */
  private isOfAnother(name: string): boolean {
    return this.leavesNamed(name, 'functional').length === 1;
  }

  private economic(row: number): string | undefined {
    const { cells, catalogue, remarks } = this;
    const reading = this.codes.of(row, 'economic');
    if (reading.kind !== 'code' || systemOf(reading.code) !== 'economic') {
      const text = cells.text(row, 'economic');
      const at = cells.place(row, 'economic');
      if (reading.kind === 'code' && systemOf(reading.code) === 'governmentEconomic') {
        const same = catalogue.departmentCodesOf(reading.code);
        remarks.say('economic-government', at, reading.code, same.length > MOST_NAMED ? '' : same.join('|'));
        return undefined;
      }
      const problem = reading.kind === 'none' && text === '' ? 'economic-none' : 'economic-unknown';
      const named = this.codesNamed(text === '' ? cells.text(row, 'economicName') : text, 'economic');
      remarks.say(problem, at, text, named);
      return undefined;
    }
    const { code } = reading;
    if (!catalogue.isKnown(code)) {
      const near = catalogue.nearest(code);
      // A 款 that a known 类 may well have is taken.
      const isLikely = code.length > 3 && catalogue.isKnown(code.slice(0, 3));
      const at = cells.place(row, 'economic');
      remarks.say(isLikely ? 'economic-unlisted' : 'economic-unknown', at, code, near && `${near.code}${near.name}`);
      return isLikely ? code : undefined;
    }
    const name = cells.text(row, 'economicName') || (reading.name ?? '');
    this.compareName('economic-other-name', row, 'economicName', code, name);
    return code;
  }

  /**
   * The codes of a name that stands where a code should, as they are proposed: those of line items, else those above them that are called
   * so. Undefined where none or too many are.
   */
  private codesNamed(name: string, system: 'functional' | 'economic'): string | undefined {
    const leaves = this.leavesNamed(name, system);
    const codes = leaves.length > 0 ? leaves : this.codesOf(name, system);
    return codes.length === 0 || codes.length > MOST_NAMED ? undefined : codes.join('|');
  }

  private leavesNamed(name: string, system: 'functional' | 'economic'): readonly string[] {
    return this.codesOf(name, system).filter((code) => code.length === (system === 'functional' ? 7 : 5));
  }

  private codesOf(name: string, system: 'functional' | 'economic'): readonly string[] {
    return name === '' ? [] : this.catalogue.codesNamed(name).filter((code) => systemOf(code) === system);
  }

  private compareName(
    problem: 'code-other-name' | 'economic-other-name',
    row: number,
    column: LedgerColumn,
    code: string,
    name: string,
  ): void {
    const { cells, catalogue } = this;
    if (name === '' || catalogue.accepts(code, name, this.year)) return;
    const present = catalogue.nameOf(code, this.year);
    if (present === undefined) return;
    const [own] = isGenericName(name) ? [] : catalogue.codesNamed(name);
    const place = cells.has(column) ? column : problem === 'code-other-name' ? 'functional' : 'economic';
    this.remarks.say(problem, cells.place(row, place), name, own === undefined ? present : `${present}|${own}`);
  }

  private fund(row: number): Member | undefined {
    const { cells, words, remarks } = this;
    if (cells.header.fund !== undefined) return cells.header.fund;
    const text = cells.text(row, 'fund');
    if (text === '') {
      remarks.say('fund-none', cells.place(row, 'fund'), '');
      return undefined;
    }
    const fund = words.fundOf(text);
    if (fund !== undefined) return fund;
    const nearest = words.nearestFund(text) ?? '';
    remarks.say('fund-unknown', cells.place(row, 'fund'), text, `${words.fundNames.join('、')}|${nearest}`);
    return undefined;
  }

  /** The member that a project's name stands for; another spelling than its first is remarked. */
  private projectMember(row: number, name: string): Member {
    const { member, first } = this.common.projects.of(name, row);
    if (first.text !== name)
      this.remarks.say('project-spelled', this.cells.place(row, 'project'), name, `${first.row + 1}|${first.text}`);
    return member;
  }

  private amount(row: number, column: 'now' | 'before'): Decimal | undefined {
    const reading = this.cells.amount(row, column);
    if (reading.kind === 'blank') return undefined;
    if (reading.kind === 'unreadable') {
      this.remarks.say('amount-unreadable', this.cells.place(row, column), reading.raw);
      return undefined;
    }
    if (this.cells.isShared(row, column)) {
      this.remarks.say('amount-merged', this.cells.place(row, column), reading.raw.trim());
      return undefined;
    }
    const over = this.cells.mergedOver(row, column);
    if (over.length > 0) {
      this.remarks.say('amount-merged', this.cells.place(row, column), reading.raw.trim(), `|${over.join('、')}`);
      return undefined;
    }
    const unit = this.cells.unitSaid(row);
    if (unit && unit.unit === undefined) this.remarks.say('unit-other', { row, column: unit.column }, unit.text);
    const value = this.inLedger(reading, column);
    if (value.isNegative() && !value.isZero())
      this.remarks.say('negative', this.cells.place(row, column), reading.raw.trim());
    return value;
  }

  private valueOf(row: number, column: 'now' | 'before'): Decimal | undefined {
    const reading = this.cells.amount(row, column);
    return reading.kind === 'amount' ? this.inLedger(reading, column) : undefined;
  }

  private inLedger(reading: AmountReading, column: 'now' | 'before'): Decimal {
    return convertMoney(amountIn(reading, this.units[column]), this.units[column], '万元');
  }
}
