import type { ModelCell } from './workbook';

/** What the cell shows, for the few formats that budgets use. */
export function displayed(cell: ModelCell | undefined): string {
  if (!cell) return '';
  if (typeof cell.value !== 'number')
    return typeof cell.value === 'boolean' ? String(cell.value).toUpperCase() : cell.value;
  const fixed = /^(#,##)?0(\.0+)?(%)?$/.exec(cell.format);
  if (!fixed) return String(cell.value);
  const decimals = Math.max((fixed[2] ?? '.').length - 1, 0);
  const text = (fixed[3] ? cell.value * 100 : cell.value).toFixed(decimals);
  const [whole = '', fraction] = text.split('.');
  const grouped = fixed[1] ? whole.replace(/\B(?=(\d{3})+$)/g, ',') : whole;
  return `${grouped}${fraction === undefined ? '' : `.${fraction}`}${fixed[3] ?? ''}`;
}
