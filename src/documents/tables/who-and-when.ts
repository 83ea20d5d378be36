import type { TableGrid } from '../../engine/layout/grid';
import { labelledDepartment } from '../../engine/text/department-label';

/** Who and when, as it is printed where a table leaves it blank: known, or marked as missing. */
export interface WhoAndWhen {
  readonly department: string;
  readonly year: string;
}

const BLANK_YEAR = /^([(（]\s*)(年度?\s*[)）])$/;

const BLANK_NOTE = /^(备注：)年?(?=没有安排)/;

/**
 * A table whose line above the header says 编制部门： or （年） and nothing behind it: the document says there what it says on its cover. A
 * workbook that was compiled before anybody knew has it in its sheet of facts alone.
 */
export function withWhoAndWhen(grid: TableGrid, { department, year }: WhoAndWhen): TableGrid {
  if (labelledDepartment(grid.left) === '') {
    const remarks = grid.remarks.map((remark) =>
      remark.replace(BLANK_NOTE, (_all, before: string) => `${before}${department}${year}年`),
    );
    return { ...grid, left: `${grid.left}${department}`, remarks };
  }
  const left = grid.left.replace(BLANK_YEAR, (_all, before: string, after: string) => `${before}${year}${after}`);
  return { ...grid, left };
}
