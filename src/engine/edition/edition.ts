import type { MoneyUnit } from '../amount/reading';
import type { CodeLevel, CodeSystem } from '../classification/code-tree';
import type { Severity } from '../finding/finding';
import type { DimensionId, Member, Members } from '../scope/scope';
import type { FormPrint, LedgerRules, TablePrint } from './print';
import type { Text } from './text';

/**
 * An edition (版式) as it is declared: data only, JSON gives it back unchanged. It says what tables there are and what
 * their figures mean; which equations hold follows from that (engine/equation), except for the few declared ones.
 */
export interface Edition {
  /** `region-year`, as `--edition` takes it. */
  readonly id: string;
  /** As users read it: 新疆2021版. */
  readonly name: string;
  /** The catalogue year its code names are compared with, where the document states no year of its own. */
  readonly year: number;
  readonly dimensions: readonly Dimension[];
  readonly tables: readonly Table[];
  readonly forms: readonly Form[];
  readonly equations: readonly DeclaredEquation[];
  /** The explanatory text; none where an edition has only been declared for its tables. */
  readonly text?: Text;
  /** What a ledger's rows mean; none where nothing can be compiled for the edition. */
  readonly ledger?: LedgerRules;
  /** What can be drawn as charts, in the order in which they stand. */
  readonly charts?: readonly DeclaredChart[];
  /** What the derived equations are called in the catalogue of checks; the first that fits wins. */
  readonly checkNames: readonly CheckName[];
  /** Texts of cells that only a template holds: `…`, `二、`, `XX`. A row of nothing else is a specimen, not data. */
  readonly specimens: readonly string[];
  /** Which column amounts under some codes belong to, where a table has such columns. */
  readonly placements?: readonly Placement[];
}

/** A chart: what amounts within a scope come to for each member of a dimension, this year and the year before. */
export interface DeclaredChart {
  /** In the words of the document: 收入预算（按来源）. */
  readonly title: string;
  readonly scope: Members;
  readonly along: DimensionId;
  /** Of a dimension of codes; the finest ones unless said. */
  readonly level?: CodeLevel;
}

/** Amounts under these codes usually stand at one member: 301 and 303 at 人员经费. */
export interface Placement {
  /** The dimension of the codes. */
  readonly along: DimensionId;
  /** Codes, each with all below it. */
  readonly codes: readonly Member[];
  readonly dimension: DimensionId;
  readonly member: Member;
  /** Codes that places put here or there: nothing is said of them. */
  readonly except?: readonly Member[];
}

/** Members of one dimension, said once for all tables. */
export type Dimension =
  /** A closed list; a member may have parts. `parts` without a member are those of the whole. */
  | {
      readonly id: DimensionId;
      readonly label: string;
      readonly kind: 'members';
      readonly whole: readonly Member[];
      readonly members: readonly { readonly is: Member; readonly parts?: readonly Member[] }[];
    }
  /** Classification codes: a member's parts are the codes that begin with it. */
  | { readonly id: DimensionId; readonly label: string; readonly kind: 'code'; readonly system: CodeSystem }
  /** Names that only the document knows (projects). */
  | { readonly id: DimensionId; readonly label: string; readonly kind: 'open' };

/** What a table is for, whatever its number: the names of CHECKS (收支总, 一般 …). Check names go by it. */
export type TableRole =
  '收支总' | '收入总' | '支出总' | '拨款总' | '一般' | '基本' | '项目' | '三公' | '基金' | '国资' | '绩效';

export interface Table {
  /** As declared and reported: 表五. */
  readonly id: string;
  readonly role: TableRole;
  readonly title: string;
  /** Other titles under which it is published. */
  readonly aliases?: readonly string[];
  readonly moneyUnit: MoneyUnit;
  /** Digits after the point that its amounts are printed with. */
  readonly decimals: number;
  /** True of every figure in the table. */
  readonly scope: Members;
  /** May be missing. */
  readonly optional?: true;
  /** How it is printed when it is made from scratch. */
  readonly print?: TablePrint;
  /** Blocks of columns side by side; most tables have one. */
  readonly blocks: readonly Block[];
}

export interface Block {
  /** Header over the whole block, where there is one (收入 | 支出). */
  readonly under?: readonly string[];
  /** Printed over the columns that say what a row is, where `under` spans the amounts alone (项目). */
  readonly keysUnder?: string;
  readonly scope?: Members;
  /** Columns that say what a row is. */
  readonly keys: readonly Key[];
  readonly rows: readonly Row[];
  readonly columns: readonly Column[];
}

export type Key =
  /** One column of codes, or one a level below a common header. */
  | {
      readonly key: 'code';
      readonly headers: readonly string[];
      readonly system: CodeSystem;
      /** Printed as one column a level, 类 款 项, below the common header. */
      readonly apart?: true;
    }
  | { readonly key: 'name'; readonly headers: readonly string[] }
  /** The words of a labelled row. */
  | { readonly key: 'label'; readonly headers: readonly string[] }
  /** A member of an open dimension, such as the project's name. */
  | { readonly key: 'open'; readonly headers: readonly string[]; readonly dimension: DimensionId };

export type Row =
  /**
   * One row a code, in whatever order; `levels` are those the table prints. `list`: the whole class list is printed, used or not,
   * each line a code and its name.
   */
  | {
      readonly tree: DimensionId;
      readonly levels: readonly CodeLevel[];
      readonly list?: readonly string[];
      readonly detail?: DimensionId;
    }
  /** The row of totals. */
  | { readonly total: readonly string[] }
  | {
      readonly label: string;
      readonly aliases?: readonly string[];
      readonly scope: Members;
      /** Few departments have it: the row is printed only where it has an amount. */
      readonly whereFilled?: true;
    }
  /** A row without code or label: the n-th among the rows that hold amounts. */
  | { readonly ordinal: number; readonly name: string; readonly scope: Members };

export interface Column {
  readonly header: string;
  readonly aliases?: readonly string[];
  /** A header above it, where the same words stand in several columns. */
  readonly under?: readonly string[];
  /** Words that it is printed below with its neighbours, though nobody needs them to know the column. */
  readonly printUnder?: string;
  readonly scope?: Members;
  readonly optional?: true;
}

/** A form of labelled fields (the performance table): one or several on a sheet, found by its title. */
export interface Form {
  readonly id: string;
  readonly role: TableRole;
  readonly title: string;
  readonly aliases?: readonly string[];
  /** Words in a title under which another form stands where the subject's field lacks: 部门整体支出绩效目标表 is of no project. */
  readonly except?: readonly string[];
  readonly moneyUnit: MoneyUnit;
  readonly decimals: number;
  readonly scope: Members;
  /** The field whose text is a member of an open dimension and tells one form from the next. */
  readonly subject: { readonly labels: readonly string[]; readonly dimension: DimensionId };
  /** The field that names the budget unit. */
  readonly budgetUnit: { readonly labels: readonly string[] };
  /** Amounts: label anywhere, value after its colon, to the right or below. */
  readonly amounts: readonly { readonly name: string; readonly labels: readonly string[]; readonly scope: Members }[];
  /** The table of indicators below: its headers and the kinds a form must have. */
  readonly indicators: {
    readonly headers: {
      readonly level1: string;
      readonly level2: string;
      readonly level3: string;
      readonly value: string;
    };
    readonly timeliness: readonly string[];
    readonly cost: readonly string[];
    readonly required: readonly (readonly string[])[];
  };
  /** How it is printed when it is made from scratch. */
  readonly print?: FormPrint;
}

/**
 * One of the few equations that neither "same scope" nor "whole = parts" gives. `says` is a short string in the field's
 * notation: `收入 = 支出`, `公务用车运行费 >= 经济科目[30231]`; members joined by `·`, terms by ` + `.
 */
export interface DeclaredEquation {
  /** The CHECKS id where there is one. */
  readonly id: string;
  readonly says: string;
  /** True of every term. */
  readonly in?: Members;
  /** One equation for each point in these dimensions, the whole of one included. */
  readonly per?: readonly DimensionId[];
  /** One equation for each member of these dimensions; the whole is not meant. */
  readonly each?: readonly DimensionId[];
  /** Ids of the table on the left and of those on the right, where not any table will do. */
  readonly between?: readonly [string, ...string[]];
  /** Only points that both sides have a row for. */
  readonly whereBoth?: true;
  /** Nothing is demanded where a workbook has money at one of these: without it both sides cover the same. */
  readonly unless?: readonly Members[];
  /** Demanded only where a workbook has money at one of these. */
  readonly when?: readonly Members[];
  readonly because: string;
  readonly source?: string;
  readonly severity: Severity;
}

/** What a derived equation is called. Each condition left out fits anything. */
export interface CheckName {
  readonly id: string;
  /** Of the table whose whole it is; for two tables, both in any order. */
  readonly roles?: readonly TableRole[];
  readonly derived: 'parts' | 'same';
  /** The dimension along which the whole is divided, or one in which the common scope has a member. */
  readonly along?: DimensionId;
  /** The whole's member in that dimension; '' for no member (the whole). */
  readonly whole?: Member;
  readonly flow?: Member;
  readonly severity?: Severity;
}
