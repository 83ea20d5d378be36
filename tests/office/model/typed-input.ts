import { tokenize } from '../../../src/engine/formula/tokens';
import { HostError } from '../server/host-error';
import type { ModelValue } from './cell';
import { isErrorText } from './cell';

/** What a cell holds after something was typed into it. */
export interface Typed {
  readonly value: ModelValue;
  readonly formula?: string;
  /** A text that reads like an error and is none. */
  readonly isText?: true;
  /** The format Excel gives a General cell for what was typed. */
  readonly format?: string;
}

const NUMBER = /^[+-]?(?:\d{1,3}(?:,\d{3})+|\d+)?(?:\.\d*)?(?:[eE][+-]?\d+)?$/;
const FULL_WIDTH = /[０-９．，－＋]/g;
const LONGEST_FORMULA = 8192;
const LONGEST_TEXT = 32_767;

/**
 * Excel parses what is typed, and `Range.values` counts as typing: digits become numbers, a leading `=`, `+` or `-`
 * makes a formula. Only a text format or a leading apostrophe keeps a text a text; a text format makes texts of numbers too.
 */
export function typedInto(input: ModelValue, format: string): Typed {
  if (typeof input === 'string' && input.startsWith("'")) return asText(input.slice(1));
  if (format === '@') return asText(typeof input === 'boolean' ? String(input).toUpperCase() : String(input));
  if (typeof input !== 'string') return { value: input };
  const trimmed = input
    .trim()
    .replace(FULL_WIDTH, (character) => String.fromCharCode(character.charCodeAt(0) - 0xfee0));
  if (/\d/.test(trimmed) && NUMBER.test(trimmed))
    return { value: Number(trimmed.replaceAll(',', '')), ...(trimmed.includes(',') ? { format: '#,##0.00' } : {}) };
  if (/^[+-]?\d+(?:\.\d+)?%$/.test(trimmed)) return { value: Number(trimmed.slice(0, -1)) / 100, format: '0.00%' };
  if (/^(true|false)$/i.test(trimmed)) return { value: trimmed.toLowerCase() === 'true' };
  if (isErrorText(trimmed.toUpperCase())) return { value: trimmed.toUpperCase() };
  const date = /^(\d{4})[-/年](\d{1,2})[-/月](\d{1,2})日?$/.exec(trimmed);
  if (date) {
    const days = Date.UTC(Number(date[1]), Number(date[2]) - 1, Number(date[3])) / 86_400_000 + 25_569;
    return { value: days, format: 'yyyy/m/d' };
  }
  if (/^[=+-]/.test(input) && input.length > 1) return typedFormula(input.startsWith('=') ? input.slice(1) : input);
  return asText(input);
}

function asText(text: string): Typed {
  if (text.length > LONGEST_TEXT) throw new HostError('InvalidArgument', 'A cell holds 32,767 characters.');
  return { value: text, ...(isErrorText(text) ? { isText: true as const } : {}) };
}

/** The value is computed later, with all others. */
function typedFormula(formula: string): Typed {
  if (formula.length > LONGEST_FORMULA)
    throw new HostError('FormulaLengthExceedsLimit', 'The length of the formula exceeds the limit.');
  const tokens = tokenize(formula);
  const depth = tokens.reduce((open, { kind, text }) => {
    if (open < 0) return open;
    return open + (kind === 'function' || text === '(' ? 1 : text === ')' ? -1 : 0);
  }, 0);
  if (depth !== 0 || tokens.some(({ kind }) => kind === 'unknown') || /[-+*/^&=<>,(]$/.test(formula.trim()))
    throw new HostError('InvalidArgument', `Not a formula: ${formula.slice(0, 80)}`);
  return { value: 0, formula };
}
