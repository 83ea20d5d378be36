/** What a cell holds after somebody typed a text into it. */
export interface Typed {
  readonly value: number | string | boolean;
  readonly formula?: string;
  /** The format Excel gives a General cell for what was typed. */
  readonly format?: string;
}

const NUMBER = /^[+-]?(?:\d{1,3}(?:,\d{3})+|\d+)?(?:\.\d*)?(?:[eE][+-]?\d+)?$/;

/**
 * Excel parses what is typed, and `Range.values` counts as typing: digits become numbers, a leading `=`, `+` or `-`
 * makes a formula. Only a text format or a leading apostrophe keeps a text a text.
 */
export function typedInto(text: string, format: string): Typed {
  if (text.startsWith("'")) return { value: text.slice(1) };
  if (format === '@') return { value: text };
  const trimmed = text.trim();
  if (/\d/.test(trimmed) && NUMBER.test(trimmed))
    return { value: Number(trimmed.replaceAll(',', '')), ...(trimmed.includes(',') ? { format: '#,##0.00' } : {}) };
  if (/^[+-]?\d+(?:\.\d+)?%$/.test(trimmed)) return { value: Number(trimmed.slice(0, -1)) / 100, format: '0.00%' };
  if (/^(true|false)$/i.test(trimmed)) return { value: trimmed.toLowerCase() === 'true' };
  const date = /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})$/.exec(trimmed);
  if (date) {
    const days = Date.UTC(Number(date[1]), Number(date[2]) - 1, Number(date[3])) / 86_400_000 + 25_569;
    return { value: days, format: 'yyyy/m/d' };
  }
  if (/^[=+-]/.test(text) && text.length > 1) {
    const formula = text.startsWith('=') ? text.slice(1) : text;
    return { value: valueOfWrittenFormula(formula), formula };
  }
  return { value: text };
}

/**
 * This model does not calculate: it knows only the values that follow from the formula's own text.
 * A test that needs a calculated value puts it into the workbook.
 */
function valueOfWrittenFormula(formula: string): number | string | boolean {
  const link = /^HYPERLINK\((?:"(?:[^"]|"")*"),"((?:[^"]|"")*)"\)$/i.exec(formula);
  if (link) return (link[1] ?? '').replaceAll('""', '"');
  return 0;
}
