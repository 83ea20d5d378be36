import { fillWorkbook, type FillResult, type FillWish } from '../../../src/commands/fill';
import { applied } from '../../../src/engine/fill/applied';
import { recalculate } from '../../../src/engine/formula/recalculate';
import { addressOf } from '../../../src/engine/snapshot/address';
import { sheetNamed, type Cell, type Snapshot } from '../../../src/engine/snapshot/snapshot';
import { workbook, type SheetLines } from '../../notation';

/** A workbook that was filled: the plan, and what the sheets hold afterwards. */
export interface FilledBook {
  readonly result: FillResult;
  readonly after: Snapshot;
  /** The rows of a table's sheet below its header, in the notation of `workbook`. */
  rows(sheet: string): readonly string[];
}

/** Fills a workbook by the Xinjiang edition, in memory. */
export async function fillOf(snapshot: Snapshot, wish: FillWish = {}): Promise<FilledBook> {
  const result = await fillWorkbook(snapshot, { edition: 'xinjiang-2021', ...wish });
  const after = recalculate(applied(snapshot, result.patch.edits));
  return { result, after, rows: (sheet) => printed(after, sheet) };
}

/** The same for sheets in notation. */
export function fillSheets(sheets: Readonly<Record<string, SheetLines>>, wish: FillWish = {}): Promise<FilledBook> {
  return fillOf(workbook(sheets), wish);
}

const HEADER_ROWS = 5;

function printed(snapshot: Snapshot, name: string): readonly string[] {
  const rows = sheetNamed(snapshot, name)?.rows ?? [];
  const last = Math.max(HEADER_ROWS - 1, ...rows.map(({ row }) => row));
  return Array.from({ length: last + 1 - HEADER_ROWS }, (_row, index) => {
    const cells = rows.find(({ row }) => row === index + HEADER_ROWS)?.cells ?? [];
    const width = Math.max(0, ...cells.map(({ column }) => column + 1));
    return Array.from({ length: width }, (_cell, column) =>
      cellText(cells.find((cell) => cell.column === column)),
    ).join(' | ');
  });
}

/** As the notation has it, except that numbers have no trailing zeros. */
function cellText(cell: Cell | undefined): string {
  if (!cell) return '';
  const value =
    typeof cell.value === 'string' && /^[\d'=]/.test(cell.value) ? `'${cell.value}` : String(cell.value ?? '');
  return cell.formula === undefined ? value : `=${cell.formula} → ${value}`;
}

/** What is not filled and why: `表三!E8 unreadable 表三!E9`. */
export function leftOf({ result }: FilledBook): readonly string[] {
  return result.plan.left.map(({ cell, because, rowName, columnName, cells }) =>
    [
      addressOf(cell),
      because,
      ...(columnName === undefined && rowName !== undefined ? [rowName] : []),
      ...cells.map(addressOf),
    ].join(' '),
  );
}

/** Amounts that were kept: `表三!E8 10 ≠ 12 =SUM(E9:E10)`. */
export function conflictsOf({ result }: FilledBook): readonly string[] {
  return result.plan.conflicts.map(
    ({ cell, typed, computed, formula, severity, replaced }) =>
      `${addressOf(cell)} ${typed.toFixed()} ≠ ${computed.toFixed()} =${formula} ${replaced ? 'replaced' : severity}`,
  );
}

const HEADING = ['', '编制部门：某局 | | | | | | 单位：万元'];

/** 表三 with these rows from row 6 on: 类 | 款 | 项 | name | 合计 | 基本支出 | 项目支出. */
export const table3 = (...rows: readonly string[]): readonly string[] => [
  '部门支出总体情况表',
  ...HEADING,
  '功能分类科目编码 | | | 功能分类科目名称 | 合计 | 基本支出 | 项目支出',
  '类 | 款 | 项',
  ...rows,
];

/** 表五, the same of the general public budget. */
export const table5 = (...rows: readonly string[]): readonly string[] => [
  '一般公共预算支出情况表',
  ...table3(...rows).slice(1),
];

/** 表六: 类 | 款 | name | 合计 | 人员经费 | 公用经费. */
export const table6 = (...rows: readonly string[]): readonly string[] => [
  '一般公共预算基本支出情况表',
  ...HEADING,
  '经济分类科目编码 | | 经济分类科目名称 | 合计 | 人员经费 | 公用经费',
  '类 | 款',
  ...rows,
];

/** 表七: 类 | 款 | 项 | name | project | 项目支出合计 | 301 | 302 | 303 and so on. */
export const table7 = (...rows: readonly string[]): readonly string[] => [
  '一般公共预算项目支出情况表',
  ...HEADING,
  '科目编码 | | | 科目 | 项目名称 | 项目支出合计 | 工资福利支出 | 商品和服务支出 | 对个人和家庭的补助 | 债务利息及费用支出 | 资本性支出（基本建设） | 资本性支出 | 对企业补助（基本建设） | 对企业补助 | 对社会保障基金补助 | 其他支出',
  '类 | 款 | 项',
  ...rows,
];
