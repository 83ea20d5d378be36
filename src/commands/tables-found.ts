import type { CheckReport } from '../engine/finding/report';

/** How many tables of its edition a workbook has, and how many forms beside them. */
export function tablesFound({ tables }: Pick<CheckReport, 'tables'>): {
  readonly tables: number;
  readonly forms: number;
} {
  const forms = tables.filter(({ form }) => form);
  return { tables: new Set(tables.filter(({ form }) => !form).map(({ id }) => id)).size, forms: forms.length };
}
