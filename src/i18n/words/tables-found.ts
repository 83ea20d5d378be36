const both = (tables: string, forms: string, counts: readonly [number, number], join: string): string =>
  [counts[0] > 0 || counts[1] === 0 ? tables : '', counts[1] > 0 ? forms : ''].filter((one) => one !== '').join(join);

/** 9张表、5张绩效目标表: what a workbook is counted to have; forms are named where there are any. */
export const tablesZhCN = (tables: number, forms: number): string =>
  both(`${tables}张表`, `${forms}张绩效目标表`, [tables, forms], '、');

export const tablesEn = (tables: number, forms: number): string =>
  both(
    `${tables} table${tables === 1 ? '' : 's'}`,
    `${forms} performance form${forms === 1 ? '' : 's'}`,
    [tables, forms],
    ' and ',
  );
