import type { Standing } from '../i18n/severity';
import type { Io, Output } from './io';

/** Colours the sign and the word of a standing; gives the text back unchanged where colour is not wanted. */
export type Paint = (standing: Standing, text: string) => string;

// Red, yellow, plain, grey, grey, green. Colour is never alone: sign and word say the same.
const CODES: Readonly<Record<Standing, string>> = {
  error: '31',
  warning: '33',
  note: '',
  explained: '90',
  unchecked: '90',
  agreed: '32',
};

/** Colour only on a terminal, and not where NO_COLOR is set to anything (no-color.org). */
export function paintFor(output: Output, env: Io['env']): Paint {
  const plain = !output.isTerminal || (env['NO_COLOR'] ?? '') !== '' || env['TERM'] === 'dumb';
  return (standing, text) => (plain || CODES[standing] === '' ? text : `\u001b[${CODES[standing]}m${text}\u001b[0m`);
}

const NARROWEST = 60;
const WIDEST = 100;

/** Columns to fill: the terminal's, within what reads well; the most where the output is no terminal. */
export function columnsOf(output: Output): number {
  return Math.min(WIDEST, Math.max(NARROWEST, output.columns ?? WIDEST));
}
