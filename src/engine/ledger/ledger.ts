import type { Decimal } from 'decimal.js';
import type { MoneyUnit } from '../amount/reading';
import type { Finding } from '../finding/finding';
import type { Member } from '../scope/scope';
import type { CellRef } from '../snapshot/address';

/** The columns of a ledger (台账), whatever their order and headers. */
export type LedgerColumn =
  | 'functional'
  | 'functionalName'
  | 'kind'
  | 'economic'
  | 'economicName'
  | 'project'
  /** Which of the department's units the item is of. */
  | 'unit'
  | 'fund'
  | 'now'
  | 'before'
  | 'remark'
  /** What compiling has to say of the row: written by the tool, in its own ledger. */
  | 'check';

/** One line item that could be read. Amounts in 万元. */
export interface LedgerRow {
  readonly functional: string;
  /** As it stands beside the code; '' where nothing does. */
  readonly functionalName: string;
  /** 人员经费, 公用经费 (from the economic code, or said) or 项目支出. */
  readonly kind: Member;
  readonly economic: string;
  /** As it stands beside the code; '' where nothing does. */
  readonly economicName: string;
  /** Of a project row: its name in one spelling. */
  readonly project: string | undefined;
  /** The department's unit as it is written, without its code; '' where none is. The tables are of all units together. */
  readonly unit: string;
  readonly fund: Member;
  /** A number for all of that: rows with the same are of one item (`Meanings`). */
  readonly meaning: number;
  /** Undefined where the cell is blank. */
  readonly now: Decimal | undefined;
  readonly before: Decimal | undefined;
  readonly nowCell: CellRef;
  readonly beforeCell: CellRef | undefined;
}

/** The year that a ledger is to be of. */
export interface StatedYear {
  readonly year: number;
  /** Where the workbook says so; undefined where it was said from outside. */
  readonly cell?: CellRef;
}

/** A department that a ledger's title names, and what is to be said where nothing else names one. */
export interface TitledDepartment {
  /** Undefined where it is only proposed: all rows are of one unit, which may be the department or not. */
  readonly department: string | undefined;
  readonly finding: Finding;
}

/** A ledger as it was found in a workbook. */
export interface Ledger {
  readonly sheet: string;
  readonly moneyUnit: MoneyUnit;
  /** Where each of its columns stands, counted from 0. */
  readonly columns: ReadonlyMap<LedgerColumn, number>;
  /** What stands above each of them. */
  readonly headers: ReadonlyMap<number, string>;
  /** Row of the headers, and the last row that holds something; counted from 0. */
  readonly headerRow: number;
  readonly lastRow: number;
  readonly rows: readonly LedgerRow[];
  /** How each project of the rows was written first. */
  readonly projectSpellings: ReadonlyMap<Member, string>;
  /** Last year's ledger in a sheet of its own: what it has of its own year is what this one lacks of last year. */
  readonly lastYear?: Pick<Ledger, 'sheet' | 'columns' | 'headers' | 'rows'>;
  /** Rows that were left out and rows that were taken with a remark: each names its cell. */
  readonly findings: readonly Finding[];
  /** As it stands above the headers. */
  readonly department: string | undefined;
  readonly departmentCell: CellRef | undefined;
  /** As its title names it, or its rows propose it: a guess that is told where nothing else names one. */
  readonly titled: TitledDepartment | undefined;
  /** This year: as it was stated, or by the headers, or by the title. */
  readonly year: number | undefined;
}
