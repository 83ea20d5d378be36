import type { CellRef } from '../snapshot/address';
import { normaliseText } from '../text/normalise';
import type { TitledDepartment } from './ledger';
import { ledgerFinding } from './problems';
import type { TitleYear } from './title-year';

/** 水务局 (of what is left without the year) before 部门预算, 支出明细 and the like. */
const NAMED = /^(.+?)(?:机关)?(?:\(?本级\)?)?(?:部门|单位)?(?:预算|台账|明细|收支|支出)/;
/** What bodies that publish a budget end in; 教育支出明细表 names none. */
const BODY = /(?:[局委办部院所校园站队会厅馆社府处室署团场库联协台]|中心|中学|小学|大学)$/;
/** 办公室 alone may be any. */
const SHORTEST = 4;

/** The department in a title as `清源县水务局2026年部门预算明细表`, `2026年清源县水务局支出台账`. */
export function departmentInTitle(sheet: string, title: TitleYear | undefined): TitledDepartment | undefined {
  if (title?.cell === undefined) return undefined;
  const [, department = ''] = NAMED.exec(normaliseText(title.text).replace(/20\d\d年度?/, '')) ?? [];
  if (department.length < SHORTEST || !BODY.test(department)) return undefined;
  const cell: CellRef = { sheet, ...title.cell };
  return { department, finding: ledgerFinding('department-found', { cell, table: sheet }, department, title.text) };
}
